"""The postbus on the screen: what stands there, and what a person decides about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.usecases.ontvanger import put
from werkplaats.domain.postbus import Staat, Uitkomst
from werkplaats.forms.postbus import PostbusForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


@pytest.fixture
def form(qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[..., Deuren]) -> PostbusForm:
    """The postbus of somebody at the counter."""
    toegang = make_toegang()
    form = PostbusForm(toegang, make_deuren(toegang))
    qtbot.addWidget(form)
    form.show()
    return form


def _texts(form: PostbusForm, table: int = 0) -> list[list[str]]:
    found = form._attempts if table else form._table
    rows = found.model().rowCount()
    return [[found.cell(row, column).text for column in range(len(found.columns))] for row in range(rows)]


def _press(form: PostbusForm, words: str) -> None:
    (button,) = [b for b in form.findChildren(QPushButton) if b.text().replace("&", "") == words and b.isVisible()]
    assert button.isEnabled()
    button.click()


def _state(garage: Garage, staat: Staat) -> None:
    (nummer,) = put(garage.store, garage.balie, "a")
    with garage.store.begin(garage.balie) as werk:
        werk.postbus.move(nummer, staat, Uitkomst.onzeker("PARTIJ_TIJD_OM"))


def test_an_empty_postbus_says_so(form: PostbusForm) -> None:
    assert form._empty.isVisible()


def test_a_message_that_waits_is_taken_back_in_two_steps(garage: Garage, form: PostbusForm) -> None:
    put(garage.store, garage.balie, "a")
    form.reload()
    assert _texts(form)[0][0] == "Wacht"

    _press(form, "Intrekken")
    assert garage.postbus.list(garage.balie)[0].staat is Staat.WACHT
    _press(form, "Intrekken")

    assert garage.postbus.list(garage.balie)[0].staat is Staat.INGETROKKEN
    assert _texts(form)[0][0] == "Ingetrokken"


def test_a_message_in_doubt_is_decided_by_a_person(garage: Garage, form: PostbusForm) -> None:
    _state(garage, Staat.ONZEKER)
    form.reload()

    _press(form, "Beslissen …")
    _press(form, "Ja, aangekomen")

    assert garage.postbus.list(garage.balie)[0].staat is Staat.VERZONDEN


def test_a_failed_message_goes_again(garage: Garage, form: PostbusForm) -> None:
    _state(garage, Staat.MISLUKT)
    form.reload()

    _press(form, "Opnieuw proberen")

    assert garage.postbus.list(garage.balie)[0].staat is Staat.WACHT


def test_what_cannot_be_done_now_is_off(garage: Garage, form: PostbusForm) -> None:
    _state(garage, Staat.VERZONDEN)
    form.reload()

    off = {b.text().replace("&", "") for b in form.findChildren(QPushButton) if not b.isEnabled()}
    assert off >= {"Intrekken", "Opnieuw proberen", "Beslissen …"}


def test_enter_opens_the_car(garage: Garage, form: PostbusForm, qtbot: QtBot) -> None:
    auto = garage.new_car()
    with garage.store.begin(garage.balie) as werk:
        werk.postbus.leg_klaar("mail", {}, "b", "voertuig", auto.id, kop="klant@example.com: Uw auto is klaar")
    form.reload()
    opened: list[int] = []
    form._deuren.open_voertuig = opened.append  # type: ignore[assignment, method-assign]  # no second window in this test
    assert _texts(form)[0][1:3] == ["E-mail", "klant@example.com: Uw auto is klaar"]

    qtbot.keyClick(form._table, Qt.Key.Key_Return)

    assert opened == [auto.id]
