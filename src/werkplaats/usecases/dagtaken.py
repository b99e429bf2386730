"""The day's tasks: run once for each day and shop, whichever window or console comes first."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from werkplaats.domain.dagtaak import Alarm, TaakRegel, Taakstaat, Verslag, begin_of, is_time
from werkplaats.domain.instellingen import in_shop
from werkplaats.domain.moment import vandaag
from werkplaats.domain.rechten import Recht
from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from datetime import date, time

    from werkplaats.domain.instellingen import Shop
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

LEASE = timedelta(hours=1)
"""After this a task whose process was not heard of again may be taken up by another."""

LEASE_STAPPEN = timedelta(minutes=2)
"""The same of a task that goes in steps: it is heard of with each of them."""

LIMIET = 200

_log = logging.getLogger(__name__)


def goes_on(_gedaan: int, _totaal: int) -> bool:
    """Whoever follows a task does not stop it."""
    return True


class Doen(Protocol):
    """Does a task for the shop of its Wie on a day, or only says what it would do (a trial).

    ``door`` hears how many of how many steps are done, and stops the task by answering False.
    """

    def __call__(self, wie: Wie, dag: date, proef: bool, door: Callable[[int, int], bool] = goes_on, /) -> Verslag:
        """What it raises as WerkplaatsError is how it failed."""


@dataclass(frozen=True, slots=True)
class Taak:
    """A task by its name.

    ``eenmaal`` is a task of the whole database: it runs with the first shop only. ``lease`` is after how long another
    may take it up when it was not heard of. ``na`` is a task that it tells of: it waits while that one is under way.
    """

    naam: str
    run: Doen
    eenmaal: bool = False
    lease: timedelta = LEASE
    na: str = ""


class Dagtaken:
    """Runs the registered tasks in their order; one that fails stops no other."""

    def __init__(self, store: Store, taken: Iterable[Taak]) -> None:
        self._store = store
        self._taken = tuple(taken)

    def names(self, wie: Wie) -> tuple[str, ...]:
        """The tasks that there are."""
        wie.vereis(Recht.DAGTAKEN)
        return tuple(taak.naam for taak in self._taken)

    def run(
        self,
        wie: Wie,
        datum: date | None = None,
        taken: Collection[str] = (),
        *,
        proef: bool = False,
        progress: Callable[[int, int], bool] = goes_on,
    ) -> tuple[TaakRegel, ...]:
        """Runs the tasks of a day for all shops and gives those that ran here; a failed one is taken up again.

        ``taken`` leaves only these; ``progress`` hears how many of how many tasks, or steps of the present one, are
        done, and stops by answering False.
        """
        wie.vereis(Recht.DAGTAKEN)
        with self._store.read() as lezing:
            shops = lezing.instellingen.shops()
        werk = [(in_shop(wie, shop), taak) for shop, taak in self._turns(shops) if not taken or taak.naam in taken]
        return self._run(werk, datum, progress, proef=proef, opnieuw=True)

    def run_due(self, wie: Wie) -> tuple[TaakRegel, ...]:
        """Runs what is to be done by itself this morning in any shop; every window asks it, whoever sits there.

        A morning that nobody had a window open is made up for later that day, and not on another one.
        """
        wie.vereis(Recht.VOERTUIG_ZIEN)
        werk = [(in_shop(_as_task(wie), shop), taak) for shop, taak in self._open()]
        return self._run(werk, None, goes_on, proef=False, opnieuw=False) if werk else ()

    def begin(self, wie: Wie) -> time | None:
        """When the tasks begin by themselves in this shop; None where somebody starts them."""
        wie.vereis(Recht.DAGTAKEN)
        with self._store.read() as lezing:
            return begin_of(lezing.instellingen.get(wie.shop_id).instellingen)

    def log(self, wie: Wie, limiet: int = LIMIET) -> tuple[TaakRegel, ...]:
        """What was done in this shop, the latest day first."""
        wie.vereis(Recht.DAGTAKEN)
        with self._store.read() as lezing:
            return lezing.dagtaken.lijst(wie.shop_id, limiet)

    def failed(self, wie: Wie) -> Alarm:
        """How many tasks failed or were left half-way when they last ran, and who can mend it; all here see it."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            aantal = lezing.dagtaken.failed(wie.shop_id, self._store.klok.nu())
            return Alarm(aantal, lezing.gebruikers.with_right(Recht.DAGTAKEN) if aantal else ())

    def _turns(self, shops: Sequence[Shop]) -> Iterator[tuple[Shop, Taak]]:
        """Each task for all shops, before the next one; those of the whole database go with the first shop.

        What one shop puts ready late would else wait for the postbus of the next day.
        """
        for taak in self._taken:
            yield from ((shop, taak) for nummer, shop in enumerate(shops) if nummer == 0 or not taak.eenmaal)

    def _open(self) -> list[tuple[Shop, Taak]]:
        """What is to be done by itself now, and nobody began yet, or left half-way: a process can be killed."""
        nu = self._store.klok.nu()
        with self._store.read() as lezing:
            alle = lezing.instellingen.shops()
            tijd = [shop for shop in alle if _has_come(shop, nu)]
            gedaan = {shop.id: lezing.dagtaken.done(shop.id, vandaag(self._store.klok, shop.zone), nu) for shop in tijd}
        beurten = self._turns(alle)
        return [(shop, taak) for shop, taak in beurten if shop.id in gedaan and taak.naam not in gedaan[shop.id]]

    def _run(
        self,
        werk: Sequence[tuple[Wie, Taak]],
        datum: date | None,
        progress: Callable[[int, int], bool],
        *,
        proef: bool,
        opnieuw: bool,
    ) -> tuple[TaakRegel, ...]:
        regels, fouten = list[TaakRegel](), list[Exception]()
        for gedaan, (hier, taak) in enumerate(werk):
            if not progress(gedaan, len(werk)):
                break
            dag = datum or vandaag(self._store.klok, hier.zone)
            try:
                regel = self._try(hier, dag, taak) if proef else self._do(hier, dag, taak, progress, opnieuw=opnieuw)
            except WerkplaatsError:
                raise
            except Exception as fout:  # noqa: BLE001 -- raised below: a fault of our own stops no other task either
                fouten.append(fout)
                continue
            if regel is not None:
                regels.append(regel)
        if fouten:
            raise fouten[0]
        return tuple(regels)

    def _try(self, wie: Wie, dag: date, taak: Taak) -> TaakRegel:
        """What the task would do; nothing is kept of it."""
        nu = self._store.klok.nu()
        staat, verslag = _outcome(taak, wie, dag, goes_on, proef=True)
        leeg = TaakRegel(dag, wie.shop_id, taak.naam, staat, nu, nu, wie.naam, wie.werkplek)
        return replace(leeg, code=verslag.code, aantal=verslag.aantal, params=verslag.params, regels=verslag.regels)

    def _do(
        self, wie: Wie, dag: date, taak: Taak, progress: Callable[[int, int], bool], *, opnieuw: bool
    ) -> TaakRegel | None:
        token = secrets.token_hex(16)
        claim = partial(_claim, dag=dag, taak=taak, token=token, opnieuw=opnieuw)
        if not self._store.run(wie, claim):
            return None
        nu = self._store.klok.nu()
        try:
            staat, verslag = _outcome(taak, wie, dag, self._heard(wie, taak, token, progress), proef=False)
        except Exception:
            # A fault of our own: the log says so before it goes on to whoever must see it.
            eigen = Verslag("FOUT_IN_PROGRAMMA")
            self._store.run(wie, lambda werk: werk.dagtaken.finish(token, Taakstaat.MISLUKT, eigen))
            raise
        self._store.run(wie, lambda werk: werk.dagtaken.finish(token, staat, verslag))
        klaar = TaakRegel(dag, wie.shop_id, taak.naam, staat, nu, self._store.klok.nu(), wie.naam, wie.werkplek)
        return replace(klaar, code=verslag.code, aantal=verslag.aantal, params=verslag.params)

    def _heard(
        self, wie: Wie, taak: Taak, token: str, progress: Callable[[int, int], bool]
    ) -> Callable[[int, int], bool]:
        """``progress`` with a sign of life: while a task goes on in steps nobody else takes it up."""
        laatst = monotonic()

        def door(gedaan: int, totaal: int) -> bool:
            nonlocal laatst
            if monotonic() - laatst > taak.lease.total_seconds() / 4:
                laatst = monotonic()
                if not self._store.run(wie, lambda werk: werk.dagtaken.renew(token, taak.lease)):
                    return False
            return progress(gedaan, totaal)

        return door


