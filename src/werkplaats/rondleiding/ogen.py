"""What a person at the screen sees and waits for: windows, words, the control that has the focus.

Waiting turns the event loop until a condition holds.
"""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, TypeVar, cast

import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from werkplaats.rondleiding.zien import words_of
from werkplaats.ui.crash_dialog import CrashDialog
from werkplaats.ui.storing import FaultPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow

W = TypeVar("W", bound=QWidget)

PATIENCE = 20.0
"""Seconds after which what did not come counts as a fault: a busy computer is none."""

_LOOK_MS = 5
_LOST_LOOKS = 10
"""So often no window has the focus before the last one gets it back: a new one may be about to take it."""


class Stopped(Exception):
    """The tour cannot go on: something that a person must see did not come."""


class Eyes:
    """Looks at the windows of an application; each verb raises Stopped when what must be seen does not come."""

    def __init__(self, app: QGuiApplication, patience: float = PATIENCE) -> None:
        self._app = app
        self._patience = patience
        self._lost = 0
        self._fronts: list[QWindow] = []
        self._remember_front(app.focusWindow())
        app.focusWindowChanged.connect(self._remember_front)

    def wait_for(self, condition: Callable[[], bool], what: str, patience: float = 0) -> None:
        """Turns the event loop until the condition holds; ``what`` says in words what should have come.

        ``patience`` in seconds is for what may take long: usually the player knows how long he waits.
        """
        patience = patience or self._patience
        end = monotonic() + patience
        while not condition():
            self._mind_fault()
            if monotonic() > end:
                raise Stopped(f"na {patience:.0f} s nog niet gezien: {what}")
            QTest.qWait(_LOOK_MS)
        self._mind_fault()

    def see(self, *texts: str) -> None:
        """Waits until these words stand in the window in front (or in its open menu)."""
        for text in texts:
            self.wait_for(partial(self.reads, text), f"'{text}'")

    def see_no(self, text: str) -> None:
        """Waits until these words are gone."""
        self.wait_for(lambda: not self.reads(text), f"dat '{text}' weg is")

    def reads(self, text: str) -> bool:
        """Whether these words stand there now."""
        return text in self.words()

    def expect(self, holds: bool, what: str) -> None:
        """Stops the tour when something does not hold; ``what`` says in words what should."""
        if not holds:
            raise Stopped(f"niet waar: {what}")

    def words(self) -> str:
        """What can be read in the window in front and in what pops up over it."""
        popup = QApplication.activePopupWidget()
        return "\n".join(words_of(widget) for widget in (self.front(), popup) if widget is not None)

    def front(self) -> QWidget:
        """The window in front; a menu belongs to the window that it hangs on."""
        active = QApplication.activeWindow()
        if active is None:
            self._focus_window()
            active = QApplication.activeWindow()
        if active is None:
            raise Stopped("er is geen venster meer")
        return active

    def window(self, kind: type[W], title: str = "") -> W:
        """Waits until a window of this kind is in front, ready with its work, and gives it."""
        name = title or kind.__name__
        self.wait_for(lambda: isinstance(self.front(), kind) and title in self.front().windowTitle(), f"venster {name}")
        front = self.front()
        self.wait_for(lambda: not getattr(front, "is_busy", False), f"dat venster {name} klaar is")
        return cast("W", front)

    def focus(self) -> QWidget | None:
        """The control that has the focus."""
        return QApplication.focusWidget()

    def can_choose(self, title: str) -> bool:
        """Whether an item of the open menu can be chosen."""
        menu = QApplication.activePopupWidget()
        actions = menu.actions() if menu is not None else []
        return any(action.isEnabled() for action in actions if action.text().partition("\t")[0] == title)

    def see_focus(self, veld: str) -> None:
        """Waits until a field has the focus."""
        self.wait_for(lambda: getattr(self.focus(), "veld", "") == veld, f"de cursor in '{veld}'")

    def words_of_field(self) -> str:
        """What stands in the field that has the focus."""
        match self.focus():
            case QLineEdit() as line:
                return line.text()
            case QComboBox() as combo:
                return combo.currentText()
            case _:
                return ""

    def _focus_window(self) -> QWindow:
        """The window that takes keys; after one was closed the one before it, as a desktop does."""
        self.wait_for(lambda: self._activate() is not None, "een venster dat toetsen aanneemt")
        return QGuiApplication.focusWindow()

    def _activate(self) -> QWindow | None:
        # Qt's own description forgets that there may be none.
        focused = cast("QWindow | None", QGuiApplication.focusWindow())
        self._lost = 0 if focused is not None else self._lost + 1
        if self._lost > _LOST_LOOKS:
            self._fronts = [window for window in self._fronts if shiboken6.isValid(window) and window.isVisible()]
            if self._fronts:
                self._fronts[-1].requestActivate()
        return focused

    def _remember_front(self, window: QWindow | None) -> None:
        if window is not None:
            self._fronts = [*(other for other in self._fronts if other is not window), window]

    def _mind_fault(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, CrashDialog):
                raise Stopped(f"het programma meldt een fout van zichzelf: {' '.join(window.report.split())}")
            page = window.findChild(FaultPage) if window.isVisible() else None
            if page is not None:
                raise Stopped(f"het programma kan niet beginnen: {' '.join(words_of(page).split())}")
