"""A page on this computer that posts a form to a website once, so that no personal data stand in an address.

It lives in memory, at an address that nobody can guess, for one visit and a minute at most.
"""

from __future__ import annotations

import secrets
from base64 import b64encode
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from werkplaats.zinnen.doorsturen import doorstuurwoorden

if TYPE_CHECKING:
    from collections.abc import Sequence

LIFETIME = 60.0
"""Seconds that the page waits for its visit."""

_LOOK = 0.2
"""Seconds between two looks whether the page has been fetched."""

_PAGE = """<!DOCTYPE html>
<html lang="{taal}">
<head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>{titel}</title></head>
<body>
<main>
<h1>{titel}</h1>
<form id="doorsturen" method="post" action="{doel}" accept-charset="utf-8">
{velden}
<p>{uitleg}</p>
<button>{knop}</button>
</form>
</main>
<script nonce="{nonce}">document.getElementById("doorsturen").submit();</script>
</body>
</html>
"""


class Doorstuurpagina:
    """One page, served once: the hidden fields of ``params`` and a script that submits them to ``doel``."""

    def __init__(self, doel: str, params: Sequence[tuple[str, str]], lifetime: float = LIFETIME) -> None:
        self._lifetime = lifetime
        self._done = Event()
        self._server = _Server(doel, params, self._done)
        self._thread = Thread(target=self._serve, name="doorstuurpagina", daemon=True)

    def start(self) -> str:
        """Starts serving and returns the address of the page."""
        self._thread.start()
        return self._server.address

    def stop(self) -> None:
        """Takes the page away, also when nobody came."""
        self._done.set()

    def join(self, timeout: float) -> bool:
        """Waits until the page is gone; False when it still stands after ``timeout`` seconds."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _serve(self) -> None:
        end = monotonic() + self._lifetime
        with self._server as server:
            while not self._done.is_set() and (left := end - monotonic()) > 0:
                server.timeout = min(left, _LOOK)
                server.handle_request()


class _Server(ThreadingTCPServer):
    """Gives the page to the first who asks for its secret path; a thread per line, as browsers keep idle ones open."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, doel: str, params: Sequence[tuple[str, str]], served: Event) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self._host = f"127.0.0.1:{self.server_address[1]}"
        self._path = f"/{secrets.token_urlsafe(24)}"
        self._content: tuple[str, Sequence[tuple[str, str]]] | None = (doel, params)
        self._served = served
        self._lock = Lock()

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{self._host}{self._path}"

    def is_page(self, path: str, host: str) -> bool:
        """Whether this is a visit to the page; another host name means that a website tries to read it."""
        return secrets.compare_digest(path.encode(), self._path.encode()) and host == self._host

    def take(self) -> tuple[bytes, str] | None:
        """The page and the nonce of its script, for the first visit only."""
        with self._lock:
            content, self._content = self._content, None
        if content is None:
            return None
        nonce = b64encode(secrets.token_bytes(16)).decode()
        return render(*content, nonce=nonce), nonce

    def finish(self) -> None:
        """Says that the page has been sent and may go."""
        self._served.set()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing: a browser that breaks off a line is no fault, and the page must leave no trace."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 10.0
    server_version = "Werkplaats"
    sys_version = ""

    def do_GET(self) -> None:
        """Sends the page once, and 404 ever after and everywhere else."""
        if not self.server.is_page(self.path, self.headers.get("Host", "")) or not (taken := self.server.take()):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        page, nonce = taken
        try:
            self._send(page, nonce)
        finally:
            self.server.finish()

    def _send(self, page: bytes, nonce: str) -> None:
        self.send_response(HTTPStatus.OK)
        for name, value in {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(page)),
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            # No form-action: browsers apply it to redirects too, and the portal sends on to its log-in elsewhere.
            "Content-Security-Policy": f"default-src 'none'; script-src 'nonce-{nonce}'; base-uri 'none'",
            "Connection": "close",
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, _format: str, *_args: Any) -> None:
        """Says nothing: the path is a secret, and stderr ends up in logs."""


def render(doel: str, params: Sequence[tuple[str, str]], nonce: str) -> bytes:
    """The page in UTF-8, every value escaped."""
    woorden = doorstuurwoorden()
    velden = "\n".join(
        f'<input type="hidden" name="{escape(naam)}" value="{escape(waarde)}">' for naam, waarde in params
    )
    page = _PAGE.format(
        taal=escape(woorden.taal),
        titel=escape(woorden.titel),
        uitleg=escape(woorden.uitleg),
        knop=escape(woorden.knop),
        doel=escape(doel),
        velden=velden,
        nonce=nonce,
    )
    return page.encode("utf-8", "replace")
