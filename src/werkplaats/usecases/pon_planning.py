"""The overview for who leads the sale: which plates are requested when, and how much waits for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.moment import vandaag
from werkplaats.domain.pon_planning import Kalender
from werkplaats.domain.rechten import Recht

if TYPE_CHECKING:
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store


class PonPlanning:
    """What is still to happen with the plates of the shop in which a person works; its lists are long lists."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def calendar(self, wie: Wie) -> Kalender:
        """How many plates are requested on each of the coming days, by which rule."""
        wie.vereis(Recht.ORDER_ZIEN)
        dag = vandaag(self._klok, wie.zone)
        with self._store.read() as lezing:
            inst = lezing.instellingen.get(wie.shop_id).instellingen
            dagen = lezing.orders.planning(wie.shop_id, inst.pon_keuze, dag).calendar()
        return Kalender(dagen, inst.pon_automatisch)

    def badge(self, wie: Wie) -> int:
        """How many orders and requests somebody must look at now; what is still to come does not count."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        if not wie.mag(Recht.ORDER_ZIEN):
            return 0
        dag = vandaag(self._klok, wie.zone)
        with self._store.read() as lezing:
            keuze = lezing.instellingen.get(wie.shop_id).instellingen.pon_keuze
            orders = lezing.orders.planning(wie.shop_id, keuze, dag).for_a_person()
            return orders + lezing.ponaanvragen.in_doubt(wie.shop_id)
