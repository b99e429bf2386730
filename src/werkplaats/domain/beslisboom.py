"""Turns a procedure that asks conditions one by one into a tree in which no condition is asked twice.

A procedure that decides about one record asks its conditions of that record. Run over nothing but what is known
already, it stops at the first condition that is still open; the tree splits there, and the procedure runs again on both
sides. So the same lines of code decide about one record and yield the tree from which a table is judged at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar, Union

from werkplaats.domain.voorwaarde import ALTIJD, NOOIT, Alle, Bekend, Dag, Een, Eerder, Niet, Voorwaarde, simplify

T = TypeVar("T")

Weeg = Callable[[Voorwaarde], bool]
"""Tells whether a condition holds."""


@dataclass(frozen=True, slots=True)
class Splitsing(Generic[T]):
    """A condition of which the rest depends."""

    als: Voorwaarde
    ja: Boom[T]
    nee: Boom[T]


Boom = Union[Splitsing[T], T]  # noqa: UP007 - a class that is written below itself cannot be joined by a bar


@dataclass(frozen=True, slots=True)
class Kennis:
    """What is sure: the conditions that hold, and those that do not."""

    waar: frozenset[Voorwaarde] = frozenset()
    onwaar: frozenset[Voorwaarde] = frozenset()

    def with_answer(self, als: Voorwaarde, antwoord: bool) -> Kennis:
        """The same with the answer to one condition, and what follows from it."""
        waar, onwaar = {als} if antwoord else set[Voorwaarde](), {als} if not antwoord else set[Voorwaarde]()
        if isinstance(als, Eerder):
            bekend = {Bekend(Dag(als.links.veld)), Bekend(Dag(als.rechts.veld))}
            omgekeerd = Eerder(als.rechts, als.links, not als.of_gelijk)
            if antwoord:
                waar |= bekend
                onwaar.add(omgekeerd)
            elif bekend <= self.waar:
                waar.add(omgekeerd)
        return Kennis(self.waar | waar, self.onwaar | onwaar)


class _StillOpen(Exception):
    """Stops a procedure at what it cannot know yet: no error, and nobody outside sees it."""

    def __init__(self, als: Voorwaarde) -> None:
        super().__init__(als)
        self.als = als


def grow(decide: Callable[[Weeg], T], kennis: Kennis) -> Boom[T]:
    """The tree of a procedure; ``kennis`` is what is sure before anything is asked."""

    def weigh(als: Voorwaarde) -> bool:
        over = simplify(als, kennis.waar, kennis.onwaar)
        if over not in (ALTIJD, NOOIT):
            raise _StillOpen(_first(over))
        return over == ALTIJD

    try:
        return decide(weigh)
    except _StillOpen as open_:
        als = open_.als
    return Splitsing(als, grow(decide, kennis.with_answer(als, True)), grow(decide, kennis.with_answer(als, False)))


def leaves(boom: Boom[T]) -> Iterator[T]:
    """What a tree can say, from yes to no; the same thing may come by more than once."""
    if isinstance(boom, Splitsing):
        yield from leaves(boom.ja)
        yield from leaves(boom.nee)
    else:
        yield boom


def _first(als: Voorwaarde) -> Voorwaarde:
    """The first part that is no combination of others: that one is asked."""
    match als:
        case Niet(van):
            return _first(van)
        case Alle(van) | Een(van):
            return _first(van[0])
        case _:
            return als
