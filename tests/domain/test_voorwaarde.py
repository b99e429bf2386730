"""Conditions that are data: what is not known is never true, and days at the end of the calendar are no trap."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.voorwaarde import ALTIJD, Bekend, Dag, Eerder, Niet, Waar, alle, day, een_van, holds

DAGEN = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_a_day_that_is_not_known_is_neither_earlier_nor_later() -> None:
    for links, rechts in ((None, date(2026, 1, 1)), (date(2026, 1, 1), None), (None, None)):
        waarden = {"a": links, "b": rechts}
        assert not holds(Eerder(Dag("a"), Dag("b"), of_gelijk=True), waarden)
        assert not holds(Eerder(Dag("b"), Dag("a"), of_gelijk=True), waarden)


@given(DAGEN, DAGEN, st.integers(-40, 40), st.integers(-40, 40))
def test_days_are_compared_as_they_are_moved(a: date, b: date, bij_a: int, bij_b: int) -> None:
    links, rechts = Dag("a") + bij_a, Dag("b") - bij_b
    waarden = {"a": a, "b": b}
    moved = a + timedelta(days=bij_a), b - timedelta(days=bij_b)
    assert holds(Eerder(links, rechts), waarden) == (moved[0] < moved[1])
    assert holds(Eerder(links, rechts, of_gelijk=True), waarden) == (moved[0] <= moved[1])
    assert day(links, waarden) == moved[0]


def test_the_last_day_of_the_calendar_is_compared_but_not_moved_beyond_it() -> None:
    waarden = {"a": date.max, "b": date.min}
    assert holds(Eerder(Dag("b") - 14, Dag("a") + 14), waarden)
    assert day(Dag("a") + 1, waarden) is None


@pytest.mark.parametrize(("a", "b"), [(False, False), (False, True), (True, False), (True, True)])
def test_all_one_and_not(a: bool, b: bool) -> None:
    waarden = {"a": a, "b": b}
    assert holds(alle(Waar("a"), Waar("b")), waarden) == (a and b)
    assert holds(een_van(Waar("a"), Waar("b")), waarden) == (a or b)
    assert holds(Niet(Waar("a")), waarden) != a


def test_nothing_asked_is_true_and_nothing_offered_is_false() -> None:
    assert holds(ALTIJD, {})
    assert not holds(een_van(), {})
    assert holds(Bekend(Dag("a")), {"a": date(2026, 2, 28)})
