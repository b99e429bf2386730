"""Chapter: a car is found by the plate it bore once; it is sold, and gets another plate, from a day on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.forms.kies_relatie import KiesRelatieForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.wisseling.kies_voertuig import KiesVoertuigForm
from werkplaats.forms.wisseling.lijst import TijdlijnForm
from werkplaats.forms.wisseling.periode import PeriodeForm
from werkplaats.forms.wisseling.rol import RolForm
from werkplaats.forms.wisseling.verhuizing import VerhuisForm
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_OUD = "1-WIS-417"


def play(p: Player, _toneel: Toneel) -> None:
    """Searches an old plate, reads whose the car was, sells it, takes that back, moves its plate, puts a day right."""
    _find(p)
    _sell(p)
    _take_away(p)
    _move(p)
    _put_right(p)


def _find(p: Player) -> None:
    p.step("Een oud kenteken vindt de auto, en zegt tot wanneer het erop zat")
    p.write("1wis417")
    p.see(f"had {_OUD} tot", "XC40")
    p.look("zoeken-oud-kenteken")
    p.press("Enter")
    p.window(MuterenForm)
    p.step("Kentekens en eigenaren: wat gold van wanneer tot wanneer")
    p.press("Alt+T")
    p.window(TijdlijnForm)
    p.see("De Clercq", "Janssens", "nu")
    p.look("kentekens-en-eigenaren")


def _sell(p: Player) -> None:
    p.step("Verkocht: de nieuwe eigenaar begint op de dag waarop de oude eindigt")
    p.press("Alt+V")
    p.window(RolForm)
    p.see("De Clercq")
    p.press("Alt+K")
    p.window(KiesRelatieForm)
    p.write("verstraeten")
    p.see("Verstraeten")
    p.press("Enter")
    p.window(RolForm)
    p.see("Verstraeten")
    p.look("verkoop")
    p.press("Ctrl+S")
    p.window(TijdlijnForm)
    p.see("Verstraeten")


def _take_away(p: Player) -> None:
    p.step("Een vergissing wordt weggehaald: wie ervoor eigenaar was, is het weer; en het kan ongedaan")
    p.press("↓", "↓", "Del")
    p.see("Was dat een vergissing?")
    p.look("regel-weghalen")
    p.press("Alt+G")
    p.see("is weggehaald", "geldt weer")
    p.see_no("Verstraeten ·")
    p.look("regel-weggehaald")
    p.go_to("Ongedaan maken")
    p.press("Space")
    p.see("Verstraeten")
    p.press("↑", "↑")


def _move(p: Player) -> None:
    p.step("In België gaat de plaat mee naar de volgende auto")
    p.press("Alt+H")
    p.window(VerhuisForm)
    p.press("Alt+K")
    p.window(KiesVoertuigForm)
    p.write("3dlm096")
    p.see("Renault")
    p.press("Enter")
    p.window(VerhuisForm)
    p.see("Renault")
    p.look("plaat-verhuist")
    p.press("Esc")
    p.go_to("Niet bewaren")
    p.press("Space")
    p.window(TijdlijnForm)


def _put_right(p: Player) -> None:
    p.step("Een dag die niet klopt wordt verbeterd; twee tegelijk kan niet")
    p.press("↓", "Enter")
    p.window(PeriodeForm)
    p.fill("tot", datum_tekst(datetime.now(UTC).date() - timedelta(days=1)))
    p.press("Ctrl+S")
    p.see("Twee tegelijk kan niet")
    p.look("datums-verbeteren")
    p.press("Esc")
    p.go_to("Niet bewaren")
    p.press("Space")
    p.window(TijdlijnForm)
    p.press("Esc")
    p.window(MuterenForm)
    p.press("Esc")
    p.window(Window)
    p.press("Esc")
