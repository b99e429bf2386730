"""The first day of the practice garage: its shops with their settings, and its people with their groups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from werkplaats.domain.instellingen import CARPASS_WACHTWOORD, PON_TOKEN
from werkplaats.oefen.garage import MARIEKE, MEDEWERKERS, make_shops
from werkplaats.services.kluis import Kluis
from werkplaats.services.sleutelbos import GeheugenSleutelbos
from werkplaats.usecases.gebruikers import Gebruikers
from werkplaats.usecases.instellingen import Instellingen

if TYPE_CHECKING:
    from werkplaats.domain.instellingen import ShopInstellingen
    from werkplaats.domain.rechten import Wie
    from werkplaats.oefen.garage import Medewerker
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk


class Opening:
    """Marieke opens the shops, and lets in who works there."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._gebruikers = Gebruikers(store)
        with store.read() as lezing:
            kluis = Kluis(GeheugenSleutelbos(), lezing.geheimen.database_id())
        self._instellingen = Instellingen(store, kluis)

    def open(self, pechhulp_basis: str) -> dict[str, Wie]:
        """Makes the shops and lets everyone sign in once; returns who they are, by account."""
        eerste = self._sign_in(MARIEKE)
        inst = make_shops(pechhulp_basis)
        # There is no use case yet that makes a second shop: the dialog for it comes with a later version.
        turnhout = self._store.run(eerste, lambda werk: _add_shop(werk, inst["BE"]))
        shops = {"NL": eerste.shop_id, "BE": turnhout}
        for mens in MEDEWERKERS:
            self._admit(mens, shops[mens.land])
        for land, shop_id in shops.items():
            self._save(shop_id, inst[land])
        # The stand-ins take any password and any token but one.
        self._instellingen.set_geheim(self._sign_in(MARIEKE, turnhout), CARPASS_WACHTWOORD, "oefenen")
        self._instellingen.set_geheim(self._sign_in(MARIEKE, eerste.shop_id), PON_TOKEN, "oefenen")
        return {mens.account: self._sign_in(mens, shops[mens.land]) for mens in MEDEWERKERS}

    def point_links(self, pechhulp_basis: str) -> None:
        """Moves the providers' pages that lie on this computer to another address: ports change at each start."""
        adressen = {land: dict(inst.pechhulp_links) for land, inst in make_shops(pechhulp_basis).items()}
        for shop in self._instellingen.shops(self._sign_in(MARIEKE)):
            inst = shop.instellingen
            links = tuple(
                (wie, adressen[inst.land].get(wie, adres) if _is_here(adres) else adres)
                for wie, adres in inst.pechhulp_links
            )
            nieuw = make_shops(pechhulp_basis)[inst.land]
            eigen = {veld: getattr(nieuw, veld) for veld in _EIGEN if _is_here(getattr(inst, veld))}
            self._save(shop.id, replace(inst, pechhulp_links=links, **eigen))

    def _admit(self, mens: Medewerker, shop_id: int) -> None:
        """Lets somebody sign in for the first time; he gets the group that is the standard one of the shop that day."""
        staand = self._instellingen.load(self._sign_in(MARIEKE, shop_id)).instellingen
        self._save(shop_id, replace(staand, standaardgroep=mens.groep))
        self._sign_in(mens, shop_id)

    def _save(self, shop_id: int, nieuw: ShopInstellingen) -> None:
        wie = self._sign_in(MARIEKE, shop_id)
        self._instellingen.save(wie, self._instellingen.load(wie).instellingen, nieuw)

    def _sign_in(self, mens: Medewerker, shop_id: int | None = None) -> Wie:
        return self._gebruikers.sign_in(mens.account, mens.naam, mens.werkplek, shop_id)


_EIGEN = ("bv_link", "lpg_link")


def _is_here(adres: str) -> bool:
    return urlsplit(adres).hostname == "127.0.0.1"


def _add_shop(werk: Werk, inst: ShopInstellingen) -> int:
    shop_id = werk.instellingen.add_shop(inst)
    werk.log("instellingen", shop_id, "toegevoegd", {"naam": ("", inst.naam), "land": ("", inst.land)})
    return shop_id
