"""Makes a backup of a database: one file with its own proof, tried out before it takes its name; and checks one."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import MetaData, func, select, text

from werkplaats import __version__
from werkplaats.store.backup_bestand import (
    BIJLAGEN,
    DATABASE,
    TABELLEN,
    Manifest,
    add_manifest,
    damaged,
    open_file,
    write_file,
)
from werkplaats.store.fouten import translated
from werkplaats.store.inhoud import InMap
from werkplaats.store.plaatsen import bijlagen_folder
from werkplaats.store.schema import schema_of
from werkplaats.store.verbinding import make_engines, sqlite_path

if TYPE_CHECKING:
    import zipfile

    from sqlalchemy import URL, Connection, Table

    from werkplaats.domain.moment import Klok

DAGEN_GELDIG = 7
"""A backup that is older, in days, is a warning."""


def make_backup(url: URL, bestand: Path, klok: Klok) -> Manifest:
    """Writes a backup of the database to a file; raises OpslagFout.

    People may work on while it is made: it holds one moment of the database.
    """
    with translated(str(bestand)), tempfile.TemporaryDirectory(dir=_workplace(bestand), prefix=".backup-") as map_:
        proef = Path(map_) / bestand.name
        with write_file(proef) as zip_:
            make = _add_sqlite if url.get_backend_name() == "sqlite" else _add_postgres
            add_manifest(zip_, make(url, zip_, Path(map_), klok))
        manifest = check_backup(proef)
        proef.replace(bestand)
    return manifest


def check_backup(bestand: Path) -> Manifest:
    """Reads a backup from the first byte to the last and tries it out; raises OpslagFout BACKUP_STUK."""
    with open_file(bestand) as (zip_, manifest):
        if manifest.soort == "sqlite":
            with tempfile.TemporaryDirectory(prefix="werkplaats-proef-") as map_:
                check_sqlite(Path(zip_.extract(DATABASE, map_)), manifest, bestand)
        else:
            _check_parts(zip_, manifest, bestand)
        return manifest


def check_sqlite(database: Path, manifest: Manifest, bestand: Path) -> None:
    """Opens the database of a backup and compares it with the manifest; raises BACKUP_STUK."""
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as verbinding:
            heel = verbinding.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            aantallen = {
                naam: verbinding.execute(f'SELECT count(*) FROM "{naam}"').fetchone()[0]  # noqa: S608 - names of tables, from the manifest that the digest covers
                for naam in manifest.aantallen
            }
    except sqlite3.Error as fout:
        raise damaged(bestand, "database") from fout
    if not heel or aantallen != manifest.aantallen:
        raise damaged(bestand, "database")


def _check_parts(zip_: zipfile.ZipFile, manifest: Manifest, bestand: Path) -> None:
    for naam, aantal in manifest.aantallen.items():
        with zip_.open(f"{TABELLEN}{naam}.copy") as regels:
            if sum(1 for _regel in regels) != aantal:
                raise damaged(bestand, naam)


def _workplace(bestand: Path) -> Path:
    """The folder of the backup: what is made there takes its name in one step."""
    bestand.parent.mkdir(parents=True, exist_ok=True)
    return bestand.parent


def _add_sqlite(url: URL, zip_: zipfile.ZipFile, map_: Path, klok: Klok) -> Manifest:
    kopie = map_ / DATABASE
    adres = f"{sqlite_path(url).absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(adres, timeout=30, uri=True)) as bron, closing(sqlite3.connect(kopie)) as doel:
        # All pages in one step: other writers go on in the log, and the copy holds one moment.
        bron.backup(doel, pages=-1)
        doel.execute("PRAGMA journal_mode=DELETE")
    engines = make_engines(url.set(database=str(kopie)))
    try:
        with engines.lezen.connect() as verbinding:
            manifest = _describe(verbinding, "sqlite", klok, _counts(verbinding))
            _add_files(verbinding, zip_, bijlagen_folder(url))
    finally:
        engines.dispose()
    _to_one_file(kopie)
    zip_.write(kopie, DATABASE)
    return manifest


def _to_one_file(kopie: Path) -> None:
    """Reading has set the copy to a write-ahead log; back, so that the file alone is the database."""
    with closing(sqlite3.connect(kopie)) as verbinding:
        verbinding.execute("PRAGMA journal_mode=DELETE")


def _add_files(verbinding: Connection, zip_: zipfile.ZipFile, map_: Path) -> None:
    for (sha256,) in verbinding.execute(text("SELECT DISTINCT sha256 FROM bijlage ORDER BY sha256")):
        pad = InMap(map_).path(sha256)
        # A file that is missing is damage of the present database; the rest of it is worth a backup all the more.
        if pad.exists():
            zip_.write(pad, f"{BIJLAGEN}{sha256[:2]}/{sha256}")


def _add_postgres(url: URL, zip_: zipfile.ZipFile, _map: Path, klok: Klok) -> Manifest:
    engines = make_engines(url)
    try:
        with engines.lezen.connect() as verbinding:
            tabellen = _tables(verbinding)
            aantallen = _counts(verbinding)
            for tabel in tabellen:
                _copy_out(verbinding, tabel, zip_)
            kolommen = {tabel.name: list(tabel.c.keys()) for tabel in tabellen}
            return _describe(verbinding, "postgresql", klok, aantallen, kolommen)
    finally:
        engines.dispose()


def _copy_out(verbinding: Connection, tabel: Table, zip_: zipfile.ZipFile) -> None:
    wat = select(*tabel.c).order_by(*tabel.primary_key.columns).compile(dialect=verbinding.dialect)
    cursor: Any = verbinding.connection.cursor()
    with (
        zip_.open(f"{TABELLEN}{tabel.name}.copy", "w", force_zip64=True) as doel,
        cursor,
        cursor.copy(f"COPY ({wat}) TO STDOUT") as stroom,
    ):
        for blok in stroom:
            doel.write(blok)


def _tables(verbinding: Connection) -> list[Table]:
    """The tables as they are in this database, so that a backup before a migration is right too."""
    metadata = MetaData()
    metadata.reflect(verbinding)
    return [tabel for tabel in metadata.sorted_tables if tabel.name != "alembic_version"]


def _counts(verbinding: Connection) -> dict[str, int]:
    return {
        tabel.name: verbinding.execute(select(func.count()).select_from(tabel)).scalar_one()
        for tabel in _tables(verbinding)
    }


def _describe(
    verbinding: Connection,
    soort: str,
    klok: Klok,
    aantallen: dict[str, int],
    kolommen: dict[str, list[str]] | None = None,
) -> Manifest:
    kop = verbinding.execute(text("SELECT aantal, laatste_hash FROM logboek_kop")).one()
    naam = verbinding.execute(text("SELECT waarde FROM eigenschap WHERE naam = 'database_id'")).scalar()
    return Manifest(
        soort=soort,
        schema=schema_of(verbinding),
        moment=klok.nu().iso,
        programma=__version__,
        database_id=naam or "",
        aantallen=aantallen,
        logboek_aantal=kop.aantal,
        logboek_hash=kop.laatste_hash,
        kolommen=kolommen or {},
    )
