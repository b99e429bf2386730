"""P8: the rules for plate requests over a million orders, with the decision and every reason of each.

Baseline: one SQL statement, written by hand and as sharp as we could make it, that gives only the ids of the orders
whose plate is requested today. The product answers the same question, but has the whole decision of each order pass by:
what is to be done, by which rule, on which day, every reason, what was missed and what the letter of the source says.
A baseline that gave the ids of all orders, or that asked our own compiled conditions, would be slower and so kinder.
"""

from __future__ import annotations

from contextlib import closing
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.measure import Ratio, Report, Series, in_turn
from benchmarks.orders import VANDAAG, orders
from benchmarks.statements import connect, taken_down
from werkplaats.domain.merk import PON_MERKEN, merk_sleutel
from werkplaats.domain.pon import Besluit, PonKeuze

if TYPE_CHECKING:
    import sqlite3

    from benchmarks.options import Options
    from werkplaats.domain.pon import Oordeel
    from werkplaats.store.opslag import Store

PROMISED = "2.0 x"
_SHOP = 1
_VIA_PON = tuple(merk_sleutel(merk) for merk, via_pon in PON_MERKEN.items() if via_pon)
_SQL = f"""
SELECT id FROM verkooporder
WHERE shop_id = :shop AND verwijderd_op IS NULL AND ordersoort = 'nieuw' AND status <> 'afgeleverd'
  AND chassisnummer IS NOT NULL AND kenteken_compact = '' AND goedgekeurd AND NOT aanvraag_loopt AND NOT ingetrokken
  AND merk_sleutel IN ({", ".join(f"'{merk}'" for merk in _VIA_PON)})
  AND CASE
    WHEN afleverdatum IS NOT NULL THEN gepland_dag <= date(losdatum, '+14 days')
      AND (nlv_datum IS NULL OR afleverdatum < nlv_datum) AND afleverdatum <= date(:vandaag, '+7 days')
    WHEN voorraadauto THEN kcode_datum <= date(:vandaag, '-14 days')
    WHEN nlv_datum IS NOT NULL THEN nlv_datum <= date(:vandaag, '+7 days')
    ELSE losdatum <= date(:vandaag, '-14 days')
  END
"""


def judged(store: Store) -> dict[int, Oordeel]:
    """What the product decides about each order."""
    with store.read() as lezing:
        return dict(lezing.orders.judged(_SHOP, PonKeuze(), VANDAAG))


def requested(store: Store) -> list[int]:
    """The orders that the product finds, with the decision about each order in its hand."""
    with store.read() as lezing:
        alle = lezing.orders.judged(_SHOP, PonKeuze(), VANDAAG)
        aanvragen = Besluit.AANVRAGEN
        return [nummer for nummer, oordeel in alle if oordeel.besluit is aanvragen]


def asked(database: sqlite3.Connection) -> list[int]:
    """The orders that the baseline finds."""
    rows = database.execute(_SQL, {"shop": _SHOP, "vandaag": VANDAAG.isoformat()})
    return [nummer for (nummer,) in rows]


def run(options: Options) -> Report:
    """Measures both in turn, on one file with the same settings."""
    store = orders(options.rows, options.cache)
    try:
        with taken_down(store) as taken, store.read() as lezing:
            lezing.orders.by_number(_SHOP, "")
        with closing(connect(store.plaats, taken.settings)) as database:
            return _measure(options, store, database)
    finally:
        store.close()


def _measure(options: Options, store: Store, database: sqlite3.Connection) -> Report:
    def product() -> float:
        begin = perf_counter()
        requested(store)
        return perf_counter() - begin

    def baseline() -> float:
        begin = perf_counter()
        asked(database)
        return perf_counter() - begin

    # The first round warms up both connections and is not counted.
    note = f"They find {len(requested(store))} and {len(asked(database))} orders to request."
    ours, bare = in_turn(options.pairs, product, baseline)
    what = f"the rules over {options.rows} orders"
    ratio = Ratio("P8", what, PROMISED, Series("Orders.judged", ours), Series("one SQL statement", bare))
    return Report(options.command("p8"), (ratio,), (note,))
