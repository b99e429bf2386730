"""The practice garage has a request for a plate in each state that one can meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.ponaanvraag import OPEN, Aanvraagstaat
from werkplaats.oefen.pon import fill_pon
from werkplaats.store.openen import open_store
from werkplaats.usecases.gebruikers import Gebruikers

if TYPE_CHECKING:
    from werkplaats.domain.moment import VasteKlok


def test_each_state_but_the_one_that_goes_by_itself_is_there(sqlite_url: str, klok: VasteKlok) -> None:
    store = open_store(sqlite_url, klok)
    wie = Gebruikers(store).sign_in("mhendriks", "Marieke Hendriks", "balie-1")
    fill_pon(store, wie)
    with store.read() as lezing:
        gezien = {}
        for order_id in range(1, 10):
            for aanvraag in lezing.ponaanvragen.van_order(order_id):
                gezien[aanvraag.staat] = lezing.orders.get(order_id).aanvraag_loopt
    store.close()
    assert set(gezien) == set(Aanvraagstaat) - {Aanvraagstaat.WACHT}
    assert gezien == {staat: staat in OPEN for staat in gezien}
