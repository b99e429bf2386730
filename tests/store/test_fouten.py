"""The world's failures under a save: a full disk, a folder without rights, a database that others keep busy."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, text

from tests.store.maken import add_auto, auto, change
from tests.store_fixtures import make_wie
from werkplaats.errors import OpslagFout
from werkplaats.store import verbinding
from werkplaats.store.fouten import code_of, translated
from werkplaats.store.openen import open_store
from werkplaats.store.verbinding import parse_url, sqlite_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.moment import VasteKlok
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk


@contextmanager
def _full(store: Store) -> Iterator[None]:
    """The database may not grow by a single page: what SQLite says then is what it says of a full disk."""
    with store.engines.schrijven.connect() as open_:
        bladen = open_.exec_driver_sql("PRAGMA page_count").scalar_one()
        open_.exec_driver_sql(f"PRAGMA max_page_count={bladen}")
    yield
    with store.engines.schrijven.connect() as open_:
        open_.exec_driver_sql("PRAGMA max_page_count=1000000000")


def test_a_full_disk_saves_nothing_and_breaks_nothing(sqlite_store: Store) -> None:
    wie = make_wie(sqlite_store)
    nummer = add_auto(sqlite_store, wie)

    def save(werk: Werk) -> None:
        change(werk, nummer, merk="Saab")
        werk.log("voertuig", nummer, "gewijzigd", {"merk": ("Volvo", "Saab")})
        werk.postbus.leg_klaar("carpass", {"lang": "x" * 50_000}, "s-1", "voertuig", nummer)

    with _full(sqlite_store), pytest.raises(OpslagFout, match="SCHIJF_VOL"):
        sqlite_store.run(wie, save)
    with sqlite_store.read() as lezing:
        assert lezing.voertuigen.get(nummer).kaart.merk == "Volvo"
        assert lezing.postbus.stand() == {}
        assert lezing.logboek.laatste_id() == 0
        assert lezing.verbinding.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    with sqlite_store.begin(wie) as werk:
        change(werk, nummer, merk="Saab")


def test_a_disk_that_is_really_full_saves_nothing_and_breaks_nothing(sqlite_url: str, klok: VasteKlok) -> None:
    """In a child process whose files may not grow: a limit of the operating system, met at any write."""
    grens = sqlite_path(parse_url(sqlite_url)).stat().st_size + 64 * 1024
    kind = os.fork()
    if kind == 0:
        os._exit(_fill_up(sqlite_url, klok, grens))
    _pid, staat = os.waitpid(kind, 0)
    assert os.waitstatus_to_exitcode(staat) == 0
    store = open_store(sqlite_url, klok)
    with store.read() as lezing:
        aantal = len(lezing.voertuigen.recent(10_000))
        assert aantal == lezing.logboek.laatste_id() > 0
        assert lezing.logboek.verify() == ()
        assert lezing.verbinding.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    store.close()


def _fill_up(url: str, klok: VasteKlok, grens: int) -> int:
    """Saves until the disk is full; 0 when that was said in the right word."""
    import resource  # noqa: PLC0415 - there is none on Windows
    import signal  # noqa: PLC0415 - belongs to the limit

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store = open_store(url, klok)
    wie = make_wie(store)
    resource.setrlimit(resource.RLIMIT_FSIZE, (grens, grens))
    for _ronde in range(10_000):
        try:
            with store.begin(wie) as werk:
                nummer = werk.voertuigen.add(auto(None, merk="x" * 500))
                werk.log("voertuig", nummer, "toegevoegd")
        except OpslagFout as fout:
            return 0 if fout.code in ("SCHIJF_VOL", "OPSLAG_STUK") else 2
    return 3


def test_a_read_only_database_is_said_so_and_read_all_the_same(sqlite_url: str, klok: VasteKlok) -> None:
    """The rights of the file cannot show it where tests run as root; SQLite's own word for it is the same."""
    store = open_store(sqlite_url, klok)
    wie = make_wie(store)
    event.listen(store.engines.schrijven, "connect", lambda open_, _record: open_.execute("PRAGMA query_only=ON"))
    store.engines.schrijven.dispose()
    with pytest.raises(OpslagFout, match="ALLEEN_LEZEN"):
        add_auto(store, wie)
    with store.read() as lezing:
        assert lezing.voertuigen.recent() == ()
    store.close()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights of files as Unix knows them")
