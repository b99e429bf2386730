"""Werkkaarten as people work with them: made for a car, shared by two, from state to state, taken out as CSV."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from threading import Barrier, Thread
from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import GOLF, VAN_DALEN, Garage, moment
from werkplaats.domain.artikel import Artikel, Pakket, PakketDeel, Standaardtekst
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.btw import BtwCode
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort
from werkplaats.errors import Botsing, NietGevonden, Ongeldig, WerkplaatsError

if TYPE_CHECKING:
    from pathlib import Path

    from werkplaats.domain.moment import VasteKlok
    from werkplaats.store.opslag import Store

OLIE = Regel("a", code="OL", omschrijving="Olie", aantal=4250, prijs=Bedrag(1395), korting=1000, btw_percentage=2100)
TEKST = Regel("b", Regelsoort.OPMERKING, omschrijving="=klant gebeld")
INVOER = WerkkaartInvoer(klacht="Piept", km_stand=52_449, regels=(OLIE, TEKST))
DAG = date(2026, 11, 24)


@pytest.fixture
def garage(store: Store, klok: VasteKlok) -> Garage:
    """A garage on a Tuesday morning, on either database."""
    klok.moment = moment(2026, 11, 24)
    return Garage(store, klok)


def _car(garage: Garage) -> int:
    kaart = VoertuigKaart(
        kenteken=GOLF,
        merk="Volkswagen",
        model="Golf",
        chassisnummer=Vin("WVWZZZ1KZAW000001"),
        hoofdeigenaar=garage.new_owner(),
    )
    return garage.new_car(kaart).id


def _belgian(garage: Garage) -> Garage:
    garage.configure(land="BE", vestigingsnummer="2000000141")
    garage.beheerder = replace(garage.beheerder, land="BE", zone="Europe/Brussels")
    return garage


def test_a_card_comes_back_as_it_was_saved(garage: Garage) -> None:
    auto = _car(garage)
    gemaakt = garage.werkkaarten.make(garage.balie, auto, INVOER)
    kaart = garage.werkkaarten.load(garage.balie, gemaakt.id)
    assert kaart == gemaakt
    assert (kaart.nummer, kaart.staat, kaart.invoer) == ("2026-000001", KaartStaat.GEPLAND, INVOER)
    assert (kaart.opname.kenteken, kaart.opname.eigenaar) == (GOLF, "Dhr. H. van Dalen")
    assert kaart.invoer.totalen.inclusief == Bedrag(6457)


def test_the_card_keeps_what_was_true_that_day(garage: Garage) -> None:
    auto = _car(garage)
    kaart = garage.werkkaarten.make(garage.balie, auto, INVOER, KaartStaat.BINNEN)
    garage.relaties.save(garage.balie, kaart.opname.eigenaar_id, VAN_DALEN, replace(VAN_DALEN, naam="Anders"))
    assert garage.werkkaarten.load(garage.balie, kaart.id).opname.eigenaar == "Dhr. H. van Dalen"


def test_a_planned_card_learns_at_entry_who_owns_the_car_now(garage: Garage) -> None:
    kaart = garage.werkkaarten.make(garage.balie, _car(garage), INVOER)
    garage.relaties.save(garage.balie, kaart.opname.eigenaar_id, VAN_DALEN, replace(VAN_DALEN, naam="Anders"))
    binnen = garage.werkkaarten.set_staat(garage.balie, kaart.id, KaartStaat.BINNEN)
    assert binnen.opname.eigenaar == "Dhr. H. van Anders"


def test_numbers_have_no_gap_where_a_card_was_refused(garage: Garage) -> None:
    auto = _car(garage)
    with pytest.raises(Ongeldig):
        garage.werkkaarten.make(garage.balie, auto, replace(INVOER, km_stand=-1))
    with pytest.raises(NietGevonden):
        garage.werkkaarten.make(garage.balie, auto + 999, INVOER)
    nummers = [garage.werkkaarten.make(garage.balie, auto, INVOER).nummer for _keer in range(3)]
    assert nummers == ["2026-000001", "2026-000002", "2026-000003"]


def test_two_counters_at_once_get_two_numbers(garage: Garage) -> None:
    auto = _car(garage)
    start = Barrier(4)
    nummers: list[str] = []

    def make() -> None:
        start.wait()
        nummers.extend(garage.werkkaarten.make(garage.balie, auto, INVOER).nummer for _keer in range(3))

    draden = [Thread(target=make) for _draad in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(nummers) == [f"2026-{nr:06d}" for nr in range(1, 13)]


def test_a_card_is_found_by_its_number(garage: Garage) -> None:
    kaart = garage.werkkaarten.make(garage.balie, _car(garage), INVOER)
    for tekst in ("2026-000001", " 2026-1 ", "2026000001"):
        assert garage.werkkaarten.by_number(garage.balie, tekst).id == kaart.id
    for tekst in ("2026-000002", "12-ABC-3", "", "2026-"):
        with pytest.raises(WerkplaatsError, match="WERKKAART_ONBEKEND"):
            garage.werkkaarten.by_number(garage.balie, tekst)


def test_a_card_of_another_shop_is_not_there(garage: Garage) -> None:
    kaart = garage.werkkaarten.make(garage.balie, _car(garage), INVOER)
    elders = replace(garage.balie, shop_id=2)
    with pytest.raises(NietGevonden):
        garage.werkkaarten.load(elders, kaart.id)
    with pytest.raises(NietGevonden):
        garage.werkkaarten.save(elders, kaart.id, INVOER, replace(INVOER, klacht="x"))
    with pytest.raises(WerkplaatsError, match="WERKKAART_ONBEKEND"):
        garage.werkkaarten.by_number(elders, kaart.nummer)


def test_two_people_on_one_card_lose_nothing(garage: Garage) -> None:
    kaart = garage.werkkaarten.make(garage.balie, _car(garage), INVOER)
    ander = garage.wie("Planner schade", "Petra")
    garage.werkkaarten.save(ander, kaart.id, INVOER, replace(INVOER, monteur="Dennis"))
    nieuw = Regel("c", code="APK", omschrijving="Keuring")
    samen = garage.werkkaarten.save(garage.balie, kaart.id, INVOER, replace(INVOER, regels=(*INVOER.regels, nieuw)))
    assert (samen.invoer.monteur, samen.invoer.regels[-1]) == ("Dennis", nieuw)
    with pytest.raises(Botsing) as gevangen:
        garage.werkkaarten.save(garage.balie, kaart.id, INVOER, replace(INVOER, monteur="Kees"))
    assert [botsing.veld for botsing in gevangen.value.velden] == ["monteur"]
    opnieuw = garage.werkkaarten.save(
        garage.balie, kaart.id, INVOER, replace(INVOER, monteur="Kees"), {"monteur": True}
    )
    assert opnieuw.invoer.monteur == "Kees"


def test_nothing_changed_writes_nothing(garage: Garage) -> None:
    kaart = garage.werkkaarten.make(garage.balie, _car(garage), INVOER)
    assert garage.werkkaarten.save(garage.balie, kaart.id, INVOER, INVOER).versie == kaart.versie


def test_the_logboek_tells_which_lines_came_and_went(garage: Garage) -> None:
    kaart = garage.werkkaarten.make(garage.balie, _car(garage), INVOER)
    garage.werkkaarten.save(garage.balie, kaart.id, INVOER, replace(INVOER, regels=(TEKST,)))
    regel = garage.werkkaarten.logboek(garage.balie, kaart.id)[0]
    assert (regel.veld, regel.voor, regel.na) == ("regels", str(OLIE), "")


def test_each_state_keeps_its_moment(garage: Garage, klok: VasteKlok) -> None:
    kaart = garage.werkkaarten.make(garage.balie, _car(garage), INVOER)
    momenten = [klok.moment]
    for uur, staat in enumerate((KaartStaat.BINNEN, KaartStaat.IN_UITVOERING, KaartStaat.KLAAR, KaartStaat.OPGEHAALD)):
        klok.moment = moment(2026, 11, 24, 10 + uur)
        momenten.append(klok.moment)
        kaart = garage.werkkaarten.set_staat(garage.balie, kaart.id, staat)
    assert list(kaart.momenten.values()) == momenten
    klok.moment = moment(2026, 11, 25)
    assert garage.werkkaarten.set_staat(garage.balie, kaart.id, KaartStaat.OPGEHAALD).momenten == kaart.momenten
    with pytest.raises(WerkplaatsError, match="STAAT_KAN_NIET"):
        garage.werkkaarten.set_staat(garage.balie, kaart.id, KaartStaat.BINNEN)


def test_einde_service_closes_the_work_and_keeps_the_reading_once(garage: Garage) -> None:
    auto = _car(garage)
    kaart = garage.werkkaarten.make(garage.balie, auto, INVOER, KaartStaat.BINNEN)
    assert garage.werkkaarten.einde_service(garage.balie, kaart.id).kaart.staat is KaartStaat.KLAAR
    garage.werkkaarten.einde_service(garage.balie, kaart.id)
    standen = garage.kmstanden.van_voertuig(garage.balie, auto)
    assert [(stand.stand, stand.datum) for stand in standen] == [(52_449, DAG)]


def test_a_dutch_garage_has_no_register(garage: Garage) -> None:
    garage.werkkaarten.make(garage.balie, _car(garage), INVOER, KaartStaat.BINNEN)
    assert garage.werkkaarten.register(garage.balie, DAG, DAG) == ()


def test_a_belgian_garage_numbers_cars_as_they_come_in_without_gaps(garage: Garage, klok: VasteKlok) -> None:
    _belgian(garage)
    auto = _car(garage)
    kaarten = [garage.werkkaarten.make(garage.balie, auto, INVOER) for _keer in range(3)]
    assert garage.werkkaarten.register(garage.balie, DAG, DAG) == ()
    for kaart in (kaarten[2], kaarten[0], kaarten[0]):
        garage.werkkaarten.set_staat(garage.balie, kaart.id, KaartStaat.BINNEN)
    # Taken up and put back the next day: it came in once.
    klok.moment = moment(2026, 11, 25)
    garage.werkkaarten.set_staat(garage.balie, kaarten[0].id, KaartStaat.IN_UITVOERING)
    garage.werkkaarten.set_staat(garage.balie, kaarten[0].id, KaartStaat.BINNEN)
    garage.werkkaarten.set_staat(garage.balie, kaarten[0].id, KaartStaat.VERVALLEN)
    klok.moment = moment(2026, 11, 24)
    direct = garage.werkkaarten.make(garage.balie, auto, INVOER, KaartStaat.BINNEN)
    register = garage.werkkaarten.register(garage.balie, DAG, DAG)
    assert [(regel.nummer, regel.werkkaart_id) for regel in register] == [
        ("2026-000001", kaarten[2].id),
        ("2026-000002", kaarten[0].id),
        ("2026-000003", direct.id),
    ]
    assert {regel.vestiging for regel in register} == {"2000000141"}
    assert garage.werkkaarten.register(garage.balie, date(2026, 11, 25), date(2026, 11, 30)) == ()


def test_the_day_of_the_register_is_that_of_brussels(garage: Garage, klok: VasteKlok) -> None:
    _belgian(garage)
    auto = _car(garage)
    klok.moment = moment(2026, 11, 24, 23, 30)
    garage.werkkaarten.make(garage.balie, auto, INVOER, KaartStaat.BINNEN)
    assert garage.werkkaarten.register(garage.balie, DAG, DAG) == ()
    assert len(garage.werkkaarten.register(garage.balie, date(2026, 11, 25), date(2026, 11, 25))) == 1


def test_the_register_leaves_as_csv(garage: Garage, tmp_path: Path) -> None:
    _belgian(garage)
    kaart = garage.werkkaarten.make(garage.balie, _car(garage), INVOER, KaartStaat.BINNEN)
    bestand = tmp_path / "register.csv"
    assert garage.werkkaarten.export_register(garage.balie, DAG, DAG, bestand) == 1
    (regel,) = csv.DictReader(bestand.read_text("utf-8-sig").splitlines(), delimiter=";")
    assert regel["volgnummer"] == "2026-000001"
    assert (regel["datum_binnen"], regel["datum_buiten"], regel["werkkaart"]) == ("24-11-2026", "", kaart.nummer)
    assert regel["chassisnummer"] == "WVWZZZ1KZAW000001"


def test_the_lines_leave_as_csv_and_no_formula_with_them(garage: Garage, tmp_path: Path) -> None:
    kaart = garage.werkkaarten.make(garage.balie, _car(garage), INVOER)
    bestand = tmp_path / "regels.csv"
    assert garage.werkkaarten.export_lines(garage.balie, kaart.id, bestand) == 2
    olie, tekst = csv.DictReader(bestand.read_text("utf-8-sig").splitlines(), delimiter=";")
    assert (olie["aantal"], olie["prijs_excl"], olie["korting_pct"], olie["bedrag_excl"]) == (
        "4,25",
        "13,95",
        "10",
        "53,36",
    )
    assert (olie["btw_code"], olie["btw_pct"], olie["kilometerstand"]) == ("hoog", "21", "52449")
    assert (tekst["omschrijving"], tekst["bedrag_excl"]) == ("'=klant gebeld", "")


def test_a_car_shows_its_visits_and_what_is_open(garage: Garage) -> None:
    auto = _car(garage)
    een = garage.werkkaarten.make(garage.balie, auto, INVOER)
    twee = garage.werkkaarten.make(garage.balie, auto, INVOER)
    garage.werkkaarten.set_staat(garage.balie, een.id, KaartStaat.VERVALLEN)
    assert [kop.id for kop in garage.werkkaarten.van_voertuig(garage.balie, auto)] == [twee.id, een.id]
    assert [kop.id for kop in garage.werkkaarten.prepare(garage.balie, auto).lopend] == [twee.id]


def test_the_lists_of_a_shop_come_with_the_rates_of_its_country(garage: Garage) -> None:
    artikel = Artikel("OL", "Olie", Bedrag(1395), "l", voorraad=4000, locatie="B-07")
    pakket = Pakket("PK", "Kleine beurt", (PakketDeel("OL", 4250),))
    garage.artikelen.put(garage.beheerder, (artikel, Standaardtekst("GEB", "Klant gebeld."), pakket))
    garage.artikelen.put(garage.beheerder, (replace(artikel, code="ol", prijs=Bedrag(1500)),))
    lijst = garage.artikelen.catalogus(garage.balie)
    assert [(een.code, een.prijs.centen) for een in lijst.artikelen] == [("ol", 1500)]
    assert lijst.pakketten == (pakket,)
    assert (lijst.rate(BtwCode.HOOG), lijst.rate(BtwCode.LAAG), lijst.rate(BtwCode.MIDDEN)) == (2100, 900, 0)
    belg = garage.artikelen.catalogus(replace(garage.balie, land="BE"))
    assert (belg.rate(BtwCode.LAAG), belg.rate(BtwCode.MIDDEN)) == (600, 1200)
    assert garage.artikelen.catalogus(replace(garage.balie, shop_id=2)).artikelen == ()
