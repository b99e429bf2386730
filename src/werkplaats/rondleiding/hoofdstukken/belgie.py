"""Chapter: a Belgian car, and the manual under F1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.hulp import HulpForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_TIGUAN = "3-DLM-096"


def play(p: Player, _toneel: Toneel) -> None:
    """Opens a Belgian car, reads the manual about its window, goes back."""
    p.step("Een Belgische auto, getypt zonder streepjes")
    p.write("3dlm096")
    p.press("Enter")
    p.window(MuterenForm, _TIGUAN)
    p.see("België")
    p.look("muteren-belgie")
    p.step("F1: de handleiding bij dit venster")
    p.press("F1")
    p.window(HulpForm)
    p.see("Muteren kenteken")
    p.look("hulp")
    p.press("Esc")
    p.window(MuterenForm)
    p.press("Esc")
    p.window(Window)
    p.press("Esc")
