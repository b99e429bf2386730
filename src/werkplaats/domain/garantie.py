"""Warranties of a car: who stands for what, from when until when or until which reading, and how it stands today."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.getal import outside
from werkplaats.errors import Bevinding, Ernst

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

BIJNA_DAGEN = 60
"""So many days before its end a warranty asks for attention: time enough for a last visit."""
BIJNA_KM = 2_000
KM_HOOGSTENS = 2_000_000
TEKST_HOOGSTENS = 500


class Garantiesoort(StrEnum):
    """What kind of warranty; the value is what the store keeps."""

    FABRIEK = "fabriek"
    DEALER = "dealer"
    ROEST = "roest"
    LAK = "lak"
    BATTERIJ = "batterij"
    MOBILITEIT = "mobiliteit"
    GEBRUIKT = "gebruikt"
    EIGEN = "eigen"


class Garantiestaat(StrEnum):
    """How a warranty stands on a day."""

    LOPEND = "lopend"
    BIJNA = "bijna"
    VERLOPEN = "verlopen"
    TOEKOMST = "toekomst"


@dataclass(frozen=True, slots=True)
class GarantieKaart:
    """What a person may edit of a warranty; both its days count, ``tot_km`` is the last reading that counts."""

    soort: Garantiesoort = Garantiesoort.FABRIEK
    van: date | None = None
    tot: date | None = None
    tot_km: int | None = None
    verstrekker: str = ""
    nummer: str = ""
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class Garantie:
    """A warranty on file."""

    id: int
    voertuig_id: int
    kaart: GarantieKaart
    gewijzigd_door: str


@dataclass(frozen=True, slots=True)
class EindigendeGarantie:
    """A warranty that ends on a day, as a list of what is due needs it; ``soort`` is a Garantiesoort."""

    voertuig_id: int
    soort: str
    tot: date
    tot_km: int | None

    def is_over(self, km: int | None) -> bool:
        """Whether a car that drove so far has lost it before its day."""
        return self.tot_km is not None and km is not None and km > self.tot_km


def staat_van(kaart: GarantieKaart, vandaag: date, km: int | None) -> Garantiestaat:
    """How a warranty stands today, at the last known reading of its car; what comes first ends it."""
    if (kaart.tot is not None and vandaag > kaart.tot) or _km_left(kaart, km, 0):
        return Garantiestaat.VERLOPEN
    if kaart.van is not None and vandaag < kaart.van:
        return Garantiestaat.TOEKOMST
    if (kaart.tot is not None and vandaag > kaart.tot - timedelta(days=BIJNA_DAGEN)) or _km_left(kaart, km, BIJNA_KM):
        return Garantiestaat.BIJNA
    return Garantiestaat.LOPEND


def _km_left(kaart: GarantieKaart, km: int | None, hoogstens: int) -> bool:
    return kaart.tot_km is not None and km is not None and kaart.tot_km - km < hoogstens


def check_garantie(kaart: GarantieKaart) -> Iterator[Bevinding]:
    """The findings at a warranty: an end before its beginning blocks, one without an end is odd."""
    if kaart.van is not None and kaart.tot is not None and kaart.tot < kaart.van:
        yield Bevinding("tot", "GARANTIE_TOT_VOOR_VAN")
    if kaart.tot is None and kaart.tot_km is None:
        yield Bevinding("tot", "GARANTIE_ZONDER_EINDE", Ernst.WAARSCHUWING)
    if kaart.soort is Garantiesoort.EIGEN and not kaart.verstrekker and not kaart.opmerking:
        yield Bevinding("opmerking", "GARANTIE_ZONDER_TEKST")
    if kaart.tot_km is not None and not 1 <= kaart.tot_km <= KM_HOOGSTENS:
        yield outside("tot_km", kaart.tot_km, "GETAL_ONWAARSCHIJNLIJK", laagst=1, hoogst=KM_HOOGSTENS)
    for veld in fields(kaart):
        waarde = getattr(kaart, veld.name)
        if isinstance(waarde, str) and len(waarde) > TEKST_HOOGSTENS:
            params = {"hoogstens": TEKST_HOOGSTENS, "lengte": len(waarde)}
            yield Bevinding(veld.name, "TEKST_TE_LANG", params=params)


def garantie_tekst(kaart: GarantieKaart) -> str:
    """A warranty as the logboek keeps it."""
    eind = kaart.tot.strftime("%d-%m-%Y") if kaart.tot else ""
    km = f"{kaart.tot_km} km" if kaart.tot_km is not None else ""
    return ", ".join(deel for deel in (kaart.soort.value, kaart.verstrekker, kaart.nummer, eind, km) if deel)
