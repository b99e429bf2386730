"""The odometer readings of the cars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, select, type_coerce

from werkplaats.domain.kmstand import KmInvoer, KmStand
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.kmstand import KmStandRij
from werkplaats.store.treffer import by_car

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from werkplaats.domain.kmstand import Punt

_K = tabel(KmStandRij)
_LEVEND = KmStandRij.verwijderd_op.is_(None)


class KmStanden(Repo):
    """The readings of all cars; one that was taken back stays in the bin."""

    def van_voertuig(self, voertuig_id: int) -> tuple[KmStand, ...]:
        """All readings of a car by day; of one day in the order in which they came."""
        gevraagd = select(KmStandRij).where(KmStandRij.voertuig_id == voertuig_id, _LEVEND)
        rijen = self.tx.sessie.scalars(gevraagd.order_by(KmStandRij.datum, KmStandRij.id))
        return tuple(to_value(rij, KmStand) for rij in rijen)

    def metingen(self, voertuigen: Collection[int]) -> dict[int, list[Punt]]:
        """The readings of these cars by day, by car, as far as a course is reckoned from them."""
        gevraagd = (
            select(_K.c.voertuig_id, _K.c.datum, _K.c.stand, type_coerce(_K.c.eenheid, Text), _K.c.teller_gewijzigd)
            .where(_K.c.voertuig_id.in_(voertuigen), _K.c.verwijderd_op.is_(None))
            .order_by(_K.c.datum, _K.c.id)
        )
        return by_car(self.tx.verbinding.execute(gevraagd))

    def get(self, nummer: int) -> KmStand:
        """A reading; raises NietGevonden."""
        return to_value(self._row(nummer), KmStand)

    def lock(self, nummer: int) -> None:
        """Keeps others from changing this reading until the transaction ends; raises NietGevonden."""
        gevraagd = select(KmStandRij.id).where(KmStandRij.id == nummer, _LEVEND)
        if self.tx.sessie.execute(gevraagd.with_for_update()).first() is None:
            raise NietGevonden("kmstand", nummer)

    def add(self, voertuig_id: int, invoer: KmInvoer) -> int:
        """Adds a reading of a car and returns its id."""
        werk = self.werk
        velden = {naam: getattr(invoer, naam) for naam in field_names(KmInvoer)}
        rij = KmStandRij(
            **velden, voertuig_id=voertuig_id, versie=1, gewijzigd_op=werk.nu, gewijzigd_door=werk.wie.naam
        )
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def write(self, nummer: int, wijzigingen: Mapping[str, Any]) -> None:
        """Writes these fields of a reading; raises NietGevonden."""
        werk, rij = self.werk, self._row(nummer)
        for veld, waarde in wijzigingen.items():
            setattr(rij, veld, waarde)
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()

    def delete(self, nummer: int) -> None:
        """Puts a reading in the bin; raises NietGevonden."""
        werk, rij = self.werk, self._row(nummer)
        rij.verwijderd_op, rij.verwijderd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()

    def restore(self, nummer: int) -> None:
        """Takes a reading out of the bin again; raises NietGevonden."""
        werk = self.werk
        rij = werk.sessie.get(KmStandRij, nummer, populate_existing=True)
        if rij is None:
            raise NietGevonden("kmstand", nummer)
        rij.verwijderd_op, rij.verwijderd_door = None, None
        werk.sessie.flush()

    def _row(self, nummer: int) -> KmStandRij:
        gevraagd = select(KmStandRij).where(KmStandRij.id == nummer, _LEVEND)
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("kmstand", nummer)
        return rij
