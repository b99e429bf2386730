"""The way to the search: it looks as a search box, says its key, and a press or the space bar opens the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from werkplaats.ui.chip import keycap_width
from werkplaats.ui.tokens import tokens
from werkplaats.ui.zoekdeur import SearchDoor

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme


@pytest.fixture
def door(qtbot: QtBot) -> SearchDoor:
    door = SearchDoor()
    qtbot.addWidget(door)
    with qtbot.waitExposed(door):
        door.show()
    return door


def test_it_says_what_it_is_and_by_which_key(door: SearchDoor) -> None:
    assert door.accessibleName() == "Zoeken"
    assert door.toolTip() == f"Zoeken ({tokens().key['palet']})"


def test_a_press_and_the_space_bar_open_the_search(door: SearchDoor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(door.clicked):
        qtbot.mouseClick(door, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(door.clicked):
        QTest.keyClick(door, Qt.Key.Key_Space)


def inked(door: SearchDoor, left: float, right: float) -> set[str]:
    """The colours in the middle line between two places."""
    image = door.grab().toImage()
    ratio = image.devicePixelRatio()
    rows = range(image.height() // 3, 2 * image.height() // 3)
    colours: list[QColor] = [image.pixelColor(x, y) for x in range(int(left * ratio), int(right * ratio)) for y in rows]
    return {colour.name() for colour in colours}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_its_words_end_before_the_key(look: Theme, qtbot: QtBot, scheme: str, scale: float) -> None:
    look.set_scheme(scheme)  # type: ignore[arg-type]  # the names of the two schemes
    look.set_scale(scale)
    door = SearchDoor()
    qtbot.addWidget(door)
    door.resize(door.sizeHint())
    with qtbot.waitExposed(door):
        door.show()
    cap = door.width() - keycap_width(tokens().key["palet"]) - 6
    assert len(inked(door, 40, cap - 8)) > 2, "there are words"
    assert inked(door, cap - 5, cap - 1) == {look.color("field").name()}, "and room before the key"
    assert len(inked(door, cap, door.width() - 6)) > 2, "and the key"
