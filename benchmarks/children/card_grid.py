"""P10: the lines of a werkkaart in their own grid, and the same text in a bare table, typed in and scrolled in turn.

A key is timed from the event until the cell is painted, Enter from the event until the line with its new amount is, a
step of the bar until the screen is. Its arguments are the number of lines and of rounds.
"""

from __future__ import annotations

import sys
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from benchmarks.children.telling import say_ready, say_shown
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.werkkaart_regel import Regel
from werkplaats.forms.werkkaart.raster import Raster
from werkplaats.forms.werkkaart.raster_model import Kolom
from werkplaats.ui.theme import install_theme

if TYPE_CHECKING:
    from collections.abc import Callable

Times = dict[str, tuple[list[float], list[float]]]
"""The seconds of each thing, of the grid and of the bare table."""
STEPS = 40
"""The steps of the bar in a round."""
_SIZE = (1040, 460)
_PRICES = ("12,5", "7,25", "189,5")


class BareModel(QAbstractTableModel):
    """The text of each cell, which can be typed anew."""

    def __init__(self, grid: Raster) -> None:
        super().__init__()
        rows, columns = len(grid.lines.regels), grid.lines.columnCount()
        self._rows = [[grid.cell(row, column).text for column in range(columns)] for row in range(rows)]

    def rowCount(self, _parent: Any = None) -> int:
        return len(self._rows)

    def columnCount(self, _parent: Any = None) -> int:
        return len(self._rows[0])

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
        return self._rows[index.row()][index.column()] if shown else None

    def flags(self, index: Any) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Any, value: Any, _role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        row[Kolom.PRIJS] = row[Kolom.BEDRAG] = str(value)
        self.dataChanged.emit(index, self.index(index.row(), Kolom.BEDRAG))
        return True


def main(count: int, rounds: int) -> None:
    """Shows both tables, types in them and scrolls them, and tells the seconds of each key, Enter and step."""
    install_theme(QApplication([]))
    grid = Raster()
    grid.show_regels([_line(nr) for nr in range(count)])
    tables = grid, _bare_beside(grid)
    for table in tables:
        table.resize(*_SIZE)
        table.show()
        QTest.qWaitForWindowExposed(table)
    say_ready()
    times: Times = {what: ([], []) for what in ("key", "enter", "scroll")}
    # The first round warms both up and is not counted.
    for number in range(-1, rounds):
        counted: Times = times if number >= 0 else {what: ([], []) for what in times}
        for which in (0, 1) if number % 2 == 0 else (1, 0):
            _type(tables[which], which, number % count, counted)
            _scroll(tables[which], which, number, counted)
    amounts = [grid.cell(row, Kolom.BEDRAG).text for row in range(min(rounds, count))]
    prices = [grid.cell(row, Kolom.PRIJS).text for row in range(min(rounds, count))]
    say_shown({**times, "same": amounts == prices, "amounts": amounts})


def _line(nr: int) -> Regel:
    words = f"Onderdeel {nr} met een omschrijving"
    return Regel(f"s{nr}", code=f"ART-{nr:04}", omschrijving=words, prijs=Bedrag(nr * 37), btw_percentage=2100)


def _bare_beside(grid: Raster) -> QTableView:
    bare = QTableView()
    model = BareModel(grid)
    model.setParent(bare)
    bare.setModel(model)
    bare.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
    bare.verticalHeader().hide()
    bare.verticalHeader().setDefaultSectionSize(grid.verticalHeader().defaultSectionSize())
    for column in range(model.columnCount()):
        bare.setColumnWidth(column, grid.columnWidth(column))
    return bare


def _type(table: QTableView, which: int, row: int, times: Times) -> None:
    """A price is typed in its cell and entered."""
    table.activateWindow()
    QTest.qWaitForWindowActive(table)
    index = table.model().index(row, Kolom.PRIJS)
    table.setCurrentIndex(index)
    table.edit(index)
    for sign in _PRICES[row % len(_PRICES)]:
        times["key"][which].append(_timed(table, partial(_key, sign)))
    times["enter"][which].append(_timed(table, lambda: QTest.keyClick(_editor(), Qt.Key.Key_Return)))


def _editor() -> Any:
    return QApplication.focusWidget()


def _key(sign: str) -> None:
    QTest.keyClicks(_editor(), sign)


def _timed(table: QTableView, act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    table.viewport().repaint()
    return perf_counter() - begin


def _scroll(table: QTableView, which: int, number: int, times: Times) -> None:
    bar = table.verticalScrollBar()
    for step in range(STEPS):
        place = (number * STEPS + step * 11) % max(bar.maximum(), 1)
        times["scroll"][which].append(_timed(table, partial(bar.setValue, place)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
