"""The fields of one stretch of work: who, from when until when, and why it is put right."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from werkplaats.domain.datum import parse_datum
from werkplaats.domain.moment import Moment
from werkplaats.domain.monteurwerk import Monteur
from werkplaats.domain.tijd import parse_tijd
from werkplaats.domain.urencorrectie import TijdvakInvoer
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.text import DateField, TextField
from werkplaats.ui.rows import FieldGrid

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from werkplaats.domain.monteurwerk import Tijdvak


class TijdvakVelden(FieldGrid):
    """``show_time`` and ``read`` translate between the fields and a stretch; a day and a time make one moment."""

    def __init__(self, today: date, zone: str) -> None:
        super().__init__("dialog")
        self._zone = zone
        self._monteurs: dict[int, Monteur] = {}
        self._monteur = Combo("monteur", [], "m")
        self._days: dict[str, DateField] = {}
        self._times: dict[str, TextField] = {}
        self._shown: dict[str, Moment | None] = {"begin": None, "eind": None}
        for veld in self._shown:
            self._days[veld] = DateField(veld, lambda text, veld: parse_datum(text, veld, today))
            self._times[veld] = TextField(f"{veld}_om", "xs", placeholder=_("uu:mm"))
        self._reden = TextField("reden", "l", placeholder=_("Bijvoorbeeld: vergeten te stoppen"))
        self.row(_("Monteu&r"), self._monteur)
        self.row(_("&Begin / Tijd"), self._days["begin"], self._times["begin"])
        self.row(_("&Einde / Tijd"), self._days["eind"], self._times["eind"])
        self.row(_("Re&den"), self._reden)
        self._times["begin"].setAccessibleName(_("Begin, tijd"))
        self._times["eind"].setAccessibleName(_("Einde, tijd"))

    @property
    def reden(self) -> str:
        """Why, as it was typed."""
        return self._reden.value().strip()

    def offer(self, monteurs: Iterable[Monteur]) -> None:
        """Offers the people whose hours may be written."""
        self._monteurs = {een.id: een for een in monteurs}
        self._monteur.set_choices([(een.id, een.naam) for een in self._monteurs.values()])

    def show_new(self, today: date) -> None:
        """Makes room for a stretch that nobody clocked."""
        self._shown = {"begin": None, "eind": None}
        self._monteur.setEnabled(True)
        for veld in self._shown:
            self._days[veld].set_value(today)
            self._times[veld].set_value("")
        self._reden.set_value("")

    def show_time(self, tijd: Tijdvak) -> None:
        """Shows a stretch; whose it is does not change, nor does somebody who left vanish from it."""
        if tijd.monteur.id not in self._monteurs:
            self.offer([*self._monteurs.values(), tijd.monteur])
        self._monteur.set_value(tijd.monteur.id)
        self._monteur.setEnabled(False)
        self._shown = {"begin": tijd.begin, "eind": tijd.eind}
        for veld, moment in self._shown.items():
            local = moment.lokaal(self._zone) if moment is not None else None
            # What runs still mostly ends on the day on which it began.
            self._days[veld].set_value((local or tijd.begin.lokaal(self._zone)).date())
            self._times[veld].set_value(f"{local:%H:%M}" if local is not None else "")
        self._reden.set_value("")

    def focus_first(self) -> None:
        """Puts the keyboard where one types first: at what is mostly forgotten."""
        (self._times["eind"] if self._shown["begin"] is not None else cast("QWidget", self._monteur)).setFocus()

    def read(self, tijd: Tijdvak | None) -> TijdvakInvoer:
        """What stands in the fields; raises Ongeldig with all that cannot be read."""
        moments: dict[str, Moment | None] = {}
        findings: list[Bevinding] = []
        for veld in self._shown:
            try:
                moments[veld] = self._moment(veld)
            except Ongeldig as fout:
                findings += fout.bevindingen
        if findings:
            raise Ongeldig(findings)
        chosen = self._monteurs.get(self._monteur.value()) if tijd is None else tijd.monteur
        return TijdvakInvoer(chosen or Monteur(0, ""), moments["begin"], moments["eind"], self._reden.value())

    def _moment(self, veld: str) -> Moment | None:
        """Without a time there is no moment, whatever day stands before it; unchanged it keeps its seconds."""
        if not self._times[veld].value():
            return None
        tijd = parse_tijd(self._times[veld].value(), f"{veld}_om")
        dag = self._days[veld].value()
        if dag is None:
            raise Ongeldig([Bevinding(veld, "DATUM_LEEG")])
        typed = datetime.combine(dag, tijd, ZoneInfo(self._zone))
        shown = self._shown[veld]
        if shown is not None and shown.lokaal(self._zone).replace(second=0, microsecond=0) == typed:
            return shown
        return Moment(typed)
