"""The lines of a long list for Qt: those that were read, and room for those that still come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from werkplaats.domain.lijst import PAGINA
from werkplaats.ui.cells import CELL, Cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from werkplaats.ui.lijst.soort import ListColumn

    Index = QModelIndex | QPersistentModelIndex

_PAGES_KEPT = 40
_LINES_KEPT = 4000
_REST_MS = 16
"""So long a page that came into sight waits, in ms: who drags the bar passes most of them by."""
_IN_SIGHT = 2
"""As many pages at most stand in a window at once."""
_COMING = Cell("…", role="text_3")
"""Stands in a line that is on its way from the store."""


class ListModel(QAbstractTableModel):
    """``wanted`` asks for a page that comes into sight; a line is dressed for the screen when it is first painted."""

    wanted = Signal(int)

    def __init__(self, columns: Sequence[ListColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._total = 0
        self._pages: dict[int, tuple[Any, ...]] = {}
        self._asked: set[int] = set()
        self._cells: dict[int, tuple[Cell, ...]] = {}
        self._seen: list[int] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask_for_seen)

    def set_columns(self, columns: Sequence[ListColumn]) -> None:
        """Shows other columns of the same lines."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._cells.clear()
        self.endResetModel()

    def set_lines(self, total: int, pages: Mapping[int, tuple[Any, ...]]) -> None:
        """Shows another list, of which these pages are known."""
        self.beginResetModel()
        self._total = total
        self._pages = dict(pages)
        self._asked = set(pages)
        self._seen.clear()
        self._cells.clear()
        self.endResetModel()

    def set_page(self, number: int, lines: tuple[Any, ...]) -> None:
        """Fills in a page that was wanted."""
        if len(self._pages) >= _PAGES_KEPT:
            farthest = max(self._pages, key=lambda other: abs(other - number))
            del self._pages[farthest]
            self._asked.discard(farthest)
        self._pages[number] = lines
        first = number * PAGINA
        last = min(first + PAGINA, self._total) - 1
        for row in range(first, last + 1):
            self._cells.pop(row, None)
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def forget_page(self, number: int) -> None:
        """Lets a page that did not come be asked again."""
        self._asked.discard(number)

    def line(self, row: int) -> Any | None:
        """The line of a row; None while it is not here."""
        page = self._pages.get(row // PAGINA)
        at = row % PAGINA
        return page[at] if page is not None and 0 <= row < self._total and at < len(page) else None

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell, dressed for the screen when it is first asked."""
        cells = self._cells.get(row)
        return cells[column] if cells is not None else self._dress(row, column)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._total

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == CELL:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            cell = self.cell(index.row(), index.column())
            return cell.kenteken.weergave if cell.kenteken is not None else cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.cell(index.row(), index.column()).spoken
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _dress(self, row: int, column: int) -> Cell:
        line = self.line(row)
        if line is None:
            self._want(row // PAGINA)
            return _COMING
        if len(self._cells) >= _LINES_KEPT:
            self._cells.clear()
        cells = self._cells[row] = tuple(part.cell(line) for part in self.columns)
        return cells[column]

    def _want(self, page: int) -> None:
        if page not in self._asked and page not in self._seen[-_IN_SIGHT:]:
            self._seen.append(page)
            if not self._rest.isActive():
                self._rest.start()

    def _ask_for_seen(self) -> None:
        """Asks for what was seen last; what was passed by is seen again when one comes back to it."""
        seen, self._seen = self._seen[-_IN_SIGHT:], []
        for page in seen:
            self._asked.add(page)
            self.wanted.emit(page)
