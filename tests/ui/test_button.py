"""A button shows its word, its Alt letter and its key, and nothing of it is ever cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from werkplaats.ui.button import Button, IconButton, Kind
from werkplaats.ui.menu import Menu

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.theme import Theme

KINDS: tuple[Kind, ...] = ("main", "normal", "quiet", "danger", "small")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.3])
def test_a_button_is_never_narrower_than_its_parts(look: Theme, qtbot: QtBot, kind: Kind, scale: float) -> None:
    look.set_scale(scale)
    box = QWidget()
    qtbot.addWidget(box)
    layout = QHBoxLayout(box)
    button = Button("&Aanvragen", "pechhulp", "Ctrl+Enter", kind)
    layout.addWidget(button)
    box.resize(20, 20)
    box.show()
    assert button.width() >= button.sizeHint().width()
    assert button.height() == look.size("button_small" if kind == "small" else "button")


def test_each_part_takes_room(look: Theme, qtbot: QtBot) -> None:
    plain, sign, key = Button("Opslaan"), Button("Opslaan", "opslaan"), Button("Opslaan", "opslaan", "Ctrl+S")
    menu = Button("Opslaan", "opslaan", "Ctrl+S")
    menu.setMenu(Menu(menu))
    for button in (plain, sign, key, menu):
        qtbot.addWidget(button)
    widths = [button.sizeHint().width() for button in (plain, sign, key, menu)]
    assert widths == sorted(set(widths))


def test_the_alt_letter_presses_the_button(look: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = Button("&Kies", "zoeken", kind="small")
    QHBoxLayout(window).addWidget(button)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    with qtbot.waitSignal(button.clicked, timeout=5000):
        qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_that_is_off_looks_it(look: Theme, qtbot: QtBot, kind: Kind) -> None:
    button = Button("RDW opvragen", "rdw", kind=kind)
    qtbot.addWidget(button)
    on = picture(button)
    button.setEnabled(False)
    assert picture(button) != on


def test_the_main_button_is_in_the_accent(look: Theme, qtbot: QtBot) -> None:
    button = Button("Opslaan", kind="main")
    qtbot.addWidget(button)
    assert picture(button).pixelColor(6, 6) == look.color("accent")


def test_key_and_sign_can_change(look: Theme, qtbot: QtBot) -> None:
    button = Button("Opvragen", "rdw")
    qtbot.addWidget(button)
    before = picture(button)
    button.set_sign("akkoord", "ok")
    with_ok = picture(button)
    assert with_ok != before
    button.set_key("F5")
    assert button.key == "F5"
    assert picture(button).width() > with_ok.width()


def test_a_sign_alone_says_its_name(look: Theme, qtbot: QtBot) -> None:
    button = IconButton("bewerken", "Bewerken")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Bewerken"
    assert button.sizeHint().width() == button.sizeHint().height() == 28


def picture(button: Button) -> QImage:
    """The button as it is drawn."""
    button.resize(button.sizeHint())
    return button.grab().toImage()
