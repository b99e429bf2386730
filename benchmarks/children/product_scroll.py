"""P3 and P11: a long list in the product's own window, and a bare table beside it, scrolled step by step in turn.

Each step moves a table by some rows, or far away, and paints it whole. The lines of the list come from the background:
a step may paint lines that are on their way, as a person sees them who drags the bar. Its arguments are the name of the
page, the number of its lines, of rounds, and what is typed.
"""

from __future__ import annotations

import sys
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from benchmarks.children.telling import say_ready, say_shown
from werkplaats.app import App
from werkplaats.config import load_config
from werkplaats.geopend import Start, account_of_system
from werkplaats.ui.lijst.pagina import ListPage

if TYPE_CHECKING:
    from collections.abc import Callable


STEPS = 60
"""The steps of a round; the first of them go far away."""
_FAR = 10
_PATIENCE = 120.0


class BareModel(QAbstractTableModel):
    """What Qt's own table needs and nothing more: a text for each cell."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._rows, self._columns = rows, columns

    def rowCount(self, _parent: Any = None) -> int:
        return self._rows

    def columnCount(self, _parent: Any = None) -> int:
        return self._columns

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return f"Volkswagen {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None


def main(name: str, rows: int, rounds: int, keys: str) -> None:
    """Opens the program at its list, scrolls both tables, types, and tells the seconds of each step and key."""
    config = load_config()
    start = Start(config.data, config.database_url, load_config, oefenen=False, account=account_of_system)
    app = App(QApplication([]), start)
    try:
        page = _open_list(app, name, rows)
        say_ready()
        ours, theirs = _scroll(page, rows, rounds)
        say_shown({"list": ours, "bare": theirs, "keys": _type(page, keys)})
    finally:
        app.close()


def _open_list(app: App, name: str, rows: int) -> ListPage:
    app.window.show()
    _until(lambda: app.content is not None)
    if app.content is None:
        raise RuntimeError("the window has no content")
    app.content.pages.open(name)
    page = app.content.pages.current
    if not isinstance(page, ListPage):
        raise TypeError("the list did not open")
    _until(lambda: page.model.rowCount() == rows)
    return page


def _until(holds: Callable[[], bool]) -> None:
    end = perf_counter() + _PATIENCE
    while not holds():
        if perf_counter() > end:
            raise RuntimeError("it does not come")
        QTest.qWait(5)


def _scroll(page: ListPage, rows: int, rounds: int) -> tuple[list[float], list[float]]:
    bare = _bare_beside(page, rows)
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(-STEPS, rounds * STEPS):
        far = number % STEPS < _FAR
        row = (number * 7919 * 997 if far else number // STEPS * 5003 + number * 3) % max(rows - 40, 1)
        for which in (0, 1) if number % 2 == 0 else (1, 0):
            seconds = _step((page.table, bare)[which], row)
            # The first round warms both up and is not counted.
            if number >= 0:
                times[which].append(seconds)
        # The answers of the background come in between, as they do between two turns of a wheel.
        QTest.qWait(1)
    bare.close()
    return times


def _bare_beside(page: ListPage, rows: int) -> QTableView:
    """A table with as many rows and columns of the same size."""
    bare = QTableView()
    bare.setModel(BareModel(rows, len(page.model.columns)))
    bare.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
    bare.verticalHeader().hide()
    bare.verticalHeader().setDefaultSectionSize(page.table.verticalHeader().defaultSectionSize())
    bare.resize(page.table.size())
    for column in range(len(page.model.columns)):
        bare.setColumnWidth(column, page.table.columnWidth(column))
    bare.show()
    return bare


def _step(table: QTableView, row: int) -> float:
    begin = perf_counter()
    table.verticalScrollBar().setValue(row)
    table.viewport().repaint()
    return perf_counter() - begin


def _type(page: ListPage, keys: str) -> list[float]:
    """Types while the list is read anew; each key is painted before the next one comes."""
    page.filter.setFocus()
    times: list[float] = []
    for sign in keys:
        page.refresh()
        QTest.qWait(50)
        begin = perf_counter()
        QTest.keyClicks(page.filter, sign)
        page.filter.repaint()
        times.append(perf_counter() - begin)
    _until(lambda: page.filter.text() == keys)
    return times


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
