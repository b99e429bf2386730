"""The bar at the bottom of a dialog: other doors left, the main button and Annuleren right; or one question."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.theme import set_letter, set_look, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARGIN = 12


class ButtonBar(QFrame):
    """Never scrolls away. ``cancelled`` is Annuleren; a question takes the whole bar until it is answered."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, box="bar")
        self.main_button: Button | None = None
        self.cancel_button = Button(_("Annuleren"), key=tokens().key["terug"])
        self.cancel_button.clicked.connect(self.cancelled)
        self.doors = QWidget()
        self._doors = _row(self.doors)
        self._state = QLabel()
        set_letter(self._state, "small")
        set_look(self._state, role="text_2")
        self._right = _row()
        self._right.addWidget(self.cancel_button)
        self._question: QWidget | None = None
        buttons = QWidget()
        row = _row(buttons)
        row.setContentsMargins(16, _MARGIN, 24, _MARGIN)
        row.addWidget(self.doors)
        row.addWidget(self._state)
        row.addStretch()
        row.addLayout(self._right)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(buttons)
        self._fit()
        theme().changed.connect(self._fit)

    def add_door(self, button: Button) -> None:
        """Adds a quiet button at the left: another door of this dialog."""
        self._doors.addWidget(button)
        self._order_tabs()

    def set_main(self, button: Button) -> None:
        """Gives the bar its one main button."""
        self.main_button = button
        self._right.insertWidget(0, button)
        self._order_tabs()

    def add_way_out(self, button: Button) -> None:
        """Adds a side way out, between the main button and Annuleren."""
        self._right.insertWidget(self._right.count() - 1, button)
        self._order_tabs()

    def name_cancel(self, text: str) -> None:
        """Calls the last button otherwise: ``Sluiten`` where there is nothing to undo."""
        self.cancel_button.setText(text)

    def say(self, sentence: str) -> None:
        """Says at the left, in grey, how things stand: ``1 wijziging nog niet opgeslagen``."""
        self._state.setText(sentence)

    @property
    def state(self) -> str:
        """What it says at the left."""
        return self._state.text()

    @property
    def is_asking(self) -> bool:
        """Whether a question stands in the bar."""
        return self._question is not None

    def ask(self, sentence: str, answers: Sequence[QWidget]) -> None:
        """Puts a question in the place of the buttons; the first answer gets the focus."""
        self.withdraw()
        self._question = QWidget()
        row = _row(self._question)
        row.setContentsMargins(24, _MARGIN, 24, _MARGIN)
        words = QLabel(sentence)
        set_letter(words, "strong")
        row.addWidget(words)
        row.addStretch()
        for answer in answers:
            answer.setAccessibleDescription(sentence)
            row.addWidget(answer)
        self._stack.addWidget(self._question)
        self._stack.setCurrentWidget(self._question)
        answers[0].setFocus()

    def withdraw(self) -> None:
        """Takes the question away; the buttons are back."""
        if self._question is not None:
            self._stack.removeWidget(self._question)
            self._question.deleteLater()
            self._question = None
            self._stack.setCurrentIndex(0)

    def _order_tabs(self) -> None:
        """Tab goes from left to right, in whatever order a dialog adds its buttons."""
        items = [row.itemAt(at) for row in (self._doors, self._right) for at in range(row.count())]
        buttons = [button for item in items if item is not None and (button := item.widget()) is not None]
        for before, after in pairwise(buttons):
            self.setTabOrder(before, after)

    def _fit(self) -> None:
        self.setFixedHeight(theme().size("button") + 2 * _MARGIN + 1)


def _row(parent: QWidget | None = None) -> QHBoxLayout:
    row = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    return row
