"""A small drawing of a model of plate, in its own proportions, by the painter that draws all plates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkplaats.ui.fonts import sized_font
from werkplaats.ui.plate import PlateLook, paint_ground, paint_text
from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from werkplaats.domain.order import Plaattype

_PX_PER_MM = 0.25
_WIDEST, _HIGHEST = 520, 210
_BAND_OF = 110
"""The band is as wide as on a plate of this height, whatever the model."""
_FILLS = 0.8
_CAPITAL = 0.74
_EXAMPLE = "XX-00-XX"


class Plaattekening(QWidget):
    """The drawing; every one takes the same room, so that what stands beside them is in line."""

    def __init__(self, plaattype: Plaattype, tekst: str = _EXAMPLE) -> None:
        super().__init__()
        self._type = plaattype
        self._text = tekst
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(plaattype.naam)

    def show_text(self, tekst: str) -> None:
        """Shows the signs of a plate, or with an empty text an example."""
        self._text = tekst or _EXAMPLE
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(_scaled(_WIDEST)) + 1, round(_scaled(min(self._type.hoog, _HIGHEST))) + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A model of a Beheerder may be larger than any that is known: it is drawn as large as there is room.
        fit = min(1.0, _WIDEST / self._type.breed, _HIGHEST / self._type.hoog)
        size = _scaled(self._type.breed) * fit, _scaled(self._type.hoog) * fit
        look = PlateLook(self._text, "NL", "plate_nl")
        area = paint_ground(painter, QRectF(0, 0, *size), look, stars=False, band_of=_scaled(_BAND_OF))
        lines = split_text(self._text, self._type.rijen)
        each = area.height() * (_FILLS if len(lines) > 1 else 1.0) / len(lines)
        top = area.center().y() - each * len(lines) / 2
        for at, line in enumerate(lines):
            room = QRectF(area.x(), top + at * each, area.width(), each)
            self._paint_line(painter, room, line)

    def _paint_line(self, painter: QPainter, room: QRectF, text: str) -> None:
        size = room.height() * _CAPITAL
        font = sized_font(size, 600, code=True)
        width = QFontMetricsF(font).horizontalAdvance(text)
        if width > room.width() * _FILLS:
            font = sized_font(size * room.width() * _FILLS / width, 600, code=True)
        paint_text(painter, room, font, PlateLook(text, "NL", "plate_nl"))


def split_text(text: str, lines: int) -> list[str]:
    """The text on so many lines, parted at a dash as near to the middle as can be."""
    if lines < 2 or "-" not in text:
        return [text]
    dashes = [at for at, sign in enumerate(text) if sign == "-"]
    middle = min(dashes, key=lambda at: (abs(at - len(text) / 2), -at))
    return [text[:middle], text[middle + 1 :]]


def _scaled(mm: int) -> float:
    return mm * _PX_PER_MM * theme().px(100) / 100
