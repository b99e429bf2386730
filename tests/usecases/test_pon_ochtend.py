"""In the morning the plates are requested by themselves: what the rules say, each car once, and nothing in silence."""

from __future__ import annotations

import itertools
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from tests.domain.test_pon_regels import VANDAAG, by_the_letter
from tests.usecases.garage import moment
from tests.usecases.ontvanger import Gedood, let_pass
from tests.usecases.test_pon_aanvragen import POLO, ask, set_up
from werkplaats.domain.dagtaak import TaakRegel, Taakstaat
from werkplaats.domain.instellingen import ShopInstellingen, in_shop
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.merk import merk_sleutel
from werkplaats.domain.moment import Moment
from werkplaats.domain.order import OrderKaart, Ordersoort, Orderstatus, Plaatregel, facts
from werkplaats.domain.pon import Besluit, PonKeuze, PonRegel
from werkplaats.domain.pon_regels import judge
from werkplaats.domain.ponaanvraag import Aanvraagstaat, Aanvraagtype
from werkplaats.domain.vin import Vin
from werkplaats.errors import GeenRecht
from werkplaats.usecases.taken import pon_taak

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.usecases.garage import Garage
    from werkplaats.domain.order import VerkoopOrder
    from werkplaats.domain.ponaanvraag import PonAanvraag

DAG = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _automatisch(garage: Garage) -> None:
    set_up(garage)
    garage.configure(pon_automatisch=True)


def d(dagen: int) -> date:
    return DAG + timedelta(dagen)


def order(garage: Garage, nummer: int = 1, **anders: Any) -> VerkoopOrder:
    """An order whose rule R1 fell due two days ago, unless it is told otherwise."""
    velden = {"afleverdatum": None, "losdatum": d(-16), "chassisnummer": Vin(f"WVWZZZAWZPY{nummer:04}01"), **anders}
    return garage.new_order(replace(POLO, **velden))


def run(garage: Garage, dag: date | None = None, *, proef: bool = False) -> TaakRegel:
    """The morning run of the first shop."""
    return garage.dagtaken.run(garage.beheerder, dag, ("pon",), proef=proef)[0]


def requests(garage: Garage, order_id: int = 1) -> tuple[PonAanvraag, ...]:
    return garage.aanvragen.van_order(garage.verkoper, order_id)


# What is requested.


def test_it_is_requested_by_its_rule_and_sent_at_once(garage: Garage) -> None:
    order(garage)
    regel = run(garage)
    (aanvraag,) = requests(garage)
    assert (regel.staat, regel.code, regel.aantal) == (Taakstaat.KLAAR, "TAAK_PON", 1)
    assert (aanvraag.regel, aanvraag.regel_dag) == (PonRegel.R1, d(-2))
    assert garage.postbus.send_due(garage.balie) == 1
    (gekregen,) = garage.pon.register.aanvragen
    assert (gekregen.body["aanvraagtype"], gekregen.body["aanvraagdatum"]) == ("AUTOMATISCH", "2026-11-24")
    assert (gekregen.body["dealernummer"], gekregen.body["plaattype"], gekregen.body["aantal_platen"]) == (
        "12345",
        "27.1",
        2,
    )


def test_it_is_the_same_request_as_by_hand_but_for_who_asks(garage: Garage) -> None:
    order(garage)
    zelf = garage.aanvragen.preview(garage.verkoper, 1).inhoud
    run(garage)
    assert zelf is not None
    assert requests(garage)[0].inhoud == replace(zelf, aanvraagtype=Aanvraagtype.AUTOMATISCH)


def test_the_logboek_says_by_which_rule_and_day(garage: Garage) -> None:
    order(garage)
    run(garage)
    regels = [een for een in garage.orders.logboek(garage.verkoper, 1) if een.handeling == "goedgekeurd"]
    assert {(een.veld, een.voor, een.na) for een in regels} == {
        ("goedkeuren", "nee", "ja"),
        ("aanvraag", "", "AUTOMATISCH R1 2026-11-22"),
    }
    goedkeuring = garage.orders.load(garage.verkoper, 1).goedkeuring
    assert goedkeuring is not None
    assert (goedkeuring.regel, goedkeuring.dag) == (PonRegel.R1, d(-2))


