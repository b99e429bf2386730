"""The typed rows of the database, one file per topic; they stay inside the store."""

from __future__ import annotations

from werkplaats.store.rows import (
    artikel,
    banden,
    bestanden,
    contact,
    correctie,
    dagtaak,
    dekking,
    herinnering,
    historiek,
    kmstand,
    leen,
    lijst,
    logboek,
    melding,
    monteurwerk,
    order,
    organisatie,
    pechhulp,
    ponaanvraag,
    ponmail,
    postbus,
    rdw,
    relatie,
    toegang,
    voertuig,
    vrije_velden,
    werkkaart,
    zoeken,
)
from werkplaats.store.rows.basis import Rij

TOPICS = (
    banden,
    artikel,
    bestanden,
    contact,
    correctie,
    dagtaak,
    dekking,
    herinnering,
    historiek,
    kmstand,
    leen,
    lijst,
    logboek,
    melding,
    order,
    monteurwerk,
    organisatie,
    pechhulp,
    ponaanvraag,
    ponmail,
    postbus,
    rdw,
    relatie,
    toegang,
    voertuig,
    werkkaart,
    vrije_velden,
    zoeken,
)
"""All topics, so that whoever imports the rows has all tables in the metadata."""

__all__ = ["TOPICS", "Rij"]
