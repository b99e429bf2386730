"""Chapter: the overview of plate requests: the calendar, what waits for a person, and what was asked of PON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel


def play(p: Player, _toneel: Toneel) -> None:
    """Opens the overview, and looks at each of its parts."""
    p.window(Window)
    p.step("Kentekenaanvragen: wat er de komende twee weken wordt aangevraagd")
    p.press("Ctrl+K")
    p.write("kentekenaanvragen")
    p.see("Kentekenaanvragen")
    p.press("Enter")
    p.see("Aandacht nodig", "Komende twee weken", "Vandaag")
    p.look("kentekens-planning")
    p.step("Aangevraagd: waar elke aanvraag staat, en wat er beslist moet worden")
    p.press("Ctrl+Tab")
    p.see("Kenteken toegekend", "Te beslissen")
    p.look("kentekens-aangevraagd")
    p.press("Ctrl+Tab", "Esc")
    p.see("Vraagt aandacht")
