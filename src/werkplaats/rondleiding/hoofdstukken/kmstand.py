"""Chapter: a reading of the odometer that cannot be right is told while it is typed; what happened with the car."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.historie.form import HistorieForm
from werkplaats.forms.kmstand.form import KmStandForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_RENAULT = "3-DLM-096"


def play(p: Player, _toneel: Toneel) -> None:
    """Adds a reading to a car whose last one was doubtful, takes it back, reads what happened with the car."""
    _open(p)
    _type_oddly(p)
    _take_back(p)
    _read_history(p)


def _open(p: Player) -> None:
    p.step("De kaart van een auto, en zijn kilometerstanden")
    p.write("3dlm096")
    p.press("Enter")
    p.window(MuterenForm, _RENAULT)
    p.press("Alt+S")
    p.window(KmStandForm)
    p.see("per jaar")
    p.see_focus("stand")
    p.look("kmstand")


def _type_oddly(p: Player) -> None:
    p.step("Een stand die niet kan kloppen, wordt gezegd terwijl u typt")
    p.write("12510")
    p.see_no("118.978 km lager")
    p.write("6")
    p.see("6.382 km lager dan een eerdere stand")
    p.look("kmstand-lager")


def _take_back(p: Player) -> None:
    p.step("Bewaren mag; terugnemen ook")
    p.replace("143210")
    p.press("Ctrl+S")
    p.see("143.210")
    p.press("Alt+R")
    p.see("143.210 is teruggenomen")
    p.look("kmstand-teruggenomen")
    p.press("Esc")
    p.window(MuterenForm, _RENAULT)


def _read_history(p: Player) -> None:
    p.step("Historie: alles wat er met deze auto gebeurde")
    p.press("Alt+H")
    p.window(HistorieForm)
    p.see("gebeurtenissen")
    p.look("historie")
    p.press("Esc")
    p.window(MuterenForm, _RENAULT)
    p.press("Esc")
    p.window(Window)
    p.press("Esc")
