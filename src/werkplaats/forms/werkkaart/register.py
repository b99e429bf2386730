"""Garageregister: the cars that came in at a Belgian establishment, numbered without gaps; it leaves as CSV."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import parse_datum
from werkplaats.errors import Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Card
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.fields.text import DateField
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label
from werkplaats.ui.table import Cell, Column, Table

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.werkkaart import RegisterRegel
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class RegisterForm(Form):
    """The register of one month, or of any days; Enter opens the werkkaart of a line."""

    standard_size: ClassVar[tuple[int, int]] = (960, 560)

    def __init__(self, toegang: Toegang, deuren: Deuren) -> None:
        super().__init__("garageregister", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._regels: tuple[RegisterRegel, ...] = ()
        today = toegang.vandaag()
        self.set_heading(_("Garageregister"), _("Auto's die hier binnenkwamen, per vestiging genummerd"))
        parse = partial(_parse, today)
        self._van, self._tot = DateField("van", parse), DateField("tot", parse)
        self._van.set_value(today.replace(day=1))
        self._tot.set_value(today)
        self._table = _table()
        self._table.opened.connect(lambda row: deuren.werkkaart.open_werkkaart(self._regels[row].werkkaart_id))
        self.set_page(self._page())
        self.register("van", self._van)
        self.register("tot", self._tot)
        self.bar.name_cancel(_("Sluiten"))
        export = Button(_("&Exporteren als CSV …"), icon="exporteren", kind="quiet")
        export.clicked.connect(self._choose_file)
        self.bar.add_door(export)
        for field, name in ((self._van, _("Van")), (self._tot, _("Tot en met"))):
            field.setAccessibleName(name)
            field.left.connect(self._ask)
        self._ask()

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(8)
        for words, field in ((_("&Van"), self._van), (_("&Tot en met"), self._tot)):
            label = Label(words, "body", "text_2")
            label.setBuddy(field)
            line.addWidget(label)
            line.addWidget(field)
        line.addStretch()
        column.addLayout(line)
        card = Card(padding=1)
        self._stack = QStackedLayout()
        card.body.addLayout(self._stack)
        self._stack.addWidget(self._table)
        advice = _("Een auto krijgt zijn nummer als de werkkaart op Binnen gaat. Of kies andere dagen.")
        self._stack.addWidget(EmptyList("lijsten", _("Geen auto's in deze dagen"), advice))
        column.addWidget(card, 1)
        return page

    def _days(self) -> tuple[date, date] | None:
        """The chosen days; None, and said at the field, where one cannot be read or is empty."""
        try:
            van, tot = self._van.value(), self._tot.value()
        except Ongeldig as wrong:
            self.show_findings(wrong.bevindingen)
            return None
        return (van, tot) if van is not None and tot is not None else None

    def _ask(self) -> None:
        days, toegang = self._days(), self._toegang
        if days is not None:
            self.work(partial(toegang.werkkaarten.register, toegang.wie, *days), self._show)

    def _show(self, regels: tuple[RegisterRegel, ...]) -> None:
        self._regels = regels
        zone = self._toegang.wie.zone
        self._table.set_rows([_row(regel, zone) for regel in regels])
        self._stack.setCurrentIndex(0 if regels else 1)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, _("Garageregister"), "garageregister.csv", _("CSV-bestanden (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._write)
        dialog.open()

    def _write(self, name: str) -> None:
        days, toegang = self._days(), self._toegang
        if days is None:
            return

        def told(count: int) -> None:
            self.problem.show_problem(_("{aantal} regels geschreven.").format(aantal=count), name, kind="ok")

        call = partial(toegang.werkkaarten.export_register, toegang.wie, *days, Path(name))
        self.work(call, told, writes=True)


def _parse(today: date, text: str, veld: str) -> date | None:
    return parse_datum(text, veld, today)


def _table() -> Table:
    table = Table(
        (
            Column(_("Volgnummer"), 124),
            Column(_("Binnen"), 104),
            Column(_("Nummerplaat"), 124),
            Column(_("Chassisnummer")),
            Column(_("Btw-nummer klant"), 152),
            Column(_("Buiten"), 104),
            Column(_("Werkkaart"), 120),
        ),
        indent=16,
    )
    table.setAccessibleName(_("Garageregister"))
    return table


def _row(regel: RegisterRegel, zone: str) -> tuple[Cell, ...]:
    def day(moment: Moment | None) -> Cell:
        return Cell(f"{moment.lokaal(zone):%d-%m-%Y}" if moment else "")

    return (
        Cell(regel.nummer, strong=True),
        day(regel.binnen),
        Cell(regel.kenteken),
        Cell(regel.vin, role="text_2", code=True),
        Cell(regel.btw_nummer, role="text_2"),
        day(regel.opgehaald),
        Cell(regel.werkkaart, role="text_2"),
    )
