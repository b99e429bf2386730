"""The number plate: the one painter that draws it everywhere, and the widget that shows it.

All follows from the height; plates of one country have one width, so that columns stand straight.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkplaats.domain.land import LANDEN
from werkplaats.i18n import _
from werkplaats.ui.fonts import sized_font
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from werkplaats.domain.kenteken import Kenteken

_STARS = 12
_EMPTY = "plate without text"
_WEIGHT = 600
_WIDTHS_KEPT = 4096


@dataclass(frozen=True, slots=True)
class PlateLook:
    """What is drawn: the text with its dashes, the letters of the country, the ground (a colour role), valid or not."""

    text: str
    letters: str
    ground: str
    valid: bool = True

    @property
    def ink(self) -> str:
        """The colour role of the text and the edge."""
        return f"{self.ground}_ink"


def plate_look(kenteken: Kenteken, *, valid: bool = True, taxi: bool = False) -> PlateLook:
    """How a kenteken is drawn; Dutch taxis are blue (the register knows, the plate's text does not)."""
    ground = _ground(kenteken.land, kenteken.soort, taxi)
    return PlateLook(kenteken.weergave, LANDEN.get(kenteken.land, kenteken.land), ground, valid)


def _ground(land: str, soort: str, taxi: bool) -> str:
    if land in ("NL", "BE") and soort == "handelaar":
        return "plate_trade"
    if land == "NL":
        return "plate_taxi" if taxi else "plate_nl"
    return "plate_be" if land == "BE" else "plate_x"


def plate_name(kenteken: Kenteken) -> str:
    """What a screen reader says of a plate, such as "Kenteken GA-482-R, Nederland"."""
    return _("Kenteken {plaat}, {land}").format(plaat=kenteken.weergave, land=land_name(kenteken.land))


def land_name(land: str) -> str:
    """The name of the countries whose cars come by often; of the others their code."""
    names = {
        "NL": _("Nederland"),
        "BE": _("België"),
        "DE": _("Duitsland"),
        "FR": _("Frankrijk"),
        "LU": _("Luxemburg"),
        "GB": _("Verenigd Koninkrijk"),
    }
    return names.get(land, land)


@cache
def plate_font(height: float) -> QFont:
    """The letters of a plate of this height."""
    measures = tokens().plate
    font = sized_font(height * measures.text, _WEIGHT, code=True)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, height * measures.spacing)
    return font


def band_width(height: float, *, stars: bool = True) -> float:
    """The width of the blue band; narrow where the ring of stars stands above the letters."""
    measures = tokens().plate
    return height * (measures.band_large if stars and height >= measures.stars_from else measures.band_small)


@lru_cache(_WIDTHS_KEPT)
def plate_width(look: PlateLook, height: float) -> int:
    """The width of a plate; the same for all plates of a country, more only where the text does not fit."""
    measures = tokens().plate
    dutch = look.ground in ("plate_nl", "plate_taxi") or look.letters == "NL"
    least = height * (measures.area if dutch and len(look.text) <= 8 else measures.area_nine)
    needed = QFontMetricsF(plate_font(height)).horizontalAdvance(look.text) + height * 0.4
    return round(band_width(height) + max(least, needed))


def paint_plate(painter: QPainter, x: float, y: float, height: int, look: PlateLook) -> int:
    """Draws a plate with its top left corner at (x, y) and gives its width."""
    width = plate_width(look, height)
    ratio = painter.device().devicePixelRatio()
    size = QSize(width, height)
    pixmap = _kept(f"plate {look.text}", look, size, ratio)
    painter.save()
    painter.setOpacity(painter.opacity() * (1.0 if look.valid else tokens().plate.expired))
    painter.drawPixmap(QPointF(x, y), pixmap)
    painter.restore()
    return width


def _kept(name: str, look: PlateLook, size: QSize, ratio: float) -> QPixmap:
    """A plate that was drawn before, or a new one; of a plate without its text every plate of its kind is made."""
    key = f"{name} {look.letters} {look.ground} {size.width()} {size.height()} {ratio} {theme().dark}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _empty(look, size, ratio) if name == _EMPTY else _written(look, size, ratio)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _empty(look: PlateLook, size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ground(painter, QRectF(QPointF(0, 0), QSizeF(size)), look)
    painter.end()
    return pixmap


