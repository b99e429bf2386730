"""A stand-in answers as soon as it has started, and is gone as soon as it has stopped."""

from __future__ import annotations

import socket
from http.client import HTTPConnection
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from werkplaats.sandbox.server import Standin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def hello(environ: object, start_response: Callable[..., object]) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Length", "5")])
    return [b"hallo"]


def test_two_stand_ins_share_a_computer() -> None:
    with Standin(hello) as een, Standin(hello) as twee:
        assert een.address != twee.address
        for standin in (een, twee):
            connection = HTTPConnection(urlsplit(standin.address).netloc, timeout=5)
            connection.request("GET", "/")
            assert connection.getresponse().read() == b"hallo"
            connection.close()


def test_a_stopped_stand_in_gives_its_port_back() -> None:
    with Standin(hello) as standin:
        address = urlsplit(standin.address)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((address.hostname, address.port), timeout=5)


def test_a_request_in_progress_does_not_hold_up_the_stop() -> None:
    asked, released = Event(), Event()

    def slow(environ: dict[str, str], start_response: Callable[..., object]) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/traag":
            asked.set()
            released.wait(30)
        return hello(environ, start_response)

    standin = Standin(slow, released.set).start()
    connection = HTTPConnection(urlsplit(standin.address).netloc, timeout=30)
    reader = Thread(target=connection.request, args=("GET", "/traag"))
    reader.start()
    assert asked.wait(5)
    begin = monotonic()
    standin.stop()
    assert monotonic() - begin < 5
    reader.join(5)
    connection.close()
