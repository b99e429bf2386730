"""Hair lines are one device pixel at every ratio, and a page shows the surface it lies on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from werkplaats.ui.cards import Card, Heading, Note, PageScroll, fill_hair_line
from werkplaats.ui.theme import Theme, set_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("y", [1, 7, 18, 33])
def test_a_hair_line_is_one_device_pixel_and_sharp(look: Theme, ratio: float, y: int) -> None:
    image = QImage(round(40 * ratio), round(40 * ratio), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    fill_hair_line(painter, 0, y, 40)
    painter.end()
    column = [image.pixelColor(5, row) for row in range(image.height())]
    inked = [row for row, color in enumerate(column) if color != Qt.GlobalColor.white]
    assert len(inked) == 1
    assert column[inked[0]] == look.color("line")
    assert (y - 1) * ratio - 0.01 <= inked[0] + 1 <= y * ratio + 0.01, "it belongs to the pixel row it ends"


def test_a_page_lets_its_surface_show_through(look: Theme, qtbot: QtBot) -> None:
    frame = QFrame()
    qtbot.addWidget(frame)
    set_look(frame, box="page")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    page = QWidget()
    layout.addWidget(PageScroll(page))
    frame.resize(200, 100)
    assert frame.grab().toImage().pixelColor(100, 50) == look.color("surface")


def test_a_card_has_a_surface_and_round_corners(look: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(Card("Velden"))
    window.resize(200, 100)
    image = window.grab().toImage()
    assert image.pixelColor(100, 90) == look.color("surface")
    assert image.pixelColor(0, 0) == look.color("canvas")


def test_a_heading_says_its_word_and_its_fact(look: Theme, qtbot: QtBot) -> None:
    heading = Heading("Codes", "Inzien wordt vastgelegd in het logboek", "geheim")
    qtbot.addWidget(heading)
    assert heading.accessibleName() == "Codes"
    assert heading.sizeHint().height() == 20
    heading.set_space_above(8)
    assert heading.sizeHint().height() == 28


def test_a_note_is_quiet(look: Theme, qtbot: QtBot) -> None:
    note = Note("APK verloopt op 02-12-2026", "warn", "warning", fill=True)
    qtbot.addWidget(note)
    note.resize(260, 60)
    assert note.grab().toImage().pixelColor(130, 55) == look.color("raised")
