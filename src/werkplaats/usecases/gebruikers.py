"""Who works here: the account of the operating system becomes a Wie with the rights of its groups."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from werkplaats.domain.instellingen import ZONES, ShopInstellingen
from werkplaats.domain.rechten import BEHEERDER, CONSOLE, GROEPEN, VAN_BEHEERDER, Gebruiker, Recht, Wie
from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.instellingen import Shop
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

ONDERWERP = "gebruiker"
EERSTE_SHOP = "Werkplaats"
"""What the first shop is called until a Beheerder gives it its name."""


class Gebruikers:
    """Signs people in; nobody types a password here, the operating system vouches for the account."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sign_in(self, account: str, naam: str, werkplek: str, shop_id: int | None = None) -> Wie:
        """The person behind an account, working in a shop (the first one when ``shop_id`` is None or gone).

        The first user of a database becomes Beheerder, and with him come the first shop and the ready-made groups. An
        unknown user gets the standard group of the shop; raises WerkplaatsError ONBEKENDE_GEBRUIKER when it has none.
        """
        bekend = self.known(account, werkplek, shop_id)
        if bekend is not None:
            return bekend
        return self._store.run(self.console(), lambda werk: _admit(werk, account, naam, werkplek, shop_id))

    def known(self, account: str, werkplek: str, shop_id: int | None = None) -> Wie | None:
        """The person behind an account that has been here before, without writing anything; None for an unknown one."""
        with self._store.read() as lezing:
            gebruiker = lezing.gebruikers.by_account(account)
            return None if gebruiker is None else _wie(lezing, gebruiker, werkplek, shop_id)

    def console(self) -> Wie:
        """The built-in user of the console, with a Beheerder's rights, in the first shop where there is one."""
        with self._store.read() as lezing:
            shops = lezing.instellingen.shops()
        beheerder = Gebruiker(0, CONSOLE, CONSOLE, (BEHEERDER,))
        return _in_shop(shops[0] if shops else None, beheerder, VAN_BEHEERDER, platform.node())


def _admit(werk: Werk, account: str, naam: str, werkplek: str, shop_id: int | None) -> Wie:
    werk.gebruikers.lock()
    # Somebody else may have signed this account in while we waited.
    gebruiker = werk.gebruikers.by_account(account) or _add(werk, account, naam, shop_id)
    return _wie(werk, gebruiker, werkplek, shop_id)


def _add(werk: Werk, account: str, naam: str, shop_id: int | None) -> Gebruiker:
    eerste = werk.gebruikers.aantal() == 0
    groep = _first_steps(werk) if eerste else _shop(werk, shop_id).instellingen.standaardgroep
    if groep not in werk.gebruikers.groepen():
        raise WerkplaatsError("ONBEKENDE_GEBRUIKER", account=account)
    gebruiker_id = werk.gebruikers.add(account, naam, (groep,))
    waarden = {"account": ("", account), "naam": ("", naam), "groepen": ("", groep)}
    werk.log(ONDERWERP, gebruiker_id, "toegevoegd", waarden)
    return Gebruiker(gebruiker_id, account, naam, (groep,))


def _first_steps(werk: Werk) -> str:
    """Makes what a database needs before anyone can work in it, and names the group of its first user."""
    bestaand = werk.gebruikers.groepen()
    for groep, rechten in GROEPEN.items():
        if groep not in bestaand:
            werk.gebruikers.add_groep(groep, rechten)
    if not werk.instellingen.shops():
        werk.instellingen.add_shop(ShopInstellingen(naam=EERSTE_SHOP))
    return BEHEERDER


def _shop(lezing: Lezing, shop_id: int | None) -> Shop:
    shops = lezing.instellingen.shops()
    return next((shop for shop in shops if shop.id == shop_id), shops[0])


def _wie(lezing: Lezing, gebruiker: Gebruiker, werkplek: str, shop_id: int | None) -> Wie:
    rechten = _rights(gebruiker.groepen, lezing.gebruikers.groepen())
    return _in_shop(_shop(lezing, shop_id), gebruiker, rechten, werkplek)


def _rights(groepen: tuple[str, ...], van_groep: Mapping[str, frozenset[Recht]]) -> frozenset[Recht]:
    return frozenset[Recht]().union(*(van_groep.get(groep, frozenset()) for groep in groepen))


def _in_shop(shop: Shop | None, gebruiker: Gebruiker, rechten: frozenset[Recht], werkplek: str) -> Wie:
    return Wie(
        gebruiker_id=gebruiker.id,
        naam=gebruiker.naam,
        groepen=gebruiker.groepen,
        rechten=rechten,
        shop_id=shop.id if shop else 0,
        shop_naam=shop.instellingen.naam if shop else "",
        land=shop.instellingen.land if shop else "NL",
        zone=shop.zone if shop else ZONES["NL"],
        werkplek=werkplek,
    )
