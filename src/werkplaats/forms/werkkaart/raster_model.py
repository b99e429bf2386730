"""The lines of a werkkaart for Qt: each line as cells, and one empty line below to go on in."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from werkplaats.domain.werkkaart_regel import DUIZEND, Regel, Regelsoort, number_text, package_total, with_packages
from werkplaats.i18n import _
from werkplaats.ui.cells import CELL, Cell, Column
from werkplaats.zinnen.termen import woord_btw

if TYPE_CHECKING:
    from collections.abc import Sequence

    Index = QModelIndex | QPersistentModelIndex


class Kolom(IntEnum):
    """The columns of the grid, from the left."""

    TEKEN = 0
    CODE = 1
    OMSCHRIJVING = 2
    AANTAL = 3
    EENHEID = 4
    PRIJS = 5
    KORTING = 6
    BTW = 7
    BEDRAG = 8


_ALLES = frozenset({Kolom.CODE, Kolom.OMSCHRIJVING, Kolom.AANTAL, Kolom.PRIJS, Kolom.KORTING, Kolom.BTW})
_IN_TE_VULLEN = {
    Regelsoort.ARTIKEL: _ALLES,
    Regelsoort.UREN: _ALLES,
    Regelsoort.OPMERKING: frozenset({Kolom.OMSCHRIJVING}),
    Regelsoort.PAKKET: frozenset({Kolom.OMSCHRIJVING}),
}
_NIEUW = frozenset({Kolom.CODE, Kolom.OMSCHRIJVING})
_TEKENS = {
    Regelsoort.ARTIKEL: "artikel",
    Regelsoort.UREN: "uren",
    Regelsoort.OPMERKING: "opmerking",
    Regelsoort.PAKKET: "menu_open",
}
_INSPRONG = "\N{EM SPACE}"


def columns() -> tuple[Column, ...]:
    """The columns with their titles and widths."""
    return (
        Column("", 40),
        Column(_("Code"), 136),
        Column(_("Omschrijving")),
        Column(_("Aantal"), 72, right=True),
        Column("", 44),
        Column(_("Prijs"), 84, right=True),
        Column(_("% korting"), 84, right=True),
        Column(_("Btw"), 76, right=True),
        Column(_("Bedrag"), 104, right=True),
    )


_USUAL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _USUAL | Qt.ItemFlag.ItemIsEditable
"""Made once: a table asks for them with every cell that it paints."""


class RegelModel(QAbstractTableModel):
    """``edited`` says that a person changed the lines."""

    edited = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.columns = columns()
        self.read_only = False
        self._regels: list[Regel] = []
        self._cells: dict[int, tuple[Cell, ...]] = {}

    @property
    def regels(self) -> tuple[Regel, ...]:
        """The lines, without the empty one."""
        return tuple(self._regels)

    def set_regels(self, regels: Sequence[Regel]) -> None:
        """Shows other lines."""
        self.beginResetModel()
        self._regels = list(regels)
        self._cells.clear()
        self.endResetModel()

    def regel(self, row: int) -> Regel | None:
        """The line of a row; None for the empty one."""
        return self._regels[row] if 0 <= row < len(self._regels) else None

    def put(self, row: int, regel: Regel) -> None:
        """A line as a person made it; what is put in the empty line becomes one, with a new empty one below."""
        if row >= len(self._regels):
            self.insert(len(self._regels), [regel])
            return
        self._regels[row] = regel
        self._tell(row)

    def insert(self, row: int, regels: Sequence[Regel]) -> None:
        """Puts lines at a row."""
        self.beginInsertRows(QModelIndex(), row, row + len(regels) - 1)
        self._regels[row:row] = regels
        self._regels = list(with_packages(self._regels))
        self._cells.clear()
        self.endInsertRows()
        self._tell_all()

    def take(self, row: int) -> Regel:
        """Takes a line away and gives it."""
        self.beginRemoveRows(QModelIndex(), row, row)
        regel = self._regels.pop(row)
        self._regels = list(with_packages(self._regels))
        self._cells.clear()
        self.endRemoveRows()
        self._tell_all()
        return regel

    def move(self, row: int, by: int) -> bool:
        """Moves a line up or down by one; false at the edge."""
        to = row + by
        if not (0 <= row < len(self._regels) and 0 <= to < len(self._regels)):
            return False
        regels = self._regels
        # A line that passes into a package belongs to it, and out of it no more.
        regel = replace(regels[row], in_pakket=regels[to].in_pakket or regels[to].soort is Regelsoort.PAKKET)
        regels[row], regels[to] = regels[to], regel
        self._regels = list(with_packages(regels))
        self._cells.clear()
        self._tell_all()
        return True

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell; a line is dressed when it is first painted."""
        if row not in self._cells:
            regel = self.regel(row)
            self._cells[row] = _EMPTY if regel is None else self._dress(row, regel)
        return self._cells[row][column]

    def is_editable(self, row: int, column: int) -> bool:
        """Whether something can be typed in this cell."""
        regel = self.regel(row)
        mag = _NIEUW if regel is None else _IN_TE_VULLEN[regel.soort]
        return not self.read_only and column in mag

    def _tell(self, row: int) -> None:
        """Says that a line changed, and with it the amount of the package that it belongs to."""
        first = row
        while first > 0 and self._regels[first].in_pakket:
            first -= 1
        for changed in (first, row):
            self._cells.pop(changed, None)
        self.dataChanged.emit(self.index(first, 0), self.index(row, Kolom.BEDRAG))
        self.edited.emit()

    def _tell_all(self) -> None:
        if self._regels:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._regels), Kolom.BEDRAG))
        self.edited.emit()

    # What Qt asks.

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._regels) + (not self.read_only)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _EDITABLE if self.is_editable(index.row(), index.column()) else _USUAL

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        cell = self.cell(index.row(), index.column())
        return cell if role == CELL else cell.spoken

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

    def _dress(self, row: int, regel: Regel) -> tuple[Cell, ...]:
        sign = Cell(icon=_TEKENS[regel.soort], name=_kind_words(regel.soort))
        heading = regel.soort is Regelsoort.PAKKET
        room = _INSPRONG if regel.in_pakket else ""
        code = Cell(f"{room}{regel.code}" if regel.code else " ", role="text" if heading else "text_2", strong=heading)
        words_role = "text_2" if regel.soort is Regelsoort.OPMERKING else "text"
        words = Cell(f"{room}{regel.omschrijving}" or " ", role=words_role, strong=heading)
        if not regel.is_priced:
            total = Cell(str(package_total(self._regels, row)), role="text_2") if heading else _NOTHING
            return (sign, code, words, *([_NOTHING] * 5), total)
        return (
            sign,
            code,
            words,
            Cell(number_text(regel.aantal, DUIZEND)),
            Cell(regel.eenheid or " ", role="text_2"),
            Cell(str(regel.prijs)),
            Cell(number_text(regel.korting, 100) if regel.korting else "", role="text_2"),
            Cell(vat_text(regel), role="text_2"),
            Cell(str(regel.bedrag), strong=True),
        )


def vat_text(regel: Regel) -> str:
    """The VAT of a line: ``21 %``; where there is none why not: ``verlegd``."""
    if regel.btw_percentage or regel.btw_code.value == "nul":
        return f"{number_text(regel.btw_percentage, 100)} %"
    return woord_btw(regel.btw_code.value)


_NOTHING = Cell(" ")
_EMPTY = (_NOTHING,) * len(Kolom)


def _kind_words(soort: Regelsoort) -> str:
    return {
        Regelsoort.ARTIKEL: _("Artikel"),
        Regelsoort.UREN: _("Uren"),
        Regelsoort.OPMERKING: _("Opmerking"),
        Regelsoort.PAKKET: _("Pakket"),
    }[soort]
