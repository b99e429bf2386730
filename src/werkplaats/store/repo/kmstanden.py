"""The odometer readings of the cars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, select, type_coerce

from werkplaats.domain.kmstand import KmInvoer, KmStand
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import to_value
from werkplaats.store.repo.per_voertuig import PerVoertuig
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.kmstand import KmStandRij
from werkplaats.store.treffer import by_car

if TYPE_CHECKING:
    from collections.abc import Collection

    from werkplaats.domain.kmstand import Punt

_K = tabel(KmStandRij)
_LEVEND = KmStandRij.verwijderd_op.is_(None)


class KmStanden(PerVoertuig[KmInvoer, KmStand]):
    """The readings of all cars by day; of one day in the order in which they came. One taken back stays in the bin."""

    RIJ, KAART, WAARDE, ONDERWERP = KmStandRij, KmInvoer, KmStand, "kmstand"
    ORDE = ("datum", "id")

    def metingen(self, voertuigen: Collection[int]) -> dict[int, list[Punt]]:
        """The readings of these cars by day, by car, as far as a course is reckoned from them."""
        gevraagd = (
            select(_K.c.voertuig_id, _K.c.datum, _K.c.stand, type_coerce(_K.c.eenheid, Text), _K.c.teller_gewijzigd)
            .where(_K.c.voertuig_id.in_(voertuigen), _K.c.verwijderd_op.is_(None))
            .order_by(_K.c.datum, _K.c.id)
        )
        return by_car(self.tx.verbinding.execute(gevraagd))

    def lock(self, nummer: int) -> None:
        """Keeps others from changing this reading until the transaction ends; raises NietGevonden."""
        gevraagd = select(KmStandRij.id).where(KmStandRij.id == nummer, _LEVEND)
        if self.tx.sessie.execute(gevraagd.with_for_update()).first() is None:
            raise NietGevonden("kmstand", nummer)

    def _value(self, rij: Any) -> KmStand:
        """A reading says by itself what others have on their card."""
        return to_value(rij, KmStand)