@pytest.mark.parametrize("rechten", [0o444, 0o666])
def test_a_folder_without_rights_is_said_so(sqlite_url: str, klok: VasteKlok, rechten: int) -> None:
    """In a child process of an account without rights: root may write everywhere."""
    bestand = sqlite_path(parse_url(sqlite_url))
    bestand.chmod(rechten)
    for map_ in (bestand.parent, bestand.parent.parent):
        map_.chmod(0o555)
    kind = os.fork()
    if kind == 0:
        os._exit(_write_as_nobody(sqlite_url, klok))
    _pid, staat = os.waitpid(kind, 0)
    bestand.parent.parent.chmod(0o755)
    bestand.parent.chmod(0o755)
    assert os.waitstatus_to_exitcode(staat) == 0


def _write_as_nobody(url: str, klok: VasteKlok) -> int:
    """0 when it was said that one may not write here."""
    if os.geteuid() == 0:
        for map_ in sqlite_path(parse_url(url)).parents:
            if map_.stat().st_mode & 0o001 == 0:
                map_.chmod(map_.stat().st_mode | 0o011)
        os.setgid(65534)
        os.setuid(65534)
    try:
        store = open_store(url, klok)
        make_wie(store)
    except OpslagFout as fout:
        return 0 if fout.code == "ALLEEN_LEZEN" else 2
    return 3


def test_a_database_that_is_kept_busy_is_said_so(
    sqlite_url: str, klok: VasteKlok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbinding, "BUSY_MS", 50)
    monkeypatch.setattr(verbinding, "ALTIJD", ("PRAGMA busy_timeout=50", "PRAGMA foreign_keys=ON"))
    store = open_store(sqlite_url, klok)
    wie = make_wie(store)
    with closing(sqlite3.connect(sqlite_path(parse_url(sqlite_url)), isolation_level=None)) as ander:
        ander.execute("BEGIN IMMEDIATE")
        with pytest.raises(OpslagFout, match="OPSLAG_BEZET"):
            add_auto(store, wie)
        with store.read() as lezing:
            assert lezing.voertuigen.recent() == ()
    add_auto(store, wie)
    store.close()


def test_a_server_that_goes_away_is_said_so_and_the_next_save_works(postgres_store: Store) -> None:
    wie = make_wie(postgres_store)

    def save_while_the_server_goes(werk: Werk) -> None:
        zelf = werk.verbinding.execute(text("SELECT pg_backend_pid()")).scalar_one()
        with postgres_store.engines.lezen.connect() as ander:
            ander.execute(text("SELECT pg_terminate_backend(:zelf)"), {"zelf": zelf})
        werk.voertuigen.add(auto())

    with pytest.raises(OpslagFout, match="GEEN_VERBINDING"):
        postgres_store.run(wie, save_while_the_server_goes)
    add_auto(postgres_store, wie)


def test_our_own_fault_is_not_hidden_as_the_worlds(store: Store) -> None:
    with pytest.raises(Exception, match="bestaatniet") as gevangen, store.read() as lezing:
        lezing.verbinding.execute(text("SELECT bestaatniet FROM voertuig"))
    assert not isinstance(gevangen.value, OpslagFout)


@pytest.mark.parametrize(
    ("fout", "code"),
    [
        (OSError(28, "No space left on device"), "SCHIJF_VOL"),
        (OSError(122, "Disk quota exceeded"), "SCHIJF_VOL"),
        (PermissionError(13, "Permission denied"), "ALLEEN_LEZEN"),
        (OSError(30, "Read-only file system"), "ALLEEN_LEZEN"),
        (OSError(5, "Input/output error"), "OPSLAG_STUK"),
        (FileNotFoundError(2, "No such file"), "MAP_ONBEREIKBAAR"),
        (OSError("something else"), None),
    ],
)
def test_what_the_operating_system_says(fout: OSError, code: str | None) -> None:
    assert code_of(fout) == code
    with pytest.raises(OSError if code is None else OpslagFout), translated("D:/data"):
        raise fout
