"""PON for these tests: the service on the stand-in in this same process, over a line that does what a test tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx

from werkplaats.sandbox.pon import create_pon
from werkplaats.sandbox.pon_register import PonRegister
from werkplaats.services.pon import PROFIEL, PonService

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.services.pon import Profiel

    Ga = Callable[[httpx.Request], httpx.Response]


def passes(request: httpx.Request, ga: Ga) -> httpx.Response:
    """The line is good."""
    return ga(request)


@dataclass
class Pon(httpx.BaseTransport):
    """The line to the stand-in; ``gedrag`` is told of each call and lets it through, or not."""

    register: PonRegister = field(default_factory=PonRegister)
    gedrag: Callable[[httpx.Request, Ga], httpx.Response] = passes
    profiel: Profiel = PROFIEL
    gevraagd: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._standin = httpx.WSGITransport(create_pon(self.register, late=0))
        self.dienst = PonService(httpx.Client(base_url="http://pon", transport=self), self.profiel)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One call."""
        self.gevraagd.append(f"{request.method} {request.url.path}")
        return self.gedrag(request, self._standin.handle_request)

    @property
    def chassisnummers(self) -> list[str]:
        """The chassis numbers that were taken, in their order."""
        return [str(een.body["chassisnummer"]) for een in self.register.aanvragen]


def late(request: httpx.Request, ga: Ga) -> httpx.Response:
    """The request arrives, its answer comes after the time-out."""
    ga(request)
    raise httpx.ReadTimeout("laat", request=request)


def never_left(request: httpx.Request, _ga: Ga) -> httpx.Response:
    """No connection is made."""
    raise httpx.ConnectError("geen verbinding", request=request)


def lost(request: httpx.Request, _ga: Ga) -> httpx.Response:
    """It breaks on the way there; nobody here can tell."""
    raise httpx.ReadError("weg", request=request)
