"""The calendar that opens under a date field: weeks begin on Monday and bear their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.icons import icon
from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from datetime import date


class DatePicker(QFrame):
    """A popup with one month; ``picked`` gives the day that was clicked or chosen with Enter. Esc closes it."""

    picked = Signal(object)

    def __init__(self, shown: date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("box", "popup")
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(_("Kalender"))
        self._calendar.setLocale(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setGridVisible(False)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        if shown is not None:
            self._calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._calendar.activated.connect(self._pick)
        self._calendar.clicked.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._calendar)
        self._color_days()

    def open_below(self, field: QWidget) -> None:
        """Opens under a field, or above it where the screen ends."""
        self.adjustSize()
        corner = field.mapToGlobal(QPoint(0, field.height() + 4))
        room = field.screen().availableGeometry()
        if corner.y() + self.height() > room.bottom():
            corner = field.mapToGlobal(QPoint(0, -self.height() - 4))
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        self.move(corner)
        self.show()
        self._calendar.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._color_days()

    def _pick(self, day: QDate) -> None:
        self.picked.emit(day.toPython())
        self.close()

    def _color_days(self) -> None:
        """Weekends in grey: red would say that something is wrong with them."""
        weekday, weekend, header = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        weekday.setForeground(theme().color("text"))
        weekend.setForeground(theme().color("text_3"))
        header.setForeground(theme().color("text_2"))
        header.setBackground(theme().color("surface"))
        self._calendar.setHeaderTextFormat(header)
        for name, sign in (("qt_calendar_prevmonth", "vorige"), ("qt_calendar_nextmonth", "volgende")):
            button = self._calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icon(sign))
        for day in Qt.DayOfWeek:
            is_weekend = day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
            self._calendar.setWeekdayTextFormat(day, weekend if is_weekend else weekday)
