"""The person at the counter: keys arrive as those of a keyboard do, and what does not come stops the tour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from werkplaats.rondleiding.ogen import Stopped
from werkplaats.ui.crash_dialog import CrashDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.rondleiding.conftest import Room
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.verslag import Verslag


def test_words_are_typed_as_they_are(player: Player, room: Room) -> None:
    player.write("Anaïs@Gent.be, ÉÉN + ½ … <ß>")
    assert room.name.text() == "Anaïs@Gent.be, ÉÉN + ½ … <ß>"
    player.replace("kort")
    assert room.name.text() == "kort"


def test_shortcuts_and_alt_letters_do_what_stands_on_the_button(player: Player, room: Room) -> None:
    player.press("F5")
    player.see("ververst")
    player.press("Alt+D")
    player.see("gedaan")


def test_tab_goes_to_a_control_by_its_name_and_the_arrows_choose(player: Player, room: Room) -> None:
    player.choose("Kleur", "blauw")
    assert room.choice.currentText() == "blauw"
    player.go_to("Doe")
    player.press("Space")
    player.see("gedaan")


def test_a_menu_is_read_and_walked_by_the_arrows(player: Player, room: Room) -> None:
    player.press("Alt+M")
    player.see("Eerste", "Tweede")
    assert player.can_choose("Tweede")
    assert not player.can_choose("Derde")
    player.choose_item("Tweede")
    player.see("Tweede")
    assert room.said.text() == "Tweede"


def test_what_comes_later_is_waited_for(player: Player, room: Room) -> None:
    QTimer.singleShot(50, room, lambda: room.said.setText("eindelijk"))
    player.see("eindelijk")
    player.see_no("nog niets")


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda p: p.see("komt nooit"), "nog niet gezien: 'komt nooit'"),
        (lambda p: p.see_no("nog niets"), "dat 'nog niets' weg is"),
        (lambda p: p.see_focus("naam"), "de cursor in 'naam'"),
        (lambda p: p.window(QLabel), "venster QLabel"),
        (lambda p: p.go_to("Postcode"), "met Tab is 'Postcode' niet te bereiken"),
        (lambda p: p.choose("Kleur", "paars"), "'paars' staat in de lijst van 'Kleur'"),
        (lambda p: p.expect(False, "twee is drie"), "niet waar: twee is drie"),
        (lambda p: p.button("Weg"), "er is geen knop 'Weg' te zien"),
    ],
)
def test_what_does_not_come_stops_the_tour_and_says_what(player: Player, act: object, said: str) -> None:
    assert callable(act)
    with pytest.raises(Stopped, match=said):
        act(player)


def test_a_fault_of_the_program_stops_the_tour_at_once(qtbot: QtBot, player: Player, room: Room) -> None:
    crash = CrashDialog("Werkplaats 0.1.0\nbuiltins.ValueError", room)
    qtbot.addWidget(crash)
    with pytest.raises(Stopped, match=r"builtins\.ValueError"):
        player.see("nog niets")


def test_a_click_counts_as_the_mouse_and_keys_do_not(player: Player, room: Room) -> None:
    player.write("met toetsen")
    player.press("Tab", "Alt+D")
    player.require_keyboard_only()
    player.click(room.button)
    player.see("gedaan")
    with pytest.raises(Stopped, match="met de muis gedrukt"):
        player.require_keyboard_only()


def test_after_a_window_was_closed_the_keys_go_to_the_one_before_it(qtbot: QtBot, player: Player, room: Room) -> None:
    other = QWidget()
    other.setWindowTitle("Andere kamer")
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    player.wait_for(lambda: player.front() is other, "de andere kamer")
    player.close_window()
    player.write("terug")
    assert room.name.text() == "terug"


def test_the_steps_say_what_was_pressed_but_not_what_was_typed(
    player: Player, verslag: Verslag, tmp_path: Path
) -> None:
    player.write("17-03-1961")
    player.press("Tab", "Tab")
    player.step("tweede stap")
    player.look("kamer")
    assert [(stap.titel, stap.toetsen) for stap in verslag.stappen] == [
        ("eerste stap", ["…", "Tab \N{MULTIPLICATION SIGN} 2"]),
        ("tweede stap", []),
    ]
    assert verslag.stappen[1].plaatjes == ["01-kamer-light.png", "01-kamer-dark.png"]
    assert "1961" not in "".join(path.read_text("utf-8") for path in tmp_path.glob("*.json"))


def test_a_picture_holds_the_open_menu_and_both_schemes_differ(player: Player, room: Room, tmp_path: Path) -> None:
    player.press("Alt+M")
    player.see("Eerste")
    player.look("menu")
    player.press("Esc")
    light, dark = (QImage(str(tmp_path / f"01-menu-{scheme}.png")) for scheme in ("light", "dark"))
    below = room.doors.mapTo(room, room.doors.rect().bottomLeft())
    assert light.height() >= below.y() + room.menu.height() - 2, "the menu hangs out of the window"
    assert light.pixelColor(2, 2).lightness() > dark.pixelColor(2, 2).lightness() + 100
