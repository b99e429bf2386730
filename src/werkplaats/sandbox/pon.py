"""Stand-in of PON: takes requests for plates, gives the plates out after a few questions, and has every trouble.

Any token is taken but ``verlopen``. The end of a chassis number chooses a trouble; ``GET /`` lists them.
"""

from __future__ import annotations

from datetime import date
from threading import Event
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, request

from werkplaats.sandbox.pon_storing import STORINGEN, PonStoringen, error, to_json

if TYPE_CHECKING:
    from werkplaats.sandbox.pon_register import PonRegister

EXPIRED = "verlopen"
"""The token that is refused."""
LATE = 15.0
"""Seconds before a late answer comes: longer than a person's program waits."""

BRANDS = frozenset(
    {"VOLKSWAGEN", "VOLKSWAGEN BEDRIJFSWAGENS", "AUDI", "SEAT", "SKODA", "PORSCHE", "BENTLEY", "LAMBORGHINI"}
)
_NEEDED = ("merk", "dealernummer", "chassisnummer", "aanvraagtype", "aanvraagdatum", "plaattype", "aantal_platen")
_MOST_PLATES = 9


def create_pon(register: PonRegister, stopped: Event | None = None, late: float = LATE) -> Flask:
    """The stand-in as a WSGI application; setting ``stopped`` releases the answers that are late on purpose."""
    app = Flask(__name__)
    storingen = PonStoringen(stopped or Event(), late)

    @app.get("/")
    def overview() -> Response:
        return to_json({"storingen": STORINGEN, "token": EXPIRED, "merken": sorted(BRANDS)})

    @app.before_request
    def admit() -> Response | None:
        kind, _space, token = request.headers.get("Authorization", "").partition(" ")
        known = kind == "Bearer" and token and token != EXPIRED
        return None if known or request.path == "/" else error(401, "GEEN_TOEGANG", "Token onbekend of verlopen.")

    @app.get("/v1/status")
    def status() -> Response:
        return to_json({"status": "OK"})

    @app.post("/v1/kentekenaanvragen")
    def take() -> Response:
        body: Any = request.get_json(silent=True)
        refused = _judge(body)
        if refused is not None:
            return refused
        einde = body["chassisnummer"][-2:].upper()
        refused = storingen.before(einde)
        if refused is not None:
            return refused
        taken, alright = register.take(request.headers.get("Idempotency-Key", ""), body)
        if not alright:
            return error(409, "AL_AANGEVRAAGD", "Voor dit chassisnummer loopt al een aanvraag.")
        answer = {"aanvraag_id": taken.id, "status": "INGEDIEND"}
        return storingen.after(einde, answer) or to_json(answer, 202)

    @app.get("/v1/kentekenaanvragen/<aanvraag_id>")
    def ask(aanvraag_id: str) -> Response:
        aanvraag = register.get(aanvraag_id)
        if aanvraag is None:
            return error(404, "ONBEKEND", "Aanvraag onbekend.")
        answer = {"aanvraag_id": aanvraag.id, **register.status(aanvraag)}
        return storingen.status(aanvraag.einde, answer) or to_json(answer)

    return app


def _judge(body: Any) -> Response | None:
    """Why a request cannot be taken at all."""
    if not isinstance(body, dict):
        return error(400, "VALIDATIE", "Geen JSON.", errors=["geen JSON-object"])
    errors = [{"veld": name, "message": f"{name} ontbreekt"} for name in _NEEDED if not body.get(name)]
    errors += [{"veld": name, "message": f"{name} is geen datum"} for name in _no_days(body)]
    if type(body.get("aantal_platen")) is not int or not 1 <= body["aantal_platen"] <= _MOST_PLATES:
        errors.append({"veld": "aantal_platen", "message": "aantal_platen is een getal van 1 tot 9"})
    if errors:
        return error(400, "VALIDATIE", "Ongeldig.", errors=errors)
    if body["merk"] not in BRANDS:
        return error(422, "MERK_NIET_ONDERSTEUND", "Merk niet ondersteund.")
    return None


def _no_days(body: dict[str, Any]) -> list[str]:
    wrong = []
    for name in ("aanvraagdatum", "afleverdatum"):
        value = body.get(name)
        if value is None:
            continue
        try:
            date.fromisoformat(value)
        except (TypeError, ValueError):
            wrong.append(name)
    return wrong
