"""The rules for plate requests, once, as a table: the explanation of one order and the query over all come from it.

An order that passes every bar is judged by the first branch whose condition holds. Readings that were chosen where the
source leaves room stand in docs/decisions; the one that matters most: the four rules are one decision per car, not four
triggers.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from werkplaats.domain.pon import Besluit, Oordeel, PonRegel, Reden
from werkplaats.domain.voorwaarde import (
    ALTIJD,
    VANDAAG,
    Alle,
    Bekend,
    Dag,
    Eerder,
    Niet,
    Voorwaarde,
    Waar,
    alle,
    day,
    een_van,
    holds,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from werkplaats.domain.pon import PonFeiten, PonKeuze

NA_LOSSEN = 14
"""Days after unloading: the plate of a car that nobody planned is asked for, and planning later is too late."""
VOOR_AFLEVERING = 7
"""Days before the delivery, or before the NLV day."""
NA_KCODE = 14
"""Days after the k-code of a stock car."""

_LOS, _NLV, _KCODE = Dag("losdatum"), Dag("nlv"), Dag("kcode_datum")
_AFLEVERING, _GEPLAND = Dag("afleverdatum"), Dag("gepland_op")
_NU = Dag(VANDAAG)

INGEPLAND = Bekend(_AFLEVERING)
_VOORRAAD = Waar("voorraad")
_NA_NLV = Eerder(_NLV, _AFLEVERING, of_gelijk=True)
_LATER_MAG = Waar("nlv_bij_latere_aflevering")
_TE_LAAT = Eerder(_LOS + NA_LOSSEN, _GEPLAND)
_OP_TIJD = Eerder(_GEPLAND, _LOS + NA_LOSSEN, of_gelijk=True)

AANDACHT_VOORAF = 7
"""Days before the day by which a person must decide: until then an order that needs him is still to come."""

Grond = tuple[Reden, Voorwaarde]
"""A reason, and when it applies."""


@dataclass(frozen=True, slots=True)
class Tak:
    """A branch of the table: for which orders, by which rule and on which day, and what stands in the way of it.

    Without a rule it waits for ``wacht_op``, or a person must look by ``op``.
    """

    als: Voorwaarde
    regel: PonRegel | None = None
    op: Dag | None = None
    aandacht: tuple[Grond, ...] = ()
    wacht_op: Reden | None = None


BEZWAREN: tuple[Grond, ...] = (
    (Reden.ORDERSOORT, Niet(Waar("nieuw"))),
    (Reden.STATUS_AFGELEVERD, Waar("afgeleverd")),
    (Reden.CHASSIS_ONTBREEKT, Niet(Waar("chassis_bekend"))),
    (Reden.KENTEKEN_BEKEND, Waar("kenteken_bekend")),
    (Reden.NIET_GOEDGEKEURD, alle(Waar("goedgekeurd_vereist"), Niet(Waar("goedgekeurd")))),
    (Reden.MERK_NIET_VIA_PON, Niet(Waar("via_pon"))),
    (Reden.AANVRAAG_LOOPT, Waar("aanvraag_loopt")),
)
"""Why an order may not be requested at all; every one that applies is told."""

INTREKKING: Grond = (Reden.GOEDKEURING_INGETROKKEN, Waar("ingetrokken"))

_PLANNING: tuple[Grond, ...] = (
    (Reden.LOSDATUM_ONBEKEND, Niet(Bekend(_LOS))),
    (Reden.GEPLAND_OP_ONBEKEND, Niet(Bekend(_GEPLAND))),
    (Reden.TE_LAAT_INGEPLAND, _TE_LAAT),
)

TAKKEN: tuple[Tak, ...] = (
    Tak(
        alle(INGEPLAND, _NA_NLV),
        PonRegel.R3,
        _NLV - VOOR_AFLEVERING,
        (INTREKKING, *_PLANNING, (Reden.AFLEVERDATUM_NA_NLV, Niet(_LATER_MAG))),
    ),
    Tak(INGEPLAND, PonRegel.R3, _AFLEVERING - VOOR_AFLEVERING, (INTREKKING, *_PLANNING)),
    Tak(alle(_VOORRAAD, Bekend(_KCODE)), PonRegel.R4, _KCODE + NA_KCODE, (INTREKKING,)),
    Tak(_VOORRAAD, None, _NU, (INTREKKING, (Reden.KCODE_ONTBREEKT, ALTIJD))),
    Tak(Bekend(_NLV), PonRegel.R2, _NLV - VOOR_AFLEVERING, (INTREKKING,)),
    Tak(Bekend(_LOS), PonRegel.R1, _LOS + NA_LOSSEN, (INTREKKING,)),
    Tak(ALTIJD, wacht_op=Reden.LOSDATUM_ONBEKEND),
)

GEMIST: tuple[tuple[PonRegel, Voorwaarde], ...] = (
    (PonRegel.R4, alle(INGEPLAND, _VOORRAAD, Eerder(_KCODE + NA_KCODE, _GEPLAND))),
    (PonRegel.R2, alle(INGEPLAND, Niet(_VOORRAAD), Eerder(_NLV - VOOR_AFLEVERING, _GEPLAND))),
    (
        PonRegel.R1,
        alle(INGEPLAND, Niet(_VOORRAAD), Niet(Bekend(_NLV)), Eerder(_LOS + NA_LOSSEN, _GEPLAND)),
    ),
)
"""A rule that had fallen due before the day on which the car was planned: a run that came then would have asked."""

LETTERLIJK: tuple[tuple[PonRegel, Voorwaarde], ...] = (
    (PonRegel.R1, alle(Niet(INGEPLAND), Niet(Bekend(_NLV)), Eerder(_LOS + NA_LOSSEN, _NU, of_gelijk=True))),
    (PonRegel.R2, alle(Niet(INGEPLAND), Eerder(_NLV - VOOR_AFLEVERING, _NU, of_gelijk=True))),
    (
        PonRegel.R3,
        alle(
            _OP_TIJD,
            een_van(Niet(Bekend(_NLV)), Eerder(_AFLEVERING, _NLV)),
            Eerder(_AFLEVERING - VOOR_AFLEVERING, _NU, of_gelijk=True),
        ),
    ),
    (PonRegel.R4, alle(_VOORRAAD, Eerder(_KCODE + NA_KCODE, _NU, of_gelijk=True))),
)
"""The four sentences of the source as they stand there, each a trigger of its own."""


def is_due(tak: Tak) -> Voorwaarde:
    """When the rule of a branch has fallen due."""
    return Niet(ALTIJD) if tak.op is None else Eerder(tak.op, _NU, of_gelijk=True)


def objection() -> Voorwaarde:
    """When an order may not be requested at all."""
    return een_van(*(als for _reden, als in BEZWAREN))


def needs_attention(tak: Tak, vooraf: int | None = None) -> Voorwaarde:
    """When a person must look at an order of this branch; with ``vooraf`` only so many days before he must decide."""
    redenen = een_van(*(als for _reden, als in tak.aandacht))
    if vooraf is None or tak.op is None:
        return redenen
    return alle(redenen, Eerder(tak.op - vooraf, _NU, of_gelijk=True))


def may_be_requested(tak: Tak) -> Voorwaarde:
    """When the plate of an order of this branch is requested today."""
    return alle(Niet(needs_attention(tak)), is_due(tak))


def known_in(nummer: int) -> tuple[frozenset[Voorwaarde], frozenset[Voorwaarde]]:
    """What is sure of each order that the branch of this number judges: what holds, and what does not."""
    als = TAKKEN[nummer].als
    eerder = (tak.als for tak in TAKKEN[:nummer])
    return frozenset(als.van if isinstance(als, Alle) else (als,)), frozenset(eerder)


def judge(feiten: PonFeiten, keuze: PonKeuze, vandaag: date) -> Oordeel:
    """What is to be done about the plate of an order today, with every reason."""
    waarden = {**asdict(feiten), **asdict(keuze), VANDAAG: vandaag}
    bezwaren = _reasons(BEZWAREN, waarden)
    if bezwaren:
        return Oordeel(Besluit.VOLDOET_NIET, redenen=bezwaren)
    tak = branch(waarden)
    redenen = _reasons(tak.aandacht, waarden)
    op = day(tak.op, waarden) if tak.op is not None else None
    gemist = _first(GEMIST, waarden)
    if redenen:
        return Oordeel(Besluit.AANDACHT, None, op, redenen, gemist, _by_the_letter(waarden))
    if tak.wacht_op is not None:
        return Oordeel(Besluit.WACHTEN, redenen=(tak.wacht_op,))
    if holds(is_due(tak), waarden):
        return Oordeel(Besluit.AANVRAGEN, tak.regel, op)
    return Oordeel(Besluit.WACHTEN, tak.regel, op, (), gemist, _by_the_letter(waarden))


def would_fall_due(feiten: PonFeiten, keuze: PonKeuze, vandaag: date) -> Oordeel:
    """What would be decided if the sale were approved: an order that lacks only that waits for a person."""
    waarden = {**asdict(feiten), **asdict(keuze), "goedgekeurd": True, VANDAAG: vandaag}
    velden = type(feiten).__dataclass_fields__
    return judge(type(feiten)(**{veld: waarden[veld] for veld in velden}), keuze, vandaag)


def branch(waarden: Mapping[str, Any]) -> Tak:
    """The branch by which an order is judged; the last one takes whatever is left."""
    return next(tak for tak in TAKKEN if holds(tak.als, waarden))


def _reasons(gronden: tuple[Grond, ...], waarden: Mapping[str, Any]) -> tuple[Reden, ...]:
    return tuple(reden for reden, als in gronden if holds(als, waarden))


def _first(regels: tuple[tuple[PonRegel, Voorwaarde], ...], waarden: Mapping[str, Any]) -> PonRegel | None:
    return next((regel for regel, als in regels if holds(als, waarden)), None)


def _by_the_letter(waarden: Mapping[str, Any]) -> tuple[PonRegel, ...]:
    return tuple(regel for regel, als in LETTERLIJK if holds(als, waarden))
