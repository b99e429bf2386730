"""Stand-in of Car-Pass: takes reports of odometer readings, judges them, and has every trouble on demand.

Any user name of ten digits with any password is taken, but for the password ``geweigerd``. The end of a chassis number
chooses a trouble; ``GET /`` lists them.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from threading import Event
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from flask import Blueprint, Flask, Response, request

from werkplaats.sandbox.carpass_historiek import SOORT, STORINGEN_HISTORIEK, Histories
from werkplaats.sandbox.carpass_storing import STORINGEN, CarPassStoringen, error

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.sandbox.carpass_register import CarPassRegister, Observation

REFUSED_PASSWORD = "geweigerd"  # noqa: S105 - no secret: the word that makes the stand-in refuse
LATE = 15.0
"""Seconds before a late answer comes: longer than a person's program waits."""

ACTIVITIES = {
    "A01": "Onderhoud",
    "A02": "Olie en filters",
    "A03": "Banden",
    "A04": "Remmen",
    "A05": "Ophanging en stuurinrichting",
    "A06": "Motor",
    "A07": "Versnellingsbak en koppeling",
    "A08": "Uitlaat en emissie",
    "A09": "Elektriciteit en elektronica",
    "A10": "Carrosserie en lakwerk",
    "A11": "Airco",
    "A12": "Ruiten",
    "A13": "Kilometerteller vervangen of hersteld",
    "A99": "Andere werken",
}
_HEADERS = ("client-software-builder", "client-software-name", "client-software-version")
_MOST_KM = 2_000_000
_USER = re.compile(r"\d{10}", re.ASCII)


def brussels_today() -> date:
    """The day it is at Car-Pass."""
    return datetime.now(ZoneInfo("Europe/Brussels")).date()


def create_carpass(
    register: CarPassRegister,
    stopped: Event | None = None,
    late: float = LATE,
    today: Callable[[], date] = brussels_today,
) -> Flask:
    """The stand-in as a WSGI application; setting ``stopped`` releases the answers that are late on purpose.

    It answers at its root and below ``/api``, as the real base address ends so.
    """
    app = Flask(__name__)
    stopped = stopped or Event()
    histories = Histories(register, stopped, late)
    api = _Api(register, CarPassStoringen(stopped, late), histories, today)

    @app.get("/")
    def overview() -> Response:
        return _json(
            {
                "activiteiten": ACTIVITIES,
                "storingen": {**STORINGEN, **STORINGEN_HISTORIEK},
                "wachtwoord": REFUSED_PASSWORD,
            }
        )

    app.get("/vhr/<guid>")(histories.page)
    for prefix in ("", "/api"):
        app.register_blueprint(_routes(api), name=f"carpass{prefix.replace('/', '_')}", url_prefix=prefix)
    return app


def _routes(api: _Api) -> Blueprint:
    routes = Blueprint("carpass", __name__)
    routes.before_request(api.admit)
    routes.post("/observation")(api.observe)
    routes.get("/observation/<guid>/status")(api.status)
    routes.get("/observation/<guid>/status/vhr")(api.history)
    routes.post("/observation/<guid>/correction")(api.correct)
    routes.post("/observation/<guid>/confirm")(api.confirm)
    routes.post("/observation/<guid>/manual-correction")(api.by_hand)
    routes.post("/observation/<guid>/description")(api.describe)
    routes.get("/activities")(api.activities)
    return routes


