"""Chapter: a pass at Bovemij, from the menu to the summary in the browser, and the pass that came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.pechhulp import PechhulpForm
from werkplaats.forms.pechhulp_eerder import PechhulpEerderForm
from werkplaats.rondleiding.hoofdstukken.klant import EMAIL, GEBOORTEDATUM, KENTEKEN, OP_HET_PORTAAL
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_BOVEMIJ = "Pechhulp (via Bovemij)"
_BIJNA_OM = 12


def play(p: Player, toneel: Toneel) -> None:
    """From the card: menu, two mistakes, request by GET, earlier requests with the pass."""
    open_menu(p)
    _make_mistakes(p, toneel)
    _request(p, toneel)
    _note_pass(p, toneel)


def open_menu(p: Player) -> None:
    """Opens the form of Bovemij from the card of the car, by its Alt letter and its figure."""
    p.step("Alt+P: het menu Pechhulp, in de volgorde die u kent")
    p.write(KENTEKEN)
    p.press("Enter")
    p.window(MuterenForm, KENTEKEN)
    p.press("Alt+P")
    p.see("Bosch Mobiliteitsgarantie", _BOVEMIJ, "Vakgarage pechhulp", "VHD Pechhulp")
    p.wait_for(lambda: p.can_choose(_BOVEMIJ), f"'{_BOVEMIJ}' te kiezen")
    p.look("pechhulp-menu")
    p.step("Bovemij: ingevuld met wat bekend is")
    p.press("4")
    p.window(PechhulpForm)
    p.see(KENTEKEN, "Dalen")
    p.look("pechhulp")


def _make_mistakes(p: Player, toneel: Toneel) -> None:
    p.step("Twee velden kloppen niet: de knop zegt waarom er niets gebeurt")
    p.fill("geboortedatum", datum_tekst(toneel.over(1)))
    p.fill("email", "h.vandalen@")
    p.press("Ctrl+Enter")
    p.see("Nog niet aangevraagd: 2 velden kloppen niet", "in de toekomst", "geen e-mailadres")
    p.see_focus("geboortedatum")
    p.look("pechhulp-fouten")


def _request(p: Player, toneel: Toneel) -> None:
    p.step("Verbeterd, en aangevraagd: de browser opent met alles ingevuld (GET)")
    p.replace(GEBOORTEDATUM)
    p.fill("email", EMAIL)
    p.press("Ctrl+Enter")
    p.see("De aanvraag is geopend in de browser")
    check_summary(p, toneel, KENTEKEN)
    p.look("pechhulp-aangevraagd")
    p.press("Esc")
    p.window(MuterenForm, KENTEKEN)


def check_summary(p: Player, toneel: Toneel, kenteken: str) -> None:
    """What the portal shows after logging in is what was typed."""
    page = toneel.browser.pagina
    p.expect(page is not None and page.kop == "Controleer uw aanvraag", "de browser toont het overzicht")
    shown = set(page.waarden.values()) if page is not None else set()
    wanted = {kenteken.replace("-", ""), *OP_HET_PORTAAL}
    p.expect(
        wanted <= shown, f"het overzicht toont wat er getypt is (het mist {len(wanted - shown)} van {len(wanted)})"
    )


def _note_pass(p: Player, toneel: Toneel) -> None:
    p.step("In de browser afgerond; het pasnummer komt bij de eerdere aanvragen")
    given = toneel.browser.finish()
    p.expect("pasnummer" in given, "het portaal geeft een pasnummer")
    p.press("Alt+P")
    p.see("Eerdere aanvragen (3)")
    p.choose_item("Eerdere aanvragen")
    p.window(PechhulpEerderForm)
    p.look("pechhulp-eerder")
    p.fill("pasnummer", given["pasnummer"])
    p.fill("einddatum", datum_tekst(toneel.over(_BIJNA_OM)))
    p.press("Ctrl+S")
    p.see("De pas is vastgelegd", given["pasnummer"])
    p.look("pechhulp-bevestigd")
    p.press("Esc")
    p.window(MuterenForm, KENTEKEN)
    _see_reminder(p, datum_tekst(toneel.over(_BIJNA_OM)))


def _see_reminder(p: Player, day: str) -> None:
    p.step("De herinnering staat op de auto zelf, en een tweede aanvraag waarschuwt")
    p.see(day)
    p.look("muteren-herinnering")
    p.press("Alt+P")
    p.wait_for(lambda: p.can_choose(_BOVEMIJ), f"'{_BOVEMIJ}' te kiezen")
    p.press("4")
    p.window(PechhulpForm)
    p.see("Pechhulp is al aangevraagd", day)
    p.look("pechhulp-tweede")
    p.press("Esc")
    p.window(MuterenForm, KENTEKEN)
    p.step("En op de startpagina")
    p.press("Esc")
    p.window(Window)
    p.press("Esc")
    p.see(f"Pechhulppas tot, {day}")
    p.look("start-herinnering")
