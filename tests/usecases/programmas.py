"""Werkplaats in processes of their own, against a Car-Pass of ours: each works on until it ends or is killed."""

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
from typing import TYPE_CHECKING

from sqlalchemy import Engine, event, select

from tests.usecases.noodweer import DOOD, KIND
from tests.usecases.ontvanger import let_pass
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.melding import Daad, Staat, may
from werkplaats.domain.moment import Moment
from werkplaats.domain.postbus import Staat as BerichtStaat
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.domain.werkkaart_regel import Regel
from werkplaats.errors import WerkplaatsError
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
    from collections.abc import Callable

    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store

ONGEDULD = 0.4
"""Seconds that a program waits for an answer in a storm, where late answers are part of it."""

_KAART, _MELDING, _UITGAAND = tabel(WerkkaartRij), tabel(MeldingRij), tabel(UitgaandRij)


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
    """What becomes of one program: it dies at a statement to the database, at a call to Car-Pass, or not at all.

    ``geduld`` is how many seconds it waits for an answer.
    """

    zaad: int
    opdracht: int = 0
    vraag: str = ""
    adres: str = ""
    geduld: float = 5.0


class Programma:
    """Werkplaats as it runs in a process of its own: its doors on the database, and somebody who presses on."""

    def __init__(self, url: str, garage: Garage, adres: str, lot: Lot) -> None:
        self._toeval = random.Random(lot.zaad)
        self.wie: Wie = replace(garage.balie, naam=f"Bram {lot.zaad % 7}", werkplek=f"balie-{os.getpid()}")
        self.store = open_store(url, garage.klok)
        self._client = make_client(lot.adres or adres, lot.geduld)
        self._client.headers.update({KIND: str(os.getpid()), DOOD: lot.vraag})
        dienst = CarPassService(self._client)
        self.werkkaarten = Werkkaarten(self.store, write_csv)
        self.carpass = CarPass(self.store, garage.kluis, dienst, garage.klok)
        self.postbus = Postbus(self.store, garage.kluis, carpass_verzenders(dienst))

    def close(self) -> None:
        """Ends it in peace."""
        self._client.close()
        self.store.close()

    def work(self) -> None:
        """Ends services, decides about reports, sends, and asks after them, until nothing is left to do now."""
        daden: list[Callable[[], None]] = [self._end_services, self._decide, self.send, self.ask]
        for _beurt in range(3):
            self._toeval.shuffle(daden)
            for daad in daden:
                daad()

    def send(self) -> None:
        """Sends what may go now."""
        self.postbus.send_due(self.wie)

    def ask(self) -> None:
        """Asks after the reports."""
        self.carpass.poll(self.wie)

    def _end_services(self) -> None:
        for kaart_id in self._some(open_cards(self.store)):
            einde = self.werkkaarten.einde_service(self.wie, kaart_id)
            assert einde.melding_id is not None

    def _decide(self) -> None:
        for melding_id in self._some(waiting_for_person(self.store)):
            # A colleague may have been there first, or Car-Pass answered: then there is nothing to decide any more.
            with suppress(WerkplaatsError):
                self._decide_about(melding_id)

    def _decide_about(self, melding_id: int) -> None:
        melding = self.carpass.look(self.wie, melding_id).melding
        assert melding is not None
        if melding.staat is Staat.CONCEPT and self._toeval.random() < 0.2:
            self.carpass.postpone(self.wie, melding.id, melding.versie, melding.invoer)
        elif melding.may_confirm and self._toeval.random() < 0.5:
            issue = next(een for een in melding.issues if een.bevestigbaar)
            self.carpass.confirm(self.wie, melding.id, melding.versie, issue.issue_id)
        else:
            stand = (melding.invoer.stand or 0) + (7 if melding.staat is Staat.ANOMALIE else 0)
            self.carpass.submit(self.wie, melding.id, melding.versie, replace(melding.invoer, stand=stand))

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
        self.einden.update([ended(kind) for kind in [self._start(lot, doe) for lot in loten]])

    def _start(self, lot: Lot, doe: Callable[[Programma], object]) -> int:
        def live() -> None:
            die_at_statement(lot.opdracht)
            doe(Programma(self._url, self._garage, self._adres, lot))

        return in_child(live)


def in_child(call: Callable[[], object]) -> int:
    """Makes a call in a process of its own, and gives the number of that."""
    kind = os.fork()
    if kind:
        return kind
    # Whatever happens, the child ends here: it may not return into the test run of its parent.
    try:
        call()
        os._exit(0)
    finally:
        traceback.print_exc(file=sys.__stderr__)
        os._exit(1)


def ended(kind: int) -> str:
    """Waits for a process: how it ended, ``klaar`` or ``gedood``; fails for one that fell over."""
    _kind, status = os.waitpid(kind, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return "gedood"
    assert os.WEXITSTATUS(status) == 0, "a program fell over: see what it wrote"
    return "klaar"


def die() -> None:
    """Ends this process as kill -9 does."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_statement(nummer: int) -> None:
    """From now on this process dies before its statement to a database of this number; 0: it does not."""
    if not nummer:
        return
    gedaan = 0

    def count(*_args: object) -> None:
        nonlocal gedaan
        gedaan += 1
        if gedaan == nummer:
            die()

    event.listen(Engine, "before_cursor_execute", count)


def pass_time(garage: Garage, minutes: float) -> None:
    """A while goes by, for who sends and for who asks."""
    let_pass(garage.store, garage.balie, garage.klok, minutes=minutes)
    if not garage.store.embedded:
        garage.klok.moment = Moment(garage.klok.moment.utc + timedelta(minutes=minutes))
