"""Where what belongs to an embedded database lies: beside its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.store.verbinding import sqlite_path

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import URL


def bijlagen_folder(url: URL) -> Path:
    """The folder of files of an embedded database."""
    return sqlite_path(url).parent / "bijlagen"


def backup_folder(url: URL) -> Path:
    """The folder where the backups before a migration go, unless another was chosen."""
    return sqlite_path(url).parent / "backups"
