"""A query for a screen: built once, compiled once per database, and on SQLite handed straight to the driver.

The list under a search box is asked at each keystroke; there SQLAlchemy's own bookkeeping per execution would cost as
much as the query. The statement is still SQLAlchemy's, so that both databases get the same one.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Select
    from sqlalchemy.sql.compiler import SQLCompiler

T = TypeVar("T")

_SQLITE = sqlite.dialect(paramstyle="qmark")


class Vraag(Generic[T]):
    """A select with named parameters (texts, whole numbers, days), and what to make of each row, given as a tuple."""

    def __init__(self, select: Select[Any], make: Callable[[Sequence[Any]], T]) -> None:
        self.select = select
        self.make = make

    @cached_property
    def _compiled(self) -> SQLCompiler:
        return self.select.compile(dialect=_SQLITE)

    @cached_property
    def sql(self) -> str:
        """The statement as SQLite gets it, with a question mark for each parameter."""
        return str(self._compiled)

    @cached_property
    def namen(self) -> Sequence[str]:
        """The names of the parameters, in the order of the question marks."""
        return self._compiled.positiontup or ()

    @cached_property
    def vast(self) -> dict[str, Any]:
        """The parameters that stand in the statement itself, with their values."""
        return {naam: waarde for naam, waarde in self._compiled.params.items() if waarde is not None}

    def run(self, verbinding: Connection, **params: str | int | date) -> list[T]:
        """The values of the rows, in their order."""
        make = self.make
        return [make(rij) for rij in self.rows(verbinding, **params)]

    def rows(self, verbinding: Connection, **params: str | int | date) -> Sequence[Sequence[Any]]:
        """The rows as they come: for who makes values of a part of them only."""
        if verbinding.dialect.name != "sqlite":
            return verbinding.execute(self.select, params).all()
        if not verbinding.in_transaction():
            verbinding.begin()
        alle = self.vast | params
        # The driver's own connection: a cursor by way of the pool costs as much as a short answer.
        driver: Any = verbinding.connection.dbapi_connection
        cursor = driver.cursor()
        cursor.execute(self.sql, [_plain(alle[naam]) for naam in self.namen])
        rijen: list[tuple[Any, ...]] = cursor.fetchall()
        cursor.close()
        return rijen


def _plain(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date) else waarde
