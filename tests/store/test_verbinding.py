"""Connections: each one of SQLite is set as it must be, a reader sees one moment, a writer starts as one."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.store.maken import add_auto, auto, change
from tests.store_fixtures import make_wie
from werkplaats.errors import OpslagFout
from werkplaats.store.verbinding import migration_engine, parse_url, place

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk


def _pragmas(engine: Engine, verbindingen: int) -> list[dict[str, object]]:
    namen = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "trusted_schema", "query_only")
    with ExitStack() as stapel:
        open_ = [stapel.enter_context(engine.connect()) for _nummer in range(verbindingen)]
        return [{naam: verbinding.exec_driver_sql(f"PRAGMA {naam}").scalar() for naam in namen} for verbinding in open_]


def test_every_connection_is_set_for_safety(sqlite_store: Store) -> None:
    vast = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30000, "trusted_schema": 0}
    assert _pragmas(sqlite_store.engines.lezen, 8) == [vast | {"query_only": 1}] * 8
    # Two writers at once would wait for each other here: one connection after another.
    for _nummer in range(3):
        assert _pragmas(sqlite_store.engines.schrijven, 1) == [vast | {"query_only": 0}]


def test_only_the_migration_works_without_foreign_keys(sqlite_url: str) -> None:
    engine = migration_engine(parse_url(sqlite_url))
    try:
        (pragmas,) = _pragmas(engine, 1)
    finally:
        engine.dispose()
    assert (pragmas["foreign_keys"], pragmas["journal_mode"], pragmas["synchronous"]) == (0, "wal", 2)


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(OpslagFout, match="ALLEEN_LEZEN"), store.read() as lezing:
        lezing.verbinding.execute(text("DELETE FROM logboek_kop"))


def test_a_reader_sees_one_moment_whatever_others_do(store: Store, wie: Wie) -> None:
    nummer = add_auto(store, wie)
    with store.read() as lezing:
        voor = lezing.voertuigen.get(nummer)
        with store.begin(wie) as werk:
            change(werk, nummer, merk="Saab")
            werk.voertuigen.add(auto("12-ABC-3"))
        assert lezing.voertuigen.get(nummer) == voor
        assert len(lezing.voertuigen.recent()) == 1
    with store.read() as lezing:
        assert lezing.voertuigen.get(nummer).kaart.merk == "Saab"


def test_a_writer_of_sqlite_has_the_file_for_itself_from_its_first_moment(sqlite_store: Store) -> None:
    """A transaction that reads first and writes later would fail at once when another wrote in between."""
    wie = make_wie(sqlite_store)
    nummer = add_auto(sqlite_store, wie)
    klaar = threading.Event()

    def other() -> None:
        with sqlite_store.begin(wie) as werk:
            change(werk, nummer, model="V90")
        klaar.set()

    with sqlite_store.begin(wie) as werk:
        gezien = werk.voertuigen.get(nummer).kaart
        ander = threading.Thread(target=other)
        ander.start()
        assert not klaar.wait(0.2)
        werk.voertuigen.write(nummer, {"merk": "Saab"}, gezien)
    ander.join(30)
    with sqlite_store.read() as lezing:
        kaart = lezing.voertuigen.get(nummer).kaart
    assert (kaart.merk, kaart.model) == ("Saab", "V90")


def test_a_deadlock_on_postgresql_is_done_again(postgres_store: Store) -> None:
    wie = make_wie(postgres_store)
    eerste, tweede = add_auto(postgres_store, wie), add_auto(postgres_store, wie, auto("12-ABC-3"))
    samen = threading.Barrier(2)
    fouten: list[BaseException] = []

    def swap(een: int, twee: int, merk: str) -> None:
        eerste_keer = iter([True])

        def call(werk: Werk) -> None:
            werk.voertuigen.lock(een)
            change(werk, een, merk=merk)
            if next(eerste_keer, False):
                samen.wait(10)
            werk.voertuigen.lock(twee)
            change(werk, twee, merk=merk)

        try:
            postgres_store.run(wie, call)
        except (DBAPIError, threading.BrokenBarrierError) as fout:
            fouten.append(fout)

    draden = [
        threading.Thread(target=swap, args=(eerste, tweede, "Saab")),
        threading.Thread(target=swap, args=(tweede, eerste, "Seat")),
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    assert fouten == []
    with postgres_store.read() as lezing:
        kaarten = [lezing.voertuigen.get(nummer) for nummer in (eerste, tweede)]
    assert [voertuig.versie for voertuig in kaarten] == [3, 3]
    assert len({voertuig.kaart.merk for voertuig in kaarten}) == 1


def test_the_place_of_a_database_never_tells_the_password() -> None:
    assert place(parse_url("postgresql://joke:geheim@server/garage")) == "server/garage"
    assert place(parse_url("sqlite:////data/werkplaats.db")) == "/data/werkplaats.db"
