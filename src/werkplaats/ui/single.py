"""One window per user and database: a second start raises the first and ends."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from werkplaats.ui.bel import Bel


class Single(QObject):
    """The claim of one process on one database, for one account of this computer.

    A lock file in the folder of data decides who is first (it outlives no crash: the operating system is asked
    whether its process lives); a local socket is the bell by which later starts ring.
    """

    raised = Signal(str)

    def __init__(self, database_url: str, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        key = f"{folder}\n{database_url}".encode()
        digest = QCryptographicHash.hash(key, QCryptographicHash.Algorithm.Sha256).toHex().data()
        self._name = "werkplaats-" + bytes(digest).decode()[:24]
        self._lock = QLockFile(str(folder / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self._bel: Bel | None = None

    def claim(self, word: str = "") -> bool:
        """Whether this process is the first; if not, the first one is asked to show its window, or what ``word`` says.

        A folder that cannot be written gives no lock; then the start goes on, and the store says what is wrong.
        """
        if self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError:
            return True
        _bel().ring(self._name, word)
        return False

    def listen(self) -> None:
        """Begins to hear later starts; called after the first paint, for the network's part of Qt takes its time."""
        if self._bel is None:
            self._bel = _bel()(self._name, self)
            self._bel.rung.connect(self.raised)

    def release(self) -> None:
        """Lets a next start be the first."""
        if self._bel is not None:
            self._bel.close()
        self._lock.unlock()


def _bel() -> type[Bel]:
    return import_module("werkplaats.ui.bel").Bel  # type: ignore[no-any-return]  # a module loaded by name has no types
