"""Relatie, tab Bezoeken: the werkkaarten of his cars, with their state, each a door to its card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.forms.handen import CTRL, opened, press, words
from tests.ui.clipping import cut_texts
from tests.usecases.garage import GOLF, VAN_DALEN
from werkplaats.domain.rechten import Recht
from werkplaats.domain.voertuig import RelatieKop, Voertuig, VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.forms.relatie.bezoeken import Bezoeken
from werkplaats.forms.relatie.form import RelatieForm
from werkplaats.forms.werkkaart.form import WerkkaartForm
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.theme import Theme


@pytest.fixture
def dalen(garage: Garage) -> RelatieKop:
    return garage.new_owner()


@pytest.fixture
def auto(garage: Garage, dalen: RelatieKop) -> Voertuig:
    return garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", model="Golf", hoofdeigenaar=dalen))


def visit(garage: Garage, auto: Voertuig, staat: KaartStaat) -> int:
    return garage.werkkaarten.make(garage.balie, auto.id, WerkkaartInvoer(klacht="APK"), staat).id


def visits(form: RelatieForm) -> list[tuple[str, str, str]]:
    """Number, day and state of each line in sight."""
    press(form, Qt.Key.Key_3, CTRL)
    (table,) = form.findChildren(Bezoeken)[0].findChildren(Table)
    model = table.rows
    cells = [[model.cell(row, column) for column in range(model.columnCount())] for row in range(model.rowCount())]
    return [(row[0].text, row[1].text, row[4].text) for row in cells]


def test_the_visits_stand_there_the_latest_first_and_enter_opens_the_card(
    qtbot: QtBot, deuren: Deuren, garage: Garage, dalen: RelatieKop, auto: Voertuig
) -> None:
    visit(garage, auto, KaartStaat.BINNEN)
    visit(garage, auto, KaartStaat.GEPLAND)
    deuren.open_relatie(dalen.id)
    form = opened(qtbot, RelatieForm)
    assert visits(form) == [("2026-000002", "24-11-2026", "Gepland"), ("2026-000001", "24-11-2026", "Binnen")]
    (table,) = form.findChildren(Bezoeken)[0].findChildren(Table)
    table.setFocus()
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Return)
    assert "2026-000001" in opened(qtbot, WerkkaartForm).windowTitle()


def test_a_visit_is_of_whose_the_car_was_that_day(garage: Garage, dalen: RelatieKop, auto: Voertuig) -> None:
    visit(garage, auto, KaartStaat.BINNEN)
    koper = garage.new_owner(replace(VAN_DALEN, tussenvoegsel="", naam="Smeets"))
    later = garage.change(garage.balie, auto, hoofdeigenaar=koper)
    visit(garage, later, KaartStaat.BINNEN)
    nummers = [[een.nummer for een in garage.relaties.bezoeken(garage.balie, wie.id)] for wie in (dalen, koper)]
    assert nummers == [["2026-000001"], ["2026-000002"]]
    elders = replace(garage.beheerder, shop_id=garage.beheerder.shop_id + 1)
    assert garage.relaties.bezoeken(elders, dalen.id) == ()


def test_it_follows_the_work_while_it_is_open(
    qtbot: QtBot, deuren: Deuren, garage: Garage, dalen: RelatieKop, auto: Voertuig
) -> None:
    deuren.open_relatie(dalen.id)
    form = opened(qtbot, RelatieForm)
    assert visits(form) == []
    assert "Nog geen bezoeken" in words(form)
    kaart_id = visit(garage, auto, KaartStaat.BINNEN)
    deuren.changed.emit("werkkaart", kaart_id)
    garage.werkkaarten.einde_service(garage.balie, kaart_id)
    deuren.changed.emit("werkkaart", kaart_id)
    assert [state for _number, _day, state in visits(form)] == ["Klaar"]


def test_who_may_not_see_werkkaarten_has_no_such_tab(
    qtbot: QtBot,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    garage: Garage,
    dalen: RelatieKop,
) -> None:
    zonder = replace(garage.balie, rechten=garage.balie.rechten - {Recht.WERKKAART_ZIEN})
    make_deuren(make_toegang(zonder)).open_relatie(dalen.id)
    form = opened(qtbot, RelatieForm)
    press(form, Qt.Key.Key_3, CTRL)
    assert form.findChildren(Bezoeken) == []


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_text_is_cut_off(
    look: Theme, qtbot: QtBot, deuren: Deuren, garage: Garage, dalen: RelatieKop, auto: Voertuig, scale: float
) -> None:
    look.set_scale(scale)
    visit(garage, auto, KaartStaat.BINNEN)
    deuren.open_relatie(dalen.id)
    form = opened(qtbot, RelatieForm)
    visits(form)
    assert cut_texts(form) == []
