"""Steps of other chapters: a car that goes along with a visit, and one that comes back too late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.leen.een import LeenForm
from werkplaats.forms.leen.terug import TerugForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.werkkaart.form import WerkkaartForm
from werkplaats.forms.wisseling.kies_voertuig import KiesVoertuigForm
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player

_CORSA = "LE-102-A"
_UIT, _TYPEFOUT, _IN = "30500", "4120", "41210"
# Whatever day the tour is played, this one is to come, and no other car is promised for it.
_TERUG = "31-12-2049"


def lend_a_car(p: Player) -> None:
    """On a werkkaart: the customer gets one of the loan cars that are free."""
    p.step("Leen/Huur: de klant krijgt een auto mee")
    p.press("Alt+H")
    p.see("Nog geen auto meegegeven")
    p.press("Alt+L")
    p.window(LeenForm)
    p.see("Bij werkkaart 20", "Smeets")
    p.press("Alt+S")
    p.window(KiesVoertuigForm)
    p.see("Vrije leenauto's", "Renault Clio")
    p.look("leenauto-kiezen")
    p.press("Enter")
    p.window(LeenForm)
    p.see("Laatst bekend: 30.401 km")
    p.fill("km_uit", _UIT)
    p.press("Ctrl+S")
    p.see("Vul in wanneer de auto terug verwacht wordt")
    p.look("leen-fout")
    p.fill("tot", _TERUG)
    p.fill("tot_om", "17:00")
    p.look("leen")
    p.press("Ctrl+S")
    p.window(WerkkaartForm)
    p.see("Weg", "Renault Clio, tot 31-12-2049 17:00")
    p.look("werkkaart-leen")


def take_one_back(p: Player) -> None:
    """On the card of a loan car that is late: it comes back, with its reading."""
    p.step("Een leenauto die te laat is, komt terug")
    p.write("le102a")
    p.see("Opel Corsa")
    p.press("Enter")
    p.window(MuterenForm, _CORSA)
    p.press("Ctrl+8")
    p.see("Te laat", "van Dalen")
    p.look("leen-huur")
    p.go_to("Leen en huur van deze auto")
    p.press("Enter")
    p.window(LeenForm)
    p.see("Bij werkkaart 20", "Km in")
    p.look("leen-openen")
    p.press("Esc")
    p.window(MuterenForm, _CORSA)
    p.press("Ctrl+T")
    p.window(TerugForm)
    p.fill("km_in", _TYPEFOUT)
    p.press("Ctrl+S")
    p.see("Lager dan de stand waarmee hij wegging")
    p.look("leen-terug-fout")
    p.fill("km_in", _IN)
    p.press("Ctrl+S")
    p.window(MuterenForm, _CORSA)
    p.see("41.210")
    p.look("leen-huur-terug")
    p.press("Esc")
    p.window(Window)
    p.press("Esc")
