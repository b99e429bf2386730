"""Texts that were laid out once: lists paint the same words again at every turn of the wheel and every key.

Laying out costs a multiple of drawing what is laid out. What is kept goes with the theme that it was made for.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTransform

from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

_KEPT = 8000
"""Some hundred screens full of different texts."""


class Laid(NamedTuple):
    """A text that is ready to be drawn: its letters and its measures in logical pixels."""

    text: QStaticText
    font: QFont
    width: float
    height: float
    ascent: float
    capitals: float

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draws it in the pen that is set."""
        painter.setFont(self.font)
        painter.drawStaticText(QPointF(left, top), self.text)

    def draw_around(self, painter: QPainter, left: float, middle: float) -> None:
        """Draws it with its capitals around a height."""
        self.draw(painter, left, middle + self.capitals / 2 - self.ascent)

    def draw_in(self, painter: QPainter, room: QRectF, *, right: bool = False) -> None:
        """Draws it in the middle of the height of a room, at its left or right side."""
        left = room.right() - self.width if right else room.left()
        self.draw(painter, round(left), round(room.top() + (room.height() - self.height) / 2))


def lay_out(text: str, kind: str, *, code: bool = False) -> Laid:
    """A text in a role of type."""
    return _laid(text, kind, code, theme().edition)


def lay_out_in(text: str, kind: str, width: float, *, code: bool = False) -> Laid:
    """A text that is cut with "…" to a width."""
    return _laid(cut(text, kind, width, code=code), kind, code, theme().edition)


def cut(text: str, kind: str, width: float, *, code: bool = False) -> str:
    """What is shown of a text where there is only so much room."""
    return _cut(text, kind, code, width, theme().edition)


@lru_cache(_KEPT)
def _cut(text: str, kind: str, code: bool, width: float, _edition: int) -> str:
    return QFontMetricsF(theme().font(kind, code=code)).elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0.0))


@lru_cache(_KEPT)
def _laid(text: str, kind: str, code: bool, _edition: int) -> Laid:
    font = theme().font(kind, code=code)
    metrics = QFontMetricsF(font)
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.prepare(QTransform(), font)
    return Laid(
        static, font, metrics.horizontalAdvance(text), static.size().height(), metrics.ascent(), metrics.capHeight()
    )
