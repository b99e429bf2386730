"""A button is pressed by a person's key, never by a barcode scanner that happens to point at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from werkplaats.ui.button import Button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def pressed(qtbot: QtBot) -> tuple[Button, list[str]]:
    button = Button("Verwijderen …")
    qtbot.addWidget(button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("x"))
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.setFocus()
    return button, pressed


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_it(pressed: tuple[Button, list[str]], key: Qt.Key) -> None:
    QTest.keyClick(pressed[0], key)
    assert pressed[1] == ["x"]


@pytest.mark.parametrize("code", ["GA-482-R\r", "WVWZZZ CDZ LW000417\r", "8712345 678906\t"])
def test_a_scanner_presses_nothing(pressed: tuple[Button, list[str]], code: str) -> None:
    QTest.keyClicks(pressed[0], code[:-1])
    QTest.keyClick(pressed[0], Qt.Key.Key_Return if code.endswith("\r") else Qt.Key.Key_Tab)
    assert pressed[1] == []


def test_a_person_presses_again_after_a_moment(pressed: tuple[Button, list[str]]) -> None:
    QTest.keyClick(pressed[0], Qt.Key.Key_A)
    QTest.qWait(120)
    QTest.keyClick(pressed[0], Qt.Key.Key_Return)
    assert pressed[1] == ["x"]
