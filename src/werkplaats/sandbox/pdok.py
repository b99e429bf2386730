"""Stand-in of PDOK's Locatieserver (v3_1): finds Dutch addresses by filter, refuses what it does not know.

House numbers of the postcode 1000 FO (a range for post boxes, where nobody lives) have a trouble each.
"""

from __future__ import annotations

import json
from threading import Event
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, request

from werkplaats.sandbox.pdok_storing import POSTCODE, STORINGEN, PdokStoringen, failure

if TYPE_CHECKING:
    from werkplaats.sandbox.pdok_register import Doc, Straten

LATE = 15.0
"""Seconds before a late answer comes: longer than a person's program waits."""

PAD = "/bzk/locatieserver/search/v3_1/free"

_PARAMETERS = frozenset({"q", "fq", "fl", "rows", "start", "sort", "bq", "df", "lat", "lon", "wt", "indent"})
_FILTERS = frozenset(
    {"type", "postcode", "huisnummer", "huisletter", "huisnummertoevoeging", "straatnaam", "woonplaatsnaam"}
)
_DEFAULT_ROWS = 10
_MOST_ROWS = 100


def create_pdok(straten: Straten, stopped: Event | None = None, late: float = LATE) -> Flask:
    """The stand-in as a WSGI application; setting ``stopped`` releases the answers that are late on purpose."""
    app = Flask(__name__)
    storingen = PdokStoringen(stopped or Event(), late)

    @app.get("/")
    def overview() -> Response:
        return _json({"adressen": straten.examples(), "storingen": {POSTCODE: STORINGEN}})

    @app.get(PAD)
    def free() -> Response:
        unknown = [name for name in request.args if name not in _PARAMETERS]
        if unknown:
            return failure(400, f"query parameter '{unknown[0]}' not defined in the specifications")
        filters, strange = _filters(request.args.getlist("fq"))
        if strange:
            return failure(400, f"undefined field {strange}")
        if trouble := storingen.answer(filters):
            return trouble
        return _answer(straten.find(filters))

    return app


def _filters(texts: list[str]) -> tuple[dict[str, str], str]:
    """The filters by their field; and the first field that there is not."""
    filters: dict[str, str] = {}
    for text in texts:
        field, _colon, value = text.partition(":")
        if field not in _FILTERS:
            return filters, field
        filters[field] = value.strip('"')
    return filters, ""


def _answer(docs: list[Doc]) -> Response:
    try:
        rows, start = int(request.args.get("rows", _DEFAULT_ROWS)), int(request.args.get("start", 0))
    except ValueError:
        return failure(400, "rows and start are whole numbers")
    if not 0 <= rows <= _MOST_ROWS or start < 0:
        return failure(400, "rows is at most 100")
    wanted = [name.strip() for name in request.args.get("fl", "").split(",") if name.strip()]
    shown = [_picked(doc, wanted) for doc in docs[start : start + rows]]
    response = {"numFound": len(docs), "start": start, "maxScore": 1.0, "numFoundExact": True, "docs": shown}
    return _json({"response": response})


def _picked(doc: Doc, wanted: list[str]) -> dict[str, Any]:
    return dict(doc) if not wanted or "*" in wanted else {name: doc[name] for name in wanted if name in doc}


def _json(document: object) -> Response:
    return Response(json.dumps(document, ensure_ascii=False), mimetype="application/json")
