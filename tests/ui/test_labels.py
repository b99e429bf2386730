"""Words that are read: never as markup, never cut without saying so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from werkplaats.ui.labels import ElidedLabel, Label, NoteLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme


def test_a_name_with_an_angle_bracket_is_shown_as_it_is(look: Theme, qtbot: QtBot) -> None:
    label = Label("<b>Jansen</b>")
    qtbot.addWidget(label)
    plain = Label("Jansen")
    qtbot.addWidget(plain)
    assert label.sizeHint().width() > plain.sizeHint().width()


def test_free_text_that_is_cut_is_whole_in_the_tooltip(look: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("Dhr. H. van Dalen · Hatertseweg 214, 6533 GL Nijmegen")
    qtbot.addWidget(label)
    label.resize(120, 20)
    cut = label.grab().toImage()
    label.set_text("Dhr. H. van Dalen · Hatertseweg")
    assert label.toolTip() == label.accessibleName() == "Dhr. H. van Dalen · Hatertseweg"
    assert label.grab().toImage().size() == cut.size()
    assert label.minimumSizeHint().width() == 0


@pytest.mark.parametrize("role", ["error", "warn", "ok"])
def test_a_note_speaks_in_its_colour(look: Theme, qtbot: QtBot, role: str) -> None:
    note = NoteLine(role, "Een zin.")
    qtbot.addWidget(note)
    note.resize(200, 20)
    image = note.grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(16) for y in range(16)}
    assert look.color(role).name() in colors


def test_a_silent_note_is_not_there(look: Theme, qtbot: QtBot) -> None:
    note = NoteLine("error", "Fout.")
    qtbot.addWidget(note)
    note.fall_silent()
    assert not note.isVisible()
    assert not note.speaks
