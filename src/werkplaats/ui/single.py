"""One window per user and database: a second start raises the first and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

_WAIT_MS = 2000


class Single(QObject):
    """The claim of one process on one database, for one account of this computer.

    A lock file in the folder of data decides who is first (it outlives no crash: the operating system is asked
    whether its process lives); a local socket is the bell by which later starts ring.
    """

    raised = Signal()

    def __init__(self, database_url: str, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        key = f"{folder}\n{database_url}".encode()
        digest = QCryptographicHash.hash(key, QCryptographicHash.Algorithm.Sha256).toHex().data()
        self._name = "werkplaats-" + bytes(digest).decode()[:24]
        self._lock = QLockFile(str(folder / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self) -> bool:
        """Whether this process is the first; if not, the first one has been asked to show its window.

        A folder that cannot be written gives no lock; then the start goes on, and the store says what is wrong.
        """
        if not self._lock.tryLock(0) and self._lock.error() is QLockFile.LockError.LockFailedError:
            self._ring()
            return False
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Lets a next start be the first."""
        self._server.close()
        self._lock.unlock()

    def _ring(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_WAIT_MS):
            socket.disconnectFromServer()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            self._server.nextPendingConnection().deleteLater()
            self.raised.emit()
