"""Writes the search keys of a record: what it no longer has goes, what is new comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from werkplaats.domain.zoeksleutels import Sleutelsoort
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.zoeken import ZoeksleutelRij

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

VAN_VOERTUIG = frozenset({Sleutelsoort.KENTEKEN, Sleutelsoort.VIN, Sleutelsoort.VIN_EIND})
VAN_RELATIE = frozenset(Sleutelsoort) - VAN_VOERTUIG

_Z = tabel(ZoeksleutelRij)


def write_keys(
    verbinding: Connection, doel: int, soorten: frozenset[Sleutelsoort], sleutels: Iterable[tuple[Sleutelsoort, str]]
) -> None:
    """Makes these the keys of a record; ``soorten`` says whether it is a voertuig or a relatie (their ids overlap)."""
    nodig = {(soort.value, sleutel) for soort, sleutel in sleutels}
    van_doel = _Z.c.doel == doel, _Z.c.soort.in_(sorted(soort.value for soort in soorten))
    staat = {
        (soort, sleutel) for soort, sleutel in verbinding.execute(select(_Z.c.soort, _Z.c.sleutel).where(*van_doel))
    }
    for soort, sleutel in sorted(staat - nodig):
        verbinding.execute(delete(_Z).where(*van_doel, _Z.c.soort == soort, _Z.c.sleutel == sleutel))
    nieuw = [{"soort": soort, "sleutel": sleutel, "doel": doel} for soort, sleutel in sorted(nodig - staat)]
    if nieuw:
        verbinding.execute(insert(_Z), nieuw)
