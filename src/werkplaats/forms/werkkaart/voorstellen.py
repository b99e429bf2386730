"""What is proposed under a cell while one types: articles, packages and standard texts, with their stock and price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.artikel import Artikel, Pakket, Voorstel, title
from werkplaats.domain.werkkaart_regel import DUIZEND, number_text
from werkplaats.i18n import _
from werkplaats.ui.chip import KeyCap
from werkplaats.ui.labels import Label
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.ui.theme import set_look, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH = 640


class Voorstellen(QFrame):
    """Lies over the grid and never takes the keyboard; ``picked`` is the one that was pointed at."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        set_look(self, box="popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines: tuple[Voorstel, ...] = ()
        self._table = Table(
            (Column(_("Code"), 136), Column(_("Omschrijving")), Column("", 168, right=True), Column("", 92, right=True))
        )
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._table.setAccessibleName(_("Voorstellen"))
        self._table.horizontalHeader().hide()
        self._table.clicked.connect(lambda index: self.picked.emit(self._lines[index.row()]))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._table)
        column.addLayout(_keys())
        self.hide()

    def show_lines(self, lines: Sequence[Voorstel], under: QWidget) -> None:
        """Shows proposals under a cell, or above it where there is no room; none: goes away."""
        self._lines = tuple(lines)
        if not lines:
            self.hide()
            return
        self._table.set_rows([_row(line) for line in lines])
        self._table.setFixedHeight(len(lines) * theme().size("row"))
        self.resize(theme().px(_WIDTH), self.sizeHint().height())
        parent = self._over
        place = under.mapTo(parent, QPoint(0, under.height() + 2))
        if place.y() + self.height() > parent.height():
            place.setY(max(0, place.y() - under.height() - 4 - self.height()))
        self.move(min(place.x(), max(0, parent.width() - self.width())), place.y())
        self.show()
        self.raise_()

    def move_choice(self, by: int) -> None:
        """The next one down or up."""
        if self._lines:
            self._table.selectRow(min(max(self._table.chosen_row() + by, 0), len(self._lines) - 1))

    @property
    def chosen(self) -> Voorstel | None:
        """The one that Enter takes; None where nothing is proposed."""
        row = self._table.chosen_row()
        return self._lines[row] if self.isVisible() and 0 <= row < len(self._lines) else None


def stock_text(een: Voorstel) -> str:
    """How many there are, and where they lie: ``4 op voorraad · B-07``."""
    if not isinstance(een, Artikel):
        return _("pakket") if isinstance(een, Pakket) else _("tekst")
    stock = "" if een.voorraad is None else _("{aantal} op voorraad").format(aantal=number_text(een.voorraad, DUIZEND))
    return " · ".join(part for part in (stock, een.locatie) if part)


def _row(een: Voorstel) -> tuple[Cell, ...]:
    price = Cell(str(een.prijs), strong=True) if isinstance(een, Artikel) else Cell(" ")
    return Cell(een.code, role="text_2"), Cell(title(een)), Cell(stock_text(een) or " ", role="text_2"), price


def _keys() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 6, 12, 6)
    row.setSpacing(6)
    for key, words in (("Enter", _("nemen")), ("F2", _("zoeken in alle artikelen")), ("Esc", _("sluiten"))):
        row.addWidget(KeyCap(key))
        row.addWidget(Label(words, "small", "text_2"))
    row.addStretch()
    return row
