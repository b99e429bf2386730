"""What is done with a whole card: brought to its next state, closed, handed out, printed, taken out as CSV."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from werkplaats.domain.rechten import Recht
from werkplaats.domain.werkkaart import KaartStaat
from werkplaats.errors import WerkplaatsError
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.forms.werkkaart.form import WerkkaartForm
    from werkplaats.usecases.werkkaart_einde import Einde


class Daden(QObject):
    """The verbs of one card; what was typed is saved before each of them."""

    def __init__(self, form: WerkkaartForm, toegang: Toegang, deuren: Deuren) -> None:
        super().__init__(form)
        self._form, self._toegang, self._deuren = form, toegang, deuren

    def step(self, staat: KaartStaat) -> None:
        """What was typed is saved first: a card is not brought further without it."""
        toegang = self._toegang

        def go(kaart: Werkkaart) -> None:
            call = partial(toegang.werkkaarten.set_staat, toegang.wie, kaart.id, staat)
            if staat is KaartStaat.OPGEHAALD:
                self._form.work(partial(_report_or, toegang, kaart.id, call), self._handed_out, writes=True)
            else:
                self._form.work(call, self._form.show_card, writes=True)

        self._form.save_then(go)

    def _handed_out(self, answer: Werkkaart | int) -> None:
        """The car is gone; or its reading is not reported yet, and then a person says what goes first."""
        if not isinstance(answer, int):
            self._form.show_card(answer)
            return
        report = Button(_("Naar de melding"), icon="carpass", kind="main")
        report.clicked.connect(lambda: self._withdraw_and(partial(self._deuren.carpass.open_melding, answer)))
        go = Button(_("Meegeven zonder melding"), kind="danger")
        go.clicked.connect(lambda: self._withdraw_and(self._hand_out))
        back = Button(_("Terug"), key=tokens().key["terug"])
        back.clicked.connect(self._form.cancel)
        self._form.bar.ask(_("De kilometerstand is nog niet gemeld aan Car-Pass."), [report, go, back])

    def _withdraw_and(self, act: Callable[[], object]) -> None:
        self._form.bar.withdraw()
        act()

    def _hand_out(self) -> None:
        if self._form.kaart is not None:
            toegang, nummer = self._toegang, self._form.kaart.id
            call = partial(
                toegang.werkkaarten.set_staat, toegang.wie, nummer, KaartStaat.OPGEHAALD, zonder_melding=True
            )
            self._form.work(call, self._form.show_card, writes=True)

    def end_service(self) -> None:
        """Closes the work; in Belgium the window on its report to Car-Pass opens."""
        if self._form.kaart is None or not self._form.kaart.may_become(KaartStaat.KLAAR):
            return
        toegang = self._toegang

        def go(kaart: Werkkaart) -> None:
            self._form.work(partial(toegang.werkkaarten.einde_service, toegang.wie, kaart.id), self._ended, writes=True)

        self._form.save_then(go)

    def _ended(self, einde: Einde) -> None:
        """The work is closed; in Belgium the window on its report opens."""
        self._form.show_card(einde.kaart)
        if einde.melding_id is not None:
            self._deuren.changed.emit("melding", einde.melding_id)
            if self._toegang.wie.mag(Recht.CARPASS):
                self._deuren.carpass.open_melding(einde.melding_id)

    def print(self) -> None:
        """What is printed is what is on file; who may change the card saves it first."""
        if self._form.may_change and (self._form.kaart is None or self._form.has_changes()):
            self._form.save_then(self._open_print)
        elif self._form.kaart is not None:
            self._open_print(self._form.kaart)

    def _open_print(self, kaart: Werkkaart) -> None:
        toegang = self._toegang
        self._deuren.open_afdruk(
            _("Werkkaart {nummer}").format(nummer=kaart.nummer),
            f"Werkkaart {kaart.nummer}",
            partial(toegang.afdrukken.werkkaart, toegang.wie, kaart.id),
            "werkkaart",
            partial(toegang.afdrukken.note, toegang.wie, "werkkaart", kaart.id, "werkkaart"),
        )

    def export(self) -> None:
        """The lines leave as CSV, for the invoicing package."""
        if self._form.kaart is not None:
            name = f"werkkaart-{self._form.kaart.nummer}.csv"
            dialog = QFileDialog(self._form, _("Regels als CSV"), name, _("CSV-bestanden (*.csv)"))
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.fileSelected.connect(partial(self._write_lines, self._form.kaart.id))
            dialog.open()

    def _write_lines(self, kaart_id: int, name: str) -> None:
        toegang = self._toegang

        def told(count: int) -> None:
            self._form.problem.show_problem(_("{aantal} regels geschreven.").format(aantal=count), name, kind="ok")

        self._form.work(lambda: toegang.werkkaarten.export_lines(toegang.wie, kaart_id, Path(name)), told, writes=True)

    def open_log(self) -> None:
        """Who changed what of the card."""
        if self._form.kaart is not None:
            self._deuren.open_logboek("werkkaart", self._form.kaart.id, self._form.kaart.nummer)


def _report_or(toegang: Toegang, kaart_id: int, step: Callable[[], Werkkaart]) -> Werkkaart | int:
    """The card after a step; or its report to Car-Pass, where that stands in the way."""
    try:
        return step()
    except WerkplaatsError as fault:
        melding = toegang.werkkaarten.open_melding(toegang.wie, kaart_id) if fault.code == "MELDING_OPEN" else None
        if melding is None:
            raise
        return melding
