"""A morning at two workstations whose processes are killed at random, against a PON that fails: each car once.

``WERKPLAATS_OCHTEND=500 pytest tests/usecases/test_pon_ochtendstorm.py`` does it for as many as the promise says.
"""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

import pytest
from aiosmtpd.controller import Controller

from tests.usecases.garage import Garage, moment
from tests.usecases.ontvanger import let_pass
from tests.usecases.test_pon_aanvragen import POLO, set_up
from werkplaats.domain.instellingen import PON_TOKEN
from werkplaats.domain.ponaanvraag import Aanvraagstaat
from werkplaats.domain.postbus import Besluit, Staat
from werkplaats.domain.vin import Vin
from werkplaats.sandbox.pon import create_pon
from werkplaats.sandbox.pon_register import PonRegister
from werkplaats.sandbox.server import Standin
from werkplaats.services.sleutelbos import GeheugenSleutelbos

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.postbus import BerichtRegel
    from werkplaats.store.opslag import Store

AANVRAGEN = int(os.environ.get("WERKPLAATS_OCHTEND", "8"))
GROOT = AANVRAGEN > 50
KEREN = 24 if GROOT else 2
"""How many mornings are broken off, at one workstation or at both."""
RONDES = 20 * KEREN
LAAT = 1.5
"""Seconds after which an answer comes that nobody waits for any more."""
DAG = date(2026, 11, 24)
ONTVANGERS = ("baas@example.com", "kantoor@example.com", "balie@example.com")
WORTEL = Path(__file__).parents[2]


@dataclass
class Ontvangst:
    """The stand-in of PON at the mercy of fate, with its own record of what arrived.

    Once half of the cars are in, the first token has expired.
    """

    register: PonRegister
    toeval: random.Random
    woedt: bool = True
    keren: Counter[str] = field(default_factory=Counter)
    dubbel: list[str] = field(default_factory=list)
    verlopen: int = 0
    sleutels: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._app = create_pon(self.register, late=0)
        self._slot = Lock()

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """One call: refused for now, lost before or after it was taken, answered too late, or well."""
        if environ["REQUEST_METHOD"] != "POST":
            return self._app(environ, start)
        with self._slot:
            lot = self.toeval.random() if self.woedt else 1.0
        if 2 * len(self.keren) >= AANVRAGEN and environ.get("HTTP_AUTHORIZATION") == "Bearer oud":
            self.verlopen += 1
            return _answer(start, "401 Unauthorized", "GEEN_TOEGANG")
        if lot < 0.06:
            return _answer(start, "503 Service Unavailable", "NIET_BESCHIKBAAR")
        if lot < 0.09:
            return _answer(start, "500 Internal Server Error", "FOUT")
        antwoord = self._take(environ, start, stil=lot < 0.13)
        if lot < 0.13:
            Event().wait(LAAT if lot < 0.10 else 0)
            return _answer(start, "500 Internal Server Error", "FOUT")
        return antwoord

    def _take(self, environ: dict[str, Any], start: Callable[..., Any], *, stil: bool) -> Iterable[bytes]:
        lengte = int(environ.get("CONTENT_LENGTH") or 0)
        inhoud = environ["wsgi.input"].read(lengte)
        vin, sleutel = json.loads(inhoud)["chassisnummer"], environ.get("HTTP_IDEMPOTENCY_KEY", "")
        environ["wsgi.input"] = _Gelezen(inhoud)
        with self._slot:
            bekend = self.register.honours_keys and self.sleutels.get(vin) == sleutel
            if self.keren[vin] and not bekend:
                self.dubbel.append(vin)
            elif not self.keren[vin]:
                self.keren[vin], self.sleutels[vin] = 1, sleutel
        return self._app(environ, (lambda *_a, **_k: lambda _b: None) if stil else start)


class _Gelezen:
    """A body that was read already, for who comes next."""

    def __init__(self, inhoud: bytes) -> None:
        self._inhoud = inhoud

    def read(self, _aantal: int = -1) -> bytes:
        """All of it."""
        inhoud, self._inhoud = self._inhoud, b""
        return inhoud


def _answer(start: Callable[..., Any], status: str, code: str) -> Iterable[bytes]:
    start(status, [("Content-Type", "application/json")])
    return [json.dumps({"code": code}).encode()]


@dataclass
class Bus:
    """The mail server, which remembers what it took."""

    mails: list[Any] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        return "250 aangenomen"

    @property
    def aan(self) -> list[str]:
        """To whom a mail went."""
        return [str(mail["To"]) for mail in self.mails]


@pytest.fixture
def bus() -> Iterator[tuple[Bus, int]]:
    """A mail server on a free port."""
    bus = Bus()
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort = int(proef.getsockname()[1])
    controller = Controller(bus, hostname="127.0.0.1", port=poort)
    controller.start()
    yield bus, poort
    controller.stop()


