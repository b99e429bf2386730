"""The users of this database, their groups, and the rights of those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from werkplaats.domain.rechten import Gebruiker, Recht
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.organisatie import DATABASE_ID, EigenschapRij
from werkplaats.store.rows.toegang import GebruikerGroepRij, GebruikerRij, GroepRechtRij, GroepRij

if TYPE_CHECKING:
    from collections.abc import Iterable


# Tables instead of rows: signing in is on the way to the first list, and the mapping of rows is made when first used.
_GEBRUIKER = tabel(GebruikerRij)
_GROEP = tabel(GroepRij)
_RECHT = tabel(GroepRechtRij)
_IN_GROEP = tabel(GebruikerGroepRij)
_EIGENSCHAP = tabel(EigenschapRij)


class Gebruikers(Repo):
    """Who may do what."""

    def by_account(self, account: str) -> Gebruiker | None:
        """The user with this account of the operating system; None for an unknown one."""
        gevraagd = select(_GEBRUIKER).where(_GEBRUIKER.c.account == account, _GEBRUIKER.c.verwijderd_op.is_(None))
        rij = self.tx.verbinding.execute(gevraagd).one_or_none()
        return None if rij is None else to_value(rij, Gebruiker, groepen=self._groepen_van(rij.id))

    def with_right(self, recht: Recht) -> tuple[str, ...]:
        """The names of those who have a right by one of their groups, in the order in which they came."""
        gevraagd = (
            select(_GEBRUIKER.c.id, _GEBRUIKER.c.naam)
            .join(_IN_GROEP, _IN_GROEP.c.gebruiker_id == _GEBRUIKER.c.id)
            .join(_GROEP, _GROEP.c.id == _IN_GROEP.c.groep_id)
            .join(_RECHT, _RECHT.c.groep_id == _GROEP.c.id)
            .where(
                _GEBRUIKER.c.verwijderd_op.is_(None), _GROEP.c.verwijderd_op.is_(None), _RECHT.c.recht == recht.value
            )
            .distinct()
            .order_by(_GEBRUIKER.c.id)
        )
        return tuple(rij.naam for rij in self.tx.verbinding.execute(gevraagd))

    def lock(self) -> None:
        """Lets one transaction at a time admit users: else two people who start at once could both be the first."""
        self.werk.verbinding.execute(select(_EIGENSCHAP).where(_EIGENSCHAP.c.naam == DATABASE_ID).with_for_update())

    def aantal(self) -> int:
        """How many users there are."""
        gevraagd = select(func.count()).select_from(_GEBRUIKER).where(_GEBRUIKER.c.verwijderd_op.is_(None))
        return int(self.tx.verbinding.execute(gevraagd).scalar_one())

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
            select(_GROEP.c.naam, _RECHT.c.recht)
            .select_from(_GROEP.outerjoin(_RECHT, _RECHT.c.groep_id == _GROEP.c.id))
            .where(_GROEP.c.verwijderd_op.is_(None))
            .order_by(_GROEP.c.id)
        )
        rechten: dict[str, set[Recht]] = {}
        bekend = {recht.value for recht in Recht}
        for naam, recht in self.tx.verbinding.execute(gevraagd):
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
            select(_GROEP.c.naam)
            .join(_IN_GROEP, _IN_GROEP.c.groep_id == _GROEP.c.id)
            .where(_IN_GROEP.c.gebruiker_id == gebruiker_id, _GROEP.c.verwijderd_op.is_(None))
            .order_by(_GROEP.c.id)
        )
        return tuple(self.tx.verbinding.execute(gevraagd).scalars())

    def _groep_id(self, naam: str) -> int:
        gevraagd = select(GroepRij.id).where(GroepRij.naam == naam, GroepRij.verwijderd_op.is_(None))
        nummer = self.tx.sessie.scalars(gevraagd).one_or_none()
        if nummer is None:
            raise NietGevonden("groep", naam)
        return nummer
