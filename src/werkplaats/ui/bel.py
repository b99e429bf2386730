"""The bell between two starts of the program: a local socket that only this account can reach."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 2000
_LONGEST = 40


class Bel(QObject):
    """Hears the later starts; ``rung`` gives the word that they leave: what they would have shown, or nothing."""

    rung = Signal(str)

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
    def ring(name: str, word: str = "") -> None:
        """Asks the first start to show its window, or what the word says."""
        socket = QLocalSocket()
        socket.connectToServer(name)
        if socket.waitForConnected(_WAIT_MS):
            if word:
                socket.write(word.encode())
                socket.waitForBytesWritten(_WAIT_MS)
            socket.disconnectFromServer()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            # The word is whole when the caller has hung up; he may have done so already.
            if caller.state() == QLocalSocket.LocalSocketState.ConnectedState:
                caller.disconnected.connect(partial(self._hear, caller))
            else:
                self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        word = bytes(caller.readAll().data()).decode(errors="replace")
        caller.deleteLater()
        self.rung.emit(word[:_LONGEST])