def _written(look: PlateLook, size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(_kept(_EMPTY, look, size, ratio))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(QPointF(0, 0), QSizeF(size)).adjusted(band_width(size.height()), 0, 0, 0)
    paint_text(painter, area, plate_font(size.height()), look)
    painter.end()
    return pixmap


def paint_ground(painter: QPainter, rect: QRectF, look: PlateLook, *, stars: bool = True, band_of: float = 0) -> QRectF:
    """Draws all but the text: ground, blue band, edge; gives the area where the text goes.

    ``band_of`` is the height that the band is as wide for, where the plate is higher than it is long.
    """
    height = rect.height()
    edge = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    outline = QPainterPath()
    radius = (band_of or height) * tokens().plate.radius
    outline.addRoundedRect(edge, radius, radius)
    painter.fillPath(outline, theme().color(look.ground))
    band = QRectF(rect.x(), rect.y(), band_width(band_of or height, stars=stars), height)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(band, theme().color("plate_eu"))
    painter.restore()
    _paint_band(painter, band, look.letters, stars and height >= tokens().plate.stars_from)
    painter.setPen(QPen(theme().color(look.ink), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    return rect.adjusted(band.width(), 0, 0, 0)


def paint_text(painter: QPainter, area: QRectF, font: QFont, look: PlateLook) -> None:
    """Draws the text in the middle of the area, by the height of its capitals."""
    metrics = QFontMetricsF(font)
    # The space after the last letter belongs to no one: half of it shifts the text back to the middle.
    left = area.center().x() - (metrics.horizontalAdvance(look.text) - font.letterSpacing()) / 2
    painter.setFont(font)
    painter.setPen(theme().color(look.ink))
    painter.drawText(QPointF(left, area.center().y() + metrics.capHeight() / 2), look.text)


def _paint_band(painter: QPainter, band: QRectF, letters: str, stars: bool) -> None:
    height = band.height()
    font = _band_font(band.width(), letters)
    metrics = QFontMetricsF(font)
    middle = band.top() + height * (0.70 if stars else 0.5)
    painter.setFont(font)
    painter.setPen(theme().color("plate_eu_ink"))
    left = band.center().x() - metrics.horizontalAdvance(letters) / 2
    painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), letters)
    if stars:
        _paint_stars(painter, QPointF(band.center().x(), band.top() + height * 0.33), height)


def _band_font(width: float, letters: str) -> QFont:
    """The letters fill the band with some air, also where a country has three of them."""
    font = sized_font(width * 0.58, _WEIGHT)
    room = width * 0.84
    advance = QFontMetricsF(font).horizontalAdvance(letters)
    return font if advance <= room else sized_font(width * 0.58 * room / advance, _WEIGHT)


def _paint_stars(painter: QPainter, middle: QPointF, height: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("plate_nl"))
    ring, dot = height * 0.14, max(0.45, height * 0.016)
    for step in range(_STARS):
        angle = 2 * math.pi * step / _STARS
        painter.drawEllipse(middle + QPointF(math.sin(angle), -math.cos(angle)) * ring, dot, dot)


class Plate(QWidget):
    """A plate that is only shown; a car without one shows the end of its VIN as code."""

    def __init__(self, kind: str = "head", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._look: PlateLook | None = None
        self._vin = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fit)

    def show_plate(self, kenteken: Kenteken | None, vin: str = "", *, valid: bool = True, taxi: bool = False) -> None:
        """Shows a kenteken, or where there is none the last eight signs of the VIN."""
        self._look = plate_look(kenteken, valid=valid, taxi=taxi) if kenteken is not None else None
        self._vin = vin[-8:]
        self.setAccessibleName(plate_name(kenteken) if kenteken is not None else self._vin)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as its country's plates are."""
        height = self._height()
        if self._look is None:
            metrics = QFontMetricsF(theme().font("subtitle", code=True))
            return QSize(math.ceil(metrics.horizontalAdvance(self._vin)), height)
        return QSize(plate_width(self._look, height), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the plate, or the end of the VIN."""
        painter = QPainter(self)
        if self._look is not None:
            paint_plate(painter, 0, 0, self._height(), self._look)
            return
        painter.setFont(theme().font("subtitle", code=True))
        painter.setPen(theme().color("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._vin)

    def _height(self) -> int:
        return theme().px(tokens().plate.heights[self._kind])

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
