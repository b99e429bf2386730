"""The sales orders of a shop: see them, write them, and know what the rules say of the request for their plate."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.moment import vandaag
from werkplaats.domain.order import OrderKaart, Orderlijsten, check_order, facts, planned_at
from werkplaats.domain.pon import PonKeuze
from werkplaats.domain.pon_uitleg import Uitleg, explain
from werkplaats.domain.ponaanvraag import missing_of
from werkplaats.domain.rechten import Recht
from werkplaats.errors import NietGevonden, WerkplaatsError
from werkplaats.usecases.wijzigingen import added_lines, changed_lines, lay_on, refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.order import VerkoopOrder
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.treffers import LogRegel
    from werkplaats.errors import Bevinding
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

ONDERWERP = "order"
LOG_LIMIET = 500


@dataclass(frozen=True, slots=True)
class Orderbasis:
    """What the screen of an order needs beside it: what one can choose from, and what the dealer chose.

    ``automatisch``: plates are requested by themselves.
    """

    lijsten: Orderlijsten = field(default_factory=Orderlijsten)
    keuze: PonKeuze = field(default_factory=PonKeuze)
    automatisch: bool = False


class Orders:
    """The orders of the shop in which a person works."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def prepare(self, wie: Wie) -> Orderbasis:
        """What every order of this shop is filled and judged with."""
        wie.vereis(Recht.ORDER_ZIEN)
        with self._store.read() as lezing:
            return _base(wie, lezing)

    def load(self, wie: Wie, order_id: int) -> VerkoopOrder:
        """An order of this shop; raises NietGevonden."""
        wie.vereis(Recht.ORDER_ZIEN)
        with self._store.read() as lezing:
            return own_order(wie, lezing, order_id)

    def logboek(self, wie: Wie, order_id: int) -> tuple[LogRegel, ...]:
        """Who changed what of an order, the newest first."""
        wie.vereis(Recht.ORDER_ZIEN)
        with self._store.read() as lezing:
            own_order(wie, lezing, order_id)
            return lezing.logboek.van(ONDERWERP, order_id, LOG_LIMIET)

    def check(self, wie: Wie, kaart: OrderKaart) -> tuple[Bevinding, ...]:
        """What is wrong or odd about an order; it asks the store nothing: a screen says it while one types."""
        wie.vereis(Recht.ORDER_ZIEN)
        return check_order(kaart)

    def explain(self, wie: Wie, kaart: OrderKaart, order: VerkoopOrder | None, basis: Orderbasis) -> Uitleg:
        """What the rules say of a card as it is typed, ``order`` being the one on file; it asks the store nothing."""
        wie.vereis(Recht.ORDER_ZIEN)
        nu = self._klok.nu()
        voor, gepland = (order.kaart, order.gepland_op) if order else (OrderKaart(), None)
        op = planned_at(voor, kaart, gepland, nu)
        feiten = facts(
            kaart,
            op.lokaal(wie.zone).date() if op else None,
            basis.lijsten.via_pon,
            aanvraag_loopt=order is not None and order.aanvraag_loopt,
            ingetrokken=order is not None and order.ingetrokken,
        )
        uitleg = explain(feiten, basis.keuze, vandaag(self._klok, wie.zone))
        return replace(uitleg, automatisch=basis.automatisch, gebreken=missing_of(kaart, basis.lijsten))

    def explain_order(self, wie: Wie, order_id: int) -> Uitleg:
        """What the rules say of an order on file; raises NietGevonden."""
        wie.vereis(Recht.ORDER_ZIEN)
        with self._store.read() as lezing:
            order, basis = own_order(wie, lezing, order_id), _base(wie, lezing)
        return self.explain(wie, order.kaart, order, basis)

    def save(self, wie: Wie, order_id: int | None, basis: OrderKaart, nieuw: OrderKaart) -> VerkoopOrder:
        """Writes what I changed between ``basis`` and ``nieuw``, or a new order when ``order_id`` is None.

        Raises Ongeldig, Botsing.
        """
        wie.vereis(Recht.ORDER_WIJZIGEN)
        refuse_blocking(check_order(nieuw))
        if order_id is None:
            return self._store.run(wie, lambda werk: _add(werk, nieuw))
        return self._store.run(wie, lambda werk: _change(werk, order_id, basis, nieuw))

    def delete(self, wie: Wie, order_id: int) -> VerkoopOrder:
        """Puts an order that is called off in the bin, and returns it as it was; raises ORDER_AANVRAAG_LOOPT."""
        wie.vereis(Recht.ORDER_WIJZIGEN)
        return self._store.run(wie, lambda werk: _delete(werk, order_id))

    def put_back(self, wie: Wie, order_id: int) -> VerkoopOrder:
        """Takes an order out of the bin: the undo of ``delete``."""
        wie.vereis(Recht.ORDER_WIJZIGEN)
        return self._store.run(wie, lambda werk: _put_back(werk, order_id))


def own_order(wie: Wie, lezing: Lezing, order_id: int) -> VerkoopOrder:
    """An order of another shop is not there for who works in this one; raises NietGevonden."""
    order = lezing.orders.get(order_id)
    if order.shop_id != wie.shop_id:
        raise NietGevonden(ONDERWERP, order_id)
    return order


def _base(wie: Wie, lezing: Lezing) -> Orderbasis:
    inst = lezing.instellingen.get(wie.shop_id).instellingen
    return Orderbasis(lezing.orderlijsten.van(wie.shop_id), inst.pon_keuze, inst.pon_automatisch)


def _add(werk: Werk, nieuw: OrderKaart) -> VerkoopOrder:
    order_id = werk.orders.add(nieuw, planned_at(OrderKaart(), nieuw, None, werk.nu))
    for handeling, waarden in added_lines(OrderKaart(), nieuw):
        werk.log(ONDERWERP, order_id, handeling, waarden)
    return werk.orders.get(order_id)


def _change(werk: Werk, order_id: int, basis: OrderKaart, nieuw: OrderKaart) -> VerkoopOrder:
    werk.orders.lock(order_id)
    staand = own_order(werk.wie, werk, order_id)
    hands = partial(werk.logboek.laatste_hand, ONDERWERP, order_id)
    kaart, wijzigingen = lay_on(basis, nieuw, staand.kaart, staand.gewijzigd_door, staand, hands)
    if not wijzigingen:
        return staand
    # What another person saved meanwhile may not go together with what I typed.
    refuse_blocking(check_order(kaart))
    werk.orders.write(order_id, kaart, planned_at(staand.kaart, kaart, staand.gepland_op, werk.nu))
    for handeling, waarden in changed_lines(staand.kaart, wijzigingen):
        werk.log(ONDERWERP, order_id, handeling, waarden)
    return werk.orders.get(order_id)


def _delete(werk: Werk, order_id: int) -> VerkoopOrder:
    werk.orders.lock(order_id)
    order = own_order(werk.wie, werk, order_id)
    if werk.ponaanvragen.has_open(order_id):
        # The plate that PON gives would find no order any more.
        raise WerkplaatsError("ORDER_AANVRAAG_LOOPT")
    werk.orders.delete(order_id)
    werk.log(ONDERWERP, order_id, "verwijderd", {"nummer": (order.nummer, "")})
    return order


def _put_back(werk: Werk, order_id: int) -> VerkoopOrder:
    werk.orders.restore(order_id)
    order = own_order(werk.wie, werk, order_id)
    werk.log(ONDERWERP, order_id, "hersteld", {"nummer": ("", order.nummer)})
    return order
