"""The settings of a shop, and the secrets that it needs to work with outside parties."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from werkplaats.domain.contact import tidy_instellingen
from werkplaats.domain.controle import check_instellingen
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD, GEHEIMEN
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import changed
from werkplaats.usecases.wijzigingen import changed_lines, lay_on, refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.instellingen import Shop, ShopInstellingen
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.vrije_velden import VrijVeld
    from werkplaats.services.kluis import Kluis
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

ONDERWERP = "instellingen"


class Instellingen:
    """The shops with their settings and secrets."""

    def __init__(self, store: Store, kluis: Kluis) -> None:
        self._store = store
        self._kluis = kluis

    def shops(self, wie: Wie) -> tuple[Shop, ...]:
        """All shops of the organisation, for whoever may work in one of them."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            return lezing.instellingen.shops()

    def plaats(self, wie: Wie) -> str:
        """Where the data lie: the file, or server and database, for whoever works here."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        return self._store.plaats

    def load(self, wie: Wie) -> Shop:
        """The shop in which this person works."""
        wie.vereis(Recht.INSTELLINGEN)
        with self._store.read() as lezing:
            return lezing.instellingen.get(wie.shop_id)

    def save(self, wie: Wie, basis: ShopInstellingen, nieuw: ShopInstellingen) -> Shop:
        """Writes what I changed between ``basis`` and ``nieuw``; raises Ongeldig, Botsing."""
        wie.vereis(Recht.INSTELLINGEN)
        nieuw = _tidy_changed(basis, nieuw)
        refuse_blocking(check_instellingen(nieuw))
        return self._store.run(wie, lambda werk: _change(werk, wie.shop_id, basis, nieuw))

    def has_geheim(self, wie: Wie, naam: str) -> bool:
        """Whether this shop has the secret; the secret itself is never shown."""
        wie.vereis(Recht.GEHEIMEN)
        with self._store.read() as lezing:
            return lezing.geheimen.get(wie.shop_id, naam) is not None

    def set_geheim(self, wie: Wie, naam: str, tekst: str) -> None:
        """Keeps a secret of this shop under seal; raises GeheimFout when this account does not have the key.

        The first secret of a database makes its key. An empty text takes the secret away.
        """
        wie.vereis(Recht.GEHEIMEN)
        if naam not in GEHEIMEN:
            raise ValueError(f"{naam} is no secret of a shop")
        with self._store.read() as lezing:
            nieuw = lezing.geheimen.is_empty()
        if nieuw:
            self._kluis.make_key()
        inhoud = self._kluis.seal(wie.shop_id, naam, tekst) if tekst else None
        self._store.run(wie, lambda werk: _put(werk, wie.shop_id, naam, inhoud))


def _tidy_changed(basis: ShopInstellingen, nieuw: ShopInstellingen) -> ShopInstellingen:
    """What a person typed, in its one spelling; a field that he did not touch is no change of his."""
    netjes = tidy_instellingen(nieuw)
    return replace(nieuw, **{veld: getattr(netjes, veld) for veld in changed(basis, nieuw)})


def _put(werk: Werk, shop_id: int, naam: str, inhoud: bytes | None) -> None:
    if inhoud is None:
        werk.geheimen.delete(shop_id, naam)
    else:
        werk.geheimen.put(shop_id, naam, inhoud)
    werk.log(ONDERWERP, shop_id, "gewijzigd", {naam: (None, None)})
    if naam == CARPASS_WACHTWOORD:
        werk.meldingen.wake(shop_id)
        werk.historieken.wake(shop_id)


def _keep_used(werk: Werk, voor: tuple[VrijVeld, ...], na: tuple[VrijVeld, ...]) -> tuple[VrijVeld, ...]:
    """The fields as they are to be; one that was taken away but says something of a car is retired instead."""
    gebleven = {veld.sleutel for veld in na}
    weg = [veld for veld in voor if veld.sleutel not in gebleven]
    return (*na, *(replace(veld, vervallen=True) for veld in weg if werk.vrije_waarden.is_used(veld.sleutel)))


def _change(werk: Werk, shop_id: int, basis: ShopInstellingen, nieuw: ShopInstellingen) -> Shop:
    werk.instellingen.lock(shop_id)
    staand = werk.instellingen.get(shop_id)
    laatst = werk.logboek.van(ONDERWERP, shop_id, 1)
    samen, wijzigingen = lay_on(basis, nieuw, staand.instellingen, laatst[0].wie if laatst else "", staand)
    if not wijzigingen:
        return staand
    samen = replace(samen, vrije_velden=_keep_used(werk, staand.instellingen.vrije_velden, samen.vrije_velden))
    wijzigingen = changed(staand.instellingen, samen)
    # What another person saved meanwhile may not go together with what I typed.
    refuse_blocking(check_instellingen(samen))
    werk.instellingen.write(shop_id, samen)
    if any(veld.startswith("carpass_") for veld in wijzigingen):
        werk.meldingen.wake(shop_id)
        werk.historieken.wake(shop_id)
    for handeling, waarden in changed_lines(staand.instellingen, wijzigingen):
        werk.log(ONDERWERP, shop_id, handeling, waarden)
    return werk.instellingen.get(shop_id)
