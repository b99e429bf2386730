"""Chapter: the vehicle card and the label of its key, seen as they come on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.afdrukvoorbeeld import AfdrukvoorbeeldForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.vellen import Vellen
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_RENAULT = "3-DLM-096"


def play(p: Player, _toneel: Toneel) -> None:
    """Opens both documents of a car from its card, and enlarges one."""
    p.step("Afdrukken: wat er van een auto op papier kan")
    p.write("3dlm096")
    p.press("Enter")
    p.window(MuterenForm, _RENAULT)
    p.press("Ctrl+P")
    p.choose_item("Voertuigkaart")
    see_paper(p)
    p.look("afdruk-voertuigkaart")
    p.step("Het voorbeeld groter, en weer passend")
    p.press("Ctrl++")
    p.press("Ctrl+0")
    see_paper(p)
    p.press("Esc")
    p.window(MuterenForm, _RENAULT)
    p.step("Een label voor de sleutel, met een streepjescode die de auto opent")
    p.press("Ctrl+P")
    p.choose_item("Sleutellabel")
    see_paper(p)
    p.look("afdruk-sleutellabel")
    p.press("Esc")
    p.window(MuterenForm, _RENAULT)
    p.press("Esc")
    p.window(Window)
    p.press("Esc")


def see_paper(p: Player) -> None:
    """Waits until the pages of the preview in front are drawn."""
    preview = p.window(AfdrukvoorbeeldForm)
    paper = preview.findChildren(Vellen)[0]
    p.wait_for(lambda: paper.has_pages and paper.missing() is None, "the pages are drawn")