EDGES: dict[PonRegel, Callable[[int], dict[str, Any]]] = {
    PonRegel.R1: lambda over: {"losdatum": d(over - 14)},
    PonRegel.R2: lambda over: {"nlv_datum": d(over + 7), "losdatum": None},
    PonRegel.R3: lambda over: {"afleverdatum": d(over + 7), "losdatum": d(-3)},
    PonRegel.R4: lambda over: {"voorraadauto": True, "kcode_datum": d(over - 14)},
}


def test_each_rule_asks_on_its_day_and_not_the_day_before(garage: Garage) -> None:
    cellen = [(regel, over) for regel in EDGES for over in (-1, 0, 1)]
    for nummer, (regel, over) in enumerate(cellen, start=1):
        order(garage, nummer, **EDGES[regel](over))
    assert run(garage).aantal == 8
    for nummer, (regel, over) in enumerate(cellen, start=1):
        assert [een.regel for een in requests(garage, nummer)] == ([] if over > 0 else [regel])


def test_on_the_twenty_ninth_of_february(garage: Garage) -> None:
    order(garage, losdatum=date(2028, 2, 15))
    assert run(garage, date(2028, 2, 28)).aantal == 0
    assert run(garage, date(2028, 2, 29)).aantal == 1
    assert requests(garage)[0].regel_dag == date(2028, 2, 29)


def test_a_week_without_a_run_is_made_up_for(garage: Garage) -> None:
    order(garage, losdatum=d(-14))
    assert run(garage, d(7)).aantal == 1
    assert (requests(garage)[0].regel_dag, requests(garage)[0].inhoud.aanvraagdatum) == (DAG, d(7))


def test_a_shop_that_did_not_choose_so_requests_nothing_by_itself(garage: Garage) -> None:
    order(garage)
    garage.configure(pon_automatisch=False)
    assert (run(garage).code, requests(garage)) == ("TAAK_PON_UIT", ())


def test_each_shop_decides_for_its_own_orders(garage: Garage) -> None:
    order(garage)
    with garage.store.begin(garage.beheerder) as werk:
        werk.instellingen.add_shop(ShopInstellingen("Tweede", pon_automatisch=True))
    garage.configure(pon_automatisch=False)
    assert [regel.aantal for regel in garage.dagtaken.run(garage.beheerder, None, ("pon",))] == [0, 0]
    assert requests(garage) == ()


def test_only_who_may_start_the_days_tasks_starts_it(garage: Garage) -> None:
    order(garage)
    with pytest.raises(GeenRecht):
        garage.dagtaken.run(garage.verkoper, None, ("pon",))


def test_it_goes_by_itself_in_the_morning_whoever_sits_at_the_window(garage: Garage) -> None:
    order(garage)
    garage.klok.moment = moment(2026, 11, 25, 8)
    garage.dagtaken.run_due(garage.wie("Monteur"))
    assert [een.gemaakt_door for een in requests(garage)] == ["dagtaken"]
    assert garage.pon.chassisnummers == ["WVWZZZAWZPY000101"], "the postbus comes after it"


# Once.


def test_a_second_run_requests_nothing_more(garage: Garage) -> None:
    order(garage)
    run(garage)
    assert garage.dagtaken.run(garage.beheerder, None, ("pon",)) == ()
    assert run(garage, d(1)).aantal == 0
    assert len(requests(garage)) == 1


def test_what_a_person_asked_for_already_is_left_alone(garage: Garage) -> None:
    ask(garage, order(garage))
    assert run(garage).aantal == 0
    assert [een.inhoud.aanvraagtype for een in requests(garage)] == [Aanvraagtype.HANDMATIG]


