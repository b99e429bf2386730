"""All pages of the settings as one: which is open, what stands in their fields, and what is wrong where."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.controle import check_instellingen
from werkplaats.ui.fields.base import FieldBase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.domain.instellingen import Shop, ShopInstellingen
    from werkplaats.errors import Bevinding
    from werkplaats.forms.instellingen.pagina import Pagina
    from werkplaats.ui.fields.base import Field

_NUMBERS = ("btw_nummer", "kvk_nummer", "vestigingsnummer")
"""Numbers with a check of their own: one that holds is worth a tick."""


class Paginas(QWidget):
    """Shows one page at a time; only the open one takes room. ``of_shop`` are those that show settings of a shop."""

    changed = Signal()
    left = Signal()
    marked = Signal()

    def __init__(self, of_shop: Sequence[Pagina], own: Pagina) -> None:
        super().__init__()
        self._of_shop = tuple(of_shop)
        self._pages = {page.name: page for page in (*of_shop, own)}
        self.current = own
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for page in self._pages.values():
            column.addWidget(page)
        column.addStretch(1)
        for page in self._of_shop:
            page.setEnabled(False)
            page.changed.connect(self.changed)
            page.left.connect(self.left)
            for field in page.fields.values():
                field.remarks.changed.connect(self.marked)
        self.open(self.names[0])

    @property
    def names(self) -> tuple[str, ...]:
        """The pages in reading order."""
        return tuple(self._pages)

    @property
    def all(self) -> tuple[Pagina, ...]:
        """The pages in reading order."""
        return tuple(self._pages.values())

    def open(self, name: str) -> None:
        """Turns to a page; one that is not there is the first."""
        self.current = self._pages.get(name) or self.all[0]
        for page in self.all:
            page.setVisible(page is self.current)

    def after(self, step: int) -> str:
        """The page so many further on, round and round."""
        names = self.names
        return names[(names.index(self.current.name) + step) % len(names)]

    def page_of(self, field: QWidget) -> Pagina | None:
        """The page on which a field stands."""
        return next((page for page in self.all if page.isAncestorOf(field)), None)

    def fields(self) -> dict[str, QWidget]:
        """The fields of the shop's settings, in reading order."""
        return {veld: cast("QWidget", field) for veld, field in self._fields().items()}

    def show_settings(self, shop: Shop) -> None:
        """Shows the settings of a shop."""
        for page in self._of_shop:
            page.setEnabled(True)
            page.show_settings(shop)

    def read(self, basis: ShopInstellingen) -> tuple[ShopInstellingen, list[Bevinding]]:
        """The settings with what stands on the pages, and what of it cannot be read (that stays as it was)."""
        inst = basis
        unreadable: list[Bevinding] = []
        for page in self._of_shop:
            inst, findings = page.read(inst)
            unreadable += findings
        return inst, unreadable

    def judge(self, basis: ShopInstellingen) -> None:
        """Says at each field what is to be said of what stands there now: the country concerns many at once."""
        inst, unreadable = self.read(basis)
        found = {self.place(bevinding): bevinding for bevinding in (*check_instellingen(inst), *unreadable)}
        for veld, field in self._fields().items():
            field.set_finding(found.get(veld))
        self.tick_numbers()

    def place(self, bevinding: Bevinding) -> str:
        """The field at which a finding is shown."""
        places = (page.place(bevinding) for page in self._of_shop)
        return next((veld for veld in places if veld in self._fields()), bevinding.veld)

    def tick_numbers(self) -> None:
        """Marks as right the numbers whose check holds."""
        fields = self._fields()
        for veld in _NUMBERS:
            field = fields.get(veld)
            if isinstance(field, FieldBase) and field.value() and field.remarks.now is None:
                field.set_ok()

    def worst(self, page: Pagina) -> str:
        """The gravest remark on a page: ``error``, ``warn`` or none."""
        roles = {field.remarks.now.role for field in page.fields.values() if field.remarks.now}
        return next((role for role in ("error", "warn") if role in roles), "")

    def _fields(self) -> dict[str, Field]:
        return {veld: field for page in self._of_shop for veld, field in page.fields.items()}
