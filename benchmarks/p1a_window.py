"""P1a: from the start of the process to a painted window whose search box takes keys.

Baseline: a bare PySide6 window with a table, until that is painted. Both are fresh processes on the same screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.garage import garage, url_of
from benchmarks.measure import Ratio, Report, Series, in_turn
from benchmarks.starts import starter

if TYPE_CHECKING:
    from benchmarks.options import Options

PROMISED = "1.35 x (never above 1.5 x)"


def run(options: Options) -> Report:
    """Starts both in turn; the keys that the product was typed early are counted."""
    lost = typed = 0

    def product() -> float:
        nonlocal lost, typed
        start = children.start("product_window")
        keys, box, searched = start.shown
        typed += len(keys)
        lost += len(keys) - (len(box) if box == keys and keys.startswith(searched) else 0)
        return start.seconds

    with starter(url_of(garage(options.rows, options.cache)), options.screen) as children:
        # Once each beforehand: the files are read from the disk, and the user signs in for the first time.
        children.start("product_window")
        children.start("bare_window")
        typed = lost = 0
        ours, bare = in_turn(options.pairs, product, lambda: children.start("bare_window").seconds)
    ratio = Ratio(
        "P1a",
        "process start to a painted window that takes keys",
        PROMISED,
        Series("werkplaats", ours),
        Series("bare window with a table", bare),
    )
    note = f"Keys typed from before the first paint until the store was there: {typed}; lost: {lost}."
    return Report(options.command("p1a"), (ratio,), (note,))
