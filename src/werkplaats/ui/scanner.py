"""The barcode scanner: a burst of signs in any field, or none, is a code and no typing; it presses nothing.

Signs for a text field are shown at once and taken back out when they turn out to be a code. Signs for anything else (a
list, a box, a menu, where they choose something) wait until it is clear that a person pressed them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from werkplaats.domain.scancode import is_known_shape
from werkplaats.ui.burst import APART_MS, Burst
from werkplaats.ui.textplace import text_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from werkplaats.ui.textplace import TextPlace

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_HELD_DOWN = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_AltGr)
"""A scanner presses these around its signs, as a hand does: they say nothing by themselves."""

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def moment_of(event: QKeyEvent) -> int:
    """When the key was pressed, in ms: that of the window system, since a busy window reads its keys later, at once."""
    return event.timestamp()


class Scanner(QObject):
    """Watches the keys of every window of this application; ``scanned`` gives the text of a code.

    ``is_on`` is asked at each first sign: who has no scanner turns it off.
    """

    scanned = Signal(str)

    def __init__(
        self, is_on: Callable[[], bool], parent: QObject, moment: Callable[[QKeyEvent], int] = moment_of
    ) -> None:
        super().__init__(parent)
        self._is_on = is_on
        self._moment = moment
        self._burst = Burst()
        self._places: dict[int, TextPlace] = {}
        self._is_handing_over = False
        self._held: list[tuple[QWindow, QKeyEvent]] = []
        self._scanned_at: int | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(APART_MS)
        self._wait.timeout.connect(self._hand_over)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Keys come to a window once each, before anything in it: shortcuts of the whole application apart."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not isinstance(window, QWindow):
            return False
        return not self._is_handing_over and self._pressed(window, event)

    def _watch(self, window: QWindow | None) -> None:
        """Only windows with the focus get keys, and their other events are few: the application has too many."""
        if window is not None:
            window.installEventFilter(self)

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        at = self._moment(event)
        if event.key() in _HELD_DOWN:
            return False
        if event.modifiers() & _COMMANDS or event.isAutoRepeat():
            self._break()
            return False
        if event.key() in _ENDS:
            return self._end(at)
        if len(event.text()) == 1 and event.text().isprintable():
            return self._sign(window, event, at)
        self._break()
        return False

    def _sign(self, window: QWindow, event: QKeyEvent, at: int) -> bool:
        if not self._burst.goes_on(at):
            self._hand_over()
            self._places.clear()
        self._scanned_at = None
        if not self._is_on():
            return False
        self._burst.add(event.text(), at)
        target = _target()
        place = text_place(target)
        if place is not None:
            self._places.setdefault(id(target), place)
            return False
        if event.key() == Qt.Key.Key_Space and not self._held:
            # No code begins with a space; a hand on a box or a button does.
            return False
        self._held.append((window, _copy(event)))
        self._wait.start()
        return True

    def _end(self, at: int) -> bool:
        if self._scanned_at is not None and at - self._scanned_at <= APART_MS:
            # Some scanners end with two keys.
            return True
        code = self._burst.ended(at)
        if not code or (self._is_hidden and not is_known_shape(code)):
            self._break()
            return False
        self._held.clear()
        for place in self._places.values():
            place.put_back()
        self._break()
        self._scanned_at = at
        _close_popups()
        self.scanned.emit(code)
        return True

    @property
    def _is_hidden(self) -> bool:
        """Whether it came into a field whose signs nobody may read: a password manager types as fast."""
        return any(place.is_hidden for place in self._places.values())

    def _break(self) -> None:
        """What came up to now was a person's."""
        self._hand_over()
        self._burst = Burst()
        self._places.clear()
        self._scanned_at = None

    def _hand_over(self) -> None:
        """Gives the signs that waited to where they were meant for."""
        self._wait.stop()
        held, self._held = self._held, []
        self._is_handing_over = True
        for window, event in held:
            if shiboken6.isValid(window):
                QCoreApplication.sendEvent(window, event)
        self._is_handing_over = False


def _target() -> QWidget | None:
    """What takes the next sign: in an open menu or list that, otherwise what has the focus."""
    popup = QApplication.activePopupWidget()
    return QApplication.focusWidget() if popup is None else _inside(popup)


def _inside(popup: QWidget) -> QWidget:
    # Qt's own description forgets that nothing in it may have the focus.
    inside = cast("QWidget | None", popup.focusWidget())
    return popup if inside is None else inside


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())


def _close_popups() -> None:
    """A menu that stands open goes: what was scanned comes instead."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
