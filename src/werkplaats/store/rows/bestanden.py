"""The rows of files: what they belong to, and on PostgreSQL their content in pieces."""

from __future__ import annotations

from sqlalchemy import Index, LargeBinary
from sqlalchemy.orm import Mapped

from werkplaats.domain.moment import Moment
from werkplaats.store.rows.basis import NOOIT_HERGEBRUIKT, Rij, Verwijderbaar, persoonlijk, sleutel, technisch, zakelijk


class BijlageRij(Verwijderbaar, Rij):
    """A file of a record: its content is found by its sha256, so that equal files are kept once."""

    __tablename__ = "bijlage"
    __table_args__ = (Index("ix_bijlage_onderwerp", "onderwerp", "onderwerp_id"), NOOIT_HERGEBRUIKT)

    id: Mapped[int] = sleutel()
    onderwerp: Mapped[str] = zakelijk()
    onderwerp_id: Mapped[int] = technisch()
    naam: Mapped[str] = persoonlijk()
    soort: Mapped[str] = zakelijk()
    grootte: Mapped[int] = technisch()
    sha256: Mapped[str] = technisch(index=True)
    gemaakt_op: Mapped[Moment] = technisch()
    gemaakt_door: Mapped[str] = technisch()


class BijlageStukRij(Rij):
    """A piece of a file's content, on PostgreSQL only; embedded it lies in a folder beside the database."""

    __tablename__ = "bijlage_stuk"

    sha256: Mapped[str] = technisch(primary_key=True)
    nr: Mapped[int] = technisch(primary_key=True, autoincrement=False)
    inhoud: Mapped[bytes] = persoonlijk(LargeBinary)
