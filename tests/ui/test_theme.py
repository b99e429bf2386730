"""Light, dark and the text size change everything that stands open, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel

from werkplaats.ui.button import Button
from werkplaats.ui.theme import Scheme, Theme, set_letter, set_look, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_there_is_one_theme(look: Theme) -> None:
    assert theme() is look


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_palette_and_colours_follow_the_scheme(look: Theme, qapp: QApplication, scheme: Scheme) -> None:
    look.set_scheme(scheme)
    roles = tokens().light if scheme == "light" else tokens().dark
    assert look.dark is (scheme == "dark")
    assert look.color("surface").name().upper() == roles["surface"]
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == roles["canvas"]
    assert roles["accent"] in qapp.styleSheet()


def test_a_change_is_told_once(look: Theme, qtbot: QtBot) -> None:
    told: list[bool] = []
    look.changed.connect(lambda: told.append(look.dark))
    look.set_scheme("dark")
    look.set_scheme("dark")
    assert told == [True]


def test_open_windows_follow_the_text_size(look: Theme, qtbot: QtBot) -> None:
    label = QLabel("Hoofdeigenaar")
    qtbot.addWidget(label)
    set_letter(label, "title")
    look.set_scale(1.3)
    assert label.font().pixelSize() == 26
    assert look.size("field") == 36


def test_a_changed_look_is_drawn_at_once(look: Theme, qtbot: QtBot) -> None:
    label = QLabel("Fout")
    qtbot.addWidget(label)
    set_look(label, role="error")
    label.ensurePolished()
    assert label.palette().color(QPalette.ColorRole.WindowText) == look.color("error")
    set_look(label, role="ok")
    assert label.palette().color(QPalette.ColorRole.WindowText) == look.color("ok")


def test_an_opacity_does_not_stay_behind(look: Theme) -> None:
    assert look.color("accent", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
    assert look.color("accent").alphaF() == 1.0
    look.color("accent").setAlphaF(0.1)
    assert look.color("accent").alphaF() == 1.0


def test_high_contrast_is_the_systems_own(
    look: Theme, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look, "_wants_contrast", lambda: True)
    look.set_scheme("dark")
    assert qapp.styleSheet() == ""
    palette = qapp.palette()
    assert look.color("text") == palette.color(QPalette.ColorRole.WindowText)
    assert look.color("surface") == palette.color(QPalette.ColorRole.Base)
    assert look.color("plate_nl").name().upper() == tokens().dark["plate_nl"], "a plate pictures a thing"
    button = Button("Opslaan", "opslaan", "Ctrl+S", "main")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    image = button.grab().toImage()
    inks = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert palette.color(QPalette.ColorRole.WindowText).name() in inks
    monkeypatch.undo()
    look.set_scheme("light")
    assert qapp.styleSheet() != ""
    assert not look.high_contrast


def test_no_rule_of_the_style_sheet_reaches_labels_and_system_dialogs(look: Theme, qapp: QApplication) -> None:
    selectors = [
        selector.strip()
        for rule in qapp.styleSheet().split("}")
        for selector in rule.split("{")[0].split(",")
        if selector.strip()
    ]
    assert selectors
    assert not [selector for selector in selectors if selector in ("*", "QWidget", "QFrame", "QLabel", "QLineEdit")]
