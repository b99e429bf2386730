"""Plates are requested at PON by hand: seen beforehand, sent once or in doubt, taken back, followed until given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from sqlalchemy.exc import IntegrityError

from tests.usecases.ontvanger import let_pass
from tests.usecases.pondienst import late, lost, never_left, passes
from werkplaats.domain.instellingen import PON_TOKEN
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.order import OrderKaart, Ordersoort, Orderstatus, Plaatregel
from werkplaats.domain.pon import Besluit as PonBesluit
from werkplaats.domain.pon import Reden
from werkplaats.domain.ponaanvraag import Aanvraagstaat, Aanvraagtype, PonAanvraag, told_otherwise
from werkplaats.domain.postbus import Besluit, Staat
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import GeenRecht, NietGevonden, WerkplaatsError
from werkplaats.sandbox.pon import EXPIRED
from werkplaats.services.pon import PROFIEL

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from tests.usecases.pondienst import Ga
    from werkplaats.domain.order import VerkoopOrder

VANDAAG = date(2026, 11, 24)
POLO = OrderKaart(
    merk=" volkswagen",
    model="Polo",
    chassisnummer=Vin.parse("wvw zzz aw z py 000101"),
    goedgekeurd=True,
    afleverdatum=date(2026, 12, 1),
    platen=(Plaatregel("27.1", 2),),
)


@pytest.fixture(autouse=True)
def _ingesteld(garage: Garage) -> None:
    set_up(garage)


def set_up(garage: Garage, token: str = "geheim", wachttijd: int = 10) -> None:
    """The shop has a token and dealer numbers."""
    garage.instellingen.set_geheim(garage.beheerder, PON_TOKEN, token)
    garage.configure(pon_wachttijd=wachttijd)
    staand = garage.ordertabellen.load(garage.beheerder)
    nummers = (("AUDI", "54321"), ("SKODA", "67890"), ("VOLKSWAGEN", "12345"))
    garage.ordertabellen.save(garage.beheerder, staand, replace(staand, dealernummers=nummers))


def ask(garage: Garage, order: VerkoopOrder) -> PonAanvraag:
    """*Direct goedkeuren*, confirmed."""
    wie = garage.verkoper
    return garage.aanvragen.request(wie, garage.aanvragen.preview(wie, order.id))


def send(garage: Garage, seconds: float = 11) -> PonAanvraag:
    """The waiting time goes by and the postbus sends; gives the newest request of the first order."""
    let_pass(garage.store, garage.balie, garage.klok, seconds=seconds)
    garage.postbus.send_due(garage.balie)
    return newest(garage)


def newest(garage: Garage, order_id: int = 1) -> PonAanvraag:
    return garage.aanvragen.van_order(garage.verkoper, order_id)[0]


def poll(garage: Garage, minutes: float = 2) -> PonAanvraag:
    """A while goes by and PON is asked how it stands."""
    garage.klok.moment = replace(garage.klok.moment, utc=garage.klok.moment.utc + timedelta(minutes=minutes))
    garage.aanvragen.poll(garage.balie)
    return newest(garage)


def order(garage: Garage, **anders: Any) -> VerkoopOrder:
    return garage.new_order(replace(POLO, **anders))


def state(garage: Garage, order_id: int = 1) -> tuple[bool, bool, bool]:
    """Of the order: *Goedkeuren*, taken back, under way."""
    nu = garage.orders.load(garage.verkoper, order_id)
    return nu.goedkeuring is not None, nu.ingetrokken, nu.aanvraag_loopt


# Beforehand.


def test_the_preview_shows_exactly_what_is_sent(garage: Garage) -> None:
    voorbeeld = garage.aanvragen.preview(garage.verkoper, order(garage).id)
    assert voorbeeld.mag
    ask(garage, garage.orders.load(garage.verkoper, 1))
    assert send(garage).staat is Aanvraagstaat.INGEDIEND
    assert garage.pon.register.aanvragen[0].body == {
        "merk": "VOLKSWAGEN",
        "dealernummer": "12345",
        "chassisnummer": "WVWZZZAWZPY000101",
        "aanvraagtype": "HANDMATIG",
        "aanvraagdatum": "2026-11-24",
        "afleverdatum": "2026-12-01",
        "plaattype": "27.1",
        "aantal_platen": 2,
        "referentie": "order-2026-000001",
    }
    assert voorbeeld.inhoud == newest(garage).inhoud


@pytest.mark.parametrize(
    ("anders", "redenen", "gebreken"),
    [
        ({"ordersoort": Ordersoort.GEBRUIKT}, (Reden.ORDERSOORT,), ()),
        ({"status": Orderstatus.AFGELEVERD}, (Reden.STATUS_AFGELEVERD,), ()),
        ({"goedgekeurd": False}, (Reden.NIET_GOEDGEKEURD,), ()),
        ({"kenteken": Kenteken.parse("GA-482-R")}, (Reden.KENTEKEN_BEKEND,), ()),
        ({"merk": "Cupra"}, (Reden.MERK_NIET_VIA_PON,), ("PON_DEALERNUMMER_ONTBREEKT",)),
        ({"merk": "Porsche"}, (), ("PON_DEALERNUMMER_ONTBREEKT",)),
        ({"chassisnummer": None}, (Reden.CHASSIS_ONTBREEKT,), ("PON_CHASSIS_ONTBREEKT",)),
        ({"platen": ()}, (), ("PON_PLAAT_ONTBREEKT",)),
        ({"platen": (Plaatregel("27.1", 1), Plaatregel("27.2", 1))}, (), ("PON_EEN_PLAATTYPE",)),
    ],
)
def test_what_stands_in_the_way_is_told_and_nothing_is_requested(
    garage: Garage, anders: dict[str, Any], redenen: tuple[Reden, ...], gebreken: tuple[str, ...]
) -> None:
    voorbeeld = garage.aanvragen.preview(garage.verkoper, order(garage, **anders).id)
    assert (voorbeeld.mag, voorbeeld.redenen, voorbeeld.gebreken) == (False, redenen, gebreken)
    with pytest.raises(WerkplaatsError, match="PON_VOLDOET_NIET"):
        garage.aanvragen.request(garage.verkoper, voorbeeld)
    assert garage.postbus.list(garage.balie) == ()


def test_a_sale_that_need_not_be_approved_may_be_requested(garage: Garage) -> None:
    garage.configure(pon_goedgekeurd_vereist=False)
    assert garage.aanvragen.preview(garage.verkoper, order(garage, goedgekeurd=False).id).mag


@pytest.mark.parametrize("merk", ["ŠKODA", "skoda ", "  Škoda"])
def test_a_brand_is_known_in_any_spelling(garage: Garage, merk: str) -> None:
    voorbeeld = garage.aanvragen.preview(garage.verkoper, order(garage, merk=merk).id)
    assert voorbeeld.inhoud is not None
    assert (voorbeeld.inhoud.merk, voorbeeld.inhoud.dealernummer) == ("SKODA", "67890")


def test_an_order_that_changed_since_the_preview_is_looked_at_again(garage: Garage) -> None:
    nu = order(garage)
    voorbeeld = garage.aanvragen.preview(garage.verkoper, nu.id)
    garage.orders.save(garage.verkoper, nu.id, nu.kaart, replace(nu.kaart, afleverdatum=date(2026, 12, 24)))
    with pytest.raises(WerkplaatsError, match="PON_GEWIJZIGD"):
        garage.aanvragen.request(garage.verkoper, voorbeeld)
    assert state(garage) == (False, False, False)


@pytest.mark.parametrize("groep", ["Balie", "Monteur", "Planner schade", "Beheerder"])
def test_only_the_four_sales_groups_request(garage: Garage, groep: str) -> None:
    nu = order(garage)
    voorbeeld = garage.aanvragen.preview(garage.verkoper, nu.id)
    with pytest.raises(GeenRecht):
        garage.aanvragen.request(garage.wie(groep), voorbeeld)


# Asked for.


def test_the_two_marks_the_request_and_its_message_are_written_together(garage: Garage) -> None:
    aanvraag = ask(garage, order(garage))
    assert (aanvraag.staat, aanvraag.inhoud.aanvraagtype) == (Aanvraagstaat.WACHT, Aanvraagtype.HANDMATIG)
    assert (aanvraag.gemaakt_door, aanvraag.regel) == ("Sanne", None)
    assert state(garage) == (True, False, True)
    (regel,) = garage.postbus.list(garage.balie)
    assert (regel.soort, regel.staat, regel.id) == ("pon_aanvraag", Staat.WACHT, aanvraag.bericht_id)
    assert "goedgekeurd" in {regel.handeling for regel in garage.orders.logboek(garage.verkoper, 1)}


def test_it_waits_ten_seconds_and_then_goes(garage: Garage) -> None:
    ask(garage, order(garage))
    assert send(garage, seconds=9).staat is Aanvraagstaat.WACHT
    assert garage.pon.gevraagd == []
    assert send(garage, seconds=2).staat is Aanvraagstaat.INGEDIEND


def test_without_a_waiting_time_it_goes_at_once(garage: Garage) -> None:
    set_up(garage, wachttijd=0)
    ask(garage, order(garage))
    assert send(garage, seconds=0).staat is Aanvraagstaat.INGEDIEND


def test_it_is_taken_back_while_it_waits_and_the_program_does_not_ask_by_itself(garage: Garage) -> None:
    nu = order(garage, losdatum=VANDAAG - timedelta(20), afleverdatum=None)
    aanvraag = ask(garage, nu)
    assert garage.aanvragen.withdraw(garage.verkoper, aanvraag.id).staat is Aanvraagstaat.INGETROKKEN
    assert send(garage, seconds=60).staat is Aanvraagstaat.INGETROKKEN
    assert garage.pon.gevraagd == []
    assert state(garage) == (False, True, False)
    oordeel = garage.orders.explain_order(garage.verkoper, nu.id).oordeel
    assert (oordeel.besluit, oordeel.redenen) == (PonBesluit.AANDACHT, (Reden.GOEDKEURING_INGETROKKEN,))


def test_one_that_was_taken_back_may_be_asked_for_again_by_hand(garage: Garage) -> None:
    nu = order(garage)
    garage.aanvragen.withdraw(garage.verkoper, ask(garage, nu).id)
    ask(garage, nu)
    assert send(garage).staat is Aanvraagstaat.INGEDIEND
    assert [een.staat.value for een in garage.aanvragen.van_order(garage.verkoper, nu.id)] == [
        "ingediend",
        "ingetrokken",
    ]
    assert state(garage) == (True, False, True)


def test_what_went_is_not_taken_back(garage: Garage) -> None:
    aanvraag = ask(garage, order(garage))
    send(garage)
    with pytest.raises(WerkplaatsError, match="POSTBUS_NIET_INTREKBAAR"):
        garage.aanvragen.withdraw(garage.verkoper, aanvraag.id)


def test_taken_back_in_the_list_of_the_postbus_is_taken_back(garage: Garage) -> None:
    aanvraag = ask(garage, order(garage))
    assert aanvraag.bericht_id is not None
    garage.postbus.withdraw(garage.balie, aanvraag.bericht_id)
    assert newest(garage).staat is Aanvraagstaat.INGETROKKEN
    assert state(garage) == (False, True, False)


def test_an_order_is_requested_once(garage: Garage) -> None:
    nu = order(garage)
    voorbeeld = garage.aanvragen.preview(garage.verkoper, nu.id)
    garage.aanvragen.request(garage.verkoper, voorbeeld)
    with pytest.raises(WerkplaatsError, match="PON_AANVRAAG_LOOPT"):
        garage.aanvragen.request(garage.verkoper, voorbeeld)
    assert garage.aanvragen.preview(garage.verkoper, nu.id).redenen == (Reden.AANVRAAG_LOOPT,)


def test_the_database_itself_refuses_a_second_request_of_an_order(garage: Garage) -> None:
    aanvraag = ask(garage, order(garage))
    with pytest.raises(IntegrityError), garage.store.begin(garage.verkoper) as werk:
        werk.ponaanvragen.add(1, aanvraag.inhoud)


def test_a_request_of_another_shop_is_not_there(garage: Garage) -> None:
    aanvraag = ask(garage, order(garage))
    with garage.store.begin(garage.beheerder) as werk:
        ander = werk.instellingen.add_shop(replace(werk.instellingen.get(1).instellingen, naam="Elders"))
    with pytest.raises(NietGevonden):
        garage.aanvragen.withdraw(replace(garage.verkoper, shop_id=ander), aanvraag.id)


# What PON says.


def test_the_given_plate_comes_into_order_and_vehicle(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(merk="Volkswagen", chassisnummer=POLO.chassisnummer))
    ask(garage, order(garage))
    send(garage)
    assert poll(garage).staat is Aanvraagstaat.IN_BEHANDELING
    aanvraag = poll(garage)
    assert (aanvraag.staat, aanvraag.reden) == (Aanvraagstaat.TOEGEKEND, "")
    plaat = Kenteken.parse(garage.pon.register.aanvragen[0].kenteken)
    assert garage.orders.load(garage.verkoper, 1).kaart.kenteken == plaat
    assert garage.voertuigen.load(garage.balie, auto.id).kaart.kenteken == plaat
    assert state(garage) == (True, False, False)
    assert garage.aanvragen.to_ask(garage.balie) == 0
    assert garage.zoeken.find(garage.balie, plaat.compact).voertuigen


def test_without_a_vehicle_on_file_the_order_has_its_plate(garage: Garage) -> None:
    ask(garage, order(garage))
    send(garage)
    poll(garage)
    assert poll(garage).reden == "PON_GEEN_VOERTUIG"
    assert garage.orders.load(garage.verkoper, 1).kaart.kenteken is not None


def test_a_plate_that_a_person_typed_meanwhile_stays(garage: Garage) -> None:
    nu = order(garage)
    ask(garage, nu)
    send(garage)
    eigen = Kenteken.parse("GA-482-R")
    garage.orders.save(garage.verkoper, nu.id, nu.kaart, replace(nu.kaart, kenteken=eigen))
    poll(garage)
    aanvraag = poll(garage)
    assert (aanvraag.staat, aanvraag.reden) == (Aanvraagstaat.TOEGEKEND, "PON_ANDER_KENTEKEN")
    assert garage.orders.load(garage.verkoper, nu.id).kaart.kenteken == eigen


def test_an_order_that_changes_while_its_request_is_under_way_changes_nothing_there(garage: Garage) -> None:
    nu = order(garage)
    ask(garage, nu)
    garage.orders.save(garage.verkoper, nu.id, nu.kaart, replace(nu.kaart, afleverdatum=None, goedgekeurd=False))
    assert send(garage).inhoud.afleverdatum == POLO.afleverdatum
    assert garage.pon.register.aanvragen[0].body["afleverdatum"] == "2026-12-01"


def test_an_order_whose_request_is_under_way_cannot_be_thrown_away(garage: Garage) -> None:
    nu = order(garage)
    aanvraag = ask(garage, nu)
    for _stap in range(2):
        with pytest.raises(WerkplaatsError, match="ORDER_AANVRAAG_LOOPT"):
            garage.orders.delete(garage.verkoper, nu.id)
        send(garage)
    assert (poll(garage).staat, poll(garage).staat)[1] is Aanvraagstaat.TOEGEKEND
    garage.orders.delete(garage.verkoper, nu.id)
    with garage.store.read() as lezing:
        assert lezing.ponaanvragen.get(aanvraag.id).staat is Aanvraagstaat.TOEGEKEND


def test_an_order_of_which_nobody_knows_whether_its_request_arrived_stays_too(garage: Garage) -> None:
    garage.pon.gedrag = late
    nu = order(garage)
    ask(garage, nu)
    assert send(garage).staat is Aanvraagstaat.ONZEKER
    with pytest.raises(WerkplaatsError, match="ORDER_AANVRAAG_LOOPT"):
        garage.orders.delete(garage.verkoper, nu.id)


def test_an_order_that_became_another_car_does_not_get_the_plate_of_the_one_before(garage: Garage) -> None:
    was = garage.new_car(VoertuigKaart(chassisnummer=POLO.chassisnummer, merk="Volkswagen"))
    nu = order(garage)
    ask(garage, nu)
    send(garage)
    ander = Vin("WVWZZZAWZPY000999")
    garage.orders.save(garage.verkoper, nu.id, nu.kaart, replace(nu.kaart, chassisnummer=ander))
    poll(garage)
    aanvraag = poll(garage)
    assert (aanvraag.staat, aanvraag.reden) == (Aanvraagstaat.TOEGEKEND, "PON_ANDERE_AUTO")
    assert aanvraag.inhoud.chassisnummer == "WVWZZZAWZPY000101"
    staand = garage.orders.load(garage.verkoper, nu.id)
    assert (staand.kaart.kenteken, staand.aanvraag_loopt, staand.ingetrokken) == (None, False, True)
    assert garage.voertuigen.load(garage.balie, was.id).kaart.kenteken is None, "a person looks at it first"


def test_each_move_of_a_request_stands_in_the_logboek_so_that_open_lists_follow(garage: Garage) -> None:
    nu = order(garage)
    ask(garage, nu)
    send(garage)
    poll(garage)
    poll(garage)
    handelingen = [regel.handeling for regel in garage.orders.logboek(garage.verkoper, nu.id)]
    assert list(dict.fromkeys(reversed(handelingen)))[-4:] == [
        "goedgekeurd",
        "ingediend",
        "in behandeling",
        "toegekend",
    ]


def test_an_order_that_is_planned_while_its_request_is_under_way_is_not_asked_anew(garage: Garage) -> None:
    nu = order(garage, afleverdatum=None, losdatum=VANDAAG - timedelta(14))
    ask(garage, nu)
    gepland = garage.orders.save(garage.verkoper, nu.id, nu.kaart, replace(nu.kaart, afleverdatum=VANDAAG))
    assert garage.orders.explain_order(garage.verkoper, nu.id).oordeel.redenen == (Reden.AANVRAAG_LOOPT,)
    assert told_otherwise(newest(garage).inhoud, gepland.kaart) == ("afleverdatum",)
    assert send(garage).inhoud.afleverdatum is None
    assert garage.pon.register.aanvragen[0].body["afleverdatum"] is None


def test_a_rejection_frees_the_order_for_a_person_only(garage: Garage) -> None:
    ask(garage, order(garage, chassisnummer=Vin("WVWZZZAWZPY0001W1")))
    send(garage)
    poll(garage)
    aanvraag = poll(garage)
    assert aanvraag.staat is Aanvraagstaat.AFGEWEZEN
    assert "dealernummer" in aanvraag.reden
    assert state(garage) == (False, True, False)


def test_a_word_of_pon_that_nobody_knows_is_shown_raw_and_asked_again(garage: Garage) -> None:
    ask(garage, order(garage, chassisnummer=Vin("WVWZZZAWZPY0001F7")))
    send(garage)
    aanvraag = poll(garage)
    assert (aanvraag.staat, aanvraag.status) == (Aanvraagstaat.ONBEKEND, "BIJ_DE_DIRECTIE")
    assert aanvraag.volgende_vraag is not None


def test_a_plate_that_cannot_be_read_is_no_plate(garage: Garage) -> None:
    ask(garage, order(garage))
    send(garage)
    nummer = newest(garage).aanvraag_id

    def strange(_request: httpx.Request, _ga: Ga) -> httpx.Response:
        return httpx.Response(200, json={"aanvraag_id": nummer, "status": "TOEGEKEND", "kenteken": "??"})

    garage.pon.gedrag = strange
    aanvraag = poll(garage)
    assert (aanvraag.staat, aanvraag.reden, aanvraag.kenteken) == (
        Aanvraagstaat.ONBEKEND,
        "PON_KENTEKEN_ONLEESBAAR",
        "??",
    )
    assert garage.orders.load(garage.verkoper, 1).kaart.kenteken is None


def test_one_that_gives_no_answer_stands_in_nobodys_way(garage: Garage) -> None:
    for einde in ("01", "02"):
        ask(garage, order(garage, chassisnummer=Vin(f"WVWZZZAWZPY0001{einde}")))
    send(garage)
    eerste = newest(garage, 1).aanvraag_id

    def broken(request: httpx.Request, ga: Ga) -> httpx.Response:
        return httpx.Response(200, text="<html>") if eerste in str(request.url) else ga(request)

    garage.pon.gedrag = broken
    for _keer in range(2):
        poll(garage)
    assert newest(garage, 1).staat is Aanvraagstaat.INGEDIEND
    assert newest(garage, 2).staat is Aanvraagstaat.TOEGEKEND


# What goes wrong.


@pytest.mark.parametrize(
    ("einde", "reden"),
    [
        ("G1", "PON_AL_AANGEVRAAGD"),
        ("G2", "PON_KENTEKEN_BEKEND"),
        ("G3", "PON_CHASSIS_ONBEKEND"),
        ("G4", "PON_MERK_NIET_ONDERSTEUND"),
        ("G5", "PON_PLAATTYPE_ONBEKEND"),
        ("G6", "onjuist"),
        ("F0", "418"),
    ],
)
def test_what_pon_refuses_fails_with_its_reason_and_is_not_asked_again_by_itself(
    garage: Garage, einde: str, reden: str
) -> None:
    ask(garage, order(garage, chassisnummer=Vin(f"WVWZZZAWZPY0001{einde}")))
    aanvraag = send(garage)
    assert (aanvraag.staat, aanvraag.reden) == (Aanvraagstaat.MISLUKT, reden)
    assert state(garage) == (False, True, False)
    send(garage, seconds=7200)
    assert len(garage.pon.gevraagd) == 1


@pytest.mark.parametrize(("einde", "reden"), [("N1", "PON_NIET_BESCHIKBAAR"), ("F4", "PARTIJ_TE_DRUK")])
def test_what_pon_cannot_take_now_stays_and_says_why(garage: Garage, einde: str, reden: str) -> None:
    ask(garage, order(garage, chassisnummer=Vin(f"WVWZZZAWZPY0001{einde}")))
    aanvraag = send(garage)
    assert (aanvraag.staat, aanvraag.reden) == (Aanvraagstaat.WACHT, reden)
    assert state(garage) == (True, False, True)


def test_without_a_connection_it_goes_later(garage: Garage) -> None:
    ask(garage, order(garage))
    garage.pon.gedrag = never_left
    assert send(garage).staat is Aanvraagstaat.WACHT
    garage.pon.gedrag = passes
    assert send(garage, seconds=60).staat is Aanvraagstaat.INGEDIEND
    assert len(garage.pon.chassisnummers) == 1


@pytest.mark.parametrize("gedrag", [late, lost], ids=["it has it", "it has it not"])
def test_without_an_answer_a_person_decides(garage: Garage, gedrag: Any) -> None:
    aanvraag = ask(garage, order(garage))
    garage.pon.gedrag = gedrag
    assert send(garage).staat is Aanvraagstaat.ONZEKER
    garage.pon.gedrag = passes
    assert send(garage, seconds=7200).staat is Aanvraagstaat.ONZEKER
    assert len(garage.pon.gevraagd) == 1, "nothing is sent again by itself"
    with pytest.raises(WerkplaatsError, match="POSTBUS_NIET_INTREKBAAR"):
        garage.aanvragen.withdraw(garage.verkoper, aanvraag.id)


def test_decided_that_it_must_go_again_it_goes(garage: Garage) -> None:
    aanvraag = ask(garage, order(garage))
    garage.pon.gedrag = lost
    send(garage)
    garage.pon.gedrag = passes
    assert garage.aanvragen.decide(garage.verkoper, aanvraag.id, Besluit.OPNIEUW).staat is Aanvraagstaat.WACHT
    assert send(garage).staat is Aanvraagstaat.INGEDIEND


def test_decided_that_it_arrived_it_is_at_pon(garage: Garage) -> None:
    aanvraag = ask(garage, order(garage))
    garage.pon.gedrag = late
    send(garage)
    besloten = garage.aanvragen.decide(garage.verkoper, aanvraag.id, Besluit.AANGEKOMEN)
    assert (besloten.staat, besloten.reden) == (Aanvraagstaat.INGEDIEND, "PON_ZONDER_NUMMER")
    assert state(garage) == (True, False, True)
    with pytest.raises(WerkplaatsError, match="POSTBUS_NIET_ONZEKER"):
        garage.aanvragen.decide(garage.verkoper, aanvraag.id, Besluit.OPNIEUW)


def test_a_receiver_that_knows_keys_is_sent_the_same_again_and_takes_it_once(garage: Garage) -> None:
    # The profile as it will be when PON confirms that it knows keys.
    object.__setattr__(garage.pon.dienst, "_profiel", replace(PROFIEL, kent_sleutels=True))
    ask(garage, order(garage))
    garage.pon.gedrag = late
    assert send(garage).staat is Aanvraagstaat.WACHT
    garage.pon.gedrag = passes
    assert send(garage, seconds=60).staat is Aanvraagstaat.INGEDIEND
    assert len(garage.pon.chassisnummers) == 1


def test_a_failed_one_goes_again_from_the_postbus_unless_another_took_its_place(garage: Garage) -> None:
    eerste = ask(garage, order(garage))
    garage.pon.gedrag = lambda _request, _ga: httpx.Response(422, json={"code": "CHASSIS_ONBEKEND"})
    send(garage)
    assert eerste.bericht_id is not None
    garage.postbus.retry(garage.balie, eerste.bericht_id)
    assert state(garage) == (True, False, True)
    send(garage)
    tweede = ask(garage, garage.orders.load(garage.verkoper, 1))
    with pytest.raises(WerkplaatsError, match="PON_AANVRAAG_LOOPT"):
        garage.postbus.retry(garage.balie, eerste.bericht_id)
    assert newest(garage).id == tweede.id


def test_a_token_that_expires_half_way_leaves_the_rest_waiting(garage: Garage) -> None:
    set_up(garage, wachttijd=0)
    for nummer in range(10):
        ask(garage, order(garage, chassisnummer=Vin(f"WVWZZZAWZPY00{nummer:02}01")))

    def expires(request: httpx.Request, ga: Ga) -> httpx.Response:
        return ga(request) if len(garage.pon.gevraagd) <= 4 else httpx.Response(401, json={"code": "GEEN_TOEGANG"})

    garage.pon.gedrag = expires
    send(garage)
    send(garage, seconds=7200)
    assert len(garage.pon.gevraagd) == 5, "a token that was refused is not offered for each of the rest"
    staten = [newest(garage, nummer).staat for nummer in range(1, 11)]
    assert staten == [Aanvraagstaat.INGEDIEND] * 4 + [Aanvraagstaat.WACHT] * 6
    garage.pon.gedrag = passes
    garage.instellingen.set_geheim(garage.beheerder, PON_TOKEN, "nieuw")
    send(garage, seconds=3600)
    assert len(set(garage.pon.chassisnummers)) == len(garage.pon.chassisnummers) == 10


def test_the_button_test_connectie_says_whether_pon_knows_the_token(garage: Garage) -> None:
    garage.aanvragen.test_connection(garage.beheerder)
    garage.instellingen.set_geheim(garage.beheerder, PON_TOKEN, EXPIRED)
    with pytest.raises(WerkplaatsError, match="PON_GEEN_TOEGANG"):
        garage.aanvragen.test_connection(garage.beheerder)
    garage.instellingen.set_geheim(garage.beheerder, PON_TOKEN, "")
    with pytest.raises(WerkplaatsError, match="PON_NIET_INGESTELD"):
        garage.aanvragen.test_connection(garage.beheerder)
    assert set(garage.pon.gevraagd) == {"GET /v1/status"}
