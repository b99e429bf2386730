"""What a window does while its call is under way: input is held at once, the window says so only when it takes long."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_HELD = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.Shortcut,
        QEvent.Type.InputMethod,
    }
)


class Busy(QObject):
    """Holds the inputs of a window from the first moment, so that nothing is typed that would not be saved.

    They turn grey only after 300 ms (``shown``): a quick save does not flicker. ``slow`` follows after a second.
    """

    shown = Signal()
    slow = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._inputs: Sequence[QWidget] = ()
        self._focus: QWidget | None = None
        self._application = cast("QApplication", QApplication.instance())
        self.is_on = False
        self._wait = self._timer(tokens().time_ms["busy_after"], self._show)
        self._long = self._timer(tokens().time_ms["progress_after"], self._tell_slow)

    def start(self, inputs: Sequence[QWidget]) -> None:
        """Holds these parts of the window until ``end``."""
        self.is_on = True
        self._inputs = inputs
        self._application.installEventFilter(self)
        self._wait.start()
        self._long.start()

    def end(self) -> None:
        """Gives the inputs back, with the focus where it was."""
        self.is_on = False
        self._wait.stop()
        self._long.stop()
        self._application.removeEventFilter(self)
        for part in self._inputs:
            part.setEnabled(True)
        if self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.setFocus()
        self._focus = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in _HELD and isinstance(watched, QWidget) and self._holds(watched)

    def _holds(self, widget: QWidget) -> bool:
        return any(part is widget or part.isAncestorOf(widget) for part in self._inputs)

    def _show(self) -> None:
        focus = QApplication.focusWidget()
        self._focus = focus if focus is not None and self._holds(focus) else None
        for part in self._inputs:
            part.setEnabled(False)
        self.shown.emit()

    def _tell_slow(self) -> None:
        self.slow.emit()

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer
