"""The page PON of the settings: the token that is never shown, the choices, and the try beside its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.forms.handen import opened
from werkplaats.domain.instellingen import PON_TOKEN
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.sandbox.pon import EXPIRED

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
    """The settings, at this page."""
    make_deuren(make_toegang(garage.beheerder)).open_instellingen("pon")
    return opened(qtbot, InstellingenForm)


def outcome(form: InstellingenForm) -> str:
    return form._pon.outcome


def test_the_token_is_kept_and_tried(form: InstellingenForm, garage: Garage) -> None:
    page = form._pon
    page._secret.setText("geheim")
    page._secret.textEdited.emit("geheim")
    assert not page._test.isEnabled()
    form.save()
    assert garage.instellingen.has_geheim(garage.beheerder, PON_TOKEN)
    assert page.new_secret() is None
    page._test.click()
    assert outcome(form) == "ok"
    garage.instellingen.set_geheim(garage.beheerder, PON_TOKEN, EXPIRED)
    page._test.click()
    assert outcome(form) == "error"
    page._remove.click()
    form.save()
    assert not garage.instellingen.has_geheim(garage.beheerder, PON_TOKEN)


def test_the_choices_are_kept(form: InstellingenForm, garage: Garage) -> None:
    fields = form._pon.fields
    for veld, waarde in (
        ("pon_goedgekeurd_vereist", False),
        ("pon_nlv_bij_latere_aflevering", True),
        ("pon_wachttijd", 0),
    ):
        fields[veld].set_value(waarde)
    form.save()
    inst = garage.instellingen.load(garage.beheerder).instellingen
    assert (inst.pon_goedgekeurd_vereist, inst.pon_wachttijd) == (False, 0)
    assert inst.pon_keuze.nlv_bij_latere_aflevering


def test_a_wait_that_cannot_be_is_told_at_its_field(form: InstellingenForm, garage: Garage) -> None:
    form._pon.fields["pon_wachttijd"].set_value(601)
    form.save()
    assert garage.instellingen.load(garage.beheerder).instellingen.pon_wachttijd == 10
    assert "1 veld klopt niet" in form.problem.text
