"""The sales orders of the practice garage: one for each outcome of the rules for plate requests."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment
from werkplaats.domain.order import OrderKaart, Ordersoort, Orderstatus, Plaatregel
from werkplaats.domain.vin import Vin
from werkplaats.usecases.orders import ONDERWERP
from werkplaats.usecases.wijzigingen import added_lines

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.voertuig import RelatieKop
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

DEALERNUMMERS = (("Volkswagen", "14287"), ("Audi", "14288"), ("Škoda", "24017"), ("SEAT", "34105"))


class _Order(NamedTuple):
    """An order told by hand; days are counted from today, ``gepland`` is how many days ago it was planned."""

    merk: str
    model: str
    vin: str
    losdatum: int | None = None
    nlv: int | None = None
    kcode: int | None = None
    aflevering: int | None = None
    gepland: int | None = None
    voorraad: bool = False
    anders: tuple[tuple[str, object], ...] = ()


_NIET_GOED = (("goedgekeurd", False),)
_TWEE_PLATEN = (("platen", (Plaatregel("27.1", 1), Plaatregel("27.2", 1))),)

_INRUIL = (
    ("ordersoort", Ordersoort.GEBRUIKT),
    ("status", Orderstatus.AFGELEVERD),
    ("kenteken", Kenteken.parse("GA-482-R")),
)
"""The car that the tour shows was sold here, used."""

_ORDERS = (
    _Order("Volkswagen", "Golf 1.5 eTSI", "WVWZZZCDZTW000101", losdatum=-14),
    _Order("Volkswagen", "ID.4 Pro", "WVGZZZE2ZTP000102", losdatum=-3),
    _Order("Volkswagen", "Polo 1.0 TSI", "WVWZZZAWZTU000103"),
    _Order("Audi", "A3 Sportback", "WAUZZZGY8TA000104", losdatum=-5, nlv=5),
    _Order("Audi", "Q4 e-tron", "WAUZZZFZ3TP000105", losdatum=-2, nlv=21),
    _Order("Škoda", "Octavia Combi", "TMBJR7NX6TY000106", losdatum=-16, aflevering=6, gepland=9),
    _Order("Škoda", "Enyaq 85", "TMBLC9NY7TF000107", losdatum=-6, aflevering=18, gepland=2),
    _Order("Škoda", "Kodiaq", "TMBLN7PS4TN000108", losdatum=-30, aflevering=10, gepland=4),
    _Order("SEAT", "Leon", "VSSZZZKLZTR000109", losdatum=-8, nlv=9, aflevering=12, gepland=3),
    _Order("SEAT", "Ateca", "VSSZZZ5FZT6000110", aflevering=11, gepland=1),
    _Order("Volkswagen", "T-Roc", "WVGZZZD1ZTV000111", kcode=-15, voorraad=True),
    _Order("Volkswagen", "Taigo", "WVWZZZCSZTY000112", kcode=-4, voorraad=True),
    _Order("Audi", "A1 Sportback", "WAUZZZGB5TR000113", losdatum=-20, voorraad=True),
    # Imported from elsewhere: nobody told when it was planned.
    _Order("Škoda", "Superb Combi", "TMBJR7NX9TY000118", losdatum=-9, aflevering=9),
    # Planned two days ago, when its k-code had fallen due already; now it is asked for a week before the delivery.
    _Order("Volkswagen", "Caddy", "WV1ZZZSKZTX000119", losdatum=-5, kcode=-18, aflevering=20, gepland=2, voorraad=True),
    # Delivered late next month: somebody must decide, but not yet.
    _Order("Audi", "A6 Avant e-tron", "WAUZZZGH2TN000120", losdatum=-40, aflevering=30, gepland=3),
    # What its rule asks for today cannot be sent: this shop has no number at that brand, and that one has two types.
    _Order("Porsche", "Macan", "WP1ZZZ95ZTL000121", losdatum=-15),
    _Order("Volkswagen", "Amarok", "WV1ZZZ2HZTA000122", losdatum=-15, anders=_TWEE_PLATEN),
    _Order("CUPRA", "Formentor", "VSSZZZKMZTR000114", losdatum=-20),
    _Order("Volkswagen", "Tiguan", "WVGZZZCTZTW000115", losdatum=-17, anders=_NIET_GOED),
    _Order("Volkswagen", "Passat Variant", "", losdatum=-15),
    _Order(
        "Škoda",
        "Fabia",
        "TMBEP6PJ1S4000116",
        losdatum=-60,
        aflevering=-20,
        gepland=45,
        anders=(("kenteken", Kenteken.parse("Z-416-KP")), ("status", Orderstatus.AFGELEVERD)),
    ),
    _Order("Volkswagen", "Golf 1.5 TSI", "WVWZZZCDZLW000417", anders=_INRUIL),
)


def fill_orders(store: Store, wie: Wie) -> None:
    """Writes the orders of a shop that sells these brands, in the names of the customers who were there last."""
    store.run(wie, _put_all)


def _put_all(werk: Werk) -> None:
    werk.orderlijsten.put_dealernummers(werk.wie.shop_id, DEALERNUMMERS)
    autos = werk.voertuigen.recent(len(_ORDERS))
    eigenaren = [werk.voertuigen.get(auto.id).kaart.hoofdeigenaar for auto in autos]
    klanten = [eigenaar for eigenaar in eigenaren if eigenaar is not None]
    for plek, order in enumerate(_ORDERS):
        klant = None if order.voorraad else klanten[plek % len(klanten)]
        kaart = _card(order, werk.vandaag, klant)
        order_id = werk.orders.add(kaart, _planned(order, werk))
        for handeling, waarden in added_lines(OrderKaart(), kaart):
            werk.log(ONDERWERP, order_id, handeling, waarden)


def _card(order: _Order, vandaag: date, klant: RelatieKop | None) -> OrderKaart:
    def day(verschil: int | None) -> date | None:
        return None if verschil is None else vandaag + timedelta(verschil)

    kaart = OrderKaart(
        status=Orderstatus.BESTELD if order.losdatum is None else Orderstatus.BINNEN,
        relatie=klant,
        merk=order.merk,
        model=order.model,
        chassisnummer=Vin(order.vin) if order.vin else None,
        voorraadauto=order.voorraad,
        goedgekeurd=True,
        losdatum=day(order.losdatum),
        nlv_datum=day(order.nlv),
        kcode_datum=day(order.kcode),
        afleverdatum=day(order.aflevering),
        platen=(Plaatregel("27.1", 2),),
    )
    anders: dict[str, object] = dict(order.anders)
    return replace(kaart, **anders)  # type: ignore[arg-type]  # told by name in the table above


def _planned(order: _Order, werk: Werk) -> Moment | None:
    if order.gepland is None:
        return None
    dag = werk.vandaag - timedelta(order.gepland)
    return Moment(datetime.combine(dag, time(14, 5), ZoneInfo(werk.wie.zone)))
