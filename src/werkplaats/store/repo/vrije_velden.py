"""What stands in the fields that a shop defined itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, select

from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.vrije_velden import VrijeWaardeRij

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class VrijeWaarden(Repo):
    """The values of all cars; a field without a value has no row. A writer locks the car first."""

    def van_voertuig(self, voertuig_id: int) -> dict[str, str]:
        """What stands in the fields of a car, by their keys."""
        gevraagd = select(VrijeWaardeRij.veld, VrijeWaardeRij.waarde).where(VrijeWaardeRij.voertuig_id == voertuig_id)
        return {rij.veld: rij.waarde for rij in self.tx.sessie.execute(gevraagd.order_by(VrijeWaardeRij.veld))}

    def last_hand(self, voertuig_id: int, velden: Collection[str]) -> str:
        """Who changed one of these fields of a car last; empty where all are empty now."""
        gevraagd = select(VrijeWaardeRij.gewijzigd_door).where(
            VrijeWaardeRij.voertuig_id == voertuig_id, VrijeWaardeRij.veld.in_(list(velden))
        )
        laatst = self.tx.sessie.scalars(gevraagd.order_by(VrijeWaardeRij.gewijzigd_op.desc()).limit(1)).first()
        return laatst or ""

    def is_used(self, veld: str) -> bool:
        """Whether this field says something of any car."""
        return bool(self.tx.sessie.scalar(select(exists().where(VrijeWaardeRij.veld == veld))))

    def write(self, voertuig_id: int, waarden: Mapping[str, str]) -> None:
        """Writes these values of a car; an empty one takes its row away."""
        werk = self.werk
        deze = (VrijeWaardeRij.voertuig_id == voertuig_id, VrijeWaardeRij.veld.in_(list(waarden)))
        werk.sessie.execute(delete(VrijeWaardeRij).where(*deze))
        werk.sessie.add_all(
            VrijeWaardeRij(
                voertuig_id=voertuig_id, veld=veld, waarde=waarde, gewijzigd_op=werk.nu, gewijzigd_door=werk.wie.naam
            )
            for veld, waarde in waarden.items()
            if waarde
        )
        werk.sessie.flush()
