"""The kinds of work of a report: chosen from a menu, shown as words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.labels import ElidedLabel
from werkplaats.ui.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Sequence


class Werken(QWidget):
    """``changed`` when one is chosen or taken away; without a list of Car-Pass only the words can be typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bekend: dict[str, str] = {}
        self._codes: list[str] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.button = Button(_("&Werkzaamheden kiezen"), icon="nieuw")
        self._words = ElidedLabel("", "body", "text_2")
        row.addWidget(self.button)
        row.addWidget(self._words, 1)
        self.button.clicked.connect(self._open)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that were chosen, in the order of Car-Pass where it is known."""
        volgorde = [code for code in self._bekend if code in self._codes]
        return (*volgorde, *(code for code in self._codes if code not in self._bekend))

    def show_codes(self, bekend: Sequence[tuple[str, str]], codes: Sequence[str]) -> None:
        """Shows what can be chosen and what is chosen."""
        self._bekend, self._codes = dict(bekend), list(codes)
        self.button.setEnabled(bool(bekend))
        self._say()

    def _say(self) -> None:
        words = ", ".join(f"{code} {self._bekend.get(code, '')}".strip() for code in self.codes)
        empty = _("nog geen gekozen") if self._bekend else _("de lijst komt met Test connectie bij Instellingen")
        self._words.set_text(words or empty)
        self.button.setAccessibleDescription(words or empty)

    def _open(self) -> None:
        menu = Menu(self.button)
        for code, label in self._bekend.items():
            action = menu.add(f"{code} {label}", "akkoord" if code in self._codes else "")
            action.triggered.connect(partial(self._turn, code))
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def _turn(self, code: str) -> None:
        if code in self._codes:
            self._codes.remove(code)
        else:
            self._codes.append(code)
        self._say()
        self.changed.emit()
