"""Who may work here, and what each group may do: a Beheerder lets people in, changes them, and takes them out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from werkplaats.domain.gebruiker import (
    GebruikerKaart,
    GroepKaart,
    Toegangslijst,
    card_of,
    check_gebruiker,
    check_groep,
    merged,
    tidy_gebruiker,
)
from werkplaats.domain.rechten import Gebruiker, Recht
from werkplaats.errors import Bevinding, Ongeldig, WerkplaatsError
from werkplaats.usecases.gebruikers import ONDERWERP
from werkplaats.usecases.wijzigingen import lay_on, refuse_blocking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

GROEP = "groep"
_AND = ", "


class Gebruikersbeheer:
    """The users and groups of a database. Whatever is changed, somebody who may manage users remains."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def lijst(self, wie: Wie) -> Toegangslijst:
        """Everybody who may work here, and what each group may do."""
        wie.vereis(Recht.GEBRUIKERS)
        with self._store.read() as lezing:
            return _list(lezing)

    def save(self, wie: Wie, gebruiker_id: int | None, basis: GebruikerKaart, nieuw: GebruikerKaart) -> Gebruiker:
        """Writes what I changed of a user, or lets a new one in. Raises Ongeldig, Botsing, LAATSTE_BEHEERDER."""
        wie.vereis(Recht.GEBRUIKERS)
        kaart = tidy_gebruiker(nieuw)
        refuse_blocking(check_gebruiker(kaart))
        if gebruiker_id is None:
            return self._store.run(wie, lambda werk: _add(werk, kaart))
        return self._store.run(wie, lambda werk: _change(werk, gebruiker_id, basis, kaart))

    def remove(self, wie: Wie, gebruiker_id: int) -> Gebruiker:
        """Takes a user out; what he did stays his in the logboek. Raises LAATSTE_BEHEERDER."""
        wie.vereis(Recht.GEBRUIKERS)
        return self._store.run(wie, lambda werk: _remove(werk, gebruiker_id))

    def put_back(self, wie: Wie, gebruiker_id: int) -> Gebruiker:
        """Lets a user in again as he was: the undo of ``remove``."""
        wie.vereis(Recht.GEBRUIKERS)
        return self._store.run(wie, lambda werk: _put_back(werk, gebruiker_id))

    def save_groep(self, wie: Wie, basis: GroepKaart | None, nieuw: GroepKaart) -> GroepKaart:
        """Writes the rights that I changed of a group, or a new one (``basis`` None). Raises as ``save`` does."""
        wie.vereis(Recht.GEBRUIKERS)
        kaart = replace(nieuw, naam=" ".join(nieuw.naam.split()))
        refuse_blocking(check_groep(kaart))
        if basis is None:
            return self._store.run(wie, lambda werk: _add_groep(werk, kaart))
        return self._store.run(wie, lambda werk: _change_groep(werk, basis, kaart))

    def remove_groep(self, wie: Wie, naam: str) -> None:
        """Takes a group away that nobody is in; raises GROEP_IN_GEBRUIK."""
        wie.vereis(Recht.GEBRUIKERS)
        self._store.run(wie, lambda werk: _remove_groep(werk, naam))


def _list(lezing: Lezing) -> Toegangslijst:
    return Toegangslijst(lezing.gebruikers.alle(), lezing.gebruikers.groepen())


def _add(werk: Werk, kaart: GebruikerKaart) -> Gebruiker:
    werk.gebruikers.lock()
    _refuse_double(werk, kaart.account, None)
    gebruiker_id = werk.gebruikers.add(kaart.account, kaart.naam, kaart.groepen)
    werk.log(ONDERWERP, gebruiker_id, "toegevoegd", _values(GebruikerKaart(), kaart))
    return werk.gebruikers.get(gebruiker_id)


