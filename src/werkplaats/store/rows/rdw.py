"""The row of what the RDW register last answered about a plate."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, composite

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment
from werkplaats.domain.rdw import RdwGegevens
from werkplaats.store.rows.basis import Rij, persoonlijk, technisch, zakelijk
from werkplaats.store.types import JsonType, SleutelTekst


class RdwRij(Rij):
    """The last answer about a plate: open data of the register, with no person in it but the plate."""

    __tablename__ = "rdw_antwoord"

    kenteken_compact: Mapped[str] = persoonlijk(SleutelTekst, primary_key=True)
    kenteken_land: Mapped[str] = zakelijk()
    kenteken_weergave: Mapped[str] = persoonlijk()
    gegevens: Mapped[RdwGegevens] = zakelijk(JsonType(RdwGegevens))
    opgevraagd_op: Mapped[Moment] = technisch()

    kenteken: Mapped[Kenteken] = composite(Kenteken, "kenteken_compact", "kenteken_land", "kenteken_weergave")
