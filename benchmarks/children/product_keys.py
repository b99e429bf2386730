"""P2: keys typed into the search box of the running product, and when the list with their answer has been painted.

Its arguments are the number of cars in the database, and of texts to type.
"""

from __future__ import annotations

import sys
from time import perf_counter

from PySide6.QtCore import QTimer

from benchmarks.children.product import Watcher, press, run
from benchmarks.children.telling import say_ready, say_shown
from benchmarks.people import KINDS, people_of

_PAUSE_MS = 60
"""Between two keys; a fast typist takes longer."""


class Typist(Watcher):
    """Types one text after the other, and waits after each key until its answer has been painted.

    The first text is not timed: while it is typed the program is still opening its database.
    """

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._keys = [(text[:length], sign) for text in texts for length, sign in enumerate(text, 1)]
        self._first = texts[0]
        self._times: list[float] = []
        self._typed = ""
        self._pressed_at = 0.0

    def list_painted(self) -> None:
        """The day's lines at first, then the answer to each key; an answer to an earlier key is overtaken."""
        if self.searched() != self._typed:
            return
        if self._typed and not self._first.startswith(self._typed):
            self._times.append(perf_counter() - self._pressed_at)
        QTimer.singleShot(_PAUSE_MS, self, self._next)

    def _next(self) -> None:
        if not self._keys:
            say_ready()
            say_shown(self._times)
            self.window.close()
        elif self._typed and len(self._keys[0][0]) == 1:
            # A next text begins in an empty box, when the day's lines are there again.
            self._typed = ""
            self.window.start.box.clear()
        else:
            self._typed, sign = self._keys.pop(0)
            self._pressed_at = perf_counter()
            press(self.window, sign)


def _texts(rows: int, wanted: int) -> list[str]:
    makers = list(KINDS.values())
    numbers = [place * rows // wanted % rows + 1 for place in range(wanted)]
    return [makers[place % len(makers)](number, people_of(rows)) for place, number in enumerate(numbers)]


if __name__ == "__main__":
    watcher = Typist(_texts(int(sys.argv[1]), int(sys.argv[2]) + 1))
    raise SystemExit(run())