def _change(werk: Werk, gebruiker_id: int, basis: GebruikerKaart, nieuw: GebruikerKaart) -> Gebruiker:
    werk.gebruikers.lock()
    staand = werk.gebruikers.get(gebruiker_id)
    oud = card_of(staand)
    mijn = replace(nieuw, groepen=merged(basis.groepen, nieuw.groepen, oud.groepen))
    kaart, wijzigingen = lay_on(replace(basis, groepen=oud.groepen), mijn, oud, "", staand)
    if not wijzigingen:
        return staand
    refuse_blocking(check_gebruiker(kaart))
    _refuse_double(werk, kaart.account, gebruiker_id)
    werk.gebruikers.write(gebruiker_id, kaart.account, kaart.naam, kaart.groepen)
    _keep_managed(werk)
    werk.log(ONDERWERP, gebruiker_id, "gewijzigd", _values(oud, kaart))
    return werk.gebruikers.get(gebruiker_id)


def _remove(werk: Werk, gebruiker_id: int) -> Gebruiker:
    werk.gebruikers.lock()
    gebruiker = werk.gebruikers.get(gebruiker_id)
    werk.gebruikers.delete(gebruiker_id)
    _keep_managed(werk)
    werk.log(ONDERWERP, gebruiker_id, "verwijderd", _values(card_of(gebruiker), GebruikerKaart()))
    return gebruiker


def _put_back(werk: Werk, gebruiker_id: int) -> Gebruiker:
    werk.gebruikers.lock()
    werk.gebruikers.restore(gebruiker_id)
    gebruiker = werk.gebruikers.get(gebruiker_id)
    werk.log(ONDERWERP, gebruiker_id, "hersteld", _values(GebruikerKaart(), card_of(gebruiker)))
    return gebruiker


def _add_groep(werk: Werk, kaart: GroepKaart) -> GroepKaart:
    werk.gebruikers.lock()
    if any(naam.casefold() == kaart.naam.casefold() for naam in werk.gebruikers.groepen()):
        raise Ongeldig([Bevinding("naam", "GROEP_BESTAAT", params={"naam": kaart.naam})])
    groep_id = werk.gebruikers.add_groep(kaart.naam, kaart.rechten)
    werk.log(GROEP, groep_id, "toegevoegd", {kaart.naam: ("", _words(kaart.rechten))})
    return kaart


def _change_groep(werk: Werk, basis: GroepKaart, nieuw: GroepKaart) -> GroepKaart:
    werk.gebruikers.lock()
    oud = werk.gebruikers.groepen().get(basis.naam, frozenset())
    rechten = frozenset(Recht(recht) for recht in merged(basis.rechten, nieuw.rechten, oud))
    groep_id = werk.gebruikers.set_rechten(basis.naam, rechten)
    _keep_managed(werk)
    if rechten != oud:
        werk.log(GROEP, groep_id, "gewijzigd", {basis.naam: (_words(oud), _words(rechten))})
    return GroepKaart(basis.naam, rechten)


def _remove_groep(werk: Werk, naam: str) -> None:
    werk.gebruikers.lock()
    lijst = _list(werk)
    if lijst.members(naam):
        raise WerkplaatsError("GROEP_IN_GEBRUIK", groep=naam, aantal=lijst.members(naam))
    groep_id = werk.gebruikers.delete_groep(naam)
    werk.log(GROEP, groep_id, "verwijderd", {naam: (_words(lijst.groepen.get(naam, ())), "")})


def _keep_managed(werk: Werk) -> None:
    """Undoes all of it when nobody would be left who could let people in."""
    if not _list(werk).is_managed:
        raise WerkplaatsError("LAATSTE_BEHEERDER")


def _refuse_double(werk: Werk, account: str, gebruiker_id: int | None) -> None:
    other = werk.gebruikers.by_account(account)
    if other is not None and other.id != gebruiker_id:
        raise Ongeldig([Bevinding("account", "ACCOUNT_BESTAAT", params={"naam": other.naam})])


def _values(oud: GebruikerKaart, nieuw: GebruikerKaart) -> dict[str, tuple[str | None, str | None]]:
    both = {
        "account": (oud.account, nieuw.account),
        "naam": (oud.naam, nieuw.naam),
        "groepen": (_AND.join(oud.groepen), _AND.join(nieuw.groepen)),
    }
    return {veld: waarden for veld, waarden in both.items() if waarden[0] != waarden[1]}


def _words(rechten: Iterable[str]) -> str:
    return _AND.join(sorted(rechten))
