"""Brings a database to the schema of this program: embedded by itself, on PostgreSQL when a Beheerder says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.store.backup import make_backup
from werkplaats.store.fouten import translated
from werkplaats.store.migratie import migrate
from werkplaats.store.plaatsen import backup_folder
from werkplaats.store.schema import SCHEMA, check_not_newer, read_schema
from werkplaats.store.verbinding import make_engines, place

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import URL

    from werkplaats.domain.moment import Klok


def present_schema(url: URL) -> int:
    """The schema of a database; 0 for an empty one. Raises OpslagFout SCHEMA_NIEUWER."""
    engines = make_engines(url)
    try:
        with translated(place(url)):
            nummer = read_schema(engines.schrijven)
    finally:
        engines.dispose()
    check_not_newer(nummer, place(url))
    return nummer


def update(url: URL, klok: Klok, backup_dir: Path | None = None) -> Path | None:
    """Migrates the database to this program's schema, after a backup when it holds anything; returns that backup.

    ``backup_dir`` may be left out for an embedded database: then it is the folder ``backups`` beside it.
    """
    oud = present_schema(url)
    if oud == SCHEMA:
        return None
    bestand = None
    if oud:
        map_ = backup_dir or backup_folder(url)
        stempel = klok.nu().utc.strftime("%Y%m%d-%H%M%S")
        bestand = map_ / f"voor_schema_{SCHEMA:04d}_{stempel}.werkplaats"
        make_backup(url, bestand, klok)
    migrate(url)
    return bestand
