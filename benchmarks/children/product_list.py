"""P1b: the product until the list of its start page has been painted with so many rows (its argument)."""

from __future__ import annotations

import sys

from benchmarks.children.product import Watcher, run
from benchmarks.children.telling import say_ready, say_shown


class Onlooker(Watcher):
    """Looks at the list until it has its rows."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def list_painted(self) -> None:
        """With its rows in it, it is what we wait for."""
        shown = self.shown()
        if len(shown) >= self._rows:
            say_ready()
            say_shown(shown)
            self._rows = sys.maxsize
            self.window.close()


if __name__ == "__main__":
    watcher = Onlooker(int(sys.argv[1]))
    raise SystemExit(run())
