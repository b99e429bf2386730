"""The SQL that the product sends, taken down as it goes to the driver, so that a baseline can send the same."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from werkplaats.store.opslag import Store

Statement = tuple[str, tuple[Any, ...]]


@dataclass(slots=True)
class Taken:
    """What was sent: the settings of the connection, and the statements in their order."""

    settings: list[str] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


@contextmanager
def taken_down(store: Store) -> Iterator[Taken]:
    """Takes down what is read through this store meanwhile, on a connection that is made for it."""
    taken = Taken()
    engine = store.engines.lezen

    def through(_dialect: Any, _record: Any, _arguments: Any, parameters: dict[str, Any]) -> None:
        parameters["factory"] = _tapped(taken)

    engine.dispose()
    event.listen(engine, "do_connect", through)
    try:
        yield taken
    finally:
        event.remove(engine, "do_connect", through)
        engine.dispose()


def _tapped(taken: Taken) -> type[sqlite3.Connection]:
    class Cursor(sqlite3.Cursor):
        def execute(self, sql: str, parameters: Any = (), /) -> Self:
            taken.statements.append((sql, tuple(parameters)))
            return super().execute(sql, parameters)

    class Connection(sqlite3.Connection):
        def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
            taken.settings.append(sql)
            return super().execute(sql, parameters)

        def cursor(self, factory: Any = None) -> Any:
            return super().cursor(factory or Cursor)

    return Connection


def connect(path: str, settings: Sequence[str]) -> sqlite3.Connection:
    """A bare connection with the same settings."""
    database = sqlite3.connect(path, isolation_level=None)
    for setting in settings:
        database.execute(setting)
    return database


def send(database: sqlite3.Connection, statements: Sequence[Statement]) -> list[list[tuple[Any, ...]]]:
    """Sends the statements in one transaction, as they were taken down, and gives the rows of each."""
    answers = []
    for sql, parameters in statements:
        cursor = database.cursor()
        cursor.execute(sql, parameters)
        answers.append(cursor.fetchall())
        cursor.close()
    database.rollback()
    return answers
