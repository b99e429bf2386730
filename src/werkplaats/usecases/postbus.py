"""The postbus: what waits to reach another system, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.rechten import Recht

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store


class Postbus:
    """Everything that must reach another system; nothing of this version sends yet."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def stand(self, wie: Wie) -> Mapping[str, int]:
        """How many messages stand in each state; whoever may see cars sees it, for it is always in the window."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return lezing.postbus.stand()
