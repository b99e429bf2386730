"""The postbus: a message is a row that is written in the same transaction as the change that caused it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from werkplaats.store import jsonwaarde
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.postbus import UitgaandRij

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.moment import Moment

WACHT = "wacht"


_UITGAAND = tabel(UitgaandRij)


class Postbus(Repo):
    """What must reach another system."""

    def leg_klaar(
        self,
        soort: str,
        payload: Mapping[str, Any],
        sleutel: str,
        onderwerp: str,
        onderwerp_id: int,
        *,
        niet_voor: Moment | None = None,
    ) -> int:
        """Puts a message ready, returns its id; ``sleutel`` is its idempotency key, ``payload`` holds no password."""
        werk = self.werk
        rij = UitgaandRij(
            shop_id=werk.wie.shop_id or None,
            soort=soort,
            inhoud=jsonwaarde.dump(dict(payload)),
            sleutel=sleutel,
            onderwerp=onderwerp,
            onderwerp_id=onderwerp_id,
            staat=WACHT,
            pogingen=0,
            gemaakt_op=werk.nu,
            niet_voor=niet_voor,
        )
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def stand(self) -> dict[str, int]:
        """How many messages there are in each state."""
        gevraagd = select(_UITGAAND.c.staat, func.count().label("aantal")).group_by(_UITGAAND.c.staat)
        return {rij.staat: rij.aantal for rij in self.tx.verbinding.execute(gevraagd)}
