"""What a database or a disk can say, as a code that a person can act on; what is our own fault passes unchanged."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from werkplaats.errors import OpslagFout

if TYPE_CHECKING:
    from collections.abc import Iterator

_SQLITE = {
    sqlite3.SQLITE_FULL: "SCHIJF_VOL",
    sqlite3.SQLITE_READONLY: "ALLEEN_LEZEN",
    sqlite3.SQLITE_PERM: "ALLEEN_LEZEN",
    sqlite3.SQLITE_IOERR: "OPSLAG_STUK",
    sqlite3.SQLITE_CORRUPT: "OPSLAG_STUK",
    sqlite3.SQLITE_NOTADB: "OPSLAG_STUK",
    sqlite3.SQLITE_BUSY: "OPSLAG_BEZET",
    sqlite3.SQLITE_LOCKED: "OPSLAG_BEZET",
    sqlite3.SQLITE_CANTOPEN: "MAP_ONBEREIKBAAR",
}
"""By SQLite's primary result code (the low byte)."""

_POSTGRES = {
    "53100": "SCHIJF_VOL",
    "25006": "ALLEEN_LEZEN",
    "42501": "ALLEEN_LEZEN",
    "40P01": "OPSLAG_BEZET",
    "40001": "OPSLAG_BEZET",
    "55P03": "OPSLAG_BEZET",
    "57014": "OPSLAG_BEZET",
}
"""By SQLSTATE; whole classes stand below."""

_POSTGRES_KLASSE = {"08": "GEEN_VERBINDING", "28": "GEEN_VERBINDING", "53": "OPSLAG_BEZET", "57": "GEEN_VERBINDING",
                    "58": "OPSLAG_STUK", "XX": "OPSLAG_STUK", "3D": "GEEN_VERBINDING"}  # fmt: skip

_OS = {
    errno.ENOSPC: "SCHIJF_VOL",
    errno.EDQUOT: "SCHIJF_VOL",
    errno.EFBIG: "SCHIJF_VOL",
    errno.EROFS: "ALLEEN_LEZEN",
    errno.EACCES: "ALLEEN_LEZEN",
    errno.EPERM: "ALLEEN_LEZEN",
    errno.EIO: "OPSLAG_STUK",
    errno.ENOENT: "MAP_ONBEREIKBAAR",
    errno.ENOTDIR: "MAP_ONBEREIKBAAR",
}

OPNIEUW = frozenset({"40P01", "40001"})
"""SQLSTATEs of a transaction that may simply be done again: deadlock, and serialization failure."""


@contextmanager
def translated(plaats: str) -> Iterator[None]:
    """Turns the world's failures inside into OpslagFout; ``plaats`` is the file or the server, for the sentence."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError, PoolTimeout) as fout:
        code = code_of(fout)
        if code is None:
            raise
        raise OpslagFout(code, plaats=plaats, reden=_reason(fout)) from fout


def code_of(fout: BaseException) -> str | None:
    """The code of a failure, or None when it is our own."""
    oorzaak: Any = fout.orig if isinstance(fout, DBAPIError) else fout
    if isinstance(oorzaak, sqlite3.Error):
        return _SQLITE.get(getattr(oorzaak, "sqlite_errorcode", -1) & 0xFF)
    if isinstance(oorzaak, OSError):
        return _OS.get(oorzaak.errno or 0)
    if isinstance(oorzaak, PoolTimeout):
        return "OPSLAG_BEZET"
    return _postgres(oorzaak)


def may_retry(fout: BaseException) -> bool:
    """Whether the same transaction may succeed when it is done again."""
    return isinstance(fout, DBAPIError) and getattr(fout.orig, "sqlstate", None) in OPNIEUW


def _postgres(oorzaak: Any) -> str | None:
    staat = getattr(oorzaak, "sqlstate", None)
    if staat:
        return _POSTGRES.get(staat) or _POSTGRES_KLASSE.get(staat[:2])
    # psycopg gives no SQLSTATE where the server was not reached at all, or went away.
    return "GEEN_VERBINDING" if type(oorzaak).__name__ in ("OperationalError", "ConnectionTimeout") else None


def _reason(fout: BaseException) -> str:
    oorzaak = fout.orig if isinstance(fout, DBAPIError) else fout
    if isinstance(oorzaak, sqlite3.Error):
        return getattr(oorzaak, "sqlite_errorname", type(oorzaak).__name__)
    if isinstance(oorzaak, OSError):
        return oorzaak.strerror or type(oorzaak).__name__
    return getattr(oorzaak, "sqlstate", None) or type(oorzaak).__name__
