"""A tree that grew from a procedure says what the procedure says, and asks nothing twice."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.beslisboom import Boom, Kennis, Splitsing, grow, leaves
from werkplaats.domain.pon import PonKeuze
from werkplaats.domain.pon_regels import Uitslag, decision_tree
from werkplaats.domain.voorwaarde import Bekend, Dag, Eerder, Niet, Voorwaarde, Waar, alle, een_van, holds

if TYPE_CHECKING:
    from collections.abc import Mapping

LOS, KLAAR = Dag("los"), Dag("klaar")
VROEGER = Eerder(LOS + 14, KLAAR)
NIET_VROEGER = Eerder(KLAAR, LOS + 14, of_gelijk=True)
DAG = date(2028, 2, 29)


def paths(boom: Boom[Uitslag], gevraagd: tuple[Voorwaarde, ...] = ()) -> list[tuple[Voorwaarde, ...]]:
    """The conditions that are asked on the way to each leaf."""
    if not isinstance(boom, Splitsing):
        return [gevraagd]
    return [pad for tak in (boom.ja, boom.nee) for pad in paths(tak, (*gevraagd, boom.als))]


def walk(boom: Boom[str], waarden: Mapping[str, object]) -> str:
    """What a tree says of one record."""
    while isinstance(boom, Splitsing):
        boom = boom.ja if holds(boom.als, waarden) else boom.nee
    return boom


def test_the_tree_says_what_the_procedure_says() -> None:
    vragen = (alle(Waar("nieuw"), Bekend(LOS)), een_van(Niet(Bekend(KLAAR)), VROEGER), NIET_VROEGER, Waar("nieuw"))
    boom = grow(lambda weigh: "".join("ja " if weigh(als) else "nee " for als in vragen), Kennis())
    dagen = (None, *(DAG + timedelta(days=dagen) for dagen in (0, 13, 14, 15)))
    for nieuw, los, klaar in product((True, False), dagen, dagen):
        waarden = {"nieuw": nieuw, "los": los, "klaar": klaar}
        assert walk(boom, waarden) == "".join("ja " if holds(als, waarden) else "nee " for als in vragen), waarden


@pytest.mark.parametrize("keuze", [PonKeuze(), PonKeuze(True, True)])
def test_no_condition_of_the_rules_is_asked_twice_on_the_way_to_a_decision(keuze: PonKeuze) -> None:
    for pad in paths(decision_tree(keuze)):
        assert len(pad) == len(set(pad))


def test_one_answer_tells_what_follows_from_it() -> None:
    kennis = Kennis().with_answer(VROEGER, True)
    assert {Bekend(LOS), Bekend(KLAAR)} <= kennis.waar
    assert NIET_VROEGER in kennis.onwaar


def test_not_earlier_is_later_only_when_both_days_are_known() -> None:
    assert NIET_VROEGER not in Kennis().with_answer(VROEGER, False).waar
    bekend = Kennis(frozenset({Bekend(LOS), Bekend(KLAAR)}))
    assert NIET_VROEGER in bekend.with_answer(VROEGER, False).waar


def test_what_is_known_beforehand_is_not_asked() -> None:
    boom: Boom[bool] = grow(lambda weigh: weigh(alle(Waar("nieuw"), Bekend(LOS))), Kennis(frozenset({Waar("nieuw")})))
    assert list(leaves(boom)) == [True, False]
    assert isinstance(boom, Splitsing)
    assert boom.als == Bekend(LOS)
