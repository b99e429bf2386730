"""Car-Pass in bad weather: the stand-in, failing at each call in any way of the contract, or killing who asks.

It keeps what really arrived, so that a test can lay our own books beside it.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from contextlib import suppress
from io import BytesIO
from threading import Event
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from werkzeug.wrappers import Request, Response

from werkplaats.sandbox.carpass import create_carpass
from werkplaats.sandbox.carpass_register import CarPassRegister
from werkplaats.sandbox.carpass_storing import CarPassStoringen, error

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable
    from datetime import date

    from werkplaats.domain.moment import VasteKlok

KIND, DOOD = "x-kind", "x-dood"
"""The headers by which a caller names its process, and where it is to be killed: ``3 na`` is after its third call."""

VOOR, TIJDENS, NA = "voor", "tijdens", "na"
"""Killed before the call arrives, when it arrived and nothing is answered, or when the answer is on its way."""

NIET_AAN = ("M1", "U1", "F1", "F3", "F4", "403", "503+")
"""Troubles of a call that does not arrive, named as the stand-in names them."""

WEL_AAN = ("T1", "F2", "F5", "F6", "F7", "F8", "F9", "lijst", "tekst", "502")
"""Troubles of the answer to a call that did arrive."""

_GEWICHT = {"F6": 0.2}
"""Eleven megabytes of rubbish take their time: seldom is enough."""


class Noodweer:
    """A WSGI application; ``kans`` is how likely a call goes wrong, ``laat`` the delay of a late answer in seconds."""

    def __init__(self, klok: VasteKlok, toeval: random.Random, kans: float, laat: float) -> None:
        self.register = CarPassRegister()
        self.kans = kans
        self.gemeld: Counter[str] = Counter()
        self.gegeven: Counter[str] = Counter()
        self.stop = Event()
        self._klok, self._toeval = klok, toeval
        self._app = create_carpass(self.register, self.stop, today=self._today)
        self._storingen = CarPassStoringen(self.stop, laat)
        self._gevraagd: Counter[int] = Counter()
        self._gewicht = [_GEWICHT.get(naam, 1.0) for naam in (*NIET_AAN, *WEL_AAN)]

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """One call in this weather."""
        vraag = Request(environ)
        environ["wsgi.input"] = BytesIO(vraag.get_data(cache=True))
        kind, moment = self._fate(vraag)
        if moment == VOOR:
            _kill(kind)
            return Response(status=500)(environ, start)
        antwoord = self._answer(vraag, environ)
        if moment == TIJDENS:
            _kill(kind)
        if moment == NA:
            antwoord.call_on_close(lambda: _kill(kind))
        return antwoord(environ, start)

    def _today(self) -> date:
        return self._klok.nu().utc.astimezone(ZoneInfo("Europe/Brussels")).date()

    def _fate(self, vraag: Request) -> tuple[int, str]:
        """Who asks, and when in this call he dies; empty where he lives."""
        kind = int(vraag.headers.get(KIND, "0"))
        self._gevraagd[kind] += 1
        keer, _spatie, moment = vraag.headers.get(DOOD, "").partition(" ")
        return kind, moment if keer == str(self._gevraagd[kind]) else ""

    def _answer(self, vraag: Request, environ: dict[str, Any]) -> Response:
        storing = ""
        if vraag.path != "/" and self._toeval.random() < self.kans:
            (storing,) = self._toeval.choices((*NIET_AAN, *WEL_AAN), self._gewicht)
            self.gegeven[storing] += 1
        if storing in NIET_AAN:
            return self._refused(storing)
        if vraag.path.endswith("/observation"):
            self.gemeld[(vraag.get_json(silent=True) or {}).get("vin", "")] += 1
        antwoord = Response.from_app(self._app, environ, buffered=True)
        return self._spoilt(storing, antwoord) if storing else antwoord

    def _refused(self, storing: str) -> Response:
        if storing == "403":
            return error(403, "no access", "FORBIDDEN")
        if storing == "503+":
            antwoord = error(503, "maintenance", "MAINTENANCE")
            antwoord.headers["Retry-After"] = "90"
            return antwoord
        geweigerd = self._storingen.before(storing)
        assert geweigerd is not None, storing
        return geweigerd

    def _spoilt(self, storing: str, goed: Response) -> Response:
        inhoud = goed.get_json(silent=True)
        if not isinstance(inhoud, dict):
            inhoud = {"requestGuid": "", "status": "ONGOING"}
        eigen = {
            "lijst": Response(b"[1, 2, 3]", 200, mimetype="application/json"),
            "tekst": Response("Tot uw dienst", 200, mimetype="text/plain"),
            "502": Response("<html><h1>Bad Gateway</h1>", 502, mimetype="text/html"),
        }
        return eigen.get(storing) or self._storingen.after(storing, inhoud) or self._odd_state(inhoud)

    def _odd_state(self, inhoud: dict[str, Any]) -> Response:
        antwoord = self._storingen.status("F7", inhoud)
        assert antwoord is not None
        return antwoord


def _kill(kind: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(kind, signal.SIGKILL)
