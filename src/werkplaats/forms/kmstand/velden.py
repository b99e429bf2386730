"""The row in which a reading is typed or put right: number, unit, day, origin, work on the odometer, a remark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from werkplaats.domain.kmstand import Eenheid, KmHerkomst, KmInvoer
from werkplaats.errors import Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.text import DateField, NumberField, TextField
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen.termen import woord_eenheid, woord_km_herkomst

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from werkplaats.errors import Bevinding


class KmVelden(FieldGrid):
    """``changed`` at each key, ``left`` when a field is left; ``read`` gives what can be read and what cannot."""

    changed = Signal()
    left = Signal()

    def __init__(self, parse_date: Callable[[str, str], date | None]) -> None:
        super().__init__("two_columns", columns=2, stretch=(5, 6))
        self._stand = NumberField("stand")
        self._eenheid = Combo("eenheid", [(eenheid, woord_eenheid(eenheid)) for eenheid in Eenheid], "xs")
        self._eenheid.setAccessibleName(_("Eenheid"))
        self._datum = DateField("datum", parse_date)
        self._herkomst = Combo("herkomst", [(uit, woord_km_herkomst(uit)) for uit in KmHerkomst], "s")
        self._werk = Check("teller_gewijzigd", _("Er is aan de te&ller gewerkt"))
        self._opmerking = TextField("opmerking", optional=True)
        self.heading = self.group(_("Nieuwe stand"))
        self.row(_("KM &stand"), self._stand, self._eenheid)
        self.row(_("Datum"), self._datum, _("Herkomst"), self._herkomst, column=1)
        self.row("", self._werk)
        self.row(_("Opmerking"), self._opmerking, column=1)
        for field in self.fields.values():
            field.changed.connect(self.changed)
            field.left.connect(self.left)

    @property
    def typed(self) -> str:
        """The text of the number, as it stands."""
        return self._stand.text().strip()

    @property
    def is_touched(self) -> bool:
        """Whether something stands there that would be lost."""
        return bool(self.typed or self._opmerking.text().strip())

    def show_invoer(self, invoer: KmInvoer) -> None:
        """Shows a reading, or an empty row."""
        for veld, field in self.fields.items():
            field.set_value(getattr(invoer, veld))
            field.set_finding(None)

    def read(self) -> tuple[KmInvoer, list[Bevinding]]:
        """What stands in the fields, and what cannot be read of it."""
        values: dict[str, Any] = {}
        unreadable: list[Bevinding] = []
        for veld, field in self.fields.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                unreadable += fout.bevindingen
        # A combo box gives the plain text of a value back.
        values |= {"eenheid": Eenheid(values["eenheid"]), "herkomst": KmHerkomst(values["herkomst"])}
        return KmInvoer(**values), unreadable

    def tell(self, bevindingen: Sequence[Bevinding]) -> None:
        """Shows at each field what is odd or wrong, or nothing."""
        for veld, field in self.fields.items():
            field.set_finding(next((een for een in bevindingen if een.veld == veld), None))

    def focus_number(self) -> None:
        """Puts the keyboard where the reading is typed."""
        self._stand.setFocus()
        self._stand.selectAll()

    def set_heading(self, text: str) -> None:
        """Says whether a new reading is typed or an old one put right."""
        self.heading.set_text(text)
