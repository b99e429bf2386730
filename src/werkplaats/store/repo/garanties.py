"""The warranties of the cars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, bindparam, select, type_coerce

from werkplaats.domain.garantie import Garantie, GarantieKaart
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.dekking import GarantieRij
from werkplaats.store.rows.voertuig import VoertuigRij
from werkplaats.store.treffer import to_eindigend
from werkplaats.store.vraag import Vraag

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from werkplaats.domain.garantie import EindigendeGarantie

_LEVEND = GarantieRij.verwijderd_op.is_(None)


_G, _V = tabel(GarantieRij), tabel(VoertuigRij)
_EINDIGEND = Vraag(
    select(_G.c.voertuig_id, type_coerce(_G.c.soort, Text), _G.c.tot, _G.c.tot_km)
    .join(_V, _V.c.id == _G.c.voertuig_id)
    .where(_G.c.tot.between(bindparam("van"), bindparam("tot")), _G.c.verwijderd_op.is_(None))
    .where(_V.c.verwijderd_op.is_(None), _V.c.actief.is_(True))
    .order_by(_G.c.tot, _G.c.id)
    .limit(bindparam("limiet")),
    to_eindigend,
)


class Garanties(Repo):
    """The warranties of all cars; one that was taken away stays in the bin."""

    def van_voertuig(self, voertuig_id: int) -> tuple[Garantie, ...]:
        """The warranties of a car, in the order in which they came."""
        gevraagd = select(GarantieRij).where(GarantieRij.voertuig_id == voertuig_id, _LEVEND)
        return tuple(_value(rij) for rij in self.tx.sessie.scalars(gevraagd.order_by(GarantieRij.id)))

    def eindigend(self, van: date, tot: date, limiet: int) -> tuple[EindigendeGarantie, ...]:
        """Warranties of active cars whose last day lies from ``van`` to ``tot``, the first to end first."""
        return tuple(_EINDIGEND.run(self.tx.verbinding, van=van, tot=tot, limiet=limiet))

    def get(self, nummer: int) -> Garantie:
        """A warranty; raises NietGevonden."""
        return _value(self._row(nummer))

    def add(self, voertuig_id: int, kaart: GarantieKaart) -> int:
        """Adds a warranty and returns its id."""
        werk = self.werk
        velden = {naam: getattr(kaart, naam) for naam in field_names(GarantieKaart)}
        mijn = {"versie": 1, "gewijzigd_op": werk.nu, "gewijzigd_door": werk.wie.naam}
        rij = GarantieRij(voertuig_id=voertuig_id, **velden, **mijn)
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def write(self, nummer: int, wijzigingen: Mapping[str, Any]) -> None:
        """Writes these fields of a warranty; raises NietGevonden."""
        werk, rij = self.werk, self._row(nummer)
        for veld, waarde in wijzigingen.items():
            setattr(rij, veld, waarde)
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()

    def delete(self, nummer: int) -> None:
        """Puts a warranty in the bin; raises NietGevonden."""
        self.write(nummer, {"verwijderd_op": self.werk.nu, "verwijderd_door": self.werk.wie.naam})

    def restore(self, nummer: int) -> None:
        """Takes a warranty out of the bin again; raises NietGevonden."""
        rij = self.werk.sessie.get(GarantieRij, nummer, populate_existing=True)
        if rij is None:
            raise NietGevonden("garantie", nummer)
        rij.verwijderd_op, rij.verwijderd_door = None, None
        self.werk.sessie.flush()

    def _row(self, nummer: int) -> GarantieRij:
        gevraagd = select(GarantieRij).where(GarantieRij.id == nummer, _LEVEND)
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("garantie", nummer)
        return rij


def _value(rij: GarantieRij) -> Garantie:
    return Garantie(rij.id, rij.voertuig_id, to_value(rij, GarantieKaart), rij.gewijzigd_door)
