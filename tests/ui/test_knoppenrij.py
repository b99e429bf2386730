"""A row of buttons keeps within its window: those that may give way do so, in their order, and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from werkplaats.ui.button import Button
from werkplaats.ui.knoppenrij import ButtonRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NAMES = ("Toevoegen", "Openen", "Met eigen programma", "Opslaan als", "Weghalen")


@pytest.fixture
def row(qtbot: QtBot) -> ButtonRow:
    buttons = [Button(name) for name in NAMES]
    row = ButtonRow(buttons, [buttons[2], buttons[3]])
    qtbot.addWidget(row)
    row.show()
    return row


def shown(row: ButtonRow) -> list[str]:
    buttons = [button for button in row.findChildren(Button) if button.isVisible()]
    assert all(button.geometry().right() <= row.width() for button in buttons)
    return [button.text() for button in sorted(buttons, key=lambda button: button.x())]


def test_all_stand_there_where_there_is_room(row: ButtonRow) -> None:
    row.resize(row.sizeHint())
    assert shown(row) == list(NAMES)


def test_the_first_that_may_gives_way_and_comes_back(row: ButtonRow) -> None:
    whole = row.sizeHint()
    row.resize(whole.width() - 1, whole.height())
    assert shown(row) == ["Toevoegen", "Openen", "Opslaan als", "Weghalen"]
    row.resize(whole)
    assert shown(row) == list(NAMES)


def test_what_may_not_give_way_asks_for_its_room(row: ButtonRow) -> None:
    row.resize(row.minimumSizeHint())
    assert shown(row) == ["Toevoegen", "Openen", "Weghalen"]
