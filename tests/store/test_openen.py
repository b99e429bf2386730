"""Opening a database: what is new is made, what is older is migrated after a backup, what is not safe is refused."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store.maken import add_auto
from tests.store_fixtures import make_wie
from werkplaats.errors import OpslagFout
from werkplaats.store import plaats, schema
from werkplaats.store.backup import check_backup
from werkplaats.store.openen import open_store
from werkplaats.store.verbinding import parse_url, sqlite_path

if TYPE_CHECKING:
    from werkplaats.domain.moment import VasteKlok


def _set_schema(url: str, nummer: int) -> None:
    with closing(sqlite3.connect(sqlite_path(parse_url(url)))) as verbinding:
        verbinding.execute("UPDATE alembic_version SET version_num = ?", (f"{nummer:04d}",))
        verbinding.commit()


def test_where_there_is_none_an_embedded_database_is_made(tmp_path: Path, klok: VasteKlok) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'diep' / 'er' / 'werkplaats.db'}", klok)
    with store.read() as lezing:
        assert lezing.logboek.verify() == ()
        assert lezing.geheimen.database_id()
    store.close()
    assert not (tmp_path / "diep" / "er" / "backups").exists()


def test_a_newer_database_is_refused_and_left_alone(sqlite_url: str, klok: VasteKlok) -> None:
    _set_schema(sqlite_url, schema.SCHEMA + 1)
    voor = sqlite_path(parse_url(sqlite_url)).read_bytes()
    with pytest.raises(OpslagFout, match="SCHEMA_NIEUWER"):
        open_store(sqlite_url, klok)
    assert sqlite_path(parse_url(sqlite_url)).read_bytes() == voor


def test_an_older_embedded_database_is_backed_up_before_it_is_migrated(
    sqlite_url: str, klok: VasteKlok, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(sqlite_url, klok)
    nummer = add_auto(store, make_wie(store))
    store.close()
    gedaan = []
    for module in ("werkplaats.store.openen", "werkplaats.store.bijwerken"):
        monkeypatch.setattr(f"{module}.SCHEMA", schema.SCHEMA + 1)
    monkeypatch.setattr("werkplaats.store.schema.SCHEMA", schema.SCHEMA + 1)
    monkeypatch.setattr("werkplaats.store.bijwerken.migrate", lambda url: gedaan.append(list(_backups(sqlite_url))))
    store = open_store(sqlite_url, klok)
    with store.read() as lezing:
        assert lezing.voertuigen.get(nummer).id == nummer
    store.close()
    (backup,) = _backups(sqlite_url)
    assert gedaan == [[backup]]
    assert check_backup(backup).aantallen["voertuig"] == 1


def _backups(url: str) -> list[Path]:
    return sorted((sqlite_path(parse_url(url)).parent / "backups").glob("*"))


def test_an_empty_database_on_a_server_waits_for_a_beheerder(postgres_server: str, klok: VasteKlok) -> None:
    leeg = parse_url(postgres_server).render_as_string(hide_password=False)
    with pytest.raises(OpslagFout, match="SCHEMA_OUDER"):
        open_store(leeg, klok)


@pytest.mark.parametrize(
    ("nummer", "code"), [(5, ""), (4, ""), (3, "SCHEMA_OUDER"), (0, "SCHEMA_OUDER"), (6, "SCHEMA_NIEUWER")]
)
def test_a_station_works_with_its_own_schema_and_the_one_before(
    monkeypatch: pytest.MonkeyPatch, nummer: int, code: str
) -> None:
    """On a server the database is updated first and the stations one by one, or the other way about."""
    monkeypatch.setattr(schema, "SCHEMA", 5)
    if not code:
        schema.check_schema(nummer, "server/garage")
        return
    with pytest.raises(OpslagFout, match=code):
        schema.check_schema(nummer, "server/garage")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights of files as Unix knows them")
def test_other_accounts_of_this_computer_cannot_read_the_folder(tmp_path: Path, klok: VasteKlok) -> None:
    open_store(f"sqlite:///{tmp_path / 'garage' / 'werkplaats.db'}", klok).close()
    assert (tmp_path / "garage").stat().st_mode & 0o077 == 0


def test_several_processes_that_start_at_once_on_nothing_make_one_database(tmp_path: Path, klok: VasteKlok) -> None:
    url = f"sqlite:///{tmp_path / 'garage' / 'werkplaats.db'}"
    with ThreadPoolExecutor(4) as draden:
        winkels = list(draden.map(lambda _draad: open_store(url, klok), range(4)))
    namen = set()
    for winkel in winkels:
        with winkel.read() as lezing:
            namen.add(lezing.geheimen.database_id())
        winkel.close()
    assert len(namen) == 1


def test_a_server_that_is_not_there_is_said_so_without_the_password(klok: VasteKlok) -> None:
    with pytest.raises(OpslagFout, match="GEEN_VERBINDING") as gevangen:
        open_store("postgresql://joke:geheim@127.0.0.1:1/garage", klok)
    assert "geheim" not in str(gevangen.value.params)


@pytest.mark.parametrize("inhoud", [b"dit is geen database" * 100, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_file_that_is_no_database_is_said_so_and_left_alone(tmp_path: Path, klok: VasteKlok, inhoud: bytes) -> None:
    bestand = tmp_path / "werkplaats.db"
    bestand.write_bytes(inhoud)
    with pytest.raises(OpslagFout, match="OPSLAG_STUK"):
        open_store(f"sqlite:///{bestand}", klok)
    assert bestand.read_bytes() == inhoud


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path, klok: VasteKlok) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(OpslagFout, match="MAP_ONBEREIKBAAR"):
        open_store(f"sqlite:///{tmp_path / 'bestand' / 'data' / 'werkplaats.db'}", klok)


def test_a_database_whose_place_is_a_folder_is_said_so(tmp_path: Path, klok: VasteKlok) -> None:
    (tmp_path / "werkplaats.db").mkdir()
    with pytest.raises(OpslagFout, match="MAP_ONBEREIKBAAR"):
        open_store(f"sqlite:///{tmp_path / 'werkplaats.db'}", klok)


@pytest.mark.parametrize(
    "map_", ["OneDrive", "OneDrive - Garage De Linde", "Dropbox", "Nextcloud/garage", "Google Drive"]
)
def test_a_folder_that_a_program_synchronises_is_refused(tmp_path: Path, klok: VasteKlok, map_: str) -> None:
    with pytest.raises(OpslagFout, match="NETWERKSCHIJF"):
        open_store(f"sqlite:///{tmp_path / map_ / 'werkplaats.db'}", klok)
    assert not (tmp_path / map_).exists()


def test_a_folder_is_known_as_synchronised_by_what_lies_in_it(tmp_path: Path, klok: VasteKlok) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(OpslagFout, match="NETWERKSCHIJF"):
        open_store(f"sqlite:///{tmp_path / 'garage' / 'werkplaats.db'}", klok)


def test_a_network_share_is_refused(tmp_path: Path, klok: VasteKlok, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plaats, "is_network", lambda _map: True)
    with pytest.raises(OpslagFout, match="NETWERKSCHIJF"):
        open_store(f"sqlite:///{tmp_path / 'werkplaats.db'}", klok)


@pytest.mark.parametrize(
    ("map_", "soort"),
    [
        ("/home/joke", "ext4"),
        ("/mnt/server", "cifs"),
        ("/mnt/server/garage/data", "cifs"),
        ("/mnt/server2", "ext4"),
        ("/mnt/met spatie/x", "nfs4"),
    ],
)
def test_the_file_system_of_a_folder_is_that_of_the_nearest_mount(map_: str, soort: str) -> None:
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\nproc /proc proc rw 0 0\n"
        "//server/garage /mnt/server cifs rw 0 0\nserver:/x /mnt/met\\040spatie nfs4 rw 0 0\n"
    )
    assert plaats.filesystem_of(Path(map_), mounts) == soort


def test_alembic_is_loaded_only_when_a_migration_is_due(sqlite_url: str, tmp_path: Path) -> None:
    vraag = (
        "import sys\n"
        "from werkplaats.domain.moment import SysteemKlok\n"
        "from werkplaats.store.openen import open_store\n"
        "open_store(sys.argv[1], SysteemKlok()).close()\n"
        "print('alembic' in sys.modules)"
    )

    def loaded(url: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", vraag, url], check=True, capture_output=True, text=True, timeout=60
        ).stdout.strip()

    assert loaded(sqlite_url) == "False"
    assert loaded(f"sqlite:///{tmp_path / 'nieuw' / 'werkplaats.db'}") == "True"
