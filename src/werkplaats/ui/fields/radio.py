"""One of a few: a round box with its word; those of one parent exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from werkplaats.ui.theme import set_letter, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_GAP = 8
_DOT = 0.22
"""The radius of the dot as part of the circle's width."""


class Radio(QRadioButton):
    """A choice among others; a word that does not fit ends in "…" and stands whole in the tooltip."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        set_letter(self, "body")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The circle, the word, and a target of at least 24 px."""
        advance = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(theme().size("checkbox") + _GAP + round(advance + 0.5), theme().size("min_target_mouse"))

    def minimumSizeHint(self) -> QSize:
        """The word may be cut: it can be a long value."""
        return QSize(theme().size("checkbox") + _GAP + theme().px(64), theme().size("min_target_mouse"))

    def hitButton(self, pos: Any) -> bool:
        """The whole width answers a click."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme().size("checkbox")
        circle = QRectF(0, (self.height() - side) / 2, side, side)
        _paint_circle(painter, circle, on=self.isChecked(), enabled=self.isEnabled(), hover=self.underMouse())
        painter.setFont(self.font())
        painter.setPen(theme().color("text" if self.isEnabled() else "text_off"))
        room = QRectF(side + _GAP, 0, self.width() - side - _GAP, self.height())
        text = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if text != self.text() else "")
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def _paint_circle(painter: QPainter, box: QRectF, *, on: bool, enabled: bool, hover: bool) -> None:
    ground, edge = ("field", "line_strong") if enabled else ("field_ro", "line_2")
    if on:
        ground = edge = ("accent_hover" if hover else "accent") if enabled else "pressed"
    elif hover and enabled:
        ground = "hover"
    painter.setPen(QPen(theme().color(edge), 1))
    painter.setBrush(theme().color(ground))
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    if on:
        radius = box.width() * _DOT
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("on_accent" if enabled else "text_off"))
        painter.drawEllipse(box.center(), radius, radius)
