"""The row of a reminder."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from werkplaats.domain.herinnering import HerinneringKaart, Herinneringsoort
from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Bewerkbaar,
    Rij,
    Verwijderbaar,
    persoonlijk,
    sleutel,
    technisch,
    verwijzing,
    zakelijk,
)
from werkplaats.store.types import EnumType


class HerinneringRij(Bewerkbaar, Verwijderbaar, Rij):
    """A reminder of a car; ``gedaan_op`` is None while it stands open."""

    __tablename__ = "herinnering"
    __table_args__ = (
        Index("ix_herinnering_voertuig_id", "voertuig_id"),
        Index("ix_herinnering_open", "gedaan_op", "op_datum"),
        NOOIT_HERGEBRUIKT,
    )
    WAARDEN = (HerinneringKaart,)

    id: Mapped[int] = sleutel()
    voertuig_id: Mapped[int] = verwijzing("voertuig.id")
    soort: Mapped[Herinneringsoort] = zakelijk(EnumType(Herinneringsoort))
    omschrijving: Mapped[str] = persoonlijk()
    op_datum: Mapped[date | None] = zakelijk()
    bij_km: Mapped[int | None] = zakelijk()
    herhaal_maanden: Mapped[int | None] = zakelijk()
    herhaal_km: Mapped[int | None] = zakelijk()
    gedaan_op: Mapped[date | None] = zakelijk()
    gedaan_door: Mapped[str] = technisch()
