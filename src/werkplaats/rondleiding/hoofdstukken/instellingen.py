"""Chapter: the pages of the settings, and a pass asked for once more, now by a form instead of an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.pechhulp import PechhulpForm
from werkplaats.rondleiding.hoofdstukken.klant import EMAIL, GEBOORTEDATUM, TELEFOON
from werkplaats.rondleiding.hoofdstukken.pechhulp import check_summary
from werkplaats.ui.theme import theme
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_KENTEKEN = "GE-731-P"
_SCHAAL = "115 %"

_MOST_PAGES = 20


def play(p: Player, toneel: Toneel) -> None:
    """Through all pages, POST_FORM chosen and tried, light and dark."""
    _walk(p)
    _choose_form(p)
    _request(p, toneel)
    _change_look(p)


def _walk(p: Player) -> None:
    p.step("Instellingen per vestiging, via het palet")
    p.press("Ctrl+K")
    p.write("bedrijf en adres")
    p.see("Instellingen: bedrijf en adres")
    p.press("Enter")
    p.window(InstellingenForm)
    p.see("Waalbrug Nijmegen", "BTW-nummer")
    p.look("instellingen-algemeen")
    p.step("Ctrl+Tab bladert: vrije velden, Pechhulp, BV en LPG, RDW, uiterlijk en toetsen")
    _turn_to(p, "Zegt iets over een persoon")
    p.look("instellingen-vrije-velden")
    _turn_to(p, "Wie met Werkplaats mag werken")
    p.see("Marieke Hendriks", "Beheerder", "Planner schade")
    p.look("instellingen-gebruikers")
    _turn_to(p, "Aanvragen bij Bovemij")
    p.look("instellingen-pechhulp")
    _turn_to(p, "Webadressen")
    p.look("instellingen-bv-en-lpg")
    _turn_to(p, "Proefkenteken")
    p.step("Test connectie zegt of de RDW antwoordt")
    p.press("Alt+T")
    p.see("Gelukt om")
    p.look("instellingen-rdw")
    _turn_to(p, "Tekstgrootte")
    p.look("instellingen-uiterlijk")


def _turn_to(p: Player, words: str) -> None:
    """Turns the pages up to the one where these words stand."""
    for _page in range(_MOST_PAGES):
        if p.reads(words):
            return
        p.press("Ctrl+Tab")
    p.see(words)


def _choose_form(p: Player) -> None:
    p.step("Een aanvraag gaat voortaan als formulier naar Bovemij")
    _turn_to(p, "Aanvragen bij Bovemij")
    p.choose("methode", "POST")
    p.see("1 wijziging nog niet opgeslagen")
    p.press("Ctrl+S")
    p.see("Opgeslagen om")
    p.press("Esc")
    p.window(Window)


def _request(p: Player, toneel: Toneel) -> None:
    p.step("Nog eens aangevraagd, met een formulier: in het adres staat niets van de klant")
    p.press("Esc")
    p.write(_KENTEKEN)
    p.press("Enter")
    p.window(MuterenForm, _KENTEKEN)
    p.press("Alt+P")
    p.wait_for(lambda: p.can_choose("Pechhulp (via Bovemij)"), "Bovemij te kiezen")
    p.press("4")
    p.window(PechhulpForm)
    p.fill("geboortedatum", GEBOORTEDATUM)
    p.fill("telefoon", TELEFOON)
    p.fill("email", EMAIL)
    p.press("Ctrl+Enter")
    p.see("De aanvraag is geopend in de browser")
    check_summary(p, toneel, _KENTEKEN)
    p.expect("?" not in toneel.browser.adressen[-1], "het geopende adres bevat geen gegevens")
    p.press("Esc")
    p.window(MuterenForm, _KENTEKEN)
    p.press("Esc")
    p.window(Window)


def _change_look(p: Player) -> None:
    p.step("Licht of donker, en grotere letters: meteen te zien")
    dark = theme().dark
    p.press("Ctrl+K")
    p.write("licht of donker")
    p.press("Enter")
    p.wait_for(lambda: theme().dark is not dark, "het andere kleurenschema")
    p.press("Ctrl+K")
    p.write("uiterlijk")
    p.see("Instellingen: uiterlijk en toetsen")
    p.press("Enter")
    p.window(InstellingenForm)
    p.choose("text_scale", _SCHAAL)
    p.look("tekstgrootte-115")
    p.choose("text_scale", "100 %")
    p.choose("scheme", "Donker" if dark else "Licht")
    p.wait_for(lambda: theme().dark is dark, "het eerste kleurenschema")
    p.press("Esc")
    p.window(Window)
    p.press("Esc")
