"""The window on a report to Car-Pass, and the overview: what one sees and what a press of a button does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.forms.handen import opened
from tests.usecases.test_carpass import ANOMALIE, AUTO, GOED, INVOER, zend
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.melding import Staat
from werkplaats.forms.carpass.form import CarPassForm
from werkplaats.forms.lijsten.meldingen import meldingen_list
from werkplaats.ui.button import Button
from werkplaats.usecases.lijsten import MELDING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


@pytest.fixture
def toegang(make_toegang: Callable[..., Toegang], garage: Garage) -> Toegang:
    """Somebody at the counter of a Belgian garage with an account."""
    garage.configure(land="BE", carpass_btw="0123456749", carpass_gebruiker="2000000141")
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "geheim")
    return make_toegang()


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car(AUTO).id


@pytest.fixture
def deuren(make_deuren: Callable[[Toegang], Deuren], toegang: Toegang) -> Deuren:
    return make_deuren(toegang)


def new(qtbot: QtBot, deuren: Deuren, auto: int) -> CarPassForm:
    deuren.carpass.new_melding(auto)
    return opened(qtbot, CarPassForm)


def staten(garage: Garage, auto: int) -> list[Staat]:
    return [melding.staat for melding in garage.carpass.van_voertuig(garage.balie, auto)]


def test_a_new_report_is_typed_and_sent(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    form = new(qtbot, deuren, auto)
    assert form._velden.read()[0].vin == INVOER.vin
    form._velden.fields["stand"].set_value(131_501)
    form._send.click()
    assert staten(garage, auto) == [Staat.TE_VERSTUREN]


def test_without_a_reading_nothing_goes_and_the_field_says_why(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    form = new(qtbot, deuren, auto)
    form._send.click()
    assert staten(garage, auto) == []
    assert form._velden.fields["stand"].remarks.now is not None


def test_not_sending_keeps_what_was_typed(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    form = new(qtbot, deuren, auto)
    form._velden.fields["omschrijving"].set_value("Remblokken")
    form._later.click()
    (melding,) = garage.carpass.van_voertuig(garage.balie, auto)
    assert (melding.staat, melding.invoer.omschrijving) == (Staat.UITGESTELD, "Remblokken")


def test_the_green_tick_asks_first_with_both_readings_and_then_confirms(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    melding = garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, ANOMALIE, None)
    deuren.carpass.open_melding(melding.id, bevestigen=True)
    form = opened(qtbot, CarPassForm)
    assert form.bar.is_asking
    assert staten(garage, auto) == [Staat.ANOMALIE]
    (sure,) = [
        button for button in form.bar.findChildren(Button) if "kloppen" in button.text() and "Ja" in button.text()
    ]
    sure.click()
    assert zend(garage, GOED) == ["confirm"]
    assert staten(garage, auto) == [Staat.AANVAARD]


def test_the_overview_names_the_state_and_the_reason(
    toegang: Toegang, deuren: Deuren, garage: Garage, auto: int
) -> None:
    garage.carpass.report(garage.balie, auto, INVOER)
    zend(garage, ANOMALIE, None)
    kind = meldingen_list(toegang, deuren)
    (line,) = garage.lijsten.first(garage.balie, MELDING, Lijstvraag("staat"))
    texts = {column.name: column.text(line) for column in kind.columns}
    assert texts["staat"] == "Anomalie"
    assert texts["reden"] == "Lager dan de vorige stand"
    assert [action.icon for action in kind.actions(line)][:2] == ["bewerken", "akkoord"]
