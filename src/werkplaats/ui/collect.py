"""Collects cyclic garbage in the window's thread only.

Python collects wherever it happens to allocate, and a worker allocates a lot. A closed dialog is a cycle of widgets;
destroyed in a worker's thread it takes the program along (Qt destroys a widget in the thread in which it lives).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EACH_MS = 250


class Collector(QObject):
    """Takes over from Python's own collection until ``end``; made in the window's thread."""

    def __init__(self) -> None:
        super().__init__()
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EACH_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collects by the rule of Python itself: the oldest generation of which enough has gathered."""
        gathered = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [age for age, (count, most) in enumerate(gathered) if count > most]
        if due:
            gc.collect(due[-1])

    def settle(self) -> None:
        """What is loaded by now lives as long as the program: to look through it again and again holds up typing."""
        gc.freeze()

    def end(self) -> None:
        """Hands the collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()
