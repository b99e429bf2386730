"""The row of a period in which a car is lent or hired out."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, relationship

from werkplaats.domain.leen import LeenKaart, Leensoort
from werkplaats.domain.moment import Moment
from werkplaats.domain.voertuig import RelatieKop
from werkplaats.store.kopie import to_value
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
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.rows.werkkaart import WerkkaartRij
from werkplaats.store.types import EnumType


class LeenperiodeRij(Bewerkbaar, Verwijderbaar, Rij):
    """One table for the loan car's own card and for the visit that it serves."""

    __tablename__ = "leenperiode"
    __table_args__ = (
        Index("ix_leenperiode_voertuig_id", "voertuig_id", "van"),
        # What is not back yet, by when it is expected: the start page asks it each time.
        Index("ix_leenperiode_tot", "terug", "tot"),
        NOOIT_HERGEBRUIKT,
    )
    WAARDEN = (LeenKaart,)

    id: Mapped[int] = sleutel()
    voertuig_id: Mapped[int] = verwijzing("voertuig.id")
    relatie_id: Mapped[int] = verwijzing("relatie.id", index=True)
    werkkaart_id: Mapped[int | None] = verwijzing("werkkaart.id", index=True)
    soort: Mapped[Leensoort] = zakelijk(EnumType(Leensoort))
    van: Mapped[Moment] = zakelijk()
    tot: Mapped[Moment] = zakelijk()
    km_uit: Mapped[int | None] = zakelijk()
    terug: Mapped[Moment | None] = zakelijk()
    km_in: Mapped[int | None] = zakelijk()
    opmerking: Mapped[str] = persoonlijk()

    lener: Mapped[RelatieRij] = relationship(lazy="raise")
    bezoek: Mapped[WerkkaartRij | None] = relationship(lazy="raise")

    @property
    def relatie(self) -> RelatieKop:
        """Who has the car."""
        return to_value(self.lener, RelatieKop)

    @relatie.setter
    def relatie(self, kop: RelatieKop) -> None:
        self.relatie_id = kop.id
