"""What is to be said about a report as a whole: a sign, a word, a sentence, and a button where one press mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.ui.button import Button
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.sign import Sign
from werkplaats.ui.theme import set_look, show_when

if TYPE_CHECKING:
    from collections.abc import Callable

_SIGNS = {"error": "warning-octagon", "warn": "warning", "info": "info", "ok": "check-circle"}


class Oordeel(QFrame):
    """Red where something is an anomaly, blue where there is only something to know."""

    def __init__(self) -> None:
        super().__init__()
        set_look(self, box="info")
        self._sign = Sign("info", "info", fill=True)
        self._title = Label("", "strong")
        self._words = Label("", "body")
        self._words.setWordWrap(True)
        self._act: Callable[[], None] | None = None
        self.button = Button("", icon="arrow-bend-down-left")
        self.button.clicked.connect(self._press)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(part for part in (self._title.text(), self._words.text()) if part)

    def say(self, kind: str, title: str, words: str, mend: str = "", act: Callable[[], None] | None = None) -> None:
        """Says how it stands; ``mend`` is what the button does."""
        changed = (self._title.text(), self._words.text()) != (title, words)
        self._sign.set_sign(_SIGNS[kind], kind, fill=True)
        self._title.setText(title)
        show_when(self._title, bool(title))
        self._words.setText(words)
        show_when(self._words, bool(words))
        self._act = act
        self.button.setText(mend)
        show_when(self.button, act is not None)
        set_look(self, box=kind)
        self.setAccessibleName(self.text)
        if changed and kind == "error":
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _press(self) -> None:
        if self._act is not None:
            self._act()


class MeldingHoofd(QFrame):
    """The head of the window; it turns red, with a sign and words, when one is late or the number is odd."""

    def __init__(self, head: QWidget) -> None:
        super().__init__()
        set_look(self, box="page")
        self._sign = Sign("warning-octagon", "error", fill=True)
        self._words = ElidedLabel("", "strong", "error")
        self._late = QWidget()
        told = QHBoxLayout(self._late)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self._sign)
        told.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 16, 4)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(self._late)
        self._late.hide()

    @property
    def text(self) -> str:
        """What it says in red; empty while it does not."""
        return "" if self._late.isHidden() else self._words.accessibleName()

    def warn(self, words: str) -> None:
        """Turns red with these words; none of them: it is as always."""
        self._words.set_text(words)
        self._late.setVisible(bool(words))
        set_look(self, box="error" if words else "page")
