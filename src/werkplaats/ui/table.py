"""The table of the dialogs: one line per row, drawn by one delegate; plates, signs, boxes and words in its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from werkplaats.ui.cards import fill_hair_line
from werkplaats.ui.cells import CELL, Cell, Column, TableModel, shown_in, widths_in
from werkplaats.ui.chip import paint_chip
from werkplaats.ui.fields.choice import paint_check
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.plate import paint_plate, plate_look
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens
from werkplaats.ui.zetwerk import lay_out_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

    Index = QModelIndex | QPersistentModelIndex

_PADDING = 8
_BAR = 3
_GAP = 8
_EMPTY = "\N{EN DASH}"
_SELECTED = QStyle.StateFlag.State_Selected

__all__ = ["Cell", "Column", "Table"]


class CellDelegate(QStyledItemDelegate):
    """Draws a cell: the ground of its whole row, and its parts from the left; the table draws the lines after it."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        room = QRectF(option.rect)
        table, column = self._table, index.column()
        self._paint_ground(painter, room, index, chosen=_SELECTED in option.state)
        cell = table.cell(index.row(), column)
        left = room.left() + table.indent(column)
        inner = QRectF(left, room.top(), room.right() - _PADDING - left, room.height())
        if not cell.is_plain:
            inner = self._paint_parts(painter, inner, cell)
        if cell.has_text:
            painter.setPen(theme().color(cell.role if cell.text else "text_3"))
            text, right = cell.text or _EMPTY, table.columns[column].right
            # Half a pixel over is no reason to cut: a column is whole pixels wide, a text is not.
            laid = lay_out_in(text, "strong" if cell.strong else "body", inner.width() + 0.5, code=cell.code)
            laid.draw_in(painter, inner, right=right)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Free text that was cut off is whole in the tooltip."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        cell = index.data(CELL)
        room = self._table.columnWidth(index.column()) - 2 * _PADDING
        cut = QFontMetricsF(_font(cell)).horizontalAdvance(cell.text) > room
        QToolTip.showText(event.globalPos(), cell.text if cut else cell.name, view)
        return True

    def _paint_ground(self, painter: QPainter, room: QRectF, index: Index, *, chosen: bool) -> None:
        if chosen:
            painter.fillRect(room, theme().color("select" if self._table.hasFocus() else "select_idle"))
            if index.column() == 0:
                painter.fillRect(QRectF(room.left(), room.top(), _BAR, room.height()), theme().color("accent"))
        elif index.row() == self._table.hovered:
            painter.fillRect(room, theme().color("hover"))
        elif ground := self._table.cell(index.row(), index.column()).ground:
            painter.fillRect(room, theme().color(ground))

    def _paint_parts(self, painter: QPainter, room: QRectF, cell: Cell) -> QRectF:
        """Draws what stands before the text and gives the room that is left for it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, used = room.center().y(), 0.0
        if cell.check is not None:
            side = theme().size("checkbox")
            paint_check(painter, QRectF(room.left(), middle - side / 2, side, side), checked=cell.check)
            used = side
        if cell.kenteken is not None:
            height = theme().px(tokens().plate.heights["table"])
            used = paint_plate(painter, room.left(), round(middle - height / 2), height, plate_look(cell.kenteken))
        if cell.state is not None:
            look = cell.state
            used = paint_chip(painter, room.left(), middle, cell.text, role=look.role, icon=look.icon, fill=look.fill)
        if cell.icon:
            side = theme().px(tokens().icon_px["button"])
            sign = QRectF(room.left() + used, middle - side / 2, side, side)
            paint_icon(painter, sign, cell.icon, theme().color(cell.icon_role), fill=cell.fill)
            used += side
        for at, sign_name in enumerate(cell.acts):
            side = theme().px(tokens().icon_px["button"])
            place = act_place(room, at)
            sign = QRectF(place.center().x() - side / 2, middle - side / 2, side, side)
            paint_icon(painter, sign, sign_name, theme().color("ok" if sign_name == "akkoord" else "text_2"))
        painter.restore()
        return room.adjusted(used + _GAP if used else 0, 0, 0, 0)


def act_place(room: QRectF, at: int) -> QRectF:
    """Where a sign that can be pressed stands in the room of its cell: as large as the mouse needs it."""
    side = theme().size("min_target_mouse")
    return QRectF(room.left() + at * side, room.top(), side, room.height())


class Table(QTableView):
    """A table of cells; ``opened`` is Enter or a double click on a row, Space and a click turn the box of a row."""

    opened = Signal(int)
    chosen = Signal(int)

    def __init__(
        self, columns: Sequence[Column], *, indent: int = _PADDING, row: str = "row", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.hovered = -1
        self._indent = indent
        self._row = row
        self.rows = TableModel(columns, self)
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(self))
        self.setProperty("list", True)
        self._set_manners()
        self.selectionModel().currentRowChanged.connect(self._moved)
        theme().changed.connect(self._fit)
        self._fit()

    def set_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Shows other rows, the first one chosen."""
        self.rows.set_rows(rows)
        if rows:
            self.selectRow(0)

    def chosen_row(self) -> int:
        """The chosen row, or -1."""
        return self.currentIndex().row()

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        return self.rows.cell(row, column)

    def indent(self, column: int) -> int:
        """How far the content of a column stands from its left edge."""
        return self._indent if column == 0 else _PADDING

    def height_for_rows(self, count: int) -> int:
        """The height that shows so many rows under the header."""
        return theme().size("table_header") + count * theme().size(self._row)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        first, height = self.rowAt(0), self.rowHeight(0)
        if first < 0:
            return
        width = min(self.viewport().width(), self.horizontalHeader().length())
        top = self.rowViewportPosition(first)
        rows = min(self.model().rowCount() - first, (self.viewport().height() - top) // height + 1)
        for row in range(1, rows + 1):
            # The edge of a rectangle of Qt's item views lies one pixel above the next row.
            fill_hair_line(painter, 0, top + row * height, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen_row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Space and self.rows.has_box(row):
            self.rows.tick(row, not self.rows.is_ticked(row))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and index.data(CELL).check is not None:
            self.rows.tick(index.row(), not index.data(CELL).check)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Being put into a window took its letter from the header.
        self.horizontalHeader().setFont(theme().font("chip"))

    def _set_manners(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        # The title of the first column stands above its content.
        header.setProperty("indented", self._indent > _PADDING)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(24)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(current.row())

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setFont(theme().font("chip"))
        self.verticalHeader().setDefaultSectionSize(theme().size(self._row))
        for at, column in enumerate(self.columns):
            stretches = column.width is None
            header.setSectionResizeMode(
                at, QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Fixed
            )
        self._share_room()

    def _share_room(self) -> None:
        """Gives each column its width; one that takes what is left scrolls out of sight sooner than to be nothing."""
        header, room = self.horizontalHeader(), self.viewport().width()
        shown = shown_in(self.columns, room, theme().text_px)
        for at, here in enumerate(shown):
            self.setColumnHidden(at, not here)
        stand = [(at, column) for at, column in enumerate(self.columns) if shown[at]]
        widths = widths_in([column for _at, column in stand], room, theme().text_px)
        for (at, column), width in zip(stand, widths, strict=True):
            if column.width is None:
                header.setSectionResizeMode(
                    at, QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
                )
            if width:
                self.setColumnWidth(at, width)


def _font(cell: Cell) -> QFont:
    return theme().font("strong" if cell.strong else "body", code=cell.code)
