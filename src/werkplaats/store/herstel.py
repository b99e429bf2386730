"""Restores a backup, from either kind to either kind: digest first, the present database put aside, all or nothing."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from sqlalchemy import Connection, MetaData, Table, create_engine, delete, func, insert, select, text

from werkplaats.errors import OpslagFout
from werkplaats.store.backup import check_sqlite
from werkplaats.store.backup_bestand import BIJLAGEN, DATABASE, TABELLEN, damaged, open_file
from werkplaats.store.copytekst import read_rows
from werkplaats.store.fouten import translated
from werkplaats.store.inhoud import InMap, InTabel, checked
from werkplaats.store.migratie import migrate, migrate_on
from werkplaats.store.plaats import check_place
from werkplaats.store.plaatsen import bijlagen_folder
from werkplaats.store.schema import SCHEMA, revision
from werkplaats.store.verbinding import migration_engine, place, sqlite_path

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import URL

    from werkplaats.domain.moment import Klok
    from werkplaats.store.backup_bestand import Manifest

_PORTIE = 1000


@dataclass(frozen=True, slots=True)
class Herstel:
    """What a restore did: what was in the backup, and where the database of before was put (empty: there was none)."""

    manifest: Manifest
    opzij: str


def restore(bestand: Path, url: URL, klok: Klok) -> Herstel:
    """Puts a backup in the place of the database; raises OpslagFout, and then nothing has changed.

    BACKUP_STUK for a damaged file, BACKUP_NIEUWER for one of a newer program, HERSTEL_OPEN while anybody has the
    database open.
    """
    with translated(place(url)), open_file(bestand) as (zip_, manifest):
        if manifest.schema > SCHEMA:
            raise OpslagFout("BACKUP_NIEUWER", plaats=str(bestand), schema=manifest.schema, programma=SCHEMA)
        stempel = klok.nu().utc.strftime("%Y%m%d_%H%M%S")
        with tempfile.TemporaryDirectory(prefix="werkplaats-herstel-") as map_:
            bron = _Bron(zip_, manifest, bestand, Path(map_))
            if url.get_backend_name() == "sqlite":
                return Herstel(manifest, _to_sqlite(bron, url, stempel))
            return Herstel(manifest, _to_postgres(bron, url, stempel))


class _Bron:
    """The parts of a backup, as rows and files, whatever kind it is of."""

    def __init__(self, zip_: zipfile.ZipFile, manifest: Manifest, bestand: Path, map_: Path) -> None:
        self.zip = zip_
        self.manifest = manifest
        self.bestand = bestand
        self.map = map_

    def extract_database(self, naar: Path) -> None:
        """Writes the SQLite database of the backup to a file, tried out."""
        with self.zip.open(DATABASE) as bron, naar.open("wb") as doel:
            shutil.copyfileobj(bron, doel)
        check_sqlite(naar, self.manifest, self.bestand)

    def files(self) -> Iterator[tuple[str, BinaryIO]]:
        """The files of an embedded backup, each with its sha256."""
        for naam in self.zip.namelist():
            if naam.startswith(BIJLAGEN):
                with self.zip.open(naam) as inhoud:
                    yield naam.rsplit("/", 1)[1], cast("BinaryIO", inhoud)

    @contextmanager
    def rows(self) -> Iterator[Callable[[Table], Iterable[dict[str, Any]]]]:
        """A function that gives the rows of a table."""
        if self.manifest.soort == "postgresql":
            yield self._copied_rows
            return
        self.extract_database(self.map / DATABASE)
        engine = create_engine(f"sqlite:///{self.map / DATABASE}")
        try:
            with engine.connect() as verbinding:
                yield lambda tabel: _selected_rows(verbinding, tabel)
        finally:
            engine.dispose()

    def _copied_rows(self, tabel: Table) -> Iterator[dict[str, Any]]:
        with self.zip.open(f"{TABELLEN}{tabel.name}.copy") as regels:
            yield from read_rows(regels, tabel, self.manifest.kolommen[tabel.name])


def _selected_rows(verbinding: Connection, tabel: Table) -> Iterator[dict[str, Any]]:
    bron = Table(tabel.name, MetaData(), autoload_with=verbinding)
    for rij in verbinding.execute(select(bron)).mappings():
        yield dict(rij)


def _to_sqlite(bron: _Bron, url: URL, stempel: str) -> str:
    doel = sqlite_path(url)
    check_place(doel)
    with tempfile.TemporaryDirectory(dir=doel.parent, prefix=".herstel-") as map_:
        nieuw = Path(map_) / DATABASE
        nieuw_url = url.set(database=str(nieuw))
        inhoud = InMap(bijlagen_folder(url))
        if bron.manifest.soort == "sqlite":
            bron.extract_database(nieuw)
            for sha256, open_ in bron.files():
                _put_file(inhoud, sha256, open_)
        else:
            migrate(nieuw_url, revision(bron.manifest.schema))
            _fill_sqlite(bron, nieuw_url, inhoud)
        migrate(nieuw_url)
        _one_file(nieuw)
        opzij = _set_aside(doel, stempel)
        nieuw.replace(doel)
    return opzij


def _fill_sqlite(bron: _Bron, url: URL, inhoud: InMap) -> None:
    engine = migration_engine(url)
    try:
        with engine.begin() as verbinding, bron.rows() as rijen:
            _load(verbinding, bron, rijen)
            _pieces_to_folder(verbinding, inhoud)
    finally:
        engine.dispose()


def _pieces_to_folder(verbinding: Connection, inhoud: InMap) -> None:
    """Content that came from PostgreSQL's table goes to the folder."""
    for (sha256,) in verbinding.execute(text("SELECT DISTINCT sha256 FROM bijlage_stuk")).all():
        with tempfile.TemporaryFile() as tussen:
            for stuk in InTabel(verbinding).read(sha256):
                tussen.write(stuk)
            tussen.seek(0)
            inhoud.put(tussen)
    verbinding.execute(text("DELETE FROM bijlage_stuk"))


