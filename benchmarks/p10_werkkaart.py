"""P10: the lines of a werkkaart with 500 of them, against a bare QTableView with the same text.

Three things: a key in a cell until it is painted, Enter until the line with its new amount is, a step of the bar. What
the product does beside the baseline: it reads the number, reckons the line and goes to the next cell that wants input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.measure import Ratio, Report, Series
from benchmarks.starts import starter

if TYPE_CHECKING:
    from benchmarks.options import Options

PROMISED = "p99 1.5 x, and a key in a frame (16.7 ms)"
LINES = 500
WHAT = {"key": "a key in a cell", "enter": "Enter, until the line is there", "scroll": "scroll"}
_NO_DATABASE = "sqlite://"


def run(options: Options) -> Report:
    """Types in both and scrolls both, in turn."""
    with starter(_NO_DATABASE, options.screen) as children:
        shown = children.start("card_grid", str(LINES), str(options.pairs)).shown
    ratios = tuple(
        Ratio("P10", f"{LINES} lines: {words}", PROMISED, *_pair(shown[what])) for what, words in WHAT.items()
    )
    slowest = 1000 * max(*shown["key"][0], *shown["enter"][0])
    note = f"The slowest key was painted in {slowest:.1f} ms; amounts as typed: {shown['same']}."
    return Report(options.command("p10"), ratios, (note,))


def _pair(seconds: list[list[float]]) -> tuple[Series, Series]:
    ours, theirs = seconds
    return Series("the grid", tuple(ours)), Series("bare QTableView", tuple(theirs))
