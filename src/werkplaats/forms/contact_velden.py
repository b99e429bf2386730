"""The fields of one contact: when, how, who began, about which car, and what was said."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from werkplaats.domain.contactmoment import ContactKaart, Richting, Wijze
from werkplaats.domain.datum import parse_datum
from werkplaats.domain.moment import Moment
from werkplaats.domain.tijd import parse_tijd
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.fields.text import DateField, TextField
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen.termen import woord_keuze

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from werkplaats.domain.treffers import VoertuigTreffer

_NO_CAR = 0


class ContactVelden(FieldGrid):
    """``show_card`` and ``read`` translate between the fields and the card; a day and a time make one moment."""

    def __init__(self, today: date, zone: str) -> None:
        super().__init__("dialog")
        self._zone = zone
        self._car = Combo("voertuig_id", [], "l")
        self._seconds: datetime | None = None
        self._day = DateField("moment", lambda text, veld: parse_datum(text, veld, today))
        self._time = TextField("tijd", "xs")
        self.row(_("&Wanneer / Tijd"), self._day, self._time)
        self.row(
            _("Hoe / Van wie"),
            Combo("wijze", [(wijze, woord_keuze("wijze", wijze)) for wijze in Wijze], "s"),
            Combo("richting", [(richting, woord_keuze("richting", richting)) for richting in Richting], "s"),
        )
        self.row(_("Over de auto"), self._car)
        self.row(_("&Besproken"), NoteField("tekst", 3))

    def offer_cars(self, cars: Iterable[VoertuigTreffer]) -> None:
        """Offers the cars of the relatie, and none."""
        words = ((car.id, _car_text(car)) for car in cars)
        self._car.set_choices([(_NO_CAR, _("Niet over een auto")), *words])

    def show_card(self, kaart: ContactKaart) -> None:
        """Shows a contact in the fields."""
        local = kaart.moment.lokaal(self._zone)
        self._seconds = local
        self._day.set_value(local.date())
        self._time.set_value(f"{local:%H:%M}")
        self._car.set_value(kaart.voertuig_id or _NO_CAR)
        for veld in ("wijze", "richting", "tekst"):
            self.fields[veld].set_value(getattr(kaart, veld))

    def read(self) -> ContactKaart:
        """The contact that stands in the fields; raises Ongeldig with all that cannot be read."""
        values: dict[str, Any] = {}
        findings: list[Bevinding] = []
        for veld, read in (("moment", self._day.value), ("tijd", lambda: parse_tijd(self._time.value(), "tijd"))):
            try:
                values[veld] = read()
            except Ongeldig as fout:
                findings += fout.bevindingen
        if values.get("moment", self) is None:
            findings.append(Bevinding("moment", "DATUM_LEEG"))
        if findings:
            raise Ongeldig(findings)
        return ContactKaart(
            self._moment(datetime.combine(values["moment"], values["tijd"], ZoneInfo(self._zone))),
            Wijze(self.fields["wijze"].value()),
            Richting(self.fields["richting"].value()),
            self.fields["tekst"].value(),
            self._car.value() or None,
        )

    def _moment(self, typed: datetime) -> Moment:
        """A moment that was not changed keeps its seconds."""
        shown = self._seconds
        same = shown is not None and shown.replace(second=0, microsecond=0) == typed
        return Moment(shown if same and shown is not None else typed)


def _car_text(car: VoertuigTreffer) -> str:
    plate = car.kenteken.weergave if car.kenteken else car.vin
    return " · ".join(part for part in (plate, car.omschrijving) if part)
