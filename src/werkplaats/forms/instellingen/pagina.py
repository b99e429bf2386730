"""What all pages of the settings have in common: a heading, rows of fields, and the settings that stand in them."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.errors import Ongeldig
from werkplaats.ui.rows import FieldGrid

if TYPE_CHECKING:
    from werkplaats.domain.instellingen import Shop
    from werkplaats.errors import Bevinding
    from werkplaats.ui.fields.base import Field

_SETTINGS = frozenset(veld.name for veld in fields(ShopInstellingen))


class Pagina(QWidget):
    """One page; a field whose name is that of a setting shows it and is read back, without more words.

    ``changed`` follows each change by a person, ``left`` the leaving of a field.
    """

    name = ""
    icon = ""
    changed = Signal()
    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.grid = FieldGrid("settings")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 24)
        column.addWidget(self.grid)

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        raise NotImplementedError

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        raise NotImplementedError

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by the name under which a finding comes to them."""
        return self.grid.fields

    def watch(self) -> None:
        """Passes on what a person does in the fields; called once the page is built."""
        for veld, field in self.fields.items():
            field.changed.connect(self.changed)
            field.left.connect(lambda veld=veld: self.left.emit(veld))

    def show_settings(self, shop: Shop) -> None:
        """Shows the settings of a shop."""
        for veld, field in self.fields.items():
            if veld in _SETTINGS:
                field.set_value(getattr(shop.instellingen, veld))

    def read(self, basis: ShopInstellingen) -> tuple[ShopInstellingen, list[Bevinding]]:
        """The settings with what stands on this page, and what of it cannot be read (that stays as it was)."""
        values: dict[str, Any] = {}
        findings: list[Bevinding] = []
        for veld, field in self.fields.items():
            if veld in _SETTINGS:
                try:
                    values[veld] = field.value()
                except Ongeldig as fout:
                    findings += fout.bevindingen
        return replace(basis, **values), findings

    def focus_first(self) -> None:
        """Puts the cursor in the first field."""
        cast("QWidget", next(iter(self.fields.values()))).setFocus()

    def place(self, bevinding: Bevinding) -> str:
        """The field of this page at which a finding is shown."""
        return bevinding.veld

    def words(self) -> list[tuple[str, QWidget]]:
        """What can be searched for: the name of each field, with the field that gets the focus."""
        widgets = [cast("QWidget", field) for field in self.fields.values()]
        return [(widget.accessibleName() or str(widget.property("text") or ""), widget) for widget in widgets]
