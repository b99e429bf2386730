"""The damages of the cars."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from werkplaats.domain.schade import Schade, SchadeKaart
from werkplaats.store.repo.per_voertuig import PerVoertuig
from werkplaats.store.rows.dekking import SchadeRij


class Schades(PerVoertuig[SchadeKaart, Schade]):
    """The damages of all cars, of each by their number."""

    RIJ, KAART, WAARDE, ONDERWERP = SchadeRij, SchadeKaart, Schade, "schade"
    ORDE = ("nummer",)

    def _given(self, voertuig_id: int) -> dict[str, Any]:
        """The next number of the car, also after those in the bin; the car must be held."""
        hoogste = select(func.max(SchadeRij.nummer)).where(SchadeRij.voertuig_id == voertuig_id)
        return {"nummer": (self.werk.sessie.scalar(hoogste) or 0) + 1}
