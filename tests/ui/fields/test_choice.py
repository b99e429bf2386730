"""Choosing from a list, and yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from werkplaats.errors import Bevinding
from werkplaats.ui.fields import Check, Combo

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Scheme, Theme

FUELS = [("", "Geen"), ("B", "Benzine"), ("D", "Diesel")]


@pytest.fixture
def combo(look: Theme, qtbot: QtBot) -> Combo:
    combo = Combo("brandstof", FUELS, "m")
    qtbot.addWidget(combo)
    return combo


def test_a_choice_gives_the_value_of_its_word(combo: Combo) -> None:
    combo.set_value("D")
    assert combo.currentText() == "Diesel"
    assert combo.value() == "D"


def test_an_old_value_is_never_lost(combo: Combo) -> None:
    combo.set_value("Turf")
    assert combo.value() == "Turf"
    assert combo.currentText() == "Turf"


def test_other_choices_keep_the_value_where_it_is_among_them(combo: Combo) -> None:
    combo.set_value("D")
    combo.set_choices([("E", "Elektriciteit"), ("D", "Diesel")])
    assert combo.value() == "D"
    combo.set_choices([("E", "Elektriciteit")])
    assert combo.value() == "E"


def test_a_person_changes_it_and_the_program_does_not(combo: Combo, qtbot: QtBot) -> None:
    changes: list[object] = []
    combo.changed.connect(lambda: changes.append(combo.value()))
    combo.set_value("D")
    assert changes == []
    qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert changes == ["B"]


def test_the_wheel_changes_nothing(combo: Combo, qtbot: QtBot) -> None:
    combo.set_value("B")
    combo.show()
    combo.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, wheel)
    assert combo.value() == "B"
    assert not wheel.isAccepted()


def test_a_free_text_may_be_typed(look: Theme, qtbot: QtBot) -> None:
    combo = Combo("merk", [("Volkswagen", "Volkswagen"), ("Škoda", "Škoda")], editable=True)
    qtbot.addWidget(combo)
    line = combo.lineEdit()
    assert line is not None
    changes: list[object] = []
    combo.changed.connect(lambda: changes.append(combo.value()))
    line.clear()
    qtbot.keyClicks(line, "Trabant ")
    assert combo.value() == "Trabant"
    assert changes[-1] == "Trabant"
    combo.set_value("Saab")
    assert combo.value() == "Saab"
    assert combo.count() == 2


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.3])
@pytest.mark.parametrize("editable", [False, True])
def test_a_choice_is_as_high_as_a_field_in_every_state(look: Theme, qtbot: QtBot, scale: float, editable: bool) -> None:
    look.set_scale(scale)
    combo = Combo("brandstof", FUELS, "m", editable=editable)
    qtbot.addWidget(combo)
    with qtbot.waitExposed(combo):
        combo.show()
    heights = {combo.height()}
    combo.set_finding(Bevinding("brandstof", "ONBEKEND"), "Kies de brandstof.")
    heights.add(combo.sizeHint().height())
    combo.setFocus()
    heights.add(combo.sizeHint().height())
    assert heights == {look.size("field")}


def test_a_choice_that_is_only_read_is_off(combo: Combo) -> None:
    combo.set_read_only(True)
    assert not combo.isEnabled()
    assert combo.value() == ""


def test_a_box_is_turned_by_its_word_and_by_space(look: Theme, qtbot: QtBot) -> None:
    check = Check("lpg", "LPG")
    qtbot.addWidget(check)
    check.resize(check.sizeHint())
    changes: list[bool] = []
    check.changed.connect(lambda: changes.append(check.value()))
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=QPoint(check.width() - 3, 12))
    qtbot.keyClick(check, Qt.Key.Key_Space)
    check.set_value(True)
    assert changes == [True, False]


def test_a_box_that_is_on_is_in_the_accent(look: Theme, qtbot: QtBot) -> None:
    check = Check("lpg", "LPG")
    qtbot.addWidget(check)
    check.resize(check.sizeHint())
    assert check.grab().toImage().pixelColor(3, 6) == look.color("field")
    check.set_value(True)
    assert check.grab().toImage().pixelColor(3, 6) == look.color("accent")
    assert check.height() >= 24


def _ink(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_may_only_be_read_is_read_as_well_as_a_text(qtbot: QtBot, look: Theme, scheme: Scheme) -> None:
    look.set_scheme(scheme)
    fields: list[Combo | Check] = [Combo("brandstof", FUELS[1:], "m"), Check("actief", "Actief")]
    for field in fields:
        qtbot.addWidget(field)
        field.show()
        text = look.color("text").name()
        field.setEnabled(False)
        assert text not in _ink(field)
        field.set_read_only(True)
        assert text in _ink(field)
