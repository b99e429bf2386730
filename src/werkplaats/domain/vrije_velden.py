"""Fields that a shop defines itself for its cars: what such a field is, and what may stand in it.

A value is kept as text in one spelling: a number as ``12.5``, a day as ``2026-11-24``, yes or no as ``ja``, ``nee``.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.errors import Bevinding, BotsendVeld, Ernst, Ongeldig

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

VELDEN_HOOGSTENS = 200
NAAM_HOOGSTENS = 60
OPTIES_HOOGSTENS = 100
TEKST_HOOGSTENS = 500
VELD = "vrij:"
"""What stands before the name of such a field in the logboek and in a conflict: it is nobody else's field."""

_GETAL = re.compile(r"-?\d{1,12}(?:\.\d{1,4})?", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Veldsoort(StrEnum):
    """What a field holds; the value is what the store keeps."""

    TEKST = "tekst"
    GETAL = "getal"
    DATUM = "datum"
    JANEE = "janee"
    KEUZE = "keuze"


@dataclass(frozen=True, slots=True)
class VrijVeld:
    """A field of the shop's own; ``sleutel`` is drawn once and never given again, so that a name may change.

    ``vervallen``: no longer asked, but its values stay to be read. ``persoonlijk``: it says something of a person.
    """

    sleutel: str
    naam: str = ""
    soort: Veldsoort = Veldsoort.TEKST
    opties: tuple[str, ...] = ()
    persoonlijk: bool = False
    vervallen: bool = False


@dataclass(frozen=True, slots=True)
class VrijeKaart:
    """The fields of a shop with what stands in them for one car, by the key of the field."""

    voertuig_id: int
    velden: tuple[VrijVeld, ...]
    waarden: Mapping[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[VrijVeld, ...]:
        """The fields that are asked, and those that were retired but still say something of this car."""
        return tuple(veld for veld in self.velden if not veld.vervallen or veld.sleutel in self.waarden)


def new_sleutel() -> str:
    """A key for a new field."""
    return secrets.token_hex(6)


def log_name(veld: VrijVeld) -> str:
    """The field as the logboek and a conflict name it."""
    return f"{VELD}{veld.naam}"


def check_velden(velden: Iterable[VrijVeld]) -> Iterator[Bevinding]:
    """The findings at the definitions; a field without a name, a name given twice, a choice of nothing block."""
    alle = tuple(velden)
    if sum(not veld.vervallen for veld in alle) > VELDEN_HOOGSTENS:
        yield _wrong("VRIJ_TE_VEEL", hoogstens=VELDEN_HOOGSTENS)
    namen: set[str] = set()
    for veld in alle:
        naam = veld.naam.strip()
        if not naam:
            yield _wrong("VRIJ_ZONDER_NAAM")
        elif naam.casefold() in namen:
            yield _wrong("VRIJ_DUBBEL", naam=naam)
        elif len(naam) > NAAM_HOOGSTENS or not naam.isprintable():
            yield _wrong("VRIJ_NAAM", naam=naam[:20], hoogstens=NAAM_HOOGSTENS)
        namen.add(naam.casefold())
        if veld.soort is Veldsoort.KEUZE and not 0 < len(veld.opties) <= OPTIES_HOOGSTENS:
            yield _wrong("VRIJ_ZONDER_OPTIES", naam=naam, hoogstens=OPTIES_HOOGSTENS)


def check_waarde(veld: VrijVeld, waarde: str) -> Iterator[Bevinding]:
    """What keeps a value from being kept in this field; an empty one may always stand."""
    if not waarde:
        return
    if len(waarde) > TEKST_HOOGSTENS:
        params = {"hoogstens": TEKST_HOOGSTENS, "lengte": len(waarde)}
        yield Bevinding(veld.sleutel, "TEKST_TE_LANG", Ernst.BLOKKEREND, params)
    elif not waarde.isprintable():
        yield Bevinding(veld.sleutel, "TEKENS_ONLEESBAAR")
    elif not _fits(veld, waarde):
        yield Bevinding(veld.sleutel, "VRIJ_WAARDE", Ernst.BLOKKEREND, {"naam": veld.naam})


def parse_getal(tekst: str, sleutel: str) -> str:
    """A number typed in the Dutch way, ``1.250,5``, in its one spelling. Raises Ongeldig VRIJ_GETAL."""
    kaal = tekst.strip().replace(" ", "")
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", kaal, re.ASCII):
        kaal = kaal.replace(".", "")
    kaal = kaal.replace(",", ".")
    if kaal and not _GETAL.fullmatch(kaal):
        raise Ongeldig([Bevinding(sleutel, "VRIJ_GETAL")])
    return kaal


def waarde_tekst(soort: Veldsoort, waarde: str) -> str:
    """A value as a person reads it: ``12,5``, ``24-11-2026``."""
    if soort is Veldsoort.GETAL:
        return waarde.replace(".", ",")
    if soort is Veldsoort.DATUM and _ISO.fullmatch(waarde):
        return datum_tekst(date.fromisoformat(waarde))
    return waarde


def changed_waarden(basis: Mapping[str, str], nieuw: Mapping[str, str]) -> dict[str, str]:
    """The values that I changed, with an empty text where I took one away."""
    return {
        sleutel: nieuw.get(sleutel, "")
        for sleutel in sorted({*basis, *nieuw})
        if nieuw.get(sleutel, "") != basis.get(sleutel, "")
    }


def merge_waarden(
    basis: Mapping[str, str], mijn: Mapping[str, str], staand: Mapping[str, str], velden: Mapping[str, VrijVeld]
) -> tuple[dict[str, str], tuple[BotsendVeld, ...]]:
    """My changes that are still to be written, and the fields that another person changed to something else."""
    hun = changed_waarden(basis, staand)
    botsingen = tuple(
        BotsendVeld(
            log_name(velden[sleutel]),
            *(waarde_tekst(velden[sleutel].soort, een) for een in (basis.get(sleutel, ""), waarde, hun[sleutel])),
        )
        for sleutel, waarde in mijn.items()
        if sleutel in hun and hun[sleutel] != waarde
    )
    return {sleutel: waarde for sleutel, waarde in mijn.items() if sleutel not in hun}, botsingen


def _fits(veld: VrijVeld, waarde: str) -> bool:
    match veld.soort:
        case Veldsoort.GETAL:
            return _GETAL.fullmatch(waarde) is not None
        case Veldsoort.DATUM:
            return _is_day(waarde)
        case Veldsoort.JANEE:
            return waarde in ("ja", "nee")
        case Veldsoort.KEUZE:
            return waarde in veld.opties
        case Veldsoort.TEKST:
            return True


def _is_day(waarde: str) -> bool:
    if not _ISO.fullmatch(waarde):
        return False
    try:
        date.fromisoformat(waarde)
    except ValueError:
        return False
    return True


def _wrong(code: str, **params: object) -> Bevinding:
    return Bevinding("vrije_velden", code, Ernst.BLOKKEREND, params)
