"""The field of who works on a card: it proposes the mechanics by name, also the second one in ``Dennis en Ali``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from werkplaats.domain.monteurwerk import last_name, unknown_names
from werkplaats.errors import Bevinding, Ernst
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.theme import set_look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MonteurVeld(TextField):
    """Anybody may be typed; who is no mechanic of this garage is remarked upon, for no screen shows him the card."""

    def __init__(self, veld: str) -> None:
        super().__init__(veld, "m")
        self._names: tuple[str, ...] = ()
        self._completer = _Names((), self)
        self.left.connect(self.judge)

    def suggest(self, names: Iterable[str]) -> None:
        """Knows these mechanics from now on."""
        self._names = tuple(names)
        self._completer = _Names(self._names, self)
        self.setCompleter(self._completer)
        self.judge()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the first proposal when none was chosen; without one it is the window's."""
        popup = self._completer.popup()
        shown = popup is not None and popup.isVisible() and not popup.currentIndex().isValid()
        if popup is not None and shown and event.key() in _ENTER:
            self._completer.setCurrentRow(0)
            self.setText(self._completer.currentCompletion())
            popup.hide()
            return
        super().keyPressEvent(event)

    def judge(self) -> None:
        """Says of a name that it is nobody's, where one is."""
        unknown = unknown_names(self.value(), self._names) if self._names else ()
        params = {"naam": ", ".join(unknown)}
        self.set_finding(Bevinding(self.veld, "MONTEUR_ONBEKEND", Ernst.MELDING, params) if unknown else None)


class _Names(QCompleter):
    """Completes the name that is typed now, and leaves those before it as they are."""

    def __init__(self, names: tuple[str, ...], field: TextField) -> None:
        super().__init__(field)
        self._field = field
        self.setModel(QStringListModel(list(names), self))
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = self.popup()
        if popup is not None:
            set_look(popup, list="popup")

    def splitPath(self, path: str) -> list[str]:
        """What is looked for: the last name."""
        return [last_name(path)[1]]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What stands in the field when one is chosen."""
        return last_name(self._field.text())[0] + str(index.data())
