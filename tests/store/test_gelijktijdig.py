"""Several processes on one database: nothing is lost, nothing is half, nobody is told that it is locked."""

from __future__ import annotations

import os
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pytest
from sqlalchemy import func, select

from tests.store.maken import add_auto, auto
from werkplaats.domain.samenvoegen import merge
from werkplaats.store.openen import open_store
from werkplaats.store.rows.logboek import LogboekRij
from werkplaats.store.rows.postbus import UitgaandRij

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.voertuig import VoertuigKaart
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes as Unix does")

KEREN = 200
"""How often a process is killed."""


class _Stand(NamedTuple):
    """How often a car was saved, as each of the three says it."""

    voertuig: int
    postbus: int
    logboek: int


def _stand(store: Store, wie: Wie, nummer: int) -> _Stand:
    # A write, for on PostgreSQL it waits until the server has noticed that the process is gone.
    with store.begin(wie) as werk:
        werk.voertuigen.lock(nummer)
        berichten = select(func.count()).where(UitgaandRij.onderwerp_id == nummer)
        regels = select(func.count()).where(LogboekRij.onderwerp_id == nummer)
        return _Stand(
            werk.voertuigen.get(nummer).versie - 1,
            werk.sessie.execute(berichten).scalar_one(),
            werk.sessie.execute(regels).scalar_one(),
        )


def _save(werk: Werk, nummer: int) -> None:
    """What a save is made of: the record, the message that it causes, and the line in the logboek."""
    werk.voertuigen.lock(nummer)
    voertuig = werk.voertuigen.get(nummer)
    werk.voertuigen.write(nummer, {"merk": f"merk-{voertuig.versie}"}, voertuig.kaart)
    werk.postbus.leg_klaar("carpass", {"versie": voertuig.versie}, f"{nummer}-{voertuig.versie}", "voertuig", nummer)
    werk.log("voertuig", nummer, "gewijzigd", {"merk": (voertuig.kaart.merk, f"merk-{voertuig.versie}")})


def _in_child(call: Callable[[], None]) -> int:
    """Starts a child process that works until it is done or killed, and touches nothing of this one."""
    kind = os.fork()
    if kind:
        return kind
    # Whatever happens, the child ends here: it may not return into the test run of its parent.
    einde = 1
    try:
        call()
        einde = 0
    finally:
        os._exit(einde)


def _keep_saving(url: str, klok: VasteKlok, wie: Wie, nummer: int, pijp: int) -> None:
    """Saves, and acknowledges each save once it is there."""
    store = open_store(url, klok)
    while True:
        store.run(wie, partial(_save, nummer=nummer))
        os.write(pijp, b".")


def test_a_process_that_is_killed_at_any_moment_of_a_save_leaves_all_of_it_or_nothing(
    store: Store, wie: Wie, database_url: str, klok: VasteKlok
) -> None:
    nummer = add_auto(store, wie)
    duur = _seconds_of_a_save(store, wie, nummer)
    toeval = random.Random(20260312)
    beloofd = _stand(store, wie, nummer).voertuig
    for _keer in range(KEREN):
        lezen, schrijven = os.pipe()
        kind = _in_child(partial(_keep_saving, database_url, klok, wie, nummer, schrijven))
        os.close(schrijven)
        with os.fdopen(lezen, "rb", buffering=0) as pijp:
            # Some saves go by, then a part of one.
            for _save_gone_by in range(toeval.randrange(1, 4)):
                assert pijp.read(1) == b"."
                beloofd += 1
            time.sleep(toeval.uniform(0, 1.2) * duur)
            os.kill(kind, signal.SIGKILL)
            os.waitpid(kind, 0)
            beloofd += len(pijp.read())
        stand = _stand(store, wie, nummer)
        assert len(set(stand)) == 1, f"half a save: {stand}"
        assert stand.voertuig >= beloofd, "an acknowledged save is gone"
        beloofd = stand.voertuig
    with store.read() as lezing:
        assert lezing.logboek.verify() == ()


