"""The label in a chart: a bold line and the reason under it, beside the point that it is about."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

_PADDING = 8
_AWAY = 24
_WIDEST = 220
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def paint_kaartje(
    painter: QPainter, room: QRectF, point: QPointF, title: str, reason: str = "", *, role: str = "", low: bool = False
) -> QRectF:
    """Draws a label within the room, above the point (``low``: below it), tied to it by a line; gives its place."""
    place, reason_height = _place(room, point, title, reason, low=low)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme().color(role or "line_strong")
    painter.setPen(QPen(ink, 1))
    edge = place.bottom() if place.bottom() < point.y() else place.top()
    x = min(max(point.x(), place.left() + _PADDING), place.right() - _PADDING)
    painter.drawLine(QPointF(x, edge), QPointF(point.x(), point.y() + (-6 if edge < point.y() else 6)))
    painter.setBrush(theme().color(f"{role}_bg" if role else "surface"))
    radius = tokens().radius["control"]
    painter.drawRoundedRect(place, radius, radius)
    inner = place.adjusted(_PADDING, _PADDING / 2, -_PADDING, -_PADDING / 2)
    painter.setPen(theme().color(role or "text"))
    painter.setFont(theme().font("strong"))
    painter.drawText(inner, _FLAGS, title)
    painter.setPen(theme().color("text"))
    painter.setFont(theme().font("small"))
    painter.drawText(QRectF(inner.left(), inner.bottom() - reason_height, inner.width(), reason_height), _FLAGS, reason)
    painter.restore()
    return place


def _place(room: QRectF, point: QPointF, title: str, reason: str, *, low: bool) -> tuple[QRectF, float]:
    """As wide as the title needs, a reason in as many lines as that takes; where it leaves the point free."""
    strong, small = QFontMetricsF(theme().font("strong")), QFontMetricsF(theme().font("small"))
    widest = float(theme().px(_WIDEST))
    wanted = max(strong.horizontalAdvance(title), min(widest, small.horizontalAdvance(reason)))
    inner = min(wanted + 1, room.width() - 2 * _PADDING)
    lines = small.boundingRect(QRectF(0, 0, inner, 10_000), _FLAGS, reason).height() if reason else 0.0
    width, height = inner + 2 * _PADDING, strong.height() + lines + _PADDING
    left = min(max(room.left() + 0.5, point.x() - width * 0.75), room.right() - width - 0.5)
    above, below = point.y() - _AWAY - height, point.y() + _AWAY
    fits_above, fits_below = above > room.top() + 1, below + height < room.bottom() - 1
    goes_below = fits_below and (low or not fits_above)
    top = below if goes_below else max(above, room.top() + 0.5)
    return QRectF(left, top, width, height), lines
