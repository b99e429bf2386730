"""One field for each kind; each takes and gives the text that is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from werkplaats.domain.datum import parse_datum
from werkplaats.domain.vrije_velden import Veldsoort, VrijVeld, parse_getal, waarde_tekst
from werkplaats.errors import Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.fields.base import LineField
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.text import DateField, TextField

if TYPE_CHECKING:
    from collections.abc import Callable

VrijField = TextField | Combo | LineField


class GetalField(LineField):
    """A number of the shop's own, with or without decimals; its value is the text that is kept."""

    def __init__(self, veld: str) -> None:
        super().__init__(veld, "s")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> str:
        """The number as it is kept, ``12.5``. Raises Ongeldig VRIJ_GETAL."""
        return parse_getal(self.text(), self.veld)

    def set_value(self, value: str, /) -> None:
        """Shows a number."""
        self.setText(waarde_tekst(Veldsoort.GETAL, value))

    def tidy(self) -> None:
        self.tidy_by(lambda: self.set_value(self.value()))


def make_field(veld: VrijVeld, vandaag: date, waarde: str) -> VrijField:
    """The field of a kind; a choice also offers what stands there and is no longer among the options."""
    match veld.soort:
        case Veldsoort.GETAL:
            return GetalField(veld.sleutel)
        case Veldsoort.DATUM:
            return DateField(veld.sleutel, _parser(vandaag))
        case Veldsoort.JANEE:
            return Combo(veld.sleutel, [("", _("Niet ingevuld")), ("ja", _("Ja")), ("nee", _("Nee"))], "s")
        case Veldsoort.KEUZE:
            opties = dict.fromkeys([*veld.opties, *([waarde] if waarde else [])])
            return Combo(veld.sleutel, [("", _("Niet ingevuld")), *((optie, optie) for optie in opties)], "l")
        case Veldsoort.TEKST:
            return TextField(veld.sleutel)


def show_waarde(field: VrijField, waarde: str) -> None:
    """Shows a kept text in its field."""
    if isinstance(field, DateField):
        field.set_value(date.fromisoformat(waarde) if waarde else None)
    elif isinstance(field, (TextField, Combo, GetalField)):
        field.set_value(waarde)


def read_waarde(field: VrijField) -> str:
    """The text to keep; raises Ongeldig."""
    if isinstance(field, DateField):
        day = field.value()
        return day.isoformat() if day is not None else ""
    if isinstance(field, (TextField, Combo, GetalField)):
        return str(field.value() or "").strip()
    raise Ongeldig([])


def _parser(vandaag: date) -> Callable[[str, str], date | None]:
    return lambda text, veld: parse_datum(text, veld, vandaag)
