"""Chapter: the monteurscherm, by the keys that stand on its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.monteur.scherm import Monteurscherm
from werkplaats.rondleiding.hoofdstukken.aanmelden import close_program
from werkplaats.rondleiding.toneel import MONTEUR
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel


def play(p: Player, toneel: Toneel) -> None:
    """Opens the screen as a mechanic, enters a reading, answers the checklist, stops the clock, is done."""
    p.step("F12: het monteurscherm, met de kaarten van vandaag en de klok die loopt")
    toneel.open_as(MONTEUR)
    p.window(Window)
    p.see("Vraagt aandacht")
    p.press("F12")
    p.window(Monteurscherm)
    p.see("Dennis Kuipers", "Loopt sinds", "Stop werk")
    p.look("monteurscherm")
    _reading(p)
    _checklist(p)
    _done(p)
    p.press("F12")
    p.window(Window)
    close_program(p, toneel)


def _reading(p: Player) -> None:
    p.step("De kilometerstand met grote cijfers; wat niet kan kloppen, wordt gezegd")
    p.press("F2")
    p.see("Bewaren")
    p.write("9999999")
    p.see("2.000.000")
    p.look("monteurscherm-km")
    p.press("Esc")
    p.see("Stop werk")


def _checklist(p: Player) -> None:
    p.step("De checklist van de vestiging")
    p.press("F3")
    p.see("Remmen voor en achter", "Niet ok")
    p.look("monteurscherm-checklist")
    p.press("Esc")
    p.see("Stop werk")


def _done(p: Player) -> None:
    p.step("Klaar: de klok stopt, en de balie ziet dat zijn werk gedaan is")
    p.press("F9")
    p.see("Klaar.", "Toch niet klaar")
    p.look("monteurscherm-klaar")
