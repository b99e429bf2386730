"""The row of a set of tyres."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from werkplaats.domain.banden import BandensetKaart, Seizoen
from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Bewerkbaar,
    Rij,
    Verwijderbaar,
    persoonlijk,
    sleutel,
    verwijzing,
    zakelijk,
)
from werkplaats.store.types import EnumType


class BandensetRij(Bewerkbaar, Verwijderbaar, Rij):
    """A set of tyres of a car; the tread is in tenths of a millimetre."""

    __tablename__ = "bandenset"
    __table_args__ = (Index("ix_bandenset_voertuig_id", "voertuig_id"), NOOIT_HERGEBRUIKT)
    WAARDEN = (BandensetKaart,)

    id: Mapped[int] = sleutel()
    voertuig_id: Mapped[int] = verwijzing("voertuig.id")
    seizoen: Mapped[Seizoen] = zakelijk(EnumType(Seizoen))
    gemonteerd: Mapped[bool] = zakelijk()
    gewisseld_op: Mapped[date | None] = zakelijk()
    opslagplaats: Mapped[str] = zakelijk()
    maat: Mapped[str] = zakelijk()
    bandmerk: Mapped[str] = zakelijk()
    velgen: Mapped[str] = zakelijk()
    dot_lv: Mapped[str] = zakelijk()
    dot_rv: Mapped[str] = zakelijk()
    dot_la: Mapped[str] = zakelijk()
    dot_ra: Mapped[str] = zakelijk()
    profiel_lv: Mapped[int | None] = zakelijk()
    profiel_rv: Mapped[int | None] = zakelijk()
    profiel_la: Mapped[int | None] = zakelijk()
    profiel_ra: Mapped[int | None] = zakelijk()
    opmerking: Mapped[str] = persoonlijk()
