"""What can go wrong at PON, on demand: the end of a chassis number chooses the trouble."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from flask import Response

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

STORINGEN = {
    "G1": "al aangevraagd, elders (409)",
    "G2": "kenteken is al bekend (409)",
    "G3": "chassisnummer onbekend (422)",
    "G4": "merk niet ondersteund (422)",
    "G5": "plaattype onbekend (422)",
    "G6": "ongeldige gegevens (400)",
    "G7": "geen toegang (403)",
    "W1": "aangenomen, later afgewezen",
    "N1": "niet beschikbaar (503)",
    "T1": "antwoordt te laat, maar heeft de aanvraag wel",
    "F1": "HTML met status 200, als van een inlogpagina van een wifi-netwerk; heeft de aanvraag niet",
    "F2": "antwoord halverwege afgekapt; heeft de aanvraag wel",
    "F3": "omleiding naar een ander adres",
    "F4": "te druk (429), met Retry-After",
    "F5": "storing (500); heeft de aanvraag wel",
    "F6": "meer dan 10 MB rommel; heeft de aanvraag wel",
    "F7": "een toestand die nog nooit gezien is",
    "F8": "antwoord zonder aanvraag_id; heeft de aanvraag wel",
    "F9": "velden te veel en van een ander soort",
    "F0": "geweigerd zonder uitleg (418)",
}

RETRY_AFTER = 60
_TOO_MUCH = 11 * 1024 * 1024


class PonStoringen:
    """Answers for the troubled numbers; ``late`` is the delay of a late one in seconds, ``stopped`` cuts it short."""

    def __init__(self, stopped: Event, late: float) -> None:
        self._stopped = stopped
        self._late = late
        self._before: dict[str, Callable[[], Response]] = {
            "G1": lambda: error(409, "AL_AANGEVRAAGD", "Voor dit chassisnummer loopt al een aanvraag."),
            "G2": lambda: error(409, "KENTEKEN_BEKEND", "Dit voertuig heeft al een kenteken."),
            "G3": lambda: error(422, "CHASSIS_ONBEKEND", "Chassisnummer onbekend."),
            "G4": lambda: error(422, "MERK_NIET_ONDERSTEUND", "Merk niet ondersteund."),
            "G5": lambda: error(422, "PLAATTYPE_ONBEKEND", "Plaattype onbekend."),
            "G6": lambda: error(400, "VALIDATIE", "Ongeldig.", errors=[{"veld": "dealernummer", "message": "onjuist"}]),
            "G7": lambda: error(403, "GEEN_TOEGANG", "Geen toegang voor dit dealernummer."),
            "N1": lambda: error(503, "NIET_BESCHIKBAAR", "Onderhoud."),
            "F0": lambda: Response("nee", 418),
            "F1": _wifi,
            "F3": lambda: Response(status=302, headers={"Location": "https://inloggen.voorbeeld.invalid/wifi"}),
            "F4": lambda: error(429, "TE_DRUK", "Te veel aanvragen."),
        }
        self._after: dict[str, Callable[[dict[str, Any]], Response]] = {
            "T1": self._too_late,
            "F2": _cut_off,
            "F5": lambda _answer: error(500, "STORING", "Storing."),
            "F6": lambda _answer: Response(b"x" * _TOO_MUCH, 202, mimetype="application/json"),
            "F8": lambda _answer: to_json({"status": "INGEDIEND"}, 202),
            "F9": lambda answer: to_json({**answer, "status": 7, "nieuw": {"met": [1, None]}}, 202),
        }

    def before(self, einde: str) -> Response | None:
        """The answer to a request that is not taken; None for one that is."""
        return self._before[einde]() if einde in self._before else None

    def after(self, einde: str, answer: dict[str, Any]) -> Response | None:
        """The troubled answer to a request that was taken all the same."""
        return self._after[einde](answer) if einde in self._after else None

    def status(self, einde: str, answer: dict[str, Any]) -> Response | None:
        """The troubled answer to the question how a request stands."""
        if einde == "F7":
            return to_json({**answer, "status": "BIJ_DE_DIRECTIE"})
        if einde == "F9":
            return to_json({**answer, "kenteken": ["geen", "tekst"], "nieuw": True})
        return None

    def _too_late(self, answer: dict[str, Any]) -> Response:
        self._stopped.wait(self._late)
        return to_json(answer, 202)


def error(status: int, code: str, message: str, **extra: object) -> Response:
    """An answer with a status and the reason."""
    response = to_json({"code": code, "message": message, **extra}, status)
    if status == 429:
        response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def to_json(document: object, status: int = 200) -> Response:
    """An answer in JSON."""
    return Response(json.dumps(document, ensure_ascii=False), status, mimetype="application/json")


def _wifi() -> Response:
    return Response("<!DOCTYPE html><title>Gratis wifi</title><h1>Welkom</h1>", mimetype="text/html")


def _cut_off(answer: dict[str, Any]) -> Response:
    whole = json.dumps(answer)
    half = Response(whole[: len(whole) // 2], 202, mimetype="application/json")
    half.headers["Content-Length"] = str(len(whole))
    return half
