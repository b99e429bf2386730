"""The users of this database, their groups, and the rights of those."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from werkplaats.domain.rechten import Gebruiker, Recht
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.organisatie import DATABASE_ID, EigenschapRij
from werkplaats.store.rows.toegang import GebruikerGroepRij, GebruikerRij, GroepRechtRij, GroepRij

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Table


# Tables instead of rows: signing in is on the way to the first list, and the mapping of rows is made when first used.
_GEBRUIKER = tabel(GebruikerRij)
_GROEP = tabel(GroepRij)
_RECHT = tabel(GroepRechtRij)
_IN_GROEP = tabel(GebruikerGroepRij)
_EIGENSCHAP = tabel(EigenschapRij)
_LEVEND: dict[str, Any] = {"verwijderd_op": None, "verwijderd_door": None}


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

    def alle(self) -> tuple[Gebruiker, ...]:
        """All users by name."""
        gevraagd = select(_GEBRUIKER).where(_GEBRUIKER.c.verwijderd_op.is_(None)).order_by(_GEBRUIKER.c.naam)
        rijen = self.tx.verbinding.execute(gevraagd).all()
        return tuple(to_value(rij, Gebruiker, groepen=self._groepen_van(rij.id)) for rij in rijen)

    def get(self, nummer: int) -> Gebruiker:
        """A user; raises NietGevonden."""
        gevraagd = select(_GEBRUIKER).where(_GEBRUIKER.c.id == nummer, _GEBRUIKER.c.verwijderd_op.is_(None))
        rij = self.tx.verbinding.execute(gevraagd).one_or_none()
        if rij is None:
            raise NietGevonden("gebruiker", nummer)
        return to_value(rij, Gebruiker, groepen=self._groepen_van(nummer))

    def write(self, nummer: int, account: str, naam: str, groepen: Iterable[str]) -> None:
        """Writes a user and the groups he is in; raises NietGevonden for a group that is not there."""
        ids = [self._groep_id(groep) for groep in groepen]
        sessie, verbinding = self.werk.sessie, self.werk.verbinding
        sessie.flush()
        verbinding.execute(update(_GEBRUIKER).where(_GEBRUIKER.c.id == nummer).values(account=account, naam=naam))
        verbinding.execute(delete(_IN_GROEP).where(_IN_GROEP.c.gebruiker_id == nummer))
        for groep_id in ids:
            verbinding.execute(insert(_IN_GROEP).values(gebruiker_id=nummer, groep_id=groep_id))

    def delete(self, nummer: int) -> None:
        """Puts a user in the bin."""
        self._bin(_GEBRUIKER, nummer, away=True)

    def restore(self, nummer: int) -> None:
        """Takes a user out of the bin again."""
        self._bin(_GEBRUIKER, nummer, away=False)

    def set_rechten(self, groep: str, rechten: Iterable[Recht]) -> int:
        """Gives a group these rights and no others, and returns its id; raises NietGevonden."""
        groep_id = self._groep_id(groep)
        verbinding = self.werk.verbinding
        # A right that this program does not know belongs to a newer one: it stays.
        known = [recht.value for recht in Recht]
        verbinding.execute(delete(_RECHT).where(_RECHT.c.groep_id == groep_id, _RECHT.c.recht.in_(known)))
        for recht in sorted(set(rechten)):
            verbinding.execute(insert(_RECHT).values(groep_id=groep_id, recht=recht.value))
        return groep_id

    def delete_groep(self, groep: str) -> int:
        """Puts a group in the bin and returns its id; raises NietGevonden."""
        groep_id = self._groep_id(groep)
        self._bin(_GROEP, groep_id, away=True)
        return groep_id

    def _bin(self, tabel: Table, nummer: int, *, away: bool) -> None:
        werk = self.werk
        waarden = {"verwijderd_op": werk.nu, "verwijderd_door": werk.wie.naam} if away else _LEVEND
        werk.verbinding.execute(update(tabel).where(tabel.c.id == nummer).values(waarden))

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
