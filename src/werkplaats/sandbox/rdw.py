"""Stand-in of RDW: the open data (Socrata) with every trouble on demand, and the page of the OVI for one car."""

from __future__ import annotations

import json
from threading import Event
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, render_template, request

from werkplaats.sandbox.rdw_register import BRANDSTOFFEN, VOERTUIGEN
from werkplaats.sandbox.rdw_storing import STORINGEN, Storingen, failure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.sandbox.rdw_register import Register, Rij

REFUSED_TOKEN = "geweigerd"  # noqa: S105 - no secret: the word that makes the stand-in refuse
"""The app token that this stand-in refuses; any other is taken, and none is needed."""

LATE = 15.0
"""Seconds before a late answer comes: longer than a person's program waits."""

_DEFAULT_LIMIT = 1000


def create_rdw(register: Register, stopped: Event | None = None, late: float = LATE) -> Flask:
    """The stand-in as a WSGI application; setting ``stopped`` releases the answers that are late on purpose."""
    app = Flask(__name__)
    storingen = Storingen(stopped or Event(), late)

    @app.get("/")
    def overview() -> str:
        return render_template("rdw.html", kentekens=register.plates(), storingen=STORINGEN)

    @app.get("/resource/<dataset>.json")
    def resource(dataset: str) -> Response:
        if request.headers.get("X-App-Token", "").strip() == REFUSED_TOKEN:
            return failure(403)
        if trouble := storingen.answer(request.args.get("kenteken", "")):
            return trouble
        columns = register.columns(dataset)
        return failure(404) if columns is None else _answer(register, dataset, columns)

    @app.get("/terugroepacties")
    def terugroepacties() -> str:
        return render_template("terugroep.html")

    @app.get("/default.aspx")
    def ovi() -> str:
        kenteken = request.args.get("kenteken", "")
        rows = register.rows(VOERTUIGEN, {"kenteken": kenteken}) + register.rows(BRANDSTOFFEN, {"kenteken": kenteken})
        values = [(name.replace("_", " "), value) for row in rows for name, value in row.items() if name[:4] != "api_"]
        return render_template("ovi.html", kenteken=kenteken, waarden=values)

    return app


def _answer(register: Register, dataset: str, columns: frozenset[str]) -> Response:
    filters = {name: value for name, value in request.args.items() if not name.startswith("$")}
    options = {name: value for name, value in request.args.items() if name.startswith("$")}
    order = [part.split() for part in options.pop("$order", "").split(",") if part.strip()]
    unknown = [*(set(filters) - columns), *(part[0] for part in order if part[0] not in columns)]
    unknown += set(options) - {"$limit", "$offset"}
    if unknown:
        return failure(400, message=f"Unrecognized arguments [{', '.join(sorted(unknown))}]")
    try:
        begin, limit = int(options.get("$offset", 0)), int(options.get("$limit", _DEFAULT_LIMIT))
    except ValueError:
        return failure(400, message="Invalid $limit or $offset")
    rows = _ordered(register.rows(dataset, filters), order)
    return Response(json.dumps(rows[begin : begin + limit], ensure_ascii=False), mimetype="application/json")


def _ordered(rows: list[Rij], order: list[list[str]]) -> list[Rij]:
    for column, *direction in reversed(order):
        rows = sorted(
            rows, key=lambda row: _rank(row, column), reverse=[word.upper() for word in direction] == ["DESC"]
        )
    return rows


def _rank(row: Mapping[str, Any], column: str) -> tuple[bool, int, str]:
    value = str(row.get(column, ""))
    return (column not in row, int(value) if value.isdigit() else 0, value)
