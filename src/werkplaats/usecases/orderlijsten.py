"""What the choices of an order hold: brands and plate types of the organisation, dealer numbers of a shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.order import check_lijsten
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import changed
from werkplaats.usecases.wijzigingen import changed_lines, lay_on, refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.order import Orderlijsten
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

ONDERWERP = "orderlijsten"


class Ordertabellen:
    """The lists, for the settings."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self, wie: Wie) -> Orderlijsten:
        """All lists as the shop of this person has them."""
        wie.vereis(Recht.INSTELLINGEN)
        with self._store.read() as lezing:
            return lezing.orderlijsten.van(wie.shop_id)

    def save(self, wie: Wie, basis: Orderlijsten, nieuw: Orderlijsten) -> Orderlijsten:
        """Writes the lists that I changed between ``basis`` and ``nieuw``; raises Ongeldig, Botsing."""
        wie.vereis(Recht.INSTELLINGEN)
        refuse_blocking(check_lijsten(nieuw))
        return self._store.run(wie, lambda werk: _change(werk, basis, nieuw))


def _change(werk: Werk, basis: Orderlijsten, nieuw: Orderlijsten) -> Orderlijsten:
    shop_id = werk.wie.shop_id
    werk.instellingen.lock(shop_id)
    staand = werk.orderlijsten.van(shop_id)
    laatst = werk.logboek.van(ONDERWERP, shop_id, 1)
    lijsten, _wijzigingen = lay_on(basis, nieuw, staand, laatst[0].wie if laatst else "", staand)
    wijzigingen = changed(staand, lijsten)
    refuse_blocking(check_lijsten(lijsten))
    if "merken" in wijzigingen:
        werk.orderlijsten.put_merken(lijsten.merken)
    if "plaattypen" in wijzigingen:
        werk.orderlijsten.put_plaattypen(lijsten.plaattypen)
    if "dealernummers" in wijzigingen:
        werk.orderlijsten.put_dealernummers(shop_id, lijsten.dealernummers)
    if wijzigingen:
        for handeling, waarden in changed_lines(staand, wijzigingen):
            werk.log(ONDERWERP, shop_id, handeling, waarden)
    return werk.orderlijsten.van(shop_id)
