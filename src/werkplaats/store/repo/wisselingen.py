"""The dated facts of a vehicle: its plates and its people, each from a day until a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from werkplaats.domain.voertuig import RelatieKop
from werkplaats.domain.wisseling import Periode, PlaatRegel, Rol, RolRegel, Tijdlijn
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.rows.voertuig import VoertuigKentekenRij, VoertuigRelatieRij, VoertuigRij, leeft

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.wisseling import Regel


class Wisselingen(Repo):
    """Writes single facts; after the last one ``voertuigen.mark_changed`` brings the search keys along."""

    def tijdlijn(self, voertuig_id: int) -> Tijdlijn:
        """All dated facts of a car; raises NietGevonden."""
        er_is = select(VoertuigRij.id).where(VoertuigRij.id == voertuig_id, VoertuigRij.verwijderd_op.is_(None))
        if self.tx.sessie.execute(er_is).first() is None:
            raise NietGevonden("voertuig", voertuig_id)
        platen = select(VoertuigKentekenRij).where(
            VoertuigKentekenRij.voertuig_id == voertuig_id, leeft(VoertuigKentekenRij)
        )
        mensen = (
            select(VoertuigRelatieRij)
            .where(VoertuigRelatieRij.voertuig_id == voertuig_id, leeft(VoertuigRelatieRij))
            .options(joinedload(VoertuigRelatieRij.relatie))
        )
        return Tijdlijn(
            tuple(
                PlaatRegel(rij.id, rij.kenteken, Periode(rij.van, rij.tot))
                for rij in self.tx.sessie.scalars(platen.execution_options(populate_existing=True))
            ),
            tuple(
                RolRegel(rij.id, Rol(rij.rol), to_value(rij.relatie, RelatieKop), Periode(rij.van, rij.tot))
                for rij in self.tx.sessie.scalars(mensen.execution_options(populate_existing=True))
            ),
        )

    def car_of(self, soort: type[Regel], regel_id: int) -> int:
        """The car of which this is a fact, also when it was taken away; raises NietGevonden."""
        rij = VoertuigKentekenRij if soort is PlaatRegel else VoertuigRelatieRij
        nummer = self.tx.sessie.execute(select(rij.voertuig_id).where(rij.id == regel_id)).scalar_one_or_none()
        if nummer is None:
            raise NietGevonden("wisseling", regel_id)
        return int(nummer)

    def set_periode(self, regel: Regel, periode: Periode) -> None:
        """Gives a fact these days. The open one is unique: it is closed in the database before a next one is opened."""
        rij = self._row(regel)
        rij.van, rij.tot = periode.van, periode.tot
        self.werk.sessie.flush()

    def delete(self, regel: Regel) -> None:
        """Takes a fact away: it never was so, and nothing of it is lost."""
        rij = self._row(regel)
        rij.verwijderd_op, rij.verwijderd_door = self.werk.nu, self.werk.wie.naam
        self.werk.sessie.flush()

    def restore(self, regel: Regel) -> None:
        """Undoes ``delete``."""
        rij = self._row(regel)
        rij.verwijderd_op = rij.verwijderd_door = None
        self.werk.sessie.flush()

    def open_plaat(self, voertuig_id: int, kenteken: Kenteken, van: date) -> None:
        """From this day on a car bears this plate."""
        self.werk.sessie.add(VoertuigKentekenRij(voertuig_id=voertuig_id, kenteken=kenteken, van=van))
        self.werk.sessie.flush()

    def open_rol(self, voertuig_id: int, rol: Rol, relatie_id: int, van: date) -> None:
        """From this day on somebody is this to a car; raises NietGevonden where he was deleted meanwhile."""
        gevraagd = select(RelatieRij.id).where(RelatieRij.id == relatie_id, RelatieRij.verwijderd_op.is_(None))
        if self.werk.sessie.execute(gevraagd.with_for_update(read=True)).first() is None:
            raise NietGevonden("relatie", relatie_id)
        self.werk.sessie.add(VoertuigRelatieRij(voertuig_id=voertuig_id, relatie_id=relatie_id, rol=rol.value, van=van))
        self.werk.sessie.flush()

    def _row(self, regel: Regel) -> VoertuigKentekenRij | VoertuigRelatieRij:
        sessie = self.werk.sessie
        if isinstance(regel, PlaatRegel):
            return sessie.get_one(VoertuigKentekenRij, regel.id)
        return sessie.get_one(VoertuigRelatieRij, regel.id)
