"""The rows of a mechanic's work: stretches of time, his part in a card, and what he answered."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from werkplaats.domain.moment import Moment
from werkplaats.domain.monteurwerk import Antwoord, Puntsoort
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
from werkplaats.store.types import EnumType


class GewerkteTijdRij(Rij):
    """A stretch of work; the database itself keeps a mechanic from two that run at once."""

    __tablename__ = "gewerkte_tijd"
    __table_args__ = (
        levend("uq_gewerkte_tijd_loopt", "gebruiker_id", waar="eind IS NULL"),
        Index("ix_gewerkte_tijd_gebruiker_id", "gebruiker_id", "begin"),
        NOOIT_HERGEBRUIKT,
    )

    id: Mapped[int] = sleutel()
    werkkaart_id: Mapped[int] = verwijzing("werkkaart.id", index=True)
    gebruiker_id: Mapped[int] = verwijzing("gebruiker.id")
    monteur: Mapped[str] = persoonlijk()
    begin: Mapped[Moment] = zakelijk()
    eind: Mapped[Moment | None] = zakelijk()


class MonteurDeelRij(Rij):
    """The part of one mechanic in a card."""

    __tablename__ = "monteur_deel"

    werkkaart_id: Mapped[int] = verwijzing("werkkaart.id", primary_key=True, autoincrement=False)
    gebruiker_id: Mapped[int] = verwijzing("gebruiker.id", primary_key=True, autoincrement=False)
    monteur: Mapped[str] = persoonlijk()
    opmerking: Mapped[str] = persoonlijk()
    klaar_op: Mapped[Moment | None] = zakelijk()


class MonteurAntwoordRij(Rij):
    """What was answered to a point of the checklist, or that a line was done; the words are those of that moment."""

    __tablename__ = "monteur_antwoord"

    werkkaart_id: Mapped[int] = verwijzing("werkkaart.id", primary_key=True, autoincrement=False)
    soort: Mapped[Puntsoort] = technisch(EnumType(Puntsoort), primary_key=True)
    sleutel: Mapped[str] = technisch(primary_key=True)
    tekst: Mapped[str] = persoonlijk()
    antwoord: Mapped[Antwoord] = zakelijk(EnumType(Antwoord))
    opmerking: Mapped[str] = persoonlijk()
    door: Mapped[str] = persoonlijk()
    op: Mapped[Moment] = zakelijk()
