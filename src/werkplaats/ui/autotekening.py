"""A drawing of a car, from above with both sides folded out; numbered marks stand on it, and its parts have names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from werkplaats.domain.schade import BREED, HOOG, Plek
from werkplaats.i18n import _
from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    Punten = tuple[tuple[int, int], ...]

_BOVEN: dict[Plek, Punten] = {
    Plek.VOORBUMPER: ((150, 205), (118, 222), (98, 255), (98, 305), (118, 338), (150, 355)),
    Plek.MOTORKAP: ((150, 205), (350, 195), (335, 235), (335, 325), (350, 365), (150, 355)),
    Plek.VOORRUIT: ((350, 195), (440, 218), (430, 250), (430, 310), (440, 342), (350, 365), (335, 325), (335, 235)),
    Plek.DAK: ((440, 218), (650, 218), (660, 250), (660, 310), (650, 342), (440, 342), (430, 310), (430, 250)),
    Plek.ACHTERRUIT: ((650, 218), (730, 198), (740, 240), (740, 320), (730, 362), (650, 342), (660, 310), (660, 250)),
    Plek.ACHTERKLEP: ((730, 198), (850, 206), (850, 354), (730, 362), (740, 320), (740, 240)),
    Plek.ACHTERBUMPER: ((850, 206), (882, 222), (900, 255), (900, 305), (882, 338), (850, 354)),
}
_RECHTS: dict[Plek, Punten] = {
    Plek.RUITEN_R: ((372, 140), (448, 176), (648, 176), (716, 140)),
    Plek.SCHERM_RV: (
        (118, 100),
        (150, 138),
        (372, 140),
        (366, 62),
        (290, 62),
        (280, 100),
        (190, 100),
        (180, 62),
        (122, 66),
    ),
    Plek.PORTIER_RV: ((372, 140), (530, 140), (530, 62), (366, 62)),
    Plek.PORTIER_RA: ((530, 140), (716, 140), (690, 104), (684, 62), (530, 62)),
    Plek.SCHERM_RA: (
        *((716, 140), (862, 134), (880, 100), (876, 66), (818, 62)),
        *((808, 100), (718, 100), (708, 62), (684, 62), (690, 104)),
    ),
    Plek.DORPEL_R: ((294, 62), (704, 62), (696, 44), (302, 44)),
}
_LINKS_VAN = {
    Plek.RUITEN_R: Plek.RUITEN_L,
    Plek.SCHERM_RV: Plek.SCHERM_LV,
    Plek.PORTIER_RV: Plek.PORTIER_LV,
    Plek.PORTIER_RA: Plek.PORTIER_LA,
    Plek.SCHERM_RA: Plek.SCHERM_LA,
    Plek.DORPEL_R: Plek.DORPEL_L,
}
VLAKKEN: dict[Plek, Punten] = {
    **_BOVEN,
    **_RECHTS,
    **{_LINKS_VAN[plek]: tuple((x, HOOG - y) for x, y in punten) for plek, punten in _RECHTS.items()},
}
"""The outline of each part, in the units of the drawing."""
_STRAAL = 42
WIELEN = {
    Plek.WIEL_RV: (235, 60),
    Plek.WIEL_RA: (763, 60),
    Plek.WIEL_LV: (235, HOOG - 60),
    Plek.WIEL_LA: (763, HOOG - 60),
}
_GLAS = {Plek.VOORRUIT, Plek.ACHTERRUIT, Plek.RUITEN_L, Plek.RUITEN_R}
_MIDDEN = {
    Plek.SCHERM_RV: (235, 120),
    Plek.SCHERM_RA: (763, 120),
    Plek.SCHERM_LV: (235, HOOG - 120),
    Plek.SCHERM_LA: (763, HOOG - 120),
}
_MERK = 13


class Mark(NamedTuple):
    """A numbered mark on a part; ``x`` and ``y`` None is the middle of the part."""

    nummer: int
    plek: Plek
    x: int | None
    y: int | None
    is_open: bool
    words: str


def middle_of(plek: Plek) -> tuple[int, int]:
    """Where a mark stands that was given only its part."""
    if plek in WIELEN:
        return WIELEN[plek]
    if plek in _MIDDEN:
        return _MIDDEN[plek]
    room = _polygon(plek).boundingRect().center()
    return round(room.x()), round(room.y())


def part_at(x: float, y: float) -> Plek | None:
    """The part at a place of the drawing; None beside the car."""
    for plek, (midden_x, midden_y) in WIELEN.items():
        if (x - midden_x) ** 2 + (y - midden_y) ** 2 <= _STRAAL**2:
            return plek
    point = QPointF(x, y)
    inside = Qt.FillRule.OddEvenFill
    return next((plek for plek in VLAKKEN if _polygon(plek).containsPoint(point, inside)), None)


def _polygon(plek: Plek) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in VLAKKEN[plek]])


class AutoTekening(QWidget):
    """``place_picked`` a part with a place on it, ``mark_picked`` the row of a mark; ``name_of`` says a part's name."""

    place_picked = Signal(object, int, int)
    mark_picked = Signal(int)

    def __init__(self, name_of: Callable[[Plek], str]) -> None:
        super().__init__()
        self._name_of = name_of
        self._marks: tuple[Mark, ...] = ()
        self._chosen = -1
        self._hovered: Plek | None = None
        self.may_pick = True
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)
        self.show_marks(())

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Shows other marks."""
        self._marks = tuple(marks)
        words = "; ".join(f"{mark.nummer} {self._name_of(mark.plek)}: {mark.words}" for mark in marks)
        self.setAccessibleName(_("Tekening van de auto. {merken}").format(merken=words or _("Geen schade.")))
        self.update()

    def choose(self, row: int) -> None:
        """Rings the mark of this row; -1 none."""
        self._chosen = row
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(520), theme().px(520 * HOOG // BREED))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(320 * HOOG // BREED))

    def place_of(self, mark: Mark) -> QPointF:
        """Where a mark stands in the widget."""
        x, y = (mark.x, mark.y) if mark.x is not None and mark.y is not None else middle_of(mark.plek)
        return QPointF(x, y) * self._scale() + self._corner()

    def _scale(self) -> float:
        return min(self.width() / BREED, self.height() / HOOG)

    def _corner(self) -> QPointF:
        return QPointF((self.width() - BREED * self._scale()) / 2, (self.height() - HOOG * self._scale()) / 2)

    def _mark_at(self, place: QPointF) -> int:
        reach = theme().px(_MERK)
        for row in reversed(range(len(self._marks))):
            away = self.place_of(self._marks[row]) - place
            if away.x() ** 2 + away.y() ** 2 <= reach**2:
                return row
        return -1

    # The mouse; by the keyboard the list beside the drawing does all of it.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._mark_at(event.position())
        if row >= 0:
            self.mark_picked.emit(row)
            return
        spot = (event.position() - self._corner()) / self._scale()
        plek = part_at(spot.x(), spot.y())
        if plek is not None and self.may_pick:
            self.place_picked.emit(plek, round(spot.x()), round(spot.y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = (event.position() - self._corner()) / self._scale()
        row = self._mark_at(event.position())
        self._hover(part_at(spot.x(), spot.y()) if row < 0 else None)
        if row >= 0:
            words = self._marks[row].words
        else:
            words = self._name_of(self._hovered) if self._hovered is not None else ""
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover(None)

    def _hover(self, plek: Plek | None) -> None:
        if plek is not self._hovered:
            self._hovered = plek
            self.update()

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(self._corner())
        painter.scale(self._scale(), self._scale())
        for plek in VLAKKEN:
            self._prepare(painter, plek)
            painter.drawPolygon(_polygon(plek))
        for plek, (x, y) in WIELEN.items():
            self._prepare(painter, plek)
            painter.drawEllipse(QPointF(x, y), _STRAAL, _STRAAL)
            painter.drawEllipse(QPointF(x, y), _STRAAL * 0.55, _STRAAL * 0.55)
        painter.restore()
        self._paint_words(painter)
        for row, mark in enumerate(self._marks):
            self._paint_mark(painter, mark, chosen=row == self._chosen)

    def _prepare(self, painter: QPainter, plek: Plek) -> None:
        pen = QPen(theme().color("line_strong"), 1.5)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        ground = "select" if plek is self._hovered and self.may_pick else "pressed" if plek in _GLAS else "raised"
        painter.setBrush(theme().color(ground))

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().color("text_2"))
        side, corner = self._scale(), self._corner()
        for text, y in ((_("Rechterkant"), 8), (_("Linkerkant"), HOOG - 32)):
            room = QRectF(corner.x() + 400 * side, corner.y() + y * side, 200 * side, 24 * side)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), text)
        room = QRectF(corner.x() - 4 * side, corner.y() + 262 * side, 94 * side, 36 * side)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), _("Voor"))

    def _paint_mark(self, painter: QPainter, mark: Mark, *, chosen: bool) -> None:
        place, radius = self.place_of(mark), theme().px(_MERK - 2)
        if chosen:
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.setBrush(theme().color("surface"))
            painter.drawEllipse(place, radius + 3, radius + 3)
        painter.setPen(QPen(theme().color("surface"), 1))
        painter.setBrush(theme().color("error" if mark.is_open else "ok"))
        painter.drawEllipse(place, radius, radius)
        painter.setFont(theme().font("chip"))
        painter.setPen(theme().color("surface"))
        room = QRectF(place - QPointF(radius, radius), place + QPointF(radius, radius))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(mark.nummer))