def test_two_workstations_at_once_request_each_car_once(garage: Garage) -> None:
    for nummer in range(1, 13):
        order(garage, nummer)
    # Without the log of the day in between, as if both had begun before either had written it.
    taak, begin = pon_taak(garage.store), threading.Barrier(3)
    gevraagd: list[int] = []

    def start() -> None:
        begin.wait()
        gevraagd.append(taak.run(garage.beheerder, DAG, False).aantal)

    draden = [threading.Thread(target=start) for _werkplek in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sum(gevraagd) == 12
    assert all(len(requests(garage, nummer)) == 1 for nummer in range(1, 13))
    garage.postbus.send_due(garage.balie)
    assert len(garage.pon.chassisnummers) == len(set(garage.pon.chassisnummers)) == 12


def test_an_order_that_changed_after_the_run_began_is_judged_anew(garage: Garage) -> None:
    eerste, tweede = order(garage, 1), order(garage, 2)

    def plan_the_second(gedaan: int, _totaal: int) -> bool:
        if gedaan == 1:
            garage.orders.save(
                garage.verkoper, tweede.id, tweede.kaart, replace(tweede.kaart, afleverdatum=d(30), losdatum=d(-3))
            )
        return True

    verslag = pon_taak(garage.store).run(garage.beheerder, DAG, False, plan_the_second)
    assert (verslag.aantal, verslag.params["gewijzigd"]) == (1, 1)
    assert (len(requests(garage, eerste.id)), requests(garage, tweede.id)) == (1, ())


def test_an_order_that_is_deleted_meanwhile_is_no_fault(garage: Garage) -> None:
    order(garage)
    verslag = pon_taak(garage.store).run(
        garage.beheerder, DAG, False, lambda *_: bool(garage.orders.delete(garage.verkoper, 1))
    )
    assert (verslag.aantal, verslag.params["gewijzigd"]) == (0, 1)


def test_it_is_stopped_half_way_and_goes_on_later(garage: Garage) -> None:
    for nummer in range(1, 5):
        order(garage, nummer)
    stand: list[tuple[int, int]] = []

    def stop_after_two(gedaan: int, totaal: int) -> bool:
        stand.append((gedaan, totaal))
        return gedaan < 2

    # The first word is about the tasks, the others about the orders.
    (regel,) = garage.dagtaken.run(garage.beheerder, None, ("pon",), progress=stop_after_two)
    assert stand == [(0, 1), (0, 4), (1, 4), (2, 4)]
    assert (regel.staat, regel.code) == (Taakstaat.MISLUKT, "TAAK_GESTOPT")
    assert (regel.params["gedaan"], regel.params["totaal"]) == ("2", "4")
    assert run(garage).aantal == 2
    assert all(len(requests(garage, nummer)) == 1 for nummer in range(1, 5))


def test_one_that_was_killed_is_taken_up_again_two_minutes_later(garage: Garage) -> None:
    order(garage, 1)
    order(garage, 2)

    def die(gedaan: int, totaal: int) -> bool:
        if (gedaan, totaal) == (1, 2):
            raise Gedood
        return True

    with pytest.raises(Gedood):
        garage.dagtaken.run(garage.beheerder, None, ("pon",), progress=die)
    assert garage.dagtaken.run(garage.beheerder, None, ("pon",)) == (), "it may still be at work"
    let_pass(garage.store, garage.balie, garage.klok, minutes=3)
    assert run(garage).aantal == 1
    assert [len(requests(garage, nummer)) for nummer in (1, 2)] == [1, 1]


def test_who_goes_on_in_steps_is_not_taken_over(garage: Garage, monkeypatch: pytest.MonkeyPatch) -> None:
    order(garage, 1)
    order(garage, 2)
    tijd = itertools.count(0, 60)
    monkeypatch.setattr("werkplaats.usecases.dagtaken.monotonic", lambda: float(next(tijd)))
    anderen: list[tuple[TaakRegel, ...]] = []

    def slow(_gedaan: int, totaal: int) -> bool:
        if totaal == 2:
            anderen.append(garage.dagtaken.run(garage.beheerder, None, ("pon",)))
            let_pass(garage.store, garage.balie, garage.klok, minutes=1.5)
        return True

    (regel,) = garage.dagtaken.run(garage.beheerder, None, ("pon",), progress=slow)
    assert regel.aantal == 2
    assert anderen == [(), ()]


# What goes to a person.


@pytest.mark.parametrize(
    ("anders", "gebrek"),
    [
        ({"merk": "Porsche"}, "PON_DEALERNUMMER_ONTBREEKT"),
        ({"platen": ()}, "PON_PLAAT_ONTBREEKT"),
        ({"platen": (Plaatregel("27.1"), Plaatregel("27.2"))}, "PON_EEN_PLAATTYPE"),
    ],
)
def test_what_cannot_be_sent_is_not_passed_over_in_silence(garage: Garage, anders: dict[str, Any], gebrek: str) -> None:
    order(garage, **anders)
    (regel,) = run(garage, proef=True).regels
    assert (regel["wat"], regel["redenen"], regel["regel"]) == ("onvolledig", [gebrek], "R1")
    gedaan = run(garage)
    assert (gedaan.aantal, gedaan.params["aandacht"]) == (0, 1)
    assert requests(garage) == ()


def test_a_car_that_was_planned_after_its_rule_fell_due_goes_to_a_person_with_that_rule(garage: Garage) -> None:
    stock = order(garage, voorraadauto=True, kcode_datum=d(-20), losdatum=d(-10))
    garage.orders.save(garage.verkoper, stock.id, stock.kaart, replace(stock.kaart, afleverdatum=d(30)))
    (regel,) = run(garage, proef=True).regels
    assert (regel["wat"], regel["regel"], regel["datum"]) == ("gemist", "R4", "2026-12-17")
    assert (run(garage).aantal, requests(garage)) == (0, ())
    ask(garage, garage.orders.load(garage.verkoper, stock.id))
    assert [een.inhoud.aanvraagtype for een in requests(garage)] == [Aanvraagtype.HANDMATIG], "one button"


def test_what_a_person_took_back_the_program_does_not_ask_again(garage: Garage) -> None:
    order(garage)
    run(garage)
    garage.aanvragen.withdraw(garage.verkoper, requests(garage)[0].id)
    (regel,) = run(garage, d(1), proef=True).regels
    assert (regel["wat"], regel["redenen"]) == ("beslissen", ["GOEDKEURING_INGETROKKEN"])
    assert run(garage, d(1)).aantal == 0
    assert [een.staat for een in requests(garage)] == [Aanvraagstaat.INGETROKKEN]


def test_a_sale_that_only_lacks_its_approval_waits_for_it(garage: Garage) -> None:
    order(garage, goedgekeurd=False)
    (regel,) = run(garage, proef=True).regels
    assert (regel["wat"], regel["regel"], regel["datum"]) == ("goedkeuring", "R1", "2026-11-22")
    assert run(garage).aantal == 0
    garage.configure(pon_goedgekeurd_vereist=False)
    assert run(garage, d(1)).aantal == 1


def test_who_has_time_to_decide_is_not_bothered_yet(garage: Garage) -> None:
    order(garage, afleverdatum=d(15), losdatum=None)
    assert run(garage, proef=True).regels == ()
    assert [regel["wat"] for regel in run(garage, d(1), proef=True).regels] == ["beslissen"]


# Beforehand.


def test_a_trial_says_what_would_happen_to_each_order_and_changes_nothing(garage: Garage) -> None:
    order(garage, 1)
    order(garage, 2, merk="Porsche")
    order(garage, 3, losdatum=d(-3))
    order(garage, 4, ordersoort=Ordersoort.GEBRUIKT)
    proef = run(garage, proef=True)
    assert (proef.code, proef.aantal) == ("TAAK_PON_PROEF", 1)
    assert dict(proef.params) == {"aandacht": 1, "wachten": 1}
    assert [(regel["order"], regel["wat"]) for regel in proef.regels] == [
        ("2026-000001", "aanvragen"),
        ("2026-000002", "onvolledig"),
    ]
    assert garage.postbus.list(garage.balie) == ()
    assert run(garage).aantal == 1


def test_a_trial_where_nothing_goes_by_itself_says_so(garage: Garage) -> None:
    order(garage)
    garage.configure(pon_automatisch=False)
    proef = run(garage, proef=True)
    assert (proef.code, proef.aantal, proef.params["zou"]) == ("TAAK_PON_UIT_PROEF", 0, 1)
    assert [regel["wat"] for regel in proef.regels] == ["kan"]


def test_another_shop_has_its_own_morning(garage: Garage) -> None:
    order(garage)
    with garage.store.begin(garage.beheerder) as werk:
        tweede = werk.instellingen.add_shop(ShopInstellingen("Tweede", pon_automatisch=True))
    with garage.store.read() as lezing:
        daar = in_shop(garage.beheerder, lezing.instellingen.get(tweede))
    assert pon_taak(garage.store).run(daar, DAG, True).regels == ()


# Nothing more than the source says.


def random_card(kans: Random, nummer: int) -> tuple[OrderKaart, Moment | None]:
    """An order that may be anything, with days around the edges of the rules, and since when it is planned."""

    def dag() -> date | None:
        return None if kans.random() < 0.3 else VANDAAG + timedelta(kans.randint(-25, 25))

    gepland = dag()
    kaart = OrderKaart(
        ordersoort=kans.choice((*[Ordersoort.NIEUW] * 8, Ordersoort.GEBRUIKT)),
        status=kans.choice((*[Orderstatus.BINNEN] * 8, Orderstatus.AFGELEVERD)),
        merk=kans.choice(("volkswagen ", "AUDI", "Skoda", " Škoda", "CUPRA")),
        chassisnummer=Vin(f"WVWZZZAWZPY{nummer:04}01") if kans.random() < 0.95 else None,
        kenteken=Kenteken.parse("GA-482-R") if kans.random() < 0.05 else None,
        voorraadauto=kans.random() < 0.3,
        goedgekeurd=kans.random() < 0.9,
        losdatum=dag(),
        nlv_datum=dag(),
        kcode_datum=dag(),
        afleverdatum=dag(),
        platen=(Plaatregel("27.1"),),
    )
    noon = None if gepland is None else Moment(datetime.combine(gepland, time(12), UTC))
    return kaart, noon if kaart.afleverdatum is not None else None


def test_the_run_requests_nothing_that_the_letter_of_the_source_would_not(garage: Garage) -> None:
    kans = Random(20261121)
    via_pon = frozenset(map(merk_sleutel, ("volkswagen", "audi", "skoda")))
    kaarten = {}
    with garage.store.begin(garage.verkoper) as werk:
        for nummer in range(150):
            kaart, gepland = random_card(kans, nummer)
            kaarten[werk.orders.add(kaart, gepland)] = facts(kaart, gepland.utc.date() if gepland else None, via_pon)
    aantal = run(garage, VANDAAG).aantal
    with garage.store.read() as lezing:
        gevraagd = {order.id for order in lezing.orders.several(kaarten) if order.aanvraag_loopt}
    assert len(gevraagd) == aantal > 10
    for order_id, feiten in kaarten.items():
        oordeel = judge(feiten, PonKeuze(), VANDAAG)
        assert (order_id in gevraagd) == (oordeel.besluit is Besluit.AANVRAGEN)
        if order_id in gevraagd:
            assert by_the_letter(feiten)
            assert all((feiten.nieuw, feiten.chassis_bekend, feiten.goedgekeurd, feiten.via_pon))
            assert not any((feiten.afgeleverd, feiten.kenteken_bekend))
