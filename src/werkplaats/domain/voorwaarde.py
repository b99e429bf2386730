"""A small language for conditions that are written once and asked twice: of one record here, of a table by the store.

Whatever stands in a condition is frozen data. Here it is weighed over one record; the store turns the same data into
SQL. What is not known makes a comparison false, never an error, on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

VANDAAG = "vandaag"
"""The name under which the day of the question is given."""


@dataclass(frozen=True, slots=True)
class Dag:
    """A day of the record, or ``vandaag``, moved by a number of days."""

    veld: str
    erbij: int = 0

    def __add__(self, dagen: int) -> Dag:
        return Dag(self.veld, self.erbij + dagen)

    def __sub__(self, dagen: int) -> Dag:
        return Dag(self.veld, self.erbij - dagen)


@dataclass(frozen=True, slots=True)
class Waar:
    """A field, or a choice of the asker, that is yes or no."""

    veld: str


@dataclass(frozen=True, slots=True)
class Bekend:
    """A day that is known."""

    dag: Dag


@dataclass(frozen=True, slots=True)
class Eerder:
    """One day lies before another; with ``of_gelijk`` on it as well."""

    links: Dag
    rechts: Dag
    of_gelijk: bool = False


@dataclass(frozen=True, slots=True)
class Niet:
    """The opposite."""

    van: Voorwaarde


@dataclass(frozen=True, slots=True)
class Alle:
    """Every one of these; of none at all it is true."""

    van: tuple[Voorwaarde, ...]


@dataclass(frozen=True, slots=True)
class Een:
    """At least one of these; of none at all it is false."""

    van: tuple[Voorwaarde, ...]


Voorwaarde = Waar | Bekend | Eerder | Niet | Alle | Een

ALTIJD = Alle(())


def alle(*van: Voorwaarde) -> Alle:
    """Every one of these."""
    return Alle(van)


def een_van(*van: Voorwaarde) -> Een:
    """At least one of these."""
    return Een(van)


NOOIT = Een(())


def simplify(voorwaarde: Voorwaarde, waar: frozenset[Voorwaarde], onwaar: frozenset[Voorwaarde]) -> Voorwaarde:
    """The condition where some others are known to hold, and some not: what is known falls out of it."""
    if voorwaarde in waar:
        return ALTIJD
    if voorwaarde in onwaar:
        return NOOIT
    match voorwaarde:
        case Eerder(links, rechts) if any(Bekend(Dag(dag.veld)) in onwaar for dag in (links, rechts)):
            return NOOIT
        case Niet(van):
            binnen = simplify(van, waar, onwaar)
            return NOOIT if binnen == ALTIJD else ALTIJD if binnen == NOOIT else Niet(binnen)
        case Alle(van):
            delen = tuple(een for deel in van if (een := simplify(deel, waar, onwaar)) != ALTIJD)
            return NOOIT if NOOIT in delen else delen[0] if len(delen) == 1 else Alle(delen)
        case Een(van):
            delen = tuple(een for deel in van if (een := simplify(deel, waar, onwaar)) != NOOIT)
            return ALTIJD if ALTIJD in delen else delen[0] if len(delen) == 1 else Een(delen)
        case _:
            return voorwaarde


def holds(voorwaarde: Voorwaarde, waarden: Mapping[str, Any]) -> bool:
    """Whether a condition holds for one record; ``waarden`` has its fields, the asker's choices and ``vandaag``."""
    match voorwaarde:
        case Waar(veld):
            return bool(waarden[veld])
        case Bekend(dag):
            return waarden[dag.veld] is not None
        case Eerder(links, rechts, of_gelijk):
            return _is_before(waarden[links.veld], waarden[rechts.veld], rechts.erbij - links.erbij, of_gelijk)
        case Niet(van):
            return not holds(van, waarden)
        case Alle(van):
            return all(holds(deel, waarden) for deel in van)
        case Een(van):
            return any(holds(deel, waarden) for deel in van)


def _is_before(links: date | None, rechts: date | None, ruimte: int, of_gelijk: bool) -> bool:
    """Compared by the days between them: a day near the end of the calendar cannot be moved beyond it."""
    if links is None or rechts is None:
        return False
    verschil = (links - rechts).days
    return verschil <= ruimte if of_gelijk else verschil < ruimte


def day(dag: Dag, waarden: Mapping[str, Any]) -> date | None:
    """The day itself; None when it is not known or lies outside the calendar."""
    gegeven = waarden[dag.veld]
    if gegeven is None:
        return None
    try:
        verschoven: date = gegeven + timedelta(days=dag.erbij)
    except OverflowError:
        return None
    return verschoven
