"""What can go wrong at RDW, on demand: each plate of the form FO-…-T has a trouble of its own.

RDW never issues an O from sidecode 4 on, so that no real car has such a plate. The number is the status where there is
one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flask import Response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from threading import Event

STORINGEN = {
    "FO001T": "antwoordt te laat",
    "FO002T": "HTML met status 200, als van een inlogpagina van een wifi-netwerk",
    "FO003T": "antwoord halverwege afgekapt",
    "FO004T": "velden te veel, velden te weinig en onbekende waarden",
    "FO005T": "meer dan 10 MB",
    "FO006T": "omleiding naar een ander adres",
    "FO007T": "JSON, maar geen lijst",
    "FO008T": "JSON die niet afgemaakt is",
    "FO009T": "de rij van een ander kenteken",
    "FO202T": "nog bezig (202)",
    "FO400T": "vraag geweigerd (400)",
    "FO403T": "token geweigerd (403)",
    "FO404T": "dataset weg (404)",
    "FO418T": "een status die niet bestaat voor RDW (418)",
    "FO429T": "te druk (429), met Retry-After",
    "FO500T": "storing (500)",
    "FO503T": "onderhoud (503)",
}

_MESSAGES: dict[int, dict[str, object]] = {
    202: {"message": "Your request is being processed"},
    400: {"error": True, "code": "query.soql.no-such-column", "message": "No such column"},
    403: {"error": True, "code": "permission_denied", "message": "Invalid app_token specified"},
    404: {"error": True, "message": "Cannot find resource"},
    418: {"message": "I'm a teapot"},
    429: {"error": True, "code": "request.throttled", "message": "Too many requests"},
    500: {"error": True, "message": "Internal error"},
    503: {"error": True, "message": "Service unavailable"},
}
_ROW = {"kenteken": "FO003T", "merk": "VOLVO", "handelsbenaming": "V60", "voertuigsoort": "Personenauto"}
_ODD_ROW = {
    "kenteken": "FO004T",
    "merk": "SAAB",
    "handelsbenaming": "SAAB 9-3",
    "voertuigsoort": "Luchtkussenvoertuig",
    "vervaldatum_apk": "00000000",
    "datum_eerste_toelating": "20031399",
    "massa_ledig_voertuig": "onbekend",
    "wam_verzekerd": "Misschien",
    "tellerstandoordeel": "Wonderlijk",
    "een_nieuwe_kolom": {"met": ["nog", 1, "laag", None]},
}
_PIECE = b" " * 65536
_PIECES = 170
"""So many pieces of 64 KiB are just over 10 MiB."""

RETRY_AFTER = 120
"""Seconds that a throttled client is asked to wait."""


class Storingen:
    """Answers for the FO-…-T plates; ``late`` is the delay of a late one in seconds, ``stopped`` cuts it short."""

    def __init__(self, stopped: Event, late: float) -> None:
        self._stopped = stopped
        self._late = late
        self._special: dict[str, Callable[[], Response]] = {
            "FO001T": self._too_late,
            "FO002T": _html,
            "FO003T": _cut_off,
            "FO004T": lambda: _json([_ODD_ROW]),
            "FO005T": lambda: Response(_too_much(), mimetype="application/json"),
            "FO006T": lambda: Response(status=302, headers={"Location": "https://inloggen.voorbeeld.invalid/wifi"}),
            "FO007T": lambda: _json({"kenteken": "FO007T"}),
            "FO008T": lambda: Response('[{"kenteken":"FO008T","merk":"VOL', mimetype="application/json"),
            "FO009T": lambda: _json([_ROW]),
        }

    def answer(self, kenteken: str) -> Response | None:
        """The troubled answer for this plate, or None for a plate without trouble."""
        if kenteken not in STORINGEN:
            return None
        if kenteken in self._special:
            return self._special[kenteken]()
        return failure(int(kenteken[2:5]))

    def _too_late(self) -> Response:
        self._stopped.wait(self._late)
        return _json([])


def failure(status: int, **more: str) -> Response:
    """An answer with a status, as Socrata words it."""
    response = _json({**_MESSAGES[status], **more}, status)
    if status == 429:
        response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _json(document: object, status: int = 200) -> Response:
    return Response(json.dumps(document, ensure_ascii=False), status, mimetype="application/json")


def _html() -> Response:
    return Response("<!DOCTYPE html><title>Gratis wifi</title><h1>Welkom, log eerst in</h1>", mimetype="text/html")


def _cut_off() -> Response:
    whole = json.dumps([_ROW])
    half = Response(whole[: len(whole) // 2], mimetype="application/json")
    half.headers["Content-Length"] = str(len(whole))
    return half


def _too_much() -> Iterator[bytes]:
    yield b"["
    for _piece in range(_PIECES):
        yield _PIECE
    yield b"]"
