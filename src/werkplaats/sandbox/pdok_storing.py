"""What can go wrong at PDOK, on demand: each house number of the postcode 1000 FO has a trouble of its own.

Postcodes from 1000 to 1009 belong to post boxes, so that no real house has such an address. The number is the status
where there is one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flask import Response

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from threading import Event

POSTCODE = "1000FO"

STORINGEN = {
    "1": "antwoordt te laat",
    "2": "HTML met status 200, als van een inlogpagina van een wifi-netwerk",
    "3": "antwoord halverwege afgekapt",
    "4": "velden te veel, velden te weinig en onbekende waarden",
    "5": "JSON, maar zonder response",
    "6": "omleiding naar een ander adres",
    "7": "het adres van een andere postcode",
    "8": "lege lijst",
    "9": "leeg antwoord",
    "400": "vraag geweigerd (400)",
    "403": "geblokkeerd (403)",
    "404": "dienst weg (404)",
    "429": "te druk (429), met Retry-After",
    "500": "storing (500)",
    "503": "onderhoud (503)",
}

RETRY_AFTER = 60
"""Seconds that a throttled client is asked to wait."""

_DOC = {"straatnaam": "Storingsweg", "huisnummer": 4, "postcode": POSTCODE, "woonplaatsnaam": "Nergens"}
_ODD: list[object] = [None, {"huisnummer": "vier"}, {**_DOC, "straatnaam": 7}, {**_DOC, "nieuw": {"met": [1, None]}}]


class PdokStoringen:
    """Answers for the troubled addresses; ``late`` is the delay of a late one in seconds, ``stopped`` cuts it short."""

    def __init__(self, stopped: Event, late: float) -> None:
        self._stopped = stopped
        self._late = late
        self._special: dict[str, Callable[[], Response]] = {
            "1": self._too_late,
            "2": lambda: Response("<!DOCTYPE html><title>Gratis wifi</title><h1>Welkom</h1>", mimetype="text/html"),
            "3": _cut_off,
            "4": lambda: _found(_ODD),
            "5": lambda: _json({"fout": "geen response"}),
            "6": lambda: Response(status=302, headers={"Location": "https://inloggen.voorbeeld.invalid/wifi"}),
            "7": lambda: _found([{**_DOC, "postcode": "1001AA"}]),
            "8": lambda: _found([]),
            "9": lambda: Response("", mimetype="application/json"),
        }

    def answer(self, filters: Mapping[str, str]) -> Response | None:
        """The troubled answer for this address, or None for an address without trouble."""
        number = filters.get("huisnummer", "")
        if filters.get("postcode", "").upper() != POSTCODE or number not in STORINGEN:
            return None
        return self._special[number]() if number in self._special else failure(int(number), STORINGEN[number])

    def _too_late(self) -> Response:
        self._stopped.wait(self._late)
        return _found([])


def failure(status: int, message: str) -> Response:
    """An answer with a status and the reason."""
    response = _json({"status": status, "message": message}, status)
    if status == 429:
        response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _found(docs: list[object]) -> Response:
    return _json({"response": {"numFound": len(docs), "start": 0, "numFoundExact": True, "docs": docs}})


def _json(document: object, status: int = 200) -> Response:
    return Response(json.dumps(document, ensure_ascii=False), status, mimetype="application/json")


def _cut_off() -> Response:
    whole = json.dumps({"response": {"numFound": 1, "docs": [_DOC]}})
    half = Response(whole[: len(whole) // 2], mimetype="application/json")
    half.headers["Content-Length"] = str(len(whole))
    return half
