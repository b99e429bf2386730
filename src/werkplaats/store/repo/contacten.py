"""The contact that there was with relaties."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from werkplaats.domain.contactmoment import ContactKaart, Contactmoment
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.contact import ContactmomentRij
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.rows.voertuig import VoertuigKentekenRij, geldt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select

    Rijen = Select[ContactmomentRij, str, VoertuigKentekenRij]

_LIMIET = 500
_LEVEND = ContactmomentRij.verwijderd_op.is_(None)


class Contacten(Repo):
    """One list per relatie, and one per car."""

    def get(self, nummer: int) -> Contactmoment:
        """A contact; raises NietGevonden."""
        gevonden = self._list(_select().where(ContactmomentRij.id == nummer))
        if not gevonden:
            raise NietGevonden("contact", nummer)
        return gevonden[0]

    def van_relatie(self, relatie_id: int) -> tuple[Contactmoment, ...]:
        """All contact with a relatie, the latest first."""
        return self._list(_select().where(ContactmomentRij.relatie_id == relatie_id))

    def van_voertuig(self, voertuig_id: int) -> tuple[Contactmoment, ...]:
        """All contact about a car, with whomever it was, the latest first."""
        return self._list(_select().where(ContactmomentRij.voertuig_id == voertuig_id))

    def lock(self, nummer: int) -> None:
        """Keeps others from changing this contact until the transaction ends; raises NietGevonden."""
        gevraagd = select(ContactmomentRij.id).where(ContactmomentRij.id == nummer, _LEVEND)
        if self.tx.sessie.execute(gevraagd.with_for_update()).first() is None:
            raise NietGevonden("contact", nummer)

    def add(self, relatie_id: int, kaart: ContactKaart) -> int:
        """Adds a contact and returns its id."""
        werk = self.werk
        rij = ContactmomentRij(
            **{veld.name: getattr(kaart, veld.name) for veld in fields(kaart)},
            relatie_id=relatie_id,
            door=werk.wie.naam,
            versie=1,
            gewijzigd_op=werk.nu,
            gewijzigd_door=werk.wie.naam,
        )
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def write(self, nummer: int, wijzigingen: Mapping[str, Any]) -> None:
        """Writes these fields of a contact; raises NietGevonden."""
        rij = self._row(nummer)
        for veld, waarde in wijzigingen.items():
            setattr(rij, veld, waarde)
        self._mark(rij)

    def delete(self, nummer: int) -> None:
        """Takes a contact back: it is no longer listed, and nothing of it is lost; raises NietGevonden."""
        rij = self._row(nummer)
        rij.verwijderd_op, rij.verwijderd_door = self.werk.nu, self.werk.wie.naam
        self._mark(rij)

    def _mark(self, rij: ContactmomentRij) -> None:
        werk = self.werk
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()

    def _list(self, gevraagd: Rijen) -> tuple[Contactmoment, ...]:
        volgorde = gevraagd.order_by(ContactmomentRij.moment.desc(), ContactmomentRij.id.desc()).limit(_LIMIET)
        rijen = self.tx.sessie.execute(volgorde.execution_options(populate_existing=True))
        return tuple(_to_contact(rij, weergave, kenteken) for rij, weergave, kenteken in rijen)

    def _row(self, nummer: int) -> ContactmomentRij:
        gevraagd = select(ContactmomentRij).where(ContactmomentRij.id == nummer, _LEVEND)
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("contact", nummer)
        return rij


def _select() -> Rijen:
    """A contact with the name of the relatie, and the plate that the car bears now."""
    plaat = (VoertuigKentekenRij.voertuig_id == ContactmomentRij.voertuig_id) & geldt(VoertuigKentekenRij)
    return (
        select(ContactmomentRij, RelatieRij.weergave, VoertuigKentekenRij)
        .join(RelatieRij, RelatieRij.id == ContactmomentRij.relatie_id)
        .outerjoin(VoertuigKentekenRij, plaat)
        .where(_LEVEND)
    )


def _to_contact(rij: ContactmomentRij, weergave: str, plaat: VoertuigKentekenRij | None) -> Contactmoment:
    gegeven: dict[str, Any] = {
        "relatie": weergave,
        "kenteken": plaat.kenteken if plaat else None,
        "kaart": to_value(rij, ContactKaart),
    }
    eigen = {naam: getattr(rij, naam) for naam in field_names(Contactmoment) if naam not in gegeven}
    return Contactmoment(**eigen, **gegeven)
