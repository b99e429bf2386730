"""Paints the lines of a result list: plate or sign, two lines of text with what was found, chip and note."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from werkplaats.ui.cards import fill_hair_line
from werkplaats.ui.chip import chip_width, keycap_width, paint_chip, paint_keycap
from werkplaats.ui.gevonden import find_spans
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.plate import paint_plate, plate_width
from werkplaats.ui.resultaat import NIEUW, PARTS, Heading, Row
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens
from werkplaats.ui.zetwerk import Laid, cut, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex

LINE = int(Qt.ItemDataRole.UserRole) + 1
"""The role of the model under which a line's value stands."""

_MARGIN = 16
_GAP = 12
_CIRCLE = 28
_HALF_LINE = 9
_LEAST_WORDS = 160
_CODE = "code"
_BOLD = {"small": "chip", "body": "strong"}


@dataclass(frozen=True, slots=True)
class Pen:
    """With what a text is drawn: role of type, colour, and the ground of what was found."""

    kind: str
    ink: str
    mark: str = "select"


class ResultDelegate(QStyledItemDelegate):
    """Draws what the line's value says; ``search`` is marked in it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.search = ""
        self.margin = _MARGIN

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE)
        return QSize(200, theme().size("table_header" if isinstance(line, Heading) else "row_two_line"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            self._paint_heading(painter, rect, line, is_first=index.row() == 0)
        elif isinstance(line, Row):
            self._paint_row(painter, rect, line, option.state)
        fill_hair_line(painter, rect.left(), rect.bottom(), rect.width())
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRectF, line: Heading, *, is_first: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("raised"))
        radius = tokens().radius["card"] - 1 if is_first else 0
        # The round corners are those of the card that the list lies in; the lower ones fall outside the line.
        painter.setClipRect(rect)
        painter.drawRoundedRect(rect.adjusted(0, 0, 0, 2 * radius), radius, radius)
        middle, x = rect.center().y(), rect.left() + _MARGIN
        x += self.draw_text(painter, QPointF(x, middle), line.text, Pen("chip", "text_2")) + 8
        if line.count is not None:
            count = f"{line.count}+" if line.more else str(line.count)
            self.draw_text(painter, QPointF(x, middle), count, Pen("small", "text_2"))
        if line.key:
            left = rect.right() - _MARGIN - keycap_width(line.key)
            paint_keycap(painter, left, middle, line.key, ink=theme().color("text_2"), edge=theme().color("line_2"))

    def _paint_row(self, painter: QPainter, rect: QRectF, row: Row, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, theme().color("select"))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme().color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("hover"))
        left = self._paint_lead(painter, rect, row)
        right = self._paint_right(painter, rect, row, left + theme().px(_LEAST_WORDS))
        words = QRectF(left, rect.top(), right - left - _GAP, rect.height())
        mark = "surface" if chosen else "select"
        shift = theme().px(_HALF_LINE) if row.sentence else 0
        # A line that makes something was not found: its words are ours.
        draw = self.draw_found if row.soort != NIEUW else self.draw_line
        draw(painter, words.translated(0, -shift), row.title, Pen("strong", "text", mark))
        if row.sentence:
            shown = whole_parts(row.sentence, words.width(), partial(self._width, "small"))
            draw(painter, words.translated(0, shift), shown, Pen("small", "text_2", mark))

    def _paint_lead(self, painter: QPainter, rect: QRectF, row: Row) -> float:
        """Paints plate, VIN or sign at the left, and says where the text begins."""
        left, middle = rect.left() + self.margin, rect.center().y()
        if row.plate is not None:
            height = theme().px(tokens().plate.heights["list"])
            paint_plate(painter, left, round(middle - height / 2), height, row.plate)
            return left + max(self._plate_column(), plate_width(row.plate, height) + _GAP)
        if row.vin:
            self.draw_text(painter, QPointF(left, middle), row.vin, Pen(_CODE, "text_2"))
            return left + self._plate_column()
        side, sign = theme().px(_CIRCLE), theme().px(tokens().icon_px["button"])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("idle_bg"))
        painter.drawEllipse(QRectF(left, middle - side / 2, side, side))
        place = QRectF(left + (side - sign) / 2, middle - sign / 2, sign, sign)
        paint_icon(painter, place, row.icon, theme().color("text_2"))
        return left + side + _MARGIN

    def _plate_column(self) -> int:
        return theme().px(132)

    def _paint_right(self, painter: QPainter, rect: QRectF, row: Row, least: float) -> float:
        """Paints chip and note at the right and says where they begin; the note only where words have room up to it."""
        right, middle = rect.right() - _MARGIN, rect.center().y()
        chip = chip_width(row.mark.text, row.mark.icon, fill=row.mark.fill) if row.mark is not None else 0
        if row.note and right - chip - self._width("body", "00-00-0000") - 2 * _GAP > least:
            width = self._width("body", row.note)
            self.draw_text(painter, QPointF(right - width, middle), row.note, Pen("body", "text_2"))
            # Dates stand in a column of their own, so that the chips before them do too.
            column = self._width("body", "00-00-0000") if row.plate or row.vin else 0
            right -= max(width, column) + _GAP
        mark = row.mark
        if mark is not None:
            right -= chip
            paint_chip(painter, right, middle, mark.text, role=mark.role, icon=mark.icon, fill=mark.fill)
        return right

    def draw_found(self, painter: QPainter, place: QRectF, text: str, pen: Pen) -> float:
        """Draws one line of text, cut off with "…", with what was found in bold on a ground; gives its width."""
        shown = cut(text, _role(pen.kind), place.width(), code=pen.kind == _CODE)
        height = self._laid(pen.kind, shown).height
        bold = replace(pen, kind=_BOLD.get(pen.kind, pen.kind))
        x, middle, written = place.left(), place.center().y(), 0
        for begin, end in find_spans(shown, self.search):
            x += self.draw_text(painter, QPointF(x, middle), shown[written:begin], pen)
            ground = QRectF(x - 1, middle - height / 2, self._width(bold.kind, shown[begin:end]) + 2, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color(pen.mark))
            painter.drawRoundedRect(ground, 2, 2)
            x += self.draw_text(painter, QPointF(x, middle), shown[begin:end], bold)
            written = end
        return x + self.draw_text(painter, QPointF(x, middle), shown[written:], pen) - place.left()

    def draw_line(self, painter: QPainter, place: QRectF, text: str, pen: Pen) -> float:
        """Draws one line of text, cut off with "…"; gives its width."""
        shown = cut(text, _role(pen.kind), place.width(), code=pen.kind == _CODE)
        return self.draw_text(painter, QPointF(place.left(), place.center().y()), shown, pen)

    def draw_text(self, painter: QPainter, at: QPointF, text: str, pen: Pen) -> float:
        """Draws a text around a height, by its capitals, and gives its width."""
        laid = self._laid(pen.kind, text)
        painter.setPen(theme().color(pen.ink))
        laid.draw_around(painter, at.x(), at.y())
        return laid.width

    def _width(self, kind: str, text: str) -> float:
        return self._laid(kind, text).width

    def _laid(self, kind: str, text: str) -> Laid:
        return lay_out(text, _role(kind), code=kind == _CODE)


def _role(kind: str) -> str:
    return "body" if kind == _CODE else kind


def whole_parts(text: str, room: float, measure: Callable[[str], float]) -> str:
    """As many parts of "name · place · telephone" as fit, from the left; half a number is none, so it is left out."""
    parts = text.split(PARTS)
    while len(parts) > 1 and measure(PARTS.join(parts)) > room:
        parts.pop()
    return PARTS.join(parts)
