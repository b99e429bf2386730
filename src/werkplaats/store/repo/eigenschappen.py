"""Facts of the database itself, such as when it was last backed up."""

from __future__ import annotations

from sqlalchemy import select

from werkplaats.domain.moment import Moment
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.organisatie import LAATSTE_BACKUP, EigenschapRij


class Eigenschappen(Repo):
    """What the database knows of itself."""

    def laatste_backup(self) -> Moment | None:
        """When a backup was last made; None when there never was one."""
        tekst = self.tx.sessie.execute(
            select(EigenschapRij.waarde).where(EigenschapRij.naam == LAATSTE_BACKUP)
        ).scalar_one_or_none()
        return Moment.from_iso(tekst) if tekst else None

    def note_backup(self, moment: Moment) -> None:
        """Keeps when a backup was made."""
        sessie = self.werk.sessie
        rij = sessie.get(EigenschapRij, LAATSTE_BACKUP, with_for_update=True)
        if rij is None:
            sessie.add(EigenschapRij(naam=LAATSTE_BACKUP, waarde=moment.iso))
        else:
            rij.waarde = moment.iso
        sessie.flush()
