"""The field for a list of words: add, remove, move up and down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.fields.base import FieldBase, Remarks
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.labels import Label
from werkplaats.ui.table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

_ROWS = 9


class _Entry(TextField):
    """The line in which the next word is typed: Enter adds it, and never does anything else."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.entered.emit()
            return
        super().keyPressEvent(event)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class ListField(FieldBase, QWidget):
    """A list of words, in an order of one's own; a word that is there already is not added twice.

    ``what`` names one word ("optie") for who cannot see the field. What stands in the line and was not added yet
    belongs to the value too: nothing that was typed is lost at a save.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, veld: str, title: str, entry_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.veld = veld
        self.remarks = Remarks(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words: list[str] = []
        self.entry = _Entry(f"{veld}_nieuw", None)
        self.entry.setAccessibleName(entry_name)
        self.entry.setPlaceholderText(entry_name)
        self.add = Button(_("Toevoegen"), icon="nieuw", key="Enter")
        self.up = Button(_("Omhoog"), icon="arrow-up", key="Alt+↑", kind="quiet")
        self.down = Button(_("Omlaag"), icon="arrow-down", key="Alt+↓", kind="quiet")
        self.remove = Button(_("Weghalen"), icon="wissen", key="Del", kind="quiet")
        self.table = Table((Column(title),), indent=12)
        self.table.setAccessibleName(title)
        self._count = Label("", "small", "text_2")
        self._lay_out()
        self._connect()
        self._show()

    def value(self) -> tuple[str, ...]:
        """The words in their order, with the one that stands in the line."""
        typed = self._typed()
        return (*self._words, typed) if typed and not self._has(typed) else tuple(self._words)

    def set_value(self, value: tuple[str, ...], /) -> None:
        """Shows a list."""
        self._words = list(value)
        self.entry.clear()
        self._show()

    def suggest(self, words: Iterable[str]) -> None:
        """Proposes words while one types, whatever part of them is typed; another one may be typed too."""
        completer = QCompleter(list(words), self.entry)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.entry.setCompleter(completer)

    def set_read_only(self, read_only: bool) -> None:
        """A list that is only read can still be gone through."""
        for part in (self.entry, self.add, self.up, self.down, self.remove):
            part.setVisible(not read_only)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.entry, 1)
        line.addWidget(self.add)
        column.addLayout(line)
        self.table.setFixedHeight(self.table.height_for_rows(_ROWS))
        column.addWidget(self.table)
        below = QHBoxLayout()
        below.setSpacing(8)
        for button in (self.up, self.down, self.remove):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self._count)
        column.addLayout(below)
        self.setFocusProxy(self.entry)

    def _connect(self) -> None:
        self.entry.entered.connect(self._add)
        self.entry.changed.connect(self.changed)
        self.entry.left.connect(self.left)
        self.add.clicked.connect(self._add)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.table.chosen.connect(self._fit)
        for keys, button in (("Alt+Up", self.up), ("Alt+Down", self.down), ("Del", self.remove)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(button.click)

    def _typed(self) -> str:
        return " ".join(self.entry.text().split())

    def _has(self, word: str) -> bool:
        return word.casefold() in (other.casefold() for other in self._words)

    def _add(self) -> None:
        typed = self._typed()
        if not typed:
            return
        if not self._has(typed):
            self._words.append(typed)
        at = [other.casefold() for other in self._words].index(typed.casefold())
        self.entry.clear()
        self._changed(at)

    def _move(self, by: int) -> None:
        at = self.table.chosen_row()
        if at >= 0 and 0 <= at + by < len(self._words):
            self._words.insert(at + by, self._words.pop(at))
            self._changed(at + by)

    def _remove(self) -> None:
        at = self.table.chosen_row()
        if at >= 0:
            del self._words[at]
            self._changed(min(at, len(self._words) - 1))

    def _changed(self, at: int) -> None:
        self._show()
        if at >= 0:
            self.table.selectRow(at)
        self.changed.emit()
        self.left.emit()

    def _show(self) -> None:
        self.table.set_rows([(Cell(word),) for word in self._words])
        count = len(self._words)
        self._count.setText(ngettext("{n} regel", "{n} regels", count).format(n=count) if count else "")
        self._fit()

    def _fit(self) -> None:
        at, count = self.table.chosen_row(), len(self._words)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < count - 1)
        self.remove.setEnabled(0 <= at < count)
