"""The clock by which senders claim: one for all that work on a database.

Embedded, all processes are on one computer and share its clock. On PostgreSQL workstations may differ by minutes, so
the server's clock counts, and it is read anew in each statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from werkplaats.domain.moment import Moment

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SERVER = text("SELECT clock_timestamp()")


def database_clock(verbinding: Connection, hier: Moment) -> Moment:
    """The moment it is for the database; ``hier`` is the moment it is in this process."""
    return hier if verbinding.dialect.name == "sqlite" else Moment(verbinding.execute(_SERVER).scalar_one())
