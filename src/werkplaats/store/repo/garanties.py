"""The warranties of the cars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Text, bindparam, select, type_coerce

from werkplaats.domain.garantie import Garantie, GarantieKaart
from werkplaats.store.repo.per_voertuig import PerVoertuig
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.dekking import GarantieRij
from werkplaats.store.rows.voertuig import VoertuigRij
from werkplaats.store.treffer import to_eindigend
from werkplaats.store.vraag import Vraag

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.garantie import EindigendeGarantie

_G, _V = tabel(GarantieRij), tabel(VoertuigRij)
_EINDIGEND = Vraag(
    select(_G.c.voertuig_id, type_coerce(_G.c.soort, Text), _G.c.tot, _G.c.tot_km)
    .join(_V, _V.c.id == _G.c.voertuig_id)
    .where(_G.c.tot.between(bindparam("van"), bindparam("tot")), _G.c.verwijderd_op.is_(None))
    .where(_V.c.verwijderd_op.is_(None), _V.c.actief.is_(True))
    .order_by(_G.c.tot, _G.c.id)
    .limit(bindparam("limiet")),
    to_eindigend,
)


class Garanties(PerVoertuig[GarantieKaart, Garantie]):
    """The warranties of all cars, of each in the order in which they came."""

    RIJ, KAART, WAARDE, ONDERWERP = GarantieRij, GarantieKaart, Garantie, "garantie"

    def eindigend(self, van: date, tot: date, limiet: int) -> tuple[EindigendeGarantie, ...]:
        """Warranties of active cars whose last day lies from ``van`` to ``tot``, the first to end first."""
        return tuple(_EINDIGEND.run(self.tx.verbinding, van=van, tot=tot, limiet=limiet))
