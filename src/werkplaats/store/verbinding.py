"""Connections: every one of SQLite set as it must be, a reading and a writing way into the same database.

SQLite: the driver's own transactions are off (``isolation_level`` None) and the ``begin`` event starts them, as
SQLAlchemy's documentation of pysqlite advises: DEFERRED and ``query_only`` for reading, IMMEDIATE for writing, since a
deferred transaction that writes later fails at once when another process wrote meanwhile.
PostgreSQL: REPEATABLE READ, READ ONLY for reading (a snapshot); READ COMMITTED with row locks for writing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from werkplaats.store.fouten import translated
from werkplaats.store.vast import ALTIJD, BUSY_MS

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import URL, Connection, Engine


@dataclass(frozen=True, slots=True)
class Engines:
    """The two ways into one database, and where it is."""

    url: URL
    lezen: Engine
    schrijven: Engine

    @property
    def embedded(self) -> bool:
        """Whether this is SQLite."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def plaats(self) -> str:
        """The file, or the server and database, without user and password: for a sentence."""
        return place(self.url)

    def dispose(self) -> None:
        """Closes all connections."""
        self.lezen.dispose()
        self.schrijven.dispose()


def parse_url(url: str) -> URL:
    """The address of the database with the driver that the program uses."""
    adres = make_url(url)
    return adres.set(drivername="postgresql+psycopg") if adres.get_backend_name() == "postgresql" else adres


def place(url: URL) -> str:
    """Where the database is, without user and password: the file, or server and database."""
    return url.database or "" if url.get_backend_name() == "sqlite" else f"{url.host or ''}/{url.database or ''}"


def sqlite_path(url: URL) -> Path:
    """The file of an embedded database."""
    return Path(url.database or "")


def make_engines(url: URL) -> Engines:
    """Engines for reading and writing; no connection is made yet."""
    if url.get_backend_name() == "sqlite":
        return Engines(url, _sqlite_engine(url, "BEGIN", query_only=True), _sqlite_engine(url, "BEGIN IMMEDIATE"))
    engine = create_engine(url, pool_pre_ping=True, isolation_level="READ COMMITTED")
    lezen = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Engines(url, lezen, engine)


def migration_engine(url: URL) -> Engine:
    """An engine for a migration: one connection; SQLite with foreign keys OFF before the transaction begins.

    A batch rebuild drops the old table, and with foreign keys ON that deletes the children that cascade.
    """
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url, "BEGIN IMMEDIATE", foreign_keys=False, poolclass=NullPool)
    return create_engine(url, poolclass=NullPool, isolation_level="READ COMMITTED")


def _sqlite_engine(
    url: URL, begin: str, *, query_only: bool = False, foreign_keys: bool = True, **opties: Any
) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_MS / 1000, "check_same_thread": False}, **opties)
    instellingen = [*ALTIJD, f"PRAGMA query_only={'ON' if query_only else 'OFF'}"]
    if not foreign_keys:
        instellingen.append("PRAGMA foreign_keys=OFF")

    def connected(verbinding: sqlite3.Connection, _record: object) -> None:
        verbinding.isolation_level = None
        # The event runs outside SQLAlchemy's own translation of driver errors.
        with translated(place(url)):
            for regel in instellingen:
                verbinding.execute(regel)

    def begun(verbinding: Connection) -> None:
        # Straight to the driver: this runs at each keystroke of a search.
        with translated(place(url)):
            driver: Any = verbinding.connection.dbapi_connection
            driver.cursor().execute(begin)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine
