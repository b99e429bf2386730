"""Garantie: noted, judged, changed, taken away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.forms.handen import CTRL, buttons, choose, notes, opened, press, words, write
from werkplaats.domain.garantie import GarantieKaart, Garantiesoort
from werkplaats.forms.garantie.een import GarantieForm
from werkplaats.forms.garantie.form import GarantiesForm
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car().id


@pytest.fixture
def show(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren], auto: int
) -> Callable[..., GarantiesForm]:
    def open_form(wie: Wie | None = None) -> GarantiesForm:
        make_deuren(make_toegang(wie)).open_garanties(auto)
        return opened(qtbot, GarantiesForm)

    return open_form


def rows(form: GarantiesForm) -> list[list[str]]:
    model = form.findChildren(Table)[0].rows
    return [[model.cell(row, column).text for column in range(7)] for row in range(model.rowCount())]


def test_a_warranty_is_noted_and_judged(show: Callable[..., GarantiesForm], qtbot: QtBot) -> None:
    form = show()
    assert "Nog geen garantie bekend" in words(form)
    form.press_main()
    een = opened(qtbot, GarantieForm)
    choose(een, "Soort", "Tractiebatterij")
    write(een, "Verstrekker", "Importeur")
    assert any("altijd door" in note for note in notes(een))
    write(een, "Tot en met", "31-12-2026")
    write(een, "Tot km-stand (km)", "160000")
    press(een, Qt.Key.Key_S, CTRL)
    assert rows(form) == [["Tractiebatterij", "Bijna verlopen", "", "31-12-2026", "160.000", "Importeur", ""]]


def test_an_end_before_its_beginning_is_told(show: Callable[..., GarantiesForm], qtbot: QtBot) -> None:
    show().press_main()
    een = opened(qtbot, GarantieForm)
    write(een, "Van", "1-1-2027")
    write(een, "Tot en met", "1-1-2026")
    press(een, Qt.Key.Key_S, CTRL)
    assert "1 veld klopt niet" in een.problem.text


def test_it_is_opened_taken_away_and_put_back(
    show: Callable[..., GarantiesForm], qtbot: QtBot, garage: Garage, auto: int
) -> None:
    kaart = GarantieKaart(Garantiesoort.LAK, tot=date(2030, 1, 1))
    garage.garanties.save(garage.balie, auto, None, GarantieKaart(), kaart)
    form = show()
    form.findChildren(Table)[0].setFocus()
    press(form, Qt.Key.Key_Return)
    een = opened(qtbot, GarantieForm)
    write(een, "Nummer", "L-77")
    press(een, Qt.Key.Key_S, CTRL)
    assert rows(form)[0][6] == "L-77"
    buttons(form)["Weghalen"].click()
    assert (rows(form), form.problem.text) == ([], "Lak is weggehaald.")
    form.problem.retry_button.click()
    assert rows(form)[0][:2] == ["Lak", "Lopend"]


def test_who_may_only_look_finds_no_button_that_changes(show: Callable[..., GarantiesForm], garage: Garage) -> None:
    assert not {"Nieuwe garantie", "Openen", "Weghalen"} & set(buttons(show(garage.wie("Monteur"))))
