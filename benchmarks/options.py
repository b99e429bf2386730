"""The choices that all benchmarks share, as the command line gives them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

if TYPE_CHECKING:
    import argparse

ROWS = 1_000_000
PAIRS = 15


@dataclass(frozen=True, slots=True)
class Options:
    """How much is measured, and where: ``screen`` is ``offscreen`` or ``xvfb``, ``cache`` keeps the big database."""

    rows: int = ROWS
    pairs: int = PAIRS
    screen: str = "offscreen"
    cache: Path = user_cache_path("werkplaats", False) / "benchmarks"

    def command(self, name: str) -> str:
        """The command that measures the same again."""
        return f"python -m benchmarks {name} --rows {self.rows} --pairs {self.pairs} --screen {self.screen}"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Teaches a command line these choices."""
    standard = Options()
    parser.add_argument("--rows", type=int, default=standard.rows, help="vehicles in the database (%(default)s)")
    parser.add_argument("--pairs", type=int, default=standard.pairs, help="times that both run (%(default)s)")
    parser.add_argument("--screen", choices=("offscreen", "xvfb"), default=standard.screen, help="(%(default)s)")
    parser.add_argument("--cache", type=Path, default=standard.cache, help="where the database is kept (%(default)s)")


def read_options(given: argparse.Namespace) -> Options:
    """The choices that were made."""
    return Options(given.rows, given.pairs, given.screen, given.cache)
