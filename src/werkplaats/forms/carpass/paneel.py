"""Beside the overview: the chosen report with both readings, what is wrong, what can be done, and what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import km_text
from werkplaats.domain.kmverloop import make_verloop
from werkplaats.domain.melding import AANDACHT
from werkplaats.forms.carpass.oordeel import Oordeel
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.cards import HairLine
from werkplaats.ui.kmlijn import KmLijn
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.lijst.paneel import ListPane
from werkplaats.ui.plate import Plate
from werkplaats.ui.theme import set_look, show_when, theme
from werkplaats.ui.work import Latest
from werkplaats.zinnen import zin
from werkplaats.zinnen.carpass import woord_gebeurtenis, woord_issue, woord_melding, woord_vrijstelling, zin_stand

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from werkplaats.domain.melding import Gebeurtenis, Melding, MeldingRegel
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.entries import Action
    from werkplaats.usecases.carpass import MeldingBlik

_MOST = 12
_LOW = 640


class MeldingPaneel(ListPane):
    """``actions`` are what can be done with a line; their buttons stand here as in the line itself."""

    def __init__(self, toegang: Toegang, actions: Callable[[MeldingRegel], Sequence[Action]]) -> None:
        super().__init__()
        self._toegang, self._actions = toegang, actions
        self._line: MeldingRegel | None = None
        self._ask = Latest(toegang.background, self)
        self._plate, self._car, self._owner = Plate("head"), Label("", "subtitle"), ElidedLabel("", "body", "text_2")
        self._oordeel = Oordeel()
        self._vorige, self._deze = _Stand(_("Vorige stand")), _Stand(_("Deze melding"))
        self._buttons, self._verloop, self._chart = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._verloop.setSpacing(6)
        self._lay_out()

    def show_line(self, line: MeldingRegel | None) -> None:
        """Shows a line of the list; the rest of it is asked in the background."""
        before, self._line = self._line, line
        self._inside.setVisible(line is not None)
        if line is None:
            return
        if before is None or before.id != line.id:
            self._forget(line)
        self._plate.show_plate(line.kenteken, "")
        self._car.setText(line.auto)
        self._owner.set_text(line.eigenaar)
        self._offer(line)
        toegang = self._toegang
        self._ask.ask(partial(toegang.carpass.look, toegang.wie, line.id), partial(self._show, line.id), self._fail)

    def _show(self, nummer: int, blik: MeldingBlik) -> None:
        melding = blik.melding
        if melding is None or self._line is None or self._line.id != nummer:
            return
        wrong = melding.staat in AANDACHT
        vorige = melding.issue.vorige_stand if melding.issue and melding.issue.vorige_stand else melding.vorige_km
        dag = melding.issue.vorige_datum if melding.issue and melding.issue.vorige_datum else melding.vorige_datum
        self._vorige.show_reading(vorige, dag)
        self._deze.show_reading(melding.km, melding.invoer.datum, wrong=wrong)
        kind, title, words = _judgement(melding, vorige)
        self._oordeel.say(kind, title, words)
        _empty(self._chart)
        verloop = make_verloop(blik.standen)
        if len(verloop.punten) > 1:
            self._chart.addWidget(KmLijn(verloop))
        self._tell(blik.verloop)

    def _forget(self, line: MeldingRegel) -> None:
        """What stood here was of another report: until the answer is there, only what the line itself says."""
        self._vorige.show_reading(line.vorige_km, None)
        self._deze.show_reading(line.km, line.datum, wrong=line.staat in AANDACHT)
        self._oordeel.say("warn" if line.staat in AANDACHT else "info", woord_melding(line.staat.value), "")
        _empty(self._chart)
        _empty(self._verloop)

    def _tell(self, verloop: Sequence[Gebeurtenis]) -> None:
        _empty(self._verloop)
        zone = self._toegang.wie.zone
        for een in verloop[-_MOST:]:
            self._verloop.addWidget(_happened(een, f"{een.moment.lokaal(zone):%d-%m %H:%M}"))

    def _offer(self, line: MeldingRegel) -> None:
        _empty(self._buttons)
        for at, action in enumerate(self._actions(line)):
            button = Button(action.title, icon=action.icon, key=action.key, kind="normal" if at else "main")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.align_left()
            button.clicked.connect(lambda _checked=False, run=action.run: run(line.id))
            self._buttons.addWidget(button)

    def _fail(self, problem: WerkplaatsError) -> None:
        sentence = zin(problem)
        self._oordeel.say("warn", sentence.wat, sentence.doe)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        column = self._column = QVBoxLayout(self._inside)
        column.addWidget(self._plate, 0, Qt.AlignmentFlag.AlignLeft)
        whose = QVBoxLayout()
        whose.setSpacing(2)
        whose.addWidget(self._car)
        whose.addWidget(self._owner)
        column.addLayout(whose)
        column.addWidget(self._oordeel)
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addWidget(self._vorige)
        both.addWidget(self._deze)
        column.addLayout(both)
        column.addLayout(self._chart)
        column.addLayout(self._buttons)
        column.addWidget(HairLine())
        column.addWidget(Label(_("Wat er gebeurde"), "strong"))
        column.addLayout(self._verloop)
        column.addStretch()
        self.hold(self._inside)
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """In a low window the parts stand closer, so that what happened begins in sight."""
        low = self.height() < theme().px(_LOW)
        above = 12 if low else 16
        self._column.setContentsMargins(20, above, 20, above)
        self._column.setSpacing(8 if low else 12)
        self._buttons.setSpacing(4 if low else 8)


class _Stand(QFrame):
    """A reading in a quiet box, with its day."""

    def __init__(self, title: str) -> None:
        super().__init__()
        set_look(self, box="note")
        self._km, self._day = Label("", "title"), Label("", "small", "text_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(Label(title, "small", "text_2"))
        column.addWidget(self._km)
        column.addWidget(self._day)

    def show_reading(self, km: int | None, dag: date | None, *, wrong: bool = False) -> None:
        """Shows a reading, red where it is the one that is doubted."""
        self._km.setText(km_text(km) if km is not None else "\N{EN DASH}")
        set_look(self._km, role="error" if wrong else "text")
        self._day.setText(datum_tekst(dag))


def _happened(een: Gebeurtenis, when: str) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    upper = QHBoxLayout()
    upper.addWidget(ElidedLabel(woord_gebeurtenis(een.code, een.naar.value)), 1)
    upper.addWidget(Label(when, "small", "text_2"))
    column.addLayout(upper)
    below = " · ".join(word for word in (woord_issue(een.tekst) if een.tekst else "", een.wie) if word)
    column.addWidget(ElidedLabel(below, "small", "text_2"))
    return part


def _judgement(melding: Melding, vorige: int | None) -> tuple[str, str, str]:
    """How it stands, as kind, word and sentence."""
    issue = melding.issue
    state = woord_melding(melding.staat.value)
    if issue is not None:
        title = woord_issue(issue.code or issue.tekst)
        lower = vorige - melding.km if vorige is not None and melding.km is not None else 0
        words = _("{km} km lager dan de vorige stand.").format(km=km_text(lower)) if lower > 0 else issue.tekst
        return "error", title, words if words != title else ""
    if melding.reden is not None:
        return "info", state, melding.toelichting or woord_vrijstelling(melding.reden.value)
    words = " ".join(zin_stand(melding.staat.value, melding.toelichting, melding.status))
    return ("warn" if melding.staat in AANDACHT else "info"), state, words.strip()


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            show_when(widget, False)
            widget.deleteLater()
