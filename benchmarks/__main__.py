"""``python -m benchmarks``: measures every promise about speed, or the ones that are named, and prints the ratios."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from benchmarks import p1a_window, p1b_list, p2_search, p3_scroll, p8_pon, p9_pdf, p10_werkkaart, p11_reports
from benchmarks.measure import machine, table, tell
from benchmarks.options import add_options, read_options

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.measure import Report
    from benchmarks.options import Options

PROMISES: dict[str, Callable[[Options], Report]] = {
    "p1a": p1a_window.run,
    "p1b": p1b_list.run,
    "p2": p2_search.run,
    "p3": p3_scroll.run,
    "p8": p8_pon.run,
    "p9": p9_pdf.run,
    "p10": p10_werkkaart.run,
    "p11": p11_reports.run,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures what was asked; it judges nothing, so it ends well whatever came out."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("promise", nargs="*", help=f"which to measure: {', '.join(PROMISES)} (all)")
    add_options(parser)
    given = parser.parse_args(arguments)
    unknown = set(given.promise) - set(PROMISES)
    if unknown:
        parser.error(f"no such promise: {', '.join(sorted(unknown))}")
    options = read_options(given)
    reports = []
    for name in given.promise or PROMISES:
        report = PROMISES[name](options)
        print(tell(report), end="\n\n", flush=True)
        reports.append(report)
    if len(reports) > 1:
        print(machine(), table([ratio for report in reports for ratio in report.ratios]), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
