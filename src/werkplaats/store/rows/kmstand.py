"""The rows of the odometer readings: one table for every reading, wherever it comes from."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from werkplaats.domain.kmstand import Eenheid, KmHerkomst, KmInvoer, KmStand
from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Bewerkbaar,
    Rij,
    Verwijderbaar,
    sleutel,
    verwijzing,
    zakelijk,
)
from werkplaats.store.types import EnumType


class KmStandRij(Bewerkbaar, Verwijderbaar, Rij):
    """A reading of a car on a day; ``stand`` is what the odometer showed, in its own unit."""

    __tablename__ = "kmstand"
    __table_args__ = (Index("ix_kmstand_voertuig_id", "voertuig_id", "datum"), NOOIT_HERGEBRUIKT)
    WAARDEN = (KmInvoer, KmStand)

    id: Mapped[int] = sleutel()
    voertuig_id: Mapped[int] = verwijzing("voertuig.id")
    datum: Mapped[date] = zakelijk()
    stand: Mapped[int] = zakelijk()
    eenheid: Mapped[Eenheid] = zakelijk(EnumType(Eenheid))
    herkomst: Mapped[KmHerkomst] = zakelijk(EnumType(KmHerkomst))
    teller_gewijzigd: Mapped[bool] = zakelijk()
    opmerking: Mapped[str] = zakelijk()
