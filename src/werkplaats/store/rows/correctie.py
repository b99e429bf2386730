"""The rows of the correction form of Car-Pass, and of its steps."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from werkplaats.domain.correctie import CorrectieInvoer, Gezet, Stap
from werkplaats.domain.moment import Moment
from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Bewerkbaar,
    Rij,
    persoonlijk,
    sleutel,
    technisch,
    verwijzing,
    zakelijk,
)
from werkplaats.store.types import EnumType, JsonType

_Teksten = tuple[str, ...]


class CorrectieRij(Bewerkbaar, Rij):
    """The form of a report; a report has one at most."""

    __tablename__ = "correctieformulier"
    __table_args__ = (UniqueConstraint("melding_id"), NOOIT_HERGEBRUIKT)
    WAARDEN = (CorrectieInvoer,)

    id: Mapped[int] = sleutel()
    melding_id: Mapped[int] = verwijzing("melding.id")
    juist: Mapped[int | None] = zakelijk()
    juist_op: Mapped[date | None] = zakelijk()
    reden: Mapped[str] = persoonlijk()
    bewijzen: Mapped[_Teksten] = persoonlijk(JsonType(_Teksten))
    contact: Mapped[str] = persoonlijk()
    contact_email: Mapped[str] = persoonlijk()
    plaats: Mapped[str] = zakelijk()


class CorrectieStapRij(Rij):
    """A step of the paper that was ticked, by whom and when."""

    __tablename__ = "correctie_stap"
    __table_args__ = (UniqueConstraint("correctie_id", "stap"), NOOIT_HERGEBRUIKT)
    WAARDEN = (Gezet,)

    id: Mapped[int] = sleutel()
    correctie_id: Mapped[int] = verwijzing("correctieformulier.id")
    stap: Mapped[Stap] = zakelijk(EnumType(Stap))
    op: Mapped[Moment] = technisch()
    door: Mapped[str] = technisch()
