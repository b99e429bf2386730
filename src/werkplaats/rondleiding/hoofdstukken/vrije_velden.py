"""Chapter: the fields of the shop's own for a car, and the pages of others about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.vrije_velden.form import VrijeVeldenForm
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_GOLF = "GA-482-R"


def play(p: Player, _toneel: Toneel) -> None:
    """Fills in a field of the shop's own, and looks where the pages of others are."""
    p.step("Vrije velden: wat deze vestiging zelf wil weten")
    p.write("ga482r")
    p.press("Enter")
    p.window(MuterenForm, _GOLF)
    p.press("Alt+V")
    p.window(VrijeVeldenForm)
    p.see("Motorolie (liter)")
    p.look("vrije-velden")
    p.press("Tab")
    p.replace("5,2")
    p.press("Ctrl+S")
    p.window(MuterenForm, _GOLF)
    p.step("Ctrl+I: de pagina's van anderen over deze auto")
    p.press("Ctrl+I")
    p.see("RDW: OVI", "RDW: terugroepregister")
    p.look("internet-menu")
    p.press("Esc")
    p.window(MuterenForm, _GOLF)
    p.press("Esc")
    p.window(Window)
    p.press("Esc")
