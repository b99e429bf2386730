"""Chapter: the photos and documents of a car, its damages on their drawing, its warranties; all on its line of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.bijlagen.form import DocumentenForm
from werkplaats.forms.bijlagen.foto import FotoForm
from werkplaats.forms.bijlagen.naam import NaamForm
from werkplaats.forms.garantie.form import GarantiesForm
from werkplaats.forms.historie.form import HistorieForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.schade.een import SchadeForm
from werkplaats.forms.schade.form import SchadesForm
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_GOLF = "GA-482-R"


def play(p: Player, _toneel: Toneel) -> None:
    """Looks at a photo, at the letters, at the warranties, and notes a damage; all by keyboard."""
    p.step("De foto's van een auto")
    p.write("ga482r")
    p.press("Enter")
    p.window(MuterenForm, _GOLF)
    p.press("Ctrl+7")
    p.see("zijkant.png")
    p.look("afbeeldingen")
    _look_at_photo(p)
    _read_letters(p)
    _note_damage(p)
    _read_warranties(p)
    _read_dossier(p)
    _read_history(p)
    p.press("Esc")
    p.window(Window)
    p.press("Esc")


def _look_at_photo(p: Player) -> None:
    p.go_to("Foto's")
    p.press("Enter")
    p.window(FotoForm, "zijkant.png")
    p.press("Right")
    p.window(FotoForm, "voorkant.png")
    p.look("foto")
    p.press("Esc")
    p.window(MuterenForm, _GOLF)


def _read_letters(p: Player) -> None:
    p.step("Doc.: brieven, facturen en aktes; een naam die niet past, zegt het veld zelf")
    p.press("Alt+O")
    p.window(DocumentenForm)
    p.see("bevestiging lakwerk.txt")
    p.look("documenten")
    p.press("F2")
    p.window(NaamForm)
    p.write("map/brief")
    p.press("Ctrl+S")
    p.see("In de naam van een bestand passen geen")
    p.look("bestand-hernoemen")
    p.press("Esc")
    p.go_to("Niet bewaren")
    p.press("Space")
    p.window(DocumentenForm)
    p.press("Esc")
    p.window(MuterenForm, _GOLF)


def _note_damage(p: Player) -> None:
    p.step("Schade: een plek uit de lijst, een omschrijving, en daarna foto's")
    p.go_to("Schade")
    p.press("Space")
    p.window(SchadesForm)
    p.see("Kras van 10 cm onder de greep")
    p.look("schade")
    p.press("Ins")
    p.window(SchadeForm, "Nieuwe schade")
    p.choose("plek", "Achterklep")
    p.go_to("omschrijving")
    p.write("Deukje bij het slot")
    p.press("Ctrl+S")
    p.see("is bewaard")
    p.look("schade-nieuw")
    p.press("Esc")
    p.window(SchadesForm)
    p.see("Deukje bij het slot")
    p.press("Esc")
    p.window(MuterenForm, _GOLF)


def _read_warranties(p: Player) -> None:
    p.step("Garantie: wat loopt, en wat bijna verlopen is")
    p.go_to("Garantie")
    p.press("Space")
    p.window(GarantiesForm)
    p.see("Bijna verlopen")
    p.look("garantie")
    p.press("Esc")
    p.window(MuterenForm, _GOLF)


def _read_dossier(p: Player) -> None:
    p.step("Dossier: de werkkaarten van deze auto, en zijn meldingen")
    p.press("Ctrl+9")
    p.see("Werkkaart 2026-000003", "Klaar")
    p.look("dossier")


def _read_history(p: Player) -> None:
    p.step("Historie: alles staat op één lijn, en Enter opent waar een regel over gaat")
    p.press("Alt+H")
    p.window(HistorieForm)
    p.see("Toegevoegd bij een schade: schade.png")
    p.see("Weggehaald: bevestiging andere auto.txt")
    p.look("historie-alles")
    p.choose("soort", "Garantie")
    p.see("Laatste dag: Lak · Volkswagen")
    p.go_to("Historie, het nieuwste eerst")
    p.press("Enter")
    p.window(GarantiesForm)
    p.press("Esc")
    p.window(HistorieForm)
    p.press("Esc")
    p.window(MuterenForm, _GOLF)
