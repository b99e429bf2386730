"""A reminder of a car: service or something of one's own, on a day, at a km reading, or both; once or repeated."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.getal import outside
from werkplaats.errors import Bevinding, Ernst

if TYPE_CHECKING:
    from collections.abc import Iterator

TEKST_HOOGSTENS = 200
MAANDEN_HOOGSTENS = 120
KM_HOOGSTENS = 2_000_000
JAREN_VOORUIT = 20
DAGEN_VOORUIT = 30
"""How long before its day a reminder is due: time enough to make an appointment."""


class Herinneringsoort(StrEnum):
    """What a reminder is about; APK and pechhulppas are no reminders of their own: card and pass have the day."""

    SERVICE = "service"
    VRIJ = "vrij"


@dataclass(frozen=True, slots=True)
class HerinneringKaart:
    """What a person may edit of a reminder; ``herhaal_maanden`` and ``herhaal_km`` say when it comes back."""

    soort: Herinneringsoort = Herinneringsoort.SERVICE
    omschrijving: str = ""
    op_datum: date | None = None
    bij_km: int | None = None
    herhaal_maanden: int | None = None
    herhaal_km: int | None = None


@dataclass(frozen=True, slots=True)
class Herinnering:
    """A reminder of a car, with who changed it last; ``gedaan_op`` is None while it stands open."""

    id: int
    voertuig_id: int
    kaart: HerinneringKaart
    gewijzigd_door: str
    gedaan_op: date | None = None
    gedaan_door: str = ""


@dataclass(frozen=True, slots=True)
class OpenHerinnering:
    """An open reminder that has a day, as a list of what is due needs it; ``soort`` is a Herinneringsoort."""

    voertuig_id: int
    soort: str
    omschrijving: str
    op_datum: date


@dataclass(frozen=True, slots=True)
class OpKm:
    """An open reminder at a km reading; when that comes is reckoned from what the car drives."""

    voertuig_id: int
    soort: str
    omschrijving: str
    bij_km: int


def months_after(dag: date, maanden: int) -> date:
    """The same day so many months later; the last of the month where that month is shorter."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def next_kaart(kaart: HerinneringKaart, gedaan_op: date) -> HerinneringKaart | None:
    """The reminder that follows on one that was done on a day; None when it does not come back.

    The months count from the day on which it was done, the kilometres from those of the reminder.
    """
    if not kaart.herhaal_maanden and not (kaart.herhaal_km and kaart.bij_km is not None):
        return None
    datum = months_after(gedaan_op, kaart.herhaal_maanden) if kaart.herhaal_maanden else None
    km = kaart.bij_km + kaart.herhaal_km if kaart.herhaal_km and kaart.bij_km is not None else None
    return replace(kaart, op_datum=datum, bij_km=km)


def check_herinnering(kaart: HerinneringKaart, vandaag: date) -> Iterator[Bevinding]:
    """The findings at a reminder; one without a day and without km, or a free one without a text, blocks."""
    if kaart.op_datum is None and kaart.bij_km is None:
        yield Bevinding("op_datum", "HERINNERING_ZONDER_DAG")
    if kaart.soort is Herinneringsoort.VRIJ and not kaart.omschrijving.strip():
        yield Bevinding("omschrijving", "HERINNERING_ZONDER_TEKST")
    if len(kaart.omschrijving) > TEKST_HOOGSTENS:
        params: dict[str, object] = {"hoogstens": TEKST_HOOGSTENS, "lengte": len(kaart.omschrijving)}
        yield Bevinding("omschrijving", "TEKST_TE_LANG", Ernst.BLOKKEREND, params)
    if not kaart.omschrijving.isprintable():
        yield Bevinding("omschrijving", "TEKENS_ONLEESBAAR")
    if kaart.op_datum is not None and kaart.op_datum.year > vandaag.year + JAREN_VOORUIT:
        yield Bevinding("op_datum", "HERINNERING_VER_VOORUIT", Ernst.WAARSCHUWING)
    yield from _figures(kaart)


def _figures(kaart: HerinneringKaart) -> Iterator[Bevinding]:
    bereik = {"bij_km": KM_HOOGSTENS, "herhaal_maanden": MAANDEN_HOOGSTENS, "herhaal_km": KM_HOOGSTENS}
    for veld, hoogst in bereik.items():
        getal = getattr(kaart, veld)
        if getal is None or 1 <= getal <= hoogst:
            continue
        if veld == "herhaal_maanden" and getal > hoogst:
            # A day that far away may not exist in any calendar.
            yield Bevinding(veld, "MAANDEN_BUITEN_BEREIK", Ernst.BLOKKEREND, {"hoogstens": hoogst})
        else:
            yield outside(veld, getal, "GETAL_ONWAARSCHIJNLIJK", laagst=1, hoogst=hoogst)
