"""The row of a contact with a relatie."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from werkplaats.domain.contactmoment import ContactKaart, Richting, Wijze
from werkplaats.domain.moment import Moment
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


class ContactmomentRij(Bewerkbaar, Verwijderbaar, Rij):
    """A call, a letter, a talk at the counter."""

    __tablename__ = "contactmoment"
    __table_args__ = (
        Index("ix_contactmoment_relatie_id", "relatie_id", "moment"),
        Index("ix_contactmoment_voertuig_id", "voertuig_id", "moment"),
        NOOIT_HERGEBRUIKT,
    )
    WAARDEN = (ContactKaart,)

    id: Mapped[int] = sleutel()
    relatie_id: Mapped[int] = verwijzing("relatie.id")
    voertuig_id: Mapped[int | None] = verwijzing("voertuig.id")
    moment: Mapped[Moment] = zakelijk()
    wijze: Mapped[Wijze] = zakelijk(EnumType(Wijze))
    richting: Mapped[Richting] = zakelijk(EnumType(Richting))
    tekst: Mapped[str] = persoonlijk()
    door: Mapped[str] = technisch()
