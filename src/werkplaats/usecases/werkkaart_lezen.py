"""Reads a werkkaart for whoever works in its shop; every use case on cards reads them here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.errors import NietGevonden

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.store.transactie import Lezing

ONDERWERP = "werkkaart"


def own_card(wie: Wie, lezing: Lezing, kaart_id: int) -> Werkkaart:
    """A card of this shop; one of another shop is not there for who works in this one. Raises NietGevonden."""
    kaart = lezing.werkkaarten.get(kaart_id)
    if kaart.shop_id != wie.shop_id:
        raise NietGevonden(ONDERWERP, kaart_id)
    return kaart
