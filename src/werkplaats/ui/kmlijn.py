"""The odometer of a car in a small line, for the pane beside a list: how it went, and the years at its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkplaats.ui.icons import paint_icon
from werkplaats.ui.theme import set_letter, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from werkplaats.domain.kmstand import Punt
    from werkplaats.domain.kmverloop import Verloop

_HEIGHT = 60
_LINE = 2
_MARKER = 6
_SIGN = 14
_EDGE = 8
_FILL = 0.12
_ABOVE_YEARS = 4


class KmLijn(QWidget):
    """The readings as a line above nought; what is doubtful is a triangle beside it."""

    def __init__(self, verloop: Verloop) -> None:
        super().__init__()
        self._verloop = verloop
        set_letter(self, "caption")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(_HEIGHT) + _ABOVE_YEARS + self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        punten = self._verloop.punten
        if len(punten) < 2:
            return
        room = QRectF(_EDGE, _EDGE, self.width() - 2 * _EDGE, theme().px(_HEIGHT) - _EDGE)
        goed: list[QPointF] = []
        for punt, reden in zip(punten, self._verloop.twijfel, strict=True):
            at = self._at(room, punt)
            if punt.teller_gewijzigd:
                self._paint_line(painter, room, goed)
                goed = []
            if reden is None:
                goed.append(at)
            else:
                mark = QRectF(at.x() - _SIGN / 2, at.y() - _SIGN / 2, _SIGN, _SIGN)
                paint_icon(painter, mark, "warning", theme().color("error"))
        self._paint_line(painter, room, goed)
        self._paint_years(painter, room)

    def _paint_line(self, painter: QPainter, room: QRectF, line: list[QPointF]) -> None:
        if not line:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("c1", _FILL))
        ends = [QPointF(line[-1].x(), room.bottom()), QPointF(line[0].x(), room.bottom())]
        painter.drawPolygon(QPolygonF([*line, *ends]))
        painter.setPen(QPen(theme().color("c1"), _LINE))
        painter.drawPolyline(QPolygonF(line))
        painter.setPen(QPen(theme().color("surface"), 1))
        painter.setBrush(theme().color("c1"))
        for at in line:
            painter.drawEllipse(at, _MARKER / 2, _MARKER / 2)

    def _paint_years(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QPen(theme().color("grid"), 1))
        bottom = round(room.bottom()) + 0.5
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        painter.setFont(self.font())
        painter.setPen(theme().color("axis"))
        metrics = QFontMetricsF(self.font())
        first, last = (str(self._verloop.punten[place].datum.year) for place in (0, -1))
        base = room.bottom() + _ABOVE_YEARS + metrics.ascent()
        painter.drawText(QPointF(0, base), first)
        if last != first:
            painter.drawText(QPointF(self.width() - metrics.horizontalAdvance(last), base), last)

    def _at(self, room: QRectF, punt: Punt) -> QPointF:
        punten = self._verloop.punten
        days = max(1, (punten[-1].datum - punten[0].datum).days)
        most = max(1, *(ander.km for ander in punten))
        return QPointF(
            room.left() + room.width() * (punt.datum - punten[0].datum).days / days,
            room.bottom() - room.height() * punt.km / most,
        )
