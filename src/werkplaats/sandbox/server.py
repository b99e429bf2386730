"""Serves the stand-ins on free ports of this computer, and stops them at once."""

from __future__ import annotations

import logging
from contextlib import suppress
from http.client import HTTPConnection
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Self

from waitress import wasyncore
from waitress.server import TcpWSGIServer

if TYPE_CHECKING:
    from collections.abc import Callable

HOST = "127.0.0.1"

_THREADS = 4
_LOOK = 1.0
_PATIENCE = 2.0
"""Seconds that a request in progress gets when the stand-in stops."""


class Standin:
    """One WSGI application on a free port; ``on_stop`` is called first when it stops."""

    def __init__(self, app: Callable[..., Any], on_stop: Callable[[], None] | None = None) -> None:
        # A request that waits a moment for a thread is no news: on a busy computer it would be told at every look-up.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        self._map: dict[int, Any] = {}
        self._server = TcpWSGIServer(app, map=self._map, host=HOST, port=0, threads=_THREADS, ident="oefenomgeving")
        self._on_stop = on_stop
        self._stopping = Event()
        self._thread = Thread(target=self._serve, name="standin", daemon=True)

    @property
    def address(self) -> str:
        """The base address, without a slash at the end."""
        return f"http://{HOST}:{self._server.effective_port}"

    def start(self) -> Self:
        """Starts serving; returns itself once the stand-in answers."""
        self._thread.start()
        self._await_answer()
        return self

    def stop(self) -> None:
        """Stops serving and gives the port back; a request in progress gets two seconds."""
        if self._on_stop:
            self._on_stop()
        # The flag is set by the serving thread itself, as that thread may not close what wakes it before it is woken.
        # Released answers wake it too: then it may have closed its end before this call has written its own sign.
        with suppress(OSError):
            self._server.trigger.pull_trigger(self._stopping.set)
        self._thread.join(2 * _PATIENCE)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def _await_answer(self) -> None:
        connection = HTTPConnection(HOST, self._server.effective_port, timeout=10)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        finally:
            connection.close()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            wasyncore.loop(timeout=_LOOK, map=self._map, count=1)
        self._server.task_dispatcher.shutdown(cancel_pending=True, timeout=_PATIENCE)
        for channel in list(self._map.values()):
            channel.close()
