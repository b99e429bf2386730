"""The practice garage in a database: what a person finds who opens it."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import httpx
import pytest

from werkplaats.domain.carpass_historiek import Geldigheid
from werkplaats.domain.correctie import Stap
from werkplaats.domain.historie import Soort
from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.melding import Staat as MeldingStaat
from werkplaats.domain.moment import Moment, VasteKlok
from werkplaats.domain.pechhulp import Aanbieder, PechhulpAanvraag, Staat
from werkplaats.domain.rechten import BEHEERDER, Wie
from werkplaats.oefen import MARIEKE, MEDEWERKERS, Opening, Telling, fill
from werkplaats.oefen.gebeurtenissen import RdwOpgevraagd
from werkplaats.oefen.vullen import timed
from werkplaats.papier import PdfPapier
from werkplaats.resources import resource
from werkplaats.sandbox.rdw import create_rdw
from werkplaats.sandbox.rdw_register import Register
from werkplaats.services.csvbestand import write_csv
from werkplaats.services.rdw import RdwService
from werkplaats.store.openen import open_store
from werkplaats.usecases.gebruikers import Gebruikers
from werkplaats.usecases.herinneringen import Herinneringen
from werkplaats.usecases.historie import Historie
from werkplaats.usecases.lijsten import MELDING, Lijsten
from werkplaats.usecases.voertuigen import Voertuigen
from werkplaats.usecases.wisselingen import Wisselingen
from werkplaats.usecases.zoeken import Zoeken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from werkplaats.domain.treffers import LogRegel
    from werkplaats.store.opslag import Store

NU = Moment(datetime(2026, 11, 24, 9, 52, tzinfo=UTC))
BASIS = "http://127.0.0.1:4711/aanbieder"


class Gevuld:
    """A practice garage that was filled once for all tests of this file; none of them changes it for another."""

    def __init__(self, map_: Path) -> None:
        self.klok = VasteKlok(NU)
        self.store: Store = open_store(f"sqlite:///{map_ / 'werkplaats.db'}", self.klok)
        self.rdw_bestand = map_ / "rdw.json"
        self.carpass_bestand = map_ / "carpass.json"
        self.telling: Telling = fill(self.store, self.klok, self.rdw_bestand, BASIS, self.carpass_bestand)
        gebruikers = Gebruikers(self.store)
        self.marieke: Wie = gebruikers.sign_in(MARIEKE.account, "", "Balie")
        with self.store.read() as lezing:
            self.shops = lezing.instellingen.shops()
        self.sanne: Wie = gebruikers.sign_in("sanne", "", "Onthaal", self.shops[1].id)
        self.voertuigen = Voertuigen(self.store, self.klok)

    def find(self, kenteken: str) -> int:
        return Zoeken(self.store).find(self.marieke, kenteken).voertuigen[0].id

    def logboek(self, kenteken: str) -> tuple[LogRegel, ...]:
        return self.voertuigen.logboek(self.marieke, self.find(kenteken))

    def aanvragen(self) -> list[PechhulpAanvraag]:
        with self.store.read() as lezing:
            ids = [treffer.id for treffer in lezing.voertuigen.recent(1000)]
            return [aanvraag for nummer in ids for aanvraag in lezing.pechhulp.van_voertuig(nummer)]


@pytest.fixture(scope="module")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gevuld]:
    garage = Gevuld(tmp_path_factory.mktemp("oefen"))
    yield garage
    garage.store.close()


def test_it_says_what_it_made(gevuld: Gevuld) -> None:
    assert (gevuld.telling.voertuigen, gevuld.telling.relaties) == (303, 202)
    with gevuld.store.read() as lezing:
        assert len(lezing.voertuigen.recent(1000)) == 303


def test_the_clock_stands_where_it_stood(gevuld: Gevuld) -> None:
    assert gevuld.klok.nu() == NU


def test_there_are_two_shops_with_their_people(gevuld: Gevuld) -> None:
    assert [(shop.instellingen.naam, shop.zone) for shop in gevuld.shops] == [
        ("Waalbrug Nijmegen", "Europe/Amsterdam"),
        ("Waalbrug Turnhout", "Europe/Brussels"),
    ]
    gebruikers = Gebruikers(gevuld.store)
    groepen = {mens.naam: gebruikers.sign_in(mens.account, "", "").groepen for mens in MEDEWERKERS}
    assert groepen == {mens.naam: (mens.groep,) for mens in MEDEWERKERS}


def test_who_practises_may_see_everything(gevuld: Gevuld) -> None:
    assert gevuld.marieke.naam == "Marieke Hendriks"
    vreemde = Gebruikers(gevuld.store).sign_in("wie-dan-ook", "Wie Dan Ook", "Balie 9")
    assert vreemde.groepen == (BEHEERDER,)


def test_a_search_finds_cars_and_people(gevuld: Gevuld) -> None:
    gevonden = Zoeken(gevuld.store).find(gevuld.marieke, "smeets")
    assert {str(treffer.kenteken) for treffer in gevonden.voertuigen} >= {"GE-731-P", "K-217-EX", "HU-93-OE"}
    assert {treffer.weergave for treffer in gevonden.relaties} == {
        "Dhr. B. (Bart) Smeets",
        "Dhr. W. (Wout) Smeets",
        "Mw. A. (Anouk) Smeets",
        "Mw. P. Smeets-de Graaf",
        "Smeets Installatietechniek",
    }


def test_a_car_with_three_owners_is_found_by_the_plate_it_bore_first(gevuld: Gevuld) -> None:
    zoeken, wisselingen = Zoeken(gevuld.store), Wisselingen(gevuld.store)
    (auto,) = zoeken.find(gevuld.marieke, "1wis417").voertuigen
    tijdlijn = wisselingen.tijdlijn(gevuld.marieke, auto.id)
    assert auto.oud_tot == min(regel.periode.tot for regel in tijdlijn.kentekens if regel.periode.tot)
    assert len(tijdlijn.kentekens) == 2
    assert len({regel.relatie for regel in tijdlijn.rollen}) == 3


def test_a_person_with_nine_cars(gevuld: Gevuld) -> None:
    (akker,) = [een for een in Zoeken(gevuld.store).find(gevuld.marieke, "akker").relaties if een.aantal_voertuigen > 5]
    assert akker.aantal_voertuigen == 9


def test_the_start_page_of_both_shops_asks_for_attention(gevuld: Gevuld) -> None:
    for wie in (gevuld.marieke, gevuld.sanne):
        punten = gevuld.voertuigen.aandacht(wie)
        assert {punt.soort for punt in punten} == {"apk", "pechhulp", "garantie", "leen", "service", "vrij"}
        assert any(punt.datum < date(2026, 11, 24) for punt in punten)
        assert len(punten) < 50
    golf = [punt for punt in gevuld.voertuigen.aandacht(gevuld.marieke) if str(punt.voertuig.kenteken) == "GA-482-R"]
    assert [(punt.soort, punt.datum) for punt in golf] == [("apk", date(2026, 12, 2))]


def test_one_car_has_reminders_of_every_kind(gevuld: Gevuld) -> None:
    berlingo = gevuld.find("HU-93-OE")
    aan_de_beurt = [punt for punt in gevuld.voertuigen.aandacht(gevuld.marieke) if punt.voertuig.id == berlingo]
    assert {(punt.soort, punt.bij_km is not None) for punt in aan_de_beurt} == {
        ("vrij", False),
        ("service", False),
        ("service", True),
        ("garantie", False),
    }
    alle = Herinneringen(gevuld.store, gevuld.klok).van_voertuig(gevuld.marieke, berlingo)
    assert [een.kaart.omschrijving for een in alle if een.gedaan_op is not None] == ["Winterbanden eronder"]
    assert [een.kaart.omschrijving for een in alle].count("Winterbanden eronder") == 2, "it comes back"


def test_the_last_cars_are_those_of_today(gevuld: Gevuld) -> None:
    laatste = gevuld.voertuigen.recent(gevuld.marieke, 6)
    assert {treffer.laatste_bezoek for treffer in laatste} == {date(2026, 11, 24)}


def test_the_golf_is_as_the_pictures_show_it(gevuld: Gevuld) -> None:
    blik = gevuld.voertuigen.blik(gevuld.marieke, gevuld.find("GA-482-R"))
    assert blik.eigenaar is not None
    assert (blik.eigenaar.kaart.straat, blik.eigenaar.kaart.huisnr) == ("Hatertseweg", "214")
    assert blik.rdw is not None
    assert blik.rdw.gegevens.terugroepacties
    assert blik.pechhulp is not None
    assert blik.pechhulp.gemaakt_op.utc.date() == date(2026, 3, 14)
    assert blik.voertuig.gewijzigd_op.utc.date() == date(2026, 5, 31)
    assert blik.voertuig.gewijzigd_door == "Marieke Hendriks"


def test_asking_rdw_about_the_golf_asks_anew(gevuld: Gevuld) -> None:
    rdw = gevuld.voertuigen.blik(gevuld.marieke, gevuld.find("GA-482-R")).rdw
    assert rdw is not None
    assert (NU.utc - rdw.opgevraagd_op.utc).days >= 1


def test_every_kind_of_thing_happened_to_a_car_that_one_can_open(gevuld: Gevuld) -> None:
    historie = Historie(gevuld.store, gevuld.klok)
    golf = {v.soort for v in historie.van_voertuig(gevuld.marieke, gevuld.find("GA-482-R"))}
    assert set(Soort) - golf == {Soort.BESTUURDER, Soort.CARPASS, Soort.HERINNERING, Soort.LEEN}
    renault = {v.soort for v in historie.van_voertuig(gevuld.sanne, gevuld.find("3-DLM-096"))}
    assert Soort.CARPASS in renault
    clio = {v.soort for v in historie.van_voertuig(gevuld.marieke, gevuld.find("LE-103-A"))}
    assert clio >= {Soort.LEEN, Soort.KM}


def test_the_logboek_tells_who_did_what(gevuld: Gevuld) -> None:
    regels = gevuld.logboek("GA-482-R")
    wat = {"toegevoegd", "gewijzigd", "rdw", "bekeken", "verwijderd", "gemonteerd", "gedemonteerd"}
    assert {regel.handeling for regel in regels} == wat
    kenteken = [(regel.wie, regel.voor, regel.na) for regel in regels if regel.veld == "kenteken"]
    assert kenteken == [
        ("Tom Reijnders", "AG-482-R (NL)", "GA-482-R (NL)"),
        ("Marieke Hendriks", "", "AG-482-R (NL)"),
    ]
    # The codes themselves are nowhere in it.
    assert not any("4417" in (regel.voor or "", regel.na or "") for regel in regels)


def test_the_logboek_holds(gevuld: Gevuld) -> None:
    with gevuld.store.read() as lezing:
        assert lezing.logboek.verify() == ()


def test_pechhulp_is_there_in_every_state(gevuld: Gevuld) -> None:
    aanvragen = gevuld.aanvragen()
    assert {aanvraag.staat for aanvraag in aanvragen if aanvraag.aanbieder is Aanbieder.BOVEMIJ} == set(Staat)
    assert {aanvraag.aanbieder for aanvraag in aanvragen} >= {Aanbieder.BOSCH, Aanbieder.AA_TEAM, Aanbieder.BOVEMIJ}
    bevestigd = [aanvraag for aanvraag in aanvragen if aanvraag.staat is Staat.BEVESTIGD]
    assert all(aanvraag.pasnummer for aanvraag in bevestigd)
    assert sum(aanvraag.einddatum is None for aanvraag in bevestigd) >= 1
    assert sum((aanvraag.einddatum or date.min) >= date(2026, 11, 24) for aanvraag in bevestigd) >= 5


def test_the_golf_has_two_earlier_requests(gevuld: Gevuld) -> None:
    with gevuld.store.read() as lezing:
        staten = Counter(aanvraag.staat for aanvraag in lezing.pechhulp.van_voertuig(gevuld.find("GA-482-R")))
    assert staten == {Staat.BEVESTIGD: 1, Staat.GEOPEND: 1}


def test_the_stand_in_of_rdw_knows_the_cars(gevuld: Gevuld) -> None:
    voorbeelden, kolommen = resource("rdw", "voorbeelden.json"), resource("rdw", "kolommen.json")
    app = create_rdw(Register(voorbeelden, kolommen, gevuld.rdw_bestand))
    with httpx.Client(transport=httpx.WSGITransport(app=app), base_url="http://rdw.oefenomgeving") as client:
        gegevens = RdwService(client, lambda: None).vehicle("GA482R")
    assert gegevens is not None
    assert (gegevens.merk, gegevens.co2_uitstoot, gegevens.vervaldatum_apk) == ("Volkswagen", 126, date(2027, 12, 2))


def test_the_file_for_the_stand_in_holds_no_person(gevuld: Gevuld) -> None:
    rijen = json.loads(gevuld.rdw_bestand.read_text(encoding="utf-8"))
    tekst = json.dumps(rijen, ensure_ascii=False)
    assert "Dalen" not in tekst
    assert "WVWZZZ" not in tekst


def test_the_links_of_the_providers_follow_the_stand_in(tmp_path: Path, gevuld: Gevuld) -> None:
    opening = Opening(gevuld.store)
    opening.point_links("http://127.0.0.1:4712/aanbieder")
    with gevuld.store.read() as lezing:
        links = {shop.instellingen.land: dict(shop.instellingen.pechhulp_links) for shop in lezing.instellingen.shops()}
    assert links["NL"][Aanbieder.BOSCH] == "http://127.0.0.1:4712/aanbieder/bosch?kenteken={kenteken}"
    assert set(links["BE"]) == {Aanbieder.BOSCH}
    opening.point_links(BASIS)


def test_acts_of_a_day_lie_in_opening_hours() -> None:
    dag = date(2026, 11, 23)
    zone = ZoneInfo("Europe/Amsterdam")
    momenten = [moment for moment, _ in timed(tuple(RdwOpgevraagd(dag, "tom", str(nr)) for nr in range(40)), NU)]
    assert momenten == sorted(momenten)
    tijden = [moment.utc.astimezone(zone).time() for moment in momenten]
    assert time(8) <= min(tijden) <= max(tijden) <= time(17, 30)


@pytest.mark.parametrize("uur", [time(0, 1), time(7, 30), time(23)])
def test_acts_of_today_lie_before_now_and_after_midnight(uur: time) -> None:
    nu = datetime.combine(date(2026, 11, 24), uur, ZoneInfo("Europe/Amsterdam"))
    verhaal = tuple(RdwOpgevraagd(nu.date(), "tom", str(nummer)) for nummer in range(40))
    momenten = [moment.utc.astimezone(nu.tzinfo) for moment, _ in timed(verhaal, Moment(nu))]
    assert momenten == sorted(momenten)
    assert momenten[0].date() == momenten[-1].date() == nu.date()
    assert momenten[-1] < nu


def test_the_postbus_holds_a_message_in_each_state(gevuld: Gevuld) -> None:
    with gevuld.store.read() as lezing:
        staten = lezing.postbus.stand()

    assert set(staten) == {"verzonden", "ingetrokken", "mislukt", "onzeker", "wacht"}


def test_turnhout_has_a_report_to_car_pass_in_each_state(gevuld: Gevuld) -> None:
    lijsten = Lijsten(gevuld.store, gevuld.klok, write_csv)
    lines = lijsten.first(gevuld.sanne, MELDING, Lijstvraag("staat"))
    assert {line.staat for line in lines} == set(MeldingStaat) - {MeldingStaat.TE_VERSTUREN, MeldingStaat.ONBEKEND}
    kennis = json.loads(gevuld.carpass_bestand.read_text(encoding="utf-8"))
    ours = {MeldingStaat.CONCEPT, MeldingStaat.UITGESTELD, MeldingStaat.ONZEKER, MeldingStaat.NIET_MELDINGSPLICHTIG}
    assert len(kennis["observations"]) == sum(line.staat not in ours for line in lines)
    assert kennis["readings"]


def test_the_forms_of_the_practice_shop_are_filled_in(gevuld: Gevuld) -> None:
    lijsten = Lijsten(gevuld.store, gevuld.klok, write_csv)
    vraag = Lijstvraag("staat")
    met_formulier = {MeldingStaat.CORRECTIEFORMULIER: {Stap.GEDRUKT}, MeldingStaat.GESLOTEN: set(Stap)}
    nummers = {
        line.staat: line.id for line in lijsten.first(gevuld.sanne, MELDING, vraag) if line.staat in met_formulier
    }
    with gevuld.store.read() as lezing:
        gevonden = {staat: lezing.correcties.of_melding(nummer) for staat, nummer in nummers.items()}
    assert {staat: {een.stap for een in form.stappen} for staat, form in gevonden.items() if form} == met_formulier


def test_one_history_may_be_shown_still_and_one_is_too_old(gevuld: Gevuld) -> None:
    with gevuld.store.read() as lezing:
        alle = [een for auto in range(1, 400) for een in lezing.historieken.van_voertuig(auto)]
        pdfs = [b"".join(lezing.bijlagen.read(een.bijlage_id or 0)) for een in alle]
    hoe = {een.kenteken.weergave: een.geldigheid(gevuld.klok.nu()) for een in alle if een.kenteken}
    assert hoe == {"3-DLM-096": Geldigheid.GELDIG, "3-GPL-772": Geldigheid.VERLOPEN}
    assert [len(PdfPapier().maten(pdf)) for pdf in pdfs] == [1, 1]
    kennis = json.loads(gevuld.carpass_bestand.read_text(encoding="utf-8"))
    assert {een["guid"] for een in kennis["histories"]} == {een.guid for een in alle}