def _put_file(inhoud: InMap | InTabel, sha256: str, open_: BinaryIO) -> None:
    with tempfile.TemporaryFile() as tussen:
        for stuk in checked(sha256, iter(lambda: open_.read(1024 * 1024), b"")):
            tussen.write(stuk)
        tussen.seek(0)
        inhoud.put(tussen)


def _one_file(database: Path) -> None:
    with closing(sqlite3.connect(database)) as verbinding:
        verbinding.execute("PRAGMA journal_mode=DELETE")


def _set_aside(doel: Path, stempel: str) -> str:
    """Renames the present database; raises HERSTEL_OPEN while anybody has it open.

    To leave the write-ahead log SQLite needs the file for itself alone, and afterwards the file alone is the database.
    """
    if not doel.exists():
        return ""
    with closing(sqlite3.connect(doel, timeout=1)) as verbinding:
        try:
            verbinding.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.DatabaseError as fout:
            if fout.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise OpslagFout("HERSTEL_OPEN", plaats=str(doel)) from fout
            # A database that is broken is what a restore is for: it is put aside as it is, log and all.
    opzij = doel.with_name(f"{doel.stem}_voor_herstel_{stempel}{doel.suffix}")
    for staart in ("", "-wal", "-shm"):
        stuk = doel.with_name(doel.name + staart)
        if stuk.exists():
            stuk.replace(opzij.with_name(opzij.name + staart))
    return str(opzij)


def _to_postgres(bron: _Bron, url: URL, stempel: str) -> str:
    """All in one transaction: the present tables move to a schema of their own, the new ones are made and filled."""
    engine = migration_engine(url)
    try:
        with engine.begin() as verbinding, bron.rows() as rijen:
            _refuse_others(verbinding, place(url))
            opzij = _move_aside(verbinding, stempel)
            migrate_on(verbinding, revision(bron.manifest.schema))
            _load(verbinding, bron, rijen)
            for sha256, open_ in bron.files():
                _put_file(InTabel(verbinding), sha256, open_)
            _set_sequences(verbinding)
            migrate_on(verbinding, revision(SCHEMA))
    finally:
        engine.dispose()
    return opzij


def _refuse_others(verbinding: Connection, plaats: str) -> None:
    anderen = verbinding.execute(
        text(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    ).scalar_one()
    if anderen:
        raise OpslagFout("HERSTEL_OPEN", plaats=plaats)


def _move_aside(verbinding: Connection, stempel: str) -> str:
    if not verbinding.dialect.has_table(verbinding, "alembic_version"):
        return ""
    opzij = f"public_voor_herstel_{stempel}"
    verbinding.execute(text(f"ALTER SCHEMA public RENAME TO {opzij}"))
    verbinding.execute(text("CREATE SCHEMA public"))
    return opzij


def _load(verbinding: Connection, bron: _Bron, rijen: Callable[[Table], Iterable[dict[str, Any]]]) -> None:
    """Fills the tables of a fresh database of the backup's schema, and counts."""
    metadata = MetaData()
    metadata.reflect(verbinding)
    tabellen = [tabel for tabel in metadata.sorted_tables if tabel.name in bron.manifest.aantallen]
    for tabel in reversed(tabellen):
        # The migration itself puts rows in some, such as the head of the logboek.
        verbinding.execute(delete(tabel))
    for tabel in tabellen:
        stroom = iter(rijen(tabel))
        while portie := list(islice(stroom, _PORTIE)):
            verbinding.execute(insert(tabel), portie)
        if (
            verbinding.execute(select(func.count()).select_from(tabel)).scalar_one()
            != bron.manifest.aantallen[tabel.name]
        ):
            raise damaged(bron.bestand, tabel.name)


def _set_sequences(verbinding: Connection) -> None:
    """The next id comes after the ids that were restored."""
    metadata = MetaData()
    metadata.reflect(verbinding)
    for tabel in metadata.sorted_tables:
        if "id" not in tabel.c:
            continue
        naam = verbinding.execute(select(func.pg_get_serial_sequence(tabel.name, "id"))).scalar()
        hoogste = verbinding.execute(select(func.max(tabel.c.id))).scalar()
        if naam is not None and hoogste is not None:
            verbinding.execute(select(func.setval(naam, hoogste)))
