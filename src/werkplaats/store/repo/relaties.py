"""The relaties: one card at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from werkplaats.domain.naam import adresregel, weergave
from werkplaats.domain.relatie import Relatie, RelatieKaart
from werkplaats.domain.voertuig import RelatieKop
from werkplaats.domain.zoeksleutels import relatie_sleutels
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.sleutels import VAN_RELATIE, write_keys

if TYPE_CHECKING:
    from collections.abc import Mapping


class Relaties(Repo):
    """The people and companies of the organisation."""

    def get(self, nummer: int) -> Relatie:
        """A relatie; raises NietGevonden."""
        rij = self._row(nummer)
        return to_value(rij, Relatie, kaart=to_value(rij, RelatieKaart))

    def kop(self, nummer: int) -> RelatieKop:
        """A relatie in one line; raises NietGevonden."""
        return to_value(self._row(nummer), RelatieKop)

    def lock(self, nummer: int) -> None:
        """Keeps others from changing this relatie until the transaction ends; raises NietGevonden."""
        gevraagd = select(RelatieRij.id).where(RelatieRij.id == nummer, RelatieRij.verwijderd_op.is_(None))
        if self.tx.sessie.execute(gevraagd.with_for_update()).first() is None:
            raise NietGevonden("relatie", nummer)

    def add(self, kaart: RelatieKaart) -> int:
        """Adds a relatie and returns its id."""
        werk = self.werk
        eigen = {naam: getattr(kaart, naam) for naam in field_names(RelatieKaart)}
        rij = RelatieRij(**eigen, **_derived(kaart), versie=1, gewijzigd_op=werk.nu, gewijzigd_door=werk.wie.naam)
        werk.sessie.add(rij)
        werk.sessie.flush()
        write_keys(werk.verbinding, rij.id, VAN_RELATIE, relatie_sleutels(kaart))
        return rij.id

    def write(self, nummer: int, wijzigingen: Mapping[str, Any], voor: RelatieKaart) -> None:
        """Writes these fields of a relatie whose card was ``voor``; raises NietGevonden."""
        werk = self.werk
        rij = self._row(nummer)
        kaart = replace(voor, **wijzigingen)
        for veld, waarde in (dict(wijzigingen) | _derived(kaart)).items():
            setattr(rij, veld, waarde)
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()
        write_keys(werk.verbinding, nummer, VAN_RELATIE, relatie_sleutels(kaart))

    def delete(self, nummer: int) -> None:
        """Puts a relatie in the bin: it is no longer found, and nothing of it is lost; raises NietGevonden."""
        werk = self.werk
        rij = self._row(nummer)
        rij.verwijderd_op, rij.verwijderd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()
        write_keys(werk.verbinding, nummer, VAN_RELATIE, ())

    def _row(self, nummer: int) -> RelatieRij:
        gevraagd = select(RelatieRij).where(RelatieRij.id == nummer, RelatieRij.verwijderd_op.is_(None))
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("relatie", nummer)
        return rij


def _derived(kaart: RelatieKaart) -> dict[str, str]:
    return {"weergave": weergave(kaart), "adresregel": adresregel(kaart)}
