"""The small search line above a list: its key, its way into the list, and Esc that wipes before it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.ui.filterveld import FilterField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Window(QWidget):
    """A window that Esc closes, with the line in it."""

    def __init__(self) -> None:
        super().__init__()
        self.search = FilterField("Zoek een instelling", "Zoek een instelling", "Ctrl+F")
        QVBoxLayout(self).addWidget(self.search)
        QShortcut(QKeySequence("Esc"), self, self.close)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    """The window with the cursor in the line."""
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.search.setFocus()
    return window


def test_esc_wipes_first_and_then_means_the_window(window: Window) -> None:
    QTest.keyClicks(window.search, "apk")
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""
    assert window.isVisible()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize(("key", "signal"), [(Qt.Key.Key_Return, "opened"), (Qt.Key.Key_Down, "down")])
def test_enter_opens_and_down_goes_into_the_list(qtbot: QtBot, window: Window, key: Qt.Key, signal: str) -> None:
    with qtbot.waitSignal(getattr(window.search, signal)):
        QTest.keyClick(window.search, key)


def test_the_cap_makes_room_for_what_is_typed(window: Window) -> None:
    with_cap = window.search.textMargins().right()
    QTest.keyClicks(window.search, "a")
    assert window.search.textMargins().right() < with_cap
