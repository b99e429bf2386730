"""The lines of a werkkaart: what stands in the cells follows each change, that of a package too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort
from werkplaats.forms.werkkaart.raster import Raster
from werkplaats.forms.werkkaart.raster_model import Kolom

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

REGELS = (
    Regel("l", code="LOS", prijs=Bedrag(500)),
    Regel("p", Regelsoort.PAKKET, code="PK"),
    Regel("a", code="OL", prijs=Bedrag(1000), in_pakket=True),
    Regel("b", code="OF", prijs=Bedrag(2000), in_pakket=True),
    Regel("c", code="ZIT", prijs=Bedrag(300)),
)


@pytest.fixture
def grid(qtbot: QtBot) -> Raster:
    grid = Raster()
    qtbot.addWidget(grid)
    grid.show_regels(REGELS)
    return grid


def amounts(grid: Raster) -> list[str]:
    return [grid.cell(row, Kolom.BEDRAG).text for row in range(len(REGELS))]


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (0, ["70,00", "30,00", "10,00", "20,00", "3,00"]),
        (2, ["5,00", "90,00", "70,00", "20,00", "3,00"]),
        (3, ["5,00", "80,00", "10,00", "70,00", "3,00"]),
        (4, ["5,00", "30,00", "10,00", "20,00", "70,00"]),
    ],
)
def test_a_price_changes_its_line_and_the_package_it_is_in(grid: Raster, row: int, shown: list[str]) -> None:
    assert amounts(grid) == ["5,00", "30,00", "10,00", "20,00", "3,00"]
    grid.lines.put(row, replace(REGELS[row], prijs=Bedrag(7000)))
    assert amounts(grid) == shown
