"""The damages of the cars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from werkplaats.domain.schade import Schade, SchadeKaart
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.dekking import SchadeRij

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEVEND = SchadeRij.verwijderd_op.is_(None)


class Schades(Repo):
    """The damages of all cars; one that was taken away stays in the bin."""

    def van_voertuig(self, voertuig_id: int) -> tuple[Schade, ...]:
        """The damages of a car by their number."""
        gevraagd = select(SchadeRij).where(SchadeRij.voertuig_id == voertuig_id, _LEVEND)
        return tuple(_value(rij) for rij in self.tx.sessie.scalars(gevraagd.order_by(SchadeRij.nummer)))

    def get(self, nummer: int) -> Schade:
        """A damage; raises NietGevonden."""
        return _value(self._row(nummer))

    def add(self, voertuig_id: int, kaart: SchadeKaart) -> int:
        """Adds a damage with the next number of its car and returns its id; the car must be held."""
        werk = self.werk
        hoogste = select(func.max(SchadeRij.nummer)).where(SchadeRij.voertuig_id == voertuig_id)
        nummer = (werk.sessie.scalar(hoogste) or 0) + 1
        velden = {naam: getattr(kaart, naam) for naam in field_names(SchadeKaart)}
        mijn = {"versie": 1, "gewijzigd_op": werk.nu, "gewijzigd_door": werk.wie.naam}
        rij = SchadeRij(voertuig_id=voertuig_id, nummer=nummer, **velden, **mijn)
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def write(self, nummer: int, wijzigingen: Mapping[str, Any]) -> None:
        """Writes these fields of a damage; raises NietGevonden."""
        werk, rij = self.werk, self._row(nummer)
        for veld, waarde in wijzigingen.items():
            setattr(rij, veld, waarde)
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()

    def delete(self, nummer: int) -> None:
        """Puts a damage in the bin; raises NietGevonden."""
        self.write(nummer, {"verwijderd_op": self.werk.nu, "verwijderd_door": self.werk.wie.naam})

    def restore(self, nummer: int) -> None:
        """Takes a damage out of the bin again; raises NietGevonden."""
        rij = self.werk.sessie.get(SchadeRij, nummer, populate_existing=True)
        if rij is None:
            raise NietGevonden("schade", nummer)
        rij.verwijderd_op, rij.verwijderd_door = None, None
        self.werk.sessie.flush()

    def _row(self, nummer: int) -> SchadeRij:
        gevraagd = select(SchadeRij).where(SchadeRij.id == nummer, _LEVEND)
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("schade", nummer)
        return rij


def _value(rij: SchadeRij) -> Schade:
    return Schade(rij.id, rij.voertuig_id, rij.nummer, to_value(rij, SchadeKaart), rij.gewijzigd_door)
