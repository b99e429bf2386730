"""Int., BV and LPG on the vehicle card: pages of others in the browser, and a way to the address that is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.forms.handen import buttons, opened
from tests.usecases.garage import GOLF
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.forms.muteren.form import MuterenForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


@pytest.fixture
def card(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren], garage: Garage
) -> Callable[[Wie], MuterenForm]:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF)).id

    def open_card(wie: Wie) -> MuterenForm:
        make_deuren(make_toegang(wie)).open_voertuig(auto)
        form = opened(qtbot, MuterenForm)
        # The buttons come when it is known where they lead: at the next turn of the loop.
        qtbot.wait(1)
        return form

    return open_card


def test_the_menu_opens_the_pages_of_the_register(card: Callable[[Wie], MuterenForm], garage: Garage) -> None:
    form = card(garage.balie)
    menu = buttons(form)["Int."].menu()
    menu.aboutToShow.emit()
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words == ["&1  RDW: OVI, alles over dit kenteken", "&2  RDW: terugroepregister"]
    menu.actions()[0].trigger()
    assert garage.browser.paginas == ["https://register.example/?kenteken=GA482R"]


def test_a_browser_that_does_not_open_is_told_in_the_card(card: Callable[[Wie], MuterenForm], garage: Garage) -> None:
    garage.browser.kan_openen = False
    form = card(garage.balie)
    buttons(form)["Int."].menu().actions()[1].trigger()
    assert "browser" in form.problem.text


def test_bv_is_absent_for_a_clerk_until_there_is_an_address(
    card: Callable[[Wie], MuterenForm], garage: Garage, qtbot: QtBot
) -> None:
    form = card(garage.balie)
    assert not {"BV", "LPG"} & buttons(form).keys()
    form.close()
    garage.configure(bv_link="https://bv.example/?k={kenteken}")
    form = card(garage.balie)
    qtbot.waitUntil(lambda: "BV" in buttons(form))
    assert "LPG" not in buttons(form)
    buttons(form)["BV"].click()
    assert garage.browser.paginas == ["https://bv.example/?k=GA482R"]


def test_a_beheerder_comes_by_the_button_to_the_address(
    card: Callable[[Wie], MuterenForm], garage: Garage, qtbot: QtBot
) -> None:
    form = card(garage.beheerder)
    qtbot.waitUntil(lambda: "LPG" in buttons(form))
    buttons(form)["LPG"].click()
    assert opened(qtbot, InstellingenForm)._pages.current.name == "links"
