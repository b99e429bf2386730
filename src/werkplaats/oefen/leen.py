"""The loan cars of the practice garage: one is with a customer now, one is late, one came back last week."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.leen import LeenKaart, Leensoort
from werkplaats.domain.moment import Moment, vandaag
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.usecases.kmstanden import Kmstanden
from werkplaats.usecases.leenperiodes import Leenperiodes
from werkplaats.usecases.voertuigen import Voertuigen
from werkplaats.usecases.zoeken import Zoeken

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.werkkaart import WerkkaartKop
    from werkplaats.store.opslag import Store

_BEKEND = timedelta(days=60)
"""So long ago the loan cars were written down: they are no news of today."""


class _Auto(NamedTuple):
    """A loan car with its reading, and its loan: for whose visit, how long ago it left, and when it is expected."""

    kenteken: str
    merk: str
    model: str
    km: int
    bezoek: str
    van: timedelta
    tot: tuple[int, int]
    soort: Leensoort = Leensoort.LEEN
    terug: tuple[int, int] | None = None
    km_in: int | None = None
    opmerking: str = ""


_AUTOS = (
    _Auto("LE-101-A", "Toyota", "Aygo X", 12_380, "HU93OE", timedelta(hours=-3), (1, 17), opmerking="Tank vol mee"),
    _Auto("LE-102-A", "Opel", "Corsa", 41_077, "GA482R", timedelta(hours=-50), (-1, 17), Leensoort.HUUR),
    _Auto("LE-103-A", "Renault", "Clio", 30_264, "GE731P", timedelta(days=-7), (-5, 17), terug=(-5, 8), km_in=30_401),
)


def fill_leen(store: Store, klok: VasteKlok, wie: Wie) -> int:
    """Writes the loan cars down, lends them, and returns how many they are; the clock ends where it stood."""
    nu = klok.moment
    for auto in _AUTOS:
        klok.moment = Moment(nu.utc - _BEKEND)
        kaart = VoertuigKaart(kenteken=Kenteken.parse(auto.kenteken), merk=auto.merk, model=auto.model, leenauto=True)
        nummer = Voertuigen(store, klok).save(wie, None, VoertuigKaart(), kaart).id
        Kmstanden(store, klok).add(wie, nummer, KmInvoer(auto.km, vandaag(klok, wie.zone)))
        klok.moment = nu
        _lend(store, klok, wie, auto, nummer)
    klok.moment = nu
    return len(_AUTOS)


def _lend(store: Store, klok: VasteKlok, wie: Wie, auto: _Auto, nummer: int) -> None:
    bezoek = _visit(store, wie, auto.bezoek)
    dag, leen = vandaag(klok, wie.zone), Leenperiodes(store, klok)
    with store.read() as lezing:
        kop = lezing.werkkaarten.get(bezoek.id).opname.eigenaar_id
        lener = lezing.relaties.kop(kop) if kop is not None else None
    klok.moment = Moment((klok.moment.utc + auto.van).replace(minute=0, second=0, microsecond=0))
    kaart = LeenKaart(auto.soort, lener, klok.moment, _at(dag, auto.tot, wie), auto.km, opmerking=auto.opmerking)
    periode = leen.lend(wie, nummer, kaart, bezoek.id)
    if auto.terug is not None:
        klok.moment = _at(dag, auto.terug, wie)
        leen.take_in(wie, periode.id, klok.moment, auto.km_in)


def _visit(store: Store, wie: Wie, kenteken: str) -> WerkkaartKop:
    """The first visit of a car that was not called off."""
    (auto,) = Zoeken(store).find(wie, kenteken, 1).voertuigen
    with store.read() as lezing:
        return lezing.werkkaarten.van_voertuig(auto.id, wie.shop_id)[-1]


def _at(dag: date, wanneer: tuple[int, int], wie: Wie) -> Moment:
    dagen, uur = wanneer
    return Moment(datetime.combine(dag + timedelta(days=dagen), time(uur), ZoneInfo(wie.zone)))
