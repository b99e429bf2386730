"""A report to Car-Pass: what is reported, and the checks before sending.

Source: the table of checks that the service and the old help agree on. Nothing here ever bars the closing of a
werkkaart; what blocks, blocks the sending only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import KM_HOOGSTENS, Eenheid, Punt, advise, is_possible, km_text, to_km
from werkplaats.domain.moment import Moment
from werkplaats.domain.vin import LENGTE, Vin
from werkplaats.errors import Bevinding, Ernst, Ongeldig

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from werkplaats.domain.kmstand import Meting

DAGEN_TE_OUD = 5
"""A report of a day longer ago than this is an anomaly at Car-Pass."""

OMSCHRIJVING_HOOGSTENS = 2000
ACTIVITEITEN_HOOGSTENS = 50
REGELS_HOOGSTENS = 200

ZONE = "Europe/Brussels"
"""Where Car-Pass lives: its evening of maintenance is told in this zone."""

KLOK_SPELING = timedelta(minutes=30)
"""So far the clock of a computer may be off before one must look whether the day is right."""

_ERNST = {"KM_AFGEROND": Ernst.MELDING}


@dataclass(frozen=True, slots=True)
class MeldingInvoer:
    """What a person fills in of a report; ``regels`` are lines of the werkkaart that go along, where he ticks so."""

    stand: int | None = None
    datum: date | None = None
    vin: str = ""
    eenheid: Eenheid = Eenheid.KM
    teller_gewijzigd: bool = False
    activiteiten: tuple[str, ...] = ()
    omschrijving: str = ""
    regels: tuple[str, ...] = ()
    met_regels: bool = True

    @property
    def km(self) -> int | None:
        """The reading in kilometres."""
        return None if self.stand is None else to_km(self.stand, self.eenheid)


@dataclass(frozen=True, slots=True)
class Gemeld:
    """A reading that was reported: the chassis number, the kilometres, the day of it."""

    vin: str
    km: int
    datum: date


class Vrijstelling(StrEnum):
    """Why a car need not be reported; the value is what the store keeps."""

    VOERTUIGSOORT = "voertuigsoort"
    KLEIN_BEDRAG = "klein_bedrag"
    ANDERS = "anders"


def check_melding(
    invoer: MeldingInvoer, metingen: Iterable[Meting], vandaag: date, vandaag_gemeld: Iterable[Gemeld] = ()
) -> tuple[Bevinding, ...]:
    """What is wrong or odd about a report beside the ``metingen`` of the car.

    ``vandaag`` is the day in the shop's own zone; ``vandaag_gemeld`` is what was reported today already.
    """
    km = invoer.km
    gevonden = [*_reading(km), *_day(invoer.datum, vandaag), *_vin(invoer.vin), *_description(invoer)]
    if km is not None and is_possible(km) and invoer.datum is not None:
        punt = Punt(invoer.datum, km, invoer.teller_gewijzigd)
        gevonden += [_weighed(bevinding) for bevinding in advise(punt, metingen)]
        if Gemeld(read_vin(invoer.vin), km, invoer.datum) in set(vandaag_gemeld):
            gevonden.append(_found("stand", "DUBBEL_VANDAAG", Ernst.ANOMALIE))
    return tuple(gevonden)


def beside_clock(
    gevonden: tuple[Bevinding, ...], verschil: timedelta | None, nu: Moment, zone: str
) -> tuple[Bevinding, ...]:
    """The findings, after one about the clock where ours is ``verschil`` behind that of Car-Pass: days go by it.

    By a clock that is behind, the day of today lies in the future: then the clock is what bars it.
    """
    if verschil is None or abs(verschil) <= KLOK_SPELING:
        return gevonden
    toekomst = any(een.code == "DATUM_TOEKOMST" for een in gevonden)
    hier, daar = (f"{moment.lokaal(zone):%d-%m-%Y %H:%M}" for moment in (nu, Moment(nu.utc + verschil)))
    ernst = Ernst.BLOKKEREND if toekomst else Ernst.WAARSCHUWING
    klok = _found("datum", "CARPASS_KLOK", ernst, hier=hier, daar=daar)
    return (klok, *(een for een in gevonden if een.code != "DATUM_TOEKOMST"))


def read_vin(tekst: str) -> str:
    """The chassis number as it is reported; empty where it can be none."""
    try:
        return Vin.parse(tekst).tekst
    except Ongeldig:
        return ""


def _found(veld: str, code: str, ernst: Ernst = Ernst.BLOKKEREND, **params: Any) -> Bevinding:
    return Bevinding(veld, code, ernst, params)


def _weighed(bevinding: Bevinding) -> Bevinding:
    return replace(bevinding, ernst=_ERNST.get(bevinding.code, Ernst.ANOMALIE))


def _reading(km: int | None) -> Iterator[Bevinding]:
    if km is None or not is_possible(km):
        yield _found("stand", "KM_ONGELDIG", hoogstens=km_text(KM_HOOGSTENS))


def _day(datum: date | None, vandaag: date) -> Iterator[Bevinding]:
    if datum is None:
        yield _found("datum", "DATUM_LEEG")
    elif datum > vandaag:
        yield _found("datum", "DATUM_TOEKOMST", datum=datum_tekst(datum))
    elif datum < vandaag:
        dagen = (vandaag - datum).days
        if dagen > DAGEN_TE_OUD:
            yield _found("datum", "DATUM_TE_OUD", Ernst.ANOMALIE, dagen=dagen, hoogstens=DAGEN_TE_OUD)
        yield _found("datum", "DATUM_VERLEDEN", Ernst.WAARSCHUWING, datum=datum_tekst(datum), dagen=dagen)


def _vin(tekst: str) -> Iterator[Bevinding]:
    vin = Vin(read_vin(tekst))
    if not vin.tekst:
        yield _found("vin", "VIN_ONGELDIG", hoogstens=LENGTE)
        return
    for code in vin.waarschuwingen:
        voorstel = vin.voorstel
        yield _found(
            "vin", code, Ernst.WAARSCHUWING, lengte=len(vin.tekst), voorstel=voorstel.tekst if voorstel else ""
        )


def _description(invoer: MeldingInvoer) -> Iterator[Bevinding]:
    if len(invoer.omschrijving) > OMSCHRIJVING_HOOGSTENS:
        lengte = len(invoer.omschrijving)
        yield _found("omschrijving", "TEKST_TE_LANG", hoogstens=OMSCHRIJVING_HOOGSTENS, lengte=lengte)
    if len(invoer.activiteiten) > ACTIVITEITEN_HOOGSTENS:
        aantal = len(invoer.activiteiten)
        yield _found("activiteiten", "TE_VEEL_REGELS", hoogstens=ACTIVITEITEN_HOOGSTENS, aantal=aantal)
