"""P3: scrolling through the list of a million cars in the real window, against a bare QAbstractTableModel.

Beside it: how long a key in the filter takes to be painted while the million is being counted and sorted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.garage import garage, url_of
from benchmarks.measure import Ratio, Report, Series
from benchmarks.starts import starter

if TYPE_CHECKING:
    from benchmarks.options import Options

PROMISED = "p99 1.15 x"
_KEYS = "golf nijmegen smeets"


def run(options: Options) -> Report:
    """Scrolls both in turn, and types."""
    path = garage(options.rows, options.cache)
    with starter(url_of(path), options.screen) as children:
        arguments = ("voertuigen", str(options.rows), str(options.pairs), _KEYS)
        shown = children.start("product_scroll", *arguments).shown
    ours, theirs = Series("list", tuple(shown["list"])), Series("bare table", tuple(shown["bare"]))
    ratio = Ratio("P3", f"scroll {options.rows} rows", PROMISED, ours, theirs)
    slowest = 1000 * max(shown["keys"])
    note = f"A key in the filter while the list loads is painted in at most {slowest:.1f} ms (a frame: 16.7 ms)."
    return Report(options.command("p3"), (ratio,), (note,))
