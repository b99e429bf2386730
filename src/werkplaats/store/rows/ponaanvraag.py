"""The rows of the requests for plates at PON."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from werkplaats.domain.moment import Moment
from werkplaats.domain.pon import PonRegel
from werkplaats.domain.ponaanvraag import AanvraagInhoud, Aanvraagstaat, PonAanvraag
from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Rij,
    levend,
    persoonlijk,
    sleutel,
    technisch,
    verwijzing,
    zakelijk,
)
from werkplaats.store.types import EnumType, JsonType


class PonAanvraagRij(Rij):
    """A request for the plate of an order; of one order at most one is under way.

    ``inhoud`` is what is sent, as it was when it was asked for; ``bericht_id`` its message in the postbus;
    ``klaar_op`` is empty while it is under way.
    """

    __tablename__ = "pon_aanvraag"
    __table_args__ = (
        levend("uq_pon_aanvraag_order_id", "order_id", waar="klaar_op IS NULL"),
        Index("ix_pon_aanvraag_order_id", "order_id"),
        Index("ix_pon_aanvraag_volgende_vraag", "volgende_vraag"),
        NOOIT_HERGEBRUIKT,
    )
    WAARDEN = (PonAanvraag,)

    id: Mapped[int] = sleutel()
    shop_id: Mapped[int] = verwijzing("shop.id")
    order_id: Mapped[int] = verwijzing("verkooporder.id")
    staat: Mapped[Aanvraagstaat] = technisch(EnumType(Aanvraagstaat))
    inhoud: Mapped[AanvraagInhoud] = persoonlijk(JsonType(AanvraagInhoud))
    regel: Mapped[PonRegel | None] = zakelijk(EnumType(PonRegel))
    regel_dag: Mapped[date | None] = zakelijk()
    bericht_id: Mapped[int | None] = verwijzing("uitgaand.id")
    aanvraag_id: Mapped[str] = zakelijk()
    status: Mapped[str] = zakelijk()
    kenteken: Mapped[str] = persoonlijk()
    reden: Mapped[str] = zakelijk()
    gemaakt_op: Mapped[Moment] = technisch()
    gemaakt_door: Mapped[str] = technisch()
    niet_voor: Mapped[Moment | None] = technisch()
    staat_sinds: Mapped[Moment] = technisch()
    volgende_vraag: Mapped[Moment | None] = technisch()
    klaar_op: Mapped[Moment | None] = technisch()
