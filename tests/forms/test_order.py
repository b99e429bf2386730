"""An order on its screen: written tab by tab, its plates drawn, and why its plate is requested, while one types."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tests.forms.handen import CTRL, buttons, field, line, notes, open_forms, opened, press, words, write
from tests.usecases.garage import GOLF
from werkplaats.domain.instellingen import PON_TOKEN
from werkplaats.domain.order import OrderKaart, Plaatregel
from werkplaats.domain.ponaanvraag import Aanvraagstaat
from werkplaats.domain.vin import Vin
from werkplaats.errors import NietGevonden
from werkplaats.forms.menu import entries
from werkplaats.forms.order.direct import DirectGoedkeurenForm
from werkplaats.forms.order.form import OrderForm
from werkplaats.forms.order.overnemen import OrderimportForm
from werkplaats.forms.order.platen import PlatenField
from werkplaats.forms.order.tabellen import OrdertabellenForm
from werkplaats.ui.button import Button
from werkplaats.ui.fields.table_edit import TabelField
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
    assert "vanaf 04-12-2026 worden aangevraagd: 14 dagen na de losdatum" in words(form)
    assert "Chassisnummer bekend" in notes(form)
    write(form, "NLV datum", "30-11-2026")
    assert "kan worden aangevraagd: 7 dagen voor de NLV datum" in words(form)
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


def _ready(garage: Garage) -> OrderKaart:
    """An order that can be requested, in a shop that can."""
    garage.instellingen.set_geheim(garage.beheerder, PON_TOKEN, "geheim")
    staand = garage.ordertabellen.load(garage.beheerder)
    garage.ordertabellen.save(garage.beheerder, staand, replace(staand, dealernummers=(("VOLKSWAGEN", "12345"),)))
    return replace(ARTEON, platen=(Plaatregel("27.1", 2),))


def _seen(form: QWidget) -> str:
    return " ".join(label.text() for label in form.findChildren(QLabel) if label.isVisibleTo(form))


def _button(form: QWidget, text: str) -> Button:
    (button,) = [one for one in form.findChildren(Button) if one.text().replace("&", "") == text]
    return button


def test_direct_goedkeuren_shows_what_is_sent_and_the_request_can_be_taken_back(
    garage: Garage, show: Callable[..., OrderForm], qtbot: QtBot
) -> None:
    order = garage.new_order(_ready(garage))
    form = show(order.id)
    turn(form, "verkoopadmin")
    _button(form, "Direct goedkeuren").click()
    dialog = opened(qtbot, DirectGoedkeurenForm)
    gezien = _seen(dialog)
    assert "Nu aanvragen bij PON?" in gezien
    for waarde in ("VOLKSWAGEN", "12345", "WVWZZZ3HZNE000017", "HANDMATIG", "24-11-2026", "27.1", "order-2026-000001"):
        assert waarde in gezien, waarde
    _button(dialog, "Aanvragen").click()
    assert garage.aanvragen.van_order(garage.verkoper, order.id)[0].staat is Aanvraagstaat.WACHT
    assert "Wordt over 10 s verzonden" in " ".join(notes(form))
    _button(form, "Intrekken").click()
    assert garage.aanvragen.van_order(garage.verkoper, order.id)[0].staat is Aanvraagstaat.INGETROKKEN
    assert not _button(form, "Intrekken").isVisibleTo(form)
    assert _button(form, "Direct goedkeuren").isVisibleTo(form)


def test_direct_goedkeuren_says_what_stands_in_the_way(
    garage: Garage, show: Callable[..., OrderForm], qtbot: QtBot
) -> None:
    order = garage.new_order(replace(ARTEON, goedgekeurd=False))
    form = show(order.id)
    turn(form, "verkoopadmin")
    _button(form, "Direct goedkeuren").click()
    dialog = opened(qtbot, DirectGoedkeurenForm)
    assert "Order nog niet goedgekeurd" in " ".join(notes(dialog))
    assert "dealernummer" in " ".join(notes(dialog))
    assert not _button(dialog, "Aanvragen").isEnabled()


def test_what_is_not_saved_is_not_requested(garage: Garage, show: Callable[..., OrderForm]) -> None:
    form = show(garage.new_order(_ready(garage)).id)
    turn(form, "verkoopadmin")
    write(form, "Losdatum", "21-11-2026")
    _button(form, "Direct goedkeuren").click()
    assert "Sla de order eerst op" in form.bar.state
    assert len(open_forms()) == 1


def test_an_order_with_its_plate_needs_nothing_any_more(garage: Garage, show: Callable[..., OrderForm]) -> None:
    form = show(garage.new_order(replace(ARTEON, kenteken=GOLF)).id)
    turn(form, "verkoopadmin")
    assert "De auto heeft een kenteken: er hoeft niets te worden aangevraagd." in words(form)


def test_an_order_is_thrown_away_and_taken_back(garage: Garage, show: Callable[..., OrderForm]) -> None:
    order = garage.new_order(ARTEON)
    form = show(order.id)
    write(form, "Model", "Arteon Shooting Brake")
    _button(form, "Verwijderen").click()
    assert form.problem.accessibleName() == "Order 2026-000001 staat in de prullenbak."
    assert line(form, "Model").isReadOnly()
    assert not _button(form, "Verwijderen").isVisibleTo(form)
    assert not form.has_changes()
    with pytest.raises(NietGevonden):
        garage.orders.load(garage.verkoper, order.id)
    form.problem.retry_button.click()
    assert garage.orders.load(garage.verkoper, order.id).kaart == ARTEON
    assert not line(form, "Model").isReadOnly()
    assert form.has_changes(), "what was typed before is still there"
    press(form, Qt.Key.Key_S, CTRL)
    assert garage.orders.load(garage.verkoper, order.id).kaart.model == "Arteon Shooting Brake"


def test_an_order_whose_request_is_under_way_is_not_thrown_away(garage: Garage, show: Callable[..., OrderForm]) -> None:
    order = garage.new_order(_ready(garage))
    garage.aanvragen.request(garage.verkoper, garage.aanvragen.preview(garage.verkoper, order.id))
    form = show(order.id)
    _button(form, "Verwijderen").click()
    assert "er loopt een aanvraag bij PON" in form.problem.accessibleName()
    assert garage.orders.load(garage.verkoper, order.id).aanvraag_loopt


def test_a_new_order_cannot_be_thrown_away_yet(show: Callable[..., OrderForm]) -> None:
    form = show()
    assert not _button(form, "Verwijderen").isVisibleTo(form)


def test_what_pon_was_told_stands_beside_what_the_order_says_now(
    garage: Garage, show: Callable[..., OrderForm]
) -> None:
    order = garage.new_order(_ready(garage))
    garage.aanvragen.request(garage.verkoper, garage.aanvragen.preview(garage.verkoper, order.id))
    form = show(order.id)
    turn(form, "verkoopadmin")
    assert not any("Bij PON is aangevraagd" in note for note in notes(form))
    write(form, "Definitieve afleverdatum", "5-12-2026")
    assert "Bij PON is aangevraagd: zonder afleverdatum. Dat verandert niet mee met de order." in notes(form)
    turn(form, "algemeen")
    write(form, "Chassisnummer", "WVWZZZ3HZNE000018")
    turn(form, "verkoopadmin")
    (told,) = [note for note in notes(form) if "Bij PON is aangevraagd" in note]
    assert "WVWZZZ3HZNE000017, zonder afleverdatum" in told
    assert told.endswith("dit is een andere auto.")


def test_two_types_of_plate_are_warned_of_at_the_field(garage: Garage, show: Callable[..., OrderForm]) -> None:
    form = show(garage.new_order(ARTEON).id)
    turn(form, "verkoper")
    write(form, "Aantal platen 27.1 Lang", "1")
    write(form, "Aantal platen 27.2 Vierkant", "1")
    assert any("één plaattype per aanvraag" in note for note in notes(form))
    press(form, Qt.Key.Key_S, CTRL)
    assert len(garage.orders.load(garage.verkoper, 1).kaart.platen) == 2


def test_a_beheerder_sees_the_state_and_has_no_button(garage: Garage, show: Callable[..., OrderForm]) -> None:
    order = garage.new_order(_ready(garage))
    garage.aanvragen.request(garage.verkoper, garage.aanvragen.preview(garage.verkoper, order.id))
    form = show(order.id, garage.beheerder)
    turn(form, "verkoopadmin")
    for naam in ("Direct goedkeuren", "Intrekken"):
        assert not _button(form, naam).isVisibleTo(form)


def test_a_beheerder_fills_in_brands_plates_and_dealer_numbers(
    garage: Garage, qtbot: QtBot, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren]
) -> None:
    make_deuren(make_toegang(garage.beheerder)).verkoop.open_tables()
    form = opened(qtbot, OrdertabellenForm)
    assert not form.has_changes()
    brands, plates = form.findChildren(TabelField)
    assert [merk.naam for merk, _nummer in brands.value()][:2] == ["Audi", "Bentley"]
    numbers = [part for part in brands.findChildren(QLineEdit) if part.accessibleName() == "Dealernummer"]
    numbers[0].setFocus()
    QTest.keyClicks(numbers[0], "14287")
    buttons(form)["Plaattype toevoegen"].click()
    press(form, Qt.Key.Key_S, CTRL)
    assert "Een regel heeft geen naam. Vul haar in of wis de regel." in notes(form)
    types = [part for part in plates.findChildren(QLineEdit) if part.accessibleName() == "Type"]
    types[-1].setFocus()
    QTest.keyClicks(types[-1], "30.1")
    press(form, Qt.Key.Key_S, CTRL)
    lijsten = garage.ordertabellen.load(garage.beheerder)
    assert lijsten.dealernummers == (("AUDI", "14287"),)
    assert [een.code for een in lijsten.plaattypen] == ["27.1", "27.2", "27.10", "18.2", "30.1"]
    assert open_forms() == []
