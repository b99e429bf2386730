"""The key of the database: who may read the secrets of the shops, and how another workstation is let in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.instellingen import GEHEIMEN
from werkplaats.domain.rechten import Recht
from werkplaats.domain.sleutelstand import Sleutelstand
from werkplaats.errors import GeheimFout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.rechten import Wie
    from werkplaats.services.kluis import Kluis
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

ONDERWERP = "instellingen"
BEWIJS = "sleutelbewijs"
"""The secret that only says which key is the right one, so that a second key is never made for one database."""


class Koppeling:
    """Admits accounts and workstations to the secrets of the database."""

    def __init__(self, store: Store, kluis: Kluis) -> None:
        self._store = store
        self._kluis = kluis

    def show_code(self, wie: Wie) -> str:
        """The koppelcode that lets another account in; each showing is logged. The first one makes the key.

        Raises GeheimFout GEEN_SLEUTEL, SLEUTELBOS_…, or NOG_GEEN_SLEUTEL where no shop has been made yet.
        """
        wie.vereis(Recht.GEHEIMEN)
        with self._store.read() as lezing:
            eerste = lezing.geheimen.is_empty()
        if eerste:
            self._make_key(wie)
        code = self._kluis.koppelcode()
        self._store.run(wie, lambda werk: werk.log(ONDERWERP, wie.shop_id, "bekeken", {"koppelcode": (None, None)}))
        return code

    def admit(self, wie: Wie, koppelcode: str) -> Sleutelstand:
        """Lets this account in with a code that was shown elsewhere; raises GeheimFout KOPPELCODE_… or SLEUTELBOS_…."""
        wie.vereis(Recht.GEHEIMEN)
        self._kluis.take_koppelcode(koppelcode)
        return self.check(wie)

    def check(self, wie: Wie) -> Sleutelstand:
        """Whether this account has the key, and whether it is the right one; raises GeheimFout SLEUTELBOS_…."""
        wie.vereis(Recht.GEHEIMEN)
        if not self._kluis.has_key():
            return Sleutelstand(aanwezig=False, past=None)
        with self._store.read() as lezing:
            verzegeld = next(_sealed(lezing), None)
        return Sleutelstand(aanwezig=True, past=None if verzegeld is None else self._opens(*verzegeld))

    def _make_key(self, wie: Wie) -> None:
        if not wie.shop_id:
            raise GeheimFout("NOG_GEEN_SLEUTEL")
        self._kluis.make_key()
        bewijs = self._kluis.seal(wie.shop_id, BEWIJS, "")
        self._store.run(wie, lambda werk: _prove(werk, wie.shop_id, bewijs))

    def _opens(self, shop_id: int, naam: str, inhoud: bytes) -> bool:
        try:
            self._kluis.unseal(shop_id, naam, inhoud)
        except GeheimFout as fout:
            if fout.code != "GEHEIM_ONLEESBAAR":
                raise
            return False
        return True


def _prove(werk: Werk, shop_id: int, bewijs: bytes) -> None:
    werk.geheimen.put(shop_id, BEWIJS, bewijs)
    werk.log(ONDERWERP, shop_id, "gewijzigd", {BEWIJS: (None, None)})


def _sealed(lezing: Lezing) -> Iterator[tuple[int, str, bytes]]:
    """What is sealed in this database: shop, name and content, the proof first."""
    shops = [shop.id for shop in lezing.instellingen.shops()]
    for naam in (BEWIJS, *sorted(GEHEIMEN)):
        for shop_id in shops:
            inhoud = lezing.geheimen.get(shop_id, naam)
            if inhoud is not None:
                yield shop_id, naam, inhoud
