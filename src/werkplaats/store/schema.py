"""The number of the database's schema: read with one plain SELECT, so that alembic is loaded only when it has work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from werkplaats.errors import OpslagFout
from werkplaats.store.vast import SCHEMA

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

__all__ = ["SCHEMA", "check_not_newer", "check_schema", "read_schema", "revision", "schema_of"]


def revision(nummer: int) -> str:
    """The name of a schema in alembic, such as ``0001``."""
    return f"{nummer:04d}"


def read_schema(engine: Engine) -> int:
    """The schema of the database; 0 when it is empty."""
    with engine.connect() as verbinding:
        return schema_of(verbinding)


def schema_of(verbinding: Connection) -> int:
    """The schema of the database of this connection; 0 when it is empty."""
    if not inspect(verbinding).has_table("alembic_version"):
        return 0
    nummer = verbinding.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return int(nummer) if nummer is not None else 0


def check_not_newer(nummer: int, plaats: str) -> None:
    """Raises SCHEMA_NIEUWER for a database of a newer program, which this one must not touch."""
    if nummer > SCHEMA:
        raise OpslagFout("SCHEMA_NIEUWER", plaats=plaats, schema=nummer, programma=SCHEMA)


def check_schema(nummer: int, plaats: str) -> None:
    """Raises SCHEMA_NIEUWER or SCHEMA_OUDER for a database that this program cannot work with.

    One schema older is fine: on a server the stations are updated one by one, and a Beheerder migrates in between.
    """
    check_not_newer(nummer, plaats)
    if nummer == 0 or nummer < SCHEMA - 1:
        raise OpslagFout("SCHEMA_OUDER", plaats=plaats, schema=nummer, programma=SCHEMA)
