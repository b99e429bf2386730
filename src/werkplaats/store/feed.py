"""What was changed since somebody last looked: the logboek read from its end, on a connection of its own."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from werkplaats.store.fouten import translated

if TYPE_CHECKING:
    from werkplaats.store.opslag import Store

Wijziging = tuple[str, int]
"""The subject and the id of a record that was changed."""


class Feed:
    """Asks for new lines of the logboek; embedded it first asks whether anybody wrote at all.

    ``PRAGMA data_version`` compares with what the same connection saw before, so that connection is kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._laatste: int | None = None
        self._versie: int | None = None
        self._slot = Lock()
        engines = store.engines
        self._verbinding = engines.lezen.connect() if engines.embedded else None

    def poll(self) -> tuple[Wijziging, ...]:
        """What was changed since the last call, each record once; nothing at the first."""
        with self._slot, translated(self._store.plaats):
            if not self._is_written():
                return ()
            with self._store.read() as lezing:
                if self._laatste is None:
                    self._laatste = lezing.logboek.laatste_id()
                    return ()
                regels = lezing.logboek.na(self._laatste)
            if regels:
                self._laatste = regels[-1][0]
            return tuple(dict.fromkeys((onderwerp, nummer) for _id, onderwerp, nummer in regels))

    def close(self) -> None:
        """Gives its connection back."""
        with self._slot:
            if self._verbinding is not None:
                self._verbinding.close()
                self._verbinding = None

    def _is_written(self) -> bool:
        if self._verbinding is None:
            return True
        # Past SQLAlchemy: a transaction of its own would be one more question each second.
        cursor = self._verbinding.connection.cursor()
        voor, self._versie = self._versie, int(cursor.execute("PRAGMA data_version").fetchone()[0])
        cursor.close()
        return self._versie != voor
