"""The coming days side by side, each with what falls on it; the arrows go through them, and one can be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from werkplaats.ui.theme import set_letter, theme
from werkplaats.ui.tokens import tokens
from werkplaats.ui.zetwerk import lay_out, lay_out_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

_WEEK = 7
_HIGH, _LEAST_WIDE, _PADDING, _TODAY = 48, 84, 8, 2
_NOTHING = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Day:
    """A day: its short name, how much falls on it, a small line below, and the whole of it in words."""

    title: str
    count: int
    note: str
    name: str


class DayTile(QAbstractButton):
    """One day; the first of them is today, with a line above it."""

    def __init__(self, *, today: bool) -> None:
        super().__init__()
        self._today = today
        self._day = Day("", 0, "", "")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_letter(self, "small")

    def show_day(self, day: Day) -> None:
        """Shows what falls on a day."""
        self._day = day
        self.setAccessibleName(day.name)
        self.setToolTip(day.name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST_WIDE), theme().px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt's own buttons take the arrows for themselves: here they belong to the days together.
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, full = self.isChecked(), bool(self._day.count)
        painter.setBrush(theme().color("select" if on else "hover" if self.underMouse() else "surface"))
        painter.setPen(QPen(theme().color("accent" if on else "line"), 1))
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = tokens().radius["control"]
        painter.drawRoundedRect(room, radius, radius)
        if self._today:
            line = QRectF(room.left() + radius, 0, room.width() - 2 * radius, theme().px(_TODAY))
            painter.fillRect(line, theme().color("accent"))
        self._paint_words(painter, room, on=on, full=full)

    def _paint_words(self, painter: QPainter, room: QRectF, *, on: bool, full: bool) -> None:
        edge = theme().px(_PADDING)
        inside = room.adjusted(edge, edge / 2, -edge, -edge / 2)
        half = inside.height() / 2
        upper, lower = inside.adjusted(0, 0, 0, -half), inside.adjusted(0, half, 0, 0)
        count = lay_out(str(self._day.count) if full else _NOTHING, "strong")
        painter.setPen(theme().color("on_select" if on else "text" if full else "text_3"))
        count.draw_in(painter, upper, right=True)
        painter.setPen(theme().color("on_select" if on else "text_2"))
        lay_out_in(self._day.title, "small", inside.width() - count.width - edge).draw_in(painter, upper)
        lay_out_in(self._day.note, "caption", inside.width()).draw_in(painter, lower)


class DayStrip(QWidget):
    """Two weeks of days; ``chosen`` gives the number of the one that was pressed, -1 when it was let go."""

    chosen = Signal(int)

    def __init__(self, count: int, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.tiles = [DayTile(today=not at) for at in range(count)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for at, tile in enumerate(self.tiles):
            # One stop for Tab: from day to day go the arrows.
            tile.setFocusPolicy(Qt.FocusPolicy.ClickFocus if at else Qt.FocusPolicy.StrongFocus)
            tile.clicked.connect(lambda checked, at=at: self._press(at, checked=checked))
            grid.addWidget(tile, at // _WEEK, at % _WEEK)
        theme().changed.connect(self.updateGeometry)

    def show_days(self, days: Sequence[Day]) -> None:
        """Shows what falls on each day."""
        for tile, day in zip(self.tiles, days, strict=True):
            tile.show_day(day)

    def let_go(self) -> None:
        """No day is chosen any more."""
        for tile in self.tiles:
            tile.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        here = next((at for at, tile in enumerate(self.tiles) if tile.hasFocus()), 0)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.tiles) - 1}
        to = here + steps[key] if key in steps else ends.get(key, -1)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tiles[here].click()
        elif 0 <= to < len(self.tiles):
            self._go(to)
        elif key not in steps:
            super().keyPressEvent(event)

    def _go(self, at: int) -> None:
        for other, tile in enumerate(self.tiles):
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == at else Qt.FocusPolicy.ClickFocus)
        self.tiles[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _press(self, at: int, *, checked: bool) -> None:
        for other, tile in enumerate(self.tiles):
            tile.setChecked(checked and other == at)
        self.chosen.emit(at if checked else -1)
