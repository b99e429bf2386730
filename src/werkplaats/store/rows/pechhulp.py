"""The row of our own register of roadside assistance."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, composite

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment
from werkplaats.domain.pechhulp import Aanbieder, PechhulpAanvraag, PechhulpInvoer, Staat
from werkplaats.domain.relatie import Aanhef
from werkplaats.store.kopie import to_value
from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Rij,
    Verwijderbaar,
    persoonlijk,
    sleutel,
    technisch,
    verwijzing,
    zakelijk,
)
from werkplaats.store.types import EnumType, SleutelTekst


class PechhulpRij(Verwijderbaar, Rij):
    """A request, with the customer as he was that day; ``soort`` is None where only a provider's page was opened."""

    __tablename__ = "pechhulp_aanvraag"
    __table_args__ = (
        Index("ix_pechhulp_aanvraag_voertuig_id", "voertuig_id", "aanbieder", "gemaakt_op"),
        Index("ix_pechhulp_aanvraag_einddatum", "einddatum"),
        NOOIT_HERGEBRUIKT,
    )
    WAARDEN = (PechhulpAanvraag,)

    id: Mapped[int] = sleutel()
    shop_id: Mapped[int] = verwijzing("shop.id", index=True)
    voertuig_id: Mapped[int] = verwijzing("voertuig.id")
    aanbieder: Mapped[Aanbieder] = zakelijk(EnumType(Aanbieder))
    kenteken_compact: Mapped[str] = persoonlijk(SleutelTekst)
    kenteken_land: Mapped[str] = zakelijk()
    kenteken_weergave: Mapped[str] = persoonlijk()
    staat: Mapped[Staat] = zakelijk(EnumType(Staat))
    gemaakt_op: Mapped[Moment] = technisch()
    gemaakt_door: Mapped[str] = technisch()
    ref: Mapped[str] = technisch(unique=True)
    pasnummer: Mapped[str] = persoonlijk()
    einddatum: Mapped[date | None] = zakelijk()
    soort: Mapped[str | None] = zakelijk()
    vergelijkbaar_vervoer: Mapped[bool | None] = zakelijk()
    europa_extra: Mapped[bool | None] = zakelijk()
    aanhanger: Mapped[bool | None] = zakelijk()
    eigen_autobedrijf: Mapped[bool | None] = zakelijk()
    aanhef: Mapped[Aanhef | None] = persoonlijk(EnumType(Aanhef))
    voorletters: Mapped[str | None] = persoonlijk()
    tussenvoegsel: Mapped[str | None] = persoonlijk()
    naam: Mapped[str | None] = persoonlijk()
    geboortedatum: Mapped[date | None] = persoonlijk()
    straat: Mapped[str | None] = persoonlijk()
    huisnr: Mapped[str | None] = persoonlijk()
    toevoeging: Mapped[str | None] = persoonlijk()
    postcode: Mapped[str | None] = persoonlijk()
    plaats: Mapped[str | None] = persoonlijk()
    telefoon: Mapped[str | None] = persoonlijk()
    email: Mapped[str | None] = persoonlijk()

    kenteken: Mapped[Kenteken] = composite(Kenteken, "kenteken_compact", "kenteken_land", "kenteken_weergave")

    @property
    def invoer(self) -> PechhulpInvoer | None:
        """What was asked, as it was that day."""
        return None if self.soort is None else to_value(self, PechhulpInvoer)
