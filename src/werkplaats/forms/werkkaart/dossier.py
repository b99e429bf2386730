"""Dossier: the visits of a car to this shop; Enter opens the card of one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.kmstand import km_text
from werkplaats.i18n import _
from werkplaats.ui.cards import Card
from werkplaats.ui.chip import state_look
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen.termen import woord_kaartstaat

if TYPE_CHECKING:
    from werkplaats.domain.werkkaart import WerkkaartKop
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class DossierForm(Form):
    """The werkkaarten of one car, the latest first."""

    standard_size: ClassVar[tuple[int, int]] = (760, 480)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("dossier", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren, self._voertuig_id = toegang, deuren, voertuig_id
        self._koppen: tuple[WerkkaartKop, ...] = ()
        self.set_heading(_("Dossier"), _("De werkkaarten van deze auto, de laatste eerst"))
        width = tokens().column_width["datum"]
        self._table = Table(
            (
                Column(_("Nummer"), 128),
                Column(_("Datum"), width),
                Column(_("Klacht of wens")),
                Column(_("Km"), 96, right=True),
                Column(_("Staat"), 136),
            ),
            indent=16,
        )
        self._table.setAccessibleName(_("Werkkaarten van deze auto"))
        self._table.opened.connect(self._open)
        empty = EmptyList("werkkaart", _("Nog geen werkkaarten"), _("Deze auto is hier nog niet geweest."))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 16)
        card = Card(padding=1)
        self._stack = QStackedLayout()
        card.body.addLayout(self._stack)
        self._stack.addWidget(self._table)
        self._stack.addWidget(empty)
        column.addWidget(card)
        self.set_page(page)
        self.bar.name_cancel(_("Sluiten"))
        deuren.changed.connect(self._changed)
        self._ask()

    def _ask(self) -> None:
        toegang = self._toegang
        self.work(partial(toegang.werkkaarten.van_voertuig, toegang.wie, self._voertuig_id), self._show)

    def _show(self, koppen: tuple[WerkkaartKop, ...]) -> None:
        self._koppen = koppen
        zone = self._toegang.wie.zone
        self._table.set_rows([_row(kop, zone) for kop in koppen])
        self._stack.setCurrentIndex(0 if koppen else 1)
        if koppen:
            self._table.setFocus()

    def _open(self, row: int) -> None:
        self._deuren.werkkaart.open_werkkaart(self._koppen[row].id)

    def _changed(self, onderwerp: str, _nummer: int) -> None:
        if onderwerp == "werkkaart":
            self._ask()


def _row(kop: WerkkaartKop, zone: str) -> tuple[Cell, ...]:
    return (
        Cell(kop.nummer, strong=True),
        Cell(f"{kop.begonnen.lokaal(zone):%d-%m-%Y}"),
        Cell(" ".join(kop.klacht.split()), role="text_2"),
        Cell(km_text(kop.km_stand) if kop.km_stand is not None else ""),
        Cell(woord_kaartstaat(kop.staat.value), state=state_look("werkkaart", kop.staat.value)),
    )
