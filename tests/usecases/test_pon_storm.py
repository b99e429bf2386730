"""A batch of requests against a PON that fails, with senders that die at any step: each car once, or in doubt.

``WERKPLAATS_AANVRAGEN=500 pytest tests/usecases/test_pon_storm.py`` does it for as many as the promise says.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.usecases.ontvanger import Gedood, let_pass
from tests.usecases.pondienst import late, lost, never_left
from tests.usecases.test_pon_aanvragen import POLO, set_up
from werkplaats.domain.ponaanvraag import Aanvraagstaat, Aanvraagtype, contents_of
from werkplaats.domain.postbus import Staat
from werkplaats.domain.vin import Vin
from werkplaats.services.pon import PROFIEL
from werkplaats.usecases.pon_schrijven import write_request

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from tests.usecases.pondienst import Ga

AANVRAGEN = int(os.environ.get("WERKPLAATS_AANVRAGEN", "60"))


class Noodlot:
    """What becomes of each call: it arrives or not, is answered or not, or the sender is gone before or after it."""

    def __init__(self, toeval: random.Random) -> None:
        self._toeval = toeval
        self.woedt = True

    def __call__(self, request: httpx.Request, ga: Ga) -> httpx.Response:
        """One call at the mercy of fate."""
        lot = self._toeval.random() if self.woedt else 1.0
        if lot < 0.05:
            raise Gedood
        if lot < 0.10:
            ga(request)
            raise Gedood
        for grens, gedrag in ((0.15, late), (0.18, lost), (0.24, never_left), (0.30, _busy), (0.34, _closed)):
            if lot < grens:
                return gedrag(request, ga)
        return ga(request)


def _busy(_request: httpx.Request, _ga: Ga) -> httpx.Response:
    return httpx.Response(503, json={"code": "NIET_BESCHIKBAAR"})


def _closed(_request: httpx.Request, _ga: Ga) -> httpx.Response:
    return httpx.Response(401, json={"code": "GEEN_TOEGANG"})


@pytest.mark.parametrize("kent_sleutels", [True, False], ids=["a receiver with keys", "a receiver without"])
@pytest.mark.timeout(3600 if AANVRAGEN > 100 else 200)
def test_each_car_is_requested_once_or_a_person_decides(garage: Garage, kent_sleutels: bool) -> None:
    noodlot = Noodlot(random.Random(f"{AANVRAGEN}{kent_sleutels}"))
    garage.pon.register.honours_keys = kent_sleutels
    object.__setattr__(garage.pon.dienst, "_profiel", replace(PROFIEL, kent_sleutels=kent_sleutels))
    set_up(garage, wachttijd=0)
    _ask_for_all(garage)
    garage.pon.gedrag = noodlot

    rondes = 0
    while garage.postbus.list(garage.balie, (Staat.WACHT, Staat.BEZIG)):
        rondes += 1
        noodlot.woedt = rondes < 10 * AANVRAGEN
        garage.pon_verzender._geweigerd.clear()
        with suppress(Gedood):
            garage.postbus.send_due(garage.balie)
        let_pass(garage.store, garage.balie, garage.klok, minutes=70)

    keren = Counter(garage.pon.chassisnummers)
    assert not keren or max(keren.values()) == 1, "a car was requested twice"
    with garage.store.read() as lezing:
        aanvragen = [lezing.ponaanvragen.van_order(nummer + 1)[0] for nummer in range(AANVRAGEN)]
    for aanvraag in aanvragen:
        kwam = keren[aanvraag.inhoud.chassisnummer]
        if aanvraag.staat is Aanvraagstaat.INGEDIEND:
            assert kwam == 1, "it says that PON has it, and PON has it not"
        else:
            assert (aanvraag.staat, kent_sleutels) == (Aanvraagstaat.ONZEKER, False)
    if kent_sleutels:
        assert len(keren) == AANVRAGEN


def _ask_for_all(garage: Garage) -> None:
    """As the morning run does: all orders of the shop in one transaction."""
    with garage.store.begin(garage.verkoper) as werk:
        lijsten = werk.orderlijsten.van(garage.verkoper.shop_id)
        for nummer in range(AANVRAGEN):
            kaart = replace(POLO, chassisnummer=Vin(f"WVWZZZAWZPY{nummer:04}01"))
            order = werk.orders.get(werk.orders.add(kaart))
            inhoud, _gebreken = contents_of(kaart, order.nummer, lijsten, Aanvraagtype.AUTOMATISCH, werk.vandaag)
            assert inhoud is not None
            write_request(werk, order, inhoud)
