"""The page Car-Pass of the settings: who reports, the password that is never shown, and the try beside its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.forms.handen import opened
from werkplaats.errors import Refused
from werkplaats.forms.instellingen.form import InstellingenForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


@pytest.fixture
def form(
    qtbot: QtBot,
    garage: Garage,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
) -> InstellingenForm:
    """The settings of a Belgian shop, at this page."""
    garage.configure(land="BE")
    make_deuren(make_toegang(garage.beheerder)).open_instellingen("carpass")
    return opened(qtbot, InstellingenForm)


def outcome(form: InstellingenForm) -> str:
    return form._carpass.outcome


def test_the_organisation_follows_the_user_name_until_something_else_is_typed(form: InstellingenForm) -> None:
    page = form._carpass
    page._gebruiker.setText("2000000141")
    page._gebruiker.textEdited.emit("2000000141")
    assert page._organisatie.value() == "2000000141"
    page._organisatie.setText("2000099913")
    page._organisatie.textEdited.emit("2000099913")
    page._gebruiker.setText("2000000142")
    page._gebruiker.textEdited.emit("2000000142")
    assert page._organisatie.value() == "2000099913"


def test_a_typed_be_is_taken_off_and_everything_is_kept(form: InstellingenForm, garage: Garage) -> None:
    page = form._carpass
    page._btw.setText("BE 0123.456.749")
    page._btw.left.emit()
    assert page._btw.value() == "0123456749"
    page._gebruiker.set_value("2000000141")
    page._secret.setText("geheim")
    page._secret.textEdited.emit("geheim")
    form.save()
    inst = garage.instellingen.load(garage.beheerder).instellingen
    assert (inst.carpass_btw, inst.carpass_gebruiker) == ("0123456749", "2000000141")
    assert garage.instellingen.has_geheim(garage.beheerder, "carpass_wachtwoord")
    assert page.new_secret() is None

    garage.carpass_dienst.antwoorden[:] = [{"A01": "Onderhoud"}]
    page._test.click()
    assert outcome(form) == "ok"
    garage.carpass_dienst.antwoorden[:] = [Refused("CARPASS_AANMELDEN", "Car-Pass")]
    page._test.click()
    assert outcome(form) == "error"
