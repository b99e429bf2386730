"""The tab Leen/Huur of a werkkaart: a free car goes along with the visit, and the ribbon says which and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar

from tests.forms.handen import ALT, CTRL, buttons, line, opened, press, write
from tests.usecases.garage import DAF, GOLF, Garage, moment
from werkplaats.domain.leen import LeenKaart
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.forms.leen.een import LeenForm
from werkplaats.forms.leen.terug import TerugForm
from werkplaats.forms.werkkaart.form import WerkkaartForm
from werkplaats.forms.werkkaart.leen import LeenLint
from werkplaats.forms.wisseling.kies_voertuig import KiesVoertuigForm
from werkplaats.ui.labels import ElidedLabel
from werkplaats.ui.resultatenlijst import ResultList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.forms.deuren import Deuren


@pytest.fixture
def klant(garage: Garage) -> int:
    return garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", hoofdeigenaar=garage.new_owner())).id


@pytest.fixture
def leenauto(garage: Garage) -> int:
    return garage.new_car(VoertuigKaart(kenteken=DAF, merk="DAF", model="44", leenauto=True)).id


@pytest.fixture
def kaart_id(garage: Garage, klant: int) -> int:
    return garage.werkkaarten.make(garage.balie, klant, WerkkaartInvoer(), KaartStaat.BINNEN).id


@pytest.fixture
def form(qtbot: QtBot, deuren: Deuren, kaart_id: int, leenauto: int) -> WerkkaartForm:
    deuren.werkkaart.open_werkkaart(kaart_id)
    shown = opened(qtbot, WerkkaartForm)
    press(shown, Qt.Key.Key_H, ALT)
    return shown


def said(form: WerkkaartForm) -> str:
    """What the ribbon says of the loan car."""
    part = form.findChildren(LeenLint)[0]
    assert part.isVisible()
    return part.findChildren(ElidedLabel)[0].accessibleName()


def lend(garage: Garage, leenauto: int, kaart_id: int) -> None:
    kaart = LeenKaart(relatie=garage.new_owner(), van=moment(2026, 11, 24), tot=moment(2026, 11, 24, 16), km_uit=1_000)
    garage.leenperiodes.lend(garage.balie, leenauto, kaart, kaart_id)


def test_a_free_car_goes_along_with_the_visit(qtbot: QtBot, form: WerkkaartForm, garage: Garage, leenauto: int) -> None:
    assert said(form) == "Nog geen auto meegegeven bij dit bezoek."
    assert not buttons(form)["Terug"].isEnabled()
    buttons(form)["Uitlenen"].click()
    een = opened(qtbot, LeenForm)
    assert line(een, "Aan wie").text().startswith("Dhr. H. van Dalen")
    een.press_main()
    assert een.problem.text.startswith("Nog niet opgeslagen: 2 velden")
    een._velden.car.choose_button.click()
    kies = opened(qtbot, KiesVoertuigForm)
    lijst = kies.findChildren(ResultList)[0]
    assert [row.title for row in (lijst.row,) if row is not None] == ["DAF 44"]
    press(kies, Qt.Key.Key_Return)
    een = opened(qtbot, LeenForm)
    assert line(een, "Auto").text() == "XS-41-BP · DAF 44"
    write(een, "Terug verwacht", "24-11-2026")
    write(een, "Terug verwacht, tijd", "17")
    press(een, Qt.Key.Key_S, CTRL)
    assert said(form) == "DAF 44, tot 24-11-2026 17:00"
    (nu,) = garage.leenperiodes.van_voertuig(garage.balie, leenauto)
    assert nu.periode.werkkaart == "2026-000001"


def test_where_none_is_free_the_list_says_so(
    qtbot: QtBot, form: WerkkaartForm, garage: Garage, leenauto: int, kaart_id: int
) -> None:
    lend(garage, leenauto, kaart_id)
    buttons(form)["Uitlenen"].click()
    opened(qtbot, LeenForm)._velden.car.choose_button.click()
    kies = opened(qtbot, KiesVoertuigForm)
    assert "Geen leenauto vrij" in [label.text() for label in kies.findChildren(QLabel) if label.isVisible()]


def test_it_is_taken_back_and_stays_in_sight(
    qtbot: QtBot, form: WerkkaartForm, garage: Garage, leenauto: int, kaart_id: int
) -> None:
    lend(garage, leenauto, kaart_id)
    form._deuren.heard.emit("werkkaart")
    assert said(form) == "DAF 44, tot 24-11-2026 17:00"
    buttons(form)["Terug"].click()
    terug = opened(qtbot, TerugForm)
    write(terug, "Km in (km)", "1200")
    press(terug, Qt.Key.Key_S, CTRL)
    assert said(form) == "DAF 44, terug op 24-11-2026 10:00"
    assert not buttons(form)["Terug"].isEnabled()


def test_a_card_that_was_never_saved_lends_nothing(qtbot: QtBot, deuren: Deuren, klant: int) -> None:
    deuren.werkkaart.new_werkkaart(klant)
    form = opened(qtbot, WerkkaartForm)
    press(form, Qt.Key.Key_H, ALT)
    assert "Sla de kaart eerst op" in said(form)
    assert not buttons(form)["Uitlenen"].isEnabled()


def test_each_alt_letter_of_the_tab_is_there_once(form: WerkkaartForm) -> None:
    parts: list[QAbstractButton | QLabel] = [*form.findChildren(QAbstractButton), *form.findChildren(QLabel)]
    texts = [part.text() for part in parts if part.isVisible()]
    strip = form.findChildren(QTabBar)[0]
    texts += [strip.tabText(at) for at in range(strip.count())]
    letters = [key for text in texts if (key := QKeySequence.mnemonic(text).toString())]
    assert sorted(letters) == sorted(set(letters))
