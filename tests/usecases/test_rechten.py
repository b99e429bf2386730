"""Who may do what: one table of every use case and every ready-made group.

``x`` may, ``.`` may not. A new use case without a row fails, and so does a group without a column.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import werkplaats.usecases
from tests.usecases.garage import DAF, GOLF, Garage, moment
from tests.usecases.rechten_tabel import TABEL
from werkplaats.domain.adres import AdresVraag
from werkplaats.domain.afdruk import Labelmaat
from werkplaats.domain.artikel import Standaardtekst
from werkplaats.domain.banden import BandensetKaart
from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.domain.carpass import MeldingInvoer, Vrijstelling
from werkplaats.domain.carpass_historiek import HistoriekInvoer
from werkplaats.domain.contactmoment import ContactKaart
from werkplaats.domain.correctie import CorrectieInvoer
from werkplaats.domain.garantie import GarantieKaart
from werkplaats.domain.gebruiker import GebruikerKaart, GroepKaart
from werkplaats.domain.herinnering import HerinneringKaart
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD, RDW_APP_TOKEN, ShopInstellingen
from werkplaats.domain.internet import Pagina
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.leen import LeenKaart, Leensoort
from werkplaats.domain.lijst import Lijststand, Lijstvraag
from werkplaats.domain.mail import Mail
from werkplaats.domain.moment import Moment, VasteKlok
from werkplaats.domain.monteurwerk import Antwoord, Monteur, Punt, Puntsoort
from werkplaats.domain.order import OrderKaart, Orderlijsten, Plaatregel
from werkplaats.domain.pechhulp import Aanbieder
from werkplaats.domain.postbus import Besluit, Staat, Uitkomst
from werkplaats.domain.rdw import RdwAntwoord, RdwGegevens
from werkplaats.domain.rechten import GROEPEN
from werkplaats.domain.relatie import RelatieKaart
from werkplaats.domain.schade import SchadeKaart
from werkplaats.domain.urencorrectie import TijdvakInvoer
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import Code, RelatieKop, VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.domain.wisseling import Periode, PlaatRegel, PlaatWissel, Rol, RolWissel, Verhuizing, Weggehaald
from werkplaats.errors import GeenRecht, WerkplaatsError
from werkplaats.store.openen import open_store
from werkplaats.usecases.orders import Orderbasis
from werkplaats.usecases.verzenders import BasisVerzender, Verzender

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from werkplaats.domain.leen import Leenperiode
    from werkplaats.domain.monteurwerk import Tijdvak
    from werkplaats.domain.ponaanvraag import PonVoorbeeld
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.werkkaart import Werkkaart

KOLOMMEN = (
    "Balie",
    "Monteur",
    "Planner schade",
    "Verkoop admin nieuw",
    "Verkoop admin gebruikt",
    "Verkoop manager nieuw",
    "Verkoop manager gebruikt",
    "Beheerder",
)

RIJEN = {naam: tuple(cellen) for naam, *cellen in map(str.split, TABEL.splitlines()[3:]) if naam}

_NUMMERS = count()

ZONDER_WIE = {"Gebruikers.sign_in", "Gebruikers.known", "Gebruikers.console"}
"""These make the Wie, so that nobody can be asked yet whether he may."""

GEGEVENS = RdwGegevens("GA482R", merk="Volkswagen")
GESPREK = ContactKaart(moment(2026, 11, 24), tekst="Gebeld over de APK")
SERVICE = HerinneringKaart(bij_km=100_000)
LINK = "https://bosch.example/{kenteken}"


@pytest.fixture(scope="module")
def garage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Garage]:
    """One garage for the whole table: car 1 of relatie 1, request 1 for it."""
    klok = VasteKlok(moment(2026, 11, 24))
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('rechten') / 'werkplaats.db'}", klok)
    garage = Garage(store, klok)
    garage.register.autos["GA482R"] = GEGEVENS
    account = {"carpass_btw": "0123456749", "carpass_gebruiker": "2000000141"}
    garage.configure(
        pechhulp_links=((Aanbieder.BOSCH, LINK),), smtp_afzender="info@example.com", bv_link=LINK, **account
    )
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "geheim")
    kaart = VoertuigKaart(kenteken=GOLF, hoofdeigenaar=garage.new_owner(), radiocode=Code.of("4711"))
    assert garage.new_car(kaart).id == 1
    assert _request(garage, garage.balie).id == 1
    yield garage
    garage.bestanden.close()
    store.close()


MELDINVOER = MeldingInvoer(131_501, date(2026, 11, 24), "VF1RFB00X62000519")


HISTORIEK = HistoriekInvoer(131_501, "VF1RFB00X62000519")


def _history(garage: Garage) -> int:
    return garage.historieken.ask(garage.balie, 1, HISTORIEK).id


def _kept(garage: Garage) -> Any:
    return garage.carpass.keep(garage.balie, 1, MELDINVOER)


def _seen(garage: Garage) -> tuple[int, int]:
    melding = _kept(garage)
    return melding.id, melding.versie


_NO_MATTER_OF_RIGHTS = {
    "MELDING_KAN_NIET",
    "MELDING_GEWIJZIGD",
    "CORRECTIE_NOG_NIET",
    "HISTORIEK_KAN_NIET",
    "HISTORIEK_PDF_WEG",
    "NIET_GEVONDEN",
    "POSTBUS_NIET_ONZEKER",
    "PON_NIET_INGESTELD",
}


def _refused_or_not(call: Callable[[], object]) -> None:
    """Who may, is told that this report does not stand so: that is no matter of rights."""
    try:
        call()
    except GeenRecht:
        raise
    except WerkplaatsError as fout:
        if fout.code not in _NO_MATTER_OF_RIGHTS:
            raise


def _try_carpass(garage: Garage, wie: Wie) -> None:
    garage.carpass_dienst.antwoorden[:] = [{"A01": "Onderhoud"}]
    try:
        garage.carpass.test_connection(wie)
    finally:
        # Who may not leaves the answer behind for whoever comes next.
        garage.carpass_dienst.antwoorden.clear()


def _request(garage: Garage, wie: Wie) -> Any:
    return garage.pechhulp.aanvragen(wie, 1, garage.pechhulp.prepare(garage.balie, 1).invoer)


def _new_request(garage: Garage) -> int:
    return int(_request(garage, garage.balie).id)


def _new_reminder(garage: Garage) -> int:
    return int(garage.herinneringen.save(garage.balie, 1, None, HerinneringKaart(), SERVICE).id)


def _new_message(garage: Garage, staat: Staat = Staat.WACHT) -> int:
    with garage.store.begin(garage.balie) as werk:
        nummer = werk.postbus.leg_klaar("proef", {}, f"bericht-{next(_standen)}", "voertuig", 1)
        werk.postbus.move(nummer, staat, Uitkomst.opnieuw(""))
        return nummer


_standen = count(1)


def _new_reading() -> KmInvoer:
    return KmInvoer(next(_standen), date(2026, 11, 24))


def _reading_on_file(garage: Garage) -> int:
    return int(garage.kmstanden.add(garage.balie, 1, _new_reading()).id)


def _correct_reading(garage: Garage, wie: Wie) -> object:
    stand = garage.kmstanden.add(garage.balie, 1, _new_reading())
    return garage.kmstanden.correct(wie, stand.id, stand.invoer, _new_reading())


PNG = b"\x89PNG\r\n\x1a\n"


KRAS = SchadeKaart(omschrijving="Kras")
REMMEN = Punt(Puntsoort.CHECKLIST, "Remmen", "Remmen", Antwoord.OK)


def _damage(garage: Garage) -> int:
    return int(garage.schades.save(garage.balie, 1, None, SchadeKaart(), KRAS).id)


def _article(garage: Garage) -> bytes:
    garage.artikelen.read_artikelen(garage.beheerder, b"code;omschrijving;prijs\nA;Bout;1")
    return b"A"


def _colleague(garage: Garage) -> int:
    kaart = GebruikerKaart(f"collega{next(_NUMMERS)}", "Collega", ("Balie",))
    return int(garage.gebruikersbeheer.save(garage.beheerder, None, GebruikerKaart(), kaart).id)


def _warranty(garage: Garage) -> int:
    return int(garage.garanties.save(garage.balie, 1, None, GarantieKaart(), GarantieKaart()).id)


def _loan(garage: Garage, soort: Leensoort = Leensoort.LEEN) -> LeenKaart:
    nu = garage.klok.nu()
    return LeenKaart(soort, RelatieKop(1, ""), nu, Moment(nu.utc + timedelta(days=1)), 1_000)


def _lent(garage: Garage) -> Leenperiode:
    return garage.leenperiodes.lend(garage.balie, _new_car(garage), _loan(garage))


def _file_on_record(garage: Garage) -> int:
    return int(garage.bijlagen.add(garage.balie, "voertuig", 1, "foto.png", PNG, Bijlagesoort.FOTO).id)


def _rename_file(garage: Garage, wie: Wie) -> object:
    nummer = _file_on_record(garage)
    return garage.bijlagen.rename(wie, nummer, "foto.png", f"voor {nummer}")


def _file_in_bin(garage: Garage) -> int:
    return int(garage.bijlagen.remove(garage.balie, _file_on_record(garage)).id)


def _new_set(garage: Garage) -> int:
    return int(garage.banden.save(garage.balie, 1, None, BandensetKaart(), BandensetKaart()).id)


def _save_settings(garage: Garage, wie: Wie) -> object:
    nu = garage.instellingen.load(garage.beheerder).instellingen
    return garage.instellingen.save(wie, nu, replace(nu, naam=f"Garage {wie.naam}"))


def _export(garage: Garage, wie: Wie) -> object:
    bestand = Path(garage.store.plaats).with_name("voertuigen.csv")
    return garage.lijsten.export(
        wie,
        "voertuig",
        PER_KENTEKEN,
        bestand,
        ("Naam",),
        lambda regel: (regel.eigenaar,),
        lambda *_: None,
        lambda: False,
    )


def _new_car(garage: Garage) -> int:
    return garage.new_car().id


def _driver() -> RolWissel:
    return RolWissel(Rol.BESTUURDER, None, RelatieKop(1, ""), date(2026, 11, 24))


def _plate_of(garage: Garage) -> PlaatRegel:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, chassisnummer=Vin.parse("WVWZZZ1KZAW000001")))
    (regel,) = garage.wisselingen.tijdlijn(garage.balie, auto.id).kentekens
    return regel


def _correct_period(garage: Garage, wie: Wie) -> object:
    return garage.wisselingen.correct(wie, _plate_of(garage), Periode(date(2026, 1, 1)))


def _card(garage: Garage, staat: KaartStaat = KaartStaat.BINNEN) -> int:
    return int(garage.werkkaarten.make(garage.balie, 1, WerkkaartInvoer(), staat).id)


def _a_card(garage: Garage) -> Werkkaart:
    return garage.werkkaarten.load(garage.balie, _card(garage))


def _self(wie: Wie) -> Monteur:
    return Monteur(wie.gebruiker_id, wie.naam)


def _new_text() -> Standaardtekst:
    return Standaardtekst(f"T{next(_NUMMERS)}", "Klant gebeld")


def _kept_text(garage: Garage) -> Standaardtekst:
    tekst = _new_text()
    garage.artikelen.put(garage.beheerder, (tekst,))
    return tekst


def _hour(garage: Garage, wie: Wie) -> TijdvakInvoer:
    """An hour of work in the past, each time another one: nobody works on two cards at once."""
    begin = garage.klok.nu().utc - timedelta(hours=2 + 2 * next(_NUMMERS))
    return TijdvakInvoer(_self(wie), Moment(begin), Moment(begin + timedelta(hours=1)), "Vergeten te klokken")


def _worked(garage: Garage, wie: Wie) -> tuple[int, Tijdvak]:
    kaart = _card(garage)
    return kaart, garage.monteurwerk.correct(garage.beheerder, kaart, None, _hour(garage, wie))


def _card_number(garage: Garage) -> str:
    return garage.werkkaarten.load(garage.balie, _card(garage)).nummer


def _file_beside(garage: Garage) -> Path:
    return Path(garage.store.plaats).with_name("uit.csv")


def _order(garage: Garage) -> int:
    return garage.new_order(ARTEON).id


def _seen_beforehand(garage: Garage) -> PonVoorbeeld:
    staand = garage.ordertabellen.load(garage.beheerder)
    garage.ordertabellen.save(garage.beheerder, staand, replace(staand, dealernummers=(("VOLKSWAGEN", "12345"),)))
    order = garage.new_order(
        replace(ARTEON, goedgekeurd=True, chassisnummer=Vin(MELDINVOER.vin), platen=(Plaatregel("27.1"),))
    )
    return garage.aanvragen.preview(garage.verkoper, order.id)


def _asked(garage: Garage) -> int:
    return garage.aanvragen.request(garage.verkoper, _seen_beforehand(garage)).id


def _file_of_orders(garage: Garage) -> Path:
    bestand = _file_beside(garage)
    bestand.write_text("referentie;merk\n4711;Audi\n", encoding="utf-8")
    return bestand


DAG = date(2026, 11, 24)
ARTEON, LIJSTEN = OrderKaart(merk="Volkswagen", model="Arteon"), Orderlijsten()
PER_KENTEKEN, PER_NAAM = Lijstvraag("kenteken"), Lijstvraag("naam")
ANTWOORD = RdwAntwoord(GOLF, GEGEVENS, moment(2026, 11, 24), bewaard=False)


def _send_due(garage: Garage, wie: Wie) -> object:
    """What waits of other trials finds nobody at home: an answer that was left over is to another question."""
    garage.carpass_dienst.antwoorden.clear()
    return garage.postbus.send_due(wie)


AANROEPEN: dict[str, Callable[[Garage, Wie], object]] = {
    "Zoeken.find": lambda garage, wie: garage.zoeken.find(wie, "ga482r"),
    "Zoeken.scanned": lambda garage, wie: garage.zoeken.scanned(wie, "ga482r"),
    "Zoeken.relaties": lambda garage, wie: garage.zoeken.relaties(wie, "dalen"),
    "Voertuigen.load": lambda garage, wie: garage.voertuigen.load(wie, 1),
    "Voertuigen.save": lambda garage, wie: garage.voertuigen.save(
        wie, None, VoertuigKaart(), VoertuigKaart(kenteken=GOLF)
    ),
    "Voertuigen.reveal_code": lambda garage, wie: garage.voertuigen.reveal_code(wie, 1, "radiocode"),
    "Voertuigen.blik": lambda garage, wie: garage.voertuigen.blik(wie, 1),
    "Voertuigen.used_options": lambda garage, wie: garage.voertuigen.used_options(wie),
    "Voertuigen.recent": lambda garage, wie: garage.voertuigen.recent(wie),
    "Voertuigen.logboek": lambda garage, wie: garage.voertuigen.logboek(wie, 1),
    "Voertuigen.doubles": lambda garage, wie: garage.voertuigen.doubles(wie, VoertuigKaart(kenteken=GOLF), None),
    "Voertuigen.aandacht": lambda garage, wie: garage.voertuigen.aandacht(wie),
    "Wisselingen.tijdlijn": lambda garage, wie: garage.wisselingen.tijdlijn(wie, 1),
    "Wisselingen.change_role": lambda garage, wie: garage.wisselingen.change_role(wie, _new_car(garage), _driver()),
    "Wisselingen.change_plate": lambda garage, wie: garage.wisselingen.change_plate(
        wie, _new_car(garage), PlaatWissel(GOLF, DAF, date(2026, 11, 24))
    ),
    "Wisselingen.move_plate": lambda garage, wie: garage.wisselingen.move_plate(
        wie, _new_car(garage), Verhuizing(GOLF, _new_car(garage), DAF, date(2026, 11, 24))
    ),
    "Wisselingen.correct": _correct_period,
    "Wisselingen.remove": lambda garage, wie: garage.wisselingen.remove(wie, _plate_of(garage)),
    "Wisselingen.put_back": lambda garage, wie: garage.wisselingen.put_back(wie, Weggehaald(_plate_of(garage))),
    "Herinneringen.van_voertuig": lambda garage, wie: garage.herinneringen.van_voertuig(wie, 1),
    "Herinneringen.load": lambda garage, wie: garage.herinneringen.load(wie, _new_reminder(garage)),
    "Herinneringen.save": lambda garage, wie: garage.herinneringen.save(wie, 1, None, HerinneringKaart(), SERVICE),
    "Herinneringen.mark_done": lambda garage, wie: garage.herinneringen.mark_done(wie, _new_reminder(garage)),
    "Herinneringen.delete": lambda garage, wie: garage.herinneringen.delete(wie, _new_reminder(garage)),
    "Herinneringen.due": lambda garage, wie: garage.herinneringen.due(wie),
    "Relaties.load": lambda garage, wie: garage.relaties.load(wie, 1),
    "Relaties.save": lambda garage, wie: garage.relaties.save(wie, None, RelatieKaart(), RelatieKaart(naam="Smeets")),
    "Relaties.blik": lambda garage, wie: garage.relaties.blik(wie, 1),
    "Relaties.bezoeken": lambda garage, wie: garage.relaties.bezoeken(wie, 1),
    "Relaties.logboek": lambda garage, wie: garage.relaties.logboek(wie, 1),
    "Contacten.van_relatie": lambda garage, wie: garage.contacten.van_relatie(wie, 1),
    "Contacten.van_voertuig": lambda garage, wie: garage.contacten.van_voertuig(wie, 1),
    "Contacten.save": lambda garage, wie: garage.contacten.save(wie, None, 1, GESPREK, GESPREK),
    "Contacten.take_back": lambda garage, wie: garage.contacten.take_back(
        wie, garage.contacten.save(garage.balie, None, 1, GESPREK, GESPREK).id
    ),
    "Relaties.doubles": lambda garage, wie: garage.relaties.doubles(wie, RelatieKaart(naam="Dalen"), None),
    "Historie.van_voertuig": lambda garage, wie: garage.historie.van_voertuig(wie, 1),
    "Afdrukken.voertuigkaart": lambda garage, wie: garage.afdrukken.voertuigkaart(wie, 1),
    "Afdrukken.sleutellabel": lambda garage, wie: garage.afdrukken.sleutellabel(wie, 1, Labelmaat.KLEIN),
    "Afdrukken.werkkaart": lambda garage, wie: garage.afdrukken.werkkaart(wie, _card(garage)),
    "Afdrukken.note": lambda garage, wie: garage.afdrukken.note(wie, "voertuig", 1, "voertuigkaart"),
    "Kmstanden.van_voertuig": lambda garage, wie: garage.kmstanden.van_voertuig(wie, 1),
    "Kmstanden.check": lambda garage, wie: garage.kmstanden.check(wie, KmInvoer(), ()),
    "Kmstanden.add": lambda garage, wie: garage.kmstanden.add(wie, 1, _new_reading()),
    "Kmstanden.correct": _correct_reading,
    "Kmstanden.take_back": lambda garage, wie: garage.kmstanden.take_back(wie, _reading_on_file(garage)),
    "Kmstanden.put_back": lambda garage, wie: garage.kmstanden.put_back(wie, _reading_on_file(garage)),
    "Bijlagen.van": lambda garage, wie: garage.bijlagen.van(wie, "voertuig", 1),
    "Bijlagen.inhoud": lambda garage, wie: garage.bijlagen.inhoud(wie, _file_on_record(garage)),
    "Bijlagen.open": lambda garage, wie: garage.bijlagen.open(wie, _file_on_record(garage)),
    "Bijlagen.save_as": lambda garage, wie: garage.bijlagen.save_as(
        wie, _file_on_record(garage), Path(garage.store.plaats).with_name("foto.png")
    ),
    "Bijlagen.add": lambda garage, wie: garage.bijlagen.add(wie, "voertuig", 1, "foto.png", PNG, Bijlagesoort.FOTO),
    "Bijlagen.rename": _rename_file,
    "Bijlagen.remove": lambda garage, wie: garage.bijlagen.remove(wie, _file_on_record(garage)),
    "Bijlagen.put_back": lambda garage, wie: garage.bijlagen.put_back(wie, _file_in_bin(garage)),
    "Correcties.look": lambda garage, wie: _refused_or_not(lambda: garage.correcties.look(wie, 1)),
    "Correcties.check": lambda garage, wie: garage.correcties.check(wie, CorrectieInvoer()),
    "Correcties.save": lambda garage, wie: _refused_or_not(
        lambda: garage.correcties.save(wie, 1, 1, CorrectieInvoer())
    ),
    "Correcties.tick": lambda garage, wie: _refused_or_not(lambda: garage.correcties.tick(wie, 1, 1, ())),
    "Correcties.send": lambda garage, wie: _refused_or_not(lambda: garage.correcties.send(wie, 1, 1)),
    "Correcties.formulier": lambda garage, wie: _refused_or_not(lambda: garage.correcties.formulier(wie, 1)),
    "Correcties.mail": lambda garage, wie: _refused_or_not(
        lambda: garage.correcties.mail(wie, 1, "x.pdf", Mail("a@example.be", "x", "x"))
    ),
    "Correcties.open_website": lambda garage, wie: garage.correcties.open_website(wie),
    "Banden.van_voertuig": lambda garage, wie: garage.banden.van_voertuig(wie, 1),
    "Banden.check": lambda garage, wie: garage.banden.check(wie, BandensetKaart()),
    "Banden.save": lambda garage, wie: garage.banden.save(wie, 1, None, BandensetKaart(), BandensetKaart()),
    "Banden.mount": lambda garage, wie: garage.banden.mount(wie, _new_set(garage)),
    "Banden.delete": lambda garage, wie: garage.banden.delete(wie, _new_set(garage)),
    "Banden.put_back": lambda garage, wie: garage.banden.put_back(wie, _new_set(garage)),
    "Werkkaarten.prepare": lambda garage, wie: garage.werkkaarten.prepare(wie, 1),
    "Werkkaarten.load": lambda garage, wie: garage.werkkaarten.load(wie, _card(garage)),
    "Werkkaarten.by_number": lambda garage, wie: garage.werkkaarten.by_number(wie, _card_number(garage)),
    "Werkkaarten.van_voertuig": lambda garage, wie: garage.werkkaarten.van_voertuig(wie, 1),
    "Werkkaarten.logboek": lambda garage, wie: garage.werkkaarten.logboek(wie, _card(garage)),
    "Werkkaarten.make": lambda garage, wie: garage.werkkaarten.make(wie, 1, WerkkaartInvoer()),
    "Werkkaarten.save": lambda garage, wie: garage.werkkaarten.save(
        wie, _card(garage), WerkkaartInvoer(), WerkkaartInvoer(klacht="Piept")
    ),
    "Werkkaarten.set_staat": lambda garage, wie: garage.werkkaarten.set_staat(
        wie, _card(garage), KaartStaat.IN_UITVOERING
    ),
    "Werkkaarten.einde_service": lambda garage, wie: garage.werkkaarten.einde_service(wie, _card(garage)),
    "Werkkaarten.open_melding": lambda garage, wie: garage.werkkaarten.open_melding(wie, _card(garage)),
    "Werkkaarten.register": lambda garage, wie: garage.werkkaarten.register(wie, DAG, DAG),
    "Werkkaarten.export_register": lambda garage, wie: garage.werkkaarten.export_register(
        wie, DAG, DAG, _file_beside(garage)
    ),
    "Werkkaarten.export_lines": lambda garage, wie: garage.werkkaarten.export_lines(
        wie, _card(garage), _file_beside(garage)
    ),
    "Monteurwerk.monteurs": lambda garage, wie: garage.monteurwerk.monteurs(wie),
    "Monteurwerk.day": lambda garage, wie: garage.monteurwerk.day(wie, _self(wie)),
    "Monteurwerk.card": lambda garage, wie: garage.monteurwerk.card(wie, _self(wie), _card(garage)),
    "Monteurwerk.find": lambda garage, wie: garage.monteurwerk.find(wie, _card_number(garage)),
    "Monteurwerk.start": lambda garage, wie: garage.monteurwerk.start(wie, _self(wie), _card(garage)),
    "Monteurwerk.stop": lambda garage, wie: garage.monteurwerk.stop(wie, _self(wie)),
    "Monteurwerk.check_km": lambda garage, wie: garage.monteurwerk.check_km(wie, _a_card(garage), 52_000),
    "Monteurwerk.keep_km": lambda garage, wie: garage.monteurwerk.keep_km(wie, _self(wie), _card(garage), 52_000),
    "Monteurwerk.answer": lambda garage, wie: garage.monteurwerk.answer(wie, _card(garage), REMMEN),
    "Monteurwerk.remark": lambda garage, wie: garage.monteurwerk.remark(wie, _self(wie), _card(garage), "", "Lekt"),
    "Monteurwerk.finish": lambda garage, wie: garage.monteurwerk.finish(wie, _self(wie), _card(garage)),
    "Monteurwerk.correct": lambda garage, wie: garage.monteurwerk.correct(wie, _card(garage), None, _hour(garage, wie)),
    "Monteurwerk.remove": lambda garage, wie: garage.monteurwerk.remove(wie, *_worked(garage, wie), "Verkeerde kaart"),
    "Monteurwerk.names": lambda garage, wie: garage.monteurwerk.names(wie),
    "Monteurwerk.report": lambda garage, wie: garage.monteurwerk.report(wie, _card(garage)),
    "Artikelen.catalogus": lambda garage, wie: garage.artikelen.catalogus(wie),
    "Artikelen.read_artikelen": lambda garage, wie: garage.artikelen.read_artikelen(
        wie, b"code;omschrijving;prijs\nA;Bout;1"
    ),
    "Artikelen.read_teksten": lambda garage, wie: garage.artikelen.read_teksten(wie, b"code;tekst\nA;Klaar"),
    "Artikelen.read_pakketten": lambda garage, wie: garage.artikelen.read_pakketten(
        wie, b"pakket;omschrijving;code\nP;Beurt;" + _article(garage)
    ),
    "Artikelen.lijsten": lambda garage, wie: garage.artikelen.lijsten(wie),
    "Artikelen.save": lambda garage, wie: garage.artikelen.save(wie, None, _new_text()),
    "Artikelen.remove": lambda garage, wie: garage.artikelen.remove(wie, _kept_text(garage)),
    "Artikelen.put": lambda garage, wie: garage.artikelen.put(wie, ()),
    "Orders.prepare": lambda garage, wie: garage.orders.prepare(wie),
    "Orders.load": lambda garage, wie: garage.orders.load(wie, _order(garage)),
    "Orders.logboek": lambda garage, wie: garage.orders.logboek(wie, _order(garage)),
    "Orders.check": lambda garage, wie: garage.orders.check(wie, ARTEON),
    "Orders.explain": lambda garage, wie: garage.orders.explain(wie, ARTEON, None, Orderbasis()),
    "Orders.explain_order": lambda garage, wie: garage.orders.explain_order(wie, _order(garage)),
    "Orders.save": lambda garage, wie: garage.orders.save(wie, None, OrderKaart(), ARTEON),
    "Orders.delete": lambda garage, wie: garage.orders.delete(wie, _order(garage)),
    "Orders.put_back": lambda garage, wie: garage.orders.put_back(
        wie, garage.orders.delete(garage.verkoper, _order(garage)).id
    ),
    "Orderimport.check": lambda garage, wie: garage.orderimport.check(wie, _file_of_orders(garage)),
    "Orderimport.run": lambda garage, wie: garage.orderimport.run(wie, _file_of_orders(garage)),
    "Ordertabellen.load": lambda garage, wie: garage.ordertabellen.load(wie),
    "Ordertabellen.save": lambda garage, wie: garage.ordertabellen.save(wie, LIJSTEN, LIJSTEN),
    "VrijeVelden.load": lambda garage, wie: garage.vrije_velden.load(wie, 1),
    "VrijeVelden.save": lambda garage, wie: garage.vrije_velden.save(wie, 1, {}, {}),
    "Internet.pages": lambda garage, wie: garage.internet.pages(wie, 1),
    "Internet.providers": lambda garage, wie: garage.internet.providers(wie),
    "Internet.open": lambda garage, wie: garage.internet.open(wie, 1, Pagina.BV),
    "Schades.van_voertuig": lambda garage, wie: garage.schades.van_voertuig(wie, 1),
    "Schades.save": lambda garage, wie: garage.schades.save(wie, 1, None, SchadeKaart(), KRAS),
    "Schades.delete": lambda garage, wie: garage.schades.delete(wie, _damage(garage)),
    "Schades.put_back": lambda garage, wie: garage.schades.put_back(
        wie, garage.schades.delete(garage.balie, _damage(garage)).id
    ),
    "Leenperiodes.van_voertuig": lambda garage, wie: garage.leenperiodes.van_voertuig(wie, 1),
    "Leenperiodes.van_werkkaart": lambda garage, wie: garage.leenperiodes.van_werkkaart(wie, _card(garage)),
    "Leenperiodes.vrij": lambda garage, wie: garage.leenperiodes.vrij(wie, None, None),
    "Leenperiodes.propose": lambda garage, wie: garage.leenperiodes.propose(wie, _card(garage)),
    "Leenperiodes.check": lambda garage, wie: garage.leenperiodes.check(wie, LeenKaart()),
    "Leenperiodes.lend": lambda garage, wie: garage.leenperiodes.lend(wie, _new_car(garage), _loan(garage)),
    "Leenperiodes.save": lambda garage, wie: garage.leenperiodes.save(
        wie, _lent(garage).id, _loan(garage), _loan(garage, Leensoort.HUUR)
    ),
    "Leenperiodes.take_in": lambda garage, wie: garage.leenperiodes.take_in(
        wie, _lent(garage).id, garage.klok.nu(), 1_100
    ),
    "Leenperiodes.delete": lambda garage, wie: garage.leenperiodes.delete(wie, _lent(garage).id),
    "Leenperiodes.put_back": lambda garage, wie: garage.leenperiodes.put_back(
        wie, garage.leenperiodes.delete(garage.balie, _lent(garage).id).id
    ),
    "Garanties.van_voertuig": lambda garage, wie: garage.garanties.van_voertuig(wie, 1),
    "Garanties.check": lambda garage, wie: garage.garanties.check(wie, GarantieKaart()),
    "Garanties.save": lambda garage, wie: garage.garanties.save(wie, 1, None, GarantieKaart(), GarantieKaart()),
    "Garanties.delete": lambda garage, wie: garage.garanties.delete(wie, _warranty(garage)),
    "Garanties.put_back": lambda garage, wie: garage.garanties.put_back(
        wie, garage.garanties.delete(garage.balie, _warranty(garage)).id
    ),
    "Adressen.look_up": lambda garage, wie: garage.adressen.look_up(wie, AdresVraag("6533GL", 214)),
    "Lijsten.first": lambda garage, wie: garage.lijsten.first(wie, "relatie", PER_NAAM),
    "Lijsten.look": lambda garage, wie: garage.lijsten.look(wie, "voertuig", PER_KENTEKEN, 1, 1, 0),
    "Lijsten.page": lambda garage, wie: garage.lijsten.page(wie, "voertuig", PER_KENTEKEN, Lijststand(1, (1,)), 0),
    "Lijsten.counts": lambda garage, wie: garage.lijsten.counts(wie, "relatie"),
    "Lijsten.export": _export,
    "Volgen.changes": lambda garage, wie: garage.volgen.changes(wie),
    "Rdw.look_up": lambda garage, wie: garage.rdw.look_up(wie, GOLF, vers=True),
    "Rdw.last": lambda garage, wie: garage.rdw.last(wie, GOLF),
    "Rdw.compare": lambda garage, wie: garage.rdw.compare(wie, 1, VoertuigKaart(kenteken=GOLF), ANTWOORD),
    "Rdw.open_ovi": lambda garage, wie: garage.rdw.open_ovi(wie, GOLF),
    "Pechhulp.menu": lambda garage, wie: garage.pechhulp.menu(wie, 1),
    "Pechhulp.prepare": lambda garage, wie: garage.pechhulp.prepare(wie, 1),
    "Pechhulp.aanvragen": _request,
    "Pechhulp.open_link": lambda garage, wie: garage.pechhulp.open_link(wie, 1, Aanbieder.BOSCH),
    "Pechhulp.eerder": lambda garage, wie: garage.pechhulp.eerder(wie, 1),
    "Pechhulp.confirm": lambda garage, wie: garage.pechhulp.confirm(wie, 1, "4711", None),
    "Pechhulp.fail": lambda garage, wie: garage.pechhulp.fail(wie, _new_request(garage)),
    "Historieken.look": lambda garage, wie: garage.historieken.look(wie, 1),
    "Historieken.get": lambda garage, wie: garage.historieken.get(wie, _history(garage)),
    "Historieken.check": lambda garage, wie: garage.historieken.check(
        wie, HISTORIEK, garage.historieken.look(garage.balie, 1)
    ),
    "Historieken.pdf": lambda garage, wie: _refused_or_not(lambda: garage.historieken.pdf(wie, _history(garage))),
    "Historieken.open_public": lambda garage, wie: _refused_or_not(
        lambda: garage.historieken.open_public(wie, _history(garage))
    ),
    "Historieken.ask": lambda garage, wie: garage.historieken.ask(wie, 1, HISTORIEK),
    "Historieken.decide": lambda garage, wie: _refused_or_not(
        lambda: garage.historieken.decide(wie, _history(garage), opnieuw=True)
    ),
    "Historieken.fetch_again": lambda garage, wie: _refused_or_not(
        lambda: garage.historieken.fetch_again(wie, _history(garage))
    ),
    "Historieken.to_ask": lambda garage, wie: garage.historieken.to_ask(wie),
    "Historieken.poll": lambda garage, wie: garage.historieken.poll(wie),
    "CarPass.prepare": lambda garage, wie: garage.carpass.prepare(wie, 1),
    "CarPass.look": lambda garage, wie: garage.carpass.look(wie, _kept(garage).id),
    "CarPass.check": lambda garage, wie: garage.carpass.check(wie, MELDINVOER, garage.carpass.prepare(garage.balie, 1)),
    "CarPass.van_voertuig": lambda garage, wie: garage.carpass.van_voertuig(wie, 1),
    "CarPass.report": lambda garage, wie: garage.carpass.report(wie, 1, MELDINVOER),
    "CarPass.keep": lambda garage, wie: garage.carpass.keep(wie, 1, MELDINVOER),
    "CarPass.submit": lambda garage, wie: garage.carpass.submit(wie, *_seen(garage), MELDINVOER),
    "CarPass.postpone": lambda garage, wie: garage.carpass.postpone(wie, *_seen(garage), MELDINVOER),
    "CarPass.exempt": lambda garage, wie: garage.carpass.exempt(wie, *_seen(garage), Vrijstelling.VOERTUIGSOORT),
    "CarPass.exempt_new": lambda garage, wie: garage.carpass.exempt_new(wie, 1, Vrijstelling.VOERTUIGSOORT),
    "CarPass.reopen": lambda garage, wie: _refused_or_not(lambda: garage.carpass.reopen(wie, *_seen(garage))),
    "CarPass.confirm": lambda garage, wie: _refused_or_not(lambda: garage.carpass.confirm(wie, *_seen(garage), "1")),
    "CarPass.decide": lambda garage, wie: _refused_or_not(
        lambda: garage.carpass.decide(wie, *_seen(garage), aangekomen=True)
    ),
    "CarPass.test_connection": _try_carpass,
    "CarPass.badge": lambda garage, wie: garage.carpass.badge(wie),
    "CarPass.to_ask": lambda garage, wie: garage.carpass.to_ask(wie),
    "PonAanvragen.preview": lambda garage, wie: garage.aanvragen.preview(wie, _order(garage)),
    "PonAanvragen.request": lambda garage, wie: garage.aanvragen.request(wie, _seen_beforehand(garage)),
    "PonAanvragen.withdraw": lambda garage, wie: garage.aanvragen.withdraw(wie, _asked(garage)),
    "PonAanvragen.decide": lambda garage, wie: _refused_or_not(
        lambda: garage.aanvragen.decide(wie, _asked(garage), Besluit.OPNIEUW)
    ),
    "PonAanvragen.van_order": lambda garage, wie: garage.aanvragen.van_order(wie, _order(garage)),
    "PonAanvragen.poll": lambda garage, wie: garage.aanvragen.poll(wie),
    "PonAanvragen.to_ask": lambda garage, wie: garage.aanvragen.to_ask(wie),
    "PonAanvragen.test_connection": lambda garage, wie: _refused_or_not(lambda: garage.aanvragen.test_connection(wie)),
    "PonMail.preview": lambda garage, wie: garage.ponmail.preview(wie, ShopInstellingen("De Linde")),
    "PonMail.put": lambda garage, wie: garage.ponmail.put(wie, date(2026, 11, 24), proef=True),
    "PonPlanning.calendar": lambda garage, wie: garage.planning.calendar(wie),
    "PonPlanning.badge": lambda garage, wie: garage.planning.badge(wie),
    "CarPass.poll": lambda garage, wie: garage.carpass.poll(wie),
    "CarPass.renew": lambda garage, wie: garage.carpass.renew(wie),
    "Gebruikersbeheer.lijst": lambda garage, wie: garage.gebruikersbeheer.lijst(wie),
    "Gebruikersbeheer.save": lambda garage, wie: garage.gebruikersbeheer.save(
        wie, None, GebruikerKaart(), GebruikerKaart(f"nieuw{next(_NUMMERS)}", "Nieuw", ("Balie",))
    ),
    "Gebruikersbeheer.remove": lambda garage, wie: garage.gebruikersbeheer.remove(wie, _colleague(garage)),
    "Gebruikersbeheer.put_back": lambda garage, wie: garage.gebruikersbeheer.put_back(
        wie, garage.gebruikersbeheer.remove(garage.beheerder, _colleague(garage)).id
    ),
    "Gebruikersbeheer.save_groep": lambda garage, wie: garage.gebruikersbeheer.save_groep(
        wie, None, GroepKaart(f"Groep {next(_NUMMERS)}")
    ),
    "Gebruikersbeheer.remove_groep": lambda garage, wie: garage.gebruikersbeheer.remove_groep(
        wie, garage.gebruikersbeheer.save_groep(garage.beheerder, None, GroepKaart(f"Groep {next(_NUMMERS)}")).naam
    ),
    "Instellingen.shops": lambda garage, wie: garage.instellingen.shops(wie),
    "Instellingen.plaats": lambda garage, wie: garage.instellingen.plaats(wie),
    "Instellingen.load": lambda garage, wie: garage.instellingen.load(wie),
    "Instellingen.save": _save_settings,
    "Instellingen.set_geheim": lambda garage, wie: garage.instellingen.set_geheim(wie, RDW_APP_TOKEN, "oefentoken"),
    "Instellingen.has_geheim": lambda garage, wie: garage.instellingen.has_geheim(wie, RDW_APP_TOKEN),
    "Koppeling.show_code": lambda garage, wie: garage.koppeling.show_code(wie),
    "Koppeling.admit": lambda garage, wie: garage.koppeling.admit(wie, garage.koppeling.show_code(garage.beheerder)),
    "Koppeling.check": lambda garage, wie: garage.koppeling.check(wie),
    "Postbus.stand": lambda garage, wie: garage.postbus.stand(wie),
    "Postbus.send_due": _send_due,
    "Postbus.list": lambda garage, wie: garage.postbus.list(wie),
    "Postbus.attempts": lambda garage, wie: garage.postbus.attempts(wie, 1),
    "Postbus.withdraw": lambda garage, wie: garage.postbus.withdraw(wie, _new_message(garage)),
    "Postbus.retry": lambda garage, wie: garage.postbus.retry(wie, _new_message(garage)),
    "Mails.test": lambda garage, wie: garage.mails.test(wie, "balie@example.com", "Proef", "Proef"),
    "Dagtaken.names": lambda garage, wie: garage.dagtaken.names(wie),
    "Dagtaken.run": lambda garage, wie: garage.dagtaken.run(wie),
    "Dagtaken.run_due": lambda garage, wie: garage.dagtaken.run_due(wie),
    "Dagtaken.begin": lambda garage, wie: garage.dagtaken.begin(wie),
    "Dagtaken.log": lambda garage, wie: garage.dagtaken.log(wie),
    "Dagtaken.failed": lambda garage, wie: garage.dagtaken.failed(wie),
    "Postbus.decide": lambda garage, wie: garage.postbus.decide(
        wie, _new_message(garage, Staat.ONZEKER), Besluit.AANGEKOMEN
    ),
}


@pytest.mark.parametrize("naam", RIJEN)
def test_each_group_may_do_what_the_table_says_and_nothing_else(garage: Garage, naam: str) -> None:
    mag = dict(zip(KOLOMMEN, RIJEN[naam], strict=True))

    assert {groep: _may(garage, naam, groep) for groep in KOLOMMEN} == mag


def _may(garage: Garage, naam: str, groep: str) -> str:
    try:
        AANROEPEN[naam](garage, garage.wie(groep))
    except GeenRecht:
        return "."
    return "x"


@pytest.mark.parametrize("naam", RIJEN)
def test_somebody_without_rights_may_do_nothing(garage: Garage, naam: str) -> None:
    with pytest.raises(GeenRecht):
        AANROEPEN[naam](garage, replace(garage.beheerder, groepen=(), rechten=frozenset()))


def test_every_use_case_and_every_group_stands_in_the_table() -> None:
    methoden = set(_public_methods())

    assert methoden - ZONDER_WIE == set(RIJEN)
    assert methoden - ZONDER_WIE == set(AANROEPEN)
    assert methoden >= ZONDER_WIE
    groepen = set(GROEPEN)
    assert groepen == set(KOLOMMEN)


def test_every_use_case_asks_first_for_whom_it_works() -> None:
    for naam, methode in _public_methods().items():
        eerste = list(inspect.signature(methode).parameters)[1:2]
        assert (eerste == ["wie"]) == (naam not in ZONDER_WIE), naam


def _public_methods() -> dict[str, Callable[..., object]]:
    modules = [
        importlib.import_module(f"werkplaats.usecases.{deel.name}")
        for deel in pkgutil.iter_modules(werkplaats.usecases.__path__)
    ]
    klassen = [
        klasse
        for module in modules
        for klasse in vars(module).values()
        if inspect.isclass(klasse) and klasse.__module__ == module.__name__ and not klasse.__name__.startswith("_")
        # A sender is what the postbus drives: no door ever holds one.
        if klasse is not Verzender and not issubclass(klasse, BasisVerzender)
    ]
    return {
        f"{klasse.__name__}.{naam}": methode
        for klasse in klassen
        for naam, methode in vars(klasse).items()
        if inspect.isfunction(methode) and not naam.startswith("_")
    }
