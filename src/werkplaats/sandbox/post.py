"""The mail catcher of the practice garage: a mail server that delivers nothing, and a page with what it caught."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import default
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any, Self

from aiosmtpd.smtp import SMTP
from flask import Flask, abort, render_template

if TYPE_CHECKING:
    from email.message import EmailMessage

HOST = "127.0.0.1"
MOST = 500
"""So many mails are kept; the oldest go first."""

_REFUSED = "weiger"
_LATER = "later"


@dataclass
class Post:
    """The caught mails, the newest first.

    An address that begins with ``weiger`` is refused for ever, one that begins with ``later`` for now.
    """

    _mails: deque[EmailMessage] = field(default_factory=lambda: deque(maxlen=MOST))
    _lock: Lock = field(default_factory=Lock)

    @property
    def mails(self) -> tuple[EmailMessage, ...]:
        """What was caught."""
        with self._lock:
            return tuple(self._mails)

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd calls
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        """Takes a recipient, or refuses him as his name asks for."""
        if address.startswith(_REFUSED):
            return "550 onbekende ontvanger"
        if address.startswith(_LATER):
            return "450 bus vol, later opnieuw"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - the name that aiosmtpd calls
        """Keeps a mail."""
        with self._lock:
            self._mails.appendleft(message_from_bytes(envelope.content, policy=default))
        return "250 opgevangen"


class Mailvanger:
    """The mail server, on a free port of this computer, in a thread of its own."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._loop = asyncio.new_event_loop()
        self._ready = Event()
        self._port = 0
        self._thread = Thread(target=self._serve, name="mailvanger", daemon=True)

    @property
    def address(self) -> str:
        """Host and port."""
        return f"{HOST}:{self._port}"

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_error: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(2)

    def _serve(self) -> None:
        server = self._loop.run_until_complete(
            self._loop.create_server(lambda: SMTP(self._post, loop=self._loop, hostname=HOST), HOST, 0)
        )
        self._port = server.sockets[0].getsockname()[1]
        self._ready.set()
        try:
            self._loop.run_forever()
        finally:
            server.close()
            for task in asyncio.all_tasks(self._loop):
                task.cancel()
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()


def create_post(post: Post) -> Flask:
    """The page that shows the caught mails, as a WSGI application."""
    app = Flask(__name__)

    @app.get("/")
    def overview() -> str:
        return render_template("post.html", mails=post.mails, mail=None)

    @app.get("/<int:number>")
    def one(number: int) -> str:
        mails = post.mails
        if number >= len(mails):
            abort(404)
        return render_template("post.html", mails=mails, mail=mails[number], tekst=_text(mails[number]))

    return app


def _text(mail: EmailMessage) -> str:
    body = mail.get_body(("plain", "html"))
    return str(body.get_content()) if body is not None else ""
