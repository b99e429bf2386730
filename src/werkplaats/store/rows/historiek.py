"""The rows of the requests for a Car-Pass historiek: what was asked of which car, and what came of it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from werkplaats.domain.carpass_historiek import Historiek, HistoriekInvoer, HistoriekStand, Staat
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.kmstand import Eenheid
from werkplaats.domain.moment import Moment
from werkplaats.store.kopie import to_value
from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Rij,
    persoonlijk,
    sleutel,
    technisch,
    verwijzing,
    zakelijk,
)
from werkplaats.store.types import EnumType, JsonType, SleutelTekst

_Standen = tuple[HistoriekStand, ...]


class HistoriekRij(Rij):
    """A request; ``guid`` is the name that Car-Pass gave it, ``bijlage_id`` the document among the files of the car."""

    __tablename__ = "historiek"
    __table_args__ = (
        Index("ix_historiek_voertuig_id", "voertuig_id"),
        Index("ix_historiek_staat", "staat", "volgende_vraag"),
        NOOIT_HERGEBRUIKT,
    )
    WAARDEN = (HistoriekInvoer, Historiek)

    id: Mapped[int] = sleutel()
    shop_id: Mapped[int] = verwijzing("shop.id")
    voertuig_id: Mapped[int] = verwijzing("voertuig.id")
    kenteken_compact: Mapped[str | None] = persoonlijk(SleutelTekst)
    kenteken_land: Mapped[str | None] = zakelijk()
    kenteken_weergave: Mapped[str | None] = persoonlijk()
    vin: Mapped[str] = persoonlijk()
    stand: Mapped[int | None] = zakelijk()
    eenheid: Mapped[Eenheid] = zakelijk(EnumType(Eenheid))
    datum: Mapped[date] = zakelijk()
    eerste_toelating: Mapped[date | None] = zakelijk()
    staat: Mapped[Staat] = zakelijk(EnumType(Staat))
    staat_sinds: Mapped[Moment] = technisch()
    toelichting: Mapped[str] = zakelijk()
    guid: Mapped[str] = technisch()
    url: Mapped[str] = persoonlijk()
    gevraagd_op: Mapped[Moment | None] = technisch()
    volgende_vraag: Mapped[Moment | None] = technisch()
    bijlage_id: Mapped[int | None] = technisch()
    standen: Mapped[_Standen] = zakelijk(JsonType(_Standen))
    gemaakt_op: Mapped[Moment] = technisch()
    gemaakt_door: Mapped[str] = technisch()

    @property
    def kenteken(self) -> Kenteken | None:
        """The plate of that day."""
        if not self.kenteken_compact:
            return None
        return Kenteken(self.kenteken_compact, self.kenteken_land or "", self.kenteken_weergave or "")

    @property
    def invoer(self) -> HistoriekInvoer:
        """What a person filled in."""
        return to_value(self, HistoriekInvoer)
