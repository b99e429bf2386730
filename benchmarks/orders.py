"""A table of sales orders: as many as are asked for, with days around the edges of the rules, in a file of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from benchmarks.garage import url_of
from werkplaats.domain.merk import PON_MERKEN, merk_sleutel
from werkplaats.domain.moment import Moment, VasteKlok
from werkplaats.domain.order import Ordersoort, Orderstatus
from werkplaats.domain.vin import Vin
from werkplaats.store.openen import open_store
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.order import VerkooporderRij
from werkplaats.usecases.gebruikers import Gebruikers

if TYPE_CHECKING:
    from pathlib import Path

    from werkplaats.store.opslag import Store

VANDAAG = date(2026, 11, 24)
NU = Moment(datetime(2026, 11, 24, 6, tzinfo=UTC))
_STUK = 20_000
_MERKEN = tuple(PON_MERKEN)
_DAGEN = tuple(VANDAAG + timedelta(verschil) for verschil in range(-40, 41))


def orders(rows: int, cache: Path) -> Store:
    """The store of so many orders of one shop; made once, and then kept."""
    path = cache / f"orders-{rows}.db"
    store = open_store(url_of(path), VasteKlok(NU))
    if not Gebruikers(store).known("bench", "bench"):
        Gebruikers(store).sign_in("bench", "Bench", "bench")
        table = tabel(VerkooporderRij)
        with store.engines.schrijven.begin() as verbinding:
            kans = Random(20261124)
            for begin in range(0, rows, _STUK):
                stuk = range(begin + 1, min(begin + _STUK, rows) + 1)
                verbinding.execute(insert(table), [_order(kans, nummer) for nummer in stuk])
    return store


def _order(kans: Random, nummer: int) -> dict[str, Any]:
    """Most orders pass the bars, so that the rules have work; a tenth lacks something."""
    merk = kans.choice(_MERKEN)
    aflevering = _day(kans)
    gepland = _day(kans) if aflevering is not None else None
    return {
        "id": nummer,
        "shop_id": 1,
        "nummer": f"2026-{nummer:07d}",
        "referentie": "",
        "ordersoort": Ordersoort.NIEUW if kans.random() < 0.95 else Ordersoort.GEBRUIKT,
        "status": Orderstatus.AFGELEVERD if kans.random() < 0.05 else Orderstatus.BESTELD,
        "relatie_id": None,
        "merk": merk,
        "merk_sleutel": merk_sleutel(merk),
        "model": "Model",
        "chassisnummer": Vin(f"WVWZZZ1KZ{nummer:08d}"),
        "kenteken_compact": "",
        "kenteken_land": "",
        "kenteken_weergave": "",
        "voorraadauto": kans.random() < 0.3,
        "goedgekeurd": kans.random() < 0.95,
        "losdatum": _day(kans),
        "nlv_datum": _day(kans),
        "kcode_datum": _day(kans),
        "afleverdatum": aflevering,
        "gepland_op": None,
        "gepland_dag": gepland,
        "goedkeuren_op": None,
        "goedkeuren_door": "",
        "goedkeuren_regel": None,
        "goedkeuren_dag": None,
        "ingetrokken": False,
        "aanvraag_loopt": False,
        "versie": 1,
        "gewijzigd_op": NU,
        "gewijzigd_door": "bench",
        "verwijderd_op": None,
        "verwijderd_door": None,
    }


def _day(kans: Random) -> date | None:
    return None if kans.random() < 0.3 else kans.choice(_DAGEN)
