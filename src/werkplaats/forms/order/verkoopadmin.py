"""The tab Verkoopadmin of an order: the days of its planning, its plate, and why that is requested or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.forms.order.toelichting import Toelichting
from werkplaats.i18n import _
from werkplaats.ui.cards import Heading
from werkplaats.ui.fields.choice import Check
from werkplaats.ui.fields.plate_edit import PlateEdit
from werkplaats.ui.fields.text import DateField
from werkplaats.ui.labels import Label
from werkplaats.ui.rows import FieldGrid
from werkplaats.ui.theme import show_when

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.order import VerkoopOrder
    from werkplaats.forms.order.aanvraag import AanvraagVak
    from werkplaats.ui.fields.base import Field

    ParseDate = Callable[[str, str], date | None]

_BETWEEN = 32


class Verkoopadmin(QWidget):
    """The page; ``fields`` are those of the card that stand on it."""

    def __init__(self, parse_date: ParseDate, aanvraag: AanvraagVak) -> None:
        super().__init__()
        self.plate = PlateEdit()
        self.aanvraag = aanvraag
        self.toelichting = Toelichting()
        self._planned, self._approved = Label("", "small", "text_2"), Label("", "small", "text_2", wrap=True)
        planning = FieldGrid("dialog")
        planning.group(_("Planning"))
        planning.row("", Check("goedgekeurd", _("Goedgekeurd")))
        planning.row(_("&Losdatum"), DateField("losdatum", parse_date))
        planning.row(_("NLV datum"), DateField("nlv_datum", parse_date), hint=_("Niet leveren voor deze dag"))
        planning.row(_("k-code datum"), DateField("kcode_datum", parse_date), hint=_("Alleen bij een voorraadauto"))
        planning.row(_("Definitieve afleverdatum"), DateField("afleverdatum", parse_date))
        planning.under(self._planned)
        plate = FieldGrid("two_columns")
        plate.group(_("Kenteken"))
        plate.row(_("Kenteken"), self.plate)
        self.fields: dict[str, Field] = {**planning.fields, **plate.fields}
        self._lay_out(planning, plate)

    def show_order(self, order: VerkoopOrder, zone: str) -> None:
        """Says since when the car is planned, and who had its plate requested."""
        planned = _("Ingepland op {moment}")
        self._say(self._planned, planned.format(moment=_moment(order.gepland_op, zone)) if order.gepland_op else "")
        goed = order.goedkeuring
        text = ""
        if goed is not None and goed.regel is not None:
            words = _("Goedgekeurd op {moment} door regel {regel}, die gold op {dag}.")
            text = words.format(moment=_moment(goed.op, zone), regel=goed.regel.value, dag=datum_tekst(goed.dag))
        elif goed is not None:
            text = _("Goedgekeurd op {moment} door {wie}.").format(moment=_moment(goed.op, zone), wie=goed.door)
        self._say(self._approved, text)

    def _say(self, label: QLabel, text: str) -> None:
        label.setText(text)
        show_when(label, bool(text))

    def _lay_out(self, planning: FieldGrid, plate: FieldGrid) -> None:
        page = QHBoxLayout(self)
        page.setContentsMargins(24, 8, 24, 24)
        page.setSpacing(_BETWEEN)
        page.addWidget(planning, 5)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(plate)
        right.addWidget(self._approved)
        right.addWidget(self.aanvraag)
        right.addWidget(Heading(_("Aanvraag bij PON")))
        right.addWidget(self.toelichting, 1)
        page.addLayout(right, 6)
        for label in (self._planned, self._approved):
            label.hide()


def _moment(moment: Moment, zone: str) -> str:
    return f"{moment.lokaal(zone):%d-%m-%Y %H:%M}"
