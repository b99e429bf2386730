"""What is still to happen with the plates of orders: what is requested when, and what a person must look at.

It is the same table of rules that judges an order, read for the overview: the list of one order here and the query over
all of them in the store come from the same conditions.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.pon import Reden
from werkplaats.domain.pon_regels import (
    AANDACHT_VOORAF,
    BEZWAREN,
    GEMIST,
    branch,
    is_due,
    judge,
    may_be_requested,
    needs_attention,
    objection,
    would_fall_due,
)
from werkplaats.domain.voorwaarde import ALTIJD, VANDAAG, Dag, Eerder, Niet, alle, day, een_van, holds

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.pon import Oordeel, PonFeiten, PonKeuze, PonRegel
    from werkplaats.domain.pon_regels import Tak
    from werkplaats.domain.voorwaarde import Voorwaarde

VOORUIT = 14
"""The days that the calendar shows, today among them."""


class Groep(StrEnum):
    """Where an order stands in the overview.

    ``goedkeuring`` lacks only the approval of the sale while its rule has fallen due; ``komend`` asks for a person, but
    not yet; ``aanvragen`` is requested today or in the days of the calendar.
    """

    AANDACHT = "aandacht"
    GOEDKEURING = "goedkeuring"
    KOMEND = "komend"
    AANVRAGEN = "aanvragen"


VOOR_EEN_MENS = (Groep.AANDACHT, Groep.GOEDKEURING)
"""What somebody must do something about now: these count in the badge and stand in the mail."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is still to happen with the plate of an order.

    ``dag`` is the day on which it is requested, or by which a person must decide; ``oordeel`` is what is decided, of an
    order that waits for approval what would be. ``gebreken`` are the codes of what is missing to send its request.
    """

    groep: Groep
    dag: date | None
    oordeel: Oordeel
    gebreken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanRegel:
    """An order on a line of the overview."""

    id: int
    nummer: str
    relatie: str
    omschrijving: str
    chassisnummer: str
    afleverdatum: date | None
    plan: Plan


@dataclass(frozen=True, slots=True)
class Kalenderdag:
    """How many plates are requested on a day, by each rule; what fell due before stands at today."""

    dag: date
    regels: tuple[tuple[PonRegel, int], ...] = ()

    @property
    def aantal(self) -> int:
        """How many by all rules."""
        return sum(aantal for _regel, aantal in self.regels)


@dataclass(frozen=True, slots=True)
class Kalender:
    """The coming days; ``automatisch`` says whether the shop lets the program request by itself."""

    dagen: tuple[Kalenderdag, ...]
    automatisch: bool


_GOEDKEURING = dict(BEZWAREN)[Reden.NIET_GOEDGEKEURD]

ALLEEN_GOEDKEURING = alle(
    _GOEDKEURING, Niet(een_van(*(als for reden, als in BEZWAREN if reden is not Reden.NIET_GOEDGEKEURD)))
)
"""The approval of the sale is all that stands in the way."""

_GEMIST = een_van(*(als for _regel, als in GEMIST))


def is_planned(tak: Tak) -> Voorwaarde:
    """When the plate of an order of this branch is requested within the days of the calendar."""
    if tak.op is None:
        return Niet(ALTIJD)
    return alle(Niet(needs_attention(tak)), Eerder(tak.op, Dag(VANDAAG) + (VOORUIT - 1), of_gelijk=True))


def groups(tak: Tak) -> tuple[tuple[Groep, Voorwaarde], ...]:
    """Where an order of this branch stands that may be requested; the first that holds is it.

    A car that was planned after a rule had fallen due is brought to a person at once, although a later day holds now.
    """
    bezwaard = needs_attention(tak)
    ingehaald = Niet(ALTIJD) if tak.op is None else alle(_GEMIST, Niet(bezwaard), Niet(is_due(tak)))
    return (
        (Groep.AANDACHT, een_van(needs_attention(tak, AANDACHT_VOORAF), ingehaald)),
        (Groep.KOMEND, bezwaard),
        (Groep.AANVRAGEN, is_planned(tak)),
    )


def plan_of(feiten: PonFeiten, keuze: PonKeuze, vandaag: date, gebreken: tuple[str, ...] = ()) -> Plan | None:
    """What is still to happen with the plate of an order; None when nothing is, or not for a long time.

    ``gebreken`` is what is missing to send its request: where its rule fell due, a person must mend that.
    """
    waarden = {**asdict(feiten), **asdict(keuze), VANDAAG: vandaag}
    tak = branch(waarden)
    dag = day(tak.op, waarden) if tak.op is not None else None
    if holds(ALLEEN_GOEDKEURING, waarden) and holds(may_be_requested(tak), waarden):
        return Plan(Groep.GOEDKEURING, dag, would_fall_due(feiten, keuze, vandaag))
    if holds(objection(), waarden):
        return None
    groep = next((groep for groep, als in groups(tak) if holds(als, waarden)), None)
    if gebreken and holds(may_be_requested(tak), waarden):
        groep = Groep.AANDACHT
    if groep is None:
        return None
    return Plan(groep, dag, judge(feiten, keuze, vandaag), gebreken if groep is not Groep.KOMEND else ())
