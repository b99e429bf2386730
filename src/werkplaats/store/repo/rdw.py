"""What the RDW register last answered, by plate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text, update

from werkplaats.domain.rdw import RdwAntwoord
from werkplaats.store.lijsten import cars_with_plate
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.rdw import RdwRij

if TYPE_CHECKING:
    from werkplaats.domain.kenteken import Kenteken


_MAAK = text(
    "INSERT INTO rdw_antwoord (kenteken_compact, kenteken_land, kenteken_weergave, gegevens, opgevraagd_op)"
    " VALUES (:compact, '', '', '', '') ON CONFLICT DO NOTHING"
)


class RdwAntwoorden(Repo):
    """The last answer of the register about each plate."""

    def get(self, kenteken: Kenteken) -> RdwAntwoord | None:
        """The last answer about a plate; None when it was never asked."""
        rij = self.tx.sessie.get(RdwRij, kenteken.compact, populate_existing=True)
        return None if rij is None else RdwAntwoord(rij.kenteken, rij.gegevens, rij.opgevraagd_op, bewaard=True)

    def put(self, antwoord: RdwAntwoord) -> None:
        """Keeps an answer in place of the one before."""
        # The row is made first where there is none, in words that both databases know: two windows may ask at once.
        self.werk.verbinding.execute(_MAAK, {"compact": antwoord.kenteken.compact})
        self.werk.verbinding.execute(
            update(tabel(RdwRij))
            .where(RdwRij.kenteken_compact == antwoord.kenteken.compact)
            .values(
                kenteken_land=antwoord.kenteken.land,
                kenteken_weergave=antwoord.kenteken.weergave,
                gegevens=antwoord.gegevens,
                opgevraagd_op=antwoord.opgevraagd_op,
            )
        )
        self.werk.touch(cars_with_plate(self.werk.verbinding, antwoord.kenteken.compact))
