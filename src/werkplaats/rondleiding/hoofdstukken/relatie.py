"""Chapter: the owner of the car is corrected, another one chosen, and a new one begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.contacten import ContactenForm
from werkplaats.forms.kies_relatie import KiesRelatieForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.relatie.form import NieuweRelatieForm, RelatieForm
from werkplaats.rondleiding.hoofdstukken.klant import KENTEKEN, NAAM, TELEFOON

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_ANDER = "Thijssen"
_NIEUW = "Mw. K. de Proef"


def play(p: Player, _toneel: Toneel) -> None:
    """From the card of the car and back to it."""
    _correct(p)
    _choose(p)
    _begin_new(p)


def _correct(p: Player) -> None:
    p.step("De eigenaar staat een knop verder; een telefoonnummer wordt verbeterd")
    p.write(KENTEKEN)
    p.press("Enter")
    p.window(MuterenForm, KENTEKEN)
    p.go_to("Eigenaar openen")
    p.press("Space")
    p.window(RelatieForm, NAAM)
    p.see("Voertuigen", KENTEKEN)
    p.look("relatie")
    p.press("Ctrl+2")
    p.see("Andere adressen", "Mag e-mailen")
    p.look("relatie-meer")
    p.step("De bezoeken van de klant: de werkkaarten van zijn auto's")
    p.press("Ctrl+3")
    p.see("Klaar", "Volkswagen Golf")
    p.look("relatie-bezoeken")
    p.press("Ctrl+1")
    p.step("Een nummer dat niet bestaat, valt op zonder tegen te houden")
    p.fill("telefoon", "06 12")
    p.press("Tab")
    p.see("Dit nummer bestaat niet in Nederland")
    p.look("relatie-twijfel")
    p.step("Verbeterd in elke schrijfwijze, en opgeslagen")
    p.fill("telefoon", TELEFOON.replace(" ", ""))
    p.press("Ctrl+S")
    p.window(MuterenForm, KENTEKEN)
    _write_down_contact(p)


def _write_down_contact(p: Player) -> None:
    p.step("Alt+C: wat er met de eigenaar besproken is, komt bovenaan te staan")
    p.press("Alt+C")
    p.window(ContactenForm)
    p.see("Belt over de APK van december")
    p.fill("tekst", "Afspraak gemaakt voor vrijdag.")
    p.press("Ctrl+S")
    p.see("Afspraak gemaakt voor vrijdag.")
    p.look("crm")
    p.press("Esc")
    p.window(MuterenForm, KENTEKEN)


def _choose(p: Player) -> None:
    p.step("Alt+K: een andere eigenaar kiezen, en weer terug")
    p.press("Alt+K")
    p.window(KiesRelatieForm)
    p.write(_ANDER)
    p.see(f"Mw. J. {_ANDER}")
    p.look("kies-relatie")
    p.press("Enter")
    p.window(MuterenForm, KENTEKEN)
    p.see(f"Mw. J. {_ANDER}")
    p.press("Alt+K")
    p.window(KiesRelatieForm)
    p.write(TELEFOON.replace(" ", ""))
    p.see(f"Dhr. H. {NAAM}")
    p.press("Enter")
    p.window(MuterenForm, KENTEKEN)
    p.see(f"Dhr. H. {NAAM}")


def _begin_new(p: Player) -> None:
    p.step("Staat iemand er nog niet in: wat getypt is, komt in de nieuwe kaart")
    p.press("Alt+K")
    p.window(KiesRelatieForm)
    p.write(_NIEUW)
    p.see(f"Niemand gevonden met '{_NIEUW}'")
    p.look("kies-relatie-niemand")
    p.press("Alt+N")
    p.window(NieuweRelatieForm)
    p.see("Proef")
    p.look("relatie-nieuw")
    p.press("Esc")
    p.window(MuterenForm, KENTEKEN)
