"""The tab Invul verkoper of an order: which plates must be made, each with its drawing, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from werkplaats.domain.order import Plaatregel, Plaattype
from werkplaats.i18n import _
from werkplaats.ui.cards import Heading
from werkplaats.ui.fields.base import FieldBase, Remarks
from werkplaats.ui.fields.text import NumberField
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.plaatmodel import Plaattekening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.ui.fields.base import Field

_ONBEKEND = (520, 110)


class PlatenField(FieldBase, QWidget):
    """How many of each type; a type that is no longer in the list stays as long as the order asks for it."""

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.veld = "platen"
        self.remarks = Remarks(self)
        self.remarks.changed.connect(self._tell)
        self.setAccessibleName(_("Platen"))
        self._typen: tuple[Plaattype, ...] = ()
        self._given: tuple[Plaatregel, ...] = ()
        self._read_only = False
        self.numbers: dict[str, NumberField] = {}
        self._drawings: list[Plaattekening] = []
        self._text = ""
        self._rows = QWidget()
        self._note = NoteLine()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._rows)
        self._column.addWidget(self._note)

    def offer(self, typen: Sequence[Plaattype]) -> None:
        """Shows these types; what was filled in stays."""
        now = self.value() if self.numbers else self._given
        self._typen = tuple(typen)
        self._build(now)

    def value(self) -> tuple[Plaatregel, ...]:
        """What is asked for; raises Ongeldig for what is no number."""
        counts = {code: number.value() for code, number in self.numbers.items()}
        return tuple(Plaatregel(code, aantal) for code, aantal in counts.items() if aantal)

    def set_value(self, value: tuple[Plaatregel, ...], /) -> None:
        """Shows what is asked for."""
        self._given = value
        self._build(value)

    def set_read_only(self, read_only: bool) -> None:
        """Numbers that are only read."""
        self._read_only = read_only
        for number in self.numbers.values():
            number.set_read_only(read_only)

    def show_text(self, tekst: str) -> None:
        """Draws the plates with the signs of the car, once it has them."""
        self._text = tekst
        for drawing in self._drawings:
            drawing.show_text(tekst)

    def _build(self, value: tuple[Plaatregel, ...]) -> None:
        counts = {regel.plaattype: regel.aantal for regel in value}
        known = {een.code for een in self._typen}
        typen = (*self._typen, *(Plaattype(code, "", *_ONBEKEND) for code in counts if code not in known))
        if set(self.numbers) != {een.code for een in typen}:
            self._show_rows(typen)
        for code, number in self.numbers.items():
            number.set_value(counts.get(code))

    def _show_rows(self, typen: Sequence[Plaattype]) -> None:
        old, self._rows = self._rows, QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(3, 1)
        self.numbers, self._drawings = {}, []
        for row, een in enumerate(typen):
            self._show_row(grid, row, een)
        self._column.replaceWidget(old, self._rows)
        old.deleteLater()
        if self.numbers:
            self.setFocusProxy(next(iter(self.numbers.values())))
        self.set_read_only(self._read_only)
        self.show_text(self._text)

    def _show_row(self, grid: QGridLayout, row: int, een: Plaattype) -> None:
        drawing, number = Plaattekening(een), NumberField("platen", "xs")
        number.setAccessibleName(_("Aantal platen {type}").format(type=f"{een.code} {een.naam}".strip()))
        number.setPlaceholderText("0")
        number.changed.connect(self.changed)
        number.left.connect(self.left)
        size = _("{breed} x {hoog} mm").format(breed=een.breed, hoog=een.hoog) if een.naam else ""
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(f"{een.code} {een.naam}".strip(), "strong"))
        column.addWidget(Label(size, "small", "text_2"))
        for at, widget in enumerate((drawing, words, number)):
            grid.addWidget(widget, row, at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.numbers[een.code] = number
        self._drawings.append(drawing)

    def _tell(self) -> None:
        now = self.remarks.now
        if now is None or not now.sentence:
            self._note.fall_silent()
        else:
            self._note.say(now.role, now.sentence)


class InvulVerkoper(QWidget):
    """The page; it holds one field."""

    def __init__(self) -> None:
        super().__init__()
        self.plates = PlatenField()
        self.fields: dict[str, Field] = {"platen": self.plates}
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 8, 24, 24)
        page.setSpacing(12)
        page.addWidget(Heading(_("Te bestellen platen")))
        page.addWidget(Label(_("Vul achter elke plaat in hoeveel er gemaakt moeten worden."), "body", "text_2"))
        page.addWidget(self.plates)
        page.addStretch(1)
