"""The wire of the tour: whole it leads to the party, cut it leads nowhere, mended it leads there again."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import httpx
import pytest

from werkplaats.rondleiding.draad import Draad

if TYPE_CHECKING:
    from collections.abc import Iterator

_MUCH = b"x" * 300_000


class _Partij(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(_MUCH)))
        self.end_headers()
        self.wfile.write(_MUCH)

    def log_message(self, *_args: object) -> None:
        return


@pytest.fixture
def partij() -> Iterator[str]:
    """A party that always answers the same."""
    with HTTPServer(("127.0.0.1", 0), _Partij) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_cut_nobody_answers_and_mended_the_party_does_at_the_same_address(partij: str) -> None:
    with Draad(partij) as draad, httpx.Client(base_url=draad.adres, timeout=5, trust_env=False) as client:
        assert client.get("/").content == _MUCH
        for _keer in range(2):
            draad.cut()
            with pytest.raises(httpx.TransportError):
                client.get("/")
            with pytest.raises(httpx.ConnectError):
                client.get("/")
            draad.mend()
            assert client.get("/").content == _MUCH
        draad.mend()
        assert client.get("/").content == _MUCH
