"""An order on its screen: written tab by tab, its plates drawn, and why its plate is requested, while one types."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.forms.handen import CTRL, buttons, field, line, notes, open_forms, opened, press, words, write
from tests.usecases.garage import GOLF
from werkplaats.domain.order import OrderKaart, Plaatregel
from werkplaats.domain.vin import Vin
from werkplaats.forms.menu import entries
from werkplaats.forms.order.form import OrderForm
from werkplaats.forms.order.overnemen import OrderimportForm
from werkplaats.forms.order.platen import PlatenField
from werkplaats.ui.plaatmodel import Plaattekening, split_text
from werkplaats.ui.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

ARTEON = OrderKaart(
    merk="Volkswagen",
    model="Arteon",
    chassisnummer=Vin("WVWZZZ3HZNE000017"),
    goedgekeurd=True,
    losdatum=date(2026, 11, 20),
)


@pytest.fixture
def show(
    garage: Garage, qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren]
) -> Callable[..., OrderForm]:
    def open_form(order_id: int | None = None, wie: Wie | None = None) -> OrderForm:
        deuren = make_deuren(make_toegang(wie or garage.verkoper))
        if order_id is None:
            deuren.verkoop.new_order()
        else:
            deuren.verkoop.open_order(order_id)
        return opened(qtbot, OrderForm)

    return open_form


def turn(form: OrderForm, name: str) -> None:
    (tabs,) = form.findChildren(Tabs)
    tabs.turn(name)


def test_a_new_order_is_written_tab_by_tab_and_saved(garage: Garage, show: Callable[..., OrderForm]) -> None:
    form = show()
    QTest.keyClicks(field(form, "Merk"), "Audi")
    write(form, "Model", "A3")
    write(form, "Chassisnummer", "wauzzz8v0pa000017")
    turn(form, "verkoper")
    write(form, "Aantal platen 27.1 Lang", "2")
    turn(form, "verkoopadmin")
    write(form, "Losdatum", "20-11-2026")
    press(form, Qt.Key.Key_S, CTRL)
    order = garage.orders.load(garage.verkoper, 1)
    assert (order.kaart.merk, order.kaart.model, order.kaart.platen) == ("Audi", "A3", (Plaatregel("27.1", 2),))
    assert order.kaart.losdatum == date(2026, 11, 20)
    assert open_forms() == []


def test_an_order_without_a_brand_is_kept_open_and_says_so(garage: Garage, show: Callable[..., OrderForm]) -> None:
    form = show()
    write(form, "Model", "A3")
    press(form, Qt.Key.Key_S, CTRL)
    assert "Kies of typ het merk van de auto." in notes(form)
    assert form.has_changes()


def test_the_explanation_follows_what_one_types(garage: Garage, show: Callable[..., OrderForm]) -> None:
    form = show(garage.new_order(ARTEON).id)
    turn(form, "verkoopadmin")
    assert "op 04-12-2026 aangevraagd: 14 dagen na de losdatum" in words(form)
    assert "Chassisnummer bekend" in notes(form)
    write(form, "NLV datum", "30-11-2026")
    assert "wordt vandaag aangevraagd: 7 dagen voor de NLV datum" in words(form)
    write(form, "Definitieve afleverdatum", "02-12-2026")
    assert "op of na de NLV datum" in words(form)


def test_what_is_missing_is_said_of_each_condition(garage: Garage, show: Callable[..., OrderForm]) -> None:
    order = garage.new_order(replace(ARTEON, merk="CUPRA", chassisnummer=None, goedgekeurd=False))
    form = show(order.id)
    turn(form, "verkoopadmin")
    assert {"Dit merk gaat niet via PON", "Chassisnummer ontbreekt", "Order nog niet goedgekeurd"} <= set(notes(form))


def test_the_plates_are_drawn_with_the_signs_of_the_car(garage: Garage, show: Callable[..., OrderForm]) -> None:
    form = show(garage.new_order(replace(ARTEON, kenteken=GOLF)).id)
    turn(form, "verkoper")
    drawings = form.findChildren(Plaattekening)
    assert [drawing.accessibleName() for drawing in drawings] == ["Lang", "Vierkant", "Motor", "Amerikaans"]
    long, square = (drawing.grab().toImage() for drawing in drawings[:2])
    assert long != square


def test_a_plate_type_that_is_gone_stays_as_long_as_the_order_asks_for_it(
    garage: Garage, show: Callable[..., OrderForm]
) -> None:
    platen = (Plaatregel("99.9", 2),)
    form = show(garage.new_order(replace(ARTEON, platen=platen)).id)
    (plates,) = form.findChildren(PlatenField)
    assert plates.value() == platen
    assert not form.has_changes()


@pytest.mark.parametrize(("tekst", "gedeeld"), [("GA-482-R", ["GA-482", "R"]), ("XX-00-XX", ["XX-00", "XX"])])
def test_a_plate_of_two_lines_is_parted_at_a_dash(tekst: str, gedeeld: list[str]) -> None:
    assert split_text(tekst, 2) == gedeeld
    assert split_text(tekst, 1) == [tekst]


def test_who_does_not_sell_finds_no_orders(
    garage: Garage, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren]
) -> None:
    def pages(wie: Wie) -> set[str]:
        toegang = make_toegang(wie)
        return {page.name for page in entries(toegang, make_deuren(toegang)).pages}

    assert "orders" in pages(garage.verkoper)
    assert "orders" not in pages(garage.balie)


def test_what_another_person_changes_comes_along_while_mine_stays(
    garage: Garage, show: Callable[..., OrderForm]
) -> None:
    order = garage.new_order(ARTEON)
    form = show(order.id)
    write(form, "Model", "Arteon Shooting Brake")
    piet = garage.wie("Verkoop manager nieuw", "Piet")
    garage.orders.save(piet, order.id, order.kaart, replace(order.kaart, kenteken=GOLF))
    turn(form, "verkoopadmin")
    form._deuren.changed.emit("order", order.id)
    assert line(form, "Kenteken").text() == "GA-482-R"
    press(form, Qt.Key.Key_S, CTRL)
    kaart = garage.orders.load(piet, order.id).kaart
    assert (kaart.model, kaart.kenteken) == ("Arteon Shooting Brake", GOLF)


def test_a_file_of_orders_is_looked_through_and_taken_in(
    garage: Garage,
    qtbot: QtBot,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    tmp_path: Path,
) -> None:
    make_deuren(make_toegang(garage.verkoper)).verkoop.open_import()
    form = opened(qtbot, OrderimportForm)
    pad = tmp_path / "orders.csv"
    pad.write_text("referentie;merk;losdatum;kleur\n1;Audi;morgen;rood\n", encoding="utf-8")
    form.look_at(pad)
    assert "1 fout gevonden; er wordt niets overgenomen." in words(form)
    assert not buttons(form)["Overnemen"].isEnabled()
    pad.write_text("referentie;merk;losdatum;kleur\n1;Audi;1-11-2026;rood\n", encoding="utf-8")
    form.look_at(pad)
    assert "Deze kolommen worden niet gelezen: kleur." in words(form)
    buttons(form)["Overnemen"].click()
    assert garage.orders.load(garage.verkoper, 1).kaart.losdatum == date(2026, 11, 1)
