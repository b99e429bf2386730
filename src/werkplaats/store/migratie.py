"""Runs migrations: in one transaction on a connection of their own, proved before they are committed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import func, inspect, select, table, text

from werkplaats.errors import OpslagFout
from werkplaats.store.fouten import translated
from werkplaats.store.schema import SCHEMA, revision, schema_of
from werkplaats.store.verbinding import migration_engine, place

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

SCRIPTS = Path(__file__).parent / "migrations"

_SLOT = 0x7765726B
"""The key of the advisory lock on PostgreSQL, so that two Beheerders do not migrate at once."""


def alembic_config(scripts: Path = SCRIPTS) -> Config:
    """Alembic's own configuration: only where the scripts are; the connection is handed over by ``migrate``."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def migrate(url: URL, doel: str = revision(SCHEMA), scripts: Path = SCRIPTS, *, omlaag: bool = False) -> None:
    """Brings the database to a revision, up or down; either all of it happens or nothing."""
    engine = migration_engine(url)
    try:
        with translated(place(url)), engine.begin() as verbinding:
            migrate_on(verbinding, doel, scripts, omlaag=omlaag)
    finally:
        engine.dispose()


def migrate_on(verbinding: Connection, doel: str, scripts: Path = SCRIPTS, *, omlaag: bool = False) -> None:
    """The same on a connection of ``migration_engine``, inside its transaction."""
    _lock(verbinding)
    voor = _counts(verbinding)
    config = alembic_config(scripts)
    config.attributes["connection"] = verbinding
    (command.downgrade if omlaag else command.upgrade)(config, doel)
    _prove(verbinding, voor)


def _lock(verbinding: Connection) -> None:
    if verbinding.dialect.name == "postgresql":
        verbinding.execute(text("SELECT pg_advisory_xact_lock(:slot)"), {"slot": _SLOT})


def _counts(verbinding: Connection) -> dict[str, int]:
    namen = inspect(verbinding).get_table_names()
    return {
        naam: verbinding.execute(select(func.count()).select_from(table(naam))).scalar_one()
        for naam in namen
        if naam != "alembic_version"
    }


def _prove(verbinding: Connection, voor: dict[str, int]) -> None:
    """No reference dangles and no table that stayed has lost a row; a script that deletes rows must say so itself."""
    na = _counts(verbinding)
    minder = sorted(naam for naam, aantal in voor.items() if naam in na and na[naam] < aantal)
    los = verbinding.exec_driver_sql("PRAGMA foreign_key_check").all() if verbinding.dialect.name == "sqlite" else []
    if minder or los:
        raise OpslagFout("MIGRATIE_VERLIEST", schema=schema_of(verbinding), tabellen=", ".join(minder), los=len(los))
