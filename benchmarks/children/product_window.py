"""P1a: the product until its window is painted and its search box has taken a key.

Keys are typed from before the first paint until the store is there; told is what was typed, taken, and searched first.
"""

from __future__ import annotations

from itertools import cycle

from PySide6.QtCore import QTimer

from benchmarks.children.product import Watcher, press, run
from benchmarks.children.telling import say_ready, say_shown

_EVERY_MS = 20
_MOST = 150


class Typist(Watcher):
    """Types on, as a person does who does not wait for the program."""

    def __init__(self) -> None:
        super().__init__()
        self._letters = cycle("jansen")
        self._typed = ""
        self._waits = False
        self._ready = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._type)

    def window_shown(self) -> None:
        """The first keys come before the first paint."""
        self.window.start.box.textChanged.connect(self._taken)
        self._timer.start(_EVERY_MS)
        self._type()

    def list_filled(self) -> None:
        """The store is there: what it searched first must be what stood in the box when it came."""
        if self._timer.isActive():
            self._timer.stop()
            searched = self.searched()
            QTimer.singleShot(0, self, lambda: self._tell(searched))

    def _type(self) -> None:
        if len(self._typed) < _MOST:
            letter = next(self._letters)
            self._typed += letter
            press(self.window, letter)

    def window_painted(self) -> None:
        """What was typed before must be in the box now; if not, the clock runs on until it is."""
        self._waits = True
        self._taken(self.window.start.box.text())

    def _taken(self, text: str) -> None:
        if self._waits and not self._ready and text == self._typed:
            self._ready = True
            say_ready()

    def _tell(self, searched: str) -> None:
        say_shown([self._typed, self.window.start.box.text(), searched])
        self.window.close()


if __name__ == "__main__":
    watcher = Typist()
    raise SystemExit(run())
