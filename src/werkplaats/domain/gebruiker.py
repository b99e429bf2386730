"""The users of a database and their groups as a Beheerder edits them, and the rule that somebody can always do so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.rechten import Gebruiker, Recht
from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NAAM_HOOGSTENS = 100


@dataclass(frozen=True, slots=True)
class GebruikerKaart:
    """A user as he is edited: his account of the operating system, his name, and the groups he is in."""

    account: str = ""
    naam: str = ""
    groepen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroepKaart:
    """A group as it is edited: its name, which stays once it is there, and its rights."""

    naam: str = ""
    rechten: frozenset[Recht] = frozenset()


@dataclass(frozen=True, slots=True)
class Toegangslijst:
    """Everybody who may work here, and what each group may do."""

    gebruikers: tuple[Gebruiker, ...]
    groepen: Mapping[str, frozenset[Recht]]

    def members(self, groep: str) -> int:
        """How many users are in a group."""
        return sum(groep in gebruiker.groepen for gebruiker in self.gebruikers)

    @property
    def is_managed(self) -> bool:
        """Whether at least one user may manage the users: without him nobody could ever be let in again."""
        managing = {groep for groep, rechten in self.groepen.items() if Recht.GEBRUIKERS in rechten}
        return any(managing.intersection(gebruiker.groepen) for gebruiker in self.gebruikers)


def card_of(gebruiker: Gebruiker) -> GebruikerKaart:
    """A user on file as he is edited."""
    return GebruikerKaart(gebruiker.account, gebruiker.naam, gebruiker.groepen)


def tidy_gebruiker(kaart: GebruikerKaart) -> GebruikerKaart:
    """Without the spaces around what was typed."""
    return GebruikerKaart(kaart.account.strip(), " ".join(kaart.naam.split()), kaart.groepen)


def check_gebruiker(kaart: GebruikerKaart) -> Iterator[Bevinding]:
    """What a user lacks; all of it blocks."""
    if not kaart.account:
        yield Bevinding("account", "ACCOUNT_LEEG")
    if not kaart.naam:
        yield Bevinding("naam", "GEBRUIKERSNAAM_LEEG")
    if not kaart.groepen:
        yield Bevinding("groepen", "GEEN_GROEP")
    yield from _too_long({"account": kaart.account, "naam": kaart.naam})


def check_groep(kaart: GroepKaart) -> Iterator[Bevinding]:
    """What a group lacks; one without any right is allowed: it takes all rights from who is in no other."""
    if not kaart.naam:
        yield Bevinding("naam", "GROEPSNAAM_LEEG")
    yield from _too_long({"naam": kaart.naam})


def merged(basis: Iterable[str], nieuw: Iterable[str], staand: Iterable[str]) -> tuple[str, ...]:
    """What I added and took away, laid on what stands there now: two people who tick different boxes both win."""
    oud, mijn = set(basis), set(nieuw)
    samen = (set(staand) | (mijn - oud)) - (oud - mijn)
    return tuple(sorted(samen))


def _too_long(teksten: Mapping[str, str]) -> Iterator[Bevinding]:
    for veld, tekst in teksten.items():
        if len(tekst) > NAAM_HOOGSTENS:
            params = {"hoogstens": NAAM_HOOGSTENS, "lengte": len(tekst)}
            yield Bevinding(veld, "TEKST_TE_LANG", params=params)
