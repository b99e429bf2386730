"""The window and its dialogs together: what is saved in a dialog is seen in the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.forms.handen import CTRL, line, open_forms, opened, press, throw_away_forms, words, write
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import OpslagFout
from werkplaats.forms.deuren import Deuren
from werkplaats.forms.hulp import HulpForm
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.relatie.form import RelatieForm
from werkplaats.forms.venster import fill_window
from werkplaats.ui.button import Button
from werkplaats.ui.lijst.pagina import ListPage
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.voorkeuren import Voorkeuren


@pytest.fixture
def window(
    qtbot: QtBot, garage: Garage, voorkeuren: Voorkeuren, make_toegang: Callable[..., Toegang]
) -> Iterator[Window]:
    """The window of a Beheerder, filled."""
    window = Window(voorkeuren, oefenen=True)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    fill_window(window, make_toegang(garage.beheerder))
    yield window
    throw_away_forms()


def test_a_shop_that_is_renamed_is_called_so_at_once(qtbot: QtBot, window: Window) -> None:
    assert {"start", "voertuigen", "relaties", "postbus", "dagtaken", "instellingen"} <= set(window.navigation.names)
    window.navigation.chosen.emit("instellingen")
    form = opened(qtbot, InstellingenForm)
    write(form, "Naam van de vestiging", "Garage Waalbrug")
    press(form, Qt.Key.Key_S, CTRL)

    assert window.status.shop.text == "Garage Waalbrug"
    form.close()
    window.navigation.chosen.emit("instellingen")
    assert "Geldt voor Garage Waalbrug." in words(opened(qtbot, InstellingenForm))


def test_f1_in_the_window_shows_the_page_about_it(qtbot: QtBot, window: Window) -> None:
    press(window, Qt.Key.Key_F1)
    assert opened(qtbot, HulpForm).windowTitle() == "Hulp: Start en zoeken"


@pytest.mark.parametrize(("typed", "plate"), [("xs41bp", "XS-41-BP"), ("06 12345678", ""), ("", "")])
def test_ctrl_n_makes_a_car_of_a_plate_and_an_empty_one_of_what_says_nothing(
    qtbot: QtBot, window: Window, typed: str, plate: str
) -> None:
    QTest.keyClicks(QApplication.focusWidget() or window, typed)
    press(window, Qt.Key.Key_N, CTRL)
    assert line(opened(qtbot, MuterenForm), "Kenteken").text() == plate


def test_ctrl_n_makes_a_relatie_of_a_name(qtbot: QtBot, window: Window) -> None:
    QTest.keyClicks(QApplication.focusWidget() or window, "smeets")
    press(window, Qt.Key.Key_N, CTRL)
    assert line(opened(qtbot, RelatieForm), "Naam").text() == "Smeets"


NONE = Qt.KeyboardModifier.NoModifier


def scan(code: str) -> None:
    """Holds a scanner before a label, whatever has the keyboard."""
    for sign in code:
        QTest.sendKeyEvent(QTest.KeyAction.Click, QGuiApplication.focusWindow(), Qt.Key(ord(sign)), sign, NONE)
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Return)


def test_a_scanned_label_opens_its_car_from_any_field(qtbot: QtBot, garage: Garage, window: Window) -> None:
    garage.new_car()
    scan("GA482R")
    form = opened(qtbot, MuterenForm)
    assert window.start.box.text() == ""
    other = garage.new_car(VoertuigKaart(kenteken=Kenteken.parse("XS41BP")))
    line(form, "Merk").setFocus()
    scan("XS41BP")
    assert {card.windowTitle() for card in open_forms()} == {
        "Muteren kenteken GA-482-R",
        f"Muteren kenteken {other.kaart.kenteken.weergave if other.kaart.kenteken else ''}",
    }
    assert not form.has_changes()


def test_a_code_of_nobody_stands_in_the_search_box(garage: Garage, window: Window) -> None:
    scan("8710400145981")
    assert window.start.box.text() == "8710400145981"
    assert open_forms() == []


def test_turned_off_the_signs_stay_where_they_were_typed(
    qtbot: QtBot, voorkeuren: Voorkeuren, garage: Garage, window: Window
) -> None:
    garage.new_car()
    scan("GA482R")
    form = opened(qtbot, MuterenForm)
    voorkeuren.scanner = False
    line(form, "Model").setFocus()
    scan("XS41BP")
    assert line(form, "Model").text() == "XS41BP"


def test_a_store_that_does_not_answer_is_told_at_the_search_box(
    garage: Garage, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_question: object) -> None:
        raise OpslagFout("OPSLAG_WEG")

    monkeypatch.setattr(type(garage.zoeken), "scanned", refuse)
    garage.new_car()
    scan("GA482R")
    assert window.start.box.text() == "GA482R"


def test_a_dialog_may_ask_for_a_page_of_the_window(
    qtbot: QtBot, garage: Garage, voorkeuren: Voorkeuren, make_toegang: Callable[..., Toegang]
) -> None:
    belg = replace(garage.beheerder, land="BE")
    window = Window(voorkeuren, oefenen=True)
    qtbot.addWidget(window)
    window.show()
    content = fill_window(window, make_toegang(belg))
    auto = garage.new_car(VoertuigKaart(kenteken=Kenteken.parse("1-ABC-123", "BE"))).id
    window.navigation.chosen.emit("voertuigen")
    deuren = window.findChild(Deuren)
    assert deuren is not None
    deuren.open_voertuig(auto)
    (button,) = [each for each in opened(qtbot, MuterenForm).findChildren(Button) if each.text() == "Car-Pass"]
    menu = button.menu()
    assert menu is not None
    menu.actions()[-1].trigger()
    page = content.pages.current
    assert isinstance(page, ListPage)
    assert page.kind.name == "carpass"
    content.close()
    throw_away_forms()
