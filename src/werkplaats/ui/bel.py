"""The bell between two starts of the program: a local socket that only this account can reach."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 2000


class Bel(QObject):
    """Hears the later starts."""

    rung = Signal()

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # Who holds the lock is the first: a socket that still lies there is left over from a crash.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def close(self) -> None:
        """Hears no more."""
        self._server.close()

    @staticmethod
    def ring(name: str) -> None:
        """Asks the first start to show its window."""
        socket = QLocalSocket()
        socket.connectToServer(name)
        if socket.waitForConnected(_WAIT_MS):
            socket.disconnectFromServer()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            self._server.nextPendingConnection().deleteLater()
            self.rung.emit()
