"""The users of this database, their groups, and the rights of those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from werkplaats.domain.rechten import Gebruiker, Recht
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.organisatie import DATABASE_ID, EigenschapRij
from werkplaats.store.rows.toegang import GebruikerGroepRij, GebruikerRij, GroepRechtRij, GroepRij

if TYPE_CHECKING:
    from collections.abc import Iterable


class Gebruikers(Repo):
    """Who may do what."""

    def by_account(self, account: str) -> Gebruiker | None:
        """The user with this account of the operating system; None for an unknown one."""
        gevraagd = select(GebruikerRij).where(GebruikerRij.account == account, GebruikerRij.verwijderd_op.is_(None))
        rij = self.tx.sessie.scalars(gevraagd).one_or_none()
        return None if rij is None else to_value(rij, Gebruiker, groepen=self._groepen_van(rij.id))

    def lock(self) -> None:
        """Lets one transaction at a time admit users: else two people who start at once could both be the first."""
        self.werk.sessie.execute(
            select(EigenschapRij.waarde).where(EigenschapRij.naam == DATABASE_ID).with_for_update()
        )

    def aantal(self) -> int:
        """How many users there are."""
        gevraagd = select(func.count()).select_from(GebruikerRij).where(GebruikerRij.verwijderd_op.is_(None))
        return self.tx.sessie.execute(gevraagd).scalar_one()

    def add(self, account: str, naam: str, groepen: Iterable[str]) -> int:
        """Adds a user to these groups and returns his id; raises NietGevonden for a group that is not there."""
        sessie = self.werk.sessie
        rij = GebruikerRij(account=account, naam=naam)
        sessie.add(rij)
        sessie.flush()
        for groep in groepen:
            sessie.add(GebruikerGroepRij(gebruiker_id=rij.id, groep_id=self._groep_id(groep)))
        sessie.flush()
        return rij.id

    def groepen(self) -> dict[str, frozenset[Recht]]:
        """The groups with their rights; a right that this program does not know is left out."""
        gevraagd = (
            select(GroepRij.naam, GroepRechtRij.recht)
            .outerjoin(GroepRechtRij, GroepRechtRij.groep_id == GroepRij.id)
            .where(GroepRij.verwijderd_op.is_(None))
            .order_by(GroepRij.id)
        )
        rechten: dict[str, set[Recht]] = {}
        bekend = {recht.value for recht in Recht}
        for naam, recht in self.tx.sessie.execute(gevraagd):
            rechten.setdefault(naam, set()).update({Recht(recht)} if recht in bekend else set())
        return {naam: frozenset(deel) for naam, deel in rechten.items()}

    def add_groep(self, naam: str, rechten: Iterable[Recht]) -> int:
        """Adds a group with these rights and returns its id."""
        sessie = self.werk.sessie
        rij = GroepRij(naam=naam)
        sessie.add(rij)
        sessie.flush()
        sessie.add_all(GroepRechtRij(groep_id=rij.id, recht=recht.value) for recht in sorted(set(rechten)))
        sessie.flush()
        return rij.id

    def _groepen_van(self, gebruiker_id: int) -> tuple[str, ...]:
        gevraagd = (
            select(GroepRij.naam)
            .join(GebruikerGroepRij, GebruikerGroepRij.groep_id == GroepRij.id)
            .where(GebruikerGroepRij.gebruiker_id == gebruiker_id, GroepRij.verwijderd_op.is_(None))
            .order_by(GroepRij.id)
        )
        return tuple(self.tx.sessie.scalars(gevraagd))

    def _groep_id(self, naam: str) -> int:
        gevraagd = select(GroepRij.id).where(GroepRij.naam == naam, GroepRij.verwijderd_op.is_(None))
        nummer = self.tx.sessie.scalars(gevraagd).one_or_none()
        if nummer is None:
            raise NietGevonden("groep", naam)
        return nummer
