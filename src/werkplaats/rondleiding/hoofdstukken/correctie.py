"""Part of the chapter on Car-Pass: the account with its test, and the form for what it does not take otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.carpass.correctie import CorrectieForm
from werkplaats.forms.carpass.form import CarPassForm
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.rondleiding.hoofdstukken.afdrukken import see_paper
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player

_ALFA = "QFH-659"
_PANE = "Filter in deze lijst"


def play(p: Player) -> None:
    """Tries the connection, reads the form of a report that failed twice, and sees it on paper."""
    _try_connection(p)
    _read_form(p)


def _try_connection(p: Player) -> None:
    p.step("De instellingen van Car-Pass, met Test connectie")
    p.press("Ctrl+K")
    p.write("instellingen: car-pass")
    p.see("Instellingen: Car-Pass")
    p.press("Enter")
    p.window(InstellingenForm)
    p.see("Zonder BE, tien cijfers.")
    p.press("Alt+T")
    p.see("Gelukt om", "werkzaamheden opgehaald")
    p.look("instellingen-carpass")
    p.press("Esc")
    p.window(Window)


def _read_form(p: Player) -> None:
    p.step("Het correctieformulier: wat de stand moest zijn, en waarom")
    p.press("F8")
    p.go_to(_PANE)
    p.replace("qfh659")
    p.see("1 melding", "Alfa Romeo 159")
    p.press("Enter")
    p.window(CarPassForm, _ALFA)
    p.press("Alt+F")
    p.window(CorrectieForm)
    p.see("Juiste gegevens", "Naar mezelf mailen", "Correctie op de website")
    p.see("Gedrukt, ", "Ondertekend")
    p.look("carpass-correctieformulier")
    p.step("Op papier, om te ondertekenen")
    p.press("Alt+F")
    see_paper(p)
    p.look("carpass-correctie-op-papier")
    p.press("Esc")
    p.window(CorrectieForm)
    p.press("Esc")
    p.window(CarPassForm, _ALFA)
    p.press("Esc")
    p.window(Window)
    p.go_to(_PANE)
    p.press("Esc")
