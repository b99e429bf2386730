"""P2: the search at each keystroke, over a million cars: plate, end of the chassis number, owner, telephone.

Baseline: the same SQL through sqlite3, on the same file with the same settings. Beside it: how long after a key the
list of the real window is painted, where a screen shows 60 frames in a second.
"""

from __future__ import annotations

import gc
from contextlib import closing
from time import perf_counter
from typing import TYPE_CHECKING, Any

from benchmarks.garage import garage, url_of
from benchmarks.measure import Ratio, Report, Series
from benchmarks.people import KINDS, people_of
from benchmarks.starts import starter
from benchmarks.statements import connect, send, taken_down
from werkplaats.domain.moment import SysteemKlok
from werkplaats.domain.zoeksleutels import zoekvragen
from werkplaats.store.openen import open_store
from werkplaats.usecases.gebruikers import Gebruikers
from werkplaats.usecases.zoeken import LIMIET, Zoeken

if TYPE_CHECKING:
    from benchmarks.options import Options
    from benchmarks.statements import Statement
    from werkplaats.store.opslag import Store

PROMISED = "p99 1.25 x (never above 1.5 x)"
PAINT_PROMISED = "16.7 ms"
_OF_EACH = 24


def typed_texts(kind: str, rows: int, of_each: int = _OF_EACH) -> list[str]:
    """What stands in the search box after each key, for some cars; only texts that search something, each once."""
    texts = [KINDS[kind](place * rows // of_each % rows + 1, people_of(rows)) for place in range(of_each)]
    prefixes = dict.fromkeys(text[:length] for text in texts for length in range(1, len(text) + 1))
    return [prefix for prefix in prefixes if zoekvragen(prefix)]


def take_down(store: Store, text: str) -> list[Statement]:
    """The statements that a search sends."""
    wie = Gebruikers(store).console()
    with taken_down(store) as taken:
        Zoeken(store).find(wie, text)
    return taken.statements


def found_by(answers: list[list[tuple[Any, ...]]]) -> list[int]:
    """The cars in the bare answers, as the product lists them: each once, up to the limit."""
    rows = [row for answer in answers for row in answer if len(row) > _RELATIE_COLUMNS]
    return list(dict.fromkeys(row[0] for row in rows))[:LIMIET]


_RELATIE_COLUMNS = 7


def run(options: Options) -> Report:
    """Measures each kind, all together, and the keys in the real window."""
    path = garage(options.rows, options.cache)
    store = open_store(url_of(path), SysteemKlok())
    try:
        times = {kind: _measure(store, str(path), typed_texts(kind, options.rows), options.pairs) for kind in KINDS}
    finally:
        store.close()
    ratios = [_ratio("P2", f"search: {kind}", ours, bare) for kind, (ours, bare) in times.items()]
    together = ([second for both in times.values() for second in both[side]] for side in (0, 1))
    ratios.append(_ratio("P2", f"search as one types, {options.rows} cars", *together))
    return Report(options.command("p2"), tuple(ratios), (_keys(options, url_of(path)),))


def _measure(store: Store, path: str, texts: list[str], pairs: int) -> tuple[list[float], list[float]]:
    wie, zoeken = Gebruikers(store).console(), Zoeken(store)
    ours: list[float] = []
    bare: list[float] = []
    with taken_down(store) as taken:
        asked = []
        for text in texts:
            taken.statements.clear()
            zoeken.find(wie, text)
            asked.append(list(taken.statements))

    def product(text: str) -> float:
        begin = perf_counter()
        zoeken.find(wie, text)
        return perf_counter() - begin

    def baseline(statements: list[Statement]) -> float:
        begin = perf_counter()
        send(database, statements)
        return perf_counter() - begin

    with closing(connect(path, taken.settings)) as database:
        # The first round warms up both connections and is not counted.
        for number in range(-1, pairs):
            gc.collect()
            for place, (text, statements) in enumerate(zip(texts, asked, strict=True)):
                before = baseline(statements) if (number + place) % 2 else None
                mine = product(text)
                after = baseline(statements) if before is None else before
                if number >= 0:
                    ours.append(mine)
                    bare.append(after)
    return ours, bare


def _ratio(promise: str, what: str, ours: list[float], bare: list[float]) -> Ratio:
    return Ratio(promise, what, PROMISED, Series("Zoeken.find", tuple(ours)), Series("sqlite3", tuple(bare)))


def _keys(options: Options, url: str) -> str:
    """How long after each key the list of the real window was painted."""
    with starter(url, options.screen) as children:
        shown = children.start("product_keys", str(options.rows), str(options.pairs)).shown
    times = Series("key to paint", tuple(shown))
    return (
        f"From a key to the painted list in the real window ({len(shown)} keys): median {1000 * times.median:.1f} ms, "
        f"p99 {1000 * times.p99:.1f} ms (promised: {PAINT_PROMISED})."
    )
