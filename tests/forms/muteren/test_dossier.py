"""Muteren kenteken, tab Dossier: the werkkaarten and reports of the car, each a door to its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.forms.handen import CTRL, opened, press, words
from tests.ui.clipping import cut_texts
from werkplaats.domain.carpass import MeldingInvoer
from werkplaats.domain.rechten import Recht
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.forms.carpass.form import CarPassForm
from werkplaats.forms.muteren.dossier import DossierPagina
from werkplaats.forms.werkkaart.form import WerkkaartForm
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.muteren.form import MuterenForm
    from werkplaats.ui.theme import Theme

    Open = Callable[..., MuterenForm]


def table(form: MuterenForm) -> Table:
    press(form, Qt.Key.Key_9, CTRL)
    return form.findChildren(DossierPagina)[0].findChildren(Table)[0]


def lines(form: MuterenForm) -> list[tuple[str, ...]]:
    model = table(form).rows
    return [tuple(model.cell(row, column).text for column in (0, 2, 3, 4)) for row in range(model.rowCount())]


def happen(garage: Garage, auto: Voertuig) -> None:
    """A visit, and an hour later a report that is not sent yet."""
    invoer = WerkkaartInvoer(klacht="APK en lampen", km_stand=97_310)
    garage.werkkaarten.make(garage.balie, auto.id, invoer, KaartStaat.BINNEN)
    with garage.later(hours=1):
        melding = MeldingInvoer(datum=date(2026, 11, 24), stand=97_310, vin="WVWZZZCDZLW000417", omschrijving="APK")
        garage.carpass.keep(garage.balie, auto.id, melding)


def test_what_was_done_here_stands_on_one_list_the_latest_first(
    open_card: Open, garage: Garage, golf: Voertuig
) -> None:
    happen(garage, golf)
    assert lines(open_card(golf)) == [
        ("Melding aan Car-Pass", "APK", "97.310", "Niet doorgestuurd"),
        ("Werkkaart 2026-000001", "APK en lampen", "97.310", "Binnen"),
    ]


@pytest.mark.parametrize(("row", "kind"), [(0, CarPassForm), (1, WerkkaartForm)])
def test_enter_opens_it(
    qtbot: QtBot, open_card: Open, garage: Garage, golf: Voertuig, row: int, kind: type[CarPassForm | WerkkaartForm]
) -> None:
    happen(garage, golf)
    form = open_card(golf)
    table(form).selectRow(row)
    table(form).setFocus()
    press(form, Qt.Key.Key_Return)
    assert opened(qtbot, kind).isVisible()


def test_a_car_that_never_came_says_so_and_a_new_card_joins_the_list(
    open_card: Open, garage: Garage, golf: Voertuig
) -> None:
    form = open_card(golf)
    assert lines(form) == []
    assert "Deze auto is hier nog niet geweest." in words(form)
    happen(garage, golf)
    form._deuren.changed.emit("werkkaart", 1)
    assert len(lines(form)) == 2


def test_each_sees_what_he_may(open_card: Open, garage: Garage, golf: Voertuig) -> None:
    happen(garage, golf)
    assert [line[0] for line in lines(open_card(golf, garage.wie("Monteur")))] == ["Werkkaart 2026-000001"]


@pytest.mark.parametrize("bekend", [True, False])
def test_there_is_no_tab_where_there_is_nothing_to_see(
    open_card: Open, garage: Garage, golf: Voertuig, bekend: bool
) -> None:
    zonder = replace(garage.balie, rechten=garage.balie.rechten - {Recht.WERKKAART_ZIEN, Recht.CARPASS})
    form = open_card(golf, zonder) if bekend else open_card(None, kenteken="xs41bp")
    assert "dossier" not in form._tabs.names


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_text_is_cut_off(look: Theme, open_card: Open, garage: Garage, golf: Voertuig, scale: float) -> None:
    look.set_scale(scale)
    happen(garage, golf)
    form = open_card(golf)
    table(form)
    assert cut_texts(form) == []
