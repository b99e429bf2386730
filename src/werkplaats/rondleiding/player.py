"""The person at the counter: presses keys, types, waits for what must come, and reads what stands there.

Keys go to the window that has the focus, as those of a real keyboard do: the window system's queue, shortcuts, Alt
letters and menus included. Waiting turns the event loop until a condition holds.
"""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, TypeVar, cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QWidget

from werkplaats.rondleiding.verslag import GESCAND, GETYPT, Stap
from werkplaats.rondleiding.zien import words_of
from werkplaats.ui.crash_dialog import CrashDialog
from werkplaats.ui.storing import FaultPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QWindow

    from werkplaats.rondleiding.camera import Camera
    from werkplaats.rondleiding.verslag import Verslag

W = TypeVar("W", bound=QWidget)

PATIENCE = 20.0
"""Seconds after which what did not come counts as a fault: a busy computer is none."""

_LOOK_MS = 5
_LOST_LOOKS = 10
"""So often no window has the focus before the last one gets it back: a new one may be about to take it."""

_MOST_TABS = 80
_HUMAN_MS = 120
"""Nobody presses a button sooner after another key; what does is taken for a barcode scanner."""

_PAUSE_MS = 350
"""Before a scan: right behind typing it would count for typing."""

_SCAN_APART_S = 0.06
"""A scanner waits no longer between two signs."""

_MOST_SCANS = 5

_PRESSES = ("Enter", "Space")
_QT_NAMES = {"Enter": "Return", "↓": "Down", "↑": "Up"}


class Stopped(Exception):
    """The tour cannot go on: something that a person must see did not come."""


