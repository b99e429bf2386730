"""What a table shows: its columns, the parts of a cell, and the model that holds the rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from werkplaats.ui.plate import plate_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.ui.tokens import StateLook

    Index = QModelIndex | QPersistentModelIndex

_LEAST = 168
"""The column that takes what is left wants so much, at 100 %: free text beside it gives way."""

_READABLE = 120
"""In less than this free text says nothing: a spare column leaves for it."""

_LEAST_OF_ALL = 72
_MOST_GIVEN = 0.4

CELL = int(Qt.ItemDataRole.UserRole)
"""The role under which the model gives a whole cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title and its width at 100 %; one without a width takes what is left. Numbers stand right.

    One that is ``elastic`` holds free text, and gives room where the window is narrow. One that is ``spare`` stands
    only where there is room for it: the one with the lowest number leaves first.
    """

    title: str
    width: int | None = None
    right: bool = False
    elastic: bool = False
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a sign, a box, a plate or a chip, and a text; without any of them a dash.

    ``ground`` is the colour behind it: that of a heading among the rows; ``acts`` are signs
    beside each other of which a press does something with the line.
    """

    text: str = ""
    role: str = "text"
    strong: bool = False
    code: bool = False
    icon: str = ""
    icon_role: str = "text_2"
    fill: bool = False
    kenteken: Kenteken | None = None
    state: StateLook | None = None
    check: bool | None = None
    name: str = ""
    ground: str = ""
    acts: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether nothing stands before its text."""
        parts = (self.kenteken, self.icon or None, self.state, self.check, self.acts or None)
        return all(part is None for part in parts)

    @property
    def has_text(self) -> bool:
        """Whether a text is drawn: the word of a chip is part of it, and a sign or a plate needs no dash."""
        return self.state is None and (bool(self.text) or self.is_plain)

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return self.name or (plate_name(self.kenteken) if self.kenteken is not None else self.text)


class TableModel(QAbstractTableModel):
    """The rows of a table; ``ticked`` says that a person turned the box of a row."""

    ticked = Signal(int, bool)

    def __init__(self, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[tuple[Cell, ...]] = []

    def set_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = [tuple(row) for row in rows]
        self.endResetModel()

    def set_row(self, row: int, cells: Sequence[Cell]) -> None:
        """Shows one row otherwise; what is chosen stays chosen."""
        self._rows[row] = tuple(cells)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        return self._rows[row][column]

    def tick(self, row: int, on: bool) -> None:
        """Turns the box of a row, when it has one."""
        for column, cell in enumerate(self._rows[row]):
            if cell.check is not None and cell.check != on:
                cells = list(self._rows[row])
                cells[column] = replace(cell, check=on)
                self._rows[row] = tuple(cells)
                index = self.index(row, column)
                self.dataChanged.emit(index, index)
                self.ticked.emit(row, on)

    def is_ticked(self, row: int) -> bool:
        """Whether the box of a row is on."""
        return any(cell.check for cell in self._rows[row])

    def has_box(self, row: int) -> bool:
        """Whether a row has a box."""
        return any(cell.check is not None for cell in self._rows[row])

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self._rows[index.row()][index.column()]
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.kenteken.weergave if cell.kenteken is not None else cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken
        if role == Qt.ItemDataRole.CheckStateRole and cell.check is not None:
            return Qt.CheckState.Checked if cell.check else Qt.CheckState.Unchecked
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


def shown_in(columns: Sequence[Column], room: int, scaled: Callable[[int], int]) -> list[bool]:
    """Which columns stand in so much room: spare ones leave until what is left can be read."""
    shown = [True] * len(columns)
    spare = [at for at, column in enumerate(columns) if column.spare]
    for at in sorted(spare, key=lambda at: columns[at].spare):
        if _least([column for column, here in zip(columns, shown, strict=True) if here], scaled) <= room:
            break
        shown[at] = False
    return shown


def _least(columns: Sequence[Column], scaled: Callable[[int], int]) -> float:
    """The width in which these can be read, free text cut short."""
    return sum(
        scaled(_READABLE if column.width is None else column.width) * (1 - _MOST_GIVEN if column.elastic else 1)
        for column in columns
    )


def widths_in(columns: Sequence[Column], room: int, scaled: Callable[[int], int]) -> list[int]:
    """The width of each column in so much room; 0 for the one that takes what is left, as long as that is enough.

    Free text gives up to two fifths of its width; where that is not enough either, the table is wider than its room.
    """
    full = [0 if column.width is None else scaled(column.width) for column in columns]
    stretching = sum(column.width is None for column in columns)
    lack = stretching * scaled(_LEAST) - (room - sum(full))
    if not stretching or lack <= 0:
        return full
    elastic = sum(width for column, width in zip(columns, full, strict=True) if column.elastic)
    given = min(_MOST_GIVEN, lack / elastic) if elastic else 0.0
    widths = [
        round(width * (1 - given)) if column.elastic else width for column, width in zip(columns, full, strict=True)
    ]
    enough = stretching * scaled(_LEAST_OF_ALL) <= room - sum(widths)
    return [width or (0 if enough else scaled(_LEAST_OF_ALL)) for width in widths]
