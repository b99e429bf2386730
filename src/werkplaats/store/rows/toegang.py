"""Rows of who may do what: users, groups and their rights."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from werkplaats.store.rows.basis import (
    NOOIT_HERGEBRUIKT,
    Rij,
    Verwijderbaar,
    levend,
    persoonlijk,
    sleutel,
    technisch,
    verwijzing,
    zakelijk,
)


class GebruikerRij(Verwijderbaar, Rij):
    """A user: an account of the operating system."""

    __tablename__ = "gebruiker"
    __table_args__ = (levend("uq_gebruiker_account", "account", waar="verwijderd_op IS NULL"), NOOIT_HERGEBRUIKT)

    id: Mapped[int] = sleutel()
    account: Mapped[str] = persoonlijk()
    naam: Mapped[str] = persoonlijk()


class GroepRij(Verwijderbaar, Rij):
    """A group of users."""

    __tablename__ = "groep"
    __table_args__ = (levend("uq_groep_naam", "naam", waar="verwijderd_op IS NULL"), NOOIT_HERGEBRUIKT)

    id: Mapped[int] = sleutel()
    naam: Mapped[str] = zakelijk()


class GroepRechtRij(Rij):
    """A right that a group has."""

    __tablename__ = "groep_recht"

    groep_id: Mapped[int] = verwijzing("groep.id", primary_key=True)
    recht: Mapped[str] = technisch(primary_key=True)


class GebruikerGroepRij(Rij):
    """A user's being in a group."""

    __tablename__ = "gebruiker_groep"

    gebruiker_id: Mapped[int] = verwijzing("gebruiker.id", primary_key=True)
    groep_id: Mapped[int] = verwijzing("groep.id", primary_key=True, index=True)
