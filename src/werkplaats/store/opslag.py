"""The store: the one object through which use cases read and write; made by ``store.openen.open_store``."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy.exc import DBAPIError

from werkplaats.store.fouten import may_retry, translated
from werkplaats.store.transactie import Lezing, Werk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.verbinding import Engines

T = TypeVar("T")

POGINGEN = 5
"""How often a write is done again after a deadlock on PostgreSQL."""


class Store:
    """An open database; safe to use from several threads, each transaction has a connection of its own."""

    def __init__(self, engines: Engines, klok: Klok, bijlagen_map: Path | None) -> None:
        self.engines = engines
        self.klok = klok
        self.bijlagen_map = bijlagen_map

    @property
    def plaats(self) -> str:
        """The file, or server and database: for a sentence."""
        return self.engines.plaats

    @property
    def embedded(self) -> bool:
        """Whether the database is a file on this computer."""
        return self.engines.embedded

    @contextmanager
    def read(self) -> Iterator[Lezing]:
        """A read-only snapshot; keep it short, never across a person's pause."""
        with translated(self.plaats), self.engines.lezen.connect() as verbinding:
            yield Lezing(verbinding, self.bijlagen_map)

    @contextmanager
    def begin(self, wie: Wie) -> Iterator[Werk]:
        """A write for a person: commits on leaving, rolls back on an exception."""
        with translated(self.plaats), self.engines.schrijven.begin() as verbinding:
            werk = Werk(verbinding, self.bijlagen_map, wie, self.klok.nu())
            yield werk
            werk.finish()

    def run(self, wie: Wie, call: Callable[[Werk], T]) -> T:
        """A write that is done again after a deadlock on PostgreSQL; ``call`` must have no effect but on the store."""
        for _poging in range(POGINGEN - 1):
            try:
                with self.engines.schrijven.begin() as verbinding:
                    werk = Werk(verbinding, self.bijlagen_map, wie, self.klok.nu())
                    uitkomst = call(werk)
                    werk.finish()
            except DBAPIError as fout:
                if not may_retry(fout):
                    with translated(self.plaats):
                        raise
            else:
                return uitkomst
        with self.begin(wie) as werk:
            return call(werk)

    def close(self) -> None:
        """Closes all connections."""
        self.engines.dispose()
