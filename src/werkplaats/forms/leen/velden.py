"""The fields of one period: to whom, from when until when, and how the car came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from werkplaats.domain.leen import LeenKaart, Leensoort
from werkplaats.errors import Ongeldig
from werkplaats.forms.leen.moment import MomentPaar
from werkplaats.forms.muteren.eigenaar import OwnerField
from werkplaats.forms.wisseling.auto import CarField
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.fields.text import NumberField
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen.leen import woord_leensoort

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.errors import Bevinding

_PLAIN = ("soort", "relatie", "km_uit", "km_in", "opmerking")


class LeenVelden(FieldGrid):
    """``show_card`` and ``read`` translate between the fields and the card.

    ``chooses`` asks for the car too; ``ends`` shows how it came back: what just leaves did not come back yet.
    """

    def __init__(self, today: date, zone: str, *, chooses: bool, ends: bool) -> None:
        super().__init__("dialog")
        self.car = CarField("voertuig")
        self.borrower = OwnerField("relatie", _("Nog niemand gekozen"), _("Aan wie"))
        self._moments = {
            "van": MomentPaar("van", _("Van"), today, zone),
            "tot": MomentPaar("tot", _("Terug verwacht"), today, zone),
            "terug": MomentPaar("terug", _("Terug op"), today, zone),
        }
        if chooses:
            self.car.choose_button.setText(_("Kie&s"))
            self.car.line.setAccessibleName(_("Auto"))
            self.row(_("Auto"), self.car)
        self.row(_("Soor&t"), Combo("soort", [(soort, woord_leensoort(soort.value)) for soort in Leensoort], "s"))
        self.row(_("Aan wie"), self.borrower)
        self.group(_("Wanneer"))
        self._moment_row(_("&Van / Tijd"), "van")
        self._moment_row(_("Terug ver&wacht / Tijd"), "tot")
        self._out = self.row(_("Km &uit"), NumberField("km_uit"), unit=_("km"))
        if ends:
            self.group(_("Terug"))
            self._moment_row(_("Te&rug op / Tijd"), "terug")
            self.row(_("Km &in"), NumberField("km_in"), unit=_("km"))
        self.group(_("Bijzonderheden"))
        self.row(_("Opmerkin&g"), NoteField("opmerking", 2))

    def _moment_row(self, label: str, veld: str) -> None:
        pair = self._moments[veld]
        self.row(label, pair.day, pair.time)

    def hint_reading(self, hint: str) -> None:
        """Says beside the reading what the car's last one was."""
        self._out.set_hint(hint)

    def show_card(self, kaart: LeenKaart) -> None:
        """Shows a period in the fields."""
        for veld in _PLAIN:
            if veld in self.fields:
                self.fields[veld].set_value(getattr(kaart, veld))
        for veld, pair in self._moments.items():
            pair.show(getattr(kaart, veld))

    def read(self, basis: LeenKaart) -> tuple[LeenKaart, list[Bevinding]]:
        """What stands in the fields; one that cannot be read is as in the basis, and its finding beside it."""
        values: dict[str, Any] = {}
        unreadable: list[Bevinding] = []
        readers = {veld: self.fields[veld].value if veld in self.fields else None for veld in _PLAIN}
        for veld, read in (readers | {veld: pair.read for veld, pair in self._moments.items()}).items():
            try:
                values[veld] = read() if read is not None else getattr(basis, veld)
            except Ongeldig as fout:
                unreadable += fout.bevindingen
                values[veld] = getattr(basis, veld)
        # A combo box gives the plain text of a value back.
        values["soort"] = Leensoort(values["soort"])
        return LeenKaart(**values), unreadable
