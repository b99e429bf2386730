"""The plate is drawn as a plate, and plates of one country stand in straight columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from werkplaats.domain.kenteken import Kenteken
from werkplaats.ui.plate import Plate, paint_plate, plate_look, plate_name, plate_width
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme

DUTCH = ("GA-482-R", "01-CA-RS", "3-AUE-42", "HU-93-OE", "XX-11-11", "11-AAA-1")
BELGIAN = ("3-BXR-417", "1-ABC-111", "2-IIX-888")


def drawn(look_text: str, land: str, height: int = 40, *, valid: bool = True, taxi: bool = False) -> QImage:
    """A plate on a white ground."""
    image = QImage(300, 80, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_plate(painter, 0, 0, height, plate_look(Kenteken.parse(look_text, land), valid=valid, taxi=taxi))
    painter.end()
    return image


@pytest.mark.parametrize("height", sorted(set(tokens().plate.heights.values())))
@pytest.mark.parametrize(("land", "plates"), [("NL", DUTCH), ("BE", BELGIAN)])
def test_plates_of_one_country_have_one_width(look: Theme, land: str, plates: tuple[str, ...], height: int) -> None:
    assert len({plate_width(plate_look(Kenteken.parse(plate, land)), height) for plate in plates}) == 1


def test_a_long_foreign_plate_still_fits(look: Theme) -> None:
    long, short = (plate_look(Kenteken.parse(text, "DE")) for text in ("WWWWWWWWWWWW", "B A 1"))
    assert plate_width(long, 20) > plate_width(short, 20)


@pytest.mark.parametrize(
    ("tekst", "land", "taxi", "ground"),
    [
        ("GA482R", "NL", False, "plate_nl"),
        ("GA482R", "NL", True, "plate_taxi"),
        ("HA37OE", "NL", False, "plate_trade"),
        ("3BXR417", "BE", False, "plate_be"),
        ("KLERX90", "DE", False, "plate_x"),
    ],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_kind_has_its_ground(look: Theme, scheme: str, tekst: str, land: str, taxi: bool, ground: str) -> None:
    look.set_scheme("dark" if scheme == "dark" else "light")
    image = drawn(tekst, land, taxi=taxi)
    assert image.pixelColor(22, 4) == look.color(ground)
    assert image.pixelColor(3, 36).blue() > image.pixelColor(3, 36).red(), "the band is blue"


def test_a_plate_that_is_no_longer_valid_is_pale(look: Theme) -> None:
    pale = drawn("GA482R", "NL", valid=False).pixelColor(22, 4)
    assert pale != look.color("plate_nl")
    assert pale.blue() > QColor(look.color("plate_nl")).blue()


def test_a_plate_is_drawn_from_the_cache_in_the_right_scheme(look: Theme) -> None:
    light = drawn("GA482R", "NL")
    assert drawn("GA482R", "NL") == light
    look.set_scheme("dark")
    assert drawn("GA482R", "NL") != light


def test_a_plate_tells_its_name(look: Theme, qtbot: QtBot) -> None:
    plate = Plate("head")
    qtbot.addWidget(plate)
    plate.show_plate(Kenteken.parse("ga482r"))
    assert plate.accessibleName() == "Kenteken GA-482-R, Nederland"
    assert plate_name(Kenteken.parse("3BXR417", "BE")) == "Kenteken 3-BXR-417, België"


def test_a_car_without_plate_shows_the_end_of_its_vin(look: Theme, qtbot: QtBot) -> None:
    plate = Plate("head")
    qtbot.addWidget(plate)
    plate.show_plate(None, "VF1RFB00X62000519")
    assert plate.accessibleName() == "62000519"
    assert plate.sizeHint().width() > 40


def test_a_shown_plate_grows_with_the_text_size(look: Theme, qtbot: QtBot) -> None:
    plate = Plate("list")
    qtbot.addWidget(plate)
    plate.show_plate(Kenteken.parse("GA482R"))
    before = plate.sizeHint()
    look.set_scale(1.3)
    assert plate.sizeHint().height() == 31
    assert plate.sizeHint().width() > before.width()
