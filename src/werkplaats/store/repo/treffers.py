"""The columns of a car in a list; ``store.treffer`` makes the value of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, select, type_coerce

from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.rows.voertuig import EIGENAAR, VoertuigKentekenRij, VoertuigRelatieRij, VoertuigRij, geldt

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.sql import FromClause

V = tabel(VoertuigRij).alias("v")
K = tabel(VoertuigKentekenRij).alias("k")
E = tabel(VoertuigRelatieRij).alias("e")
R = tabel(RelatieRij).alias("r")

KOLOMMEN = (
    V.c.id,
    K.c.kenteken_compact,
    K.c.kenteken_land,
    K.c.kenteken_weergave,
    type_coerce(V.c.chassisnummer, Text),
    V.c.merk,
    V.c.model,
    R.c.weergave,
    R.c.plaats,
    R.c.telefoon,
    V.c.vervaldatum_apk,
    V.c.datum_laatste_bezoek,
)


def select_voertuigen(bron: FromClause = V, *meer: Any) -> Select[Any]:
    """A select of living cars for a list, from a source that holds the table ``V``; ``meer`` columns come after."""
    van = (
        bron.outerjoin(K, and_(K.c.voertuig_id == V.c.id, geldt(K)))
        .outerjoin(E, and_(E.c.voertuig_id == V.c.id, E.c.rol == EIGENAAR, geldt(E)))
        .outerjoin(R, R.c.id == E.c.relatie_id)
    )
    return select(*KOLOMMEN, *meer).select_from(van).where(V.c.verwijderd_op.is_(None))
