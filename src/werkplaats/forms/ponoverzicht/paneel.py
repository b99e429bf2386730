"""Beside the planning: the chosen order with what the rules say of its plate, and the button that requests it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from werkplaats.forms.order.toelichting import Toelichting
from werkplaats.ui.button import Button
from werkplaats.ui.cards import HairLine
from werkplaats.ui.labels import ElidedLabel, Label, NoteLine
from werkplaats.ui.lijst.paneel import ListPane
from werkplaats.ui.theme import show_when
from werkplaats.ui.work import Latest
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from werkplaats.domain.pon_planning import PlanRegel
    from werkplaats.domain.pon_uitleg import Uitleg
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.entries import Action

_BUTTONS = ("versturen", "handshake")
"""Which of the actions stand here, the first as the main one."""


class PlanPaneel(ListPane):
    """``actions`` are what can be done with a line; the explanation is asked in the background."""

    def __init__(self, toegang: Toegang, actions: Callable[[PlanRegel], Sequence[Action]]) -> None:
        super().__init__()
        self._toegang, self._actions = toegang, actions
        self._line: PlanRegel | None = None
        self._ask = Latest(toegang.background, self)
        self._car = Label("", "subtitle", wrap=True)
        self._vin, self._who = Label("", "body", code=True), ElidedLabel("", "body", "text_2")
        self._explanation, self._note = Toelichting(), NoteLine(letter="body")
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._car)
        column.addWidget(self._vin)
        column.addWidget(self._who)
        column.addLayout(self._buttons)
        column.addWidget(HairLine())
        column.addWidget(self._note)
        column.addWidget(self._explanation)
        column.addStretch()
        self.hold(self._inside)

    def show_line(self, line: PlanRegel | None) -> None:
        before, self._line = self._line, line
        show_when(self._inside, line is not None)
        if line is None:
            return
        self._car.setText(line.omschrijving)
        self._vin.setText(line.chassisnummer)
        self._who.set_text(" · ".join(part for part in (line.nummer, line.relatie) if part))
        if before is None or before.id != line.id or before.plan.groep is not line.plan.groep:
            self._offer(line)
            # What stood here was of another order: until the answer is there, nothing.
            show_when(self._explanation, False)
        toegang = self._toegang
        call = partial(toegang.verkoop.orders.explain_order, toegang.wie, line.id)
        self._ask.ask(call, partial(self._show, line.id), self._fail)

    def _show(self, nummer: int, uitleg: Uitleg) -> None:
        if self._line is not None and self._line.id == nummer:
            self._note.fall_silent()
            self._explanation.show_explanation(uitleg)
            show_when(self._explanation, True)

    def _fail(self, problem: WerkplaatsError) -> None:
        self._note.say("warn", zin(problem).wat)

    def _offer(self, line: PlanRegel) -> None:
        clear(self._buttons)
        by_sign = {action.icon: action for action in self._actions(line)}
        for sign in _BUTTONS:
            if sign in by_sign:
                add_act(self._buttons, by_sign[sign], line.id)


def add_act(column: QVBoxLayout, action: Action, nummer: int) -> None:
    """Adds the button of an action over the whole width; the first one is the main one."""
    button = Button(action.title, icon=action.icon, key=action.key, kind="normal" if column.count() else "main")
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.clicked.connect(lambda _checked=False: action.run(nummer))
    column.addWidget(button)


def clear(column: QVBoxLayout) -> None:
    """Takes everything out of a column."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            show_when(widget, False)
            widget.deleteLater()
