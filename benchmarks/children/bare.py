"""A bare window with a table, and nothing else: what any program of this kind pays before it does anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTableView, QVBoxLayout, QWidget

from benchmarks.children.telling import say_ready, say_shown

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SIZE = 1440, 900


class Table(QAbstractTableModel):
    """Rows of values, shown as text."""

    def __init__(self, rows: Sequence[Sequence[Any]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or not self._rows else len(self._rows[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        value = self._rows[index.row()][index.column()]
        return "" if value is None else str(value)


class Window(QWidget):
    """Says when its table has been painted, and closes."""

    def __init__(self, rows: Sequence[Sequence[Any]]) -> None:
        super().__init__()
        self._painted = False
        self.table = QTableView()
        self.table.setModel(Table(rows))
        self.table.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        self.resize(*_SIZE)
        self._shown = [row[0] for row in rows]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._end)
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        say_ready()
        say_shown(self._shown)
        self.close()


def show(rows: Sequence[Sequence[Any]]) -> int:
    """Shows the rows until they have been painted."""
    application = QApplication([])
    window = Window(rows)
    window.show()
    return application.exec()
