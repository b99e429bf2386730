"""The table of a long list: a header that sorts, rows that open, and the keys of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from werkplaats.ui.icons import paint_icon
from werkplaats.ui.table import Table, act_place
from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

    from werkplaats.ui.cells import Cell
    from werkplaats.ui.lijst.model import ListModel

_ARROW = 12


class SortHeader(QHeaderView):
    """A header whose arrow, at the right, says on which column the list is sorted; Qt's own lies under the title."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._section, self._down = -1, False

    def show_sorted(self, section: int, *, down: bool) -> None:
        """Puts the arrow on a column; -1 on none."""
        self._section, self._down = section, down
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if section == self._section:
            side = theme().px(_ARROW)
            place = QRectF(rect.right() - side - 6, rect.center().y() - side / 2 + 0.5, side, side)
            painter.fillRect(place.adjusted(-4, 0, 4, 0), theme().color("raised"))
            paint_icon(painter, place, "caret-down" if self._down else "caret-up", theme().color("text_2"))


class ListTable(Table):
    """Signals: ``sort_asked`` a column, ``menu_asked`` at a place of the screen, ``copy_asked`` the chosen row.

    ``act_asked`` is a press on a sign of a row, by the name of the sign.
    """

    sort_asked = Signal(int)
    menu_asked = Signal(QPoint)
    copy_asked = Signal()
    act_asked = Signal(int, str)

    def __init__(self, model: ListModel, name: str) -> None:
        super().__init__([part.column for part in model.columns])
        self.lines = model
        self.setAccessibleName(name)
        self.header = SortHeader(self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.header.setSectionsClickable(True)
        self.header.setHighlightSections(False)
        self.header.setMinimumSectionSize(24)
        self.header.sectionClicked.connect(self.sort_asked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit()

    def show_columns(self) -> None:
        """Takes over the columns of the model."""
        self.columns = tuple(part.column for part in self.lines.columns)
        self._fit()

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell of the lines."""
        return self.lines.cell(row, column)

    def top_row(self) -> int:
        """The first row in sight."""
        return max(0, self.rowAt(1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        cell = self.cell(index.row(), index.column())
        room = QRectF(self.visualRect(index)).adjusted(self.indent(index.column()), 0, 0, 0)
        for at, name in enumerate(cell.acts):
            if act_place(room, at).contains(event.position()):
                self.act_asked.emit(index.row(), name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif self._column_key(event) is not None:
            self.sort_asked.emit(self._column_key(event))
        elif self._is_menu_key(event):
            self.menu_asked.emit(self._below_chosen())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.chosen_row() >= 0:
                self.opened.emit(self.chosen_row())
        elif event.key() == Qt.Key.Key_Home and self.model().rowCount():
            self.selectRow(0)
        elif event.key() == Qt.Key.Key_End and self.model().rowCount():
            self.selectRow(self.model().rowCount() - 1)
        else:
            QAbstractItemView.keyPressEvent(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.rowAt(self.viewport().mapFromGlobal(event.globalPos()).y())
        if row >= 0:
            self.selectRow(row)
            self.menu_asked.emit(event.globalPos())

    def _column_key(self, event: QKeyEvent) -> int | None:
        """The column whose number is pressed with Ctrl, counted from the left."""
        number = event.key() - Qt.Key.Key_1
        ctrl = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
        return number if ctrl and 0 <= number < len(self.columns) else None

    def _is_menu_key(self, event: QKeyEvent) -> bool:
        shift_f10 = event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        return self.chosen_row() >= 0 and (shift_f10 or event.key() == Qt.Key.Key_Menu)

    def _below_chosen(self) -> QPoint:
        room = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(QPoint(theme().px(140), room.bottom()))
