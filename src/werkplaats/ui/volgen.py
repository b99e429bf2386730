"""Follows what is changed, here and elsewhere: asks each second in the background and tells the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from werkplaats.errors import WerkplaatsError
    from werkplaats.ui.work import Background

_EACH_MS = 1000
_TROUBLED_MS = 10_000


class ChangeFeed(QObject):
    """``changed`` tells a subject with the ids; a database that does not answer is asked again after a while.

    That it does not answer is told by what the person does himself: a list of its own would say it twice.
    """

    changed = Signal(str, object)

    def __init__(
        self, background: Background, ask: Callable[[], Mapping[str, frozenset[int]]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._ask = ask
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._ended = False

    def look(self) -> None:
        """Asks now, and from then on each second."""
        self._timer.stop()
        self._background.run(self, self._ask, self._tell, self._wait)

    def stop(self) -> None:
        """Asks no more."""
        self._ended = True
        self._timer.stop()

    def _tell(self, changes: Mapping[str, frozenset[int]]) -> None:
        for onderwerp, ids in changes.items():
            self.changed.emit(onderwerp, ids)
        self._again(_EACH_MS)

    def _wait(self, _problem: WerkplaatsError) -> None:
        self._again(_TROUBLED_MS)

    def _again(self, wait: int) -> None:
        if not self._ended:
            self._timer.start(wait)
