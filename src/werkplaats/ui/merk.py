"""The mark of the program, a small yellow plate with a W: beside its name, on its windows, in the start menu."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap

from werkplaats.ui.fonts import sized_font
from werkplaats.ui.theme import theme

MARK_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""The sides in pixels for which the systems ask an icon."""

_HIGH = 2 / 3
_BAND = 7 / 30
_RADIUS = 0.15
_LINE = 0.05
_LETTER = 0.68
_WEIGHT = 600


def paint_mark(painter: QPainter, place: QRectF) -> None:
    """Draws the plate as wide as the place, in its middle."""
    height = round(place.width() * _HIGH)
    line = max(1.0, height * _LINE)
    plate = QRectF(place.left(), round(place.center().y() - height / 2), place.width(), height)
    outline = QPainterPath()
    outline.addRoundedRect(plate.adjusted(line / 2, line / 2, -line / 2, -line / 2), height * _RADIUS, height * _RADIUS)
    band = QRectF(plate.left(), plate.top(), round(plate.width() * _BAND), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(outline, theme().color("plate_nl"))
    painter.setClipPath(outline)
    painter.fillRect(band, theme().color("plate_eu"))
    painter.setClipping(False)
    painter.strokePath(outline, QPen(theme().color("plate_nl_ink"), line))
    painter.setPen(theme().color("plate_nl_ink"))
    painter.setFont(sized_font(height * _LETTER, _WEIGHT))
    painter.drawText(plate.adjusted(band.width(), 0, 0, 0), Qt.AlignmentFlag.AlignCenter, "W")
    painter.restore()


def mark_pixmap(side: int) -> QPixmap:
    """The mark on a transparent square of so many pixels."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def mark_icon() -> QIcon:
    """The icon of every window of the program."""
    icon = QIcon()
    for side in MARK_SIZES:
        icon.addPixmap(mark_pixmap(side))
    return icon
