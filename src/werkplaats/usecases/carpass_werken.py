"""The kinds of work that Car-Pass knows, kept per shop: a report is filled in without a network."""

from __future__ import annotations

import logging
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.carpass_account import account_of
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.melding import is_maintenance
from werkplaats.errors import WerkplaatsError
from werkplaats.usecases.carpass_toegang import password_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.rechten import Wie
    from werkplaats.services.carpass import CarPassService
    from werkplaats.services.kluis import Kluis
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

_VERS = timedelta(days=7)
"""For so long the kinds of work need not be asked for anew."""

_LOG = logging.getLogger(__name__)


def keep_works(shop_id: int, activiteiten: Mapping[str, str], werk: Werk) -> None:
    """Keeps them for a shop in place of the older ones."""
    werk.meldingen.put_activiteiten(shop_id, activiteiten)


def renew_works(store: Store, service: CarPassService, kluis: Kluis, wie: Wie, nu: Moment) -> int:
    """Asks anew for the shops whose list is a week old, and gives how many had an answer.

    A shop without one keeps the list it has, and is asked again the next day.
    """
    vernieuwd = 0
    for shop_id in _stale(store, nu):
        try:
            with store.read() as lezing:
                account = account_of(lezing.instellingen.get(shop_id).instellingen)
                wachtwoord = password_of(lezing, kluis, shop_id)
            activiteiten = service.activities(account, wachtwoord)
        except WerkplaatsError as fout:
            _LOG.info("the kinds of work of shop %s stay as they are: %s", shop_id, fout.code)
            continue
        store.run(wie, partial(keep_works, shop_id, activiteiten))
        vernieuwd += 1
    return vernieuwd


def _stale(store: Store, nu: Moment) -> list[int]:
    """The shops that report and whose list is old; none while Car-Pass maintains itself."""
    if is_maintenance(nu):
        return []
    with store.read() as lezing:
        shops = [shop.id for shop in lezing.instellingen.shops() if lezing.geheimen.get(shop.id, CARPASS_WACHTWOORD)]
        sinds = {shop_id: lezing.meldingen.activiteiten_sinds(shop_id) for shop_id in shops}
    return [shop_id for shop_id, moment in sinds.items() if moment is None or nu.utc - moment.utc > _VERS]
