"""The person at the counter: presses keys, types, waits for what must come, and reads what stands there.

Keys go to the window that has the focus, as those of a real keyboard do: the window system's queue, shortcuts, Alt
letters and menus included. Waiting turns the event loop until a condition holds.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget

from werkplaats.rondleiding.ogen import PATIENCE, Eyes, Stopped
from werkplaats.rondleiding.verslag import GESCAND, GETYPT, Stap

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QPoint

    from werkplaats.rondleiding.camera import Camera
    from werkplaats.rondleiding.verslag import Verslag

W = TypeVar("W", bound=QWidget)

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


class Player(Eyes):
    """Plays one tour, step by step; each verb raises Stopped when the program does not do what it should."""

    def __init__(
        self, app: QGuiApplication, camera: Camera, verslag: Verslag, folder: Path, patience: float = PATIENCE
    ) -> None:
        super().__init__(app, patience)
        self._camera = camera
        self._verslag = verslag
        self._folder = folder
        self._chapter = ""
        self._begun = monotonic()
        self._has_typed = False
        self._mouse = _Mouse(app)

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
            name = "+".join(_QT_NAMES.get(part, part) for part in key.split("+"))
            if key in _PRESSES or (self._has_typed and key == "Tab"):
                # A shortcut in between is no pause: Ins right behind a word, and Tab right behind that, is one burst.
                QTest.qWait(_HUMAN_MS)
                self._has_typed = False
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
        return longest

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

    # Inside.

    @property
    def _stap(self) -> Stap:
        return self._verslag.stappen[-1]

    def _end_step(self) -> None:
        now = monotonic()
        if self._verslag.stappen:
            self._stap.seconden = round(now - self._begun, 2)
        self._begun = now


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
