"""A garage of up to a million cars in the real schema, made once and kept: every benchmark reads the same file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Integer, Table

from benchmarks.people import MOST, auto, people_of, relatie
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.moment import SysteemKlok
from werkplaats.domain.naam import adresregel, weergave
from werkplaats.domain.zoeksleutels import relatie_sleutels, voertuig_sleutels
from werkplaats.store.lijsten import write_lines
from werkplaats.store.openen import open_store
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.rows.voertuig import EIGENAAR, VoertuigKentekenRij, VoertuigRelatieRij, VoertuigRij
from werkplaats.store.rows.zoeken import ZoeksleutelRij
from werkplaats.store.schema import SCHEMA
from werkplaats.store.types import EnumType, JsonType
from werkplaats.usecases.gebruikers import Gebruikers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_EDITION = 3
"""Goes up when other cars or people are made."""

_ROWS = (VoertuigRij, VoertuigKentekenRij, VoertuigRelatieRij, RelatieRij, ZoeksleutelRij)
_AT_ONCE = 20_000
_FAST = (
    "PRAGMA journal_mode=OFF",
    "PRAGMA synchronous=OFF",
    "PRAGMA foreign_keys=OFF",
    "PRAGMA cache_size=-400000",
)
_DAY = "2026-01-01T{:02d}:{:02d}:{:02d}.{:06d}+00:00"


def url_of(path: Path) -> str:
    """The address of a database file."""
    return f"sqlite:///{path}"


def garage(rows: int, cache: Path) -> Path:
    """The database with so many cars, made when it is not there yet (a million takes a few minutes)."""
    if not 1 <= rows <= MOST:
        raise ValueError(f"from 1 to {MOST} cars")
    path = cache / f"garage-{SCHEMA}-{_EDITION}-{rows}.db"
    if not path.exists():
        half = path.with_suffix(".half")
        cache.mkdir(parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
        _make(half, rows)
        half.rename(path)
    return path


def _make(path: Path, rows: int) -> None:
    store = open_store(url_of(path), SysteemKlok())
    try:
        store.run(Gebruikers(store).console(), lambda werk: werk.instellingen.add_shop(ShopInstellingen(naam="Meting")))
    finally:
        store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for pragma in _FAST:
            database.execute(pragma)
        indexes = _take_off_indexes(database)
        database.execute("BEGIN")
        _fill(database, rows)
        for index in indexes:
            database.execute(index)
        database.execute("COMMIT")
    _write_lists(path, rows)


def _write_lists(path: Path, rows: int) -> None:
    """Makes the lines of the long lists as the program does after each save, some thousands at a time."""
    store = open_store(url_of(path), SysteemKlok())
    try:
        wie = Gebruikers(store).console()
        for first in range(1, rows + 1, _AT_ONCE):
            some = range(first, min(first + _AT_ONCE, rows + 1))
            people = range(first, min(first + _AT_ONCE, people_of(rows) + 1))
            with store.begin(wie) as werk:
                write_lines(werk.verbinding, some, people)
    finally:
        store.close()


def _take_off_indexes(database: sqlite3.Connection) -> list[str]:
    """Drops the indexes of the tables that are filled, for later: made at once they cost a fraction."""
    names = ", ".join(f"'{rij.__tablename__}'" for rij in _ROWS)
    found = database.execute(
        f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({names})"
    ).fetchall()
    for name, _sql in found:
        database.execute(f"DROP INDEX {name}")
    return [sql for _name, sql in found]


def _fill(database: sqlite3.Connection, rows: int) -> None:
    people = people_of(rows)
    database.execute("CREATE TEMP TABLE sleutels (soort, sleutel, doel)")
    _insert(database, RelatieRij, (_relatie(database, nummer) for nummer in range(1, people + 1)))
    _insert(database, VoertuigRij, (_voertuig(database, nummer, people) for nummer in range(1, rows + 1)))
    _insert(database, VoertuigKentekenRij, _plates(rows, people))
    _insert(database, VoertuigRelatieRij, _owners(rows, people))
    # A table without rowid is its own index: in order its pages are written once, each full.
    database.execute("INSERT INTO zoeksleutel SELECT DISTINCT * FROM sleutels ORDER BY soort, sleutel, doel")
    database.execute("DROP TABLE sleutels")


def _insert(database: sqlite3.Connection, rij: type[Any], values: Iterable[Mapping[str, Any]]) -> None:
    """Inserts rows that all have the same columns; what they leave out and may not be empty is empty or 0."""
    rows = iter(values)
    first = next(rows, None)
    if first is None:
        return
    table = tabel(rij)
    fixed = _empty(table, first)
    columns = [*first, *fixed]
    marks = ", ".join([*(f":{column}" for column in first), *map(repr, fixed.values())])
    statement = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})"
    database.execute(statement, dict(first))
    database.executemany(statement, rows)


def _empty(table: Table, given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        column.name: _nothing(column.type)
        for column in table.columns
        if not column.nullable and not column.primary_key and column.name not in given
    }


def _nothing(kind: Any) -> int | str:
    """What stands in a column of this type when nothing is known; of a choice, its first."""
    if isinstance(kind, Integer | Boolean):
        return 0
    if isinstance(kind, EnumType):
        return next(iter(kind.soort)).value
    return "[]" if isinstance(kind, JsonType) else ""


def _keep_keys(database: sqlite3.Connection, doel: int, sleutels: Iterable[tuple[str, str]]) -> None:
    rows = [(str(soort), sleutel, doel) for soort, sleutel in sleutels]
    database.executemany("INSERT INTO sleutels VALUES (?, ?, ?)", rows)


def _changed(nummer: int) -> dict[str, Any]:
    second = nummer % 86_400
    moment = _DAY.format(second // 3600, second // 60 % 60, second % 60, nummer)
    return {"versie": 1, "gewijzigd_op": moment, "gewijzigd_door": "Meting"}


def _relatie(database: sqlite3.Connection, nummer: int) -> dict[str, Any]:
    kaart = relatie(nummer)
    _keep_keys(database, nummer, relatie_sleutels(kaart))
    velden = ("voorletters", "voornaam", "tussenvoegsel", "naam", "straat", "huisnr", "postcode", "plaats", "land")
    return {
        "id": nummer,
        "aanhef": str(kaart.aanhef),
        **{veld: getattr(kaart, veld) for veld in velden},
        "telefoon": kaart.telefoon,
        "email": kaart.email,
        "weergave": weergave(kaart),
        "adresregel": adresregel(kaart),
        **_changed(nummer),
    }


def _voertuig(database: sqlite3.Connection, nummer: int, people: int) -> dict[str, Any]:
    wagen = auto(nummer, people)
    kentekens = [wagen.kenteken, *([wagen.was] if wagen.was else [])]
    _keep_keys(database, nummer, voertuig_sleutels(kentekens, wagen.vin))
    return {
        "id": nummer,
        "actief": 1,
        "merk": wagen.merk,
        "model": wagen.model,
        "chassisnummer": wagen.vin.tekst,
        "vervaldatum_apk": wagen.apk.isoformat(),
        "datum_laatste_bezoek": wagen.bezoek.isoformat(),
        **_changed(nummer),
    }


def _plates(rows: int, people: int) -> Iterator[dict[str, Any]]:
    for nummer in range(1, rows + 1):
        wagen = auto(nummer, people)
        for kenteken, tot in ((wagen.was, wagen.bezoek.isoformat()), (wagen.kenteken, None)):
            if kenteken is not None:
                yield {
                    "voertuig_id": nummer,
                    "kenteken_compact": kenteken.compact,
                    "kenteken_land": kenteken.land,
                    "kenteken_weergave": kenteken.weergave,
                    "tot": tot,
                }


def _owners(rows: int, people: int) -> Iterator[dict[str, Any]]:
    for nummer in range(1, rows + 1):
        wagen = auto(nummer, people)
        for eigenaar, tot in ((wagen.was_van, wagen.bezoek.isoformat()), (wagen.eigenaar, None)):
            if eigenaar is not None:
                yield {"voertuig_id": nummer, "relatie_id": eigenaar, "rol": EIGENAAR, "tot": tot}
