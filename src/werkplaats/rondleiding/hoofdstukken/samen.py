"""Chapter: somebody else changes the same car, and the register does not answer: nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from werkplaats.forms.botsing import BotsingForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.rondleiding.hoofdstukken.klant import KENTEKEN
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_IN_ONDERHOUD = "FO-503-T"
_TRAAG = "FO-001-T"


def play(p: Player, toneel: Toneel) -> None:
    """A conflict, a register that is down, one that is slow, and leaving with something unsaved."""
    _collide(p, toneel)
    _ask_closed_register(p)
    _ask_slow_register(p)


def _collide(p: Player, toneel: Toneel) -> None:
    p.step("Een collega bewaart dezelfde auto terwijl u typt: beide waarden naast elkaar")
    p.write(KENTEKEN)
    p.press("Enter")
    p.window(MuterenForm, KENTEKEN)
    p.fill("type", "1.5 TSI Style, trekhaak")
    _change_next_door(toneel)
    p.press("Ctrl+S")
    p.window(BotsingForm)
    p.see("Tom Reijnders", "1.5 eTSI Style", "trekhaak")
    p.look("botsing")
    p.step("Uw keuze wordt bewaard")
    p.press("Ctrl+S")
    p.window(Window)
    p.press("Esc")


def _change_next_door(toneel: Toneel) -> None:
    werkplaats, tom = toneel.next_door()
    (treffer,) = werkplaats.zoeken.find(tom, KENTEKEN).voertuigen
    kaart = werkplaats.voertuigen.load(tom, treffer.id).kaart
    werkplaats.voertuigen.save(tom, treffer.id, kaart, replace(kaart, type="1.5 eTSI Style"))


def _ask_closed_register(p: Player) -> None:
    p.step("Een nieuwe auto; de RDW is in onderhoud: wat en wanneer opnieuw")
    p.write(_IN_ONDERHOUD)
    p.see("Nieuw voertuig")
    p.press("Enter")
    p.window(MuterenForm)
    p.press("F5")
    p.see("RDW", "Opnieuw")
    p.look("rdw-storing")


def _ask_slow_register(p: Player) -> None:
    p.step("De RDW is traag: voortgang, en stoppen kan")
    p.fill("kenteken", _TRAAG)
    p.press("F5")
    p.see("Stoppen")
    p.look("rdw-traag")
    p.press("Esc")
    p.see_no("Stoppen")
    p.step("Weggaan met iets dat niet bewaard is: het programma vraagt het eerst")
    p.press("Esc")
    p.see("Wijzigingen bewaren?")
    p.look("vraag-bewaren")
    p.go_to("Niet bewaren")
    p.press("Space")
    p.window(Window)
    p.press("Esc")
