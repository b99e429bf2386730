"""Historie: the line of time of a car as a person reads and filters it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.forms.handen import ALT, choose, open_forms, opened, press, words
from tests.usecases.garage import GOLF
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms.historie import HistorieForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren


@pytest.fixture
def auto(garage: Garage) -> int:
    eigenaar = garage.new_owner()
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", model="Golf", hoofdeigenaar=eigenaar))
    garage.kmstanden.add(garage.balie, auto.id, KmInvoer(52_449, date(2025, 3, 1)))
    with garage.later(days=2):
        garage.change(garage.balie, auto, hoofdeigenaar=None)
    return auto.id


def rows(form: HistorieForm) -> list[list[str]]:
    model = form.findChildren(Table)[0].rows
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_what_happened_is_said_in_words_and_one_kind_can_be_chosen(qtbot: QtBot, deuren: Deuren, auto: int) -> None:
    deuren.open_historie(auto)
    form = opened(qtbot, HistorieForm)
    assert ["26-11-2026", "Wijziging", "Gewijzigd: Hoofdeigenaar", "Bram"] in rows(form)
    assert ["24-11-2026", "Eigenaar", "Dhr. H. van Dalen (tot 26-11-2026)", " "] in rows(form)
    assert rows(form)[-1] == ["01-03-2025", "KM stand", "52.449 km · Balie", "Bram"]
    assert f"{len(rows(form))} gebeurtenissen" in words(form)
    choose(form, "Soort", "Kenteken")
    assert [row[2] for row in rows(form)] == ["GA-482-R"]
    choose(form, "Soort", "Pechhulp")
    assert "Niets van deze soort" in words(form)


def test_it_follows_what_happens_now(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    deuren.open_historie(auto)
    form = opened(qtbot, HistorieForm)
    garage.kmstanden.add(garage.balie, auto, KmInvoer(60_001, date(2026, 11, 24)))
    deuren.changed.emit("voertuig", auto)
    assert any(row[2].startswith("60.001 km") for row in rows(form))


def test_the_card_of_the_car_leads_here(qtbot: QtBot, deuren: Deuren, auto: int) -> None:
    deuren.open_voertuig(auto)
    press(opened(qtbot, MuterenForm), Qt.Key.Key_H, ALT)
    qtbot.waitUntil(lambda: any(isinstance(form, HistorieForm) for form in open_forms()))
