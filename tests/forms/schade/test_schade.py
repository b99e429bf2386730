"""Schade: noted on the drawing or by keyboard, mended, taken away; its photos once it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.forms.bijlagen.test_paneel import drop, picture, write
from tests.forms.handen import CTRL, buttons, choose, open_forms, opened, press, words
from tests.usecases.garage import moment
from werkplaats.domain.schade import Plek, SchadeKaart
from werkplaats.forms.schade.een import SchadeForm
from werkplaats.forms.schade.form import SchadesForm
from werkplaats.ui.autotekening import AutoTekening
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


@pytest.fixture
def auto(garage: Garage) -> int:
    garage.klok.moment = moment(2026, 11, 24)
    return garage.new_car().id


@pytest.fixture
def show(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren], auto: int
) -> Callable[..., SchadesForm]:
    def open_form(wie: Wie | None = None) -> SchadesForm:
        make_deuren(make_toegang(wie)).open_schades(auto)
        return opened(qtbot, SchadesForm)

    return open_form


def rows(form: SchadesForm) -> list[list[str]]:
    model = form.findChildren(Table)[0].rows
    return [[model.cell(row, column).text for column in range(5)] for row in range(model.rowCount())]


def test_a_damage_is_noted_by_keyboard_and_gets_a_photo(
    show: Callable[..., SchadesForm], qtbot: QtBot, garage: Garage, tmp_path: Path
) -> None:
    form = show()
    assert "Geen schade bekend" in words(form)
    form.press_main()
    een = opened(qtbot, SchadeForm)
    choose(een, "Plek", "Linksvoor: portier")
    een.findChildren(NoteField)[0].setPlainText("Kras van 10 cm")
    press(een, Qt.Key.Key_S, CTRL)
    assert een.problem.text == "Schade 1 is bewaard. Voeg nu foto's toe, of sluit met Esc."
    drop(een, write(tmp_path, "deur.png", picture()))  # type: ignore[arg-type]  # any window with the panel will do
    assert [foto.naam for foto in garage.bijlagen.van(garage.balie, "schade", 1)] == ["deur.png"]
    een.close()
    assert rows(form) == [["1", "Linksvoor: portier", "Kras van 10 cm", "24-11-2026", "Open"]]


def test_a_click_on_the_drawing_brings_its_part(show: Callable[..., SchadesForm], qtbot: QtBot, garage: Garage) -> None:
    form = show()
    form.findChildren(AutoTekening)[0].place_picked.emit(Plek.MOTORKAP, 250, 280)
    een = opened(qtbot, SchadeForm)
    een.findChildren(NoteField)[0].setPlainText("Steenslag")
    een.press_main()
    (schade,) = garage.schades.van_voertuig(garage.balie, 1)
    assert (schade.kaart.plek, schade.kaart.x, schade.kaart.y) == (Plek.MOTORKAP, 250, 280)
    choose(een, "Plek", "Dak")
    een.press_main()
    (schade,) = garage.schades.van_voertuig(garage.balie, 1)
    assert (schade.kaart.plek, schade.kaart.x) == (Plek.DAK, None)


def test_without_words_it_is_told(show: Callable[..., SchadesForm], qtbot: QtBot) -> None:
    show().press_main()
    een = opened(qtbot, SchadeForm)
    een.press_main()
    assert "1 veld klopt niet" in een.problem.text


def test_it_is_mended_taken_away_and_put_back(show: Callable[..., SchadesForm], garage: Garage, auto: int) -> None:
    garage.schades.save(garage.balie, auto, None, SchadeKaart(), SchadeKaart(Plek.DAK, omschrijving="Deuk"))
    form = show()
    buttons(form)["Hersteld"].click()
    assert rows(form)[0][4] == "Hersteld"
    assert not buttons(form)["Hersteld"].isEnabled()
    form.findChildren(Table)[0].setFocus()
    press(form, Qt.Key.Key_Delete)
    assert (rows(form), form.problem.text) == ([], "Schade 1 is weggehaald.")
    form.problem.retry_button.click()
    assert rows(form)[0][:2] == ["1", "Dak"]


def test_who_may_only_look_sees_it_and_adds_photos(
    show: Callable[..., SchadesForm], qtbot: QtBot, garage: Garage, auto: int, tmp_path: Path
) -> None:
    garage.schades.save(garage.balie, auto, None, SchadeKaart(), SchadeKaart(Plek.DAK, omschrijving="Deuk"))
    form = show(garage.wie("Monteur", "Piet"))
    assert not {"Nieuwe schade", "Weghalen", "Hersteld"} & set(buttons(form))
    buttons(form)["Openen"].click()
    een = opened(qtbot, SchadeForm)
    assert "Opslaan" not in buttons(een)
    drop(een, write(tmp_path, "dak.png", picture()))  # type: ignore[arg-type]  # any window with the panel will do
    assert len(garage.bijlagen.van(garage.balie, "schade", 1)) == 1
    assert len(open_forms()) == 2
