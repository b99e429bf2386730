"""The drawing of a car: each part is found where it is drawn, and a mark where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from werkplaats.domain.schade import Plek
from werkplaats.ui.autotekening import AutoTekening, Mark, middle_of, part_at

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("plek", Plek)
def test_each_part_is_found_in_its_own_middle(plek: Plek) -> None:
    assert part_at(*middle_of(plek)) is plek


def test_beside_the_car_is_nothing() -> None:
    assert part_at(5, 5) is None
    assert part_at(500, 190) is None


def test_a_click_gives_the_part_or_the_mark(qtbot: QtBot) -> None:
    drawing = AutoTekening(lambda plek: plek.value)
    qtbot.addWidget(drawing)
    drawing.resize(1000, 560)
    drawing.show()
    picked: list[object] = []
    drawing.place_picked.connect(lambda *place: picked.append(place))
    drawing.mark_picked.connect(picked.append)
    mark = Mark(4, Plek.DAK, 500, 280, True, "Deuk")
    drawing.show_marks([mark])
    assert drawing.accessibleName() == "Tekening van de auto. 4 dak: Deuk"
    for place in (drawing.place_of(mark).toPoint(), drawing.place_of(mark._replace(x=250)).toPoint()):
        QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=place)
    assert picked == [0, (Plek.MOTORKAP, 250, 280)]
    drawing.may_pick = False
    QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=drawing.place_of(mark._replace(x=250)).toPoint())
    assert len(picked) == 2
