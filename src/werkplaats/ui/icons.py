"""Signs: Phosphor outlines painted with QPainter, plus the few drawings of our own on the same grid.

A sign is asked by its Phosphor name or by its meaning in the tokens (``opslaan``, ``pechhulp`` …); colours are roles.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPainterPathStroker, QPixmap, QTransform

from werkplaats.ui.fonts import sign_char, sign_codes, sign_font
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

_OWN_GRID = 24.0
_OWN_STROKE = 1.5
_RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)


def sign_name(name: str) -> str:
    """The Phosphor name of a sign that is given by its meaning; another name stands for itself."""
    return tokens().icon.get(name, name)


def has_sign(name: str, *, fill: bool = False) -> bool:
    """Whether a sign can be painted."""
    sign = sign_name(name)
    return sign in _OWN if sign.startswith("own:") else _key(sign, fill) in sign_codes()


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: QColor, *, fill: bool = False) -> None:
    """Paints a sign in the middle of a rectangle, as large as its shorter side."""
    outline = _outline(sign_name(name), fill)
    side = min(rect.width(), rect.height())
    corner = rect.center() - QPointF(side / 2, side / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(corner)
    painter.scale(side, side)
    painter.fillPath(outline, color)
    painter.restore()


def icon(name: str, role: str = "text_2", px: int = 16, *, fill: bool = False) -> QIcon:
    """A sign for the places where Qt itself wants a QIcon (actions, tabs); make it anew when the theme changes."""
    made = QIcon()
    for mode, color in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "text_off")):
        for ratio in _RATIOS:
            made.addPixmap(_pixmap(name, theme().color(color), theme().px(px), ratio, fill), mode)
    return made


def _pixmap(name: str, color: QColor, px: int, ratio: float, fill: bool) -> QPixmap:
    pixmap = QPixmap(QSize(px, px) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, px, px), name, color, fill=fill)
    painter.end()
    return pixmap


def _key(sign: str, fill: bool) -> str:
    return f"{sign}-fill" if fill else sign


@cache
def _outline(sign: str, fill: bool) -> QPainterPath:
    """The outline of a sign in a square of 1 by 1; a sign that is unknown is a fault of ours (KeyError)."""
    if sign.startswith("own:"):
        return QTransform.fromScale(1 / _OWN_GRID, 1 / _OWN_GRID).map(_OWN[sign]())
    font = sign_font()
    glyph = font.glyphIndexesForString(sign_char(_key(sign, fill)))[0]
    scale = 1 / font.pixelSize()
    return QTransform.fromScale(scale, scale).translate(0, font.ascent()).map(font.pathForGlyph(glyph))


def _tire() -> QPainterPath:
    """A tyre: two rings and the nave."""
    rings = QPainterPath()
    for radius in (9.0, 5.25, 1.5):
        rings.addEllipse(QPointF(12, 12), radius, radius)
    stroker = QPainterPathStroker()
    stroker.setWidth(_OWN_STROKE)
    return stroker.createStroke(rings)


_OWN = {"own:tire": _tire}
