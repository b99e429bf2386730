"""The chart of a car's odometer: the readings as a line, what is expected, and what is doubtful with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import km_text
from werkplaats.i18n import _, ngettext
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.kaartje import paint_kaartje
from werkplaats.ui.schaal import Schaal, make_schaal
from werkplaats.ui.theme import theme
from werkplaats.zinnen import zin_bij_veld

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from werkplaats.domain.kmstand import Punt
    from werkplaats.domain.kmverloop import Verloop, Verwachting
    from werkplaats.errors import Bevinding

_LINE = 2
_MARKER = 8
_SIGN = 18
_EXPECTED = 0.22
_NEAR = 16
_GAP = 8
_LEGEND_GAP = 24


@dataclass(frozen=True, slots=True)
class Nieuw:
    """The reading that is being typed, and the reason why it is doubtful."""

    punt: Punt
    reden: Bevinding | None = None


class KmGrafiek(QWidget):
    """The readings of one car with the one that is being typed; ``pointed`` is the place of a reading under the mouse.

    A doubtful reading is a triangle at the end of a dashed line; the label with its reason stands at the new one, else
    at the one that is chosen.
    """

    pointed = Signal(int)

    def __init__(self, verloop: Verloop, today: date) -> None:
        super().__init__()
        self._verloop = verloop
        self._today = today
        self._nieuw: Nieuw | None = None
        self._verwacht: Verwachting | None = None
        self._chosen = -1
        self._schaal = self._scale()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._renew)

    def show_verloop(self, verloop: Verloop, verwacht: Verwachting | None, nieuw: Nieuw | None = None) -> None:
        """Shows readings, what is expected of the next, and the one that is being typed."""
        self._verloop, self._verwacht, self._nieuw = verloop, verwacht, nieuw
        self.setAccessibleName(self._spoken())
        self._renew()

    def choose(self, place: int) -> None:
        """Names one of the readings in the chart; -1 for none."""
        if place != self._chosen:
            self._chosen = place
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(480), theme().px(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(280), theme().px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._schaal = self._scale()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        near = [
            ((self._at(place) - event.position()).manhattanLength(), place)
            for place in range(len(self._verloop.punten))
        ]
        distance, place = min(near, default=(_NEAR + 1, -1))
        if distance <= _NEAR and place != self._chosen:
            self.pointed.emit(place)

    # Drawing.

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_legend(painter)
        self._paint_axes(painter)
        self._paint_expected(painter)
        self._paint_line(painter)
        self._paint_points(painter)
        self._paint_labels(painter)

    def _paint_legend(self, painter: QPainter) -> None:
        painter.setFont(theme().font("small"))
        middle, x = theme().px(10), 0.0
        x = self._paint_key(painter, x, middle, _("Afgelezen stand"))
        if self._verwacht is not None:
            room = QRectF(x, middle - 6, theme().px(14), 12)
            painter.fillRect(room, theme().color("c1", _EXPECTED))
            x = self._say(painter, room.right() + _GAP, middle, _("Verwacht")) + _LEGEND_GAP
        if any(self._verloop.twijfel) or (self._nieuw and self._nieuw.reden):
            side = theme().px(14)
            paint_icon(painter, QRectF(x, middle - side / 2, side, side), "warning", theme().color("error"))
            x = self._say(painter, x + side + _GAP, middle, _("Twijfelachtig"))

    def _paint_key(self, painter: QPainter, x: float, middle: float, word: str) -> float:
        length = theme().px(16)
        painter.setPen(QPen(theme().color("c1"), _LINE))
        painter.drawLine(QPointF(x, middle), QPointF(x + length, middle))
        self._paint_dot(painter, QPointF(x + length / 2, middle), _MARKER - 2)
        return self._say(painter, x + length + _GAP, middle, word) + _LEGEND_GAP

    def _say(self, painter: QPainter, x: float, middle: float, word: str) -> float:
        metrics = QFontMetricsF(painter.font())
        painter.setPen(theme().color("text"))
        painter.drawText(QPointF(x, middle + (metrics.ascent() - metrics.descent()) / 2), word)
        return x + metrics.horizontalAdvance(word)

    def _paint_axes(self, painter: QPainter) -> None:
        schaal = self._schaal
        painter.setFont(theme().font("caption"))
        metrics = QFontMetricsF(painter.font())
        down = (metrics.ascent() - metrics.descent()) / 2
        for km in schaal.lines():
            y = round(schaal.y(km)) + 0.5
            painter.setPen(QPen(theme().color("grid"), 1))
            painter.drawLine(QPointF(schaal.room.left(), y), QPointF(schaal.room.right(), y))
            painter.setPen(theme().color("axis"))
            text = km_text(km)
            painter.drawText(QPointF(schaal.room.left() - _GAP - metrics.horizontalAdvance(text), y + down), text)
        for day, name in schaal.days():
            x, width = schaal.x(day), metrics.horizontalAdvance(name)
            painter.drawLine(QPointF(x, schaal.room.bottom()), QPointF(x, schaal.room.bottom() + 4))
            left = min(max(0.0, x - width / 2), self.width() - width)
            painter.drawText(QPointF(left, schaal.room.bottom() + 6 + metrics.ascent()), name)

    def _paint_expected(self, painter: QPainter) -> None:
        verwacht = self._verwacht
        if verwacht is None:
            return
        begin = self._schaal.at(verwacht.van.datum, verwacht.van.km)
        low, high = (self._schaal.at(verwacht.datum, km) for km in (verwacht.laag, verwacht.hoog))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("c1", _EXPECTED))
        painter.drawPolygon(QPolygonF([begin, high, low]))

    def _paint_line(self, painter: QPainter) -> None:
        """The line through what holds; it breaks at work on the odometer, and leads dashed to a doubtful one."""
        before: QPointF | None = None
        for place, (punt, reden) in enumerate(self._pairs()):
            at = self._at(place)
            if punt.teller_gewijzigd:
                self._paint_work(painter, at)
                before = None
            if before is not None:
                self._paint_part(painter, before, at, doubted=reden is not None)
            if reden is None:
                before = at
        if self._nieuw is not None and before is not None and not self._nieuw.punt.teller_gewijzigd:
            last = self._verloop.laatste
            if last is not None and last.datum <= self._nieuw.punt.datum:
                self._paint_part(painter, before, self._new_at(), doubted=True)

    def _paint_part(self, painter: QPainter, van: QPointF, tot: QPointF, *, doubted: bool) -> None:
        wrong = doubted and not (self._nieuw is not None and self._nieuw.reden is None and tot == self._new_at())
        pen = QPen(theme().color("error" if wrong else "c1"), 1.5 if doubted else _LINE)
        if doubted:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(van, tot)

    def _paint_work(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(theme().color("axis"), 1, Qt.PenStyle.DotLine))
        x = round(at.x()) + 0.5
        painter.drawLine(QPointF(x, self._schaal.room.top()), QPointF(x, self._schaal.room.bottom()))
        side = theme().px(14)
        sign = QRectF(x - side / 2, self._schaal.room.top() - side, side, side)
        paint_icon(painter, sign, "wrench", theme().color("axis"))

    def _paint_points(self, painter: QPainter) -> None:
        for place, (_punt, reden) in enumerate(self._pairs()):
            if reden is None:
                chosen = place == self._chosen
                self._paint_dot(painter, self._at(place), _MARKER + 3 if chosen else _MARKER)
            else:
                self._paint_doubt(painter, self._at(place))
        if self._nieuw is None:
            return
        if self._nieuw.reden is not None:
            self._paint_doubt(painter, self._new_at())
        else:
            painter.setPen(QPen(theme().color("c1"), _LINE))
            painter.setBrush(theme().color("surface"))
            painter.drawEllipse(self._new_at(), _MARKER / 2 + 1, _MARKER / 2 + 1)

    def _paint_dot(self, painter: QPainter, at: QPointF, size: float) -> None:
        painter.setPen(QPen(theme().color("surface"), 1.5))
        painter.setBrush(theme().color("c1"))
        painter.drawEllipse(at, size / 2, size / 2)

    def _paint_doubt(self, painter: QPainter, at: QPointF) -> None:
        side = theme().px(_SIGN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("surface"))
        painter.drawEllipse(at, side * 0.45, side * 0.45)
        paint_icon(painter, QRectF(at.x() - side / 2, at.y() - side / 2, side, side), "warning", theme().color("error"))

    def _paint_labels(self, painter: QPainter) -> None:
        """One label at a time beside the new reading's own: two would hide the line."""
        room = QRectF(self.rect())
        nieuw = self._nieuw
        if nieuw is not None and nieuw.reden is not None:
            title = _("Deze stand: {km}").format(km=km_text(nieuw.punt.km))
            lower = nieuw.reden.code == "KM_LAGER"
            paint_kaartje(painter, room, self._new_at(), title, zin_bij_veld(nieuw.reden), role="error", low=lower)
            return
        if 0 <= self._chosen < len(self._verloop.punten):
            punt, reden = self._pairs()[self._chosen]
            title = _("{km} km op {dag}").format(km=km_text(punt.km), dag=datum_tekst(punt.datum))
            why = zin_bij_veld(reden) if reden is not None else ""
            if punt.teller_gewijzigd:
                why = _("Na werk aan de teller")
            paint_kaartje(painter, room, self._at(self._chosen), title, why, role="error" if reden else "")

    # Measuring.

    def _pairs(self) -> list[tuple[Punt, Bevinding | None]]:
        return list(zip(self._verloop.punten, self._verloop.twijfel, strict=True))

    def _at(self, place: int) -> QPointF:
        punt = self._verloop.punten[place]
        return self._schaal.at(punt.datum, punt.km)

    def _new_at(self) -> QPointF:
        if self._nieuw is None:
            return QPointF()
        return self._schaal.at(self._nieuw.punt.datum, self._nieuw.punt.km)

    def _renew(self) -> None:
        self._schaal = self._scale()
        self.update()

    def _scale(self) -> Schaal:
        nieuw = [self._nieuw.punt] if self._nieuw is not None else []
        punten = [*self._verloop.punten, *nieuw]
        most = max([punt.km for punt in punten] + ([self._verwacht.hoog] if self._verwacht else []), default=0)
        days = [punt.datum for punt in punten] or [self._today]
        metrics = QFontMetricsF(theme().font("caption"))
        draft = make_schaal(QRectF(), min(days), max(*days, self._today), most)
        left = metrics.horizontalAdvance(km_text(draft.top)) + _GAP
        bottom, top = metrics.height() + _GAP, theme().px(20) + _SIGN
        room = QRectF(left, top, max(1.0, self.width() - left - _SIGN), max(1.0, self.height() - top - bottom))
        return make_schaal(room, min(days), max(*days, self._today), most)

    def _spoken(self) -> str:
        count = len(self._verloop.punten)
        words = [ngettext("{n} stand", "{n} standen", count).format(n=count)]
        if self._verloop.laatste is not None:
            last = self._verloop.laatste
            words.append(_("laatste {km} km op {dag}").format(km=km_text(last.km), dag=datum_tekst(last.datum)))
        doubts = sum(reden is not None for reden in self._verloop.twijfel)
        if doubts:
            words.append(ngettext("{n} twijfelachtig", "{n} twijfelachtig", doubts).format(n=doubts))
        return _("Verloop van de kilometerstand: {woorden}").format(woorden=", ".join(words))
