"""A Beheerder sees who may work here, lets people in and takes them out, and ticks what a group may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.forms.handen import CTRL, buttons, notes, open_forms, opened, press, write
from werkplaats.domain.gebruiker import GebruikerKaart
from werkplaats.domain.rechten import GROEPEN, Recht
from werkplaats.forms.gebruikers.een import GebruikerForm
from werkplaats.forms.gebruikers.groep import GroepForm
from werkplaats.forms.gebruikers.pagina import GebruikersPagina
from werkplaats.forms.gebruikers.vinkjes import VinkjesField
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

TOM = GebruikerKaart("treijnders", "Tom Reijnders", ("Balie",))


def ticks(form: Form) -> VinkjesField:
    (found,) = form.findChildren(VinkjesField)
    return found


def table(form: InstellingenForm, name: str) -> Table:
    return next(one for one in form.findChildren(Table) if one.accessibleName() == name)


def names(form: InstellingenForm, name: str) -> list[str]:
    one = table(form, name)
    return [one.cell(row, 0).text for row in range(one.model().rowCount())]


@pytest.fixture
def toegang(make_toegang: Callable[..., Toegang], garage: Garage) -> Toegang:
    return make_toegang(garage.beheerder)


@pytest.fixture
def page(garage: Garage, deuren: Deuren, qtbot: QtBot) -> InstellingenForm:
    garage.gebruikersbeheer.save(garage.beheerder, None, GebruikerKaart(), TOM)
    deuren.open_instellingen("gebruikers")
    form = opened(qtbot, InstellingenForm)
    qtbot.waitUntil(lambda: "Tom Reijnders" in names(form, "Gebruikers"))
    return form


def choose(form: InstellingenForm, name: str, word: str) -> None:
    one = table(form, name)
    one.selectRow(names(form, name).index(word))
    one.setFocus()


def test_users_stand_with_their_groups_and_groups_with_their_number(page: InstellingenForm) -> None:
    people, groups = table(page, "Gebruikers"), table(page, "Groepen")
    at = names(page, "Gebruikers").index("Tom Reijnders")
    assert [people.cell(at, column).text for column in (1, 2)] == ["treijnders", "Balie"]
    assert set(names(page, "Groepen")) == set(GROEPEN)
    assert groups.cell(names(page, "Groepen").index("Balie"), 1).text == "1"


def test_somebody_is_let_in(page: InstellingenForm, qtbot: QtBot, garage: Garage) -> None:
    buttons(page)["Gebruiker toevoegen …"].click()
    form = opened(qtbot, GebruikerForm)
    write(form, "Aanmeldnaam", "sbakker")
    write(form, "Naam", "Saar Bakker")
    press(form, Qt.Key.Key_S, CTRL)
    assert "Kies ten minste één groep: zonder groep mag deze persoon niets." in notes(form)
    ticks(form).set_value(("Monteur",))
    press(form, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: "Saar Bakker" in names(page, "Gebruikers"))
    assert garage.gebruikers.sign_in("sbakker", "", "brug-1").rechten == GROEPEN["Monteur"]


def test_who_is_taken_out_can_come_back(page: InstellingenForm, qtbot: QtBot) -> None:
    choose(page, "Gebruikers", "Tom Reijnders")
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Tom Reijnders" not in names(page, "Gebruikers"))
    assert page.problem.text == "Tom Reijnders kan niet meer binnen."
    page.problem.retry_button.click()
    qtbot.waitUntil(lambda: "Tom Reijnders" in names(page, "Gebruikers"))


def test_the_last_beheerder_stays_and_it_says_why(page: InstellingenForm, qtbot: QtBot, garage: Garage) -> None:
    choose(page, "Gebruikers", garage.beheerder.naam)
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Dan kan niemand meer gebruikers beheren." in page.problem.text)
    assert garage.beheerder.naam in names(page, "Gebruikers")


def test_a_group_gets_a_right(page: InstellingenForm, qtbot: QtBot, garage: Garage) -> None:
    choose(page, "Groepen", "Monteur")
    press(page, Qt.Key.Key_Return)
    form = opened(qtbot, GroepForm)
    ticks(form).set_value((*ticks(form).value(), Recht.CODES_ZIEN.value))
    press(form, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not any(isinstance(one, GroepForm) for one in open_forms()))
    groepen = garage.gebruikersbeheer.lijst(garage.beheerder).groepen
    assert groepen["Monteur"] == GROEPEN["Monteur"] | {Recht.CODES_ZIEN}


def test_a_group_with_people_in_it_stays_and_it_says_why(page: InstellingenForm, qtbot: QtBot) -> None:
    choose(page, "Groepen", "Balie")
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "zitten nog gebruikers (1)" in page.problem.text)


def test_the_page_is_not_there_for_who_may_not_manage_users(
    garage: Garage, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren], qtbot: QtBot
) -> None:
    make_deuren(make_toegang(garage.balie)).open_instellingen()
    assert opened(qtbot, InstellingenForm).findChildren(GebruikersPagina) == []
