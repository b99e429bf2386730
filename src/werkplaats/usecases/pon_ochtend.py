"""The morning run: requests by itself what the rules say, and knows which orders a person must look at.

Each order is one transaction, in which it is judged again under its lock: whoever changes it meanwhile comes before or
after. A run that is done twice, at two places at once, or again after a crash finds a request that is under way and
leaves it alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any

from werkplaats.domain.dagtaak import Verslag
from werkplaats.domain.order import facts_on_file
from werkplaats.domain.pon import Besluit
from werkplaats.domain.pon_aandacht import Aandacht, attention_of
from werkplaats.domain.pon_regels import judge
from werkplaats.domain.ponaanvraag import Aanvraagtype, contents_of
from werkplaats.errors import NietGevonden, WerkplaatsError
from werkplaats.usecases.orders import own_order
from werkplaats.usecases.pon_schrijven import write_request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from werkplaats.domain.order import VerkoopOrder
    from werkplaats.domain.pon import Oordeel
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

AANVRAGEN, KAN = "aanvragen", "kan"
"""What a trial says of an order that would be requested, or could be where that does not go by itself."""


@dataclass(frozen=True, slots=True)
class Ochtend:
    """The orders of a shop that something is to be done about on a day, each by its id; the rest are only counted.

    ``aanvragen`` can be requested, ``aandacht`` wants a person, also where a rule fell due and the request cannot be
    sent as the order stands; ``wachten`` is how many have a later day, or none yet.
    """

    aanvragen: tuple[tuple[int, Oordeel], ...]
    aandacht: tuple[tuple[int, Aandacht], ...]
    wachten: int


class Gevolg(Enum):
    """What became of an order whose rule fell due."""

    AANGEVRAAGD = auto()
    ONVOLLEDIG = auto()
    GEWIJZIGD = auto()


def read_ochtend(lezing: Lezing, shop_id: int, dag: date) -> Ochtend:
    """What is to be done in a shop: the rules are asked of all its orders at once."""
    keuze = lezing.instellingen.get(shop_id).instellingen.pon_keuze
    vervallen = dict[int, "Oordeel"]()
    wachten = 0
    for nummer, oordeel in lezing.orders.judged(shop_id, keuze, dag):
        if oordeel.besluit is Besluit.AANVRAGEN:
            vervallen[nummer] = oordeel
        wachten += oordeel.besluit is Besluit.WACHTEN
    planning = lezing.orders.planning(shop_id, keuze, dag)
    aandacht = {regel.id: attention_of(regel.plan) for regel in planning.attention()}
    aanvragen = tuple((nummer, oordeel) for nummer, oordeel in vervallen.items() if nummer not in aandacht)
    return Ochtend(aanvragen, tuple(sorted(aandacht.items())), wachten)


def request_due(store: Store, wie: Wie, dag: date, door: Callable[[int, int], bool]) -> Verslag:
    """Requests the plates of a shop whose rule fell due; raises TAAK_GESTOPT when it is stopped half-way."""
    if not _is_automatic(store, wie):
        return Verslag("TAAK_PON_UIT")
    with store.read() as lezing:
        ochtend = read_ochtend(lezing, wie.shop_id, dag)
    gedaan = Counter[Gevolg]()
    totaal = len(ochtend.aanvragen)
    for nummer, _oordeel in ochtend.aanvragen:
        if not door(gedaan.total(), totaal):
            raise WerkplaatsError("TAAK_GESTOPT", gedaan=gedaan.total(), totaal=totaal)
        gedaan[store.run(wie, partial(_request, order_id=nummer, dag=dag))] += 1
    aandacht = len(ochtend.aandacht) + gedaan[Gevolg.ONVOLLEDIG]
    params = {"aandacht": aandacht, "gewijzigd": gedaan[Gevolg.GEWIJZIGD]}
    return Verslag("TAAK_PON", gedaan[Gevolg.AANGEVRAAGD], params)


def say_due(store: Store, wie: Wie, dag: date) -> Verslag:
    """What the run would do in a shop, and why, for each order that it would request or that wants a person."""
    with store.read() as lezing:
        aan = lezing.instellingen.get(wie.shop_id).instellingen.pon_automatisch
        ochtend = read_ochtend(lezing, wie.shop_id, dag)
        regels = tuple(_lines(lezing, ochtend, AANVRAGEN if aan else KAN))
    aantallen = {"aandacht": len(ochtend.aandacht), "wachten": ochtend.wachten}
    if not aan:
        return Verslag("TAAK_PON_UIT_PROEF", 0, {"zou": len(ochtend.aanvragen), **aantallen}, regels)
    return Verslag("TAAK_PON_PROEF", len(ochtend.aanvragen), aantallen, regels)


def _is_automatic(store: Store, wie: Wie) -> bool:
    with store.read() as lezing:
        return lezing.instellingen.get(wie.shop_id).instellingen.pon_automatisch


def _request(werk: Werk, order_id: int, dag: date) -> Gevolg:
    """Judges one order again, under its lock, and requests its plate."""
    inst = werk.instellingen.get(werk.wie.shop_id).instellingen
    try:
        werk.orders.lock(order_id)
        order = own_order(werk.wie, werk, order_id)
    except NietGevonden:
        return Gevolg.GEWIJZIGD
    lijsten = werk.orderlijsten.van(werk.wie.shop_id)
    oordeel = judge(facts_on_file(order, werk.wie.zone, lijsten.via_pon), inst.pon_keuze, dag)
    loopt = werk.ponaanvragen.has_open(order_id)
    if oordeel.besluit is not Besluit.AANVRAGEN or loopt or not inst.pon_automatisch:
        return Gevolg.GEWIJZIGD
    inhoud, _gebreken = contents_of(order.kaart, order.nummer, lijsten, Aanvraagtype.AUTOMATISCH, dag)
    if inhoud is None:
        return Gevolg.ONVOLLEDIG
    write_request(werk, order, inhoud, oordeel.regel, oordeel.datum)
    return Gevolg.AANGEVRAAGD


def _lines(lezing: Lezing, ochtend: Ochtend, vervallen: str) -> Iterator[dict[str, Any]]:
    aanvragen, aandacht = dict(ochtend.aanvragen), dict(ochtend.aandacht)
    for order in lezing.orders.several((*aanvragen, *aandacht)):
        oordeel, punt = aanvragen.get(order.id), aandacht.get(order.id)
        if punt is not None:
            yield _line(order, punt.soort.value, punt.regel, punt.datum, punt.redenen)
        elif oordeel is not None:
            yield _line(order, vervallen, oordeel.regel, oordeel.datum, ())


def _line(
    order: VerkoopOrder, wat: str, regel: str | None, datum: date | None, redenen: tuple[str, ...]
) -> dict[str, Any]:
    kaart = order.kaart
    return {
        "order": order.nummer,
        "auto": f"{kaart.merk} {kaart.model}".strip(),
        "chassisnummer": kaart.chassisnummer.tekst if kaart.chassisnummer else "",
        "wat": wat,
        "regel": regel,
        "datum": datum.isoformat() if datum else None,
        "redenen": list(redenen),
    }
