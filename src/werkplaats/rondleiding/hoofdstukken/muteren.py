"""Chapter: the vehicle card, what RDW has otherwise, a mistake that is told where it stands, and the logboek."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.logboek import LogboekForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.rdw_vergelijken import RdwVergelijkenForm
from werkplaats.rondleiding.hoofdstukken.klant import KENTEKEN, NAAM
from werkplaats.ui.fields.text import CodeField
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel


def play(p: Player, _toneel: Toneel) -> None:
    """Opens a car by its plate, takes what RDW knows, mends a mistake, looks at a code, saves, reads the logboek."""
    _open(p)
    _ask_rdw(p)
    _make_mistake(p)
    _look_at_code(p)
    _save(p)
    _read_logbook(p)


def _open(p: Player) -> None:
    p.step("Een kenteken in elke schrijfwijze; Enter opent de kaart")
    p.write("ga482r")
    p.press("Enter")
    p.window(MuterenForm, KENTEKEN)
    p.see("Volkswagen", NAAM, "Terugroepactie")
    p.look("muteren")


def _ask_rdw(p: Player) -> None:
    p.step("F5 vraagt de RDW; naast elkaar wat er anders is")
    p.press("F5")
    form = p.window(RdwVergelijkenForm)
    p.see("Wat de RDW anders heeft", "Terugroepactie")
    p.look("rdw-vergelijken")
    p.step("De spatiebalk vinkt aan wat u overneemt")
    before = form.windowTitle(), p.words()
    p.press("↓", "Space")
    p.wait_for(lambda: p.words() != before[1], "een ander aantal op de knop Overnemen")
    p.press("Space", "Ctrl+S")
    p.window(MuterenForm)
    p.look("muteren-overgenomen")


def _make_mistake(p: Player) -> None:
    p.step("Wat niet gelezen kan worden, staat bij het veld zelf")
    p.fill("bouwjaar", "twintig")
    p.press("Tab")
    p.see("Dit is geen heel getal")
    p.press("Ctrl+S")
    p.see("Nog niet opgeslagen")
    p.see_focus("bouwjaar")
    p.look("muteren-fout")
    p.step("Verbeterd: de melding is weg")
    p.replace("2020")
    p.press("Tab")
    p.see_no("Dit is geen heel getal")


def _look_at_code(p: Player) -> None:
    p.step("Een code blijft verborgen tot u hem opvraagt; dat komt in het logboek")
    field = p.go_to("radiocode")
    p.expect(isinstance(field, CodeField) and "•" in p.words_of_field(), "de radiocode is verborgen")
    p.press("Alt+↓")
    p.wait_for(lambda: "•" not in p.words_of_field() and p.words_of_field() != "", "de radiocode in cijfers")
    p.look("muteren-code")


def _save(p: Player) -> None:
    p.step("Ctrl+S slaat op")
    p.press("Ctrl+S")
    p.window(Window)


def _read_logbook(p: Player) -> None:
    p.step("Logboek: wie wat wijzigde, voor en na")
    p.press("Enter")
    p.window(MuterenForm, KENTEKEN)
    p.press("Alt+L")
    p.window(LogboekForm)
    p.see("bekeken", "van de RDW", "Marieke Hendriks")
    p.look("logboek")
    p.press("Esc")
    p.window(MuterenForm, KENTEKEN)
    p.press("Esc")
    p.window(Window)
    p.press("Esc")
