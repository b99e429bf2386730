"""The typed rows of the database, one file per topic; they stay inside the store."""

from __future__ import annotations

from werkplaats.store.rows import (
    banden,
    bestanden,
    contact,
    herinnering,
    kmstand,
    lijst,
    logboek,
    organisatie,
    pechhulp,
    postbus,
    rdw,
    relatie,
    toegang,
    voertuig,
    zoeken,
)
from werkplaats.store.rows.basis import Rij

TOPICS = (
    banden,
    bestanden,
    contact,
    herinnering,
    kmstand,
    lijst,
    logboek,
    organisatie,
    pechhulp,
    postbus,
    rdw,
    relatie,
    toegang,
    voertuig,
    zoeken,
)
"""All topics, so that whoever imports the rows has all tables in the metadata."""

__all__ = ["TOPICS", "Rij"]
