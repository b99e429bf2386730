"""The rows of damages and warranties of cars."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from werkplaats.domain.garantie import GarantieKaart, Garantiesoort
from werkplaats.domain.schade import Plek, SchadeKaart, Schadestaat
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


class SchadeRij(Bewerkbaar, Verwijderbaar, Rij):
    """A damage of a car; its number is unique per car, in the bin too."""

    __tablename__ = "schade"
    __table_args__ = (UniqueConstraint("voertuig_id", "nummer"), NOOIT_HERGEBRUIKT)
    WAARDEN = (SchadeKaart,)

    id: Mapped[int] = sleutel()
    voertuig_id: Mapped[int] = verwijzing("voertuig.id")
    nummer: Mapped[int] = technisch()
    plek: Mapped[Plek] = zakelijk(EnumType(Plek))
    x: Mapped[int | None] = zakelijk()
    y: Mapped[int | None] = zakelijk()
    omschrijving: Mapped[str] = persoonlijk()
    datum: Mapped[date | None] = zakelijk()
    staat: Mapped[Schadestaat] = zakelijk(EnumType(Schadestaat))


class GarantieRij(Bewerkbaar, Verwijderbaar, Rij):
    """A warranty of a car."""

    __tablename__ = "garantie"
    __table_args__ = (
        Index("ix_garantie_voertuig_id", "voertuig_id"),
        Index("ix_garantie_tot", "tot"),
        NOOIT_HERGEBRUIKT,
    )
    WAARDEN = (GarantieKaart,)

    id: Mapped[int] = sleutel()
    voertuig_id: Mapped[int] = verwijzing("voertuig.id")
    soort: Mapped[Garantiesoort] = zakelijk(EnumType(Garantiesoort))
    van: Mapped[date | None] = zakelijk()
    tot: Mapped[date | None] = zakelijk()
    tot_km: Mapped[int | None] = zakelijk()
    verstrekker: Mapped[str] = zakelijk()
    nummer: Mapped[str] = zakelijk()
    opmerking: Mapped[str] = persoonlijk()
