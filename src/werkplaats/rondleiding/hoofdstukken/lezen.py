"""Chapter: closing, and the same garage for a mechanic, who may look and not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.rondleiding.hoofdstukken.aanmelden import close_program
from werkplaats.rondleiding.hoofdstukken.klant import KENTEKEN
from werkplaats.rondleiding.toneel import MONTEUR
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel


def play(p: Player, toneel: Toneel) -> None:
    """Closes the window, opens it as a mechanic, looks at a car, closes again."""
    _close(p, toneel, "de verkoop")
    p.step("Een monteur opent hetzelfde programma")
    toneel.open_as(MONTEUR)
    p.window(Window)
    p.see("Dennis Kuipers", "Monteur", "Vraagt aandacht")
    p.write("ga482r")
    p.see("Vervaldatum APK")
    p.look("start-monteur")
    p.step("Hij ziet de kaart; wat hij niet mag, staat er niet")
    p.press("Enter")
    p.window(MuterenForm, KENTEKEN)
    p.expect(not p.reads("Opslaan"), "er is geen knop Opslaan")
    p.expect(not p.reads("Pechhulp"), "er is geen knop Pechhulp")
    p.look("muteren-alleen-lezen")
    p.press("Esc")
    p.window(Window)
    _close(p, toneel, "de monteur")


def _close(p: Player, toneel: Toneel, wie: str) -> None:
    p.step(f"Het venster van {wie} sluit")
    close_program(p, toneel)
