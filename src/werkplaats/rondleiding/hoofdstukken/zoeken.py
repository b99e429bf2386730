"""Chapter: the window is there at once, and one box finds any car and person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel


def play(p: Player, _toneel: Toneel) -> None:
    """Types before the data are there, looks at the day, searches by name, opens by the palette."""
    p.step("Typ meteen, terwijl de gegevens nog geladen worden")
    p.see("Zoeken")
    p.write("smeets")
    p.look("start-laden")
    p.step("Wat getypt was, wordt gezocht zodra de gegevens er zijn")
    p.see("Anouk", "Smeets Installatietechniek", "GE-731-P")
    p.press("↓", "↓")
    p.see("Vervaldatum APK", "Eigenaar")
    p.look("start-zoeken")
    p.step("Esc wist: wat vandaag aandacht vraagt, en wat het laatst bekeken is")
    p.press("Esc")
    p.see("Marieke Hendriks", "Waalbrug Nijmegen", "GA-482-R")
    p.look("start")
    p.step("Niets gevonden: het programma zegt wat er kan")
    p.write("zzzz")
    p.see("zzzz")
    p.look("start-niets-gevonden")
    p.press("Esc")
    p.step("Ctrl+K zoekt overal: opdrachten, auto's en mensen")
    p.press("Ctrl+K")
    p.see("Opdrachten")
    p.look("palet")
    p.write("dalen")
    p.see("GA-482-R", "van Dalen")
    p.look("palet-zoeken")
    p.press("Esc")
