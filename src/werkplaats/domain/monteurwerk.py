"""The work of a mechanic on the cards of today: his hours, his answers to the checklist, and when his part is done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.lijst import plat
from werkplaats.domain.werkkaart import KaartStaat
from werkplaats.domain.werkkaart_regel import Regelsoort
from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.werkkaart import Werkkaart, WerkkaartInvoer
    from werkplaats.domain.werkkaart_regel import Regel

OPMERKING_HOOGSTENS = 500
LANG_BEZIG = timedelta(hours=12)
"""Who works longer than this at one stretch has rather forgotten to stop."""
_SCHEIDING = re.compile(r"[,;/&+]|\s+en\s+", re.IGNORECASE)
_DICHT = frozenset({KaartStaat.OPGEHAALD, KaartStaat.VERVALLEN})


class Antwoord(StrEnum):
    """What a mechanic found; the value is what the store keeps."""

    OK = "ok"
    NIET_OK = "niet ok"
    NVT = "n.v.t."


class Puntsoort(StrEnum):
    """What was answered: a point of the shop's checklist, or a line of the card that was done."""

    CHECKLIST = "checklist"
    REGEL = "regel"


@dataclass(frozen=True, slots=True)
class Monteur:
    """Somebody whose hours are kept."""

    id: int
    naam: str


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """A stretch of work of one mechanic on one card; while it runs it has no end."""

    id: int
    werkkaart_id: int
    monteur: Monteur
    begin: Moment
    eind: Moment | None = None

    def duur(self, nu: Moment) -> timedelta:
        """How long it took, until now while it runs: time that passed, whatever the clocks on the wall did."""
        return max(timedelta(), (self.eind or nu).utc - self.begin.utc)

    def is_forgotten(self, nu: Moment) -> bool:
        """Whether it runs for so long that somebody rather forgot to stop."""
        return self.eind is None and self.duur(nu) > LANG_BEZIG

    def within(self, van: Moment, tot: Moment) -> timedelta:
        """The part of it that lies between two moments."""
        einde = min((self.eind or tot).utc, tot.utc)
        return max(timedelta(), einde - max(self.begin.utc, van.utc))


@dataclass(frozen=True, slots=True)
class Punt:
    """A point with what was answered, by whom and when; ``sleutel`` names it on its card, ``tekst`` is what it said."""

    soort: Puntsoort
    sleutel: str
    tekst: str
    antwoord: Antwoord | None = None
    opmerking: str = ""
    door: str = ""
    op: Moment | None = None


@dataclass(frozen=True, slots=True)
class Deel:
    """The part of one mechanic in a card: his remark, and since when he is done with it."""

    monteur: Monteur
    opmerking: str = ""
    klaar_op: Moment | None = None


@dataclass(frozen=True, slots=True)
class DagKaart:
    """A card in the list of a mechanic's day."""

    id: int
    nummer: str
    kenteken: Kenteken | None
    vin: str
    voertuig: str
    werk: str
    staat: KaartStaat
    afgesproken_op: date | None
    afgesproken_om: str
    klaar_op: Moment | None
    loopt: bool


@dataclass(frozen=True, slots=True)
class Werkdag:
    """The day of a mechanic: his cards, what he worked on today, and what runs now."""

    monteur: Monteur
    nu: Moment
    kaarten: tuple[DagKaart, ...]
    gewerkt: timedelta
    loopt: Tijdvak | None


@dataclass(frozen=True, slots=True)
class MonteurKaart:
    """A card as a mechanic works on it; ``punten`` are the checklist, ``regels`` the lines that can be ticked."""

    kaart: Werkkaart
    deel: Deel
    tijden: tuple[Tijdvak, ...]
    punten: tuple[Punt, ...]
    regels: tuple[Punt, ...]
    fotos: int

    @property
    def answered(self) -> int:
        """How many points of the checklist have an answer."""
        return sum(punt.antwoord is not None for punt in self.punten)


