"""The scale of a chart: nought at its foot, round steps, and days that are named where they lie."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from werkplaats.ui.schaal import make_schaal

ROOM = QRectF(50, 10, 400, 200)


def test_a_chart_of_years_begins_with_a_year_and_ends_above_the_highest() -> None:
    schaal = make_schaal(ROOM, date(2018, 10, 3), date(2026, 11, 24), 131_488)
    assert (schaal.van, schaal.top, schaal.step) == (date(2018, 1, 1), 140_000, 20_000)
    assert [name for _day, name in schaal.days()] == [str(year) for year in range(2018, 2027)]
    assert schaal.at(date(2018, 1, 1), 0) == QPointF(50, 210)
    assert schaal.at(date(2026, 11, 24), 140_000) == QPointF(450, 10)


def test_a_few_months_are_named_by_month() -> None:
    schaal = make_schaal(ROOM, date(2026, 6, 17), date(2026, 11, 24), 900)
    assert [name for _day, name in schaal.days()] == [f"{month:02d}-2026" for month in range(6, 12)]


@given(st.dates(date(1950, 1, 1), date(2026, 1, 1)), st.integers(0, 40_000), st.integers(0, 2_000_000))
def test_every_scale_holds_its_readings_and_names_few_days(van: date, days: int, most: int) -> None:
    tot = date.fromordinal(min(van.toordinal() + days, date(2100, 1, 1).toordinal()))
    schaal = make_schaal(ROOM, van, tot, most)
    assert schaal.top > most
    assert len(schaal.lines()) <= 10
    assert schaal.lines()[0] == 0
    assert len(list(schaal.days())) <= 20
    assert ROOM.left() <= schaal.x(van) <= schaal.x(tot) <= ROOM.right() + 0.001