class Player:
    """Plays one tour, step by step; each verb raises Stopped when the program does not do what it should."""

    def __init__(
        self, app: QGuiApplication, camera: Camera, verslag: Verslag, folder: Path, patience: float = PATIENCE
    ) -> None:
        self._camera = camera
        self._verslag = verslag
        self._folder = folder
        self._patience = patience
        self._chapter = ""
        self._begun = monotonic()
        self._fronts: list[QWindow] = []
        self._remember_front(app.focusWindow())
        self._lost = 0
        self._has_typed = False
        self._app = app
        self._mouse = _Mouse(app)
        app.focusWindowChanged.connect(self._remember_front)

    # The course of the tour.

    def chapter(self, name: str) -> None:
        """Begins a chapter."""
        self._chapter = name
        self._mouse.was_used = False

    def step(self, title: str) -> None:
        """Begins a step; what was done up to now is kept."""
        self._end_step()
        self._verslag.stappen.append(Stap(self._chapter, title))
        self._verslag.write(self._folder)

    def end(self) -> None:
        """Ends the last step, and looks no longer over the shoulder of the application."""
        self._end_step()
        self._verslag.write(self._folder)
        self._app.removeEventFilter(self._mouse)
        self._app.focusWindowChanged.disconnect(self._remember_front)

    def require_keyboard_only(self) -> None:
        """Stops the tour when a mouse was used in this chapter."""
        if self._mouse.was_used:
            raise Stopped(f"in het hoofdstuk {self._chapter} is met de muis gedrukt")

    def look(self, name: str) -> None:
        """Takes a picture of the window in front."""
        self._stap.plaatjes += self._camera.take(self.front(), name)

    # Doing.

    def press(self, *keys: str) -> None:
        """Presses keys one after the other, named as on their caps: ``Ctrl+K``, ``Alt+P``, ``↓``, ``Enter``."""
        for key in keys:
            typed, self._has_typed = self._has_typed, False
            name = "+".join(_QT_NAMES.get(part, part) for part in key.split("+"))
            if key in _PRESSES or (typed and key == "Tab"):
                QTest.qWait(_HUMAN_MS)
            QTest.keySequence(self._focus_window(), QKeySequence(name))
            self._stap.add_key(key)

    def scan(self, code: str) -> None:
        """Holds a barcode scanner before a label: its signs and its Enter come as fast as no hand types."""
        for _try in range(_MOST_SCANS):
            QTest.qWait(_PAUSE_MS)
            before = self.words_of_field()
            if self._type(code) <= _SCAN_APART_S:
                QTest.keySequence(self._focus_window(), QKeySequence("Return"))
                self._has_typed = False
                self._stap.add_key(GESCAND)
                return
            # The computer was too busy with something else: so slow is no scanner.
            QTest.qWait(_PAUSE_MS)
            QTest.keySequence(self._focus_window(), QKeySequence("Ctrl+A"))
            self._type(before)
        raise Stopped("de computer heeft het te druk om een scanner na te doen")

    def write(self, text: str) -> None:
        """Types words, sign by sign."""
        self._type(text)
        self._has_typed = True
        self._stap.add_key(GETYPT)

    def _type(self, text: str) -> float:
        """Types these signs, and says how many seconds lay between those two that were furthest apart."""
        longest, last = 0.0, monotonic()
        for sign in text:
            longest, last = max(longest, monotonic() - last), monotonic()
            shift = Qt.KeyboardModifier.ShiftModifier if sign.isupper() else Qt.KeyboardModifier.NoModifier
            QTest.sendKeyEvent(QTest.KeyAction.Click, self._focus_window(), _key_of(sign), sign, shift)

    def replace(self, text: str) -> None:
        """Types over what stands in the field that has the focus."""
        self.press("Ctrl+A")
        self.write(text)

    def go_to(self, veld: str) -> QWidget:
        """Goes by Tab to the control of that name (of the input value, or as a screen reader says it)."""
        for _tab in range(_MOST_TABS):
            here = self.focus()
            if here is not None and veld in (getattr(here, "veld", ""), here.accessibleName(), _word(here)):
                return here
            self.press("Tab")
        raise Stopped(f"met Tab is '{veld}' niet te bereiken")

    def fill(self, veld: str, text: str) -> None:
        """Goes to a field by Tab and types over what stands there."""
        self.go_to(veld)
        self.replace(text)

    def choose(self, veld: str, word: str) -> None:
        """Goes to a field with a list and walks it by the arrows to the word."""
        self.go_to(veld)
        self.press("Home")
        while word not in self.words_of_field():
            before = self.words_of_field()
            self.press("↓")
            self.expect(self.words_of_field() != before, f"'{word}' staat in de lijst van '{veld}'")

    def choose_item(self, title: str) -> None:
        """Walks up the open menu by the arrows to an item that begins with these words, and takes it."""
        for _step in range(_MOST_TABS):
            QTest.qWait(_HUMAN_MS)
            menu = QApplication.activePopupWidget()
            chosen = menu.activeAction() if isinstance(menu, QMenu) else None
            if chosen is not None and chosen.text().startswith(title):
                self.press("Enter")
                return
            self.press("↑")
        raise Stopped(f"'{title}' is in het menu niet te kiezen")

    def close_window(self) -> None:
        """Closes the window in front, as its cross and Alt+F4 do: those are the desktop's, no key of ours."""
        self.front().close()
        self._stap.add_key("sluit het venster")

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Clicks on a control with the left button, in its middle or at a point of it."""
        place = at or widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self._stap.add_key("klik")

    def find(self, kind: type[W]) -> W:
        """The first control of a kind that can be seen in the window in front."""
        found = next((widget for widget in self.front().findChildren(kind) if widget.isVisible()), None)
        if found is None:
            raise Stopped(f"er is geen {kind.__name__} te zien")
        return found

    def button(self, word: str) -> QAbstractButton:
        """The button with a word on it that can be seen in the window in front."""
        buttons = self.front().findChildren(QAbstractButton)
        found = next((button for button in buttons if button.isVisible() and _word(button) == word), None)
        if found is None:
            raise Stopped(f"er is geen knop '{word}' te zien")
        return found

    # Waiting and reading.

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

    # Inside.

    @property
    def _stap(self) -> Stap:
        return self._verslag.stappen[-1]

    def _end_step(self) -> None:
        now = monotonic()
        if self._verslag.stappen:
            self._stap.seconden = round(now - self._begun, 2)
        self._begun = now

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


class _Mouse(QObject):
    """Notices a press of the mouse."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self.was_used = False
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self.was_used = True
        return False


def _key_of(sign: str) -> Qt.Key:
    """The key of a sign; a sign that no keyboard has a key for comes from no known one."""
    try:
        return Qt.Key(ord(sign.upper()))
    except (TypeError, ValueError):
        return Qt.Key.Key_unknown


def _word(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()).replace("&", "") if callable(text) and not isinstance(widget, QLineEdit) else ""
