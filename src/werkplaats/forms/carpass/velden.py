"""The fields of a report: the reading, the day, the chassis number, work on the odometer, and the works."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from werkplaats.domain.carpass import MeldingInvoer
from werkplaats.domain.kmstand import Eenheid, km_text
from werkplaats.errors import Ernst, Ongeldig
from werkplaats.forms.carpass.werken import Werken
from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.fields.text import DateField, NumberField, TextField
from werkplaats.ui.labels import Label
from werkplaats.ui.rows import FieldGrid
from werkplaats.ui.theme import show_when
from werkplaats.zinnen.termen import woord_eenheid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from werkplaats.domain.melding import Melding
    from werkplaats.domain.moment import Moment
    from werkplaats.errors import Bevinding
    from werkplaats.usecases.carpass import MeldingBlik

_VIN = 17


class MeldingVelden(FieldGrid):
    """``changed`` at each key; ``read`` gives what stands there and what cannot be read."""

    changed = Signal()

    def __init__(self, parse_date: Callable[[str, str], date | None], today: date, zone: str) -> None:
        super().__init__("dialog")
        self._basis = MeldingInvoer()
        self._today, self._zone = today, zone
        self._stand = NumberField("stand", "m")
        self._eenheid = Combo("eenheid", [(eenheid, woord_eenheid(eenheid)) for eenheid in Eenheid], "xs")
        self._eenheid.setAccessibleName(_("Eenheid"))
        self._monteur = Label("", "small", "text_2")
        self._datum = DateField("datum", parse_date)
        self._wanneer = Label("", "body", "text_2")
        self._vin = TextField("vin", "l", code=True)
        self._voorstel = Button("", icon="arrow-bend-down-left", kind="small")
        self._voorstel.clicked.connect(self._take_hint)
        self._hint_vin = ""
        self._lengte = Label("", "body", "text_2")
        self._teller = Check("teller_gewijzigd", _("Er is aan de kilometer&teller gewerkt"))
        self._hint = Label(_("Deze registratie kan fouten of anomalieën veroorzaken."), "small", "text_2")
        self.werken = Werken()
        self._omschrijving = NoteField("omschrijving", 4)
        self._regels = Check("met_regels", "")
        self._lay_out()
        for field in self.fields.values():
            field.changed.connect(self.changed)
        self.werken.changed.connect(self.changed)
        self.changed.connect(self._follow)

    def _lay_out(self) -> None:
        self.group(_("Melding"))
        self.row(_("&Kilometerstand"), self._stand, self._eenheid)
        self.under(self._monteur)
        self.row(_("Reparatie&datum"), self._datum, self._wanneer)
        self.row(_("&Chassisnummer"), self._vin, self._lengte)
        self.under(self._voorstel)
        self.row("", self._teller)
        self.under(self._hint)
        self.group(_("Beschrijving van de werken"))
        self.row(_("Werkzaamheden"), self.werken)
        self.row(_("&Omschrijving"), self._omschrijving)
        self.row("", self._regels)

    def show_blik(self, blik: MeldingBlik, *, editable: bool) -> None:
        """Shows a report."""
        self._basis = blik.invoer
        for veld, field in self.fields.items():
            field.set_value(getattr(blik.invoer, veld))
        self.werken.show_codes(blik.activiteiten, blik.invoer.activiteiten)
        number = len(blik.invoer.regels)
        words = ngettext("{n} regel van de werkkaart meesturen", "{n} regels van de werkkaart meesturen", number)
        self._regels.setText(words.format(n=number))
        show_when(self._regels, bool(number))
        self._say_mechanic(blik.melding)
        self.setEnabled(editable)
        self._follow()

    def read(self) -> tuple[MeldingInvoer, list[Bevinding]]:
        """What stands in the fields, and what cannot be read of it."""
        values: dict[str, Any] = {}
        unreadable: list[Bevinding] = []
        for veld, field in self.fields.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                unreadable += fout.bevindingen
        values["eenheid"] = Eenheid(values["eenheid"])
        return replace(self._basis, **values, activiteiten=self.werken.codes), unreadable

    def tell(self, bevindingen: Sequence[Bevinding]) -> None:
        """Shows at each field what is wrong or odd: all but a mere notice in red, as one knows it."""
        order = list(Ernst)
        for veld, field in self.fields.items():
            own = [een for een in bevindingen if een.veld == veld]
            found = min(own, key=lambda een: order.index(een.ernst), default=None)
            if found is not None and found.ernst is Ernst.WAARSCHUWING:
                found = replace(found, ernst=Ernst.ANOMALIE)
            field.set_finding(found)
        voorstel = next((str(een.params["voorstel"]) for een in bevindingen if een.params.get("voorstel")), "")
        self._hint_vin = voorstel
        self._voorstel.setText(_("Neem {vin} over").format(vin=voorstel))
        show_when(self._voorstel, bool(voorstel))

    def focus_first(self) -> None:
        """Puts the keyboard where the reading is typed."""
        self._stand.setFocus()
        self._stand.selectAll()

    def _say_mechanic(self, melding: Melding | None) -> None:
        monteur = melding.monteur if melding is not None else None
        show_when(self._monteur, monteur is not None)
        if monteur is not None:
            words = _("Monteur {wie} voerde {stand} in ({wanneer})")
            self._monteur.setText(
                words.format(wie=monteur.wie, stand=km_text(monteur.stand), wanneer=self._moment(monteur.op))
            )

    def take_reading(self, km: int) -> None:
        """Puts a reading in the field, as if somebody typed it."""
        self._stand.set_value(km)
        self._eenheid.set_value(Eenheid.KM)
        self._stand.setFocus()
        self.changed.emit()

    def _take_hint(self) -> None:
        self._vin.set_value(self._hint_vin)
        self._vin.setFocus()
        self.changed.emit()

    def _moment(self, moment: Moment) -> str:
        there = moment.lokaal(self._zone)
        return f"{there:%H:%M}" if there.date() == self._today else f"{there:%d-%m %H:%M}"

    def _day(self) -> str:
        """How the day of the repair lies to today."""
        try:
            day = self._datum.value()
        except Ongeldig:
            return ""
        if day is None or day > self._today:
            return ""
        ago = (self._today - day).days
        near = {0: _("vandaag"), 1: _("gisteren")}
        return near.get(ago) or _("{n} dagen geleden").format(n=ago)

    def _follow(self) -> None:
        self._wanneer.setText(self._day())
        length = len("".join(self._vin.text().split()))
        self._lengte.setText(_("{n} / {van}").format(n=length, van=_VIN))
        show_when(self._hint, self._teller.isChecked())
