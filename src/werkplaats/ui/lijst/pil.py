"""The pills above a list: each shows a part of it, with how many lines that has; one of them is on."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from werkplaats.ui.theme import set_letter, show_when, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from werkplaats.ui.lijst.soort import Choice

_PADDING = 12
_GAP = 8


class Pill(QAbstractButton):
    """One part of the list."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._count = ""
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_letter(self, "tab")
        self.setAccessibleName(title)

    def show_count(self, count: str) -> None:
        """Shows how many lines it has; nothing for the whole list."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self.text()} {count}".strip())
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        width = metrics.horizontalAdvance(self.text()) + 2 * theme().px(_PADDING)
        if self._count:
            width += metrics.horizontalAdvance(self._count) + theme().px(_GAP)
        return QSize(math.ceil(width), theme().size("filterbar"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ground = "select" if on else "hover" if self.underMouse() else "button"
        painter.setBrush(theme().color(ground))
        painter.setPen(QPen(theme().color("accent" if on else "line_2"), 1))
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        painter.setFont(self.font())
        metrics = QFontMetricsF(self.font())
        base = self.height() / 2 + metrics.capHeight() / 2
        left = float(theme().px(_PADDING))
        painter.setPen(theme().color("on_select" if on else "text"))
        painter.drawText(QPointF(left, base), self.text())
        painter.setPen(theme().color("on_select" if on else "text_2"))
        painter.drawText(QPointF(left + metrics.horizontalAdvance(self.text()) + theme().px(_GAP), base), self._count)


class PillBar(QWidget):
    """The pills of a list; ``chosen`` gives the name of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self.pills = {choice.name: Pill(choice.title) for choice in choices}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().margin["between_buttons"])
        for name, pill in self.pills.items():
            pill.clicked.connect(lambda _checked, name=name: self.chosen.emit(name))
            row.addWidget(pill)
        self.pills[choices[0].name].setChecked(True)
        self.show_counts({})

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Shows how many lines each part has."""
        for choice in self._choices:
            pill, count = self.pills[choice.name], counts.get(choice.name, 0)
            pill.show_count(f"{count:,}".replace(",", ".") if choice.name and counts else "")
            show_when(pill, bool(count) or pill.isChecked() or not choice.only_some)
