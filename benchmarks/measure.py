"""The stopwatch: two things in turn, what came of it, and the table in which it is printed."""

from __future__ import annotations

import gc
import os
import platform
import sqlite3
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FEWEST_PAIRS = 9
"""With fewer pairs a median is chance."""

_LIBRARIES = ("PySide6-Essentials", "SQLAlchemy")


@dataclass(frozen=True, slots=True)
class Series:
    """The times that one thing took, in seconds."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The time in the middle."""
        return median(self.seconds)

    @property
    def p99(self) -> float:
        """The time that 99 of 100 stay under; of fewer than 100 times the longest."""
        ordered = sorted(self.seconds)
        return ordered[-(len(ordered) // 100) - 1]


@dataclass(frozen=True, slots=True)
class Ratio:
    """What a promise says, and what was measured: the product beside its baseline."""

    promise: str
    what: str
    promised: str
    product: Series
    baseline: Series

    @property
    def at_median(self) -> float:
        """How many times as long as the baseline the product takes, by the medians."""
        return self.product.median / self.baseline.median

    @property
    def at_p99(self) -> float:
        """The same by the 99th percentiles."""
        return self.product.p99 / self.baseline.p99


@dataclass(frozen=True, slots=True)
class Report:
    """What one benchmark found: its ratios, and what else it saw, in sentences."""

    command: str
    ratios: tuple[Ratio, ...]
    notes: tuple[str, ...] = ()


def in_turn(
    pairs: int, product: Callable[[], float], baseline: Callable[[], float]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Times both ``pairs`` times, now the one first and now the other, so that a busy computer hinders both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(pairs):
        gc.collect()
        for which in (0, 1) if number % 2 == 0 else (1, 0):
            times[which].append((product, baseline)[which]())
    return tuple(times[0]), tuple(times[1])


def machine() -> str:
    """The computer and the versions on which the figures were measured."""
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores ({_processor()}); "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {libraries}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def table(ratios: Sequence[Ratio]) -> str:
    """All ratios in columns; times in milliseconds."""
    head = ("", "what", "product", "baseline", "ratio", "product p99", "baseline p99", "ratio p99", "promised")
    rows = [head, *(_row(ratio) for ratio in ratios)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def _row(ratio: Ratio) -> tuple[str, ...]:
    times = (ratio.product.median, ratio.baseline.median, ratio.product.p99, ratio.baseline.p99)
    product, baseline, product_p99, baseline_p99 = (f"{1000 * seconds:.2f} ms" for seconds in times)
    return (
        ratio.promise,
        ratio.what,
        product,
        baseline,
        f"{ratio.at_median:.2f} x",
        product_p99,
        baseline_p99,
        f"{ratio.at_p99:.2f} x",
        ratio.promised,
    )


def tell(report: Report) -> str:
    """A report as it is printed."""
    lines = [f"$ {report.command}", machine(), "", table(report.ratios)]
    pairs = {len(ratio.product.seconds) for ratio in report.ratios}
    lines.append(f"({' / '.join(map(str, sorted(pairs)))} times each, in turn)")
    return "\n".join([*lines, *report.notes])
