"""The list of relaties as a person at the counter uses it: F7, sort, filter, pills, open, copy, follow others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.forms.handen import opened
from tests.usecases.garage import GOLF, VAN_DALEN
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms.lijsten.relaties import relaties_list
from werkplaats.forms.logboek import LogboekForm
from werkplaats.forms.relatie.form import RelatieForm
from werkplaats.ui.lijst.pagina import ListPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
SMEETS = RelatieKaart(aanhef=Aanhef.MEVROUW, voorletters="A.", naam="Smeets", plaats="Arnhem", let_op="Belt laat terug")
BAKKER = RelatieKaart(aanhef=Aanhef.BEDRIJF, naam="Bakkerij Van Elk B.V.", plaats="Wijchen")


@pytest.fixture
def people(garage: Garage) -> Garage:
    """Van Dalen with a car, a lady and a company without one."""
    garage.new_car(VoertuigKaart(GOLF, hoofdeigenaar=garage.new_owner(VAN_DALEN)))
    for kaart in (SMEETS, BAKKER):
        garage.new_owner(kaart)
    return garage


@pytest.fixture
def make_page(qtbot: QtBot) -> Iterator[Callable[[Toegang, Deuren], ListPage]]:
    pages: list[ListPage] = []

    def make(toegang: Toegang, deuren: Deuren) -> ListPage:
        kind = relaties_list(toegang, deuren)
        page = ListPage(kind, toegang.lijsten, toegang.wie, toegang.background, toegang.voorkeuren)
        page.resize(1180, 640)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.refresh()
        page.table.setFocus()
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.close()


@pytest.fixture
def page(
    people: Garage, toegang: Toegang, deuren: Deuren, make_page: Callable[[Toegang, Deuren], ListPage]
) -> ListPage:
    return make_page(toegang, deuren)


def column(page: ListPage, name: str) -> list[str]:
    at = [column.name for column in page.model.columns].index(name)
    return [str(page.model.index(row, at).data()) for row in range(page.model.rowCount())]


def sort(page: ListPage, name: str) -> None:
    page.table.header.sectionClicked.emit([column.name for column in page.model.columns].index(name))


def test_people_stand_by_name_with_how_many_cars_they_have(page: ListPage) -> None:
    assert column(page, "naam") == ["Bakkerij Van Elk B.V.", "Dhr. H. van Dalen", "Mw. A. Smeets"]
    assert column(page, "plaats") == ["Wijchen", "Nijmegen", "Arnhem"]
    assert column(page, "voertuigen") == ["", "1", ""]


def test_what_must_be_known_of_somebody_is_spoken_with_his_name(page: ListPage) -> None:
    spoken = page.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Mw. A. Smeets, let op: Belt laat terug"


def test_a_press_on_a_title_sorts_and_who_has_most_cars_comes_first(page: ListPage) -> None:
    sort(page, "plaats")
    assert column(page, "plaats") == ["Arnhem", "Nijmegen", "Wijchen"]
    sort(page, "plaats")
    assert column(page, "plaats") == ["Wijchen", "Nijmegen", "Arnhem"]
    sort(page, "voertuigen")
    assert column(page, "naam")[0] == "Dhr. H. van Dalen"


def test_the_pills_count_and_choose(page: ListPage, qtbot: QtBot) -> None:
    names = [pill.accessibleName() for pill in page.pills.pills.values() if not pill.isHidden()]
    assert names == ["Alle", "Personen 2", "Bedrijven 1", "Zonder voertuig 2"]
    qtbot.mouseClick(page.pills.pills["bedrijven"], Qt.MouseButton.LeftButton)
    assert column(page, "naam") == ["Bakkerij Van Elk B.V."]


@pytest.mark.parametrize(
    "words", ["smeets arnhem", "6533 gl", "6533gl", "06 1234 5678", "0612345678", "06-12345678", "van dalen"]
)
def test_the_filter_finds_by_name_place_postcode_and_telephone(page: ListPage, qtbot: QtBot, words: str) -> None:
    page.filter.setFocus()
    QTest.keyClicks(page.filter, words)
    qtbot.waitUntil(lambda: page._vraag.tekst == words)
    assert len(column(page, "naam")) == 1


def test_enter_opens_the_card_and_ctrl_c_copies_the_name(page: ListPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Dhr. H. van Dalen"
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert "van Dalen" in opened(qtbot, RelatieForm).windowTitle()


def test_shift_f10_offers_the_card_and_the_logboek(page: ListPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert titles == ["Openen", "Logboek", "Naam kopiëren"]
    menu.actions()[1].trigger()
    menu.close()
    assert opened(qtbot, LogboekForm).isVisible()


def test_who_is_changed_elsewhere_moves_and_stays_chosen(page: ListPage, people: Garage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_End)
    (smeets,) = people.zoeken.relaties(people.balie, "smeets")
    people.relaties.save(people.balie, smeets.id, SMEETS, replace(SMEETS, naam="Aarts"))
    page.show_changed("relatie")
    assert column(page, "naam") == ["Mw. A. Aarts", "Bakkerij Van Elk B.V.", "Dhr. H. van Dalen"]
    assert page.table.chosen_row() == 0


def test_an_empty_list_says_what_to_do_and_makes_the_first(
    toegang: Toegang, deuren: Deuren, make_page: Callable[[Toegang, Deuren], ListPage], qtbot: QtBot
) -> None:
    page = make_page(toegang, deuren)
    assert page.empty._sentence.text() == "Nog geen relaties"
    qtbot.mouseClick(page._new, Qt.MouseButton.LeftButton)
    assert any(isinstance(window, RelatieForm) for window in QApplication.topLevelWidgets())
