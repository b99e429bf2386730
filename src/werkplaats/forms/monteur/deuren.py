"""The door to the monteurscherm: one at a time, over the whole screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.monteur.scherm import Monteurscherm

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class MonteurDeuren:
    """``toegang`` is asked at each opening, for the shop may be renamed."""

    def __init__(self, deuren: Deuren, toegang: Callable[[], Toegang]) -> None:
        self._deuren = deuren
        self._toegang = toegang
        self.scherm: Monteurscherm | None = None

    def open(self) -> None:
        """Opens the monteurscherm, or raises the one that is open."""
        if self.scherm is None:
            self.scherm = scherm = Monteurscherm(self._toegang())
            scherm.closed.connect(self._forget)
            scherm.changed.connect(self._deuren.changed)
            scherm.showFullScreen()
        self.scherm.raise_()
        self.scherm.activateWindow()

    def close(self) -> None:
        """Closes it with the window behind it."""
        if self.scherm is not None:
            self.scherm.close()

    def _forget(self) -> None:
        self.scherm = None
