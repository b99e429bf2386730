"""The list of results: a model of lines, and a view whose choice moves while the focus stays in the search box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from werkplaats.ui.resultaat import Row
from werkplaats.ui.resultaat_delegate import LINE, ResultDelegate
from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

    from werkplaats.ui.resultaat import Line

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ResultModel(QAbstractListModel):
    """Headings and rows in the order in which they stand; headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken if isinstance(line, Row) else line.text
        return None


class ResultList(QListView):
    """Shows lines; ``chosen`` follows the choice (None without one), ``opened`` is Enter or a double click."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, delegate: type[ResultDelegate] = ResultDelegate) -> None:
        super().__init__()
        self._model = ResultModel(self)
        self.setModel(self._model)
        self.painter = delegate(self)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        # The card below shows through, so that its round corners stay round.
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(self._open)
        theme().changed.connect(self.doItemsLayout)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What the list shows now."""
        return self._model.lines

    @property
    def row(self) -> Row | None:
        """The chosen line."""
        line = self.currentIndex().data(LINE) if self.currentIndex().isValid() else None
        return line if isinstance(line, Row) else None

    def show_lines(self, lines: Sequence[Line], *, choose: bool, keep: bool = False) -> None:
        """Shows other lines; chooses the first, or with ``keep`` the same as before where it is still there."""
        before = self.row if keep else None
        scrolled = self.verticalScrollBar().value()
        self._model.show_lines(lines)
        places = [place for place, line in enumerate(self._model.lines) if isinstance(line, Row)]
        same = [place for place in places if before and _is_same(self._model.lines[place], before)]
        if same:
            self.setCurrentIndex(self._model.index(same[0]))
            self.verticalScrollBar().setValue(scrolled)
        elif choose and places:
            self.setCurrentIndex(self._model.index(places[0]))
        else:
            self.chosen.emit(None)

    def move_choice(self, steps: int) -> None:
        """Moves the choice over so many rows, past headings, to the end at most."""
        places = [place for place, line in enumerate(self._model.lines) if isinstance(line, Row)]
        if not places:
            return
        here = places.index(self.currentIndex().row()) if self.row is not None else (-1 if steps > 0 else len(places))
        there = places[min(max(here + steps, 0), len(places) - 1)]
        self.setCurrentIndex(self._model.index(there))
        if there == places[0]:
            self.scrollToTop()

    def open_chosen(self) -> None:
        """Does with the chosen line what Enter does."""
        if self.row is not None:
            self.opened.emit(self.row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_chosen()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(400, 200)

    def _open(self, _index: QModelIndex) -> None:
        self.open_chosen()


def _is_same(line: object, row: Row) -> bool:
    return isinstance(line, Row) and (line.soort, line.id) == (row.soort, row.id)
