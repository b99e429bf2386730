"""Part of the chapter on Car-Pass: the history of a car for its sale, known or asked anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.carpass.historiek import HistoriekForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.rondleiding.hoofdstukken.afdrukken import see_paper
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_RENAULT, _VOLVO = "3-DLM-096", "3-GPL-772"
_PANE = "Filter in deze lijst"
_PATIENCE = 60.0
"""Seconds for the postbus to go round and Car-Pass to answer."""


def play(p: Player, toneel: Toneel) -> None:
    """Looks at a history that may be shown still, and asks for one in place of an old one."""
    _look_at_history(p)
    _ask_history(p, toneel)


def _look_at_history(p: Player) -> None:
    p.step("Car-Pass historiek: wat nog geldig is, wordt niet opnieuw aangevraagd")
    p.press("F6")
    p.go_to(_PANE)
    p.write("dlm096")
    p.see("1 voertuig")
    p.press("Enter")
    p.window(MuterenForm, _RENAULT)
    p.see("Car-Pass")
    p.look("carpass-in-de-kaart")
    p.press("Esc")
    p.window(Window)
    p.go_to(_PANE)
    _open_history(p)
    p.window(HistoriekForm, _RENAULT)
    p.see("Geldig tot en met", "Openbaar adres", "Nieuwe aanvragen …")
    p.look("carpass-historiek-geldig")
    p.press("Esc")
    p.window(Window)


def _ask_history(p: Player, toneel: Toneel) -> None:
    p.step("Een historiek die verlopen is: stand en chassisnummer, en een nieuwe aanvragen")
    p.go_to(_PANE)
    p.replace("gpl772")
    p.see(_VOLVO, "1 voertuig")
    _open_history(p)
    form = p.window(HistoriekForm, _VOLVO)
    p.see("Verlopen: was geldig tot en met")
    p.fill("stand", "92040")
    p.look("carpass-historiek-verlopen")
    p.press("Ctrl+Enter")
    p.step("Het document komt vanzelf: bij de bijlagen, op het scherm, en het adres in de browser")
    p.wait_for(lambda: p.front() is not form, "het document van Car-Pass", _PATIENCE)
    see_paper(p)
    p.look("carpass-historiek-document")
    p.press("Esc")
    p.window(HistoriekForm, _VOLVO)
    p.see("Geldig tot en met")
    p.expect("/vhr/" in toneel.browser.adressen[-1], "de openbare pagina staat open in de browser")
    p.press("Alt+S")
    p.see("Het adres staat op het klembord.")
    p.look("carpass-historiek")
    p.press("Esc")
    p.window(Window)
    p.press("Esc")


def _open_history(p: Player) -> None:
    p.press("↓", "Shift+F10")
    p.choose_item("Car-Pass historiek")
