"""The overview of plate requests: the query and the rule agree, days fill the calendar, and what waits is counted."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.merk import PON_MERKEN, merk_sleutel
from werkplaats.domain.moment import Moment
from werkplaats.domain.order import OrderKaart, Orderlijsten, Ordersoort, Orderstatus, Plaatregel, facts
from werkplaats.domain.pon import PonKeuze, PonRegel
from werkplaats.domain.pon_planning import VOOR_EEN_MENS, VOORUIT, Groep, is_planned, plan_of
from werkplaats.domain.pon_regels import branch, may_be_requested, objection
from werkplaats.domain.ponaanvraag import Aanvraagstaat, missing_of
from werkplaats.domain.postbus import Uitkomst
from werkplaats.domain.vin import Vin
from werkplaats.domain.voorwaarde import VANDAAG, Niet, alle, holds
from werkplaats.errors import WerkplaatsError
from werkplaats.usecases.lijsten import AANVRAAG, PLANNING
from werkplaats.usecases.pon_schrijven import refuse
from werkplaats.usecases.taken import pon_taak

if TYPE_CHECKING:
    from pathlib import Path

    from tests.usecases.garage import Garage
    from werkplaats.domain.pon_planning import PlanRegel
    from werkplaats.domain.ponaanvraag import AanvraagRegel
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.transactie import Werk

NU = date(2026, 11, 24)
AANTAL = 300
VIA_PON = frozenset(merk_sleutel(merk) for merk, via_pon in PON_MERKEN.items() if via_pon)

GOLF = OrderKaart(
    merk="Volkswagen",
    model="Golf",
    chassisnummer=Vin("WVWZZZ1KZAW000417"),
    goedgekeurd=True,
    platen=(Plaatregel("27.1", 2),),
)


NUMMERS = (("AUDI", "14288"), ("PORSCHE", "71007"), ("SEAT", "34105"), ("VOLKSWAGEN", "14287"))
LIJSTEN = Orderlijsten(dealernummers=NUMMERS)
_PLATEN = ((), (Plaatregel("27.1", 2),), (Plaatregel("27.1", 2),), (Plaatregel("27.1", 1), Plaatregel("27.2", 1)))


@pytest.fixture(autouse=True)
def _known_at_some_brands(garage: Garage) -> None:
    staand = garage.ordertabellen.load(garage.beheerder)
    garage.ordertabellen.save(garage.beheerder, staand, replace(staand, dealernummers=NUMMERS))


def in_days(dagen: int) -> date:
    return NU + timedelta(days=dagen)


def planned_at(dag: date) -> Moment:
    return Moment(datetime(dag.year, dag.month, dag.day, 12, tzinfo=UTC))


def lines(garage: Garage, keuze: str = "", wie: Wie | None = None) -> list[PlanRegel]:
    return list(garage.lijsten.first(wie or garage.verkoper, PLANNING, Lijstvraag("dag", keuze=keuze)))


def requests(garage: Garage, keuze: str = "", tekst: str = "") -> list[AanvraagRegel]:
    vraag = Lijstvraag("gemaakt", aflopend=True, keuze=keuze, tekst=tekst)
    return list(garage.lijsten.first(garage.verkoper, AANVRAAG, vraag))


def put(garage: Garage, kaart: OrderKaart, gepland: date | None = None) -> int:
    """An order on file that was planned on another day than today."""

    def add(werk: Werk) -> int:
        return werk.orders.add(kaart, planned_at(gepland) if gepland else None)

    return garage.store.run(garage.verkoper, add)


def ask(garage: Garage, order_id: int) -> int:
    voorbeeld = garage.aanvragen.preview(garage.verkoper, order_id)
    return garage.aanvragen.request(garage.verkoper, voorbeeld).id


def order_of(kans: Random, nummer: int) -> tuple[OrderKaart, date | None]:
    """An order of which most pass the bars, with days around the edges of the rules."""

    def dag() -> date | None:
        return None if kans.random() < 0.35 else in_days(kans.randint(-25, 30))

    aflevering = dag()
    kaart = OrderKaart(
        ordersoort=Ordersoort.NIEUW if kans.random() < 0.97 else Ordersoort.GEBRUIKT,
        status=Orderstatus.BINNEN if kans.random() < 0.97 else Orderstatus.AFGELEVERD,
        merk=kans.choice(tuple(PON_MERKEN)),
        chassisnummer=Vin(f"WVWZZZ1KZAW{nummer:06}") if kans.random() < 0.97 else None,
        kenteken=Kenteken.parse("Z-417-XB") if kans.random() < 0.03 else None,
        goedgekeurd=kans.random() < 0.8,
        voorraadauto=kans.random() < 0.3,
        losdatum=dag(),
        nlv_datum=dag(),
        kcode_datum=dag(),
        afleverdatum=aflevering,
        platen=kans.choice(_PLATEN),
    )
    return kaart, dag() if aflevering else None


def fill(garage: Garage) -> dict[int, tuple[OrderKaart, date | None]]:
    kans = Random(20261124)
    kaarten = [order_of(kans, nummer) for nummer in range(AANTAL)]

    def add(werk: Werk) -> list[int]:
        return [werk.orders.add(kaart, planned_at(dag) if dag else None) for kaart, dag in kaarten]

    return dict(zip(garage.store.run(garage.verkoper, add), kaarten, strict=True))


@pytest.mark.parametrize(("vereist", "later"), [(True, False), (False, True)])
def test_the_lists_hold_the_orders_that_the_rule_puts_there(garage: Garage, vereist: bool, later: bool) -> None:
    orders = fill(garage)
    garage.configure(pon_goedgekeurd_vereist=vereist, pon_nlv_bij_latere_aflevering=later)
    keuze = PonKeuze(vereist, later)
    plannen = {
        nummer: plan_of(facts(kaart, dag, VIA_PON), keuze, NU, missing_of(kaart, LIJSTEN))
        for nummer, (kaart, dag) in orders.items()
    }
    verwacht = {nummer: plan for nummer, plan in plannen.items() if plan is not None}
    gevonden = {regel.id: regel.plan for regel in lines(garage)}
    assert gevonden == verwacht
    groepen = Counter(plan.groep for plan in verwacht.values())
    assert set(groepen) == set(Groep) - (set() if vereist else {Groep.GOEDKEURING}), "every group came by"
    voor_mensen = {nummer for nummer, plan in verwacht.items() if plan.groep in VOOR_EEN_MENS}
    assert {regel.id for regel in lines(garage, "aandacht")} == voor_mensen
    assert garage.planning.badge(garage.verkoper) == len(voor_mensen)
    assert {regel.id for regel in lines(garage, "komend")} == {
        nummer for nummer, plan in verwacht.items() if plan.groep is Groep.KOMEND
    }


def test_the_calendar_counts_what_the_lists_of_its_days_hold(garage: Garage) -> None:
    orders = fill(garage)
    gepland: Counter[tuple[date, PonRegel]] = Counter()
    for kaart, dag in orders.values():
        feiten = facts(kaart, dag, VIA_PON)
        waarden: dict[str, Any] = {veld: getattr(feiten, veld) for veld in feiten.__dataclass_fields__}
        waarden |= {"goedgekeurd_vereist": True, "nlv_bij_latere_aflevering": False, VANDAAG: NU}
        tak = branch(waarden)
        vast = holds(may_be_requested(tak), waarden) and bool(missing_of(kaart, LIJSTEN))
        if tak.regel is not None and not vast and holds(alle(Niet(objection()), is_planned(tak)), waarden):
            assert tak.op is not None
            op = max(NU, waarden[tak.op.veld] + timedelta(days=tak.op.erbij))
            gepland[op, tak.regel] += 1
    kalender = garage.planning.calendar(garage.verkoper)
    assert [dag.dag for dag in kalender.dagen] == [in_days(plek) for plek in range(VOORUIT)]
    assert {(dag.dag, regel): aantal for dag in kalender.dagen for regel, aantal in dag.regels} == gepland
    for plek, tegel in enumerate(kalender.dagen):
        assert len(lines(garage, f"dag_{plek}")) == tegel.aantal
    assert len(lines(garage, "gepland")) == sum(gepland.values()) > VOORUIT


def test_a_car_stands_on_the_day_on_which_its_rule_falls_due(garage: Garage) -> None:
    put(garage, replace(GOLF, nlv_datum=in_days(10)))
    kalender = garage.planning.calendar(garage.verkoper)
    assert kalender.dagen[3].regels == ((PonRegel.R2, 1),)
    assert not kalender.automatisch
    (regel,) = lines(garage, "dag_3")
    assert (regel.plan.groep, regel.plan.dag) == (Groep.AANVRAGEN, in_days(3))
    assert lines(garage, "dag_4") == []


@pytest.mark.parametrize(("dagen", "er"), [(VOORUIT + 6, True), (VOORUIT + 7, False)])
def test_what_is_requested_after_the_two_weeks_is_not_shown_yet(garage: Garage, dagen: int, er: bool) -> None:
    put(garage, replace(GOLF, nlv_datum=in_days(dagen)))
    assert bool(lines(garage)) is er


@pytest.mark.parametrize(("aflevering", "groep"), [(14, Groep.AANDACHT), (15, Groep.KOMEND)])
def test_what_a_person_must_decide_on_later_than_a_week_is_still_to_come(
    garage: Garage, aflevering: int, groep: Groep
) -> None:
    put(garage, replace(GOLF, afleverdatum=in_days(aflevering)), in_days(-1))
    (regel,) = lines(garage)
    assert (regel.plan.groep, regel.plan.dag) == (groep, in_days(aflevering - 7))
    assert garage.planning.badge(garage.verkoper) == (groep is Groep.AANDACHT)


def test_a_car_that_was_planned_after_its_rule_fell_due_asks_for_a_person_at_once(garage: Garage) -> None:
    kaart = replace(GOLF, losdatum=in_days(-10), nlv_datum=in_days(20), afleverdatum=in_days(19))
    put(garage, replace(kaart, nlv_datum=in_days(4), afleverdatum=in_days(3)), in_days(-1))
    put(garage, replace(kaart, voorraadauto=True, kcode_datum=in_days(-20), nlv_datum=None), in_days(-2))
    plannen = {regel.plan.oordeel.gemist: regel.plan.groep for regel in lines(garage, "aandacht")}
    assert plannen == {PonRegel.R4: Groep.AANDACHT}, "R2 of the other one is overtaken by R3, which is due today"
    assert [regel.plan.groep for regel in lines(garage, "gepland")].count(Groep.AANDACHT) == 1


def test_an_order_that_lacks_only_its_approval_waits_for_that(garage: Garage) -> None:
    order = put(garage, replace(GOLF, goedgekeurd=False, losdatum=in_days(-14)))
    put(garage, replace(GOLF, goedgekeurd=False, losdatum=in_days(-13)))
    put(garage, replace(GOLF, goedgekeurd=False, losdatum=in_days(-20), merk="CUPRA"))
    (regel,) = lines(garage)
    assert (regel.id, regel.plan.groep, regel.plan.oordeel.regel) == (order, Groep.GOEDKEURING, PonRegel.R1)
    assert garage.planning.badge(garage.verkoper) == 1
    garage.configure(pon_goedgekeurd_vereist=False)
    assert {regel.plan.groep for regel in lines(garage)} == {Groep.AANVRAGEN}


@pytest.mark.parametrize(
    ("anders", "gebreken"),
    [
        ({"merk": "Bentley"}, ("PON_DEALERNUMMER_ONTBREEKT",)),
        ({"platen": ()}, ("PON_PLAAT_ONTBREEKT",)),
        ({"platen": (Plaatregel("27.1"), Plaatregel("27.2"))}, ("PON_EEN_PLAATTYPE",)),
    ],
)
def test_what_cannot_be_sent_as_it_stands_asks_for_a_person_on_its_day(
    garage: Garage, anders: dict[str, Any], gebreken: tuple[str, ...]
) -> None:
    put(garage, replace(GOLF, losdatum=in_days(-14), **anders))
    put(garage, replace(GOLF, losdatum=in_days(-13), **anders))
    gevonden = [(regel.plan.groep, regel.plan.gebreken) for regel in lines(garage)]
    assert gevonden == [(Groep.AANDACHT, gebreken), (Groep.AANVRAGEN, gebreken)]
    assert garage.planning.badge(garage.verkoper) == 1
    assert [dag.aantal for dag in garage.planning.calendar(garage.verkoper).dagen[:2]] == [0, 1]


def test_what_was_asked_stands_in_the_list_of_requests_and_not_in_that_of_what_is_to_come(garage: Garage) -> None:
    order = put(garage, replace(GOLF, losdatum=in_days(-14)))
    aanvraag = ask(garage, order)
    assert lines(garage) == []
    (regel,) = requests(garage, "onderweg")
    assert (regel.id, regel.order_id, regel.staat, regel.in_bak) == (aanvraag, order, Aanvraagstaat.WACHT, False)
    assert regel.inhoud.chassisnummer == "WVWZZZ1KZAW000417"
    assert requests(garage, tekst="golf 000417") == [regel]
    assert requests(garage, tekst="passat") == requests(garage, "toegekend") == []


def test_one_in_doubt_counts_until_a_person_said_what_became_of_it(garage: Garage) -> None:
    aanvraag = ask(garage, put(garage, replace(GOLF, losdatum=in_days(-14))))
    with garage.store.begin(garage.verkoper) as werk:
        bericht = werk.ponaanvragen.get(aanvraag).bericht_id
        assert bericht is not None
        garage.pon_verzender.record(werk, werk.postbus.lock(bericht)[0], Uitkomst.onzeker("PARTIJ_TIJD_OM"))
    assert [regel.id for regel in requests(garage, "te_beslissen")] == [aanvraag]
    assert garage.planning.badge(garage.verkoper) == 1


def test_what_pon_refused_asks_for_a_person_again(garage: Garage) -> None:
    order = put(garage, replace(GOLF, losdatum=in_days(-14)))
    aanvraag = ask(garage, order)
    with garage.store.begin(garage.verkoper) as werk:
        refuse(werk, werk.ponaanvragen.lock(aanvraag), Aanvraagstaat.AFGEWEZEN, "Niet uw auto")
    assert [regel.reden for regel in requests(garage, "geweigerd")] == ["Niet uw auto"]
    assert [(regel.id, regel.plan.groep) for regel in lines(garage)] == [(order, Groep.AANDACHT)]


def test_the_request_of_an_order_in_the_bin_is_still_found(garage: Garage) -> None:
    order = put(garage, replace(GOLF, losdatum=in_days(-14)))
    ask(garage, order)
    with garage.store.begin(garage.verkoper) as werk:
        werk.orders.delete(order)
    assert [(regel.order_id, regel.in_bak) for regel in requests(garage, tekst="golf")] == [(order, True)]


def test_another_shop_sees_nothing_of_it(garage: Garage) -> None:
    put(garage, replace(GOLF, losdatum=in_days(-14)))
    with garage.store.begin(garage.beheerder) as werk:
        inst = replace(werk.instellingen.get(garage.beheerder.shop_id).instellingen, naam="Filiaal")
        filiaal = werk.instellingen.add_shop(inst)
    elders = replace(garage.verkoper, shop_id=filiaal)
    assert lines(garage, wie=elders) == []
    assert garage.planning.badge(elders) == 0


def test_the_list_leaves_as_a_file_that_no_spreadsheet_runs(garage: Garage, tmp_path: Path) -> None:
    put(garage, replace(GOLF, model="=HYPERLINK(1)", losdatum=in_days(-14)))
    bestand = tmp_path / "planning.csv"
    geschreven = garage.lijsten.export(
        *(garage.verkoper, PLANNING, Lijstvraag("dag"), bestand, ("Auto",)),
        lambda regel: (regel.omschrijving.removeprefix("Volkswagen "),),
        lambda _aantal, _van: None,
        lambda: False,
    )
    assert geschreven == 1
    assert "\n=" not in bestand.read_text("utf-8-sig")


def test_two_people_and_the_morning_run_at_once_request_each_car_once(garage: Garage) -> None:
    garage.configure(pon_automatisch=True)
    kaarten = [replace(GOLF, losdatum=in_days(-14), chassisnummer=Vin(f"WVWZZZ1KZAW1{nr:05}")) for nr in range(8)]
    orders = [put(garage, kaart) for kaart in kaarten]
    wie = garage.verkoper
    gezien = [garage.aanvragen.preview(wie, order) for order in orders]
    samen, gelukt, geweigerd = threading.Barrier(3), list[int](), list[str]()

    def ask_all() -> None:
        samen.wait()
        for voorbeeld in gezien:
            try:
                gelukt.append(garage.aanvragen.request(wie, voorbeeld).order_id)
            except WerkplaatsError as fout:
                geweigerd.append(fout.code)

    def run() -> None:
        samen.wait()
        gelukt.extend([0] * pon_taak(garage.store).run(garage.beheerder, NU, False).aantal)

    draden = [threading.Thread(target=doen) for doen in (ask_all, ask_all, run)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(gelukt) == len(orders)
    assert set(geweigerd) <= {"PON_AANVRAAG_LOOPT", "PON_VOLDOET_NIET"}
    assert all(len(garage.aanvragen.van_order(wie, order)) == 1 for order in orders)
    assert lines(garage) == []
