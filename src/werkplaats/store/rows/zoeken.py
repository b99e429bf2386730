"""The rows that searching reads: normalised keys, nothing else."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from werkplaats.store.rows.basis import Rij, persoonlijk, technisch
from werkplaats.store.types import SleutelTekst


class ZoeksleutelRij(Rij):
    """A key by which a record is found; ``soort`` says whether ``doel`` is a voertuig or a relatie.

    On SQLite the table is its own index (WITHOUT ROWID): a range search reads neighbouring pages and nothing besides.
    """

    __tablename__ = "zoeksleutel"
    __table_args__ = (Index("ix_zoeksleutel_doel", "doel", "soort", "sleutel"), {"sqlite_with_rowid": False})

    soort: Mapped[str] = technisch(SleutelTekst, primary_key=True)
    sleutel: Mapped[str] = persoonlijk(SleutelTekst, primary_key=True)
    doel: Mapped[int] = technisch(primary_key=True, autoincrement=False)
