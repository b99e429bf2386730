"""Chapter: the tyres of a car; the winter set goes under it, and a new one is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.banden.form import BandenForm
from werkplaats.forms.banden.set import BandensetForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_GOLF = "GA-482-R"


def play(p: Player, _toneel: Toneel) -> None:
    """Looks at the sets of a car, mounts the winter set, and looks at one tyre by tyre."""
    p.step("De banden van een auto")
    p.write("ga482r")
    p.press("Enter")
    p.window(MuterenForm, _GOLF)
    p.press("Alt+B")
    p.window(BandenForm)
    p.see("1,5 mm")
    p.see("rek B, vak 12")
    p.look("banden")
    p.step("Elke band apart: profiel en leeftijd")
    p.press("Enter")
    p.window(BandensetForm)
    p.see("Onder 1,6 mm mag een auto de weg niet op")
    p.look("bandenset")
    p.press("Esc")
    p.window(BandenForm)
    p.step("Wisselen: de winterset gaat eronder")
    p.press("Down")
    p.press("Alt+M")
    p.see("Op de auto")
    p.look("banden-gewisseld")
    p.press("Esc")
    p.window(MuterenForm, _GOLF)
    p.press("Esc")
    p.window(Window)
    p.press("Esc")
