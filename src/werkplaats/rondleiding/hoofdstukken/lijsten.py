"""Chapter: the lists of cars and relaties, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel


def play(p: Player, _toneel: Toneel) -> None:
    """Looks at the list, filters it, opens a car from it, looks at the relaties, and goes back."""
    p.window(Window)
    p.step("F6: alle auto's, met wat aandacht vraagt")
    p.press("F6")
    p.see("01-CA-RS", "APK binnen 30 dagen", "voertuigen")
    p.look("voertuigen")
    p.step("Filteren op elk woord van een regel")
    p.go_to("Filter in deze lijst")
    p.write("dalen golf")
    p.see("1 voertuig")
    p.see_no("01-CA-RS")
    p.look("voertuigen-filter")
    p.step("Enter opent de kaart; terug staat de lijst er nog zo")
    p.press("Enter")
    p.window(MuterenForm, "GA-482-R")
    p.press("Esc")
    p.window(Window)
    p.see("1 voertuig")
    p.step("Niets gevonden: wat er dan kan; Esc geeft de hele lijst terug")
    p.replace("zzzz")
    p.see("Niets gevonden voor", "Filter wissen")
    p.look("voertuigen-niets-gevonden")
    p.press("Esc")
    p.see("01-CA-RS")
    p.step("F7: alle klanten en bedrijven")
    p.press("F7")
    p.see("Nieuwe relatie", "Zonder voertuig", "relaties")
    p.look("relaties")
    p.press("Esc")
    p.see("Vraagt aandacht")
