"""Eerdere aanvragen: all requests with their state; a person fills in the pass, or that nothing came of it."""

from __future__ import annotations

import gc
import weakref
from datetime import date
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt

from tests.forms.handen import ALT, CTRL, buttons, focus_name, line, notes, opened, press, words, write
from tests.usecases.garage import GOLF
from werkplaats.domain.pechhulp import Aanbieder, Staat
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms.pechhulp import PechhulpForm
from werkplaats.forms.pechhulp_eerder import PechhulpEerderForm
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.pechhulp import PechhulpAanvraag
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", model="Golf")).id


@pytest.fixture
def show(qtbot: QtBot, deuren: Deuren, auto: int) -> Callable[[], PechhulpEerderForm]:
    def open_form() -> PechhulpEerderForm:
        deuren.open_pechhulp_eerder(auto)
        return opened(qtbot, PechhulpEerderForm)

    return open_form


def request(garage: Garage, auto: int) -> PechhulpAanvraag:
    """A request at Bovemij, as the form makes it."""
    return garage.pechhulp.aanvragen(garage.balie, auto, garage.pechhulp.prepare(garage.balie, auto).invoer)


def rows(form: PechhulpEerderForm) -> list[list[str]]:
    """What stands in the table."""
    model = form.findChildren(Table)[0].rows
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_the_requests_stand_with_who_when_and_how_far(
    show: Callable[[], PechhulpEerderForm], garage: Garage, auto: int
) -> None:
    request(garage, auto)
    with garage.later(days=2):
        garage.configure(pechhulp_links=((Aanbieder.VHD, "https://vhd.example/{kenteken}"),))
        garage.pechhulp.open_link(garage.balie, auto, Aanbieder.VHD)
    form = show()
    assert rows(form) == [
        ["26-11-2026 10:00", "VHD Pechhulp", "Geopend in de browser", "", "", "Bram"],
        ["24-11-2026 10:00", "Pechhulp (via Bovemij) · NL", "Geopend in de browser", "", "", "Bram"],
    ]
    assert "Volkswagen Golf" in words(form) or form.findChildren(Table)


def test_a_pass_is_filled_in_by_the_keyboard(
    show: Callable[[], PechhulpEerderForm], garage: Garage, auto: int, qtbot: QtBot
) -> None:
    request(garage, auto)
    form = show()
    press(form, Qt.Key.Key_P, ALT)
    assert focus_name() == "Pasnummer"
    write(form, "Pasnummer", "WB 641677")
    assert focus_name() == "Einddatum"
    write(form, "Einddatum", "24112027")
    press(form, Qt.Key.Key_S, CTRL)
    assert rows(form)[0][2:5] == ["Pas ontvangen", "WB 641677", "24-11-2027"]
    assert form.problem.text == "De pas is vastgelegd."
    assert garage.pechhulp.eerder(garage.balie, auto)[0].einddatum == date(2027, 11, 24)
    assert not buttons(form)["Mislukt"].isEnabled()
    press(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))


@pytest.mark.parametrize(
    ("number", "end", "sentence"),
    [
        ("", "", "Vul het pasnummer of de einddatum in; een van de twee is genoeg."),
        ("1", "24-11-2025", "De pas eindigt dan voordat hij is aangevraagd. Controleer het jaar."),
        ("1", "ooit", "Dit is geen datum die bestaat. Vul dag, maand en jaar in, bijvoorbeeld 24-11-2026."),
    ],
)
def test_a_pass_that_cannot_be_is_said_at_its_field(
    show: Callable[[], PechhulpEerderForm], garage: Garage, auto: int, number: str, end: str, sentence: str
) -> None:
    request(garage, auto)
    form = show()
    write(form, "Pasnummer", number)
    write(form, "Einddatum", end)
    press(form, Qt.Key.Key_S, CTRL)
    assert form.problem.text.startswith("Nog niet bevestigd: 1 veld klopt niet.")
    assert notes(form) == [sentence]
    assert line(form, "Einddatum").text() == end
    assert garage.pechhulp.eerder(garage.balie, auto)[0].staat is Staat.GEOPEND


def test_nothing_came_of_it(show: Callable[[], PechhulpEerderForm], garage: Garage, auto: int, qtbot: QtBot) -> None:
    request(garage, auto)
    form = show()
    press(form, Qt.Key.Key_M, ALT)
    qtbot.waitUntil(lambda: rows(form)[0][2] == "Niet gelukt")
    assert garage.pechhulp.eerder(garage.balie, auto)[0].staat is Staat.MISLUKT


def test_what_was_typed_about_one_waits_while_another_is_looked_at(
    show: Callable[[], PechhulpEerderForm], garage: Garage, auto: int
) -> None:
    for _time in range(2):
        request(garage, auto)
    form = show()
    write(form, "Pasnummer", "WB1")
    table = form.findChildren(Table)[0]
    table.setFocus()
    press(form, Qt.Key.Key_Down)
    assert line(form, "Pasnummer").text() == ""
    press(form, Qt.Key.Key_Escape)
    assert "Wijzigingen bewaren?" in words(form)
    press(form, Qt.Key.Key_Escape)
    table.setFocus()
    press(form, Qt.Key.Key_Up)
    assert line(form, "Pasnummer").text() == "WB1"


def test_no_requests_yet_leads_to_the_first(
    show: Callable[[], PechhulpEerderForm], garage: Garage, qtbot: QtBot
) -> None:
    form = show()
    assert "Nog geen aanvragen voor deze auto" in words(form)
    assert "Bevestigen" not in buttons(form)
    buttons(form)["Pechhulp aanvragen"].click()
    request_form = opened(qtbot, PechhulpForm)
    press(request_form, Qt.Key.Key_Return, CTRL)
    assert rows(form)[0][2] == "Geopend in de browser"
    assert "Bevestigen" in buttons(form)


def test_a_closed_form_is_freed(qtbot: QtBot, garage: Garage, toegang: Toegang, deuren: Deuren, auto: int) -> None:
    request(garage, auto)
    gone: list[weakref.ref[PechhulpEerderForm]] = []
    for _time in range(5):
        form = PechhulpEerderForm(toegang, deuren, auto)
        gone.append(weakref.ref(form))
        form.show()
        with qtbot.waitSignal(form.destroyed):
            form.close()
        del form
    gc.collect()
    assert [ref for ref in gone if ref() is not None] == []
