"""The wire between the program and an outside party of the tour: it can be cut, as when the network is gone."""

from __future__ import annotations

import socket
from contextlib import suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from typing import Self

_HOST = "127.0.0.1"
_PIECE = 65_536
_LOOK = 0.05
"""Seconds between two looks whether the wire was cut."""


class Draad:
    """Leads to the party at an address; once cut, nobody answers at its own, and what was under way is broken."""

    def __init__(self, adres: str) -> None:
        parts = urlsplit(adres)
        self._naar = parts.hostname or "", parts.port or 80
        self._open: set[socket.socket] = set()
        self._server: ThreadingTCPServer | None = self._listen(0)
        self._poort = int(self._server.server_address[1])

    @property
    def adres(self) -> str:
        """Where the party is reached, as long as the wire is whole."""
        return f"http://{_HOST}:{self._poort}"

    def cut(self) -> None:
        """From now on nobody answers."""
        server, self._server = self._server, None
        if server is None:
            return
        server.shutdown()
        server.server_close()
        for verbinding in tuple(self._open):
            with suppress(OSError):
                verbinding.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """The party answers again, at the same address."""
        if self._server is None:
            self._server = self._listen(self._poort)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.cut()

    def _listen(self, poort: int) -> ThreadingTCPServer:
        server = _Server((_HOST, poort), self._handler())
        Thread(target=server.serve_forever, args=(_LOOK,), name="draad", daemon=True).start()
        return server

    def _handler(self) -> type[BaseRequestHandler]:
        naar, open_ = self._naar, self._open

        class Verbinding(BaseRequestHandler):
            """One connection: what comes in on one side goes out on the other."""

            def handle(self) -> None:
                with socket.create_connection(naar) as daar:
                    ends = {self.request, daar}
                    open_.update(ends)
                    back = Thread(target=_lead, args=(daar, self.request), daemon=True)
                    back.start()
                    _lead(self.request, daar)
                    back.join()
                    open_.difference_update(ends)

        return Verbinding


class _Server(ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False


def _lead(van: socket.socket, naar: socket.socket) -> None:
    """Leads on what comes until one side ends; then the other hears so."""
    with suppress(OSError):
        while piece := van.recv(_PIECE):
            naar.sendall(piece)
    with suppress(OSError):
        naar.shutdown(socket.SHUT_WR)
