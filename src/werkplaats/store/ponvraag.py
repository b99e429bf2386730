"""The rules for plate requests asked of a whole table at once: the same table of rules, as columns of one query."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, literal, literal_column

from werkplaats.domain.beslisboom import Splitsing, leaves
from werkplaats.domain.pon import Besluit, Oordeel, PonRegel, Reden
from werkplaats.domain.pon_regels import (
    BEZWAREN,
    GEMIST,
    LETTERLIJK,
    TAKKEN,
    Tak,
    Uitslag,
    decision_tree,
    is_due,
)
from werkplaats.domain.voorwaarde import VANDAAG, Voorwaarde, day
from werkplaats.store.voorwaarden import Dagverschil, to_sql

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement

    from werkplaats.domain.beslisboom import Boom
    from werkplaats.domain.pon import PonKeuze

BEZWAAR, TAK, REDENEN, VERVALLEN, GEMISTE, LETTER = "bezwaar", "tak", "redenen", "vervallen", "gemiste", "letter"
"""The columns of an answer: sets of reasons and rules as bits, the branch by its number."""

_REDENEN = tuple(Reden)
_REGELS = tuple(PonRegel)


class Ponvraag:
    """The columns that judge each row of a table; ``kolommen`` has a column for every fact of an order."""

    def __init__(self, kolommen: Mapping[str, Any], keuze: PonKeuze, vandaag: date) -> None:
        self._kolommen = {**kolommen, **asdict(keuze)}
        self._keuze = keuze
        self._vandaag = vandaag

    @property
    def columns(self) -> tuple[ColumnElement[Any], ...]:
        """What a row must give to be read by ``oordeel``, besides its days."""
        return (
            self.bezwaar.label(BEZWAAR),
            self.tak.label(TAK),
            self._per_tak(self._redenen(tak.aandacht) for tak in TAKKEN).label(REDENEN),
            self._per_tak(self._bits([(0, is_due(tak))]) for tak in TAKKEN).label(VERVALLEN),
            self._first(GEMIST).label(GEMISTE),
            self._bits((_REGELS.index(regel), als) for regel, als in LETTERLIJK).label(LETTER),
        )

    @property
    def bezwaar(self) -> ColumnElement[int]:
        """The bars that apply, as bits; 0 for an order that may be requested."""
        return self._redenen(BEZWAREN)

    @property
    def tak(self) -> ColumnElement[int]:
        """The number of the branch that judges an order."""
        return self._per_tak(literal_column(str(nummer)) for nummer in range(len(TAKKEN)))

    def sql(self, voorwaarde: Voorwaarde) -> ColumnElement[bool]:
        """A condition over the facts, for a WHERE."""
        return to_sql(voorwaarde, self._kolommen, self._vandaag)

    @property
    def packed(self) -> ColumnElement[Any]:
        """The whole decision in one number: for a million orders at once.

        It counts what can be said, and above that the days between the day of the question and the day of the order
        that is meant. No condition is weighed twice for one order.
        """
        return self._branch(self._boom)

    def unpack(self, code: float) -> Oordeel:
        """The decision that ``packed`` gave."""
        dagen, plek = divmod(int(code), len(self._uitslagen))
        uitslag = self._uitslagen[plek]
        return uitslag.on({} if uitslag.op is None else {uitslag.op.veld: self._vandaag + timedelta(days=dagen)})

    @cached_property
    def _boom(self) -> Boom[Uitslag]:
        return decision_tree(self._keuze)

    @cached_property
    def _uitslagen(self) -> tuple[Uitslag, ...]:
        return tuple(dict.fromkeys(leaves(self._boom)))

    def _branch(self, boom: Boom[Uitslag]) -> ColumnElement[Any]:
        """One CASE with a WHEN for each no after the other: SQLite's parser takes no CASE that is nested deep."""
        gevallen = []
        while isinstance(boom, Splitsing):
            gevallen.append((self.sql(boom.als), self._branch(boom.ja)))
            boom = boom.nee
        return case(*gevallen, else_=self._leaf(boom)) if gevallen else self._leaf(boom)

    def _leaf(self, uitslag: Uitslag) -> ColumnElement[Any]:
        plek: ColumnElement[Any] = literal_column(str(self._uitslagen.index(uitslag)))
        if uitslag.op is None or uitslag.op.veld == VANDAAG:
            return plek
        dagen: ColumnElement[Any] = Dagverschil(self._kolommen[uitslag.op.veld], literal(self._vandaag))
        return dagen * literal_column(str(len(self._uitslagen))) + plek

    def oordeel(self, rij: Any) -> Oordeel:
        """The decision about a row that has the columns and the days of the order under their own names."""
        if rij.bezwaar:
            return Oordeel(Besluit.VOLDOET_NIET, redenen=_reasons(rij.bezwaar))
        tak, waarden = TAKKEN[rij.tak], {**rij._mapping, VANDAAG: self._vandaag}  # noqa: SLF001 - its public name
        return _decide(tak, waarden, rij.redenen, rij.vervallen, rij.gemiste, rij.letter)

    def _per_tak(self, waarden: Any) -> ColumnElement[int]:
        return case(*((self.sql(tak.als), waarde) for tak, waarde in zip(TAKKEN, waarden, strict=True)))

    def _redenen(self, gronden: Sequence[tuple[Reden, Voorwaarde]]) -> ColumnElement[int]:
        return self._bits((_REDENEN.index(reden), als) for reden, als in gronden)

    def _bits(self, plekken: Any) -> ColumnElement[int]:
        som: ColumnElement[int] = literal_column("0")
        for plek, als in plekken:
            som = som + case((self.sql(als), literal_column(str(1 << plek))), else_=literal_column("0"))
        return som

    def _first(self, regels: Sequence[tuple[PonRegel, Voorwaarde]]) -> ColumnElement[int]:
        gevallen: Iterator[tuple[Any, Any]] = (
            (self.sql(als), literal_column(str(_REGELS.index(regel)))) for regel, als in regels
        )
        return case(*gevallen, else_=literal_column("-1"))


def _decide(tak: Tak, waarden: Mapping[str, Any], redenen: int, vervallen: int, gemiste: int, letter: int) -> Oordeel:
    op = day(tak.op, waarden) if tak.op is not None else None
    gemist = _REGELS[gemiste] if gemiste >= 0 else None
    letterlijk = tuple(regel for plek, regel in enumerate(_REGELS) if letter >> plek & 1)
    if redenen:
        return Oordeel(Besluit.AANDACHT, None, op, _reasons(redenen), gemist, letterlijk)
    if tak.wacht_op is not None:
        return Oordeel(Besluit.WACHTEN, redenen=(tak.wacht_op,))
    if vervallen:
        return Oordeel(Besluit.AANVRAGEN, tak.regel, op)
    return Oordeel(Besluit.WACHTEN, tak.regel, op, (), gemist, letterlijk)


def _reasons(bits: int) -> tuple[Reden, ...]:
    return tuple(reden for plek, reden in enumerate(_REDENEN) if bits >> plek & 1)