def _claim(werk: Werk, dag: date, taak: Taak, token: str, *, opnieuw: bool) -> bool:
    # Two processes that begin at the same moment: the second waits here, and then finds the row of the first.
    werk.instellingen.lock(werk.wie.shop_id)
    if taak.na and werk.dagtaken.is_busy(dag, taak.na):
        return False
    return werk.dagtaken.claim(dag, taak.naam, token, taak.lease, opnieuw=opnieuw)


def _outcome(
    taak: Taak, wie: Wie, dag: date, door: Callable[[int, int], bool], *, proef: bool
) -> tuple[Taakstaat, Verslag]:
    try:
        return Taakstaat.KLAAR, taak.run(wie, dag, proef, door)
    except WerkplaatsError as fout:
        _log.warning("task %s failed: %s", taak.naam, fout.code)
        params = {naam: str(waarde) for naam, waarde in fout.params.items()}
        return Taakstaat.MISLUKT, Verslag(fout.code, 0, params)


def _has_come(shop: Shop, nu: Moment) -> bool:
    begin = begin_of(shop.instellingen)
    return begin is not None and is_time(nu, shop.zone, begin)


def _as_task(wie: Wie) -> Wie:
    """The day's task itself, which may do what the morning asks whoever sits at the window."""
    return replace(wie, naam="dagtaken", groepen=(), rechten=frozenset(Recht))