def _seconds_of_a_save(store: Store, wie: Wie, nummer: int) -> float:
    store.run(wie, partial(_save, nummer=nummer))
    begin = time.perf_counter()
    for _keer in range(10):
        store.run(wie, partial(_save, nummer=nummer))
    return (time.perf_counter() - begin) / 10


def _edit(store: Store, wie: Wie, nummer: int, basis: VoertuigKaart, nieuw: VoertuigKaart) -> set[str]:
    """Saves as a use case does: lock, read, merge, write; returns the fields that clashed (then nothing is written)."""

    def call(werk: Werk) -> set[str]:
        werk.voertuigen.lock(nummer)
        nu = werk.voertuigen.get(nummer).kaart
        samen = merge(basis, nieuw, nu)
        if samen.botsingen:
            return {botsing.veld for botsing in samen.botsingen}
        if samen.wijzigingen:
            werk.voertuigen.write(nummer, samen.wijzigingen, nu)
            werk.log("voertuig", nummer, "gewijzigd", dict.fromkeys(samen.wijzigingen, (None, "x")))
        return set()

    return store.run(wie, call)


RONDES = 40


def test_two_processes_that_save_one_car_lose_no_field_unseen(
    store: Store, wie: Wie, database_url: str, klok: VasteKlok
) -> None:
    """Each changes a field of its own and adds a sign to one that both change, each time from what it last saw."""
    nummer = add_auto(store, wie, auto(merk="", model="", type=""))
    kinderen = [
        _in_child(partial(_edit_over_and_over, database_url, klok, wie, nummer, veld)) for veld in ("merk", "model")
    ]
    assert [os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1]) for kind in kinderen] == [0, 0]
    with store.read() as lezing:
        kaart = lezing.voertuigen.get(nummer).kaart
        assert (kaart.merk, kaart.model) == ("m" * RONDES, "m" * RONDES)
        assert (kaart.type.count("a"), kaart.type.count("o")) == (RONDES, RONDES)
        assert lezing.logboek.verify() == ()


def _edit_over_and_over(url: str, klok: VasteKlok, wie: Wie, nummer: int, eigen: str) -> None:
    store = open_store(url, klok)
    for _ronde in range(RONDES):
        while True:
            with store.read() as lezing:
                basis = lezing.voertuigen.get(nummer).kaart
            if eigen == "merk":
                nieuw = replace(basis, merk=basis.merk + "m", type=basis.type + "a")
            else:
                nieuw = replace(basis, model=basis.model + "m", type=basis.type + "o")
            if not _edit(store, wie, nummer, basis, nieuw):
                break
    store.close()


SCHRIJVERS, LEZERS, SECONDEN = 8, 4, 3.0


def test_eight_writers_and_four_readers_never_hear_that_the_database_is_locked(store: Store, wie: Wie) -> None:
    nummers = [add_auto(store, wie, auto(f"B-{nummer:03d}-CC")) for nummer in range(3)]
    einde = time.monotonic() + SECONDEN

    def write(schrijver: int) -> int:
        gedaan = 0
        while time.monotonic() < einde:
            store.run(wie, partial(_save, nummer=nummers[(schrijver + gedaan) % 3]))
            gedaan += 1
        return gedaan

    def read(_lezer: int) -> int:
        gedaan = 0
        while time.monotonic() < einde:
            with store.read() as lezing:
                versies = {nummer: lezing.voertuigen.get(nummer).versie for nummer in nummers}
                regels = lezing.logboek.laatste_id()
            assert sum(versies.values()) - len(nummers) == regels, "a reader saw half a save"
            gedaan += 1
        return gedaan

    with ThreadPoolExecutor(SCHRIJVERS + LEZERS) as draden:
        schrijft = [draden.submit(write, schrijver) for schrijver in range(SCHRIJVERS)]
        leest = [draden.submit(read, lezer) for lezer in range(LEZERS)]
        geschreven = sum(taak.result() for taak in schrijft)
        assert all(taak.result() > 0 for taak in leest)
    with store.read() as lezing:
        assert sum(lezing.voertuigen.get(nummer).versie - 1 for nummer in nummers) == geschreven
        assert lezing.logboek.laatste_id() == geschreven
        assert lezing.logboek.verify() == ()
