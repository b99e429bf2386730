"""Postbus: what must reach another system, how far each message is, and what a person decides about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.postbus import Besluit, Staat
from werkplaats.errors import WerkplaatsError
from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.chip import state_look
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label
from werkplaats.ui.lijst.pil import PillBar
from werkplaats.ui.lijst.soort import Choice
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen import zin
from werkplaats.zinnen.postbus import woord_gevolg, woord_poststaat, woord_soort

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.postbus import BerichtRegel, Poging
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_ATTEMPTS = 4
"""So many attempts are seen at once below the list; the rest is scrolled."""


class PostbusForm(Form):
    """The messages above, the attempts at the chosen one below; Enter opens what a message is about."""

    standard_size: ClassVar[tuple[int, int]] = (1040, 688)

    def __init__(self, toegang: Toegang, deuren: Deuren) -> None:
        super().__init__("postbus", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._all: tuple[BerichtRegel, ...] = ()
        self._shown: tuple[BerichtRegel, ...] = ()
        self._keuze = ""
        self._pills = PillBar(_choices())
        self._table = Table(_columns(), indent=24, row="row_action")
        self._table.setAccessibleName(_("Berichten, het nieuwste eerst"))
        self._attempts = Table(_attempt_columns(), indent=24)
        self._attempts.setAccessibleName(_("Pogingen bij dit bericht, de laatste eerst"))
        self._empty = EmptyList("postbus", _("Niets in de postbus"), _("Hier komt te staan wat naar buiten gaat."))
        self._stack = QStackedLayout()
        self._withdraw = Button(_("&Intrekken"), icon="sluiten", kind="quiet")
        self._retry = Button(_("&Opnieuw proberen"), icon="vernieuwen", kind="quiet")
        self._decide = Button(_("&Beslissen …"), icon="question", kind="quiet")
        self._build()
        self.reload()

    def reload(self) -> None:
        """Reads the list anew."""
        toegang = self._toegang
        self.work(lambda: toegang.postbus.list(toegang.wie), self._loaded)

    # Building.

    def _build(self) -> None:
        self.set_heading(_("Postbus"), _("Alles wat naar een ander systeem moet. Verzenden gaat vanzelf."))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        pills = QHBoxLayout()
        pills.setContentsMargins(24, 0, 24, 0)
        pills.addWidget(self._pills)
        pills.addStretch(1)
        column.addLayout(pills)
        column.addLayout(self._stack, 1)
        heading = QVBoxLayout()
        heading.setContentsMargins(24, 0, 24, 0)
        heading.addWidget(Label(_("Pogingen"), "strong"))
        column.addLayout(heading)
        self._attempts.setFixedHeight(self._attempts.height_for_rows(_ATTEMPTS))
        column.addWidget(self._attempts)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self.set_page(page)
        self._add_buttons()
        self._pills.chosen.connect(self._choose)
        self._table.chosen.connect(self._show_chosen)
        self._table.opened.connect(lambda _row: self._open())
        self._deuren.changed.connect(self._changed_elsewhere)

    def _add_buttons(self) -> None:
        renew = Button(_("Vernieuwen"), icon="vernieuwen", key=tokens().key["vernieuwen"], kind="quiet")
        renew.clicked.connect(self.reload)
        QShortcut(QKeySequence(tokens().key["vernieuwen"]), self, self.reload)
        self._withdraw.clicked.connect(self._ask_withdraw)
        self._retry.clicked.connect(lambda: self._do(self._toegang.postbus.retry))
        self._decide.clicked.connect(self._ask_decision)
        for button in (renew, self._withdraw, self._retry, self._decide):
            self.bar.add_door(button)
        self.bar.name_cancel(_("Sluiten"))

    # Showing.

    def _loaded(self, regels: tuple[BerichtRegel, ...]) -> None:
        chosen = self._chosen()
        self._all = regels
        self._pills.show_counts(_counts(regels))
        self._show(None if chosen is None else chosen.id)

    def _show(self, keep: int | None) -> None:
        staten = _STATEN[self._keuze]
        self._shown = tuple(regel for regel in self._all if not staten or regel.staat in staten)
        zone = self._toegang.wie.zone
        self._table.set_rows([_row(regel, zone) for regel in self._shown])
        at = next((row for row, regel in enumerate(self._shown) if regel.id == keep), 0)
        if self._shown:
            self._table.selectRow(at)
        self._stack.setCurrentIndex(0 if self._shown else 1)
        count = len(self._shown)
        self.bar.say(ngettext("{n} bericht", "{n} berichten", count).format(n=count) if count else "")
        self._show_chosen(at if self._shown else -1)
        self._table.setFocus()

    def _chosen(self) -> BerichtRegel | None:
        row = self._table.chosen_row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _show_chosen(self, _row_number: int) -> None:
        regel = self._chosen()
        staat = None if regel is None else regel.staat
        self._withdraw.setEnabled(staat in (Staat.WACHT, Staat.MISLUKT))
        self._retry.setEnabled(staat in (Staat.WACHT, Staat.MISLUKT))
        self._decide.setEnabled(staat is Staat.ONZEKER)
        self._attempts.set_rows([])
        if regel is not None:
            toegang, nummer = self._toegang, regel.id
            self.background.run(
                self,
                lambda: toegang.postbus.attempts(toegang.wie, nummer),
                partial(self._show_attempts, nummer),
                self.show_problem,
            )

    def _show_attempts(self, nummer: int, pogingen: tuple[Poging, ...]) -> None:
        regel = self._chosen()
        if regel is not None and regel.id == nummer:
            self._attempts.set_rows([_attempt(poging, self._toegang.wie.zone) for poging in pogingen])

    def _changed_elsewhere(self, onderwerp: str, _changed_id: int) -> None:
        if onderwerp == "bericht" and not self.is_busy:
            self.reload()

    # What a person does.

    def _choose(self, keuze: str) -> None:
        self._keuze = keuze
        self._show(None)

    def _open(self) -> None:
        regel = self._chosen()
        doors = {"voertuig": self._deuren.open_voertuig, "relatie": self._deuren.open_relatie}
        if regel is not None and regel.onderwerp in doors:
            doors[regel.onderwerp](regel.onderwerp_id)

    def _ask_withdraw(self) -> None:
        regel = self._chosen()
        if regel is not None:
            self._ask(
                _("Dit bericht intrekken? Het wordt dan niet verzonden."),
                (_("Intrekken"), "danger", self._toegang.postbus.withdraw),
            )

    def _ask_decision(self) -> None:
        """Two steps: what is not known is said, and each answer names what it does."""
        postbus = self._toegang.postbus
        self._ask(
            _("Vraag het na bij de ontvanger. Is dit bericht aangekomen?"),
            (_("Ja, aangekomen"), "normal", lambda wie, nummer: postbus.decide(wie, nummer, Besluit.AANGEKOMEN)),
            (_("Nee, opnieuw verzenden"), "normal", lambda wie, nummer: postbus.decide(wie, nummer, Besluit.OPNIEUW)),
        )

    def _ask(self, question: str, *answers: tuple[str, str, Callable[..., None]]) -> None:
        back = Button(_("Terug"), key=tokens().key["terug"])
        back.clicked.connect(self.cancel)
        buttons = [back]
        for title, kind, call in answers:
            button = Button(title, kind="danger" if kind == "danger" else "normal")
            button.clicked.connect(lambda _checked=False, call=call: self._do(call))
            buttons.append(button)
        self.bar.ask(question, buttons)

    def _do(self, call: Callable[..., None]) -> None:
        regel = self._chosen()
        if regel is not None:
            wie, nummer = self._toegang.wie, regel.id
            self.work(lambda: call(wie, nummer), lambda _none: self._acted(nummer), writes=True)

    def _acted(self, nummer: int) -> None:
        self._deuren.changed.emit("bericht", nummer)
        if not self.is_busy:
            self.reload()


_STATEN: dict[str, tuple[Staat, ...]] = {
    "": (),
    "aandacht": (Staat.ONZEKER, Staat.MISLUKT),
    "wacht": (Staat.WACHT, Staat.BEZIG),
    "verzonden": (Staat.VERZONDEN,),
    "ingetrokken": (Staat.INGETROKKEN,),
}


def _choices() -> tuple[Choice, ...]:
    return (
        Choice("", _("Alles")),
        Choice("aandacht", _("Vraagt aandacht")),
        Choice("wacht", _("Wacht")),
        Choice("verzonden", _("Verzonden")),
        Choice("ingetrokken", _("Ingetrokken"), only_some=True),
    )


def _counts(regels: tuple[BerichtRegel, ...]) -> Mapping[str, int]:
    return {naam: sum(regel.staat in staten for regel in regels) for naam, staten in _STATEN.items() if naam}


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Staat"), 132),
        Column(_("Soort"), 96),
        Column(_("Waarover"), None),
        Column(_("Laatste poging"), 136),
        Column(_("Volgende"), 136),
        Column(_("Pogingen"), 76, right=True),
    )


def _attempt_columns() -> tuple[Column, ...]:
    return (
        Column(_("Begonnen"), 172),
        Column(_("Uitkomst"), 112),
        Column(_("Door"), 136),
        Column(_("Werkplek"), 112),
        Column(_("Duur"), 72, right=True),
        Column(_("Antwoord"), None),
    )


def _row(regel: BerichtRegel, zone: str) -> tuple[Cell, ...]:
    word = woord_poststaat(regel.staat)
    waits = regel.staat is Staat.WACHT
    return (
        Cell(word, state=state_look("postbus", regel.staat.value), name=word),
        Cell(woord_soort(regel.soort), role="text_2"),
        Cell(regel.kop or regel.onderwerp),
        Cell(_when(regel.laatste_poging, zone), role="text_2"),
        Cell(_next(regel, zone) if waits else "", role="text_2"),
        Cell(str(regel.pogingen or ""), role="text_2"),
    )


def _attempt(poging: Poging, zone: str) -> tuple[Cell, ...]:
    duration = "" if poging.duur_ms is None else _("{seconden} s").format(seconden=f"{poging.duur_ms / 1000:.1f}")
    return (
        Cell(_when(poging.begonnen_op, zone, seconds=True)),
        Cell(woord_gevolg(poging.gevolg)),
        Cell(poging.wie, role="text_2"),
        Cell(poging.werkplek, role="text_2"),
        Cell(duration.replace(".", ","), role="text_2"),
        Cell(_answer(poging), role="text_2"),
    )


def _answer(poging: Poging) -> str:
    if poging.reden:
        return zin(WerkplaatsError(poging.reden, **poging.params)).wat
    return poging.antwoord


def _next(regel: BerichtRegel, zone: str) -> str:
    moments = [moment for moment in (regel.niet_voor, regel.volgende_poging) if moment is not None]
    return _when(max(moments), zone) if moments else _("zodra het kan")


def _when(moment: Moment | None, zone: str, *, seconds: bool = False) -> str:
    if moment is None:
        return ""
    return format(moment.lokaal(zone), "%d-%m-%Y %H:%M:%S" if seconds else "%d-%m-%Y %H:%M")
