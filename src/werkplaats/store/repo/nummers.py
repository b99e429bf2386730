"""Number series without gaps: the number is taken inside the transaction that uses it."""

from __future__ import annotations

from sqlalchemy import select, text

from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.organisatie import NummerreeksRij

_MAAK = text(
    "INSERT INTO nummerreeks (eigenaar, soort, jaar, laatste) VALUES (:eigenaar, :soort, :jaar, 0)"
    " ON CONFLICT DO NOTHING"
)


class Nummers(Repo):
    """The next number of a series."""

    def volgende(self, eigenaar: str, soort: str, jaar: int) -> str:
        """The next number of an owner (a shop, the organisation) as ``JJJJ-NNNNNN``; others wait until we are done."""
        sessie = self.werk.sessie
        self._ensure(eigenaar, soort, jaar)
        gevraagd = select(NummerreeksRij).where(
            NummerreeksRij.eigenaar == eigenaar, NummerreeksRij.soort == soort, NummerreeksRij.jaar == jaar
        )
        rij = sessie.scalars(gevraagd.with_for_update().execution_options(populate_existing=True)).one()
        rij.laatste += 1
        sessie.flush()
        return f"{jaar:04d}-{rij.laatste:06d}"

    def _ensure(self, eigenaar: str, soort: str, jaar: int) -> None:
        """Makes the series where there is none; two who do so at once make one."""
        self.tx.verbinding.execute(_MAAK, {"eigenaar": eigenaar, "soort": soort, "jaar": jaar})
