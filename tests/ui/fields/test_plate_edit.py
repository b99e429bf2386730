"""The input is the plate: any notation goes in, the dashes come on leaving, and its verdict stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from werkplaats.domain.kenteken import Kenteken
from werkplaats.errors import Ongeldig
from werkplaats.ui.fields import PlateEdit, PlateVerdict

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme


@pytest.fixture
def plate(look: Theme, qtbot: QtBot) -> PlateEdit:
    plate = PlateEdit()
    qtbot.addWidget(plate)
    with qtbot.waitExposed(plate):
        plate.show()
    plate.setFocus()
    return plate


@pytest.mark.parametrize("typed", ["gx482r", "GX 482 R", "gx.482.r", "GX-482-R", " g-x482r "])
def test_any_notation_goes_in_and_the_dashes_come_out(plate: PlateEdit, qtbot: QtBot, typed: str) -> None:
    qtbot.keyClicks(plate, typed)
    assert plate.text() == typed, "while typing the text stays as typed"
    qtbot.keyClick(plate, Qt.Key.Key_Return)
    assert plate.text() == "GX-482-R"
    assert plate.value() == Kenteken.parse("GX482R")


def test_an_empty_plate_is_no_plate(plate: PlateEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(plate, "  ")
    qtbot.keyClick(plate, Qt.Key.Key_Return)
    assert plate.value() is None
    assert plate.remarks.now is None


@pytest.mark.parametrize("typed", ["-- !", "🚗🚗", "A" * 500])
def test_what_no_plate_can_be_is_said_and_stays(plate: PlateEdit, qtbot: QtBot, typed: str) -> None:
    plate.setText(typed)
    qtbot.keyClick(plate, Qt.Key.Key_Return)
    assert plate.text() == typed
    assert plate.remarks.now is not None
    assert plate.remarks.now.role == "error"
    with pytest.raises(Ongeldig):
        plate.value()


def test_letters_that_are_not_issued_only_warn(plate: PlateEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(plate, "01cars")
    qtbot.keyClick(plate, Qt.Key.Key_Return)
    assert plate.text() == "01-CA-RS"
    assert plate.remarks.now is not None
    assert plate.remarks.now.role == "warn"


def test_another_country_is_another_plate(plate: PlateEdit) -> None:
    plate.setText("1abc111")
    plate.set_land("BE")
    assert plate.text() == "1-ABC-111"
    assert plate.property("plate") == "plate_be"
    plate.set_land("DE")
    assert plate.property("plate") == "plate_x"


def test_a_finding_of_the_form_comes_at_its_own_field(look: Theme, qtbot: QtBot) -> None:
    plate = PlateEdit("oud_kenteken")
    qtbot.addWidget(plate)
    plate.setText("!")
    with pytest.raises(Ongeldig) as fout:
        plate.value()
    assert fout.value.bevindingen[0].veld == "oud_kenteken"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_plate_is_painted_under_the_text(look: Theme, plate: PlateEdit, scheme: str) -> None:
    look.set_scheme("dark" if scheme == "dark" else "light")
    plate.set_value(Kenteken.parse("GX482R"))
    plate.clearFocus()
    image = plate.grab().toImage()
    assert image.pixelColor(plate.width() - 8, 6) == look.color("plate_nl")
    assert image.pixelColor(5, 5) == look.color("plate_eu")


def test_focus_moves_nothing_and_is_seen(plate: PlateEdit, look: Theme) -> None:
    size = plate.size()
    assert plate.grab().toImage().pixelColor(0, 18) == look.color("focus")
    plate.clearFocus()
    assert plate.size() == size
    assert plate.grab().toImage().pixelColor(0, 18) != look.color("focus")


def test_a_good_plate_gets_its_tick(plate: PlateEdit, qtbot: QtBot) -> None:
    verdict = PlateVerdict(plate)
    qtbot.addWidget(verdict)
    assert verdict.accessibleName() == ""
    qtbot.keyClicks(plate, "gx482r")
    assert verdict.accessibleName() == "", "nothing is said while typing"
    qtbot.keyClick(plate, Qt.Key.Key_Return)
    assert verdict.accessibleName() == "Geldig kenteken"


def test_a_doubted_plate_gets_its_sentence(plate: PlateEdit, qtbot: QtBot) -> None:
    verdict = PlateVerdict(plate)
    qtbot.addWidget(verdict)
    plate.set_value(Kenteken.parse("01CARS"))
    assert "C" in verdict.accessibleName()
    assert verdict.accessibleName().endswith("Bewaren mag.")


def test_a_foreign_plate_is_not_judged(plate: PlateEdit, qtbot: QtBot) -> None:
    verdict = PlateVerdict(plate)
    qtbot.addWidget(verdict)
    plate.set_value(Kenteken.parse("KLE-RX 90", "DE"))
    assert verdict.accessibleName() == ""
