"""The postbus: sends what must reach another system, each message exactly once or, in doubt, by a person's decision.

A message is claimed in one transaction, sent outside any, and its answer written in a second one. Whoever is killed in
between leaves a claim that runs out: a receiver that knows keys is then sent the same message again, any other one is
left to a person. Several senders may work on one database at the same time.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.instellingen import in_shop
from werkplaats.domain.postbus import (
    INGETROKKEN,
    VAST_NA,
    VERLOPEN,
    Besluit,
    Gevolg,
    Staat,
    Stand,
    Uitkomst,
    state_after,
    wait_after,
)
from werkplaats.domain.rechten import Recht
from werkplaats.errors import GeheimFout, WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, MutableSequence

    from werkplaats.domain.instellingen import Shop
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.postbus import Bericht, BerichtRegel, Poging
    from werkplaats.domain.rechten import Wie
    from werkplaats.services.kluis import Kluis
    from werkplaats.store.opslag import Store
    from werkplaats.store.repo.postbus import Soortplek
    from werkplaats.store.transactie import Werk
    from werkplaats.usecases.verzenders import Verzender

ONDERWERP = "bericht"
LEASE = timedelta(minutes=2)
"""For how long a claim holds: much longer than any time-out of a service."""

LIMIET = 1000


class Postbus:
    """Everything that must reach another system."""

    def __init__(
        self, store: Store, kluis: Kluis, verzenders: Iterable[Verzender] = (), lease: timedelta = LEASE
    ) -> None:
        self._store = store
        self._kluis = kluis
        self._verzenders = {verzender.soort: verzender for verzender in verzenders}
        self._lease = lease
        self._kapot: set[str] = set()

    def stand(self, wie: Wie) -> Stand:
        """How many messages stand in each state; whoever may see cars sees it, for it is always in the window."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        nu = self._store.klok.nu()
        with self._store.read() as lezing:
            staten = lezing.postbus.stand()
            stil = lezing.postbus.standing_still(nu, VAST_NA)
        vast = sum(aantal for soort, aantal in stil.items() if not self._in_maintenance(soort, nu))
        tellen = {veld: staten.get(veld, 0) for veld in ("wacht", "bezig", "onzeker", "mislukt")}
        return Stand(**tellen, vast=vast)

    def list(
        self, wie: Wie, staten: Collection[Staat] = tuple(Staat), limiet: int = LIMIET
    ) -> tuple[BerichtRegel, ...]:
        """The messages in these states, the newest first."""
        wie.vereis(Recht.POSTBUS)
        with self._store.read() as lezing:
            return lezing.postbus.lijst(staten, limiet)

    def attempts(self, wie: Wie, bericht_id: int) -> tuple[Poging, ...]:
        """What was tried with a message, the latest first."""
        wie.vereis(Recht.POSTBUS)
        with self._store.read() as lezing:
            return lezing.postbus.attempts(bericht_id)

    def send_due(
        self,
        wie: Wie,
        progress: Callable[[int], None] = lambda _aantal: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> int:
        """Sends what may go now and what this process can send; gives the number of attempts.

        Every window does this in the background, whoever sits at it. Never raises for what goes wrong outside: the
        message says it. ``progress`` hears of each attempt. A fault of our own leaves its kind aside until the program
        starts again, and is raised once the other kinds went.
        """
        wie.vereis(Recht.VOERTUIG_ZIEN)
        self._release(wie)
        gedaan = 0
        fouten: MutableSequence[Exception] = []
        # Who cannot take one message now is not bothered with the next five hundred.
        dicht: set[Soortplek] = set()
        while not stopped():
            plekken = [plek for plek in self._due() if plek not in dicht]
            deze_ronde = sum(self._send_kind(wie, plek, stopped, dicht, fouten) for plek in plekken)
            if not deze_ronde:
                break
            gedaan += deze_ronde
            progress(gedaan)
        if fouten:
            raise fouten[0]
        return gedaan

    def withdraw(self, wie: Wie, bericht_id: int) -> None:
        """Takes a message back that did not go; raises POSTBUS_NIET_INTREKBAAR, POSTBUS_MISSCHIEN_AAN."""
        wie.vereis(Recht.POSTBUS)
        self._store.run(wie, lambda werk: self._withdraw(werk, bericht_id))

    def retry(self, wie: Wie, bericht_id: int) -> None:
        """Has a message that failed, or waits for its next attempt, go as soon as it can."""
        wie.vereis(Recht.POSTBUS)
        self._store.run(wie, lambda werk: self._retry(werk, bericht_id))

    def decide(self, wie: Wie, bericht_id: int, besluit: Besluit) -> None:
        """Says of a message in doubt that it arrived, or that it must go again; raises POSTBUS_NIET_ONZEKER."""
        wie.vereis(Recht.POSTBUS)
        self._store.run(wie, lambda werk: self._decide(werk, bericht_id, besluit))

    # Sending

    def _due(self) -> tuple[Soortplek, ...]:
        nu = self._store.klok.nu()
        with self._store.read() as lezing:
            plekken = lezing.postbus.due(nu)
        return tuple(plek for plek in plekken if self._maintained_until(plek.soort, nu) is None)

    def _send_kind(
        self,
        wie: Wie,
        plek: Soortplek,
        stopped: Callable[[], bool],
        dicht: set[Soortplek],
        fouten: MutableSequence[Exception],
    ) -> int:
        """The number of attempts; a fault of our own is kept for the end, so that it holds up no other kind."""
        if plek.soort in self._kapot:
            return 0
        try:
            return self._send_all(wie, plek, stopped, dicht)
        except WerkplaatsError:
            raise
        except Exception as fout:  # noqa: BLE001 -- raised again by send_due, when the other kinds went
            self._kapot.add(plek.soort)
            fouten.append(fout)
            return 1

    def _send_all(self, wie: Wie, plek: Soortplek, stopped: Callable[[], bool], dicht: set[Soortplek]) -> int:
        """The number of attempts; it ends where the receiver cannot take more now, and notes so in ``dicht``."""
        verzender = self._verzenders.get(plek.soort)
        shop = self._shop(plek.shop_id)
        geheim = None if verzender is None else self._secret(plek.shop_id, verzender.geheim)
        if verzender is None or geheim is _DICHT or not verzender.ready(shop, _text(geheim)):
            return 0
        wie = wie if shop is None else in_shop(wie, shop)
        gedaan = 0
        while not stopped():
            token = secrets.token_hex(16)
            bericht = self._store.run(wie, partial(_claim, plek=plek, token=token, lease=self._lease))
            if bericht is None:
                break
            gedaan += 1
            if self._send(wie, verzender, bericht, shop, _text(geheim), token).gevolg is Gevolg.OPNIEUW:
                dicht.add(plek)
                break
        return gedaan

    def _send(
        self, wie: Wie, verzender: Verzender, bericht: Bericht, shop: Shop | None, geheim: str | None, token: str
    ) -> Uitkomst:
        begin = time.monotonic()
        try:
            uitkomst = verzender.send(bericht, shop, geheim)
        except Exception:
            # A fault of our own: nobody knows how far it came, and trying it again would only fail again.
            self._answer(wie, verzender, bericht.id, token, Uitkomst.onzeker("FOUT_IN_PROGRAMMA"), begin)
            raise
        self._answer(wie, verzender, bericht.id, token, uitkomst, begin)
        return uitkomst

    def _answer(
        self, wie: Wie, verzender: Verzender, bericht_id: int, token: str, uitkomst: Uitkomst, begin: float
    ) -> None:
        duur = round((time.monotonic() - begin) * 1000)
        self._store.run(wie, lambda werk: _record(werk, verzender, bericht_id, token, uitkomst, duur))

    def _release(self, wie: Wie) -> None:
        """Frees what senders left behind that were not heard of again."""
        nu = self._store.klok.nu()
        with self._store.read() as lezing:
            verlopen = lezing.postbus.expired(nu)
        for bericht_id, token in verlopen:
            self._store.run(wie, partial(self._expire, bericht_id=bericht_id, token=token))

    def _expire(self, werk: Werk, bericht_id: int, token: str) -> None:
        bericht, staat, nu_token = werk.postbus.lock(bericht_id)
        verzender = self._verzenders.get(bericht.soort)
        if verzender is None or staat is not Staat.BEZIG or nu_token != token:
            return
        uitkomst = Uitkomst.onzeker("POSTBUS_AFZENDER_WEG")
        werk.postbus.close_attempt(token, uitkomst, VERLOPEN, None)
        _move(werk, verzender, bericht, staat, uitkomst, eigen=True)

    # A person's hand

    def _withdraw(self, werk: Werk, bericht_id: int) -> None:
        bericht, staat, _token = werk.postbus.lock(bericht_id)
        if staat not in (Staat.WACHT, Staat.MISLUKT):
            raise WerkplaatsError("POSTBUS_NIET_INTREKBAAR", staat=staat.value)
        if staat is Staat.WACHT and werk.postbus.in_doubt(bericht_id):
            raise WerkplaatsError("POSTBUS_MISSCHIEN_AAN")
        werk.postbus.move(bericht_id, Staat.INGETROKKEN, INGETROKKEN)
        self._tell(werk, bericht, INGETROKKEN)
        werk.log(ONDERWERP, bericht_id, "ingetrokken")

    def _retry(self, werk: Werk, bericht_id: int) -> None:
        bericht, staat, _token = werk.postbus.lock(bericht_id)
        if staat not in (Staat.WACHT, Staat.MISLUKT):
            raise WerkplaatsError("POSTBUS_NIET_OPNIEUW", staat=staat.value)
        uitkomst = Uitkomst(Gevolg.OPNIEUW)
        werk.postbus.move(bericht_id, Staat.WACHT, uitkomst)
        self._tell(werk, bericht, uitkomst)
        werk.log(ONDERWERP, bericht_id, "opnieuw")

    def _decide(self, werk: Werk, bericht_id: int, besluit: Besluit) -> None:
        bericht, staat, _token = werk.postbus.lock(bericht_id)
        if staat is not Staat.ONZEKER:
            raise WerkplaatsError("POSTBUS_NIET_ONZEKER", staat=staat.value)
        aan = besluit is Besluit.AANGEKOMEN
        uitkomst = Uitkomst(Gevolg.VERZONDEN if aan else Gevolg.OPNIEUW)
        werk.postbus.move(bericht_id, Staat.VERZONDEN if aan else Staat.WACHT, uitkomst)
        self._tell(werk, bericht, uitkomst)
        werk.log(ONDERWERP, bericht_id, besluit.value)

    def _tell(self, werk: Werk, bericht: Bericht, uitkomst: Uitkomst) -> None:
        verzender = self._verzenders.get(bericht.soort)
        if verzender is not None:
            verzender.record(werk, bericht, uitkomst)

    # What this process can do

    def _shop(self, shop_id: int) -> Shop | None:
        if not shop_id:
            return None
        with self._store.read() as lezing:
            return lezing.instellingen.get(shop_id)

    def _secret(self, shop_id: int, naam: str | None) -> str | object | None:
        """The secret, None where the shop has none, _DICHT where this account may not read it."""
        if naam is None:
            return None
        with self._store.read() as lezing:
            inhoud = lezing.geheimen.get(shop_id, naam)
        if inhoud is None:
            return None
        try:
            return self._kluis.unseal(shop_id, naam, inhoud)
        except GeheimFout:
            # Another workstation or a Beheerder's account sends it: this one works on without.
            return _DICHT

    def _maintained_until(self, soort: str, moment: Moment) -> Moment | None:
        verzender = self._verzenders.get(soort)
        return None if verzender is None else verzender.maintenance(moment)

    def _in_maintenance(self, soort: str, nu: Moment) -> bool:
        """Whether it is maintenance now, or was so short a while ago that what waited could not all go yet."""
        toen = replace(nu, utc=nu.utc - VAST_NA)
        return self._maintained_until(soort, nu) is not None or self._maintained_until(soort, toen) is not None


_DICHT = object()


def _claim(werk: Werk, plek: Soortplek, token: str, lease: timedelta) -> Bericht | None:
    return werk.postbus.claim(plek, token, lease)


def _text(geheim: str | object | None) -> str | None:
    return geheim if isinstance(geheim, str) else None


def _record(werk: Werk, verzender: Verzender, bericht_id: int, token: str, uitkomst: Uitkomst, duur: int) -> None:
    bericht, staat, nu_token = werk.postbus.lock(bericht_id)
    werk.postbus.close_attempt(token, uitkomst, uitkomst.gevolg.value, duur)
    _move(werk, verzender, bericht, staat, uitkomst, eigen=token == nu_token)


def _move(werk: Werk, verzender: Verzender, bericht: Bericht, staat: Staat, uitkomst: Uitkomst, *, eigen: bool) -> None:
    # A fault of our own is not sent again by itself, whatever the receiver knows.
    kent = verzender.kent_sleutels and uitkomst.reden != "FOUT_IN_PROGRAMMA"
    nieuw = state_after(staat, uitkomst.gevolg, eigen=eigen, kent_sleutels=kent)
    if nieuw is None:
        return
    over = None
    if nieuw is Staat.WACHT:
        over = max(wait_after(bericht.poging), uitkomst.over or timedelta(0))
        uitkomst = replace(uitkomst, gevolg=Gevolg.OPNIEUW)
    werk.postbus.move(bericht.id, nieuw, uitkomst, over)
    verzender.record(werk, bericht, uitkomst)
