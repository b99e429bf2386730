"""The rows of what stands in the fields that a shop defined itself."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from werkplaats.domain.moment import Moment
from werkplaats.store.rows.basis import Rij, persoonlijk, technisch, verwijzing


class VrijeWaardeRij(Rij):
    """What stands in one such field for a car; nobody knows what people write there, so it counts as personal."""

    __tablename__ = "vrije_waarde"
    __table_args__ = (Index("ix_vrije_waarde_veld", "veld"),)

    voertuig_id: Mapped[int] = verwijzing("voertuig.id", primary_key=True)
    veld: Mapped[str] = technisch(primary_key=True)
    waarde: Mapped[str] = persoonlijk()
    gewijzigd_op: Mapped[Moment] = technisch()
    gewijzigd_door: Mapped[str] = technisch()
