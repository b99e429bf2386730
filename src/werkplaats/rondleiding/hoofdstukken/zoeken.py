"""Chapter: the window is there at once, and one box finds any car and person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.aan_de_beurt import AanDeBeurtForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.rondleiding.hoofdstukken.klant import KENTEKEN
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_FILLING = 120.0
"""Seconds that the making of the practice garage may take on a busy computer."""


def play(p: Player, _toneel: Toneel) -> None:
    """Types before the data are there, looks at the day, searches by name, opens by the palette."""
    _search(p)
    _look_at_day(p)
    _use_palette(p)


def _search(p: Player) -> None:
    p.step("Typ meteen, terwijl de gegevens nog geladen worden")
    p.see("Zoeken")
    p.write("smeets")
    p.look("start-laden")
    p.step("Wat getypt was, wordt gezocht zodra de gegevens er zijn")
    p.wait_for(lambda: p.reads("Smeets Installatietechniek"), "'Smeets Installatietechniek'", _FILLING)
    p.see("GE-731-P")
    p.press("↓", "↓")
    p.see("Vervaldatum APK", "Eigenaar")
    p.look("start-zoeken")


def _look_at_day(p: Player) -> None:
    p.step("Esc wist: wat vandaag aandacht vraagt, en wat het laatst bekeken is")
    p.press("Esc")
    p.see("Vraagt aandacht", "Marieke Hendriks", "Waalbrug Nijmegen")
    p.look("start")
    p.step("Niets gevonden: het programma zegt wat er kan")
    p.write("zzzz")
    p.see("Niets gevonden", "Nieuwe relatie")
    p.look("start-niets-gevonden")
    p.press("Esc")


def _see_what_is_due(p: Player) -> None:
    p.step("Wat is aan de beurt: van elke auto de APK, de pas, de garantie en de herinneringen")
    p.replace("beurt")
    p.press("Enter")
    p.window(AanDeBeurtForm)
    p.see("Grote beurt", "Distributieriem bij 215.000 km (verwacht)", "Garantie: Eigen garantie", "Pechhulppas")
    p.look("aan-de-beurt")
    p.press("Esc")
    p.window(Window)


def _use_palette(p: Player) -> None:
    p.step("Ctrl+K zoekt overal: opdrachten, auto's en mensen")
    p.press("Ctrl+K")
    p.see("Opdrachten", "Licht of donker")
    p.look("palet")
    p.write("dalen")
    p.see(KENTEKEN, "van Dalen")
    p.look("palet-zoeken")
    _see_what_is_due(p)
    p.press("Ctrl+K")
    p.step("Enter in het palet opent de kaart")
    p.replace("ga482r")
    p.press("Enter")
    p.window(MuterenForm, KENTEKEN)
    p.press("Esc")
    p.window(Window)
    p.see("Vraagt aandacht")
