"""P11: the overview of a hundred thousand reports to Car-Pass, and the postbus with as many messages.

Scrolling is measured in the real window against a bare QAbstractTableModel, the first page against the same SQL through
sqlite3. The product makes a value of each line, which the bare SQL does not: there the time counts, not the ratio.
Beside it: how long a sort on each column, a filter and the counts on the pills take, all in the background.
"""

from __future__ import annotations

from contextlib import closing
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.garage import url_of
from benchmarks.measure import Ratio, Report, Series, in_turn
from benchmarks.reports import reports
from benchmarks.starts import starter
from benchmarks.statements import connect, send, taken_down
from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.moment import SysteemKlok
from werkplaats.services.csvbestand import write_csv
from werkplaats.store.openen import open_store
from werkplaats.store.rows.melding import MELDING_KOLOMMEN
from werkplaats.usecases.gebruikers import Gebruikers
from werkplaats.usecases.lijsten import BERICHT, MELDING, Lijsten

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.options import Options
    from werkplaats.store.opslag import Store

MOST = 100_000
SCROLL = "p99 1.15 x"
FIRST = "a frame (16.7 ms)"


class Soort(NamedTuple):
    """A list: its page, of what it is, what it is sorted on at first and may be sorted on, and a word to filter on."""

    pagina: str
    soort: str
    eerst: Lijstvraag
    kolommen: tuple[str, ...]
    woord: str


LISTS = (
    Soort("carpass", MELDING, Lijstvraag("staat"), MELDING_KOLOMMEN, "golf meting12"),
    Soort("postbus", BERICHT, Lijstvraag("gemaakt", aflopend=True), ("gemaakt", "soort", "tekst", "volgorde"), "1ab"),
)


def run(options: Options) -> Report:
    """Scrolls, reads the first page, sorts and filters; of both lists."""
    rows = min(options.rows, MOST)
    path = reports(rows, options.cache)
    ratios, notes = [], []
    for soort in LISTS:
        with starter(url_of(path), options.screen) as children:
            shown = children.start("product_scroll", soort.pagina, str(rows), str(options.pairs), soort.woord).shown
        ours, theirs = Series("list", tuple(shown["list"])), Series("bare table", tuple(shown["bare"]))
        ratios.append(Ratio("P11", f"{soort.pagina}: scroll {rows} rows", SCROLL, ours, theirs))
        ratios.append(_first(options, url_of(path), soort))
        keys = f"a key in the filter is painted in at most {1000 * max(shown['keys']):.1f} ms"
        notes.append(f"{soort.pagina}: {keys}; {_answers(options, url_of(path), soort)}")
    return Report(options.command("p11"), tuple(ratios), tuple(notes))


def _first(options: Options, url: str, soort: Soort) -> Ratio:
    """The first page by the use case, and its own SQL sent bare."""
    store = open_store(url, SysteemKlok())
    try:
        wie, lijsten = Gebruikers(store).console(), _lists(store)
        with taken_down(store) as taken:
            lijsten.first(wie, soort.soort, soort.eerst)
        with closing(connect(store.plaats, taken.settings)) as database:
            ours, bare = in_turn(
                options.pairs,
                lambda: _timed(lambda: lijsten.first(wie, soort.soort, soort.eerst)),
                lambda: _timed(lambda: send(database, taken.statements)),
            )
    finally:
        store.close()
    what = f"{soort.pagina}: the first page"
    return Ratio("P11", what, FIRST, Series("Lijsten.first", ours), Series("the same SQL", bare))


def _answers(options: Options, url: str, soort: Soort) -> str:
    """The slowest sort, filter, page far down and counts, each the best of some tries."""
    store = open_store(url, SysteemKlok())
    try:
        wie, lijsten = Gebruikers(store).console(), _lists(store)

        def look(vraag: Lijstvraag) -> float:
            return _best(options, lambda: lijsten.look(wie, soort.soort, vraag, None, None, 0))

        sorts = {kolom: look(Lijstvraag(kolom, aflopend)) for kolom in soort.kolommen for aflopend in (False, True)}
        stand = lijsten.look(wie, soort.soort, soort.eerst, None, None, 0).stand
        far = _best(options, lambda: lijsten.page(wie, soort.soort, soort.eerst, stand, stand.paginas - 1))
        filtered = look(Lijstvraag(soort.eerst.kolom, soort.eerst.aflopend, tekst=soort.woord))
        counts = _best(options, lambda: lijsten.counts(wie, soort.soort))
    finally:
        store.close()
    slowest = max(sorts, key=sorts.__getitem__)
    parts = {f"sort ({slowest})": sorts[slowest], "filter": filtered, "last page": far, "counts": counts}
    return ", ".join(f"{what} {1000 * seconds:.0f} ms" for what, seconds in parts.items())


def _lists(store: Store) -> Lijsten:
    return Lijsten(store, SysteemKlok(), write_csv)


def _best(options: Options, act: Callable[[], object]) -> float:
    return min(_timed(act) for _try in range(min(options.pairs, 5)))


def _timed(act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    return perf_counter() - begin
