"""Cars that a garage lends or hires out: who has one, until when, how it came back, and whether it is free.

A period holds from the moment at which the car leaves up to the one at which it is back; as long as it is not back,
up to when it is expected. So one may begin at the very moment at which the one before ends.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from werkplaats.domain.kmstand import KM_HOOGSTENS, is_possible, km_text
from werkplaats.domain.moment import Moment
from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, time

    from werkplaats.domain.voertuig import RelatieKop

TEKST_HOOGSTENS = 500


class Leensoort(StrEnum):
    """Whether it costs the customer nothing or is hired; the value is what the store keeps."""

    LEEN = "leen"
    HUUR = "huur"


class Leenstaat(StrEnum):
    """How a period stands at a moment."""

    TE_LAAT = "te laat"
    UIT = "uit"
    GEPLAND = "gepland"
    TERUG = "terug"


@dataclass(frozen=True, slots=True)
class LeenKaart:
    """What a person may edit of a period: ``tot`` is when the car is expected back, ``terug`` when it really came."""

    soort: Leensoort = Leensoort.LEEN
    relatie: RelatieKop | None = None
    van: Moment | None = None
    tot: Moment | None = None
    km_uit: int | None = None
    terug: Moment | None = None
    km_in: int | None = None
    opmerking: str = ""

    @property
    def wie(self) -> str:
        """The name of who has the car; empty where nobody was chosen yet."""
        return self.relatie.weergave if self.relatie is not None else ""


@dataclass(frozen=True, slots=True)
class Leenperiode:
    """A period on file; ``voertuig_id`` is the car that is lent, the werkkaart that of the visit that it serves."""

    id: int
    voertuig_id: int
    werkkaart_id: int | None
    werkkaart: str
    kaart: LeenKaart
    gewijzigd_door: str


@dataclass(frozen=True, slots=True)
class TerugVerwacht:
    """A car that is not back, as a list of what is due needs it: when it should be, and who has it."""

    voertuig_id: int
    tot: Moment
    wie: str


def staat_van(kaart: LeenKaart, nu: Moment) -> Leenstaat:
    """How a period stands now; at the very moment at which a car is expected it is not late yet."""
    if kaart.terug is not None:
        return Leenstaat.TERUG
    if kaart.van is not None and kaart.van > nu:
        return Leenstaat.GEPLAND
    return Leenstaat.TE_LAAT if kaart.tot is not None and kaart.tot < nu else Leenstaat.UIT


def check_leen(kaart: LeenKaart, nu: Moment) -> Iterator[Bevinding]:
    """What of a period cannot be kept."""
    if kaart.relatie is None:
        yield Bevinding("relatie", "LEEN_RELATIE_LEEG")
    if kaart.van is None:
        yield Bevinding("van", "LEEN_VAN_LEEG")
    if kaart.tot is None:
        yield Bevinding("tot", "LEEN_TOT_LEEG")
    elif kaart.van is not None and kaart.tot <= kaart.van:
        yield Bevinding("tot", "LEEN_TOT_VOOR_VAN")
    yield from _back(kaart, nu)
    yield from _readings(kaart)
    for veld in fields(kaart):
        waarde = getattr(kaart, veld.name)
        if isinstance(waarde, str) and len(waarde) > TEKST_HOOGSTENS:
            yield Bevinding(veld.name, "TEKST_TE_LANG", params={"hoogstens": TEKST_HOOGSTENS, "lengte": len(waarde)})


def check_back(kaart: LeenKaart, nu: Moment) -> Iterator[Bevinding]:
    """What of a car that is said to be back cannot be kept: both the moment and the reading must be there."""
    if kaart.terug is None and kaart.km_in is None:
        yield Bevinding("terug", "LEEN_TERUG_LEEG")
        yield Bevinding("km_in", "LEEN_KM_IN_LEEG")
    yield from check_leen(kaart, nu)


def overlapping(kaart: LeenKaart, anderen: Iterable[Leenperiode], nu: Moment) -> Leenperiode | None:
    """The first other period of this car that lies over it: a car is with one person at a time.

    A car that should have been back is away still: nobody gets it before it was taken in, but later it may be promised.
    """
    if kaart.van is None or kaart.tot is None:
        return None
    eind = kaart.terug or kaart.tot
    return next((een for een in anderen if _lies_over(een.kaart, kaart.van, eind, nu)), None)


def at_local(dag: date, tijd: time, zone: str) -> Moment:
    """The moment of a time of day as people say it.

    In the night in which the clock goes back an hour comes twice: the first is meant. In the one in which it goes
    forward an hour is left out: a time within it is as much later.
    """
    return Moment(datetime.combine(dag, tijd, ZoneInfo(zone)))


def moment_tekst(moment: Moment | None, zone: str) -> str:
    """A moment as people write it in a zone: ``24-11-2026 17:00``; empty for none."""
    return f"{moment.lokaal(zone):%d-%m-%Y %H:%M}" if moment is not None else ""


def leen_tekst(kaart: LeenKaart, zone: str) -> str:
    """A period in one line, as the logboek keeps it; it begins with the code of its kind."""
    terug = moment_tekst(kaart.terug, zone)
    delen = (
        kaart.soort.value,
        kaart.wie,
        f"{moment_tekst(kaart.van, zone)} \N{EN DASH} {moment_tekst(kaart.tot, zone)}",
        f"uit {km_text(kaart.km_uit)} km" if kaart.km_uit is not None else "",
        f"terug {terug}" if terug else "",
        f"in {km_text(kaart.km_in)} km" if kaart.km_in is not None else "",
        kaart.opmerking,
    )
    return ", ".join(deel for deel in delen if deel)


def _back(kaart: LeenKaart, nu: Moment) -> Iterator[Bevinding]:
    """A car is back with a moment and a reading, or not at all."""
    if kaart.terug is None:
        if kaart.km_in is not None:
            yield Bevinding("terug", "LEEN_TERUG_LEEG")
        return
    if kaart.van is not None and kaart.terug < kaart.van:
        yield Bevinding("terug", "LEEN_TERUG_VOOR_VAN")
    elif kaart.terug > nu:
        yield Bevinding("terug", "LEEN_TERUG_TOEKOMST")
    if kaart.km_in is None:
        yield Bevinding("km_in", "LEEN_KM_IN_LEEG")


def _readings(kaart: LeenKaart) -> Iterator[Bevinding]:
    for veld, stand in (("km_uit", kaart.km_uit), ("km_in", kaart.km_in)):
        if stand is not None and not is_possible(stand):
            yield Bevinding(veld, "KM_ONGELDIG", params={"hoogstens": km_text(KM_HOOGSTENS)})
    if kaart.km_uit is not None and kaart.km_in is not None and kaart.km_in < kaart.km_uit:
        yield Bevinding("km_in", "LEEN_KM_LAGER", params={"km_uit": km_text(kaart.km_uit)})


def _lies_over(ander: LeenKaart, van: Moment, eind: Moment, nu: Moment) -> bool:
    if ander.van is None or ander.tot is None or ander.van >= eind:
        return False
    late = staat_van(ander, nu) is Leenstaat.TE_LAAT
    return van < (ander.terug or ander.tot) or (late and van <= nu)
