"""The list of cars as a person at the counter uses it: F6, sort, filter, choose, open, copy, export, follow others."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.forms.handen import opened
from tests.usecases.garage import GOLF, Garage
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.lijst import PAGINA
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms.lijsten.voertuigen import voertuigen_list
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.relatie.form import RelatieForm
from werkplaats.forms.venster import fill_window
from werkplaats.store.openen import open_store
from werkplaats.ui.lijst.pagina import ListPage
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.work import Background

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def cars(garage: Garage) -> Garage:
    """Three cars: one of Van Dalen whose APK ends soon, one overdue, one that does not run."""
    eigenaar = garage.new_owner()
    for kaart in (
        VoertuigKaart(GOLF, merk="Volkswagen", model="Golf", hoofdeigenaar=eigenaar, vervaldatum_apk=date(2026, 12, 2)),
        VoertuigKaart(Kenteken.parse("01-CARS"), merk="Citroën", model="C4", vervaldatum_apk=date(2026, 11, 1)),
        VoertuigKaart(Kenteken.parse("XS-41-BP"), merk="DAF", model="44", actief=False),
    ):
        garage.new_car(replace(kaart, datum_laatste_bezoek=date(2026, 11, 24)))
    return garage


@pytest.fixture
def make_page(qtbot: QtBot) -> Iterator[Callable[[Toegang, Deuren], ListPage]]:
    pages: list[ListPage] = []

    def make(toegang: Toegang, deuren: Deuren) -> ListPage:
        kind = voertuigen_list(toegang, deuren)
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
def page(cars: Garage, toegang: Toegang, deuren: Deuren, make_page: Callable[[Toegang, Deuren], ListPage]) -> ListPage:
    return make_page(toegang, deuren)


def _column(page: ListPage, name: str) -> list[str]:
    at = [column.name for column in page.model.columns].index(name)
    return [str(page.model.index(row, at).data()) for row in range(page.model.rowCount())]


def _sort(page: ListPage, name: str) -> None:
    page.table.header.sectionClicked.emit([column.name for column in page.model.columns].index(name))


def _filter(page: ListPage, qtbot: QtBot, text: str) -> None:
    page.filter.setFocus()
    QTest.keyClicks(page.filter, text)
    qtbot.waitUntil(lambda: page._vraag.tekst == text)


def test_cars_stand_by_plate_with_what_asks_for_attention(page: ListPage) -> None:
    assert _column(page, "kenteken") == ["01-CA-RS", "GA-482-R", "XS-41-BP"]
    assert _column(page, "omschrijving") == ["Citroën C4", "Volkswagen Golf", "DAF 44"]
    assert _column(page, "eigenaar")[1] == "Dhr. H. van Dalen"
    assert _column(page, "bezoek") == ["vandaag"] * 3
    spoken = [page.model.index(row, 6).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["01-11-2026, verlopen", "02-12-2026, binnen 30 dagen", ""]
    assert page.table.chosen_row() == 0


def test_a_press_on_a_title_sorts_and_another_turns_it_round(page: ListPage) -> None:
    _sort(page, "omschrijving")
    assert _column(page, "kenteken") == ["01-CA-RS", "XS-41-BP", "GA-482-R"]
    _sort(page, "omschrijving")
    assert _column(page, "kenteken") == ["GA-482-R", "XS-41-BP", "01-CA-RS"]
    _sort(page, "signaal")
    assert _column(page, "kenteken") == ["GA-482-R", "XS-41-BP", "01-CA-RS"]


def test_the_order_is_remembered_for_the_next_time(
    page: ListPage, make_page: Callable[[Toegang, Deuren], ListPage], toegang: Toegang, deuren: Deuren
) -> None:
    _sort(page, "omschrijving")
    _sort(page, "omschrijving")
    assert _column(make_page(toegang, deuren), "kenteken") == ["GA-482-R", "XS-41-BP", "01-CA-RS"]
    toegang.voorkeuren.remember_sorting("voertuigen", "een kolom van vroeger", down=True)
    assert _column(make_page(toegang, deuren), "kenteken") == ["01-CA-RS", "GA-482-R", "XS-41-BP"]


def test_the_pills_count_and_choose(page: ListPage, qtbot: QtBot) -> None:
    assert [pill.accessibleName() for pill in page.pills.pills.values() if not pill.isHidden()] == [
        "Alle",
        "APK binnen 30 dagen 1",
        "APK verlopen 1",
        "Niet actief 1",
    ]
    qtbot.mouseClick(page.pills.pills["inactief"], Qt.MouseButton.LeftButton)
    assert _column(page, "kenteken") == ["XS-41-BP"]


def test_the_filter_finds_and_esc_gives_the_whole_list_back(page: ListPage, qtbot: QtBot) -> None:
    _filter(page, qtbot, "dalen golf")
    assert _column(page, "kenteken") == ["GA-482-R"]
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.model.rowCount() == 3
    assert page.filter.text() == ""
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.filter, Qt.Key.Key_Escape)


def test_nothing_found_repeats_the_words_and_offers_the_whole_list(page: ListPage, qtbot: QtBot) -> None:
    _filter(page, qtbot, "zzz")
    assert page.empty.isVisible()
    assert "zzz" in page.empty._sentence.text()
    qtbot.mouseClick(page._clear, Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    assert page.model.rowCount() == 3


def test_an_empty_garage_says_what_to_do_next(
    toegang: Toegang, deuren: Deuren, make_page: Callable[[Toegang, Deuren], ListPage], qtbot: QtBot
) -> None:
    page = make_page(toegang, deuren)
    assert page.empty._sentence.text() == "Nog geen voertuigen"
    assert page._new.isVisible()
    assert not page._clear.isVisible()
    qtbot.mouseClick(page._new, Qt.MouseButton.LeftButton)
    assert opened(qtbot, MuterenForm).isVisible()


def test_enter_opens_the_card_and_ctrl_c_copies_the_plate_with_its_dashes(page: ListPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "GA-482-R"
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert "GA-482-R" in opened(qtbot, MuterenForm).windowTitle()


def test_shift_f10_offers_what_can_be_done_with_the_car(page: ListPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert titles == ["Openen", "Eigenaar openen", "Pechhulp aanvragen …", "Logboek", "Kenteken kopiëren"]
    menu.actions()[1].trigger()
    menu.close()
    assert opened(qtbot, RelatieForm).isVisible()


def test_a_mechanic_is_offered_no_pechhulp_and_makes_no_car(
    cars: Garage,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    make_page: Callable[[Toegang, Deuren], ListPage],
) -> None:
    toegang = make_toegang(cars.wie("Monteur"))
    page = make_page(toegang, make_deuren(toegang))
    line = page.model.line(0)
    assert [action.title for action in page.kind.actions(line)] == ["Openen", "Logboek"]
    assert page.kind.create is None


def test_chosen_columns_are_kept_for_the_next_time(
    page: ListPage, toegang: Toegang, deuren: Deuren, make_page: Callable[[Toegang, Deuren], ListPage]
) -> None:
    page.columns.open()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    plate, *_between, visit, _km, _sign = menu.actions()
    assert not plate.isEnabled()
    visit.trigger()
    menu.close()
    names = [column.name for column in page.model.columns]
    assert "bezoek" not in names
    assert names[0] == "kenteken"
    assert [column.name for column in make_page(toegang, deuren).model.columns] == names


def test_the_last_reading_of_the_odometer_is_a_column_to_choose(page: ListPage, cars: Garage, tmp_path: Path) -> None:
    golf, citroen = (page.model.line(row) for row in (1, 0))
    assert golf is not None
    assert citroen is not None
    for auto, stand in ((golf.id, 131_000), (golf.id, 9_500), (citroen.id, 88_120)):
        cars.kmstanden.add(cars.balie, auto, KmInvoer(stand, date(2026, 11, 24)))
    assert "km" not in [column.name for column in page.model.columns]
    page.columns.open()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == "km").trigger()
    menu.close()
    page.refresh()
    assert _column(page, "km") == ["88.120", "9.500", ""]
    _sort(page, "km")
    assert _column(page, "km") == ["88.120", "9.500", ""]
    _sort(page, "km")
    assert _column(page, "km") == ["", "9.500", "88.120"]
    page.export.write(page._vraag, page.model.columns, tmp_path / "autos.csv")
    assert [line.split(";")[-2] for line in (tmp_path / "autos.csv").read_text("utf-8-sig").splitlines()] == [
        *("Km-stand", "", "9.500", "88.120"),
    ]


def test_the_list_as_it_stands_goes_to_a_file(page: ListPage, tmp_path: Path, qtbot: QtBot) -> None:
    _filter(page, qtbot, "golf")
    bestand = tmp_path / "autos.csv"
    with qtbot.waitSignal(page.export.done) as told:
        page.export.write(page._vraag, page.model.columns, bestand)
    assert told.args == ["autos.csv", 1]
    kop, regel = bestand.read_text(encoding="utf-8-sig").splitlines()
    assert kop.startswith("Kenteken;Merk en model;Hoofdeigenaar")
    assert regel == "GA-482-R;Volkswagen Golf;Dhr. H. van Dalen;Nijmegen;;;02-12-2026;24-11-2026;"


def test_a_file_that_cannot_be_written_is_told(page: ListPage, tmp_path: Path) -> None:
    page.export.write(page._vraag, page.model.columns, tmp_path / "weg" / "autos.csv")
    assert "niet geschreven" in page.problem.text


def test_an_export_that_is_stopped_leaves_no_file(
    cars: Garage,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    make_page: Callable[[Toegang, Deuren], ListPage],
    background: Background,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = threading.Event()
    toegang = make_toegang(background=background)
    page = make_page(toegang, make_deuren(toegang))
    schrijf = cars.lijsten._schrijf

    def wait_first(*given: object) -> int:
        gate.wait(10)
        return schrijf(*given)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(cars.lijsten, "_schrijf", wait_first)
    page.export.write(page._vraag, page.model.columns, tmp_path / "autos.csv")
    qtbot.waitUntil(page.export.strip.isVisible)
    page.export.strip.stop_button.click()
    gate.set()
    qtbot.waitUntil(lambda: "gestopt" in page.problem.text)
    assert list(tmp_path.glob("*.csv")) == []
    assert page.export.button.isEnabled()


def test_what_another_process_changes_shows_within_a_second_or_two(
    cars: Garage, make_toegang: Callable[..., Toegang], background: Background, qtbot: QtBot
) -> None:
    toegang = make_toegang(background=background)
    window = Window(toegang.voorkeuren, oefenen=False)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    content = fill_window(window, toegang)
    QTest.keyClick(window, Qt.Key.Key_F6)
    page = content.pages.current
    assert isinstance(page, ListPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.table.selectRow(1)
    with closing(open_store(f"sqlite:///{cars.store.plaats}", cars.klok)) as elders:
        ander = Garage(elders, cars.klok)
        ander.new_car(VoertuigKaart(Kenteken.parse("00-AAA-1"), merk="Audi"))
        qtbot.waitUntil(lambda: page.model.rowCount() == 4, timeout=5000)
        ander.feed.close()
    assert _column(page, "kenteken") == ["00-AAA-1", "01-CA-RS", "GA-482-R", "XS-41-BP"]
    assert page.table.chosen_row() == 2
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: content.pages.current is not page)
    people = content.pages.current
    assert isinstance(people, ListPage)
    qtbot.waitUntil(lambda: people.model.rowCount() == 1)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert content.pages.current is None
    assert window.start.isVisible()
    window.may_close = lambda: True


def test_lines_that_are_on_their_way_stand_as_such_until_they_come(
    garage: Garage,
    toegang: Toegang,
    deuren: Deuren,
    make_page: Callable[[Toegang, Deuren], ListPage],
    qtbot: QtBot,
) -> None:
    with garage.store.begin(garage.balie) as werk:
        for number in range(3 * PAGINA):
            werk.voertuigen.add(VoertuigKaart(Kenteken.parse(f"{number:06d}"), merk="Saab"))
    page = make_page(toegang, deuren)
    assert page.model.rowCount() == 3 * PAGINA
    assert page.model.line(2 * PAGINA + 5) is None
    page.table.verticalScrollBar().setValue(2 * PAGINA)
    page.table.grab()
    qtbot.waitUntil(lambda: page.model.line(2 * PAGINA + 5) is not None)
    line = page.model.line(2 * PAGINA + 5)
    assert line is not None
    assert line.kenteken.compact == f"{2 * PAGINA + 5:06d}"


def test_tab_reaches_the_filter_and_all_buttons_from_the_table(page: ListPage) -> None:
    reached: list[object] = []
    for _tab in range(20):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    parts = {page.table, page.filter, page.pills.pills[""], page.columns.button, page.export.button}
    assert parts <= set(reached)
