"""The product as a person starts it, watched from inside the same process through what its window shows.

The watcher is woken by an event that waits before the program begins; it touches nothing but keys and closing, and
imports nothing that the program does not import for its first paint.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QListView

from werkplaats.__main__ import main
from werkplaats.ui.window import Window

_GIVE_UP_MS = 120_000
_GIVEN_UP = 3
_LIST_MADE = QEvent.Type(QEvent.Type.User + 1)
_LINE = Qt.ItemDataRole.UserRole + 1


class Watcher(QObject):
    """Waits for the program's window, then for its list; what is measured overrides the past-tense methods."""

    window: Window
    lines: QListView

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self._called = False
        self._unpainted = False
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    def event(self, event: QEvent) -> bool:
        """Two words to ourselves: the event loop of the program has begun; the list stands in its card."""
        if event.type() is QEvent.Type.User:
            self.window = next(window for window in QApplication.topLevelWidgets() if isinstance(window, Window))
            self.window.installEventFilter(self)
            self.window.start.card.installEventFilter(self)
            QTimer.singleShot(_GIVE_UP_MS, self, self._give_up)
            self.window_shown()
        elif event.type() == _LIST_MADE:
            self.lines = next(iter(self.window.start.card.findChildren(QListView)))
            self.lines.viewport().installEventFilter(self)
            self.lines.model().modelReset.connect(self._note_lines)
            if self.lines.model().rowCount():
                self._note_lines()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is being painted; the list comes into its card, and later it is being painted."""
        if watched is self.window:
            if event.type() == QEvent.Type.Paint and not self._painted:
                # This comes before the painting; the loop goes round when it is done.
                self._painted = True
                QTimer.singleShot(0, self, self.window_painted)
        elif event.type() == QEvent.Type.Paint and watched is not self.window.start.card and self._unpainted:
            self._unpainted = False
            QTimer.singleShot(0, self, self.list_painted)
        elif event.type() == QEvent.Type.ChildAdded and watched is self.window.start.card and not self._called:
            # A child is not whole yet when it is added. What is posted now comes before any answer to its page.
            self._called = True
            QCoreApplication.postEvent(self, QEvent(_LIST_MADE))
        return super().eventFilter(watched, event)

    def window_shown(self) -> None:
        """The window is shown; it is painted a moment later."""

    def window_painted(self) -> None:
        """The window has been painted for the first time; the program goes on from here."""

    def list_filled(self) -> None:
        """The list holds other lines now; they are painted a moment later."""

    def list_painted(self) -> None:
        """The lines that the list holds have been painted."""

    def shown(self) -> list[int]:
        """The records that the list shows, in their order."""
        model = self.lines.model()
        values: list[Any] = [model.index(place, 0).data(_LINE) for place in range(model.rowCount())]
        return [value.id for value in values if hasattr(value, "id")]

    def searched(self) -> str:
        """The text to which the list is the answer; empty while it shows the day's lines."""
        painter: Any = self.lines.itemDelegate()
        return str(painter.search)

    def _note_lines(self) -> None:
        self._unpainted = True
        self.list_filled()

    @Slot()
    def _give_up(self) -> None:
        QApplication.exit(_GIVEN_UP)


def press(window: Window, text: str) -> None:
    """Types one sign, as the system hands it to a window: it goes wherever the focus is."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key(ord(text.upper())), Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.postEvent(window.windowHandle(), event)


def run() -> int:
    """The program itself, by its own door."""
    sys.argv = ["werkplaats"]
    return main()
