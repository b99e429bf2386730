"""The fields of a set of tyres: its facts, and its four wheels as they stand under the car."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from werkplaats.domain.banden import Seizoen, parse_profiel, profiel_tekst, tidy_dot, tidy_maat
from werkplaats.i18n import _
from werkplaats.ui.fields.base import LineField
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.text import DateField, TextField
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen import woord_veld
from werkplaats.zinnen.banden import woord_seizoen

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_WHEELS = (("lv", 0), ("rv", 1), ("la", 0), ("ra", 1))
"""The wheels with the column in which they stand: left and right as seen from the seat."""


class ProfielField(LineField):
    """Tread in millimetres, ``6,5``; its value is in tenths."""

    def __init__(self, veld: str) -> None:
        super().__init__(veld, "xs")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> int | None:
        """The tread in tenths; None for an empty field. Raises Ongeldig PROFIEL_ONLEESBAAR."""
        return parse_profiel(self.text(), self.veld)

    def set_value(self, value: int | None, /) -> None:
        """Shows a tread."""
        self.setText(profiel_tekst(value))

    def tidy(self) -> None:
        self.tidy_by(lambda: self.set_value(self.value()))


class SpelledField(TextField):
    """A text that gets its one spelling when it is left: ``2055516`` becomes nothing, ``205/55r16`` its usual form."""

    def __init__(self, veld: str, spell: Callable[[str], str], placeholder: str) -> None:
        super().__init__(veld, "s", code=True, placeholder=placeholder)
        self._spell = spell

    def tidy(self) -> None:
        self.tidy_by(lambda: self.set_value(self._spell(self.value())))


def set_fields(parse_date: Callable[[str, str], date | None]) -> FieldGrid:
    """The rows of the form."""
    grid = FieldGrid("two_columns", columns=2)
    grid.group(_("Set"))
    grid.row(_("&Seizoen"), Combo("seizoen", [(een, woord_seizoen(een.value)) for een in Seizoen], "s"))
    grid.row(_("Bandenmaa&t"), SpelledField("maat", tidy_maat, "205/55 R16 91V"), column=1)
    grid.row(_("&Merk en type"), TextField("bandmerk"))
    grid.row(_("&Velgen"), TextField("velgen", placeholder=_("Bijvoorbeeld: staal, of lichtmetaal 16 inch")), column=1)
    grid.group(_("Waar"))
    grid.row("", Check("gemonteerd", _("&Gemonteerd")))
    grid.row(_("Opslag&plaats"), TextField("opslagplaats", placeholder=_("Bijvoorbeeld: rek B, vak 12")), column=1)
    grid.row(_("Gewisseld op"), DateField("gewisseld_op", parse_date))
    _add_wheels(grid)
    grid.group(_("Bijzonderheden"))
    grid.wide_field(TextField("opmerking", optional=True))
    return grid


def _add_wheels(grid: FieldGrid) -> None:
    grid.group(_("Wielen"), _("Profiel in mm; DOT is week en jaar, bijvoorbeeld 2319"))
    names = {"lv": _("&Linksvoor"), "rv": _("&Rechtsvoor"), "la": _("Linksachter"), "ra": _("Rechtsachter")}
    for wheel, column in _WHEELS:
        tread, dot = ProfielField(f"profiel_{wheel}"), SpelledField(f"dot_{wheel}", tidy_dot, "")
        grid.row(names[wheel], tread, _("mm"), _("DOT"), dot, column=column)
        tread.setAccessibleName(woord_veld(tread.veld))
        dot.setAccessibleName(woord_veld(dot.veld))
