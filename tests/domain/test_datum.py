"""Days as people type them at the counter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.datum import datum_tekst, parse_datum
from werkplaats.errors import Ongeldig

VANDAAG = date(2026, 11, 24)


@pytest.mark.parametrize(
    "getypt",
    [
        "1-2-2026",
        "01-02-2026",
        "1/2/2026",
        "1.2.2026",
        "1 2 2026",
        "01022026",
        "010226",
        "1-2-26",
        "1/2/26",
        "2026-02-01",
        "2026/2/1",
        "20260201",
        "2026-02-01T00:00:00.000",
        "1 feb 2026",
        "1 februari 2026",
        "1-FEB-26",
        "1feb2026",
        "1 feb. 2026",
        "  1 -  2 - 2026 ",
    ],
)
def test_every_common_notation_is_read(getypt: str) -> None:
    assert parse_datum(getypt, "vervaldatum_apk", VANDAAG) == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("maand", "nummer"),
    [
        ("jan", 1),
        ("januari", 1),
        ("mrt", 3),
        ("maart", 3),
        ("april", 4),
        ("mei", 5),
        ("juni", 6),
        ("juli", 7),
        ("aug", 8),
        ("sept", 9),
        ("okt", 10),
        ("oktober", 10),
        ("nov", 11),
        ("dec", 12),
    ],
)
def test_months_are_read_as_the_dutch_write_them(maand: str, nummer: int) -> None:
    assert parse_datum(f"3 {maand} 2020", "datum_deel_1a", VANDAAG) == date(2020, nummer, 3)


@pytest.mark.parametrize("getypt", ["", "   ", "\t"])
def test_an_empty_field_is_no_day_and_no_fault(getypt: str) -> None:
    assert parse_datum(getypt, "geboortedatum", VANDAAG) is None


@pytest.mark.parametrize(
    "getypt",
    [
        "morgen",
        "31-2-2026",
        "29-02-2026",
        "30-02-2028",
        "32-01-2026",
        "1-13-2026",
        "0-1-2026",
        "1-2",
        "2026",
        "1-2-202",
        "1-2-20266",
        "1-2-0001",
        "1-1-1849",
        "1-1-2200",
        "99999999",
        "1 foo 2026",
        "1 feb",
        "\N{ARABIC-INDIC DIGIT ONE}-2-2026",
        "1-2-2026-3",
        "🚗",
        "1" * 500,
    ],
)
def test_what_is_no_day_is_refused_at_its_own_field(getypt: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        parse_datum(getypt, "datum_deel_1b", VANDAAG)
    (bevinding,) = fout.value.bevindingen
    assert (bevinding.veld, bevinding.code) == ("datum_deel_1b", "DATUM_ONLEESBAAR")


def test_a_leap_day_is_read_in_a_leap_year_only() -> None:
    assert parse_datum("29-2-2024", "datum_deel_1a", VANDAAG) == date(2024, 2, 29)
    assert parse_datum("290200", "geboortedatum", VANDAAG) == date(2000, 2, 29)


@pytest.mark.parametrize(
    ("getypt", "geboren"),
    [
        ("1-2-70", date(1970, 2, 1)),
        ("1-2-05", date(2005, 2, 1)),
        ("24-11-26", date(2026, 11, 24)),
        ("25-11-26", date(1926, 11, 25)),
        ("1-1-27", date(1927, 1, 1)),
    ],
)
def test_a_birth_year_of_two_digits_lies_in_the_past(getypt: str, geboren: date) -> None:
    assert parse_datum(getypt, "geboortedatum", VANDAAG) == geboren


@pytest.mark.parametrize(
    ("getypt", "dag"),
    [
        ("1-2-27", date(2027, 2, 1)),
        ("1-2-46", date(2046, 2, 1)),
        ("1-2-47", date(1947, 2, 1)),
        ("1-2-98", date(1998, 2, 1)),
    ],
)
def test_another_year_of_two_digits_lies_at_most_twenty_years_ahead(getypt: str, dag: date) -> None:
    assert parse_datum(getypt, "vervaldatum_apk", VANDAAG) == dag


def test_a_birth_date_of_tomorrow_is_read_so_that_it_can_be_refused_with_its_own_sentence() -> None:
    morgen = VANDAAG + timedelta(days=1)
    assert parse_datum(datum_tekst(morgen), "geboortedatum", VANDAAG) == morgen


def test_days_are_shown_with_day_first_and_nothing_for_no_day() -> None:
    assert datum_tekst(date(2026, 2, 1)) == "01-02-2026"
    assert datum_tekst(None) == ""


@given(st.dates(date(1850, 1, 1), date(2199, 12, 31)))
def test_what_is_shown_reads_back_as_the_same_day(dag: date) -> None:
    assert parse_datum(datum_tekst(dag), "datum_deel_1a", VANDAAG) == dag
    assert parse_datum(dag.isoformat(), "datum_deel_1a", VANDAAG) == dag
    assert parse_datum(f"{dag:%d%m%Y}", "datum_deel_1a", VANDAAG) == dag


@given(st.text(max_size=20), st.sampled_from(["geboortedatum", "vervaldatum_apk"]))
def test_any_text_is_a_day_or_refused(tekst: str, veld: str) -> None:
    try:
        dag = parse_datum(tekst, veld, VANDAAG)
    except Ongeldig:
        return
    assert dag is None or parse_datum(datum_tekst(dag), veld, VANDAAG) == dag
