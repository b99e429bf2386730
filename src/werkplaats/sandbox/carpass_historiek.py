"""The history of a car at the stand-in of Car-Pass: given for a right reading and chassis number, refused otherwise."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, Any

from flask import Response

from werkplaats.sandbox.carpass_pdf import write_pdf
from werkplaats.sandbox.carpass_storing import error

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from threading import Event

    from werkplaats.sandbox.carpass_register import CarPassRegister, Observation, Reading

SOORT = "VEHICLE_HISTORY_DOCUMENT"
_KM_PER_DAY = 1000
_LATER = 2
"""So often a history with the end ``D1`` is not ready yet."""
_TOO_MUCH = 11 * 1024 * 1024
_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{1,17}", re.ASCII)

STORINGEN_HISTORIEK = {
    "H1": "historiek: HTML in plaats van een antwoord",
    "H2": "historiek: antwoord halverwege afgekapt",
    "H3": "historiek: PDF halverwege afgekapt",
    "H4": "historiek: meer dan 10 MB",
    "H5": "historiek: PDF is geen base64",
    "H6": "historiek: klaar, maar zonder PDF",
    "H7": "historiek: een toestand die nog nooit gezien is",
    "H8": "historiek: aanmelden geweigerd (401)",
    "H9": "historiek: onderhoud (503)",
    "H0": "historiek: antwoord komt te laat",
}
"""Each goes wrong at the first question, and well after it."""


class Histories:
    """Judges and answers the requests for a history; ``late`` in seconds, cut short by ``stopped``."""

    def __init__(self, register: CarPassRegister, stopped: Event, late: float) -> None:
        self._register = register
        self._stopped, self._late = stopped, late
        self._faults: dict[str, Callable[[dict[str, Any]], Response]] = {
            "H1": lambda _answer: Response("<!DOCTYPE html><title>Log in</title>", mimetype="text/html"),
            "H2": _cut_off,
            "H3": lambda answer: _json({**answer, "pdf": _half(answer["pdf"])}),
            "H4": lambda answer: _json({**answer, "pdf": "A" * _TOO_MUCH}),
            "H5": lambda answer: _json({**answer, "pdf": "dit is geen base64!"}),
            "H6": lambda answer: _json({**answer, "pdf": None}),
            "H7": lambda answer: _json({**answer, "status": "SUSPENDED_BY_BOARD"}),
            "H8": lambda _answer: error(401, "wrong password", "UNAUTHORIZED"),
            "H9": lambda _answer: error(503, "maintenance", "MAINTENANCE"),
            "H0": self._too_late,
        }

    def answer(self, guid: str, address: str) -> Response:
        """Whether a history is ready, with the document; ``address`` is where the public page stands."""
        seen = self._register.get(guid)
        if seen is None or not seen.history:
            return error(404, "unknown request", "NOT_FOUND")
        asked = self._register.ask(seen)
        refused = self._refusal(seen)
        if refused:
            return _json({"status": "REJECTED", "message": refused})
        if seen.end == "D1" and asked <= _LATER:
            return _json({"status": "ONGOING"})
        answer = self._whole(seen, address)
        return self._faults[seen.end](answer) if seen.end in self._faults and asked == 1 else _json(answer)

    def page(self, guid: str) -> Response:
        """The public page of a history, for the advertisement."""
        seen = self._register.get(guid)
        if seen is None or not seen.history or self._refusal(seen):
            return Response("<!DOCTYPE html><title>Car-Pass</title><p>Niet gevonden.</p>", 404, mimetype="text/html")
        rows = "".join(f"<li>{each.day:%d-%m-%Y}: {each.km} km</li>" for each in self._readings(seen))
        words = f"<!DOCTYPE html><title>Car-Pass (oefenen)</title><h1>Car-Pass {seen.vin}</h1><ul>{rows}</ul>"
        return Response(words, mimetype="text/html")

    def _refusal(self, seen: Observation) -> str:
        if seen.end == "R1" or not _VIN.fullmatch(seen.vin):
            return "Het chassisnummer is bij Car-Pass niet bekend."
        earlier = [each for each in self._register.readings(seen.vin) if each.day <= seen.day]
        last = max(earlier, key=lambda each: (each.day, each.km), default=None)
        too_low = any(seen.km < each.km for each in earlier)
        if last is not None and (too_low or seen.km - last.km > _KM_PER_DAY * max(1, (seen.day - last.day).days)):
            return "De kilometerstand komt niet overeen met wat Car-Pass van dit voertuig weet."
        return ""

    def _readings(self, seen: Observation) -> list[Reading]:
        return [each for each in self._register.readings(seen.vin) if each.day <= seen.day]

    def _whole(self, seen: Observation, address: str) -> dict[str, Any]:
        known = [(each.day, each.km, "Car-Pass") for each in self._readings(seen)]
        rows: list[tuple[date, int, str]] = [*known, (seen.day, seen.km, "Opgegeven bij de aanvraag")]
        lines = [f"Chassisnummer: {seen.vin}", f"Aangevraagd op {seen.day:%d-%m-%Y}", ""]
        lines += [f"{day:%d-%m-%Y}    {km} km    {origin}" for day, km, origin in rows]
        document = write_pdf("Car-Pass: historiek van het voertuig (oefenen)", lines)
        return {
            "status": "ACCEPTED",
            "publicUrl": f"{address}/vhr/{seen.guid}",
            "pdf": base64.b64encode(document).decode(),
            "readings": [{"date": day.isoformat(), "km": km, "origin": origin} for day, km, origin in rows],
        }

    def _too_late(self, answer: dict[str, Any]) -> Response:
        self._stopped.wait(self._late)
        return _json(answer)


def _half(pdf: str) -> str:
    whole = base64.b64decode(pdf)
    return base64.b64encode(whole[: len(whole) // 2]).decode()


def _cut_off(answer: dict[str, Any]) -> Response:
    whole = json.dumps(answer)
    half = Response(whole[: len(whole) // 2], mimetype="application/json")
    half.headers["Content-Length"] = str(len(whole))
    return half


def _json(document: object) -> Response:
    return Response(json.dumps(document, ensure_ascii=False), mimetype="application/json")
