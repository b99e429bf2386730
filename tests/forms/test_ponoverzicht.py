"""The overview of plate requests on its screen: the days, what waits for a person, what was asked; all by keyboard."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.forms.handen import ALT, CTRL, notes, opened, press, words
from tests.usecases.garage import Garage
from werkplaats.domain.order import OrderKaart, Plaatregel
from werkplaats.domain.ponaanvraag import Aanvraagstaat
from werkplaats.domain.postbus import Staat, Uitkomst
from werkplaats.domain.vin import Vin
from werkplaats.forms.menu import KENTEKENAANVRAGEN, entries
from werkplaats.forms.order.direct import DirectGoedkeurenForm
from werkplaats.forms.order.form import OrderForm
from werkplaats.forms.ponoverzicht.pagina import PonPagina
from werkplaats.forms.venster import fill_window
from werkplaats.store.openen import open_store
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.labels import ElidedLabel
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.lijst.pagina import ListPage
    from werkplaats.ui.work import Background

NU = date(2026, 11, 24)
GOLF = OrderKaart(
    merk="Volkswagen",
    model="Golf",
    chassisnummer=Vin("WVWZZZ1KZAW000417"),
    goedgekeurd=True,
    platen=(Plaatregel("27.1", 2),),
)
_LONG = "Škoda Enyaq Coupé RS 210 kW met een naam die langer is dan de kolom ooit wordt"


def _know_at(garage: Garage, *merken: str) -> None:
    """The shop has a number at these brands."""
    lijsten = garage.ordertabellen.load(garage.beheerder)
    nummers = replace(lijsten, dealernummers=tuple((merk, "14287") for merk in sorted(merken)))
    garage.ordertabellen.save(garage.beheerder, lijsten, nummers)


def in_days(dagen: int) -> date:
    return NU + timedelta(days=dagen)


@pytest.fixture
def orders(garage: Garage) -> Garage:
    """One order that is requested today, one in five days, one that a person must decide on, and one not yet."""
    _know_at(garage, "AUDI", "VOLKSWAGEN")
    garage.new_order(replace(GOLF, losdatum=in_days(-14)))
    garage.new_order(replace(GOLF, model="Passat", nlv_datum=in_days(12)))
    garage.new_order(replace(GOLF, merk="Audi", model="A3", afleverdatum=in_days(9)))
    garage.new_order(replace(GOLF, merk="Audi", model="Q4", afleverdatum=in_days(40)))
    return garage


@pytest.fixture
def show(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren]
) -> Callable[..., PonPagina]:
    def make(garage: Garage, wie: Wie | None = None) -> PonPagina:
        toegang = make_toegang(wie or garage.verkoper)
        deuren = make_deuren(toegang)
        page = PonPagina(toegang, deuren)
        deuren.changed.connect(lambda onderwerp, _id: page.show_changed(onderwerp))
        qtbot.addWidget(page)
        page.resize(1230, 800)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.refresh()
        page.take_focus()
        return page

    return make


def column(page: ListPage, name: str) -> list[str]:
    at = [each.name for each in page.model.columns].index(name)
    return [page.model.index(row, at).data() for row in range(page.model.rowCount())]


def key(page: PonPagina, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    settle()
    QTest.keyClick(QApplication.focusWidget() or page, which, modifier)
    settle()


def settle() -> None:
    """What was put in a layout just now is shown by a message of Qt to itself."""
    QApplication.sendPostedEvents()


def shown_words(page: PonPagina) -> str:
    settle()
    parts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    return " ".join((*parts, *(label.accessibleName() for label in page.findChildren(ElidedLabel))))


def press_button(page: PonPagina, title: str) -> None:
    """By its Alt letter a button goes down for a moment first; here it is pressed at once."""
    settle()
    (button,) = [each for each in page.findChildren(QPushButton) if each.text() == title and each.isVisible()]
    button.click()
    settle()


def test_the_days_count_and_the_list_says_what_is_to_be_done(orders: Garage, show: Callable[..., PonPagina]) -> None:
    page = show(orders)
    assert column(page.planning, "auto") == ["Volkswagen Golf", "Audi A3", "Volkswagen Passat", "Audi Q4"]
    assert column(page.planning, "dag") == ["24-11-2026", "26-11-2026", "29-11-2026", "27-12-2026"]
    assert page.planning.pills.pills["aandacht"].accessibleName() == "Aandacht nodig 1"
    names = [tile.accessibleName() for tile in page.days.tiles]
    assert names[0] == "Vandaag di 24-11-2026: 1 kenteken aan te vragen (1 x R1)"
    assert names[5] == "zo 29-11-2026: 1 kenteken aan te vragen (1 x R2)"
    assert names[1] == "wo 25-11-2026: 0 kentekens aan te vragen"
    assert "Automatisch aanvragen staat uit" in shown_words(page)


def test_a_day_is_chosen_with_the_arrows_and_shows_its_orders(orders: Garage, show: Callable[..., PonPagina]) -> None:
    page = show(orders)
    page.days.tiles[0].setFocus()
    for _step in range(5):
        key(page, Qt.Key.Key_Right)
    key(page, Qt.Key.Key_Return)
    assert page.days.tiles[5].isChecked()
    assert column(page.planning, "auto") == ["Volkswagen Passat"]
    assert page.planning.pills.pills["gepland"].isChecked()
    key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Space)
    assert page.planning.model.rowCount() == 0
    key(page, Qt.Key.Key_Home)
    key(page, Qt.Key.Key_Return)
    assert column(page.planning, "auto") == ["Volkswagen Golf"]
    key(page, Qt.Key.Key_Return)
    assert page.planning.model.rowCount() == 4, "let go, the whole list is back"


def test_a_pill_lets_the_day_go(orders: Garage, show: Callable[..., PonPagina]) -> None:
    page = show(orders)
    page.days.tiles[0].click()
    page.planning.pills.pills["aandacht"].click()
    assert not page.days.tiles[0].isChecked()
    assert column(page.planning, "auto") == ["Audi A3"]


def test_the_pane_says_why_and_requests_by_the_same_preview(
    qtbot: QtBot, orders: Garage, show: Callable[..., PonPagina]
) -> None:
    page = show(orders)
    page.planning.pills.pills["aandacht"].click()
    assert "De auto is ingepland, maar de losdatum is niet bekend." in shown_words(page)
    assert "Beslis uiterlijk op 26-11-2026 zelf." in shown_words(page)
    press_button(page, "Kenteken &aanvragen …")
    form = opened(qtbot, DirectGoedkeurenForm)
    assert "Nu aanvragen bij PON?" in words(form)
    press(form, Qt.Key.Key_A, ALT)
    qtbot.waitUntil(lambda: page.planning.model.rowCount() == 0)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.strip.setCurrentIndex(1)
    assert column(page.requests, "auto") == ["Audi A3"]
    assert column(page.requests, "staat") == ["Wacht op verzending"]


def test_enter_opens_the_order_of_the_line(qtbot: QtBot, orders: Garage, show: Callable[..., PonPagina]) -> None:
    page = show(orders)
    key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Return)
    assert "Order 2026-000003" in words(opened(qtbot, OrderForm))


def _ask(garage: Garage, order_id: int, *, doubt: bool) -> None:
    voorbeeld = garage.aanvragen.preview(garage.verkoper, order_id)
    aanvraag = garage.aanvragen.request(garage.verkoper, voorbeeld)
    if doubt:
        with garage.store.begin(garage.verkoper) as werk:
            bericht = werk.ponaanvragen.get(aanvraag.id).bericht_id
            assert bericht is not None
            een, _staat, _token = werk.postbus.lock(bericht)
            uitkomst = Uitkomst.onzeker("PARTIJ_TIJD_OM", partij="PON")
            werk.postbus.move(bericht, Staat.ONZEKER, uitkomst)
            garage.pon_verzender.record(werk, een, uitkomst)


def test_a_request_in_doubt_is_decided_beside_the_list(
    qtbot: QtBot, orders: Garage, show: Callable[..., PonPagina]
) -> None:
    _ask(orders, 1, doubt=True)
    page = show(orders)
    key(page, Qt.Key.Key_Tab, CTRL)
    assert page.current is page.requests
    assert column(page.requests, "staat") == ["Niet zeker"]
    assert "WVWZZZ1KZAW000417" in shown_words(page)
    key(page, Qt.Key.Key_P, ALT)
    qtbot.waitUntil(lambda: column(page.requests, "staat") != ["Niet zeker"])
    assert column(page.requests, "staat") == ["Ingediend bij PON"]
    (aanvraag,) = orders.aanvragen.van_order(orders.verkoper, 1)
    assert aanvraag.staat is Aanvraagstaat.INGEDIEND


def test_a_request_that_waits_is_taken_back_and_stands_in_the_planning_again(
    orders: Garage, show: Callable[..., PonPagina]
) -> None:
    _ask(orders, 1, doubt=False)
    page = show(orders)
    key(page, Qt.Key.Key_Tab, CTRL)
    press_button(page, "I&ntrekken")
    assert column(page.requests, "staat") == ["Ingetrokken"]
    key(page, Qt.Key.Key_Tab, CTRL)
    assert "Aandacht nodig" in column(page.planning, "groep")


def test_what_was_sent_meanwhile_cannot_be_taken_back_and_the_pane_says_so(
    orders: Garage, show: Callable[..., PonPagina]
) -> None:
    _ask(orders, 1, doubt=False)
    page = show(orders)
    key(page, Qt.Key.Key_Tab, CTRL)
    with orders.store.begin(orders.verkoper) as werk:
        bericht = werk.ponaanvragen.van_order(1)[0].bericht_id
        assert bericht is not None
        werk.postbus.move(bericht, Staat.VERZONDEN, Uitkomst.verzonden())
    press_button(page, "I&ntrekken")
    assert any("ingetrokken" in text for text in notes(page))


def test_who_may_not_request_sees_all_of_it_without_the_button(orders: Garage, show: Callable[..., PonPagina]) -> None:
    _ask(orders, 1, doubt=False)
    page = show(orders, orders.beheerder)
    assert column(page.planning, "auto") == ["Audi A3", "Volkswagen Passat", "Audi Q4"]
    key(page, Qt.Key.Key_Tab, CTRL)
    titles = [button.text() for button in page.findChildren(QPushButton) if button.isVisible()]
    assert "Order openen" in titles
    assert not {"Kenteken &aanvragen …", "I&ntrekken"} & set(titles)


def test_an_empty_overview_says_what_to_do(garage: Garage, show: Callable[..., PonPagina]) -> None:
    page = show(garage)
    (empty,) = page.planning.findChildren(EmptyList)
    assert "Zet op een order, tabblad Verkoopadmin" in " ".join(each.text() for each in empty.findChildren(QLabel))
    assert page.days.tiles[0].accessibleName() == "Vandaag di 24-11-2026: 0 kentekens aan te vragen"
    key(page, Qt.Key.Key_Tab, CTRL)
    (empty,) = page.requests.findChildren(EmptyList)
    assert "Vraag een kenteken aan" in " ".join(each.text() for each in empty.findChildren(QLabel))


def test_hostile_and_long_names_are_only_shown(garage: Garage, show: Callable[..., PonPagina], tmp_path: Path) -> None:
    _know_at(garage, "VOLKSWAGEN", "SKODA")
    garage.new_order(replace(GOLF, model='<img src="x"><b>=1+1</b>', losdatum=in_days(-14)))
    garage.new_order(replace(GOLF, merk="Škoda", model=_LONG, losdatum=in_days(-15)))
    page = show(garage)
    assert column(page.planning, "auto") == [f"Škoda {_LONG}", 'Volkswagen <img src="x"><b>=1+1</b>']
    key(page, Qt.Key.Key_Down)
    (heading,) = [label for label in page.findChildren(QLabel) if label.text() == 'Volkswagen <img src="x"><b>=1+1</b>']
    assert heading.textFormat() is Qt.TextFormat.PlainText
    page.planning.export.write(page.planning._vraag, page.planning.model.columns, tmp_path / "p.csv")
    assert "Škoda" in (tmp_path / "p.csv").read_text("utf-8-sig")


def test_what_another_workstation_does_shows_by_itself(
    orders: Garage, make_toegang: Callable[..., Toegang], background: Background, qtbot: QtBot
) -> None:
    toegang = make_toegang(orders.verkoper, background=background)
    window = Window(toegang.voorkeuren, oefenen=False)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    content = fill_window(window, toegang)
    content.pages.open(KENTEKENAANVRAGEN)
    page = content.pages.current
    assert isinstance(page, PonPagina)
    qtbot.waitUntil(lambda: page.planning.model.rowCount() == 4)
    qtbot.waitUntil(lambda: page.days.tiles[0].accessibleName().startswith("Vandaag di 24-11-2026: 1 "))
    with closing(open_store(f"sqlite:///{orders.store.plaats}", orders.klok)) as elders:
        ander = Garage(elders, orders.klok)
        _ask(ander, 1, doubt=False)
        qtbot.waitUntil(lambda: page.planning.model.rowCount() == 3, timeout=5000)
        qtbot.waitUntil(lambda: page.days.tiles[0].accessibleName().startswith("Vandaag di 24-11-2026: 0 "))
        ander.feed.close()
    window.may_close = lambda: True


@pytest.mark.parametrize(("groep", "er"), [("Verkoop manager nieuw", True), ("Beheerder", True), ("Balie", False)])
def test_only_who_may_see_orders_finds_the_page(
    garage: Garage,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    groep: str,
    er: bool,
) -> None:
    toegang = make_toegang(garage.wie(groep))
    names = [page.name for page in entries(toegang, make_deuren(toegang)).pages]
    assert (KENTEKENAANVRAGEN in names) is er
