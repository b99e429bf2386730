"""The kinds of work of a report: chosen from a menu, shown as chips of which a press takes one away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.labels import ElidedLabel
from werkplaats.ui.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROOM = 34
"""So many signs of two chips fit beside each other in the column of the fields."""


class Werken(QWidget):
    """``changed`` when one is chosen or taken away; without a list of Car-Pass only the words can be typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bekend: dict[str, str] = {}
        self._codes: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column.addLayout(self._lines)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.button = Button(_("&Werkzaamheden kiezen"), icon="nieuw", kind="small")
        self._words = ElidedLabel("", "small", "text_2")
        row.addWidget(self.button)
        row.addWidget(self._words, 1)
        column.addLayout(row)
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
        while (line := self._lines.takeAt(0)) is not None:
            widget = line.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for codes in self._rows():
            self._lines.addWidget(self._row(codes))
        words = ", ".join(map(self._name, self.codes))
        empty = "" if self._bekend else _("de lijst komt met Test connectie bij Instellingen")
        self._words.set_text("" if words else empty)
        self.button.setAccessibleDescription(words or _("nog geen gekozen"))

    def _name(self, code: str) -> str:
        if self._bekend and code not in self._bekend:
            return _("{code} (kent Car-Pass niet meer)").format(code=code)
        return f"{code} {self._bekend.get(code, '')}".strip()

    def _rows(self) -> Iterator[list[str]]:
        row: list[str] = []
        for code in self.codes:
            if row and sum(len(self._name(other)) for other in (*row, code)) > _ROOM:
                yield row
                row = []
            row.append(code)
        if row:
            yield row

    def _row(self, codes: Sequence[str]) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for code in codes:
            chip = Button(self._name(code), icon="sluiten", kind="small")
            chip.setAccessibleName(_("{werk} weghalen").format(werk=self._name(code)))
            chip.clicked.connect(partial(self._turn, code))
            row.addWidget(chip)
        row.addStretch()
        return line

    def _open(self) -> None:
        menu = Menu(self.button)
        for code, label in self._bekend.items():
            action = menu.add(f"{code} {label}", "akkoord" if code in self._codes else "")
            action.triggered.connect(partial(self._turn, code))
        menu.open_once(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def _turn(self, code: str, _checked: bool = False) -> None:
        if code in self._codes:
            self._codes.remove(code)
        else:
            self._codes.append(code)
        self._say()
        self.button.setFocus()
        self.changed.emit()
