"""A menu shows sign, word and key, and what is off looks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from werkplaats.ui.menu import Menu

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme


def filled() -> Menu:
    """A menu with all that there is."""
    menu = Menu()
    menu.add("Openen", "voertuig", "Enter")
    menu.add("Kenteken kopiëren", "kopieren", "Ctrl+C")
    menu.addSeparator()
    menu.add_menu("Pechhulp", "pechhulp", Menu(menu))
    return menu


def test_the_words_of_a_menu_have_room_for_their_keys(look: Theme, qtbot: QtBot) -> None:
    menu = filled()
    qtbot.addWidget(menu)
    metrics = menu.fontMetrics()
    wanted = metrics.horizontalAdvance("Kenteken kopiëren") + metrics.horizontalAdvance("Ctrl+C") + 36 + 12
    assert menu.sizeHint().width() >= wanted + 12


def test_a_fact_before_the_key_has_room_too(look: Theme, qtbot: QtBot) -> None:
    menu = Menu()
    qtbot.addWidget(menu)
    menu.add("Pechhulp (via Bovemij)", "pechhulp", "4")
    before = menu.sizeHint().width()
    menu.add("Pechhulp (via Bovemij)", "pechhulp", "4", "laatst 14-03-2026")
    assert menu.sizeHint().width() >= before + menu.fontMetrics().horizontalAdvance("laatst 14-03-2026")


def test_rows_are_twenty_eight_high(look: Theme, qtbot: QtBot) -> None:
    menu = filled()
    qtbot.addWidget(menu)
    menu.grab()
    assert {menu.actionGeometry(action).height() for action in menu.actions() if not action.isSeparator()} == {28}


def test_the_chosen_row_is_seen(look: Theme, qtbot: QtBot) -> None:
    menu = filled()
    qtbot.addWidget(menu)
    before = menu.grab().toImage()
    menu.setActiveAction(menu.actions()[0])
    after = menu.grab().toImage()
    row = menu.actionGeometry(menu.actions()[0])
    assert before.pixelColor(row.right() - 4, row.top() + 3) == look.color("surface")
    assert after.pixelColor(row.right() - 4, row.top() + 3) == look.color("select")


def test_a_row_that_is_off_is_not_highlighted(look: Theme, qtbot: QtBot) -> None:
    menu = filled()
    qtbot.addWidget(menu)
    first = menu.actions()[0]
    first.setEnabled(False)
    menu.setActiveAction(first)
    row = menu.actionGeometry(first)
    assert menu.grab().toImage().pixelColor(row.right() - 4, row.top() + 3) == look.color("surface")


def test_a_menu_inside_a_menu_opens(look: Theme, qtbot: QtBot) -> None:
    menu = filled()
    qtbot.addWidget(menu)
    inner = menu.actions()[-1].menu()
    assert isinstance(inner, QMenu)
    assert inner.title() == "Pechhulp"


@pytest.mark.parametrize(
    ("key", "held", "taken"),
    [
        (Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier, []),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, []),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, ["Openen"]),
    ],
    ids=["Alt+X", "Esc", "Enter"],
)
def test_a_menu_that_opens_once_is_gone_when_a_key_closed_it(
    key: Qt.Key, held: Qt.KeyboardModifier, taken: list[str], look: Theme, qtbot: QtBot
) -> None:
    # An Alt letter closes it while Qt still asks the menu what that key means: freed at once, the program fell over.
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    menu, gone, chosen = Menu(window), list[bool](), list[str]()
    menu.destroyed.connect(lambda: gone.append(True))
    menu.add("Openen").triggered.connect(lambda: chosen.append("Openen"))
    menu.setActiveAction(menu.actions()[0])
    menu.open_once(window.mapToGlobal(QPoint(0, 0)))
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is menu.windowHandle())
    QTest.keyPress(menu.windowHandle(), key, held)
    qtbot.waitUntil(lambda: bool(gone))
    assert chosen == taken
