"""The texts of cells, laid out once: a list paints the same words again at every turn of the wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTransform

from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

_KEPT = 8000
"""Some hundred screens full of different texts."""


class _Laid(NamedTuple):
    text: QStaticText
    font: QFont
    width: float
    height: float


class CellTexts:
    """Draws the texts of one table, each cut with "…" to its room; keeps how they were laid out."""

    def __init__(self) -> None:
        self._laid: dict[tuple[str, bool, bool, int], _Laid] = {}

    def forget(self) -> None:
        """The letters have changed: everything is laid out anew."""
        self._laid.clear()

    def draw(self, painter: QPainter, room: QRectF, text: str, *, strong: bool, code: bool, right: bool) -> None:
        """Draws a text in the middle of the height of its room, in the pen that is set."""
        width = room.width()
        key = (text, strong, code, int(width))
        laid = self._laid.get(key) or self._lay_out(key, width)
        left = room.right() - laid.width if right else room.left()
        painter.setFont(laid.font)
        painter.drawStaticText(round(left), round(room.top() + (room.height() - laid.height) / 2), laid.text)

    def _lay_out(self, key: tuple[str, bool, bool, int], width: float) -> _Laid:
        if len(self._laid) >= _KEPT:
            self._laid.clear()
        text, strong, code, _whole = key
        font = theme().font("strong" if strong else "body", code=code)
        # Half a pixel over is no reason to cut: the width of a column is a whole number, that of a text is not.
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width + 0.5)
        static = QStaticText(shown)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.prepare(QTransform(), font)
        size = static.size()
        laid = self._laid[key] = _Laid(static, font, size.width(), size.height())
        return laid
