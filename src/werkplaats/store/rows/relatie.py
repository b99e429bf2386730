"""The row of a relatie."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.domain.voertuig import RelatieKop
from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Bewerkbaar,
    Rij,
    Verwijderbaar,
    persoonlijk,
    sleutel,
    zakelijk,
)
from werkplaats.store.types import EnumType


class RelatieRij(Bewerkbaar, Verwijderbaar, Rij):
    """A person or company; ``weergave`` and ``adresregel`` are derived at each save, so that no list computes them."""

    __tablename__ = "relatie"
    __table_args__ = NOOIT_HERGEBRUIKT
    WAARDEN = (RelatieKaart, RelatieKop)

    id: Mapped[int] = sleutel()
    aanhef: Mapped[Aanhef] = persoonlijk(EnumType(Aanhef))
    voorletters: Mapped[str] = persoonlijk()
    voornaam: Mapped[str] = persoonlijk()
    tussenvoegsel: Mapped[str] = persoonlijk()
    naam: Mapped[str] = persoonlijk()
    geboortedatum: Mapped[date | None] = persoonlijk()
    contactpersoon: Mapped[str] = persoonlijk()
    btw_nummer: Mapped[str] = persoonlijk()
    kvk_nummer: Mapped[str] = zakelijk()
    straat: Mapped[str] = persoonlijk()
    huisnr: Mapped[str] = persoonlijk()
    toevoeging: Mapped[str] = persoonlijk()
    postcode: Mapped[str] = persoonlijk()
    plaats: Mapped[str] = persoonlijk()
    land: Mapped[str] = zakelijk()
    telefoon: Mapped[str] = persoonlijk()
    telefoon_2: Mapped[str] = persoonlijk()
    email: Mapped[str] = persoonlijk()
    let_op: Mapped[str] = persoonlijk()
    weergave: Mapped[str] = persoonlijk()
    adresregel: Mapped[str] = persoonlijk()
