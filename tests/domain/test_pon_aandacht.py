"""What may not wait in silence: by its day, by a rule that was missed, by an approval, by what is missing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from tests.domain.test_pon_regels import FEITEN, GEWOON, VANDAAG
from werkplaats.domain.pon import Besluit, Oordeel, PonFeiten, PonRegel, Reden
from werkplaats.domain.pon_aandacht import Aandacht, Aandachtsoort, is_incomplete, needs_person, waits_for_approval
from werkplaats.domain.pon_regels import judge, would_fall_due


def d(dagen: int) -> date:
    return VANDAAG + timedelta(dagen)


@pytest.mark.parametrize(("over", "nu"), [(-1, True), (7, True), (8, False)])
def test_a_person_is_asked_from_seven_days_before_he_must_decide(over: int, nu: bool) -> None:
    oordeel = Oordeel(Besluit.AANDACHT, None, d(over), (Reden.TE_LAAT_INGEPLAND,))
    punt = Aandacht(Aandachtsoort.BESLISSEN, None, d(over), ("TE_LAAT_INGEPLAND",))
    assert needs_person(oordeel, VANDAAG) == (punt if nu else None)


@pytest.mark.parametrize("besluit", [Besluit.WACHTEN, Besluit.AANDACHT])
def test_a_missed_rule_is_told_at_once_however_late_the_delivery(besluit: Besluit) -> None:
    oordeel = Oordeel(besluit, PonRegel.R3, d(90), gemist=PonRegel.R4)
    assert needs_person(oordeel, VANDAAG) == Aandacht(Aandachtsoort.GEMIST, PonRegel.R4, d(90))


@pytest.mark.parametrize("besluit", [Besluit.AANVRAGEN, Besluit.WACHTEN, Besluit.VOLDOET_NIET])
def test_what_is_decided_bothers_nobody(besluit: Besluit) -> None:
    assert needs_person(Oordeel(besluit, PonRegel.R1, VANDAAG), VANDAAG) is None


def test_only_an_approval_that_is_due_is_waited_for() -> None:
    vervallen = Oordeel(Besluit.AANVRAGEN, PonRegel.R2, d(-3))
    assert waits_for_approval(vervallen) == Aandacht(Aandachtsoort.GOEDKEURING, PonRegel.R2, d(-3))
    assert waits_for_approval(Oordeel(Besluit.WACHTEN, PonRegel.R2, d(3))) is None


def test_what_is_missing_to_send_it_is_told_with_its_rule() -> None:
    vervallen = Oordeel(Besluit.AANVRAGEN, PonRegel.R1, d(0))
    punt = Aandacht(Aandachtsoort.ONVOLLEDIG, PonRegel.R1, d(0), ("PON_PLAAT_ONTBREEKT",))
    assert is_incomplete(vervallen, ("PON_PLAAT_ONTBREEKT",)) == punt
    assert is_incomplete(vervallen, ()) is None


@settings(max_examples=500)
@given(FEITEN)
def test_no_order_whose_day_has_come_is_passed_over_in_silence(feiten: PonFeiten) -> None:
    oordeel = judge(feiten, GEWOON, VANDAAG)
    if oordeel.besluit is Besluit.AANDACHT and oordeel.datum is not None and oordeel.datum <= VANDAAG:
        assert needs_person(oordeel, VANDAAG) is not None
    if oordeel.redenen == (Reden.NIET_GOEDGEKEURD,):
        anders = would_fall_due(feiten, GEWOON, VANDAAG)
        assert (waits_for_approval(anders) is None) == (anders.besluit is not Besluit.AANVRAGEN)
