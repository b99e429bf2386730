"""The rows of the logboek: its lines in a hash chain, the values apart so that they can be erased, and its head."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from werkplaats.domain.moment import Moment
from werkplaats.store.rows.basis import Rij, persoonlijk, technisch, verwijzing, zakelijk


class LogboekRij(Rij):
    """A line: who did what to which record; never changed."""

    __tablename__ = "logboek"
    __table_args__ = (Index("ix_logboek_onderwerp", "onderwerp", "onderwerp_id"),)

    id: Mapped[int] = technisch(primary_key=True, autoincrement=False)
    moment: Mapped[Moment] = technisch()
    wie: Mapped[str] = technisch()
    werkplek: Mapped[str] = technisch()
    shop_id: Mapped[int | None] = technisch()
    onderwerp: Mapped[str] = zakelijk()
    onderwerp_id: Mapped[int] = technisch()
    handeling: Mapped[str] = zakelijk()
    veldnamen: Mapped[str] = zakelijk()
    waarde_hash: Mapped[str] = technisch()
    vorige_hash: Mapped[str] = technisch()
    hash: Mapped[str] = technisch()


class LogboekWaardeRij(Rij):
    """A field of a line before and after, with the salt of its hash; erasing a person deletes this row."""

    __tablename__ = "logboek_waarde"

    logboek_id: Mapped[int] = verwijzing("logboek.id", primary_key=True, autoincrement=False)
    veld: Mapped[str] = technisch(primary_key=True)
    voor: Mapped[str | None] = persoonlijk()
    na: Mapped[str | None] = persoonlijk()
    zout: Mapped[str] = technisch()


class LogboekKopRij(Rij):
    """The one head row: how many lines there are, and the hash of the last; locked by whoever writes lines."""

    __tablename__ = "logboek_kop"

    id: Mapped[int] = technisch(primary_key=True, autoincrement=False)
    aantal: Mapped[int] = technisch()
    laatste_hash: Mapped[str] = technisch()
