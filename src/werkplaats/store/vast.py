"""What is fixed for every connection and database; it loads nothing, so that the first list can stand on it too."""

from __future__ import annotations

SCHEMA = 29
"""The schema that this program is made for; a migration script bears this number in four digits."""

BUSY_MS = 30_000
"""How long SQLite waits for another process that writes."""

ALTIJD = (
    f"PRAGMA busy_timeout={BUSY_MS}",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
)
"""The settings of every SQLite connection but the migration's."""
