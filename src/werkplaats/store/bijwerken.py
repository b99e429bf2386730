"""Brings a database to the schema of this program: embedded after a backup, on PostgreSQL when a Beheerder says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.store.backup import make_backup
from werkplaats.store.migratie import migrate
from werkplaats.store.plaatsen import backup_folder
from werkplaats.store.schema import read_schema
from werkplaats.store.verbinding import make_engines

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import URL

    from werkplaats.domain.moment import Klok


def update(url: URL, klok: Klok, backup_dir: Path | None = None) -> None:
    """Migrates the database to this program's schema; an embedded one that holds anything is backed up first."""
    if url.get_backend_name() == "sqlite":
        engines = make_engines(url)
        try:
            oud = read_schema(engines.schrijven)
        finally:
            engines.dispose()
        if oud:
            map_ = backup_dir or backup_folder(url)
            stempel = klok.nu().utc.strftime("%Y%m%d-%H%M%S")
            make_backup(url, map_ / f"voor_schema_{oud + 1:04d}_{stempel}.werkplaats", klok)
    migrate(url)
