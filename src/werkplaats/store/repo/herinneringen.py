"""The reminders of the cars."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, bindparam, or_, select, type_coerce

from werkplaats.domain.herinnering import Herinnering, HerinneringKaart, OpKm
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.herinnering import HerinneringRij
from werkplaats.store.rows.voertuig import VoertuigRij
from werkplaats.store.treffer import to_open
from werkplaats.store.vraag import Vraag

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.herinnering import OpenHerinnering

_LEVEND = HerinneringRij.verwijderd_op.is_(None)
_H, _V = tabel(HerinneringRij), tabel(VoertuigRij)


_OPEN = Vraag(
    select(_H.c.voertuig_id, type_coerce(_H.c.soort, Text), _H.c.omschrijving, _H.c.op_datum)
    .join(_V, _V.c.id == _H.c.voertuig_id)
    .where(_H.c.gedaan_op.is_(None), _H.c.op_datum <= bindparam("tot"), _H.c.verwijderd_op.is_(None))
    .where(_V.c.verwijderd_op.is_(None), _V.c.actief.is_(True))
    .order_by(_H.c.op_datum, _H.c.id)
    .limit(bindparam("limiet")),
    to_open,
)


_OP_KM = (
    select(_H.c.voertuig_id, type_coerce(_H.c.soort, Text), _H.c.omschrijving, _H.c.bij_km)
    .join(_V, _V.c.id == _H.c.voertuig_id)
    .where(_H.c.gedaan_op.is_(None), _H.c.bij_km.is_not(None), _H.c.verwijderd_op.is_(None))
    .where(or_(_H.c.op_datum.is_(None), _H.c.op_datum > bindparam("na")))
    .where(_V.c.verwijderd_op.is_(None), _V.c.actief.is_(True))
    .order_by(_H.c.id)
    .limit(bindparam("limiet"))
)


class Herinneringen(Repo):
    """What somebody must think of, by car."""

    def get(self, nummer: int) -> Herinnering:
        """A reminder; raises NietGevonden."""
        return _value(self._row(nummer))

    def van_voertuig(self, voertuig_id: int, limiet: int = 200) -> tuple[Herinnering, ...]:
        """The reminders of a car: the open ones by their day, then those that were done, the latest first."""
        rijen = self.tx.sessie.scalars(
            select(HerinneringRij)
            .where(HerinneringRij.voertuig_id == voertuig_id, _LEVEND)
            .order_by(HerinneringRij.gedaan_op.desc(), HerinneringRij.op_datum, HerinneringRij.id)
            .limit(limiet)
        )
        alle = [_value(rij) for rij in rijen]
        # The databases do not agree on where an empty day stands in an order.
        open_ = [een for een in alle if een.gedaan_op is None]
        open_.sort(key=lambda een: (een.kaart.op_datum is None, str(een.kaart.op_datum), een.id))
        return (*open_, *(een for een in alle if een.gedaan_op is not None))

    def open_tot(self, tot: date, limiet: int) -> tuple[OpenHerinnering, ...]:
        """Open reminders of active cars whose day is not later than this one, the earliest first."""
        return tuple(_OPEN.run(self.tx.verbinding, tot=tot, limiet=limiet))

    def open_op_km(self, na: date, limiet: int) -> tuple[OpKm, ...]:
        """Open reminders of active cars at a km reading, but for those that are due by their day until ``na``."""
        rijen = self.tx.sessie.execute(_OP_KM, {"na": na, "limiet": limiet})
        return tuple(OpKm(*rij) for rij in rijen)

    def add(self, voertuig_id: int, kaart: HerinneringKaart) -> int:
        """Adds a reminder to a car and returns its id."""
        werk = self.werk
        rij = HerinneringRij(
            voertuig_id=voertuig_id,
            gedaan_door="",
            versie=1,
            gewijzigd_op=werk.nu,
            gewijzigd_door=werk.wie.naam,
            **_columns(kaart),
        )
        werk.sessie.add(rij)
        werk.sessie.flush()
        return rij.id

    def write(self, nummer: int, wijzigingen: dict[str, Any]) -> None:
        """Writes these fields of a reminder; raises NietGevonden."""
        rij = self._row(nummer)
        for veld, waarde in wijzigingen.items():
            setattr(rij, veld, waarde)
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = self.werk.nu, self.werk.wie.naam
        self.werk.sessie.flush()

    def mark_done(self, nummer: int) -> None:
        """Notes that a reminder was done today, by whom; raises NietGevonden."""
        self.write(nummer, {"gedaan_op": self.werk.vandaag, "gedaan_door": self.werk.wie.naam})

    def delete(self, nummer: int) -> None:
        """Puts a reminder in the bin; raises NietGevonden."""
        self.write(nummer, {"verwijderd_op": self.werk.nu, "verwijderd_door": self.werk.wie.naam})

    def _row(self, nummer: int) -> HerinneringRij:
        gevraagd = select(HerinneringRij).where(HerinneringRij.id == nummer, _LEVEND)
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("herinnering", nummer)
        return rij


def _columns(kaart: HerinneringKaart) -> dict[str, Any]:
    return {veld.name: getattr(kaart, veld.name) for veld in fields(kaart)}


def _value(rij: HerinneringRij) -> Herinnering:
    kaart = to_value(rij, HerinneringKaart)
    return Herinnering(rij.id, rij.voertuig_id, kaart, rij.gewijzigd_door, rij.gedaan_op, rij.gedaan_door)
