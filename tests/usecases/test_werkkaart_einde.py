"""Einde Service in a Belgian garage: the report to Car-Pass is there with it, once, and the car does not go unseen."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine, event

from tests.usecases.garage import Garage, moment
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.carpass import MeldingInvoer, Vrijstelling
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.kmstand import KmHerkomst, KmInvoer
from werkplaats.domain.melding import Staat
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, Werkkaart, WerkkaartInvoer
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort
from werkplaats.errors import WerkplaatsError
from werkplaats.services.csvbestand import write_csv
from werkplaats.store.openen import open_store
from werkplaats.usecases.werkkaarten import Werkkaarten

if TYPE_CHECKING:
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store

AUTO = VoertuigKaart(
    kenteken=Kenteken.parse("3-DLM-096", "BE"),
    merk="Renault",
    chassisnummer=Vin("VF1RFB00X62000519"),
    voertuigsoort="Personenauto",
)
REGELS = (
    Regel("a", Regelsoort.PAKKET, "PK-KB", "Pakket kleine beurt"),
    Regel("b", code="OL", omschrijving="Olie", prijs=Bedrag(5000), in_pakket=True, btw_percentage=2100),
    Regel("c", Regelsoort.UREN, omschrijving="Remmen ontluchten", prijs=Bedrag(8450), btw_percentage=2100),
)
DAG = date(2026, 11, 24)
PUNTEN = 8
INVOER = WerkkaartInvoer(km_stand=124_906, regels=REGELS)


@pytest.fixture
def garage(store: Store, klok: VasteKlok) -> Garage:
    """A Belgian garage on a Tuesday morning, on either database."""
    klok.moment = moment(2026, 11, 24)
    garage = Garage(store, klok)
    garage.configure(land="BE", carpass_btw="BE 0123.456.749", carpass_gebruiker="2000000141")
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "geheim")
    return garage


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car(AUTO).id


def _inside(garage: Garage, auto: int, invoer: WerkkaartInvoer = INVOER) -> Werkkaart:
    return garage.werkkaarten.make(garage.balie, auto, invoer, KaartStaat.BINNEN)


def test_the_report_is_there_with_what_the_card_tells(garage: Garage, auto: int) -> None:
    einde = garage.werkkaarten.einde_service(garage.balie, _inside(garage, auto).id)
    assert einde.melding_id is not None
    melding = garage.carpass.look(garage.balie, einde.melding_id).melding
    assert melding is not None
    assert (melding.staat, melding.werkkaart_id, melding.invoer.stand) == (Staat.CONCEPT, einde.kaart.id, 124_906)
    assert (melding.invoer.vin, melding.invoer.regels) == ("VF1RFB00X62000519", ("Olie", "Remmen ontluchten"))
    assert melding.invoer.omschrijving == "Pakket kleine beurt, Remmen ontluchten"


@pytest.mark.parametrize("wijze", ["twee keer", "staat", "heropend"])
def test_however_the_work_is_closed_there_is_one_report(garage: Garage, auto: int, wijze: str) -> None:
    kaart, kaarten, wie = _inside(garage, auto), garage.werkkaarten, garage.balie
    kaarten.set_staat(wie, kaart.id, KaartStaat.KLAAR)
    if wijze == "heropend":
        kaarten.set_staat(wie, kaart.id, KaartStaat.IN_UITVOERING)
    if wijze != "staat":
        kaarten.einde_service(wie, kaart.id)
    (melding,) = garage.carpass.van_voertuig(wie, auto)
    assert (melding.staat, melding.werkkaart_id) == (Staat.CONCEPT, kaart.id)


def test_an_early_report_of_the_same_visit_is_recognised(garage: Garage, auto: int) -> None:
    vroeg = garage.carpass.keep(garage.balie, auto, MeldingInvoer(124_900, DAG, "VF1RFB00X62000519"))
    einde = garage.werkkaarten.einde_service(garage.balie, _inside(garage, auto).id)
    assert einde.melding_id == vroeg.id
    (melding,) = garage.carpass.van_voertuig(garage.balie, auto)
    assert (melding.werkkaart_id, melding.invoer.stand) == (einde.kaart.id, 124_900)


def test_both_readings_are_kept_and_neither_makes_the_other_odd(garage: Garage, auto: int) -> None:
    kaart = _inside(garage, auto)
    invoer = KmInvoer(142_906, DAG, herkomst=KmHerkomst.MONTEUR, opmerking=kaart.nummer)
    garage.kmstanden.add(garage.balie, auto, invoer)
    einde = garage.werkkaarten.einde_service(garage.balie, kaart.id)
    assert einde.melding_id is not None
    blik = garage.carpass.look(garage.balie, einde.melding_id)
    assert blik.melding is not None
    assert blik.melding.monteur is not None
    assert (blik.melding.invoer.stand, blik.melding.monteur.stand) == (124_906, 142_906)
    assert garage.carpass.check(garage.balie, blik.invoer, blik) == ()
    standen = {meting.km for meting in garage.kmstanden.van_voertuig(garage.balie, auto)}
    assert standen == {124_906, 142_906}


def test_what_the_mechanic_read_stands_ready_where_the_counter_typed_nothing(garage: Garage, auto: int) -> None:
    kaart = _inside(garage, auto, replace(INVOER, km_stand=None))
    invoer = KmInvoer(142_906, DAG, herkomst=KmHerkomst.MONTEUR, opmerking=kaart.nummer)
    garage.kmstanden.add(garage.balie, auto, invoer)
    einde = garage.werkkaarten.einde_service(garage.balie, kaart.id)
    assert einde.melding_id is not None
    assert garage.carpass.look(garage.balie, einde.melding_id).invoer.stand == 142_906


def test_nothing_about_the_report_keeps_the_work_from_closing(garage: Garage) -> None:
    garage.configure(carpass_btw="", carpass_gebruiker="")
    kaart = _inside(
        garage,
        garage.new_car(VoertuigKaart(kenteken=Kenteken.parse("1-ABC-123", "BE"))).id,
        WerkkaartInvoer(km_stand=0),
    )
    assert garage.werkkaarten.einde_service(garage.balie, kaart.id).kaart.staat is KaartStaat.KLAAR


@pytest.mark.parametrize("soort", ["Aanhangwagen", "Motorfiets"])
def test_a_class_that_is_not_reported_makes_no_report(garage: Garage, soort: str) -> None:
    kaart = _inside(garage, garage.new_car(replace(AUTO, kenteken=None, voertuigsoort=soort)).id)
    assert garage.werkkaarten.einde_service(garage.balie, kaart.id).melding_id is None


def test_a_dutch_garage_makes_none(garage: Garage, auto: int) -> None:
    garage.configure(land="NL")
    assert garage.werkkaarten.einde_service(garage.balie, _inside(garage, auto).id).melding_id is None


def test_the_car_is_not_handed_out_unseen_with_an_open_report(garage: Garage, auto: int) -> None:
    kaarten, wie = garage.werkkaarten, garage.balie
    einde = kaarten.einde_service(wie, _inside(garage, auto).id)
    with pytest.raises(WerkplaatsError, match="MELDING_OPEN"):
        kaarten.set_staat(wie, einde.kaart.id, KaartStaat.OPGEHAALD)
    assert kaarten.load(wie, einde.kaart.id).staat is KaartStaat.KLAAR
    assert kaarten.open_melding(wie, einde.kaart.id) == einde.melding_id
    weg = kaarten.set_staat(wie, einde.kaart.id, KaartStaat.OPGEHAALD, zonder_melding=True)
    assert weg.staat is KaartStaat.OPGEHAALD


def test_with_a_report_that_was_decided_the_car_goes(garage: Garage, auto: int) -> None:
    kaarten, wie = garage.werkkaarten, garage.balie
    einde = kaarten.einde_service(wie, _inside(garage, auto).id)
    assert einde.melding_id is not None
    melding = garage.carpass.look(wie, einde.melding_id).melding
    assert melding is not None
    garage.carpass.exempt(wie, melding.id, melding.versie, Vrijstelling.VOERTUIGSOORT)
    assert kaarten.open_melding(wie, einde.kaart.id) is None
    assert kaarten.set_staat(wie, einde.kaart.id, KaartStaat.OPGEHAALD).staat is KaartStaat.OPGEHAALD


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes as Unix does")
def test_a_process_killed_anywhere_in_it_leaves_the_concept_or_nothing(
    garage: Garage, database_url: str, klok: VasteKlok
) -> None:
    alles = _statements(garage, garage.new_car(replace(AUTO, kenteken=None)).id)
    assert alles > PUNTEN
    gezien = set()
    # The last two are of a process that dies when all of it is there, before anybody pressed Versturen.
    for nummer in (*(1 + plek * alles // PUNTEN for plek in range(PUNTEN)), alles + 1, alles + 1):
        auto = garage.new_car(replace(AUTO, kenteken=None, chassisnummer=Vin(f"VF1RFB00X62{nummer:06}"))).id
        kaart = _inside(garage, auto)
        kind = os.fork()
        if not kind:
            _end_and_die(partial(_killed_at, database_url, klok, garage.balie, kaart.id, nummer))
        os.waitpid(kind, 0)
        klaar = garage.werkkaarten.load(garage.balie, kaart.id).staat is KaartStaat.KLAAR
        meldingen = [een.staat for een in garage.carpass.van_voertuig(garage.balie, auto)]
        standen = [een.km for een in garage.kmstanden.van_voertuig(garage.balie, auto)]
        assert (meldingen, standen) == (([Staat.CONCEPT], [124_906]) if klaar else ([], []))
        gezien.add(klaar)
    assert gezien == {True, False}


def _statements(garage: Garage, auto: int) -> int:
    """How many statements an Einde Service is."""
    kaart = _inside(garage, auto)
    geteld: list[None] = []

    def count(*_args: object) -> None:
        geteld.append(None)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        garage.werkkaarten.einde_service(garage.balie, kaart.id)
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    return len(geteld)


def _end_and_die(call: partial[None]) -> None:
    # Whatever happens, the child ends here: it may not return into the test run of its parent.
    try:
        call()
    finally:
        os._exit(0)


def _killed_at(url: str, klok: VasteKlok, wie: Wie, kaart_id: int, nummer: int) -> None:
    """Closes the work of a card, and dies before its statement of this number, or when all of it is there."""
    store = open_store(url, klok)
    geteld: list[None] = []

    def count(*_args: object) -> None:
        geteld.append(None)
        if len(geteld) == nummer:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    Werkkaarten(store, write_csv).einde_service(wie, kaart_id)
    os.kill(os.getpid(), signal.SIGKILL)
