"""The life of a report: every transition of the table, nothing beside it, the badge and the evening of maintenance."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from werkplaats.domain.carpass_antwoord import StatusAntwoord, Uitspraak, after_maintenance, meaning, next_question
from werkplaats.domain.melding import (
    AANDACHT,
    OVERGANGEN,
    Daad,
    Issue,
    Staat,
    is_maintenance,
    may,
    move,
    needs_person,
)
from werkplaats.domain.moment import Moment
from werkplaats.errors import WerkplaatsError


def at(dag: int, uur: int, minuut: int = 0) -> Moment:
    """A moment in UTC in November 2026; the 26th is a Thursday."""
    return Moment(datetime(2026, 11, dag, uur, minuut, tzinfo=UTC))


NU = at(24, 9)
NAAR = {
    Daad.VERSTUREN: Staat.TE_VERSTUREN,
    Daad.UITSTELLEN: Staat.UITGESTELD,
    Daad.VRIJSTELLEN: Staat.NIET_MELDINGSPLICHTIG,
    Daad.TERUGNEMEN: Staat.UITGESTELD,
    Daad.INTREKKEN: Staat.UITGESTELD,
    Daad.NAGEKOMEN: Staat.VERSTUURD,
    Daad.IN_BEHANDELING: Staat.VERSTUURD,
    Daad.WACHTEN_OP_DIV: Staat.WACHT_OP_DIV,
    Daad.AANVAARDEN: Staat.AANVAARD,
    Daad.AFWIJKING: Staat.ANOMALIE,
    Daad.WEIGEREN: Staat.GEWEIGERD,
    Daad.GEEN_ANTWOORD: Staat.ONZEKER,
    Daad.VREEMD_ANTWOORD: Staat.ONBEKEND,
    Daad.FORMULIER: Staat.CORRECTIEFORMULIER,
    Daad.AFHANDELEN: Staat.GESLOTEN,
}
STATUS = {
    Daad.IN_BEHANDELING,
    Daad.WACHTEN_OP_DIV,
    Daad.AANVAARDEN,
    Daad.AFWIJKING,
    Daad.WEIGEREN,
    Daad.VREEMD_ANTWOORD,
}
MAG = {
    Staat.CONCEPT: {Daad.VERSTUREN, Daad.UITSTELLEN, Daad.VRIJSTELLEN},
    Staat.UITGESTELD: {Daad.VERSTUREN, Daad.VRIJSTELLEN},
    Staat.TE_VERSTUREN: {Daad.INTREKKEN, Daad.AANGEKOMEN, Daad.GEEN_ANTWOORD} | STATUS,
    Staat.VERSTUURD: STATUS,
    Staat.WACHT_OP_DIV: STATUS,
    Staat.ONBEKEND: STATUS,
    Staat.ANOMALIE: {Daad.VERSTUREN, Daad.FORMULIER} | STATUS,
    Staat.GEWEIGERD: {Daad.VERSTUREN, Daad.FORMULIER},
    Staat.ONZEKER: {Daad.VERSTUREN, Daad.AANGEKOMEN, Daad.NAGEKOMEN},
    Staat.CORRECTIEFORMULIER: {Daad.AFHANDELEN},
    Staat.NIET_MELDINGSPLICHTIG: {Daad.TERUGNEMEN},
    Staat.AANVAARD: set(),
    Staat.GESLOTEN: set(),
}


@pytest.mark.parametrize(("staat", "daad"), list(product(Staat, Daad)))
def test_a_deed_leads_where_the_table_says_and_is_refused_elsewhere(staat: Staat, daad: Daad) -> None:
    if daad in MAG[staat]:
        naar = NAAR.get(daad) or (Staat.AANVAARD if staat is Staat.ONZEKER else Staat.VERSTUURD)
        assert may(staat, daad)
        assert move(staat, daad) is naar
        return
    assert not may(staat, daad)
    with pytest.raises(WerkplaatsError, match="MELDING_KAN_NIET"):
        move(staat, daad)


def test_no_duty_is_a_dead_end() -> None:
    """From every state in which a person is needed he can do something."""
    for staat in AANDACHT - {Staat.ONBEKEND}:
        assert any((staat, daad) in OVERGANGEN for daad in Daad), staat


@pytest.mark.parametrize(
    ("moment", "dicht"),
    [
        (at(26, 17, 59), False),
        (at(26, 18), True),  # 19:00 in Brussels
        (at(26, 22, 59), True),
        (at(26, 23), False),  # midnight in Brussels
        (at(25, 20), False),
    ],
)
def test_maintenance_is_thursday_evening_in_brussels(moment: Moment, dicht: bool) -> None:
    assert is_maintenance(moment) is dicht


def test_after_the_maintenance_it_goes_on_at_midnight() -> None:
    assert after_maintenance(at(26, 20)) == at(26, 23)
    assert after_maintenance(NU) == NU


@pytest.mark.parametrize("staat", list(Staat))
def test_the_badge(staat: Staat) -> None:
    assert needs_person(staat, NU, NU) is (staat in AANDACHT)


def test_a_report_that_waits_for_ten_minutes_counts_but_not_during_maintenance() -> None:
    tien = timedelta(minutes=10)
    assert not needs_person(Staat.TE_VERSTUREN, Moment(NU.utc - tien), NU)
    assert needs_person(Staat.TE_VERSTUREN, Moment(NU.utc - tien - timedelta(seconds=1)), NU)
    assert not needs_person(Staat.TE_VERSTUREN, at(26, 17), at(26, 19))


def issue(code: str = "KM_ROUNDED", *, kan: bool = True) -> Issue:
    return Issue("1", code, "tekst", corrigeerbaar=kan, bevestigbaar=kan)


@pytest.mark.parametrize(
    ("uitspraak", "issues", "daad"),
    [
        (Uitspraak.BEZIG, (), Daad.IN_BEHANDELING),
        (Uitspraak.BEOORDEELD, (), Daad.IN_BEHANDELING),
        (Uitspraak.BEOORDEELD, (issue(),), Daad.AFWIJKING),
        (Uitspraak.BEOORDEELD, (issue("", kan=True),), Daad.AFWIJKING),
        (Uitspraak.BEOORDEELD, (issue("NOT_CORRECTABLE", kan=False),), Daad.WEIGEREN),
        (Uitspraak.BEZIG, (issue("NOT_CORRECTABLE", kan=False),), Daad.IN_BEHANDELING),
        (Uitspraak.GEWEIGERD, (issue(),), Daad.AFWIJKING),
        (Uitspraak.GEWEIGERD, (issue("NOT_CORRECTABLE", kan=False),), Daad.WEIGEREN),
        (Uitspraak.GEWEIGERD, (), Daad.WEIGEREN),
        (Uitspraak.WACHT_OP_DIV, (), Daad.WACHTEN_OP_DIV),
        (Uitspraak.BEZIG, (issue("WAITING_FOR_DIV", kan=False),), Daad.WACHTEN_OP_DIV),
        (Uitspraak.AANVAARD, (issue(),), Daad.AANVAARDEN),
        (Uitspraak.ONBEKEND, (issue(),), Daad.VREEMD_ANTWOORD),
    ],
)
def test_what_an_answer_means(uitspraak: Uitspraak, issues: tuple[Issue, ...], daad: Daad) -> None:
    assert meaning(StatusAntwoord("g", "X", uitspraak, issues)) is daad


def test_double_counts_as_accepted_only_for_a_report_that_was_sent_again() -> None:
    antwoord = StatusAntwoord("g", "REVIEWING", Uitspraak.BEOORDEELD, (issue("DUPLICATE_TODAY"),))
    assert meaning(antwoord) is Daad.AFWIJKING
    assert meaning(antwoord, herverzonden=True) is Daad.AANVAARDEN
    meer = StatusAntwoord("g", "REVIEWING", Uitspraak.BEOORDEELD, (issue("DUPLICATE_TODAY"), issue()))
    assert meaning(meer, herverzonden=True) is Daad.AFWIJKING


def test_car_pass_is_asked_often_at_first_and_not_during_maintenance() -> None:
    assert next_question(Staat.VERSTUURD, NU, NU) == Moment(NU.utc + timedelta(seconds=5))
    assert next_question(Staat.VERSTUURD, at(24, 8, 59), NU) == at(24, 9, 2)
    assert next_question(Staat.VERSTUURD, at(24, 7), NU) == at(24, 9, 30)
    assert next_question(Staat.WACHT_OP_DIV, NU, NU) == at(24, 10)
    assert next_question(Staat.VERSTUURD, at(26, 10), at(26, 17, 45)) == at(26, 23)
    assert next_question(Staat.AANVAARD, NU, NU) is None
