"""Chapter: the twelve tasks that the manual lists for the counter, each from begin to end and by keyboard alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from werkplaats.forms.contacten import ContactenForm
from werkplaats.forms.herinnering import HerinneringForm
from werkplaats.forms.historie.form import HistorieForm
from werkplaats.forms.kies_relatie import KiesRelatieForm
from werkplaats.forms.kmstand.form import KmStandForm
from werkplaats.forms.logboek import LogboekForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.relatie.form import NieuweRelatieForm
from werkplaats.rondleiding.hoofdstukken.klant import KENTEKEN
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_VIN_EIND = "W000417"
_NIEUW, _NIEUW_GETYPT = "HY-001-A", "hy001a"
"""A car that the register knows and this garage does not yet."""

_BEDRIJF, _TELEFOON = "Smeets Installatietechniek", "0481 555 190"
_LIJST = "smeets.csv"


def play(p: Player, toneel: Toneel) -> None:
    """Plays them in the order of the manual."""
    p.window(Window)
    for number, (task, do) in enumerate(_TAKEN, 1):
        p.step(f"Taak {number}. {task}")
        do(p, toneel)
        _back(p)


def _back(p: Player) -> None:
    """Back to the start page, with nothing in its box."""
    for _window in range(4):
        if isinstance(p.front(), Window):
            break
        window = p.front()
        p.press("Esc")
        p.wait_for(partial(_left, p, window), "dat het venster dicht gaat")
    p.window(Window)
    p.press("Esc")
    p.see("Vraagt aandacht")


def _left(p: Player, window: QWidget) -> bool:
    return p.front() is not window


def _open(p: Player, typed: str, kenteken: str = KENTEKEN) -> None:
    p.write(typed)
    p.press("Enter")
    p.window(MuterenForm, kenteken)


def _find_by_plate(p: Player, _toneel: Toneel) -> None:
    _open(p, "ga 482 r")


def _find_by_vin(p: Player, _toneel: Toneel) -> None:
    _open(p, _VIN_EIND.lower())


def _find_by_phone(p: Player, _toneel: Toneel) -> None:
    p.write(_TELEFOON)
    p.see(_BEDRIJF, "Relaties")
    p.press("Enter")
    p.window(MuterenForm)
    p.see(_BEDRIJF)


def _scan(p: Player, _toneel: Toneel) -> None:
    p.write("smeets")
    p.see(_BEDRIJF)
    p.scan(KENTEKEN.replace("-", ""))
    p.window(MuterenForm, KENTEKEN)
    p.press("Esc")
    p.window(Window)
    p.expect(p.words_of_field() == "smeets", "wat getypt was, staat er nog")


def _new_car(p: Player, _toneel: Toneel) -> None:
    p.write(_NIEUW_GETYPT)
    p.see("Nieuw voertuig")
    p.press("Ctrl+N")
    p.window(MuterenForm)
    p.press("F5")
    p.see("ingevuld van de RDW")
    p.look("taak-nieuwe-auto")
    p.press("Ctrl+S")
    p.window(Window)
    p.replace(_NIEUW_GETYPT)
    p.see("Niro")


def _correct(p: Player, _toneel: Toneel) -> None:
    _open(p, _NIEUW_GETYPT, _NIEUW)
    p.fill("type", "EV 64 kWh")
    p.press("Ctrl+S")
    p.window(Window)
    p.press("Enter")
    p.window(MuterenForm, _NIEUW)
    p.go_to("type")
    p.expect(p.words_of_field() == "EV 64 kWh", "het verbeterde type staat op de kaart")


def _new_owner(p: Player, _toneel: Toneel) -> None:
    _open(p, _NIEUW_GETYPT, _NIEUW)
    p.press("Alt+K")
    p.window(KiesRelatieForm)
    p.write("Mw. L. Verhoeven-Proef")
    p.see("Niemand gevonden")
    p.press("Alt+N")
    p.window(NieuweRelatieForm)
    p.fill("huisnr", "12")
    p.fill("postcode", "6512bk")
    p.press("Tab")
    p.see("Arend Noorduijnstraat")
    p.look("taak-nieuwe-klant")
    p.press("Ctrl+S")
    p.window(MuterenForm, _NIEUW)
    p.see("Verhoeven-Proef")
    p.press("Ctrl+S")
    p.window(Window)


def _km_in_doubt(p: Player, _toneel: Toneel) -> None:
    _open(p, "ga482r")
    p.press("Alt+S")
    p.window(KmStandForm)
    p.see_focus("stand")
    p.write("90000")
    p.see("lager dan een eerdere stand")
    p.replace("98114")
    p.see_no("lager dan een eerdere stand")
    p.press("Ctrl+S")
    p.see("98.114")


def _remind(p: Player, _toneel: Toneel) -> None:
    _open(p, "ga482r")
    p.press("Alt+I")
    p.go_to("Toevoegen")
    p.press("Space")
    p.window(HerinneringForm)
    p.choose("soort", "Eigen herinnering")
    p.fill("omschrijving", "Winterbanden eraf")
    p.fill("op_datum", "1-4-2027")
    p.look("taak-herinnering")
    p.press("Ctrl+S")
    p.window(MuterenForm, KENTEKEN)
    p.see("Winterbanden eraf")


def _note_contact(p: Player, _toneel: Toneel) -> None:
    _open(p, "ga482r")
    p.press("Alt+C")
    p.window(ContactenForm)
    p.fill("tekst", "Haalt de auto donderdag na vijf uur op.")
    p.press("Ctrl+S")
    p.see("Haalt de auto donderdag na vijf uur op.")


def _export(p: Player, toneel: Toneel) -> None:
    p.press("F6")
    p.see("APK binnen 30 dagen")
    p.go_to("Filter in deze lijst")
    p.write("smeets")
    p.wait_for(lambda: not p.reads("01-CA-RS"), "alleen de auto's van Smeets")
    p.press("↓", "Ctrl+3")
    p.look("taak-lijst")
    bestand = toneel.folder / _LIJST
    p.press("Ctrl+E")
    p.window(QFileDialog)
    p.replace(str(bestand))
    p.press("Enter")
    p.see(_LIJST)
    p.expect(bestand.stat().st_size > 0, "het bestand staat er")
    p.window(Window)
    p.press("Esc")


def _who_changed(p: Player, _toneel: Toneel) -> None:
    _open(p, _NIEUW_GETYPT, _NIEUW)
    p.press("Alt+H")
    p.window(HistorieForm)
    p.see("gebeurtenis")
    p.press("Esc")
    p.window(MuterenForm, _NIEUW)
    p.press("Alt+L")
    p.window(LogboekForm)
    p.write("type")
    p.see("EV 64 kWh", "Marieke Hendriks")


_TAKEN: tuple[tuple[str, Callable[[Player, Toneel], None]], ...] = (
    ("Een auto vinden op kenteken, hoe het ook geschreven is", _find_by_plate),
    ("Een auto vinden op het einde van het chassisnummer", _find_by_vin),
    ("Een auto vinden op het telefoonnummer van de eigenaar", _find_by_phone),
    ("Een sleutellabel scannen", _scan),
    ("Een nieuwe auto toevoegen met de gegevens van de RDW", _new_car),
    ("Een gegeven verbeteren en opslaan", _correct),
    ("Een nieuwe klant toevoegen op postcode en huisnummer, als eigenaar van de auto", _new_owner),
    ("Een kilometerstand invoeren die niet lijkt te kloppen", _km_in_doubt),
    ("Een herinnering zetten", _remind),
    ("Vastleggen wat met de klant besproken is", _note_contact),
    ("Een lijst filteren, sorteren en exporteren", _export),
    ("Nagaan wat er met een auto gebeurd is, en wie wat wijzigde", _who_changed),
)
"""The tasks as docs/handleiding/taken.md names them."""

NAMEN = tuple(task for task, _do in _TAKEN)
