"""The mark of the program: a yellow plate with its blue band and a letter, sharp at every size."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from werkplaats.ui.merk import MARK_SIZES, mark_icon, mark_pixmap
from werkplaats.ui.theme import theme


@pytest.mark.parametrize("side", MARK_SIZES)
def test_it_is_a_plate_at_every_size(side: int) -> None:
    picture = mark_pixmap(side).toImage()
    middle = side // 2
    row = [QColor(picture.pixel(x, middle)) for x in range(side)]
    assert theme().color("plate_eu") in row[: side // 3]
    assert theme().color("plate_nl") in row[side // 3 :]
    assert picture.pixelColor(middle, 0).alpha() == 0, "above the plate it is clear"
    inks = {picture.pixelColor(x, y).lightness() for x in range(middle, side) for y in range(side // 3, side * 2 // 3)}
    assert min(inks) < 110, "there is a letter on it"


def test_windows_and_start_menu_get_the_size_they_ask_for() -> None:
    assert sorted(size.width() for size in mark_icon().availableSizes()) == list(MARK_SIZES)
