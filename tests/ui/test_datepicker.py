"""The calendar shows the month that matters and gives the day that is chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QWidget

from werkplaats.ui.datepicker import DatePicker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme


def test_a_chosen_day_is_given_and_the_calendar_closes(look: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    picker = DatePicker(date(2026, 12, 2), parent)
    calendar = picker.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert (calendar.yearShown(), calendar.monthShown()) == (2026, 12)
    picked: list[date] = []
    picker.picked.connect(picked.append)
    picker.open_below(parent)
    calendar.activated.emit(QDate(2026, 12, 24))
    assert picked == [date(2026, 12, 24)]
    qtbot.waitUntil(lambda: not parent.findChildren(DatePicker))


def test_weeks_begin_on_monday_and_bear_numbers(look: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    picker = DatePicker(None, parent)
    calendar = picker.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert calendar.verticalHeaderFormat() == QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers
    assert calendar.selectedDate() == QDate.currentDate()


def test_a_weekend_is_not_red(look: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    picker = DatePicker(None, parent)
    calendar = picker.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    sunday = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color()
    assert sunday == look.color("text_3")
