"""Chips, badges and key caps say their word and count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from werkplaats.ui.chip import Badge, Chip, KeyCap, badge_text, state_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme


def test_an_open_state_is_filled_and_a_settled_one_is_quiet(look: Theme, qtbot: QtBot) -> None:
    opened = Chip.of_state("pechhulp", "geopend", "Bevestigd")
    settled = Chip.of_state("pechhulp", "bevestigd", "Bevestigd")
    for chip in (opened, settled):
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
    middle = opened.height() // 2
    assert opened.grab().toImage().pixelColor(5, middle) == look.color("info_bg")
    assert settled.grab().toImage().pixelColor(0, 0) == settled.grab().toImage().pixelColor(settled.width() - 1, 0)
    assert opened.sizeHint().width() > settled.sizeHint().width()
    assert opened.accessibleName() == "Bevestigd"


def test_a_state_that_is_unknown_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        state_look("pechhulp", "verzonnen")


@pytest.mark.parametrize(("count", "text"), [(1, "1"), (99, "99"), (100, "99+"), (4000, "99+")])
def test_a_badge_counts_to_ninety_nine(count: int, text: str) -> None:
    assert badge_text(count) == text


def test_a_badge_of_nothing_is_not_there(look: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    badge = Badge(0, parent=parent)
    parent.show()
    assert not badge.isVisible()
    badge.show_count(3)
    assert badge.isVisible()
    assert badge.accessibleName() == "3"
    badge.show_count(0)
    assert not badge.isVisible()


def test_one_figure_makes_a_circle_and_one_letter_a_square(look: Theme, qtbot: QtBot) -> None:
    for small in (Badge(3), KeyCap("1")):
        qtbot.addWidget(small)
        assert small.sizeHint().width() == small.sizeHint().height() == 18
    wide = KeyCap("Ctrl+K")
    qtbot.addWidget(wide)
    assert wide.sizeHint().width() > 36


@pytest.mark.parametrize("scale", [0.9, 1.3])
def test_chips_grow_with_the_text_size(look: Theme, qtbot: QtBot, scale: float) -> None:
    chip = Chip("In behandeling", "busy", "wrench")
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    look.set_scale(scale)
    assert (chip.sizeHint().width() > before) is (scale > 1)
    assert chip.sizeHint().height() == round(20 * scale)
