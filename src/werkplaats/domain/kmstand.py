"""Odometer readings: what one is, and the checks on a new one; the reports to Car-Pass follow the same checks.

Source of the rules: the checks before a report to Car-Pass. Here all but two of them are advice: a reading that is odd
but true must be kept. A reading counts in kilometres, whatever unit the clock shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from werkplaats.domain.datum import datum_tekst
from werkplaats.errors import Bevinding, Ernst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from werkplaats.domain.moment import Moment

KM_HOOGSTENS = 2_000_000
"""The highest reading that is believed, in km."""
KM_PER_DAG_HOOGSTENS = 1000
"""The most kilometres that a car drives in a day."""
_ROND = 1000
_METER_PER_MIJL = 1_609_344
_METER_PER_KM = 1_000_000
OPMERKING_HOOGSTENS = 500


class Eenheid(StrEnum):
    """What the odometer counts in; the value is what the store keeps."""

    KM = "km"
    MIJL = "mijl"


class KmHerkomst(StrEnum):
    """Where a reading comes from; the value is what the store keeps."""

    BALIE = "balie"
    MONTEUR = "monteur"
    CARPASS = "carpass"
    APK = "apk"
    IMPORT = "import"


class Meting(Protocol):
    """What the checks need of a reading, wherever it is kept."""

    @property
    def datum(self) -> date:
        """The day of the reading."""

    @property
    def km(self) -> int:
        """The reading in kilometres."""

    @property
    def teller_gewijzigd(self) -> bool:
        """Whether the odometer was worked on just before this reading."""


@dataclass(frozen=True, slots=True)
class KmInvoer:
    """A reading as a person gives it; ``teller_gewijzigd`` says that the odometer was worked on before it."""

    stand: int | None = None
    datum: date | None = None
    eenheid: Eenheid = Eenheid.KM
    herkomst: KmHerkomst = KmHerkomst.BALIE
    teller_gewijzigd: bool = False
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class KmStand:
    """A reading on file, with its version and the last hand that changed it."""

    id: int
    voertuig_id: int
    datum: date
    stand: int
    eenheid: Eenheid
    herkomst: KmHerkomst
    teller_gewijzigd: bool
    opmerking: str
    versie: int
    gewijzigd_op: Moment
    gewijzigd_door: str

    @property
    def km(self) -> int:
        """The reading in kilometres."""
        return to_km(self.stand, self.eenheid)

    @property
    def invoer(self) -> KmInvoer:
        """What a person may edit of it."""
        return KmInvoer(self.stand, self.datum, self.eenheid, self.herkomst, self.teller_gewijzigd, self.opmerking)


@dataclass(frozen=True, slots=True)
class Punt:
    """A reading in kilometres on a day: what is judged, and what a chart shows."""

    datum: date
    km: int
    teller_gewijzigd: bool = False


def to_km(stand: int, eenheid: Eenheid) -> int:
    """A reading in whole kilometres; a mile is 1.609344 km."""
    if eenheid is Eenheid.KM:
        return stand
    return (stand * _METER_PER_MIJL + _METER_PER_KM // 2) // _METER_PER_KM


def in_order(metingen: Iterable[Meting]) -> list[Meting]:
    """Readings by day; of one day in the order in which they came."""
    return sorted(metingen, key=lambda meting: meting.datum)


def that_count(metingen: Iterable[Meting]) -> list[Meting]:
    """The readings since the latest work on the odometer, by day; those before it are of another odometer."""
    alle = in_order(metingen)
    vanaf = max((plek for plek, meting in enumerate(alle) if meting.teller_gewijzigd), default=0)
    return alle[vanaf:]


def check_kmstand(
    invoer: KmInvoer, metingen: Iterable[Meting], vandaag: date, dubbel: Iterable[KmInvoer] = ()
) -> tuple[Bevinding, ...]:
    """What is wrong or odd about a reading beside the ``metingen`` of the same car; ``dubbel`` are those on file.

    Blocks KM_LEEG, KM_DATUM_LEEG, KM_ONGELDIG, DATUM_TOEKOMST, KM_DUBBEL and a remark that is too long; all else is
    advice.
    """
    return (
        *_missing(invoer, vandaag),
        *_twice(invoer, dubbel),
        *(advise(punt, metingen) if (punt := point(invoer)) is not None else ()),
    )


def point(invoer: KmInvoer) -> Punt | None:
    """The reading as it is judged; None while it has no day or no number that an odometer can show."""
    if invoer.stand is None or invoer.datum is None:
        return None
    km = to_km(invoer.stand, invoer.eenheid)
    return Punt(invoer.datum, km, invoer.teller_gewijzigd) if is_possible(km) else None


def is_possible(km: int) -> bool:
    """Whether an odometer can have shown this."""
    return 0 <= km <= KM_HOOGSTENS


def advise(punt: Punt, metingen: Iterable[Meting]) -> tuple[Bevinding, ...]:
    """What is odd about a reading beside the others of its car: advice, never a bar."""
    alle = in_order(metingen)
    werk = max((meting.datum for meting in alle if meting.teller_gewijzigd), default=punt.datum)
    gevonden: list[Bevinding] = []
    # A reading from before the latest work on the odometer is of another odometer: nothing can be said of it.
    if punt.datum >= werk:
        gevonden += _beside(punt, that_count(alle))
    if punt.km and punt.km % _ROND == 0:
        gevonden.append(_advice("KM_AFGEROND"))
    return tuple(gevonden)


def _beside(punt: Punt, geldig: Sequence[Meting]) -> Iterator[Bevinding]:
    eerder = [] if punt.teller_gewijzigd else [meting for meting in geldig if meting.datum <= punt.datum]
    later = [meting for meting in geldig if meting.datum > punt.datum]
    hoogste = max(eerder, key=lambda meting: meting.km, default=None)
    if hoogste is not None and punt.km < hoogste.km:
        yield _compared("KM_LAGER", punt, hoogste)
    laagste = min(later, key=lambda meting: meting.km, default=None)
    if laagste is not None and punt.km > laagste.km:
        yield _compared("KM_HOGER_DAN_LATER", punt, laagste)
    vorige = max(eerder, key=lambda meting: (meting.datum, meting.km), default=None)
    if vorige is not None and is_too_fast(vorige, punt):
        dagen = _days(vorige, punt)
        yield _compared("KM_PER_DAG", punt, vorige, per_dag=-(-(punt.km - vorige.km) // dagen))


def is_too_fast(vorige: Meting, volgende: Meting) -> bool:
    """Whether more than 1000 km a day lie between two readings; the same day counts as one day."""
    return volgende.km - vorige.km > KM_PER_DAG_HOOGSTENS * _days(vorige, volgende)


def _days(vorige: Meting, volgende: Meting) -> int:
    return max(1, (volgende.datum - vorige.datum).days)


def _missing(invoer: KmInvoer, vandaag: date) -> Iterator[Bevinding]:
    if invoer.stand is None:
        yield Bevinding("stand", "KM_LEEG")
    elif not is_possible(to_km(invoer.stand, invoer.eenheid)):
        yield Bevinding("stand", "KM_ONGELDIG", params={"hoogstens": km_text(KM_HOOGSTENS)})
    if invoer.datum is None:
        yield Bevinding("datum", "KM_DATUM_LEEG", params={"vandaag": datum_tekst(vandaag)})
    elif invoer.datum > vandaag:
        yield Bevinding("datum", "DATUM_TOEKOMST", params={"datum": datum_tekst(invoer.datum)})
    if len(invoer.opmerking) > OPMERKING_HOOGSTENS:
        params = {"hoogstens": OPMERKING_HOOGSTENS, "lengte": len(invoer.opmerking)}
        yield Bevinding("opmerking", "TEKST_TE_LANG", params=params)


def _twice(invoer: KmInvoer, op_de_kaart: Iterable[KmInvoer]) -> Iterator[Bevinding]:
    mijn = (invoer.stand, invoer.datum, invoer.eenheid, invoer.herkomst, invoer.teller_gewijzigd)
    for ander in op_de_kaart:
        if mijn == (ander.stand, ander.datum, ander.eenheid, ander.herkomst, ander.teller_gewijzigd):
            yield Bevinding("stand", "KM_DUBBEL", params={"datum": datum_tekst(ander.datum)})
            return


def _compared(code: str, punt: Punt, ander: Meting, **meer: Any) -> Bevinding:
    meer = {naam: km_text(getal) for naam, getal in meer.items()}
    verschil = km_text(abs(punt.km - ander.km))
    return _advice(code, verschil=verschil, ander=km_text(ander.km), datum=datum_tekst(ander.datum), **meer)


def _advice(code: str, **params: Any) -> Bevinding:
    return Bevinding("stand", code, Ernst.WAARSCHUWING, params)


def km_text(km: int) -> str:
    """A number of kilometres with dots: ``131.488``."""
    return f"{km:,}".replace(",", ".")
