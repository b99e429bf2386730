"""A mechanic's hours and cards: time that passed, whatever the clock on the wall did."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.moment import Moment
from werkplaats.domain.monteurwerk import (
    OPMERKING_HOOGSTENS,
    Monteur,
    Tijdvak,
    check_opmerking,
    clock_text,
    hours,
    is_open,
    is_today,
    last_name,
    task_lines,
    unknown_names,
    work_words,
    worked,
    works_on,
)
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort

DENNIS = Monteur(3, "Dennis Kuipers")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAG = date(2026, 11, 24)


def _at(jaar: int, maand: int, dag: int, uur: int, minuut: int = 0) -> Moment:
    return Moment(datetime(jaar, maand, dag, uur, minuut, tzinfo=AMSTERDAM))


def _stretch(begin: Moment, eind: Moment | None = None) -> Tijdvak:
    return Tijdvak(1, 1, DENNIS, begin, eind)


def test_a_stretch_that_runs_counts_until_now() -> None:
    assert _stretch(_at(2026, 11, 24, 8, 10)).duur(_at(2026, 11, 24, 10, 52)) == timedelta(hours=2, minutes=42)


def test_the_night_in_which_the_clock_goes_back_has_an_hour_more() -> None:
    nacht = _stretch(_at(2026, 10, 25, 1), _at(2026, 10, 25, 4))
    assert nacht.duur(_at(2026, 10, 25, 5)) == timedelta(hours=4)


def test_the_night_in_which_the_clock_goes_forward_has_an_hour_less() -> None:
    nacht = _stretch(_at(2027, 3, 28, 1), _at(2027, 3, 28, 4))
    assert nacht.duur(_at(2027, 3, 28, 5)) == timedelta(hours=2)


def test_work_over_midnight_counts_for_each_day_its_own_part() -> None:
    nacht = _stretch(_at(2026, 11, 23, 22), _at(2026, 11, 24, 1, 30))
    middernacht = _at(2026, 11, 24, 0)
    assert nacht.within(_at(2026, 11, 23, 0), middernacht) == timedelta(hours=2)
    assert nacht.within(middernacht, _at(2026, 11, 25, 0)) == timedelta(hours=1, minutes=30)


def test_a_workstation_whose_clock_is_behind_makes_no_time_below_nought() -> None:
    assert _stretch(_at(2026, 11, 24, 9)).duur(_at(2026, 11, 24, 8)) == timedelta()


@given(st.lists(st.integers(0, 100_000), max_size=10))
def test_stretches_add_up(seconden: list[int]) -> None:
    begin = Moment(datetime(2026, 11, 24, tzinfo=UTC))
    tijden = [_stretch(begin, Moment(begin.utc + timedelta(seconds=een))) for een in seconden]
    assert worked(tijden, begin) == timedelta(seconds=sum(seconden))


@pytest.mark.parametrize(
    ("veld", "naam", "is_his"),
    [
        ("Dennis Kuipers", "Dennis Kuipers", True),
        ("dennis kuipers", "Dennis Kuipers", True),
        ("Ali Demir, Dennis Kuipers", "Dennis Kuipers", True),
        ("Dennis Kuipers en Ali Demir", "Ali Demir", True),
        ("Dennis Kuipers / Ali Demir", "Ali Demir", True),
        ("Dennis", "Dennis Kuipers", False),
        ("", "Dennis Kuipers", False),
        ("", "", False),
        ("Rens Kuipers", "Dennis Kuipers", False),
    ],
)
def test_a_card_names_one_mechanic_or_more(veld: str, naam: str, is_his: bool) -> None:
    assert works_on(veld, naam) is is_his


@pytest.mark.parametrize(
    ("staat", "dag", "today"),
    [
        (KaartStaat.BINNEN, None, True),
        (KaartStaat.IN_UITVOERING, date(2026, 12, 1), True),
        (KaartStaat.GEPLAND, None, True),
        (KaartStaat.GEPLAND, DAG, True),
        (KaartStaat.GEPLAND, date(2026, 11, 23), True),
        (KaartStaat.GEPLAND, date(2026, 11, 25), False),
        (KaartStaat.KLAAR, DAG, False),
        (KaartStaat.OPGEHAALD, DAG, False),
    ],
)
def test_what_is_work_for_today(staat: KaartStaat, dag: date | None, today: bool) -> None:
    assert is_today(WerkkaartInvoer(afgesproken_op=dag), staat, DAG) is today


def test_a_card_that_is_gone_takes_nothing_more() -> None:
    assert [staat for staat in KaartStaat if not is_open(staat)] == [KaartStaat.OPGEHAALD, KaartStaat.VERVALLEN]


def test_lines_of_work_are_headings_and_hours_not_each_litre_of_oil() -> None:
    beurt = Regel("a", Regelsoort.PAKKET, omschrijving="Kleine beurt")
    olie = Regel("b", omschrijving="Olie", in_pakket=True)
    uren = Regel("c", Regelsoort.UREN, omschrijving="Remmen nakijken")
    filter_ = Regel("d", omschrijving="Filter")
    assert task_lines((beurt, olie, uren, filter_)) == (beurt, uren)
    assert task_lines((olie, filter_)) == (olie, filter_)
    assert work_words(WerkkaartInvoer(klacht="Piept", regels=(beurt, olie, uren))) == "Kleine beurt, Remmen nakijken"
    assert work_words(WerkkaartInvoer(klacht="Piept\nbij remmen")) == "Piept"


def test_hours_of_a_line_and_the_clock_on_the_screen() -> None:
    assert hours(timedelta(hours=2, minutes=42)) == 2700
    assert hours(timedelta(minutes=20)) == 330
    assert clock_text(timedelta(hours=26, minutes=5, seconds=59)) == "26:05"


def test_a_remark_has_an_end() -> None:
    assert check_opmerking("x" * OPMERKING_HOOGSTENS) == ()
    assert [een.code for een in check_opmerking("x" * (OPMERKING_HOOGSTENS + 1))] == ["TEKST_TE_LANG"]


def test_after_twelve_hours_somebody_rather_forgot_to_stop() -> None:
    nu = Moment(datetime(2026, 11, 24, 20, tzinfo=UTC))
    loopt = Tijdvak(1, 1, Monteur(3, "Dennis"), Moment(nu.utc - timedelta(hours=12)))

    assert not loopt.is_forgotten(nu)
    assert loopt.is_forgotten(Moment(nu.utc + timedelta(seconds=1)))
    assert not replace(loopt, eind=nu).is_forgotten(Moment(nu.utc + timedelta(days=1)))


def test_a_name_that_is_nobodys_is_found_among_several() -> None:
    namen = ("Dennis Kuipers", "Ali Demir")

    assert unknown_names("dennis kuipers en Ali Demir", namen) == ()
    assert unknown_names("Dennis en Ali Demir, ", namen) == ("Dennis",)
    assert unknown_names("", namen) == ()


def test_what_is_typed_now_is_the_last_name() -> None:
    assert last_name("Dennis Kuipers en al") == ("Dennis Kuipers en ", "al")
    assert last_name("Dennis, ") == ("Dennis, ", "")
    assert last_name("den") == ("", "den")
