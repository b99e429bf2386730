"""The page PON of the settings: the token that is never shown, the choices, and the try beside its button."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from tests.forms.handen import opened
from werkplaats.domain.instellingen import PON_TOKEN
from werkplaats.domain.order import OrderKaart
from werkplaats.domain.vin import Vin
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.forms.instellingen.ponmail import PonMailForm
from werkplaats.sandbox.pon import EXPIRED
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.labels import NoteLine

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
        ("pon_automatisch", True),
        ("pon_goedgekeurd_vereist", False),
        ("pon_nlv_bij_latere_aflevering", True),
        ("pon_wachttijd", 0),
        ("pon_mail_afzender", "kentekens@example.com"),
        ("pon_mail_ontvangers", "a@example.com, b@example.com"),
        ("pon_mail_ook_leeg", True),
    ):
        fields[veld].set_value(waarde)
    form.save()
    inst = garage.instellingen.load(garage.beheerder).instellingen
    assert (inst.pon_automatisch, inst.pon_goedgekeurd_vereist, inst.pon_wachttijd) == (True, False, 0)
    assert (inst.pon_mail_afzender, inst.pon_mail_ook_leeg) == ("kentekens@example.com", True)
    assert inst.pon_mail_ontvangers == "a@example.com, b@example.com"
    assert inst.pon_keuze.nlv_bij_latere_aflevering


@pytest.mark.parametrize(
    ("veld", "waarde", "staat"),
    [
        ("pon_wachttijd", 601, 10),
        ("pon_mail_ontvangers", "a@example.com, geen", ""),
        ("pon_mail_ontvangers", "a@ex\u00e4mple.com", ""),
        ("pon_mail_afzender", "a@example.com, b@example.com", ""),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    form: InstellingenForm, garage: Garage, veld: str, waarde: object, staat: object
) -> None:
    form._pon.fields[veld].set_value(waarde)
    form.save()
    assert getattr(garage.instellingen.load(garage.beheerder).instellingen, veld) == staat
    assert "1 veld klopt niet" in form.problem.text


def _text_of(form: PonMailForm) -> str:
    (text,) = form.findChildren(NoteField)
    return text.toPlainText()


def test_the_daily_mail_is_seen_before_anything_is_saved(qtbot: QtBot, form: InstellingenForm, garage: Garage) -> None:
    auto = OrderKaart(merk="Audi", model="Q4", chassisnummer=Vin("WAUZZZFZ3TP000105"), goedgekeurd=False)
    garage.new_order(replace(auto, losdatum=date(2026, 11, 1)))
    form._pon.fields["pon_mail_ontvangers"].set_value("baas@example.com")
    form._pon.preview_asked.emit()
    shown = opened(qtbot, PonMailForm)
    labels = {label.text() for label in shown.findChildren(QLabel)}
    assert "baas@example.com" in labels
    assert any(text.startswith("Kentekens bij PON 24-11-2026: 0 aangevraagd, 1 aandacht") for text in labels)
    assert "Wacht op goedkeuring" in _text_of(shown)
    assert garage.instellingen.load(garage.beheerder).instellingen.pon_mail_ontvangers == ""


def test_a_mail_to_nobody_says_that_it_does_not_go(qtbot: QtBot, form: InstellingenForm) -> None:
    form._pon.preview_asked.emit()
    shown = opened(qtbot, PonMailForm)
    assert any("geen ontvangers" in line.accessibleName() for line in shown.findChildren(NoteLine))
