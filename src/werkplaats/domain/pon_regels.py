"""The rules for plate requests, once, as a table: the explanation of one order and the query over all come from it.

An order that passes every bar is judged by the first branch whose condition holds. Readings that were chosen where the
source leaves room stand in docs/decisions; the one that matters most: the four rules are one decision per car, not four
triggers.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from werkplaats.domain.beslisboom import Kennis, grow
from werkplaats.domain.pon import Besluit, Oordeel, PonRegel, Reden
from werkplaats.domain.voorwaarde import (
    ALTIJD,
    VANDAAG,
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

    from werkplaats.domain.beslisboom import Boom, Weeg
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
    return alle(is_due(tak), Niet(needs_attention(tak)))


def judge(feiten: PonFeiten, keuze: PonKeuze, vandaag: date) -> Oordeel:
    """What is to be done about the plate of an order today, with every reason."""
    waarden = {**asdict(feiten), **asdict(keuze), VANDAAG: vandaag}
    return decide(lambda als: holds(als, waarden)).on(waarden)


@dataclass(frozen=True, slots=True)
class Uitslag:
    """A decision of which the day still has to be filled in; None as ``op`` when there is none."""

    oordeel: Oordeel
    op: Dag | None = None

    def on(self, waarden: Mapping[str, Any]) -> Oordeel:
        """The decision about an order of which ``waarden`` has the day that is meant."""
        return self.oordeel if self.op is None else replace(self.oordeel, datum=day(self.op, waarden))


def decide(weigh: Weeg) -> Uitslag:
    """The decision about an order, by what ``weigh`` says of each condition.

    What was missed, and what the letter says, matters only where nothing is requested.
    """
    bezwaren = _objections(weigh)
    if bezwaren:
        return Uitslag(Oordeel(Besluit.VOLDOET_NIET, redenen=bezwaren))
    tak = next(tak for tak in TAKKEN if weigh(tak.als))
    if weigh(may_be_requested(tak)):
        return Uitslag(Oordeel(Besluit.AANVRAGEN, tak.regel), tak.op)
    redenen = tuple(reden for reden, als in tak.aandacht if weigh(als))
    if not redenen and tak.wacht_op is not None:
        return Uitslag(Oordeel(Besluit.WACHTEN, redenen=(tak.wacht_op,)))
    gemist = next((regel for regel, als in GEMIST if weigh(als)), None)
    letterlijk = tuple(regel for regel, als in LETTERLIJK if weigh(als))
    if redenen:
        return Uitslag(Oordeel(Besluit.AANDACHT, None, None, redenen, gemist, letterlijk), tak.op)
    return Uitslag(Oordeel(Besluit.WACHTEN, tak.regel, None, (), gemist, letterlijk), tak.op)


def _objections(weigh: Weeg) -> tuple[Reden, ...]:
    """Every bar that applies; the brand is asked first, since a table has to look for it among all brands."""
    merk_eerst = sorted(BEZWAREN, key=lambda grond: grond[0] is not Reden.MERK_NIET_VIA_PON)
    gelden = {reden for reden, als in merk_eerst if weigh(als)}
    return tuple(reden for reden, _als in BEZWAREN if reden in gelden)


@cache
def decision_tree(keuze: PonKeuze) -> Boom[Uitslag]:
    """All that ``decide`` can say under the choices of a shop, as one tree."""
    gekozen = asdict(keuze)
    return grow(
        decide,
        Kennis(
            frozenset({Bekend(_NU), *(Waar(naam) for naam, gezet in gekozen.items() if gezet)}),
            frozenset(Waar(naam) for naam, gezet in gekozen.items() if not gezet),
        ),
    )


def would_fall_due(feiten: PonFeiten, keuze: PonKeuze, vandaag: date) -> Oordeel:
    """What would be decided if the sale were approved: an order that lacks only that waits for a person."""
    waarden = {**asdict(feiten), **asdict(keuze), "goedgekeurd": True, VANDAAG: vandaag}
    velden = type(feiten).__dataclass_fields__
    return judge(type(feiten)(**{veld: waarden[veld] for veld in velden}), keuze, vandaag)


def branch(waarden: Mapping[str, Any]) -> Tak:
    """The branch by which an order is judged; the last one takes whatever is left."""
    return next(tak for tak in TAKKEN if holds(tak.als, waarden))
