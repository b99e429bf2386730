"""What repositories of records of a car share, such as its warranties: a card, a version, and a bin."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from sqlalchemy import select

from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import to_value
from werkplaats.store.repo.basis import Repo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select

K = TypeVar("K")
V = TypeVar("V")


class PerVoertuig(Repo, Generic[K, V]):
    """Cards (K) of cars, kept as records (V); one that was taken away stays in the bin. A writer locks the car first.

    A repository of this kind says which row and values it has, and what a sentence calls one that is not there.
    """

    RIJ: ClassVar[type[Any]]
    KAART: ClassVar[type[Any]]
    WAARDE: ClassVar[type[Any]]
    ONDERWERP: ClassVar[str]
    ORDE: ClassVar[tuple[str, ...]] = ("id",)
    """By which columns the records of a car are listed."""

    def van_voertuig(self, voertuig_id: int) -> tuple[V, ...]:
        """The records of a car, in their order."""
        gevraagd = self._living().where(self.RIJ.voertuig_id == voertuig_id)
        orde = [getattr(self.RIJ, naam) for naam in self.ORDE]
        return tuple(self._value(rij) for rij in self.tx.sessie.scalars(gevraagd.order_by(*orde)))

    def get(self, nummer: int) -> V:
        """One of them; raises NietGevonden."""
        return self._value(self._row(nummer))

    def add(self, voertuig_id: int, kaart: K) -> int:
        """Adds one to a car and returns its id."""
        werk = self.werk
        velden = {veld.name: getattr(kaart, veld.name) for veld in fields(self.KAART)}
        mijn = {"versie": 1, "gewijzigd_op": werk.nu, "gewijzigd_door": werk.wie.naam}
        rij = self.RIJ(voertuig_id=voertuig_id, **velden, **mijn, **self._given(voertuig_id))
        werk.sessie.add(rij)
        werk.sessie.flush()
        return int(rij.id)

    def write(self, nummer: int, wijzigingen: Mapping[str, Any]) -> None:
        """Writes these fields of one; raises NietGevonden."""
        werk, rij = self.werk, self._row(nummer)
        for veld, waarde in wijzigingen.items():
            setattr(rij, veld, waarde)
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()

    def delete(self, nummer: int) -> None:
        """Puts one in the bin; raises NietGevonden."""
        werk, rij = self.werk, self._row(nummer)
        rij.verwijderd_op, rij.verwijderd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()

    def restore(self, nummer: int) -> None:
        """Takes one out of the bin again; raises NietGevonden."""
        werk = self.werk
        rij = werk.sessie.get(self.RIJ, nummer, populate_existing=True)
        if rij is None:
            raise NietGevonden(self.ONDERWERP, nummer)
        rij.verwijderd_op, rij.verwijderd_door = None, None
        werk.sessie.flush()

    def _given(self, _voertuig_id: int) -> dict[str, Any]:
        """What the store itself gives a new one."""
        return {}

    def _living(self) -> Select[Any]:
        """Those that were not taken away, with what their values need of other tables."""
        return select(self.RIJ).where(self.RIJ.verwijderd_op.is_(None))

    def _value(self, rij: Any) -> V:
        waarde: V = to_value(rij, self.WAARDE, kaart=to_value(rij, self.KAART))
        return waarde

    def _row(self, nummer: int) -> Any:
        gevraagd = self._living().where(self.RIJ.id == nummer)
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden(self.ONDERWERP, nummer)
        return rij
