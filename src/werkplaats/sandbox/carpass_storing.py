"""What can go wrong at Car-Pass, on demand: the end of a chassis number chooses the trouble."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from flask import Response

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

STORINGEN = {
    "A1": "te veel kilometers per dag",
    "A2": "lager dan de vorige",
    "A3": "afgerond getal",
    "D1": "wacht tweemaal op DIV, daarna aanvaard",
    "R1": "geweigerd, niet te corrigeren",
    "M1": "onderhoud (503)",
    "U1": "aanmelden geweigerd (401)",
    "T1": "antwoordt te laat, maar heeft de melding wel",
    "F1": "HTML met status 200, als van een inlogpagina van een wifi-netwerk; heeft de melding niet",
    "F2": "antwoord halverwege afgekapt; heeft de melding wel",
    "F3": "omleiding naar een ander adres",
    "F4": "te druk (429), met Retry-After",
    "F5": "storing (500); heeft de melding wel",
    "F6": "meer dan 10 MB rommel; heeft de melding wel",
    "F7": "een toestand die nog nooit gezien is",
    "F8": "antwoord zonder requestGuid; heeft de melding wel",
    "F9": "velden te veel en van een ander soort",
    "F0": "ongeldige gegevens (422)",
}

RETRY_AFTER = 60
_TOO_MUCH = 11 * 1024 * 1024


class CarPassStoringen:
    """Answers for the troubled numbers; ``late`` is the delay of a late one in seconds, ``stopped`` cuts it short."""

    def __init__(self, stopped: Event, late: float) -> None:
        self._stopped = stopped
        self._late = late
        self._before: dict[str, Callable[[], Response]] = {
            "M1": lambda: error(503, "maintenance", "MAINTENANCE"),
            "U1": lambda: error(401, "wrong password", "UNAUTHORIZED"),
            "F1": _wifi,
            "F3": lambda: Response(status=302, headers={"Location": "https://inloggen.voorbeeld.invalid/wifi"}),
            "F4": lambda: error(429, "too many requests", "TOO_MANY"),
            "F0": lambda: error(422, "Dit voertuig kan niet worden gemeld.", "VEHICLE"),
        }
        self._after: dict[str, Callable[[dict[str, Any]], Response]] = {
            "T1": self._too_late,
            "F2": _cut_off,
            "F5": lambda _answer: error(500, "internal error", "INTERNAL"),
            "F6": lambda _answer: Response(b"x" * _TOO_MUCH, 201, mimetype="application/json"),
            "F8": lambda _answer: _json({"status": "ONGOING"}, 201),
            "F9": lambda answer: _json({**answer, "status": 7, "nieuw": {"met": [1, None]}}, 201),
        }

    def before(self, end: str) -> Response | None:
        """The answer to a report that is not taken; None for one that is."""
        return self._before[end]() if end in self._before else None

    def after(self, end: str, answer: dict[str, Any]) -> Response | None:
        """The troubled answer to a report that was taken all the same."""
        return self._after[end](answer) if end in self._after else None

    def status(self, end: str, answer: dict[str, Any]) -> Response | None:
        """The troubled answer to the question how a report stands."""
        if end == "F7":
            return _json({**answer, "status": "SUSPENDED_BY_BOARD"})
        if end == "F9":
            odd = [None, {"code": 7}, {"issueId": None, "correctable": "ja", "previousDate": "gisteren"}]
            return _json({**answer, "issues": odd, "nieuw": True})
        return None

    def _too_late(self, answer: dict[str, Any]) -> Response:
        self._stopped.wait(self._late)
        return _json(answer, 201)


def error(status: int, message: str, code: str) -> Response:
    """An answer with a status and the reason."""
    response = _json({"status": status, "message": message, "code": code}, status)
    if status == 429:
        response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _wifi() -> Response:
    return Response("<!DOCTYPE html><title>Gratis wifi</title><h1>Welkom</h1>", mimetype="text/html")


def _cut_off(answer: dict[str, Any]) -> Response:
    whole = json.dumps(answer)
    half = Response(whole[: len(whole) // 2], 201, mimetype="application/json")
    half.headers["Content-Length"] = str(len(whole))
    return half


def _json(document: object, status: int = 200) -> Response:
    return Response(json.dumps(document, ensure_ascii=False), status, mimetype="application/json")
