"""The small line of the odometer: all of it can be read."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QColor

from werkplaats.domain.kmstand import Punt
from werkplaats.domain.kmverloop import Verloop
from werkplaats.ui.kmlijn import KmLijn
from werkplaats.ui.theme import theme


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.15, 1.3])
def test_the_years_below_it_are_not_cut_off(scale: float) -> None:
    theme().set_scale(scale)
    line = KmLijn(Verloop((Punt(date(2024, 3, 1), 10_000), Punt(date(2026, 3, 1), 40_000)), (None, None), 15_000))
    line.resize(line.sizeHint())

    image = line.grab().toImage()

    lowest = {QColor(image.pixel(x, image.height() - 1)).name() for x in range(image.width())}
    assert len(lowest) == 1, "the lowest line of pixels is bare ground"