class _Api:
    """The operations of the contract."""

    def __init__(
        self,
        register: CarPassRegister,
        storingen: CarPassStoringen,
        histories: Histories,
        today: Callable[[], date],
    ) -> None:
        self._register = register
        self._storingen = storingen
        self._histories = histories
        self._today = today

    def admit(self) -> Response | None:
        """Who asks must name his software and himself."""
        missing = [name for name in _HEADERS if not request.headers.get(name)]
        if missing:
            return error(400, f"header {missing[0]} missing", "HEADER_MISSING")
        auth = request.authorization
        if auth is None or auth.type != "basic" or not _USER.fullmatch(auth.username or ""):
            return error(401, "unknown user", "UNAUTHORIZED")
        if not auth.password or auth.password == REFUSED_PASSWORD:
            return error(401, "wrong password", "UNAUTHORIZED")
        return None

    def activities(self) -> Response:
        """The kinds of work."""
        return _json([{"code": code, "label": label} for code, label in ACTIVITIES.items()])

    def observe(self) -> Response:
        """A report of a reading, or a request for the history of a car."""
        body: Any = request.get_json(silent=True)
        wrong = _wrong(body, self._today())
        if wrong:
            return error(400, *wrong)
        end = body["vin"][-2:].upper()
        refused = self._storingen.before(end)
        if refused is not None:
            return refused
        seen = self._register.take(body, self._today(), history=body["observationType"] == SOORT)
        answer = {"requestGuid": seen.guid, "status": "ONGOING"}
        return self._storingen.after(end, answer) or _json(answer, 201)

    def status(self, guid: str) -> Response:
        """How a report stands."""
        seen = self._register.get(guid)
        return self._stand(seen) if seen else error(404, "unknown request", "NOT_FOUND")

    def history(self, guid: str) -> Response:
        """Whether the history of a car is ready."""
        return self._histories.answer(guid, request.host_url.rstrip("/"))

    def correct(self, guid: str) -> Response:
        """Other data for a report."""
        seen, body = self._register.get(guid), request.get_json(silent=True)
        if seen is None:
            return error(404, "unknown request", "NOT_FOUND")
        if not isinstance(body, dict) or not _names(seen, body.get("issueId")):
            return error(422, "unknown issue", "ISSUE_UNKNOWN")
        if seen.end == "R1":
            return error(422, "not correctable", "NOT_CORRECTABLE")
        self._register.correct(seen, body, self._today())
        return self._stand(seen)

    def confirm(self, guid: str) -> Response:
        """The word that the data are right."""
        seen, body = self._register.get(guid), request.get_json(silent=True)
        if seen is None:
            return error(404, "unknown request", "NOT_FOUND")
        issue_id = body.get("issueId") if isinstance(body, dict) else None
        if not isinstance(issue_id, str) or issue_id not in {issue["issueId"] for issue in seen.issues}:
            return error(422, "unknown issue", "ISSUE_UNKNOWN")
        if seen.end == "R1":
            return error(422, "not confirmable", "NOT_CONFIRMABLE")
        if not self._register.confirm(seen, issue_id):
            return error(409, "already confirmed", "ALREADY_CONFIRMED")
        return self._stand(seen)

    def by_hand(self, guid: str) -> Response:
        """A correction that people at Car-Pass handle."""
        body = request.get_json(silent=True)
        if self._register.get(guid) is None:
            return error(404, "unknown request", "NOT_FOUND")
        if not isinstance(body, dict) or not body.get("reason") or not body.get("contactEmail"):
            return error(400, "reason and contact are needed", "FIELD_MISSING")
        return _json({"status": "RECEIVED"}, 202)

    def describe(self, guid: str) -> Response:
        """The description of the works."""
        seen, body = self._register.get(guid), request.get_json(silent=True)
        if seen is None:
            return error(404, "unknown request", "NOT_FOUND")
        if not isinstance(body, dict) or not isinstance(body.get("activities"), list):
            return error(400, "activities is a list", "FIELD_MISSING")
        unknown = [code for code in body["activities"] if code not in ACTIVITIES]
        if unknown:
            return error(422, f"unknown activity {unknown[0]}", "ACTIVITY_UNKNOWN")
        seen.description = body
        return _json({"requestGuid": guid})

    def _stand(self, seen: Observation) -> Response:
        status = self._register.status(seen)
        answer = {"requestGuid": seen.guid, "status": status, "issues": seen.open_issues}
        return self._storingen.status(seen.end, answer) or _json(answer)


def _names(seen: Observation, issue_id: Any) -> bool:
    return any(issue["issueId"] == issue_id for issue in seen.open_issues)


def _wrong(body: Any, today: date) -> tuple[str, str] | None:
    """Why a report cannot be taken at all: words and code."""
    if not isinstance(body, dict):
        return "body is no JSON object", "BODY"
    vin, km = body.get("vin"), body.get("odometerReading")
    if not isinstance(vin, str) or not 0 < len(vin) <= 17:
        return "vin has 1 to 17 signs", "VIN_INVALID"
    if type(km) is not int or not 0 <= km <= _MOST_KM:
        return "odometerReading is a whole number", "KM_INVALID"
    try:
        day = date.fromisoformat(body.get("odometerReadingDate", ""))
    except (TypeError, ValueError):
        return "odometerReadingDate is yyyy-MM-dd", "DATE_INVALID"
    if day > today:
        return "odometerReadingDate is in the future", "DATE_FUTURE"
    for name in ("enterpriseOrganisation", "enteredOrganisation"):
        if not _USER.fullmatch(str(body.get(name, ""))):
            return f"{name} has ten digits", "ORGANISATION_INVALID"
    known = body.get("observationType") in ("REPAIR", SOORT)
    return None if known else ("observationType unknown", "TYPE_INVALID")


def _json(document: object, status: int = 200) -> Response:
    return Response(json.dumps(document, ensure_ascii=False), status, mimetype="application/json")
