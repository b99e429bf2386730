"""The pane of the postbus: a message at length, its attempts, and what a person decides about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.postbus import Besluit, Staat
from werkplaats.errors import WerkplaatsError
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import HairLine, PageScroll
from werkplaats.ui.chip import Chip
from werkplaats.ui.labels import Label
from werkplaats.ui.lijst.paneel import ListPane
from werkplaats.ui.problem import ProblemLine
from werkplaats.ui.sign import Sign
from werkplaats.ui.theme import set_look
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen import zin
from werkplaats.zinnen.postbus import woord_gevolg, woord_poststaat, woord_soort

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.postbus import BerichtRegel, Poging
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.entries import Action

_PADDING = 20
_GAP = 12
_SIGNS = {"verzonden": ("akkoord", "ok"), "mislukt": ("warning-octagon", "error"), "opnieuw": ("clock", "text_2")}
_DOUBT = ("question", "warn")


@dataclass(frozen=True, slots=True)
class Asks:
    """A question with its answers: words, kind of button, and what is done then."""

    question: str
    answers: tuple[tuple[str, str, Callable[..., None]], ...]


class PostbusPaneel(ListPane):
    """Shows one message; ``door`` gives what opens its subject. What cannot be taken back is asked in two steps."""

    def __init__(self, toegang: Toegang, door: Callable[[BerichtRegel], Action | None]) -> None:
        super().__init__()
        self.setAccessibleName(_("Bericht"))
        self._toegang, self._door = toegang, door
        self._line: BerichtRegel | None = None
        self._pogingen: tuple[Poging, ...] = ()
        self._shown: QWidget | None = None
        self._asks: Asks | None = None
        self.problem = ProblemLine()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.problem)
        self.show_line(None)

    def show_line(self, line: BerichtRegel | None) -> None:
        """Shows a message; a question that stood open about another one is gone."""
        if line != self._line or line is None:
            self._line, self._pogingen, self._asks = line, (), None
            self.problem.clear()
            self._show()
        if line is not None:
            toegang, nummer = self._toegang, line.id
            toegang.background.run(
                self,
                lambda: toegang.postbus.attempts(toegang.wie, nummer),
                partial(self._show_attempts, nummer),
                self._fail,
            )

    def _show_attempts(self, nummer: int, pogingen: tuple[Poging, ...]) -> None:
        if self._line is not None and self._line.id == nummer and pogingen != self._pogingen:
            self._pogingen = pogingen
            self._show()

    def _fail(self, problem: WerkplaatsError) -> None:
        sentence = zin(problem)
        self.problem.show_problem(sentence.wat, sentence.doe)

    def _show(self) -> None:
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = self._nothing() if self._line is None else self._content(self._line)
        self._column.addWidget(self._shown, 1)
        self._shown.show()

    # What a person does.

    def _buttons(self, line: BerichtRegel) -> list[Button]:
        buttons = []
        door = self._door(line)
        if door is not None:
            button = _button(door.title, door.icon, "main", partial(door.run, line.id))
            button.set_key(door.key)
            buttons.append(button)
        postbus = self._toegang.postbus
        if line.staat is Staat.ONZEKER:
            buttons.append(_button(_("&Beslissen …"), "question", "normal", self._ask_decision))
        if line.staat in (Staat.WACHT, Staat.MISLUKT):
            buttons.append(_button(_("&Opnieuw proberen"), "vernieuwen", "normal", partial(self._do, postbus.retry)))
            buttons.append(_button(_("&Intrekken …"), "sluiten", "normal", self._ask_withdraw))
        return buttons

    def _ask_withdraw(self) -> None:
        answer = (_("Intrekken"), "danger", self._toegang.postbus.withdraw)
        self._ask(Asks(_("Dit bericht intrekken? Het wordt dan niet verzonden."), (answer,)))

    def _ask_decision(self) -> None:
        """What is not known is said, and each answer names what it does."""
        decide = self._toegang.postbus.decide
        self._ask(
            Asks(
                _("Vraag het na bij de ontvanger. Is dit bericht aangekomen?"),
                (
                    (_("Ja, aangekomen"), "normal", lambda wie, nr: decide(wie, nr, Besluit.AANGEKOMEN)),
                    (_("Nee, opnieuw verzenden"), "normal", lambda wie, nr: decide(wie, nr, Besluit.OPNIEUW)),
                ),
            )
        )

    def _ask(self, asks: Asks | None) -> None:
        self._asks = asks
        self._show()
        buttons = self._shown.findChildren(Button) if self._shown is not None else []
        if buttons:
            # Enter by habit answers nothing that cannot be taken back.
            buttons[-1 if asks is not None else 0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, call: Callable[..., None]) -> None:
        if self._line is not None:
            wie, nummer = self._toegang.wie, self._line.id
            self.setEnabled(False)
            self._toegang.background.run(self, lambda: call(wie, nummer), lambda _none: self._acted(), self._refused)

    def _acted(self) -> None:
        self.setEnabled(True)
        self._asks = None
        self.acted.emit()

    def _refused(self, problem: WerkplaatsError) -> None:
        """Somebody was first, or it cannot be: it is said, and the list shows how it stands now."""
        self._acted()
        self._fail(problem)

    # Building.

    def _nothing(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(_GAP)
        column.addStretch()
        column.addWidget(Sign("postbus", "text_3", tokens().icon_px["empty"]), 0, Qt.AlignmentFlag.AlignHCenter)
        words = Label(_("Kies een regel om het bericht hier te zien."), "body", "text_2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addStretch()
        return page

    def _content(self, line: BerichtRegel) -> QWidget:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(_PADDING, _PADDING, _PADDING, _GAP)
        inside.setSpacing(_GAP)
        chip = Chip.of_state("postbus", line.staat.value, woord_poststaat(line.staat))
        inside.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(Label(line.kop or line.onderwerp, "subtitle", wrap=True))
        if line.reden and line.staat not in (Staat.VERZONDEN, Staat.INGETROKKEN):
            inside.addWidget(self._why(line))
        inside.addLayout(_facts(_facts_of(line, self._toegang.wie.zone)))
        inside.addWidget(HairLine())
        inside.addWidget(Label(_("Pogingen"), "strong"))
        if not self._pogingen:
            inside.addWidget(Label(_("Nog niet geprobeerd."), "body", "text_2"))
        for poging in self._pogingen:
            inside.addLayout(_attempt(poging, self._toegang.wie.zone))
        inside.addStretch()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, _PADDING)
        column.setSpacing(0)
        column.addWidget(PageScroll(page), 1)
        column.addLayout(self._foot(line))
        return whole

    def _why(self, line: BerichtRegel) -> QWidget:
        sentence = zin(WerkplaatsError(line.reden, **line.params))
        doubt = line.staat is Staat.ONZEKER
        advice = _("Vraag na of het is aangekomen en beslis dan.") if doubt else sentence.doe
        return _Why(sentence.wat, advice, "error" if line.staat is Staat.MISLUKT else "warn")

    def _foot(self, line: BerichtRegel) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(_PADDING - 1, _GAP, _PADDING - 1, 0)
        column.setSpacing(8)
        if self._asks is None:
            for button in self._buttons(line):
                column.addWidget(button)
            return column
        column.addWidget(Label(self._asks.question, "strong", wrap=True))
        for title, kind, call in self._asks.answers:
            column.addWidget(_button(title, "", "danger" if kind == "danger" else "normal", partial(self._do, call)))
        column.addWidget(_button(_("Terug"), "", "normal", lambda: self._ask(None)))
        return column


class _Why(QFrame):
    """Why a message stands as it does, and what to do about it."""

    def __init__(self, what: str, advice: str, role: str) -> None:
        super().__init__()
        set_look(self, box=role)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        sign = "warning-octagon" if role == "error" else "warning"
        row.addWidget(Sign(sign, role, fill=True), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(what, "strong", wrap=True))
        if advice:
            words.addWidget(Label(advice, wrap=True))
        row.addLayout(words, 1)


def _button(title: str, icon: str, kind: Any, run: Callable[[], None]) -> Button:
    button = Button(title, icon=icon, kind=kind)
    button.align_left()
    button.clicked.connect(lambda _checked=False: run())
    return button


def _facts_of(line: BerichtRegel, zone: str) -> Sequence[tuple[str, str]]:
    waits = line.staat is Staat.WACHT
    moments = [moment for moment in (line.niet_voor, line.volgende_poging) if moment is not None]
    again = (_when(max(moments), zone) if moments else _("zodra het kan")) if waits else ""
    facts = ((_("Soort"), woord_soort(line.soort)), (_("Gemaakt"), _when(line.gemaakt_op, zone)), (_("Gaat"), again))
    return [fact for fact in facts if fact[1]]


def _facts(facts: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(_GAP)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(facts):
        grid.addWidget(Label(name, "body", "text_2"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(value, wrap=True), row, 1)
    return grid


def _attempt(poging: Poging, zone: str) -> QHBoxLayout:
    """What came of it and when; below it who tried, where, how long it took, and what was answered."""
    row = QHBoxLayout()
    row.setSpacing(8)
    icon, role = ("hourglass-medium", "busy") if not poging.gevolg else _SIGNS.get(poging.gevolg, _DOUBT)
    row.addWidget(Sign(icon, role), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    head = QHBoxLayout()
    head.addWidget(Label(woord_gevolg(poging.gevolg).capitalize()), 1)
    head.addWidget(Label(_when(poging.begonnen_op, zone), "body", "text_2"))
    words.addLayout(head)
    took = "" if poging.duur_ms is None else _("{seconden} s").format(seconden=f"{poging.duur_ms / 1000:.1f}")
    about = " · ".join(part for part in (poging.wie, poging.werkplek, took.replace(".", ",")) if part)
    for text in (about, _answer(poging)):
        if text:
            words.addWidget(Label(text, "small", "text_2", wrap=True))
    row.addLayout(words, 1)
    return row


def _answer(poging: Poging) -> str:
    return zin(WerkplaatsError(poging.reden, **poging.params)).wat if poging.reden else poging.antwoord


def _when(moment: Moment, zone: str) -> str:
    return format(moment.lokaal(zone), "%d-%m-%Y %H:%M")
