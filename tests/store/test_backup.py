"""Backup and restore: one file with its own proof, from either kind of database to either."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import threading
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.maken import add_auto, auto, persoon
from tests.store_fixtures import make_wie
from werkplaats.domain.voertuig import Code
from werkplaats.errors import OpslagFout
from werkplaats.store import herstel
from werkplaats.store.backup import check_backup, make_backup
from werkplaats.store.backup_bestand import MANIFEST
from werkplaats.store.herstel import restore
from werkplaats.store.openen import open_store
from werkplaats.store.schema import SCHEMA
from werkplaats.store.verbinding import parse_url, sqlite_path

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import URL

    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store

NAAM = "D'Alen\t\\N\n🚗 \\ "
INHOUD = b"foto" * 600_000


def _fill(store: Store, wie: Wie) -> int:
    """A car with everything that is hard to copy; returns its id."""
    with store.begin(wie) as werk:
        eigenaar = werk.relaties.add(persoon(NAAM))
        kaart = auto(hoofdeigenaar=werk.relaties.kop(eigenaar), radiocode=Code.of("4711"), lpg=True, co2_uitstoot=0)
        nummer = werk.voertuigen.add(kaart)
        werk.bijlagen.add("voertuig", nummer, "foto.jpg", "image/jpeg", io.BytesIO(INHOUD))
        werk.geheimen.put(wie.shop_id, "rdw", bytes(range(256)))
        werk.log("voertuig", nummer, "toegevoegd", {"merk": (None, "Volvo")})
        return nummer


def _check(url: str, klok: VasteKlok, wie: Wie, nummer: int) -> None:
    """All that was put in is there, holds, and is worked on."""
    store = open_store(url, klok)
    with store.begin(wie) as werk:
        kaart = werk.voertuigen.get(nummer).kaart
        assert kaart.hoofdeigenaar is not None
        assert werk.relaties.get(kaart.hoofdeigenaar.id).kaart.naam == NAAM
        assert (kaart.lpg, kaart.g3, kaart.co2_uitstoot, kaart.bouwjaar) == (True, False, 0, None)
        assert werk.voertuigen.code(nummer, "radiocode") == "4711"
        assert werk.geheimen.get(wie.shop_id, "rdw") == bytes(range(256))
        (bijlage,) = werk.bijlagen.van("voertuig", nummer)
        assert b"".join(werk.bijlagen.read(bijlage.id)) == INHOUD
        assert werk.logboek.verify() == ()
        assert werk.voertuigen.add(auto("12-ABC-3")) > nummer
    store.close()


@pytest.fixture
def doel_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Another database: an embedded one that is not there yet, or the server's."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'ander' / 'werkplaats.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.mark.parametrize("doel_url", ["sqlite", "postgresql"], indirect=True)
def test_a_backup_of_either_kind_is_restored_to_either_kind(
    store: Store, wie: Wie, database_url: str, doel_url: str, klok: VasteKlok, tmp_path: Path
) -> None:
    nummer = _fill(store, wie)
    bestand = tmp_path / "weg" / "garage.werkplaats"
    manifest = make_backup(parse_url(database_url), bestand, klok)
    assert (manifest.schema, manifest.logboek_aantal, manifest.aantallen["voertuig"]) == (SCHEMA, 1, 1)
    store.close()
    assert restore(bestand, parse_url(doel_url), klok).manifest == manifest
    _check(doel_url, klok, wie, nummer)
    assert [pad.name for pad in bestand.parent.iterdir()] == ["garage.werkplaats"]


@pytest.fixture
def gemaakt(sqlite_store: Store, sqlite_url: str, klok: VasteKlok, tmp_path: Path) -> tuple[Path, URL]:
    """A small embedded backup, and the address of the (closed) database."""
    add_auto(sqlite_store, make_wie(sqlite_store))
    bestand = tmp_path / "garage.werkplaats"
    make_backup(parse_url(sqlite_url), bestand, klok)
    sqlite_store.close()
    return bestand, parse_url(sqlite_url)


@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_byte_flipped_anywhere_is_found(gemaakt: tuple[Path, URL], data: st.DataObject) -> None:
    bestand, url = gemaakt
    heel = bestand.read_bytes()
    plek = data.draw(st.integers(0, len(heel) - 1) | st.integers(len(heel) - 200, len(heel) - 1))
    bit = data.draw(st.integers(0, 7))
    stuk = bestand.with_name("stuk.werkplaats")
    stuk.write_bytes(heel[:plek] + bytes([heel[plek] ^ (1 << bit)]) + heel[plek + 1 :])
    voor = sqlite_path(url).read_bytes()
    with pytest.raises(OpslagFout, match="BACKUP_STUK"):
        restore(stuk, url, None)  # type: ignore[arg-type]  # it is refused before the time matters
    assert sqlite_path(url).read_bytes() == voor


@pytest.mark.parametrize("lengte", [0, 1, 64, 65, 1000, -1, -64, -65])
def test_a_cut_off_file_is_found(gemaakt: tuple[Path, URL], klok: VasteKlok, lengte: int) -> None:
    bestand, url = gemaakt
    bestand.write_bytes(bestand.read_bytes()[:lengte])
    with pytest.raises(OpslagFout, match="BACKUP_STUK"):
        restore(bestand, url, klok)


def test_a_file_that_is_something_else_is_refused(gemaakt: tuple[Path, URL], klok: VasteKlok, tmp_path: Path) -> None:
    anders = tmp_path / "foto.jpg"
    anders.write_bytes(b"\xff\xd8\xff" * 1000)
    with pytest.raises(OpslagFout, match="BACKUP_STUK"):
        restore(anders, gemaakt[1], klok)
    with pytest.raises(OpslagFout, match="MAP_ONBEREIKBAAR"):
        check_backup(tmp_path / "er-is-niets")


def test_the_database_of_before_is_put_aside_whole(gemaakt: tuple[Path, URL], klok: VasteKlok) -> None:
    bestand, url = gemaakt
    store = open_store(url.render_as_string(), klok)
    add_auto(store, make_wie(store), auto("12-ABC-3"))
    store.close()
    hersteld = restore(bestand, url, klok)
    assert "_voor_herstel_" in hersteld.opzij
    for pad, aantal in ((hersteld.opzij, 2), (str(sqlite_path(url)), 1)):
        with closing(sqlite3.connect(pad)) as verbinding:
            assert verbinding.execute("SELECT count(*) FROM voertuig").fetchone() == (aantal,)


def test_a_broken_database_is_put_aside_and_replaced(gemaakt: tuple[Path, URL], klok: VasteKlok) -> None:
    bestand, url = gemaakt
    sqlite_path(url).write_bytes(b"stuk" * 5000)
    restore(bestand, url, klok)
    open_store(url.render_as_string(), klok).close()


def test_nothing_is_put_over_an_open_database(
    store: Store, wie: Wie, database_url: str, klok: VasteKlok, tmp_path: Path
) -> None:
    nummer = _fill(store, wie)
    bestand = tmp_path / "garage.werkplaats"
    make_backup(parse_url(database_url), bestand, klok)
    with store.read() as lezing:
        lezing.voertuigen.get(nummer)
        with pytest.raises(OpslagFout, match="HERSTEL_OPEN"):
            restore(bestand, parse_url(database_url), klok)
    _check(database_url, klok, wie, nummer)


def test_a_backup_of_a_newer_program_is_refused(
    gemaakt: tuple[Path, URL], klok: VasteKlok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(herstel, "SCHEMA", SCHEMA - 1)
    with pytest.raises(OpslagFout, match="BACKUP_NIEUWER"):
        restore(*gemaakt, klok)


def test_people_work_on_while_a_backup_is_made(
    store: Store, wie: Wie, database_url: str, klok: VasteKlok, tmp_path: Path
) -> None:
    """The backup holds one moment: as many log lines as cars, whatever others save meanwhile."""
    klaar = threading.Event()

    def keep_saving() -> None:
        nummer = 0
        while not klaar.is_set():
            with store.begin(wie) as werk:
                werk.log("voertuig", werk.voertuigen.add(auto(f"B-{nummer % 1000:03d}-CC")), "toegevoegd")
            nummer += 1

    draad = threading.Thread(target=keep_saving)
    draad.start()
    try:
        manifesten = [make_backup(parse_url(database_url), tmp_path / "b.werkplaats", klok) for _keer in range(5)]
    finally:
        klaar.set()
        draad.join(30)
    for manifest in manifesten:
        assert manifest.aantallen["voertuig"] == manifest.aantallen["logboek"] == manifest.logboek_aantal


def test_a_backup_that_fails_leaves_the_one_before(
    gemaakt: tuple[Path, URL], klok: VasteKlok, monkeypatch: pytest.MonkeyPatch
) -> None:
    bestand, url = gemaakt
    voor = bestand.read_bytes()
    monkeypatch.setattr(shutil, "copyfileobj", _disk_full)
    monkeypatch.setattr(zipfile.ZipFile, "write", _disk_full)
    with pytest.raises(OpslagFout, match="SCHIJF_VOL"):
        make_backup(url, bestand, klok)
    assert bestand.read_bytes() == voor
    assert [pad.name for pad in bestand.parent.glob("*garage*")] == [bestand.name]


def _disk_full(*_args: object, **_extra: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_restore_that_fails_on_a_server_leaves_the_database_as_it_was(
    postgres_store: Store, postgres_url: str, klok: VasteKlok, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wie = make_wie(postgres_store)
    nummer = _fill(postgres_store, wie)
    bestand = tmp_path / "garage.werkplaats"
    make_backup(parse_url(postgres_url), bestand, klok)
    postgres_store.close()
    monkeypatch.setattr(herstel, "_set_sequences", _disk_full)
    with pytest.raises(OpslagFout, match="SCHIJF_VOL"):
        restore(bestand, parse_url(postgres_url), klok)
    monkeypatch.undo()
    _check(postgres_url, klok, wie, nummer)


def test_what_was_put_aside_on_a_server_can_be_read_there(
    postgres_store: Store, postgres_url: str, klok: VasteKlok, tmp_path: Path
) -> None:
    nummer = _fill(postgres_store, make_wie(postgres_store))
    bestand = tmp_path / "garage.werkplaats"
    make_backup(parse_url(postgres_url), bestand, klok)
    postgres_store.close()
    opzij = restore(bestand, parse_url(postgres_url), klok).opzij
    with psycopg.connect(parse_url(postgres_url).set(drivername="postgresql").render_as_string(False)) as verbinding:
        assert verbinding.execute(f"SELECT id FROM {opzij}.voertuig").fetchall() == [(nummer,)]


def test_a_backup_says_what_is_in_it(gemaakt: tuple[Path, URL], klok: VasteKlok) -> None:
    with zipfile.ZipFile(gemaakt[0]) as zip_:
        assert {info.compress_type for info in zip_.infolist()} == {zipfile.ZIP_STORED}
        manifest = json.loads(zip_.read(MANIFEST))
    assert (manifest["soort"], manifest["schema"], manifest["moment"]) == ("sqlite", SCHEMA, klok.nu().iso)
    assert manifest["logboek_hash"] == check_backup(gemaakt[0]).logboek_hash
