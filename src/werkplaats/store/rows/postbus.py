"""The rows of the postbus: what must reach another system, and each attempt."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped

from werkplaats.domain.moment import Moment
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
from werkplaats.store.types import SleutelTekst

LEEG = text("''")


class UitgaandRij(Rij):
    """A message; ``staat`` is wacht, bezig, verzonden, onzeker, mislukt or ingetrokken.

    ``tekst`` is what the list filters on. The lease keeps its token after it ran out, so that a sender that wakes from
    sleep finds its message again.
    """

    __tablename__ = "uitgaand"
    __table_args__ = (
        Index("ix_uitgaand_staat", "staat", "volgende_poging"),
        Index("ix_uitgaand_onderwerp", "onderwerp", "onderwerp_id"),
        Index("ix_uitgaand_gemaakt_op", "gemaakt_op", "id"),
        NOOIT_HERGEBRUIKT,
    )

    id: Mapped[int] = sleutel()
    shop_id: Mapped[int | None] = verwijzing("shop.id")
    soort: Mapped[str] = zakelijk()
    inhoud: Mapped[str] = persoonlijk()
    sleutel: Mapped[str] = technisch(unique=True)
    onderwerp: Mapped[str] = zakelijk()
    onderwerp_id: Mapped[int] = technisch()
    kop: Mapped[str] = persoonlijk(server_default=LEEG)
    tekst: Mapped[str] = persoonlijk(SleutelTekst, server_default=LEEG)
    staat: Mapped[str] = technisch()
    pogingen: Mapped[int] = technisch()
    gemaakt_op: Mapped[Moment] = technisch()
    niet_voor: Mapped[Moment | None] = technisch()
    volgende_poging: Mapped[Moment | None] = technisch()
    lease_wie: Mapped[str | None] = technisch()
    lease_token: Mapped[str | None] = technisch()
    lease_tot: Mapped[Moment | None] = technisch()
    laatste_antwoord: Mapped[str | None] = persoonlijk()
    reden: Mapped[str | None] = technisch()


class UitgaandPogingRij(Rij):
    """One attempt to send a message, and what came of it; ``inhoud`` is what was sent, without any secret."""

    __tablename__ = "uitgaand_poging"
    __table_args__ = (levend("uq_uitgaand_poging_token", "token", waar="token IS NOT NULL"),)

    id: Mapped[int] = sleutel()
    uitgaand_id: Mapped[int] = verwijzing("uitgaand.id", index=True)
    token: Mapped[str | None] = technisch()
    wie: Mapped[str] = technisch(server_default=LEEG)
    werkplek: Mapped[str] = technisch(server_default=LEEG)
    begonnen_op: Mapped[Moment] = technisch()
    klaar_op: Mapped[Moment | None] = technisch()
    duur_ms: Mapped[int | None] = technisch()
    inhoud: Mapped[str] = persoonlijk(server_default=LEEG)
    uitkomst: Mapped[str | None] = technisch()
    reden: Mapped[str | None] = technisch()
    antwoord: Mapped[str | None] = persoonlijk()
