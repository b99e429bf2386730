"""The car of these tests, and the ways to have its card on the screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.forms.handen import opened
from tests.ui.conftest import background
from tests.usecases.garage import GOLF
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import Code, VoertuigKaart
from werkplaats.forms.muteren.form import MuterenForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.voertuig import Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

__all__ = ["background"]


@pytest.fixture
def golf(garage: Garage) -> Voertuig:
    """A Golf with an owner, a code and an APK that ends in eight days."""
    return garage.new_car(
        VoertuigKaart(
            kenteken=GOLF,
            hoofdeigenaar=garage.new_owner(),
            merk="Volkswagen",
            model="Golf",
            type="1.5 TSI Style",
            voertuigsoort="Personenauto",
            chassisnummer=Vin("WVWZZZCDZLW000417"),
            brandstof="Benzine",
            ledig_gewicht=1214,
            bedrijfsklaar=1314,
            bouwjaar=2020,
            vervaldatum_apk=date(2026, 12, 2),
            datum_deel_1a=date(2020, 2, 11),
            radiocode=Code.of("4417"),
        )
    )


@pytest.fixture
def open_card(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren]
) -> Callable[..., MuterenForm]:
    """Opens the card of a car for somebody; without a car a new card, with the plate that was searched for."""

    def show(auto: Voertuig | None, wie: Wie | None = None, kenteken: str = "") -> MuterenForm:
        doors = make_deuren(make_toegang(wie))
        if auto is None:
            doors.new_voertuig(kenteken)
        else:
            doors.open_voertuig(auto.id)
        form = opened(qtbot, MuterenForm)
        # The screen of these tests is smaller than any that a garage has.
        form.resize(*form.standard_size)
        return form

    return show
