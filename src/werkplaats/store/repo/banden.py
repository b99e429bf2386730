"""The sets of tyres of the cars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from werkplaats.domain.banden import Bandenset, BandensetKaart
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.banden import BandensetRij

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEVEND = BandensetRij.verwijderd_op.is_(None)


class Banden(Repo):
    """The sets of all cars; one that was taken away stays in the bin. A writer locks the car first."""

    def van_voertuig(self, voertuig_id: int) -> tuple[Bandenset, ...]:
        """The sets of a car in the order in which they came."""
        gevraagd = select(BandensetRij).where(BandensetRij.voertuig_id == voertuig_id, _LEVEND)
        return tuple(_to_set(rij) for rij in self.tx.sessie.scalars(gevraagd.order_by(BandensetRij.id)))

    def get(self, nummer: int) -> Bandenset:
        """A set; raises NietGevonden."""
        return _to_set(self._row(nummer))

    def add(self, voertuig_id: int, kaart: BandensetKaart) -> int:
        """Adds a set of a car and returns its id."""
        werk = self.werk
        velden = {naam: getattr(kaart, naam) for naam in field_names(BandensetKaart)}
        rij = BandensetRij(
            **velden, voertuig_id=voertuig_id, versie=1, gewijzigd_op=werk.nu, gewijzigd_door=werk.wie.naam
        )
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def write(self, nummer: int, wijzigingen: Mapping[str, Any]) -> None:
        """Writes these fields of a set; raises NietGevonden."""
        werk, rij = self.werk, self._row(nummer)
        for veld, waarde in wijzigingen.items():
            setattr(rij, veld, waarde)
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()

    def delete(self, nummer: int) -> None:
        """Puts a set in the bin; raises NietGevonden."""
        werk, rij = self.werk, self._row(nummer)
        rij.verwijderd_op, rij.verwijderd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()

    def restore(self, nummer: int) -> None:
        """Takes a set out of the bin again; raises NietGevonden."""
        werk = self.werk
        rij = werk.sessie.get(BandensetRij, nummer, populate_existing=True)
        if rij is None:
            raise NietGevonden("bandenset", nummer)
        rij.verwijderd_op, rij.verwijderd_door = None, None
        werk.sessie.flush()

    def _row(self, nummer: int) -> BandensetRij:
        gevraagd = select(BandensetRij).where(BandensetRij.id == nummer, _LEVEND)
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("bandenset", nummer)
        return rij


def _to_set(rij: BandensetRij) -> Bandenset:
    return to_value(rij, Bandenset, kaart=to_value(rij, BandensetKaart))
