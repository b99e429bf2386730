"""The garage register of a Belgian shop, as a person reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.forms.handen import opened, words
from tests.usecases.garage import GOLF, Garage
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.forms.menu import entries
from werkplaats.forms.werkkaart.register import RegisterForm
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


def test_a_car_that_came_in_stands_in_the_register(
    qtbot: QtBot,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    garage: Garage,
) -> None:
    belg = replace(garage.balie, land="BE", zone="Europe/Brussels")
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF)).id
    garage.werkkaarten.make(belg, auto, WerkkaartInvoer(), KaartStaat.BINNEN)
    make_deuren(make_toegang(belg)).werkkaart.open_garageregister()
    table = opened(qtbot, RegisterForm).findChildren(Table)[0]
    assert [table.model().index(0, column).data() for column in range(7)] == [
        *("2026-000001", "24-11-2026", "GA-482-R", "", "", "", "2026-000001"),
    ]


def test_an_empty_register_says_how_a_car_comes_into_it(qtbot: QtBot, deuren: Deuren) -> None:
    deuren.werkkaart.open_garageregister()
    assert "Geen auto's in deze dagen" in words(opened(qtbot, RegisterForm))


def test_only_a_belgian_shop_is_offered_it(toegang: Toegang, deuren: Deuren) -> None:
    belg = replace(toegang, wie=replace(toegang.wie, land="BE"))
    offered = [[entry.name for entry in entries(een, deuren).commands] for een in (toegang, belg)]
    assert ["garageregister" in names for names in offered] == [False, True]