@dataclass(frozen=True, slots=True)
class Werkverslag:
    """What the counter sees of a card: everybody's hours, remarks and answers.

    ``punten`` are all answers; ``checklist`` is each point of the shop's list, with its answer where there is one.
    """

    tijden: tuple[Tijdvak, ...]
    delen: tuple[Deel, ...]
    punten: tuple[Punt, ...]
    checklist: tuple[Punt, ...] = ()
    fotos: int = 0

    @property
    def answered(self) -> int:
        """How many points of the checklist have an answer."""
        return sum(punt.antwoord is not None for punt in self.checklist)


def works_on(monteur: str, naam: str) -> bool:
    """Whether the field ``monteur`` of a card names this person, perhaps among others: ``Dennis Kuipers en Ali``."""
    zoekt = plat(naam).strip()
    return bool(zoekt) and any(plat(deel).strip() == zoekt for deel in _SCHEIDING.split(monteur))


def unknown_names(monteur: str, namen: Iterable[str]) -> tuple[str, ...]:
    """The names in the field ``monteur`` that are nobody's of these."""
    bekend = {plat(naam).strip() for naam in namen}
    delen = (deel.strip() for deel in _SCHEIDING.split(monteur))
    return tuple(deel for deel in delen if deel and plat(deel).strip() not in bekend)


def last_name(monteur: str) -> tuple[str, str]:
    """The field ``monteur`` as what stands before the name that is typed now, and that name."""
    einde = max((gevonden.end() for gevonden in _SCHEIDING.finditer(monteur)), default=0)
    naam = monteur[einde:].lstrip()
    return monteur[: len(monteur) - len(naam)], naam


def is_today(invoer: WerkkaartInvoer, staat: KaartStaat, vandaag: date) -> bool:
    """Whether there is work on a card today: the car stands here, or it is to be ready today at the latest."""
    if staat is KaartStaat.GEPLAND:
        return invoer.afgesproken_op is None or invoer.afgesproken_op <= vandaag
    return staat in (KaartStaat.BINNEN, KaartStaat.IN_UITVOERING)


def is_open(staat: KaartStaat) -> bool:
    """Whether a mechanic can still write on a card."""
    return staat not in _DICHT


def work_words(invoer: WerkkaartInvoer) -> str:
    """What is to be done, in a few words: the first lines of work, else what the customer said."""
    werk = [regel.omschrijving or regel.code for regel in task_lines(invoer.regels)]
    return ", ".join(werk[:2]) or invoer.klacht.strip().split("\n")[0]


def task_lines(regels: Sequence[Regel]) -> tuple[Regel, ...]:
    """The lines that stand for work of their own: headings of packages, hours, remarks; where there are none, all."""
    werk = tuple(regel for regel in regels if regel.soort is not Regelsoort.ARTIKEL and not regel.in_pakket)
    return werk or tuple(regels)


def worked(tijden: Iterable[Tijdvak], nu: Moment) -> timedelta:
    """All stretches together."""
    return sum((tijd.duur(nu) for tijd in tijden), timedelta())


def hours(duur: timedelta) -> int:
    """A time in thousandths of an hour, as the lines of a card count; to the nearest hundredth."""
    return round(duur / timedelta(hours=1) * 100) * 10


def clock_text(duur: timedelta) -> str:
    """A time as hours and minutes: ``02:42``."""
    minuten = int(duur.total_seconds()) // 60
    return f"{minuten // 60:02d}:{minuten % 60:02d}"


def check_opmerking(tekst: str) -> tuple[Bevinding, ...]:
    """What of a remark cannot be kept."""
    if len(tekst) <= OPMERKING_HOOGSTENS:
        return ()
    params = {"hoogstens": OPMERKING_HOOGSTENS, "lengte": len(tekst)}
    return (Bevinding("opmerking", "TEKST_TE_LANG", params=params),)
