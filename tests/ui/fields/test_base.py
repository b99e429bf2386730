"""A field shows what is wrong with it: edge, mark and sentence, and the text keeps clear of the mark."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from werkplaats.errors import Bevinding, Ernst
from werkplaats.ui.fields import Remark, TextField
from werkplaats.ui.fields.base import remark_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme

BLOCKS = Bevinding("postcode", "POSTCODE_VORM")
DOUBTS = Bevinding("postcode", "POSTCODE_VORM", Ernst.WAARSCHUWING)


@pytest.fixture
def field(look: Theme, qtbot: QtBot) -> Iterator[TextField]:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(QPushButton("Hier staat de aandacht"))
    field = TextField("postcode", "s")
    layout.addWidget(field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield field
    window.close()


def edge(field: TextField, depth: int) -> QColor:
    """The colour of the left edge, so many pixels deep."""
    return picture(field).pixelColor(depth, field.height() // 2)


def picture(field: TextField) -> QImage:
    """The field as it is drawn."""
    return field.grab().toImage()


def test_an_error_has_an_edge_of_two_pixels(look: Theme, field: TextField) -> None:
    field.set_finding(BLOCKS, "Een postcode is 4 cijfers en 2 letters, bijvoorbeeld 6533 GL.")
    assert edge(field, 0) == edge(field, 1) == look.color("error")
    assert edge(field, 2) == look.color("field")


def test_a_warning_has_an_edge_of_one_pixel(look: Theme, field: TextField) -> None:
    field.set_finding(DOUBTS, "Deze postcode hoort niet bij Gent.")
    assert edge(field, 0) == look.color("warn")
    assert edge(field, 1) == look.color("field")


def test_what_is_in_order_keeps_its_edge(look: Theme, field: TextField) -> None:
    field.set_ok()
    assert edge(field, 0) == look.color("line_strong")
    assert field.remarks.now == Remark("ok")


def test_a_mark_stands_inside_the_field_clear_of_the_text(look: Theme, field: TextField) -> None:
    before = picture(field)
    free = field.textMargins().right()
    field.set_finding(BLOCKS, "Fout.")
    after = picture(field)
    place = field.width() - 15
    assert before.pixelColor(place, 9) == look.color("field")
    assert after.pixelColor(place, 9) == look.color("error")
    assert field.textMargins().right() > free


def test_a_finding_that_is_taken_away_leaves_nothing(look: Theme, field: TextField) -> None:
    before = picture(field)
    field.set_finding(BLOCKS, "Fout.")
    field.set_finding(None)
    assert picture(field) == before
    assert field.accessibleDescription() == ""


def test_a_finding_is_told_once(field: TextField) -> None:
    told: list[Remark | None] = []
    field.remarks.changed.connect(lambda: told.append(field.remarks.now))
    for _time in range(2):
        field.set_finding(BLOCKS, "Fout.")
    field.set_finding(None)
    assert told == [Remark("error", "Fout."), None]


def test_without_a_sentence_the_general_one_is_said() -> None:
    remark = remark_of(Bevinding("geboortedatum", "DATUM_ONLEESBAAR", params={"tekst": "31-02"}))
    assert remark is not None
    assert remark.role == "error"
    assert remark.sentence.endswith(".")


@pytest.mark.parametrize("width", ["xs", "s", "m", "l"])
def test_widths_say_what_goes_in(look: Theme, qtbot: QtBot, width: str) -> None:
    widths = {"xs": 64, "s": 136, "m": 184, "l": 280}
    field = TextField("veld", width)  # type: ignore[arg-type]  # the parameters above are the four widths
    qtbot.addWidget(field)
    assert field.width() == widths[width]
    look.set_scale(1.3)
    assert field.width() == math.ceil(widths[width] * 17 / 13)
