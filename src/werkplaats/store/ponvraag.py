"""The rules for plate requests asked of a whole table at once: the same table of rules, as columns of one query."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import and_, case, literal_column, null

from werkplaats.domain.pon import Besluit, Oordeel, PonRegel, Reden
from werkplaats.domain.pon_regels import (
    BEZWAREN,
    GEMIST,
    LETTERLIJK,
    TAKKEN,
    Tak,
    is_due,
    known_in,
    may_be_requested,
    needs_attention,
    objection,
)
from werkplaats.domain.voorwaarde import NOOIT, VANDAAG, Niet, Voorwaarde, day, simplify
from werkplaats.store.voorwaarden import to_sql

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement

    from werkplaats.domain.pon import PonKeuze

T = TypeVar("T")

BEZWAAR, TAK, REDENEN, VERVALLEN, GEMISTE, LETTER = "bezwaar", "tak", "redenen", "vervallen", "gemiste", "letter"
"""The columns of an answer: sets of reasons and rules as bits, the branch by its number."""

_REDENEN = tuple(Reden)
_REGELS = tuple(PonRegel)
_GEMIST, _VERVALLEN, _REDEN = len(_REGELS), len(_REGELS) + 3, len(_REGELS) + 4
_TAK = _REDEN + len(_REDENEN)
"""Where in the packed number each part begins; the rules by the letter stand first."""


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
    def packed(self) -> tuple[ColumnElement[int], ColumnElement[Any]]:
        """The whole decision in one number, and the day that its branch counts from: for a million orders at once.

        Each condition is weighed where it matters only: the bars first, then the branch, then what stands in its way.
        """
        binnen = self._per_tak(self._packed_tak(nummer, tak) for nummer, tak in enumerate(TAKKEN))
        code = case((self.sql(Niet(objection())), binnen), else_=-self.bezwaar)
        dagen = (
            self._kolommen[tak.op.veld] if tak.op is not None and tak.op.veld != VANDAAG else null() for tak in TAKKEN
        )
        return code, self._per_tak(dagen)

    def unpack(self, code: int, dag: Any) -> Oordeel:
        """The decision that ``packed`` gave; ``dag`` as the driver gives it, a date or its text."""
        if code < 0:
            return Oordeel(Besluit.VOLDOET_NIET, redenen=_reasons(-code))
        tak = TAKKEN[code >> _TAK]
        gegeven = date.fromisoformat(dag) if isinstance(dag, str) else dag
        vervallen, gemist = code >> _VERVALLEN & 1, (code >> _GEMIST & 7) - 1
        redenen, letter = code >> _REDEN & (1 << len(_REDENEN)) - 1, code & (1 << _GEMIST) - 1
        waarden = {tak.op.veld: gegeven, VANDAAG: self._vandaag} if tak.op is not None else {}
        return _decide(tak, waarden, redenen, vervallen, gemist, letter)

    def _packed_tak(self, nummer: int, tak: Tak) -> ColumnElement[int]:
        """What is decided in a branch; what was missed and what the letter says matters only where nothing is asked."""
        waar, onwaar = known_in(nummer)

        def still(gronden: Iterable[tuple[T, Voorwaarde]]) -> list[tuple[T, Voorwaarde]]:
            """What of these is not sure already in this branch."""
            over = ((wat, simplify(als, waar, onwaar)) for wat, als in gronden)
            return [(wat, als) for wat, als in over if als != NOOIT]

        redenen = [(_REDEN + _REDENEN.index(reden), als) for reden, als in still(tak.aandacht)]
        letter = [(_REGELS.index(regel), als) for regel, als in still(LETTERLIJK)]
        gemist = self._first(still(GEMIST)) + literal_column("1") if still(GEMIST) else literal_column("0")
        begin: ColumnElement[int] = literal_column(str(nummer << _TAK))
        meer = self._bits([*redenen, *letter]) + gemist * literal_column(str(1 << _GEMIST))
        gevraagd: ColumnElement[int] = literal_column(str((nummer << _TAK) + (1 << _VERVALLEN)))
        ((_alles, vrij),) = still([(tak, may_be_requested(tak))]) or [(tak, NOOIT)]
        return case((self.sql(vrij), gevraagd), else_=begin + meer)

    @property
    def aanvragen(self) -> ColumnElement[bool]:
        """The orders whose plate is requested today, for a WHERE."""
        return self._where(may_be_requested(tak) for tak in TAKKEN)

    def aandacht(self, vooraf: int | None = None) -> ColumnElement[bool]:
        """The orders that a person must look at, with ``vooraf`` those only that he must decide on in so many days."""
        return self._where(needs_attention(tak, vooraf) for tak in TAKKEN)

    def oordeel(self, rij: Any) -> Oordeel:
        """The decision about a row that has the columns and the days of the order under their own names."""
        if rij.bezwaar:
            return Oordeel(Besluit.VOLDOET_NIET, redenen=_reasons(rij.bezwaar))
        tak, waarden = TAKKEN[rij.tak], {**rij._mapping, VANDAAG: self._vandaag}  # noqa: SLF001 - its public name
        return _decide(tak, waarden, rij.redenen, rij.vervallen, rij.gemiste, rij.letter)

    def _where(self, per_tak: Iterator[Voorwaarde]) -> ColumnElement[bool]:
        gekozen = self._per_tak(self._bits([(0, als)]) for als in per_tak)
        return and_(self.sql(Niet(objection())), gekozen == literal_column("1"))

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
