"""Many reports against a Car-Pass that fails in every way, by programs that are killed: each arrives once, or in doubt.

``WERKPLAATS_MELDINGEN=1000 pytest tests/usecases/test_carpass_storm.py`` does it for as many as the promise says.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import traceback
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from sqlalchemy import Engine, event, select

from tests.usecases.garage import Garage, moment
from tests.usecases.noodweer import DOOD, KIND, NA, TIJDENS, VOOR, Noodweer
from tests.usecases.ontvanger import let_pass
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.melding import Daad, Staat, may
from werkplaats.domain.moment import Moment
from werkplaats.domain.postbus import Staat as BerichtStaat
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.domain.werkkaart_regel import Regel
from werkplaats.errors import WerkplaatsError
from werkplaats.sandbox.server import Standin
from werkplaats.services.carpass import CarPassService
from werkplaats.services.csvbestand import write_csv
from werkplaats.services.http import make_client
from werkplaats.store.openen import open_store
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.melding import MeldingRij
from werkplaats.store.rows.postbus import UitgaandRij
from werkplaats.store.rows.werkkaart import WerkkaartRij
from werkplaats.usecases.carpass import CarPass
from werkplaats.usecases.carpass_berichten import carpass_verzenders
from werkplaats.usecases.postbus import Postbus
from werkplaats.usecases.werkkaarten import Werkkaarten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from werkplaats.domain.melding import Melding
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes as Unix does")

MELDINGEN = int(os.environ.get("WERKPLAATS_MELDINGEN", "24"))
WACHTWOORD = "wachtwoord-van-de-storm"
GEDULD, LAAT = 0.4, 0.6
"""Seconds that a program waits for an answer, and after which a late one comes."""

KANS = 0.3
TEGELIJK = 2
"""How many programs work on the database at once."""

EINDEN = ("19", "19", "19", "19", "A1", "A2", "A3", "D1", "R1")
"""The ends of the chassis numbers: most are good, some odd, some wait, some are refused."""

_KAART, _MELDING, _UITGAAND = tabel(WerkkaartRij), tabel(MeldingRij), tabel(UitgaandRij)


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


def chassis(nummer: int, einde: str) -> Vin:
    return Vin(f"VF1RFB00X6{nummer:05}{einde}")


def card(garage: Garage, nummer: int, einde: str = "19") -> int:
    """A car in the workshop, with its work done: what remains is Einde Service."""
    km = 120_001 + nummer if einde != "A3" else 120_000
    auto = garage.new_car(
        VoertuigKaart(
            kenteken=Kenteken.parse(f"1-STO-{nummer:03}", "BE") if nummer < 1000 else None,
            merk="Renault",
            chassisnummer=chassis(nummer, einde),
            voertuigsoort="Personenauto",
        )
    )
    invoer = WerkkaartInvoer(km_stand=km, regels=(Regel("a", code="OL", omschrijving="Olie"),))
    return garage.werkkaarten.make(garage.balie, auto.id, invoer, KaartStaat.BINNEN).id


@dataclass(frozen=True)
class Lot:
    """What becomes of one program: it dies at a statement to the database, at a call to Car-Pass, or not at all."""

    zaad: int
    opdracht: int = 0
    vraag: str = ""
    adres: str = ""


class Programma:
    """Werkplaats as it runs in a process of its own: its doors on the database, and somebody who presses on."""

    def __init__(self, url: str, garage: Garage, adres: str, lot: Lot) -> None:
        self._toeval = random.Random(lot.zaad)
        self._wie: Wie = replace(garage.balie, naam=f"Bram {lot.zaad % 7}", werkplek=f"balie-{os.getpid()}")
        self.store = open_store(url, garage.klok)
        client = make_client(lot.adres or adres, GEDULD)
        client.headers.update({KIND: str(os.getpid()), DOOD: lot.vraag})
        dienst = CarPassService(client)
        self.werkkaarten = Werkkaarten(self.store, write_csv)
        self.carpass = CarPass(self.store, garage.kluis, dienst, garage.klok)
        self.postbus = Postbus(self.store, garage.kluis, carpass_verzenders(dienst))

    def work(self) -> None:
        """Ends services, decides about reports, sends, and asks after them, until nothing is left to do now."""
        daden: list[Callable[[], None]] = [self._end_services, self._decide, self._send, self._ask]
        for _beurt in range(3):
            self._toeval.shuffle(daden)
            for daad in daden:
                daad()

    def _send(self) -> None:
        self.postbus.send_due(self._wie)

    def _ask(self) -> None:
        self.carpass.poll(self._wie)

    def _end_services(self) -> None:
        for kaart_id in self._some(open_cards(self.store)):
            einde = self.werkkaarten.einde_service(self._wie, kaart_id)
            assert einde.melding_id is not None

    def _decide(self) -> None:
        for melding_id in self._some(waiting_for_person(self.store)):
            # A colleague may have been there first, or Car-Pass answered: then there is nothing to decide any more.
            with suppress(WerkplaatsError):
                self._decide_about(melding_id)

    def _decide_about(self, melding_id: int) -> None:
        melding = self.carpass.look(self._wie, melding_id).melding
        assert melding is not None
        if melding.staat is Staat.CONCEPT and self._toeval.random() < 0.2:
            self.carpass.postpone(self._wie, melding.id, melding.versie, melding.invoer)
        elif melding.may_confirm and self._toeval.random() < 0.5:
            issue = next(een for een in melding.issues if een.bevestigbaar)
            self.carpass.confirm(self._wie, melding.id, melding.versie, issue.issue_id)
        else:
            stand = (melding.invoer.stand or 0) + (7 if melding.staat is Staat.ANOMALIE else 0)
            self.carpass.submit(self._wie, melding.id, melding.versie, replace(melding.invoer, stand=stand))

    def _some(self, nummers: list[int]) -> list[int]:
        self._toeval.shuffle(nummers)
        return nummers[: self._toeval.randrange(1, 30)]


def open_cards(store: Store) -> list[int]:
    """The cards whose Einde Service is still to come."""
    with store.read() as lezing:
        gevraagd = select(_KAART.c.id).where(_KAART.c.staat != KaartStaat.KLAAR.value)
        return list(lezing.verbinding.execute(gevraagd).scalars())


def waiting_for_person(store: Store) -> list[int]:
    """The reports that a person can bring further; one in doubt stays so in these tests."""
    staten = [staat for staat in Staat if may(staat, Daad.VERSTUREN) and staat is not Staat.ONZEKER]
    # Refused for good (a guid, and nothing to correct) is the end of it too.
    gevraagd = select(_MELDING.c.id).where(
        _MELDING.c.staat.in_(staten), (_MELDING.c.staat != Staat.GEWEIGERD) | (_MELDING.c.guid == "")
    )
    with store.read() as lezing:
        return list(lezing.verbinding.execute(gevraagd).scalars())


def on_their_way(store: Store) -> bool:
    """Whether anything waits to be sent or to be answered."""
    onderweg = (Staat.TE_VERSTUREN, Staat.VERSTUURD, Staat.WACHT_OP_DIV, Staat.ONBEKEND)
    berichten = select(_UITGAAND.c.id).where(_UITGAAND.c.staat.in_([BerichtStaat.WACHT, BerichtStaat.BEZIG]))
    meldingen = select(_MELDING.c.id).where(_MELDING.c.staat.in_(onderweg))
    with store.read() as lezing:
        return any(lezing.verbinding.execute(een.limit(1)).first() for een in (berichten, meldingen))


class Kinderen:
    """Runs programs in processes of their own and keeps count of how they ended."""

    def __init__(self, url: str, garage: Garage, adres: str) -> None:
        self._url, self._garage, self._adres = url, garage, adres
        self.einden: Counter[str] = Counter()

    def run(self, *loten: Lot, doe: Callable[[Programma], object] = Programma.work) -> None:
        """Runs these at once, and waits until all have ended or were killed; fails for one that fell over."""
        for kind in [self._start(lot, doe) for lot in loten]:
            _kind, status = os.waitpid(kind, 0)
            einde = "gedood" if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL else "klaar"
            assert einde == "gedood" or os.WEXITSTATUS(status) == 0, "a program fell over: see what it wrote"
            self.einden[einde] += 1

    def _start(self, lot: Lot, doe: Callable[[Programma], object]) -> int:
        kind = os.fork()
        if kind:
            return kind
        # Whatever happens, the child ends here: it may not return into the test run of its parent.
        try:
            _die_at_statement(lot.opdracht)
            doe(Programma(self._url, self._garage, self._adres, lot))
            os._exit(0)
        finally:
            traceback.print_exc(file=sys.__stderr__)
            os._exit(1)


def _die_at_statement(nummer: int) -> None:
    if not nummer:
        return
    gedaan = 0

    def count(*_args: object) -> None:
        nonlocal gedaan
        gedaan += 1
        if gedaan == nummer:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)


class Voorzienigheid:
    """Draws what becomes of each program."""

    def __init__(self, toeval: random.Random, adres: str) -> None:
        self._toeval, self._adres = toeval, adres

    def draw(self) -> Lot:
        """Most die at a statement or at a call; a few find no Car-Pass, or one whose certificate is worth nothing."""
        toeval = self._toeval
        zaad, lot = toeval.randrange(2**32), toeval.random()
        if lot < 0.45:
            return Lot(zaad, opdracht=toeval.randrange(1, 500))
        if lot < 0.85:
            return Lot(zaad, vraag=f"{toeval.randrange(1, 12)} {toeval.choice((VOOR, TIJDENS, NA))}")
        if lot < 0.90:
            return Lot(zaad, adres="http://127.0.0.1:9/api")
        if lot < 0.95:
            return Lot(zaad, adres=self._adres.replace("http:", "https:"))
        return Lot(zaad)


@pytest.mark.timeout(3600 if MELDINGEN > 100 else 180)
def test_each_report_arrives_once_or_stands_in_doubt(
    garage: Garage, database_url: str, noodweer: Noodweer, adres: str
) -> None:
    toeval = random.Random(f"{MELDINGEN}{garage.store.embedded}")
    chassisnummers = {nummer: EINDEN[nummer % len(EINDEN)] for nummer in range(MELDINGEN)}
    kaarten = {card(garage, nummer, einde): nummer for nummer, einde in chassisnummers.items()}
    kinderen, lot = Kinderen(database_url, garage, adres), Voorzienigheid(toeval, adres)

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
    assert kinderen.einden["gedood"] > MELDINGEN // 10, "that was no storm"
    assert sum(een.staat is Staat.AANVAARD for een in meldingen.values()) > MELDINGEN // 2, "only doubt came of it"


def pass_time(garage: Garage, minutes: float) -> None:
    """A while goes by, for who sends and for who asks."""
    let_pass(garage.store, garage.balie, garage.klok, minutes=minutes)
    if not garage.store.embedded:
        garage.klok.moment = Moment(garage.klok.moment.utc + timedelta(minutes=minutes))


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
