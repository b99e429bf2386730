"""Following what others change: the window asks each second, and shows anew what it shows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from werkplaats.domain.rechten import Recht

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.rechten import Wie
    from werkplaats.store.feed import Feed


class Volgen:
    """One per process: it remembers what it told last."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed

    def changes(self, wie: Wie) -> Mapping[str, frozenset[int]]:
        """The ids of what was changed since the last call, by subject, whoever did it; empty at the first call."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        ids: defaultdict[str, set[int]] = defaultdict(set)
        for onderwerp, nummer in self._feed.poll():
            ids[onderwerp].add(nummer)
        return {onderwerp: frozenset(nummers) for onderwerp, nummers in ids.items()}
