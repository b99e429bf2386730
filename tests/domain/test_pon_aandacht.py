"""What may not wait in silence: by its day, by a rule that was missed, by an approval, by what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from tests.domain.test_pon_regels import FEITEN, GEWOON, GOED, VANDAAG
from werkplaats.domain.pon import Besluit, PonRegel
from werkplaats.domain.pon_aandacht import Aandacht, Aandachtsoort, attention_of
from werkplaats.domain.pon_planning import VOOR_EEN_MENS, plan_of
from werkplaats.domain.pon_regels import judge, would_fall_due

if TYPE_CHECKING:
    from werkplaats.domain.pon import PonFeiten


def d(dagen: int) -> date:
    return VANDAAG + timedelta(dagen)


def attention(gebreken: tuple[str, ...] = (), **velden: Any) -> Aandacht | None:
    """What a person is told of an order; None when he is not bothered."""
    plan = plan_of(replace(GOED, **velden), GEWOON, VANDAAG, gebreken)
    return attention_of(plan) if plan is not None and plan.groep in VOOR_EEN_MENS else None


@pytest.mark.parametrize(("over", "nu"), [(13, True), (14, True), (15, False)])
def test_a_person_is_asked_from_seven_days_before_he_must_decide(over: int, nu: bool) -> None:
    punt = Aandacht(Aandachtsoort.BESLISSEN, None, d(over - 7), ("LOSDATUM_ONBEKEND",))
    assert attention(afleverdatum=d(over), gepland_op=d(-1)) == (punt if nu else None)


def test_a_missed_rule_is_told_at_once_however_late_the_delivery() -> None:
    velden: dict[str, Any] = {"voorraad": True, "kcode_datum": d(-20), "losdatum": d(-10), "afleverdatum": d(97)}
    assert attention(gepland_op=d(-5), **velden) == Aandacht(Aandachtsoort.GEMIST, PonRegel.R4, d(90))
    assert attention(gepland_op=d(-6), **velden) is None, "planned on the day itself, before the run"


def test_only_an_approval_that_is_due_is_waited_for() -> None:
    velden: dict[str, Any] = {"goedgekeurd": False}
    assert attention(losdatum=d(-14), **velden) == Aandacht(Aandachtsoort.GOEDKEURING, PonRegel.R1, d(0))
    assert attention(losdatum=d(-13), **velden) is None


def test_what_is_missing_to_send_it_is_told_with_its_rule() -> None:
    punt = Aandacht(Aandachtsoort.ONVOLLEDIG, PonRegel.R1, d(0), ("PON_PLAAT_ONTBREEKT",))
    assert attention(losdatum=d(-14), gebreken=("PON_PLAAT_ONTBREEKT",)) == punt
    assert attention(losdatum=d(-14)) is None
    assert attention(losdatum=d(-13), gebreken=("PON_PLAAT_ONTBREEKT",)) is None, "there is still a day to mend it"


@settings(max_examples=500)
@given(FEITEN)
def test_no_order_whose_day_has_come_is_passed_over_in_silence(feiten: PonFeiten) -> None:
    oordeel, plan = judge(feiten, GEWOON, VANDAAG), plan_of(feiten, GEWOON, VANDAAG)
    voor_een_mens = plan is not None and plan.groep in VOOR_EEN_MENS
    if oordeel.besluit is Besluit.AANDACHT and oordeel.datum is not None and oordeel.datum <= VANDAAG:
        assert voor_een_mens
    if oordeel.besluit is Besluit.VOLDOET_NIET:
        zonder = would_fall_due(feiten, GEWOON, VANDAAG)
        assert voor_een_mens == (zonder.besluit is Besluit.AANVRAGEN)
    if oordeel.besluit is Besluit.AANVRAGEN:
        assert not voor_een_mens, "the run requests it, or says what is missing"
