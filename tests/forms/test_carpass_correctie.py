"""The correction form in its window: filled in by hand, kept, ticked, printed and mailed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.usecases.test_carpass import ANOMALIE, AUTO, BEZIG, INVOER, its_time_comes, nu, vraag, zend
from tests.usecases.test_correcties import INGEVULD
from werkplaats.domain.correctie import Stap
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.melding import Staat
from werkplaats.forms.carpass.correctie import CorrectieForm
from werkplaats.ui.button import Button
from werkplaats.ui.fields.choice import Check

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.melding import Melding
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


@pytest.fixture
def vast(garage: Garage) -> Melding:
    """A report whose corrections failed twice."""
    garage.configure(land="BE", carpass_btw="BE 0123.456.749", carpass_gebruiker="2000000141")
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "geheim")
    melding = garage.carpass.report(garage.balie, garage.new_car(AUTO).id, INVOER)
    zend(garage, BEZIG, None)
    vraag(garage, ANOMALIE)
    for _keer in range(2):
        garage.carpass.submit(garage.balie, melding.id, nu(garage, melding).versie, INVOER)
        its_time_comes(garage)
        zend(garage, ANOMALIE)
    return nu(garage, melding)


@pytest.fixture
def form(toegang: Toegang, deuren: Deuren, vast: Melding) -> CorrectieForm:
    form = CorrectieForm(toegang, deuren, vast.id)
    form.show()
    return form


def field(form: CorrectieForm, name: str) -> QWidget:
    return next(widget for widget in form.findChildren(QWidget) if widget.accessibleName().startswith(name))


def button(form: CorrectieForm, word: str) -> Button:
    return next(one for one in form.findChildren(Button) if one.text().replace("&", "") == word)


def fill_in(form: CorrectieForm) -> None:
    for name, text in (("Juiste stand", "141501"), ("Reden", "Een cijfer vergeten"), ("Contactpersoon", " Peeters")):
        widget = field(form, name)
        widget.setFocus()
        QTest.keyClicks(widget, text)


def test_what_is_missing_is_told_at_its_field_and_nothing_is_kept(
    form: CorrectieForm, garage: Garage, vast: Melding
) -> None:
    form.save()
    assert "2 velden kloppen niet" in form.problem.text
    assert field(form, "Juiste stand").hasFocus()
    assert nu(garage, vast).staat is Staat.ANOMALIE


def test_the_paper_comes_after_it_was_kept(form: CorrectieForm, garage: Garage, vast: Melding) -> None:
    assert button(form, "Afdrukken").isHidden()
    fill_in(form)
    form.save()
    assert nu(garage, vast).staat is Staat.CORRECTIEFORMULIER
    assert not button(form, "Afdrukken").isHidden()
    assert not form.has_changes()


def test_a_tick_is_kept_at_once_with_its_day_and_name(form: CorrectieForm, garage: Garage, vast: Melding) -> None:
    fill_in(form)
    form.save()
    tick = next(one for one in form.findChildren(Check) if one.text() == "Gedrukt")
    QTest.keyClick(tick, Qt.Key.Key_Space)
    correctie = garage.correcties.look(garage.balie, vast.id).correctie
    assert correctie is not None
    assert [een.door for een in correctie.stappen] == ["Bram"]
    assert tick.text() == "Gedrukt, 24-11-2026 · Bram"


def test_a_closed_report_is_only_read(toegang: Toegang, deuren: Deuren, garage: Garage, vast: Melding) -> None:
    garage.correcties.save(garage.balie, vast.id, vast.versie, INGEVULD)
    closed = list(CorrectieForm(toegang, deuren, vast.id).findChildren(Check))
    assert all(tick.isEnabled() for tick in closed)
    from_now = nu(garage, vast).versie
    garage.correcties.tick(garage.balie, vast.id, from_now, {*Stap})
    form = CorrectieForm(toegang, deuren, vast.id)
    assert button(form, "Opslaan").isHidden()
    assert not any(tick.isEnabled() for tick in form.findChildren(Check))
