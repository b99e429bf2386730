"""Chapter: the day of who leads the sale: an order, its plate requested and given, and the overview of all plates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.forms.dagtaken import DagtakenForm
from werkplaats.forms.order.direct import DirectGoedkeurenForm
from werkplaats.forms.order.form import OrderForm
from werkplaats.rondleiding.hoofdstukken.aanmelden import close_program
from werkplaats.rondleiding.toneel import VERKOOP
from werkplaats.ui.plate import Plate
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_AUTO, _CHASSIS = "ID.7 Tourer", "WVWZZZED4TE000417"
_MOST_TABS = 40
_SENDING = 60.0
"""Seconds that the waiting time and the next round of the postbus may take together."""


def play(p: Player, toneel: Toneel) -> None:
    """Sees what the morning would do, goes to work as the sales manager, sells a car, and looks over all plates."""
    _try_morning(p)
    _sign_in(p, toneel)
    _sell(p, toneel)
    _request(p, toneel)
    _overview(p)
    _requests(p)


def _try_morning(p: Player) -> None:
    p.step("Dagtaken, eerst proberen: wat de ochtendloop van de kentekens zou doen")
    p.press("Ctrl+K")
    p.write("dagtaken")
    p.see("Dagtaken")
    p.press("Enter")
    p.window(DagtakenForm)
    p.press("Alt+P")
    p.see("Dit zou er gebeuren; er is niets veranderd.", "PON-aanvragen")
    p.look("kentekens-proef")
    p.press("Esc")
    p.window(Window)


def _sign_in(p: Player, toneel: Toneel) -> None:
    p.step("De verkoopmanager opent het programma")
    close_program(p, toneel)
    toneel.open_as(VERKOOP)
    p.window(Window)
    p.see("Sophie Vermeer", "Verkoop manager nieuw", "Kentekens")


def _sell(p: Player, toneel: Toneel) -> None:
    p.step("Een nieuwe order: de auto, de platen en de losdatum")
    _go(p, "nieuwe order")
    p.window(OrderForm)
    p.see("Het nummer komt bij het opslaan.")
    p.write("Volkswagen")
    p.fill("model", _AUTO)
    p.fill("chassisnummer", _CHASSIS)
    p.press("Ctrl+2")
    p.fill("Aantal platen 27.1 Lang", "2")
    p.press("Ctrl+3")
    p.go_to("goedgekeurd")
    p.press("Space")
    p.fill("losdatum", datum_tekst(toneel.over(-14)))
    p.press("Tab")
    p.see("14 dagen na de losdatum", "R1", "Merk gaat via PON")
    p.look("kentekens-uitleg")
    p.press("Ctrl+S")
    p.window(Window)


def _request(p: Player, toneel: Toneel) -> None:
    p.step("Direct goedkeuren: eerst precies zien wat er verstuurd wordt")
    _go(p, "orders")
    p.see("Nieuwe order", "orders")
    p.go_to("Filter in deze lijst")
    p.write("id7 tourer")
    p.see("1 order")
    p.press("Enter")
    p.window(OrderForm)
    p.press("Ctrl+3", "Alt+D")
    p.window(DirectGoedkeurenForm)
    p.see("Nu aanvragen bij PON?", _CHASSIS, "HANDMATIG")
    p.look("kentekens-voorbeeld")
    p.press("Alt+A")
    p.window(OrderForm)
    p.see("tot dan kunt u het intrekken")
    p.look("kentekens-wacht")
    p.step("Verzonden, en even later staat het kenteken in de order")
    p.wait_for(lambda: p.reads("Ingediend bij PON"), "dat de aanvraag verzonden is", _SENDING)
    for minutes in (2, 5):
        toneel.ask_after_plates(minutes)
    p.see("Kenteken toegekend", "Heeft een kenteken")
    plate = p.find(Plate)
    p.wait_for(lambda: plate.width() >= plate.sizeHint().width(), "het hele kenteken boven in de order")
    p.look("kentekens-toegekend")
    p.press("Esc")
    p.window(Window)
    p.press("Esc", "Esc")


def _overview(p: Player) -> None:
    p.step("Kentekenaanvragen: wat er de komende twee weken wordt aangevraagd, en wat op u wacht")
    _go(p, "kentekenaanvragen")
    p.see("Aandacht nodig", "Wacht op goedkeuring", "Later beslissen", "Vandaag")
    p.look("kentekens-planning")
    p.step("Een dag kiezen met de pijltjes")
    _to_days(p)
    p.press("Enter")
    p.see("1 gekozen · 4 orders")
    p.look("kentekens-dag")
    p.press("Enter")
    p.step("Een regel die gemist werd: waarom, en zelf aanvragen")
    p.go_to("Filter in deze lijst")
    p.write("caddy")
    p.see("1 gekozen · 1 order", "Volkswagen Caddy", "Wacht tot")
    p.look("kentekens-gemist")
    p.press("Alt+A")
    p.window(DirectGoedkeurenForm)
    p.see("Nu aanvragen bij PON?")
    p.press("Esc")
    p.window(Window)
    p.press("Esc")


def _to_days(p: Player) -> None:
    """Tab goes round to the first of the days; from there go the arrows."""
    for _tab in range(_MOST_TABS):
        if "Vandaag" in getattr(p.focus(), "accessibleName", str)():
            return
        p.press("Tab")
    p.see_focus("Vandaag")


def _requests(p: Player) -> None:
    p.step("Aangevraagd: waar elke aanvraag staat, en wat er beslist moet worden")
    p.press("Ctrl+Tab")
    p.see("Kenteken toegekend", "Te beslissen", _AUTO)
    p.look("kentekens-aangevraagd")
    p.go_to("Filter in deze lijst")
    p.write("tiguan")
    p.see("1 gekozen · 1 aanvraag", "PON heeft de aanvraag")
    p.look("kentekens-niet-zeker")
    p.press("Esc", "Ctrl+Tab", "Esc")
    p.see("Vraagt aandacht")


def _go(p: Player, where: str) -> None:
    """By the palette, as one goes anywhere."""
    p.press("Ctrl+K")
    p.write(where)
    p.see(where.capitalize())
    p.press("Enter")
    # It opens what one chose once the search is back; until then it keeps the keys.
    p.see_no("kenteken, naam of opdracht")
