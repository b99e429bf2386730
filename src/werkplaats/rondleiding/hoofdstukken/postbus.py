"""Chapter: what goes out by itself, what a person decides about it, the tasks of the morning, and the mail server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.dagtaken import DagtakenForm
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_MOST_PAGES = 20


def play(p: Player, _toneel: Toneel) -> None:
    """Decides about a message in doubt, runs the day's tasks, and tries the mail server."""
    p.window(Window)
    _decide(p)
    _run_tasks(p)
    _try_mail(p)
    p.press("Esc")
    p.window(Window)


def _decide(p: Player) -> None:
    p.step("F9: alles wat naar een ander systeem moet, met de pogingen ernaast")
    p.press("F9")
    p.see("Ingetrokken", "berichten")
    p.go_to("Filter in deze lijst")
    p.write("dewit")
    p.see("1 bericht", "Mailserver antwoordt niet op tijd")
    p.look("postbus")
    p.step("Onzeker: een mens beslist, in twee stappen")
    p.press("Alt+B")
    p.see("Is dit bericht aangekomen?", "Nee, opnieuw verzenden")
    p.look("postbus-beslissen")
    p.go_to("Ja, aangekomen")
    p.press("Space")
    p.see_no("Is dit bericht aangekomen?")
    p.see("Voertuig openen")
    p.press("Esc", "Esc")
    p.see("Vraagt aandacht")


def _run_tasks(p: Player) -> None:
    p.step("Dagtaken: wat elke ochtend vanzelf gebeurt, en nu met de hand")
    p.go_to("Dagtaken")
    p.press("Space")
    p.window(DagtakenForm)
    p.press("Alt+N")
    p.see("Alles van vandaag is gedaan.", "Bewaartermijnen")
    p.look("dagtaken")
    p.press("Esc")
    p.window(Window)


def _try_mail(p: Player) -> None:
    p.step("Instellingen: het uur van de dagtaken, de back-up en de mailserver")
    p.go_to("Instellingen")
    p.press("Space")
    p.window(InstellingenForm)
    p.see("Waalbrug Nijmegen")
    _turn_to(p, "laatste back-ups")
    p.look("instellingen-dagtaken")
    _turn_to(p, "Proberen")
    p.press("Alt+T")
    p.see("Verstuurd om", "de mailserver antwoordt: 250")
    p.look("instellingen-email")


def _turn_to(p: Player, words: str) -> None:
    """Turns the pages up to the one where these words stand."""
    for _page in range(_MOST_PAGES):
        if p.reads(words):
            return
        p.press("Ctrl+Tab")
    p.see(words)
