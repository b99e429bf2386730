"""Sales orders: kept with their plates, merged when two people write, and explained as the rules decide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.usecases.garage import GOLF, moment
from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.order import Merk, OrderKaart, Ordersoort, Orderstatus, Plaatregel, Plaattype
from werkplaats.domain.pon import Besluit, PonKeuze, PonRegel, Reden
from werkplaats.domain.vin import Vin
from werkplaats.errors import Botsing, NietGevonden, Ongeldig

if TYPE_CHECKING:
    from tests.usecases.garage import Garage

VANDAAG = date(2026, 11, 24)
ARTEON = OrderKaart(
    merk="skoda",
    model="Superb",
    chassisnummer=Vin("TMBAH7NP0P7000017"),
    goedgekeurd=True,
    losdatum=VANDAAG - timedelta(14),
    platen=(Plaatregel("27.1", 1), Plaatregel("27.2", 1)),
)


def test_an_order_is_kept_as_it_was_written(garage: Garage) -> None:
    kaart = replace(ARTEON, relatie=garage.new_owner(), kenteken=GOLF, referentie="4711", voorraadauto=True)
    order = garage.new_order(kaart)
    assert garage.orders.load(garage.verkoper, order.id) == order
    assert (order.kaart, order.nummer, order.gepland_op) == (kaart, "2026-000001", None)
    assert garage.new_order(ARTEON).nummer == "2026-000002"
    regels = garage.orders.logboek(garage.verkoper, order.id)
    assert {regel.veld: regel.na for regel in regels}["platen"] == "1 x 27.1, 1 x 27.2"


def test_two_people_write_different_fields_and_meet_in_one(garage: Garage) -> None:
    order = garage.new_order(ARTEON)
    sanne, piet = garage.verkoper, garage.wie("Verkoop manager nieuw", "Piet")
    garage.orders.save(sanne, order.id, order.kaart, replace(order.kaart, model="Superb Combi"))
    saved = garage.orders.save(piet, order.id, order.kaart, replace(order.kaart, nlv_datum=VANDAAG))
    assert (saved.kaart.model, saved.kaart.nlv_datum) == ("Superb Combi", VANDAAG)
    with pytest.raises(Botsing) as botsing:
        garage.orders.save(piet, order.id, order.kaart, replace(order.kaart, model="Octavia"))
    assert [(veld.veld, veld.hun, veld.door) for veld in botsing.value.velden] == [("model", "Superb Combi", "Sanne")]


def test_the_moment_of_planning_is_kept_while_the_day_moves_and_goes_with_it(garage: Garage) -> None:
    order = garage.new_order(ARTEON)
    wie = garage.verkoper

    def deliver(op: date | None) -> None:
        nu = garage.orders.load(wie, order.id).kaart
        garage.orders.save(wie, order.id, nu, replace(nu, afleverdatum=op))

    deliver(date(2026, 12, 10))
    with garage.later(days=3):
        deliver(date(2026, 12, 17))
        assert garage.orders.load(wie, order.id).gepland_op == moment(2026, 11, 24)
        deliver(None)
        assert garage.orders.load(wie, order.id).gepland_op is None
        deliver(date(2026, 12, 20))
        assert garage.orders.load(wie, order.id).gepland_op == moment(2026, 11, 27)


def test_an_order_without_a_brand_is_refused(garage: Garage) -> None:
    with pytest.raises(Ongeldig) as fout:
        garage.new_order(OrderKaart())
    assert [een.code for een in fout.value.bevindingen] == ["MERK_LEEG"]


def test_an_order_of_another_shop_is_not_there(garage: Garage) -> None:
    order = garage.new_order(ARTEON)
    elders = replace(garage.verkoper, shop_id=99)
    for vraag in (garage.orders.load, garage.orders.logboek, garage.orders.explain_order, garage.orders.delete):
        with pytest.raises(NietGevonden):
            vraag(elders, order.id)


def test_an_order_that_is_called_off_can_be_taken_back(garage: Garage) -> None:
    order = garage.new_order(ARTEON)
    wie = garage.verkoper
    garage.orders.delete(wie, order.id)
    with pytest.raises(NietGevonden):
        garage.orders.load(wie, order.id)
    assert garage.lijsten.first(wie, "order", Lijstvraag("nummer")) == ()
    assert garage.orders.put_back(wie, order.id).kaart == order.kaart
    assert len(garage.lijsten.first(wie, "order", Lijstvraag("nummer"))) == 1


@pytest.mark.parametrize(
    ("anders", "besluit", "regel", "datum"),
    [
        ({}, Besluit.AANVRAGEN, PonRegel.R1, VANDAAG),
        ({"losdatum": VANDAAG - timedelta(13)}, Besluit.WACHTEN, PonRegel.R1, VANDAAG + timedelta(1)),
        ({"nlv_datum": VANDAAG + timedelta(7)}, Besluit.AANVRAGEN, PonRegel.R2, VANDAAG),
        ({"afleverdatum": VANDAAG + timedelta(7)}, Besluit.AANVRAGEN, PonRegel.R3, VANDAAG),
        ({"voorraadauto": True}, Besluit.AANDACHT, None, VANDAAG),
        ({"kenteken": GOLF}, Besluit.VOLDOET_NIET, None, None),
    ],
)
def test_the_rules_say_the_same_while_one_types_on_file_and_in_the_list(
    garage: Garage, anders: dict[str, Any], besluit: Besluit, regel: PonRegel | None, datum: date | None
) -> None:
    wie = garage.verkoper
    kaart = replace(ARTEON, **anders)
    typed = garage.orders.explain(wie, kaart, None, garage.orders.prepare(wie)).oordeel
    order = garage.new_order(kaart)
    (listed,) = garage.lijsten.first(wie, "order", Lijstvraag("nummer"))
    assert (typed.besluit, typed.regel, typed.datum) == (besluit, regel, datum)
    assert garage.orders.explain_order(wie, order.id).oordeel == typed == listed.oordeel


def test_each_condition_is_told_with_whether_it_holds(garage: Garage) -> None:
    wie = garage.verkoper
    kaart = OrderKaart(ordersoort=Ordersoort.GEBRUIKT, merk="CUPRA", status=Orderstatus.AFGELEVERD, goedgekeurd=True)
    uitleg = garage.orders.explain(wie, kaart, None, garage.orders.prepare(wie))
    assert dict(uitleg.voorwaarden) == {
        Reden.ORDERSOORT: False,
        Reden.STATUS_AFGELEVERD: False,
        Reden.CHASSIS_ONTBREEKT: False,
        Reden.KENTEKEN_BEKEND: True,
        Reden.NIET_GOEDGEKEURD: True,
        Reden.MERK_NIET_VIA_PON: False,
        Reden.AANVRAAG_LOOPT: True,
    }


def test_an_order_that_lacks_only_the_approval_waits_for_a_person(garage: Garage) -> None:
    wie = garage.verkoper
    uitleg = garage.orders.explain(wie, replace(ARTEON, goedgekeurd=False), None, garage.orders.prepare(wie))
    assert uitleg.oordeel.besluit is Besluit.VOLDOET_NIET
    assert uitleg.waits_for_approval
    garage.configure(pon_goedgekeurd_vereist=False)
    uitleg = garage.orders.explain(wie, replace(ARTEON, goedgekeurd=False), None, garage.orders.prepare(wie))
    assert uitleg.oordeel.besluit is Besluit.AANVRAGEN
    assert Reden.NIET_GOEDGEKEURD not in dict(uitleg.voorwaarden)


def test_the_list_has_the_orders_of_each_choice(garage: Garage) -> None:
    staand = garage.ordertabellen.load(garage.beheerder)
    garage.ordertabellen.save(garage.beheerder, staand, replace(staand, dealernummers=(("SKODA", "12345"),)))
    garage.new_order(replace(ARTEON, platen=(Plaatregel("27.1", 2),)))
    garage.new_order(replace(ARTEON, voorraadauto=True))
    garage.new_order(replace(ARTEON, status=Orderstatus.AFGELEVERD))
    laat = replace(ARTEON, losdatum=VANDAAG - timedelta(30), afleverdatum=VANDAAG + timedelta(14))
    garage.new_order(laat)
    garage.new_order(replace(laat, afleverdatum=VANDAAG + timedelta(15)))
    wie = garage.verkoper
    assert garage.lijsten.counts(wie, "order") == {"": 5, "lopend": 4, "aanvragen": 1, "aandacht": 2, "afgeleverd": 1}


def test_the_line_of_an_order_follows_the_name_of_its_customer(garage: Garage) -> None:
    kop = garage.new_owner()
    garage.new_order(replace(ARTEON, relatie=kop))
    relatie = garage.relaties.load(garage.balie, kop.id)
    garage.relaties.save(garage.balie, kop.id, relatie.kaart, replace(relatie.kaart, naam="Zwart"))
    wie = garage.verkoper
    (regel,) = garage.lijsten.first(wie, "order", Lijstvraag("relatie", tekst="zwart superb"))
    assert "Zwart" in regel.relatie


def test_a_request_leaves_its_traces_on_the_order(garage: Garage) -> None:
    order = garage.new_order(ARTEON)
    wie = garage.verkoper
    with garage.store.begin(wie) as werk:
        werk.orders.approve(order.id, PonRegel.R1, VANDAAG)
    order = garage.orders.load(wie, order.id)
    assert order.goedkeuring is not None
    assert (order.goedkeuring.door, order.goedkeuring.regel, order.aanvraag_loopt) == ("Sanne", PonRegel.R1, True)
    assert garage.orders.explain_order(wie, order.id).oordeel.redenen == (Reden.AANVRAAG_LOOPT,)
    with garage.store.begin(wie) as werk:
        werk.orders.withdraw(order.id)
    assert garage.orders.explain_order(wie, order.id).oordeel.redenen == (Reden.GOEDKEURING_INGETROKKEN,)
    with garage.store.begin(wie) as werk:
        werk.orders.approve(order.id)
        werk.orders.end_request(order.id, GOLF)
    order = garage.orders.load(wie, order.id)
    assert (order.kaart.kenteken, order.aanvraag_loopt, order.ingetrokken) == (GOLF, False, False)


def test_all_orders_of_a_shop_are_judged_at_once(garage: Garage) -> None:
    ids = [garage.new_order(replace(ARTEON, voorraadauto=voorraad)).id for voorraad in (False, True)]
    with garage.store.read() as lezing:
        alle = dict(lezing.orders.judged(garage.verkoper.shop_id, PonKeuze(), VANDAAG))
    assert {order_id: alle[order_id].besluit for order_id in ids} == {
        ids[0]: Besluit.AANVRAGEN,
        ids[1]: Besluit.AANDACHT,
    }


def test_a_beheerder_changes_the_brands_the_plate_types_and_the_dealer_numbers(garage: Garage) -> None:
    wie = garage.beheerder
    nu = garage.ordertabellen.load(wie)
    assert "SKODA" in nu.via_pon
    assert "CUPRA" not in nu.via_pon
    nieuw = replace(
        nu,
        merken=(*nu.merken[:2], Merk("Cupra", via_pon=True)),
        plaattypen=(Plaattype("27.1", "Lang", 520, 110),),
        dealernummers=(("AUDI", "12345"),),
    )
    saved = garage.ordertabellen.save(wie, nu, nieuw)
    assert saved.via_pon >= {"CUPRA"}
    assert saved.plaattypen == nieuw.plaattypen
    assert saved.dealernummer(" audi ") == "12345"
    assert garage.orders.prepare(garage.verkoper).lijsten == saved


@pytest.mark.parametrize(
    ("veld", "waarde", "code"),
    [
        ("merken", (Merk("Škoda", via_pon=True), Merk("skoda", via_pon=False)), "NAAM_DUBBEL"),
        ("merken", (Merk(" ", via_pon=True),), "NAAM_ONTBREEKT"),
        ("plaattypen", (Plaattype("27.1", "Lang", 52, 11),), "PLAAT_MAAT"),
        ("plaattypen", (Plaattype("x" * 41, "Lang", 520, 110),), "NAAM_TE_LANG"),
        ("dealernummers", (("AUDI", "1-2"),), "DEALERNUMMER_ONJUIST"),
    ],
)
def test_a_list_that_cannot_be_is_refused(garage: Garage, veld: str, waarde: Any, code: str) -> None:
    nu = garage.ordertabellen.load(garage.beheerder)
    with pytest.raises(Ongeldig) as fout:
        garage.ordertabellen.save(garage.beheerder, nu, replace(nu, **{veld: waarde}))
    assert [een.code for een in fout.value.bevindingen] == [code]
