"""Beside what was asked: the chosen request with its state and plate, what a person can decide, and what was sent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.ponaanvraag import Aanvraagstaat, given_plate
from werkplaats.domain.postbus import Besluit
from werkplaats.domain.rechten import Recht
from werkplaats.forms.order.direct import contents_grid
from werkplaats.forms.ponoverzicht.paneel import add_act, clear
from werkplaats.i18n import _
from werkplaats.ui.chip import Chip, state_look
from werkplaats.ui.entries import Action
from werkplaats.ui.labels import ElidedLabel, Label, NoteLine
from werkplaats.ui.lijst.paneel import ListPane
from werkplaats.ui.plate import Plate
from werkplaats.ui.theme import show_when
from werkplaats.zinnen import zin
from werkplaats.zinnen.ponstaat import teken_aanvraagstaat, woord_aanvraagstaat, zin_aanvraagreden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from werkplaats.domain.ponaanvraag import AanvraagRegel, PonAanvraag
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class AanvraagPaneel(ListPane):
    """What can be decided about a request is decided here; the order itself opens by Enter."""

    def __init__(self, toegang: Toegang, deuren: Deuren) -> None:
        super().__init__()
        self._toegang, self._deuren = toegang, deuren
        self._line: AanvraagRegel | None = None
        self._plate, self._chip = Plate("head"), Chip()
        self._car, self._who = Label("", "subtitle", wrap=True), ElidedLabel("", "body", "text_2")
        self._note, self._asked = NoteLine(letter="body"), Label("", "small", "text_2", wrap=True)
        self._buttons, self._sent = QVBoxLayout(), QVBoxLayout()
        self._buttons.setSpacing(8)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._plate, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._car)
        column.addWidget(self._who)
        column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._note)
        column.addLayout(self._buttons)
        column.addLayout(self._sent)
        column.addWidget(self._asked)
        column.addStretch()
        self.hold(self._inside)

    def show_line(self, line: AanvraagRegel | None) -> None:
        before, self._line = self._line, line
        show_when(self._inside, line is not None)
        if line is None or line == before:
            return
        plate = given_plate(line.kenteken)
        self._plate.show_plate(plate)
        show_when(self._plate, plate is not None)
        self._car.setText(line.omschrijving)
        self._who.set_text(" · ".join(part for part in (line.nummer, line.relatie) if part))
        look = state_look("pon", teken_aanvraagstaat(line.staat.value))
        self._chip.show_state(woord_aanvraagstaat(line.staat.value, line.status), look.role, look.icon, fill=look.fill)
        self._say(line)
        self._offer(line)
        clear(self._sent)
        self._sent.addWidget(contents_grid(line.inhoud, _("Wat er is gevraagd")))
        self._asked.setText(self._by_whom(line))

    def _say(self, line: AanvraagRegel) -> None:
        good = line.staat in (Aanvraagstaat.TOEGEKEND, Aanvraagstaat.WACHT, Aanvraagstaat.INGEDIEND)
        if line.reden:
            self._note.say("info" if good else "warn", zin_aanvraagreden(line.reden))
        elif line.in_bak:
            self._note.say("warn", _("De order staat in de prullenbak."))
        else:
            self._note.fall_silent()

    def _by_whom(self, line: AanvraagRegel) -> str:
        moment = f"{line.gemaakt_op.lokaal(self._toegang.wie.zone):%d-%m-%Y %H:%M}"
        if line.regel is not None:
            words = _("Aangevraagd op {moment} door het programma, volgens regel {regel}.")
            return words.format(moment=moment, regel=line.regel.value)
        return _("Aangevraagd op {moment} door {wie}.").format(moment=moment, wie=line.gemaakt_door)

    def _offer(self, line: AanvraagRegel) -> None:
        clear(self._buttons)
        for action in self._acts(line):
            add_act(self._buttons, action, line.id)

    def _acts(self, line: AanvraagRegel) -> Iterator[Action]:
        aanvragen, wie = self._toegang.verkoop.aanvragen, self._toegang.wie
        if wie.mag(Recht.DIRECT_GOEDKEUREN) and line.staat is Aanvraagstaat.ONZEKER:
            arrived = partial(aanvragen.decide, wie, besluit=Besluit.AANGEKOMEN)
            yield Action(_("&PON heeft de aanvraag"), "akkoord", partial(self._do, arrived))
            again = partial(aanvragen.decide, wie, besluit=Besluit.OPNIEUW)
            yield Action(_("Op&nieuw verzenden"), "versturen", partial(self._do, again))
        if wie.mag(Recht.DIRECT_GOEDKEUREN) and line.staat is Aanvraagstaat.WACHT:
            yield Action(_("I&ntrekken"), "sluiten", partial(self._do, partial(aanvragen.withdraw, wie)))
        if not line.in_bak:
            open_order = self._deuren.verkoop.open_order
            yield Action(_("Order openen"), "handshake", lambda _nr: open_order(line.order_id), key="Enter")

    def _do(self, call: Callable[[int], PonAanvraag], aanvraag_id: int) -> None:
        self._toegang.background.run(self, partial(call, aanvraag_id), self._done, self._fail)

    def _done(self, aanvraag: PonAanvraag) -> None:
        self.acted.emit()
        self._deuren.changed.emit("order", aanvraag.order_id)

    def _fail(self, problem: WerkplaatsError) -> None:
        sentence = zin(problem)
        self._note.say("warn", f"{sentence.wat} {sentence.doe}")
        self.acted.emit()
