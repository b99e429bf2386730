"""Many reports against a Car-Pass that fails in every way, by programs that are killed: each arrives once, or in doubt.

``WERKPLAATS_MELDINGEN=1000 pytest tests/usecases/test_carpass_storm.py`` does it for as many as the promise says.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest
from sqlalchemy import select

from tests.usecases.garage import Garage, moment
from tests.usecases.noodweer import NA, TIJDENS, VOOR, Noodweer
from tests.usecases.programmas import (
    ONGEDULD,
    Kinderen,
    Lot,
    Programma,
    card,
    chassis,
    die,
    on_their_way,
    open_cards,
    pass_time,
    waiting_for_person,
)
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.melding import Staat
from werkplaats.domain.postbus import Staat as BerichtStaat
from werkplaats.sandbox.server import Standin
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.postbus import UitgaandRij

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.melding import Melding
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.store.opslag import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes as Unix does")

MELDINGEN = int(os.environ.get("WERKPLAATS_MELDINGEN", "12"))
WACHTWOORD = "wachtwoord-van-de-storm"
LAAT = 0.6
"""Seconds before a late answer comes: longer than a program waits."""

KANS = 0.3
TEGELIJK = 2
"""How many programs work on the database at once."""

EINDEN = ("19", "19", "19", "19", "A1", "A2", "A3", "D1", "R1")
"""The ends of the chassis numbers: most are good, some odd, some wait, some are refused."""

_UITGAAND = tabel(UitgaandRij)


@pytest.fixture
def garage(store: Store, klok: VasteKlok) -> Garage:
    """A Belgian garage on a Tuesday morning, on either database."""
    klok.moment = moment(2026, 11, 24, 6)
    garage = Garage(store, klok)
    garage.configure(land="BE", carpass_btw="BE 0123.456.749", carpass_gebruiker="2000000141")
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, WACHTWOORD)
    return garage


@pytest.fixture
def noodweer(klok: VasteKlok) -> Noodweer:
    """Car-Pass; calm until a test lets it rage."""
    return Noodweer(klok, random.Random(MELDINGEN), 0.0, LAAT)


@pytest.fixture
def adres(noodweer: Noodweer) -> Iterator[str]:
    """Where Car-Pass answers."""
    with Standin(noodweer, noodweer.stop.set) as standin:
        yield f"{standin.address}/api"


@pytest.fixture
def kinderen(garage: Garage, database_url: str, adres: str) -> Kinderen:
    """Programs in processes of their own."""
    return Kinderen(database_url, garage, adres)


@pytest.fixture
def programma(garage: Garage, database_url: str, adres: str) -> Iterator[Programma]:
    """The program at another desk, which nobody kills."""
    programma = Programma(database_url, garage, adres, Lot(0))
    yield programma
    programma.close()


class Voorzienigheid:
    """Draws what becomes of each program."""

    def __init__(self, toeval: random.Random, adres: str) -> None:
        self._toeval, self._adres = toeval, adres

    def draw(self) -> Lot:
        """Most die at a statement or at a call; a few find no Car-Pass, or one whose certificate is worth nothing."""
        toeval = self._toeval
        lot, kans = Lot(toeval.randrange(2**32), geduld=ONGEDULD), toeval.random()
        if kans < 0.45:
            return replace(lot, opdracht=toeval.randrange(1, 500))
        if kans < 0.85:
            return replace(lot, vraag=f"{toeval.randrange(1, 12)} {toeval.choice((VOOR, TIJDENS, NA))}")
        if kans < 0.90:
            return replace(lot, adres="http://127.0.0.1:9/api")
        return replace(lot, adres=self._adres.replace("http:", "https:")) if kans < 0.95 else lot


@pytest.mark.timeout(3600 if MELDINGEN > 100 else 180)
def test_each_report_arrives_once_or_stands_in_doubt(
    garage: Garage, kinderen: Kinderen, noodweer: Noodweer, adres: str
) -> None:
    toeval = random.Random(f"{MELDINGEN}{garage.store.embedded}")
    chassisnummers = {nummer: EINDEN[nummer % len(EINDEN)] for nummer in range(MELDINGEN)}
    kaarten = {card(garage, nummer, einde): nummer for nummer, einde in chassisnummers.items()}
    lot = Voorzienigheid(toeval, adres)

    rondes, store = 0, garage.store
    while open_cards(store) or waiting_for_person(store) or on_their_way(store):
        rondes += 1
        woedt = rondes < 3 * MELDINGEN
        noodweer.kans = KANS if woedt else 0.0
        kinderen.run(*(lot.draw() if woedt else Lot(rondes) for _een in range(TEGELIJK)))
        pass_time(garage, toeval.choice((1, 3, 11)))
        if rondes % 5 == 0:
            # After a refused password nothing goes until somebody looks at the settings.
            garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, WACHTWOORD)

    meldingen = {kaarten[cast("int", een.werkkaart_id)]: een for een in all_reports(garage, list(kaarten))}
    assert set(meldingen) == set(chassisnummers), "a duty was forgotten"
    for nummer, melding in meldingen.items():
        _compare(noodweer, melding, chassis(nummer, chassisnummers[nummer]).tekst)
    _check_badge(garage, list(meldingen.values()))
    _check_attempts(garage)
    print(  # noqa: T201 - the figures of the storm, for who runs it with -s
        f"\n{MELDINGEN} meldingen, {rondes} rondes, {dict(kinderen.einden)}, "
        f"{dict(Counter(een.staat.value for een in meldingen.values()))}, storingen {dict(noodweer.gegeven)}"
    )
    assert kinderen.einden["gedood"] > MELDINGEN // 20, "that was no storm"
    assert sum(een.staat is Staat.AANVAARD for een in meldingen.values()) > MELDINGEN // 4, "only doubt came of it"


def all_reports(garage: Garage, kaarten: list[int]) -> list[Melding]:
    """The reports of these cards: one each."""
    with garage.store.read() as lezing:
        nummers = [lezing.meldingen.of_werkkaart(kaart) for kaart in kaarten]
        assert {len(een) for een in nummers} == {1}, "a card has no report, or two"
        return [lezing.meldingen.get(een[0]) for een in nummers]


def _compare(noodweer: Noodweer, melding: Melding, vin: str) -> None:
    """Lays our books beside those of Car-Pass."""
    daar = [een for een in noodweer.register.observations if een.vin == vin]
    assert len(daar) <= 1, f"{vin} was reported twice"
    if melding.staat is Staat.ONZEKER:
        return
    (een,) = daar
    assert melding.guid == een.guid
    if melding.staat is Staat.GEWEIGERD:
        assert een.end == "R1"
        return
    assert melding.staat is Staat.AANVAARD, melding.staat
    assert een.accepted, "it says accepted, and Car-Pass did not accept it"
    assert melding.km == een.km
    assert melding.omschrijving_staat == "verzonden"
    assert een.description is not None


def _check_badge(garage: Garage, meldingen: list[Melding]) -> None:
    """What is not accepted asks for a person; what is accepted stands with its car, once."""
    assert garage.carpass.badge(garage.balie) == sum(een.staat is not Staat.AANVAARD for een in meldingen)
    for een in meldingen:
        standen = [stand.km for stand in garage.kmstanden.van_voertuig(garage.balie, een.kop.voertuig_id)]
        assert len(standen) == len(set(standen))
        assert een.staat is not Staat.AANVAARD or een.km in standen


def _check_attempts(garage: Garage) -> None:
    """Every attempt is kept, with its end, without the password, and none is a fault of our own."""
    with garage.store.read() as lezing:
        berichten = lezing.verbinding.execute(select(_UITGAAND.c.id, _UITGAAND.c.pogingen, _UITGAAND.c.staat)).all()
        for nummer, aantal, staat in berichten:
            pogingen = lezing.postbus.attempts(nummer)
            assert len(pogingen) == aantal, "an attempt is gone"
            for poging in pogingen:
                assert poging.klaar_op is not None
                assert poging.gevolg
                assert WACHTWOORD not in f"{poging.inhoud}{poging.antwoord}{poging.params}"
                assert poging.reden != "FOUT_IN_PROGRAMMA"
            assert staat != BerichtStaat.INGETROKKEN


# Killed at a place of one's choice.


def test_killed_between_einde_service_and_versturen_the_duty_stays(
    garage: Garage, kinderen: Kinderen, programma: Programma, noodweer: Noodweer
) -> None:
    kaart = card(garage, 1)

    def end_and_die(kind: Programma) -> None:
        kind.werkkaarten.einde_service(kind.wie, kaart)
        die()

    kinderen.run(Lot(1), doe=end_and_die)

    assert kinderen.einden["gedood"] == 1
    assert garage.carpass.badge(garage.balie) == 1
    (melding,) = all_reports(garage, [kaart])
    assert (melding.staat, melding.km) == (Staat.CONCEPT, 120_002)
    assert garage.werkkaarten.einde_service(garage.balie, kaart).melding_id == melding.id
    garage.carpass.submit(garage.balie, melding.id, melding.versie, melding.invoer)
    assert _settle(garage, programma, melding).staat is Staat.AANVAARD
    assert noodweer.gemeld == {chassis(1, "19").tekst: 1}


def _killed_while_sending(kinderen: Kinderen, moment_: str, keer: int = 1) -> None:
    """Sends in a process that dies at its first or second message: at the call, or with the answer in its hand."""

    def send(kind: Programma) -> None:
        answer, te_gaan = kind.postbus._answer, iter(range(keer - 1))

        def answer_or_die(*alles: Any) -> None:
            return die() if next(te_gaan, None) is None else answer(*alles)

        if moment_ == ANTWOORD:
            setattr(kind.postbus, "_answer", answer_or_die)  # noqa: B010 - the place where it dies has no door
        kind.send()

    kinderen.run(Lot(1, vraag=f"{keer} {moment_}"), doe=send)
    assert kinderen.einden["gedood"] == 1


def _settle(garage: Garage, programma: Programma, melding: Melding) -> Melding:
    """What the program next door makes of it, some minutes later."""
    for _keer in range(3):
        pass_time(garage, 3)
        programma.send()
        programma.ask()
    with garage.store.read() as lezing:
        return lezing.meldingen.get(melding.id)


ANTWOORD = "met het antwoord"
MOMENTEN = [VOOR, TIJDENS, ANTWOORD]


@pytest.mark.parametrize("moment_", MOMENTEN)
def test_killed_between_sending_and_answer_a_person_decides_and_it_counts_once(
    garage: Garage, kinderen: Kinderen, programma: Programma, noodweer: Noodweer, moment_: str
) -> None:
    melding = _sent(garage, card(garage, 1))
    _killed_while_sending(kinderen, moment_)
    kwam = int(moment_ != VOOR)

    onzeker = _settle(garage, programma, melding)

    assert (onzeker.staat, onzeker.toelichting) == (Staat.ONZEKER, "POSTBUS_AFZENDER_WEG")
    assert garage.carpass.badge(garage.balie) == 1
    assert noodweer.gemeld.total() == kwam
    garage.carpass.decide(garage.balie, melding.id, onzeker.versie, aangekomen=False)
    assert _settle(garage, programma, melding).staat is Staat.AANVAARD
    dubbel = [een for een in noodweer.register.observations if een.issues]
    assert (len(noodweer.register.observations), len(dubbel)) == (1 + kwam, kwam)


@pytest.mark.parametrize("moment_", [TIJDENS, ANTWOORD])
@pytest.mark.parametrize("wat", ["verbetering", "bevestiging", "omschrijving"])
def test_what_follows_a_report_goes_again_by_itself_and_counts_once(
    garage: Garage, kinderen: Kinderen, programma: Programma, noodweer: Noodweer, wat: str, moment_: str
) -> None:
    melding = _sent(garage, card(garage, 1, "19" if wat == "omschrijving" else "A2"))
    if wat != "omschrijving":
        melding = _settle(garage, programma, melding)
        _answer_anomaly(garage, melding, wat)
    _killed_while_sending(kinderen, moment_, keer=2 if wat == "omschrijving" else 1)

    klaar = _settle(garage, programma, melding)

    assert (klaar.staat, klaar.omschrijving_staat) == (Staat.AANVAARD, "verzonden")
    (een,) = noodweer.register.observations
    assert (een.accepted, een.km) == (True, klaar.km)
    assert een.description is not None
    assert (len(een.confirmed) == 1) is (wat == "bevestiging")


def _sent(garage: Garage, kaart: int) -> Melding:
    """A report that waits in the postbus."""
    melding_id = garage.werkkaarten.einde_service(garage.balie, kaart).melding_id
    assert melding_id is not None
    melding = garage.carpass.look(garage.balie, melding_id).melding
    assert melding is not None
    return garage.carpass.submit(garage.balie, melding.id, melding.versie, melding.invoer)


def _answer_anomaly(garage: Garage, melding: Melding, wat: str) -> None:
    assert melding.staat is Staat.ANOMALIE
    if wat == "bevestiging":
        garage.carpass.confirm(garage.balie, melding.id, melding.versie, melding.issues[0].issue_id)
    else:
        invoer = replace(melding.invoer, stand=140_001)
        garage.carpass.submit(garage.balie, melding.id, melding.versie, invoer)