@dataclass
class Ochtend:
    """The garage, its receivers, and the processes of a morning."""

    garage: Garage
    ontvangst: Ontvangst
    bus: Bus
    opdracht: dict[str, Any]
    toeval: random.Random

    def storm(self) -> int:
        """Two workstations at once, of which one or both are killed on the way; gives how many."""
        processen = [self._start(f"balie-{nummer}") for nummer in (1, 2)]
        stappen = [self.toeval.randrange(1, max(6, AANVRAGEN // 10)) for _proces in processen]
        if self.toeval.random() < 0.5:
            stappen[1] = 0
        return sum(_end(proces, aantal) for proces, aantal in zip(processen, stappen, strict=True))

    def calm(self) -> int:
        """One workstation that nobody disturbs."""
        self.ontvangst.woedt = False
        return _end(self._start("balie-3"), 0)

    def _start(self, werkplek: str) -> subprocess.Popen[bytes]:
        nu = self.garage.klok.moment.utc.isoformat()
        opdracht = json.dumps({**self.opdracht, "werkplek": werkplek, "moment": nu})
        command = [sys.executable, "-m", "tests.usecases.pon_proces", opdracht]
        return subprocess.Popen(command, cwd=WORTEL, stdout=subprocess.PIPE)

    def decide(self) -> None:
        """A person asks the receivers what they have of what is in doubt, and says so."""
        for regel in self._messages(Staat.ONZEKER):
            aan = self.has_arrived(regel)
            besluit = Besluit.AANGEKOMEN if aan else Besluit.OPNIEUW
            self.garage.postbus.decide(self.garage.balie, regel.id, besluit)

    def has_arrived(self, regel: BerichtRegel) -> bool:
        """Whether the receiver has it."""
        if regel.soort == "mail":
            return regel.kop.split(":")[0] in self.bus.aan
        return self.ontvangst.keren[regel.kop.rsplit(" ", 1)[-1]] > 0

    @property
    def done(self) -> bool:
        """Whether everything was requested, mailed and sent."""
        berichten = self._messages(*Staat)
        return len(berichten) == AANVRAGEN + len(ONTVANGERS) and not self._messages(
            Staat.WACHT, Staat.BEZIG, Staat.ONZEKER
        )

    def _messages(self, *staten: Staat) -> tuple[BerichtRegel, ...]:
        return self.garage.postbus.list(self.garage.balie, staten, 2 * AANVRAGEN)


def _end(proces: subprocess.Popen[bytes], stappen: int) -> int:
    """Kills a process after so many steps (0: lets it end); 1 where it was still alive."""
    assert proces.stdout is not None
    with proces.stdout as pijp:
        if stappen and len(pijp.read(stappen)) == stappen and proces.poll() is None:
            proces.send_signal(signal.SIGKILL)
        while pijp.read(1000):
            pass
    return int(proces.wait() == -signal.SIGKILL)


@pytest.fixture
def ochtend(
    request: pytest.FixtureRequest, store: Store, klok: VasteKlok, database_url: str, bus: tuple[Bus, int]
) -> Iterator[Ochtend]:
    """A shop with orders that are all due, and receivers that fail."""
    kent_sleutels = store.embedded if request.param is None else request.param
    klok.moment = moment(2026, 11, 24)
    garage = Garage(store, klok, sleutelbos=GeheugenSleutelbos())
    set_up(garage, token="oud", wachttijd=0)
    garage.configure(
        pon_automatisch=True, pon_mail_ontvangers=", ".join(ONTVANGERS), smtp_host="127.0.0.1", email="x@example.com"
    )
    with store.begin(garage.verkoper) as werk:
        for nummer in range(AANVRAGEN):
            kaart = replace(POLO, afleverdatum=None, losdatum=DAG - timedelta(20))
            werk.orders.add(replace(kaart, chassisnummer=Vin(f"WVWZZZAWZPY{nummer:04}01")))
    toeval = random.Random(f"{AANVRAGEN}{kent_sleutels}")
    ontvangst = Ontvangst(PonRegister(honours_keys=kent_sleutels), toeval)
    opdracht = {"database": database_url, "kent_sleutels": kent_sleutels, "smtp": bus[1], "dag": DAG.isoformat()}
    with Standin(ontvangst) as standin:
        yield Ochtend(garage, ontvangst, bus[0], {**opdracht, "pon": standin.address}, toeval)


@pytest.mark.skipif(sys.platform == "win32", reason="kills processes as Unix does")
@pytest.mark.parametrize("ochtend", [True, False] if GROOT else [None], indirect=True)
@pytest.mark.timeout(3600 if GROOT else 180)
def test_each_car_is_requested_once_and_mailed_once_whatever_dies(ochtend: Ochtend) -> None:
    garage, gedood = ochtend.garage, 0
    for ronde in range(RONDES):
        gedood += ochtend.storm() if ronde < KEREN else ochtend.calm()
        if ochtend.ontvangst.verlopen:
            garage.instellingen.set_geheim(garage.beheerder, PON_TOKEN, "nieuw")
        ochtend.decide()
        let_pass(garage.store, garage.balie, garage.klok, minutes=70)
        if ochtend.done:
            break
    assert ochtend.done, "something never went"
    assert gedood >= max(1, KEREN // 4), "hardly anybody was killed"
    assert ochtend.ontvangst.verlopen, "the token did not expire half-way"
    assert ochtend.ontvangst.dubbel == [], "a car was requested twice"
    assert len(ochtend.ontvangst.register.aanvragen) == AANVRAGEN
    for nummer in range(1, AANVRAGEN + 1):
        (aanvraag,) = garage.aanvragen.van_order(garage.verkoper, nummer)
        assert aanvraag.staat is Aanvraagstaat.INGEDIEND
    assert sorted(ochtend.bus.aan) == sorted(ONTVANGERS), "each recipient got the mail of the day once"
    for mail in ochtend.bus.mails:
        assert len(set(_cars(mail))) == len(_cars(mail)) == AANVRAGEN


def _cars(mail: Any) -> list[str]:
    return [regel for regel in mail.get_content().splitlines() if "Chassisnummer" in regel]
