"""The use cases of the sale of cars, bundled: every door that sells needs all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from werkplaats.usecases.orderimport import Orderimport
    from werkplaats.usecases.orderlijsten import Ordertabellen
    from werkplaats.usecases.orders import Orders
    from werkplaats.usecases.pon_aanvragen import PonAanvragen
    from werkplaats.usecases.pon_mail import PonMail
    from werkplaats.usecases.pon_planning import PonPlanning


@dataclass(frozen=True, slots=True)
class Verkoop:
    """What is done with the orders of a shop."""

    orders: Orders
    orderimport: Orderimport
    tabellen: Ordertabellen
    aanvragen: PonAanvragen
    planning: PonPlanning
    ponmail: PonMail
