"""Reminders: when one comes back, and what is no reminder."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.herinnering import (
    HerinneringKaart,
    Herinneringsoort,
    check_herinnering,
    months_after,
    next_kaart,
)
from werkplaats.errors import Ernst

DAG = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("dag", "maanden", "straks"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 11, 24), 12, date(2027, 11, 24)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_end_where_the_month_ends(dag: date, maanden: int, straks: date) -> None:
    assert months_after(dag, maanden) == straks


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(1, 120))
def test_so_many_months_later_is_so_many_months_later(dag: date, maanden: int) -> None:
    straks = months_after(dag, maanden)
    assert (straks.year * 12 + straks.month) - (dag.year * 12 + dag.month) == maanden
    assert straks.day == dag.day or (straks.day < dag.day and (straks + timedelta(days=1)).day == 1)


def test_what_does_not_come_back_has_no_next() -> None:
    assert next_kaart(HerinneringKaart(op_datum=DAG), DAG) is None
    assert next_kaart(HerinneringKaart(op_datum=DAG, herhaal_km=15_000), DAG) is None


def test_months_count_from_the_day_it_was_done_and_km_from_those_of_the_reminder() -> None:
    kaart = HerinneringKaart(op_datum=DAG, bij_km=90_000, herhaal_maanden=12, herhaal_km=15_000)
    straks = next_kaart(kaart, DAG + timedelta(days=40))
    assert straks is not None
    assert (straks.op_datum, straks.bij_km) == (date(2028, 1, 3), 105_000)
    assert (straks.soort, straks.herhaal_maanden, straks.herhaal_km) == (kaart.soort, 12, 15_000)


@pytest.mark.parametrize(
    ("kaart", "codes"),
    [
        (HerinneringKaart(op_datum=DAG), set()),
        (HerinneringKaart(bij_km=90_000), set()),
        (HerinneringKaart(), {"HERINNERING_ZONDER_DAG"}),
        (HerinneringKaart(Herinneringsoort.VRIJ, op_datum=DAG), {"HERINNERING_ZONDER_TEKST"}),
        (HerinneringKaart(Herinneringsoort.VRIJ, " ", op_datum=DAG), {"HERINNERING_ZONDER_TEKST"}),
        (HerinneringKaart(omschrijving="x" * 201, op_datum=DAG), {"TEKST_TE_LANG"}),
        (HerinneringKaart(omschrijving="a\x00b", op_datum=DAG), {"TEKENS_ONLEESBAAR"}),
        (HerinneringKaart(bij_km=-1), {"GETAL_ONMOGELIJK"}),
        (HerinneringKaart(bij_km=2**31), {"GETAL_ONMOGELIJK"}),
        (HerinneringKaart(op_datum=DAG, herhaal_maanden=121), {"MAANDEN_BUITEN_BEREIK"}),
        (HerinneringKaart(op_datum=DAG, herhaal_maanden=99_999), {"MAANDEN_BUITEN_BEREIK"}),
    ],
)
def test_what_cannot_be_a_reminder_blocks(kaart: HerinneringKaart, codes: set[str]) -> None:
    bevindingen = tuple(check_herinnering(kaart, DAG))
    assert {bevinding.code for bevinding in bevindingen} == codes
    assert all(bevinding.ernst is Ernst.BLOKKEREND for bevinding in bevindingen)


@pytest.mark.parametrize("kaart", [HerinneringKaart(op_datum=date(2099, 1, 1)), HerinneringKaart(bij_km=3_000_000)])
def test_what_is_unlikely_warns(kaart: HerinneringKaart) -> None:
    assert [bevinding.ernst for bevinding in check_herinnering(kaart, DAG)] == [Ernst.WAARSCHUWING]
