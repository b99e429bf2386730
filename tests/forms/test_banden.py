"""Banden: the sets of a car listed, noted, mounted and taken away by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.forms.handen import ALT, CTRL, buttons, choose, line, notes, open_forms, opened, press, words, write
from tests.usecases.garage import GOLF
from werkplaats.domain.banden import BandensetKaart, Seizoen
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms.banden.form import BandenForm
from werkplaats.forms.banden.set import BandensetForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

ZOMER = BandensetKaart(
    Seizoen.ZOMER, gemonteerd=True, maat="205/55 R16 91V", dot_lv="2219", profiel_lv=15, profiel_rv=52
)
WINTER = BandensetKaart(Seizoen.WINTER, opslagplaats="rek B, vak 12", bandmerk="Nokian", profiel_lv=62)


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", model="Golf")).id


@pytest.fixture
def with_sets(garage: Garage, auto: int) -> int:
    for kaart in (WINTER, ZOMER):
        garage.banden.save(garage.balie, auto, None, BandensetKaart(), kaart)
    return auto


@pytest.fixture
def show(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren], auto: int
) -> Callable[..., BandenForm]:
    def open_form(wie: Wie | None = None) -> BandenForm:
        make_deuren(make_toegang(wie)).open_banden(auto)
        return opened(qtbot, BandenForm)

    return open_form


def rows(form: BandenForm) -> list[list[str]]:
    model = form.findChildren(Table)[0].rows
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_the_set_on_the_car_stands_first_with_what_is_worn_and_old(
    show: Callable[..., BandenForm], with_sets: int
) -> None:
    form = show()
    assert rows(form) == [
        ["Zomer", "Op de auto", "205/55 R16 91V", "", "1,5 mm", "7 jaar", ""],
        ["Winter", "rek B, vak 12", "", "Nokian", "6,2 mm", "", ""],
    ]
    cell = form.findChildren(Table)[0].rows.cell(0, 4)
    assert (cell.role, cell.name) == ("error", "1,5 mm: Onder 1,6 mm mag een auto de weg niet op.")
    assert not buttons(form)["Monteren"].isEnabled()


def test_the_sets_change_places_by_the_keyboard(show: Callable[..., BandenForm], with_sets: int, qtbot: QtBot) -> None:
    form = show()
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_M, ALT)
    qtbot.waitUntil(lambda: [row[:2] for row in rows(form)] == [["Winter", "Op de auto"], ["Zomer", ""]])
    assert rows(form)[0][6] == "24-11-2026"


def test_a_set_is_noted_and_stands_in_the_list(show: Callable[..., BandenForm], qtbot: QtBot) -> None:
    form = show()
    assert "Nog geen banden bekend" in words(form)
    press(form, Qt.Key.Key_Insert)
    new = opened(qtbot, BandensetForm)
    choose(new, "Seizoen", "Winter")
    write(new, "Bandenmaat", "205/55r16 91v")
    assert line(new, "Bandenmaat").text() == "205/55 R16 91V"
    write(new, "Profiel linksvoor", "3,9")
    write(new, "DOT rechtsachter", "DOT A1 2319")
    assert notes(new) == [
        "Onder 4,0 mm grijpt een winterband slecht (advies).",
        "7 jaar oud: kijk de band elk jaar na (advies).",
    ]
    press(new, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: len(rows(form)) == 1)
    assert rows(form)[0][:3] == ["Winter", "", "205/55 R16 91V"]


def test_what_is_no_tread_is_told_and_stays_as_typed(show: Callable[..., BandenForm], qtbot: QtBot) -> None:
    press(show(), Qt.Key.Key_Insert)
    new = opened(qtbot, BandensetForm)
    write(new, "Profiel rechtsvoor", "veel")
    press(new, Qt.Key.Key_S, CTRL)
    assert "Vul het profiel in millimeters in, bijvoorbeeld 6,5." in notes(new)
    assert line(new, "Profiel rechtsvoor").text() == "veel"


def test_a_set_that_was_taken_away_can_be_put_back(
    show: Callable[..., BandenForm], with_sets: int, qtbot: QtBot
) -> None:
    form = show()
    press(form, Qt.Key.Key_W, ALT)
    qtbot.waitUntil(lambda: [row[0] for row in rows(form)] == ["Winter"])
    assert "De set zomer is weggehaald." in form.problem.text
    buttons(form)["Ongedaan maken"].click()
    qtbot.waitUntil(lambda: len(rows(form)) == 2)


def test_a_mechanic_reads_only(show: Callable[..., BandenForm], garage: Garage, with_sets: int) -> None:
    form = show(garage.wie("Monteur"))
    assert not {"Nieuwe set", "Openen", "Monteren", "Weghalen"} & buttons(form).keys()
    assert len(rows(form)) == 2


def test_the_card_of_the_car_leads_here(qtbot: QtBot, deuren: Deuren, auto: int) -> None:
    deuren.open_voertuig(auto)
    press(opened(qtbot, MuterenForm), Qt.Key.Key_B, ALT)
    qtbot.waitUntil(lambda: any(isinstance(form, BandenForm) for form in open_forms()))
    opened(qtbot, BandenForm)
