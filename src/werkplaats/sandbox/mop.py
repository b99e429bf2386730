"""Stand-in of mijnOndernemersportaal: takes a request for a pechhulppas, asks to log in, and shows what arrived.

Nothing of a request stands in an address after the first one. The user ``zonder-rechten`` has no rights; a car for
which a pass was given here has an active one, as has the plate GA-001-S.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from flask import Flask, Response, abort, redirect, render_template, request, url_for

from werkplaats.sandbox.mop_controle import AL_ACTIEF, GEEN_RECHTEN, VELDEN, VINKJES, refusals

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.wrappers import Response as BaseResponse

GEBRUIKER = "oefengebruiker"
ZONDER_RECHTEN = "zonder-rechten"
MET_PAS = "GA001S"
"""A plate that has an active pass from the start."""

_KEPT = 500
"""So many requests are remembered; then the oldest is forgotten."""


@dataclass
class Pas:
    """A pass that the stand-in gave."""

    nummer: str
    einddatum: date


class Portaal:
    """What the portal remembers while it runs: requests under a name that nobody can guess, and active passes."""

    def __init__(self) -> None:
        self._aanvragen: dict[str, dict[str, str]] = {}
        self._passen: dict[str, Pas] = {}

    def keep(self, aanvraag: dict[str, str]) -> str:
        """Remembers a request and returns its name."""
        name = secrets.token_urlsafe(12)
        while len(self._aanvragen) >= _KEPT:
            del self._aanvragen[next(iter(self._aanvragen))]
        self._aanvragen[name] = aanvraag
        return name

    def get(self, name: str) -> dict[str, str]:
        """The request of that name; 404 when it is forgotten."""
        return self._aanvragen.get(name) or abort(404)

    def has_pass(self, kenteken: str) -> bool:
        """Whether the car has an active pass."""
        return kenteken == MET_PAS or kenteken in self._passen

    def give_pass(self, kenteken: str, today: date) -> Pas:
        """Gives the car a pass for a year, always with the same number for the same plate."""
        number = int.from_bytes(sha256(kenteken.encode()).digest()[:4], "big") % 10**8
        leap_day = (today.month, today.day) == (2, 29)
        end = today.replace(year=today.year + 1, day=28 if leap_day else today.day)
        return self._passen.setdefault(kenteken, Pas(f"OEF-{number:08d}", end))


def create_mop(is_known: Callable[[str], bool], today: Callable[[], date] = date.today) -> Flask:
    """The stand-in as a WSGI application; ``is_known`` says whether a plate is registered."""
    app = Flask(__name__)
    portaal = Portaal()

    @app.route("/", methods=["GET", "POST"])
    @app.route("/pechhulp/aanvragen", methods=["GET", "POST"])
    def aanvragen() -> BaseResponse | str:
        aanvraag = {veld: request.values[veld] for veld, _woord in VELDEN if veld in request.values}
        if not aanvraag:
            return render_template("mop_welkom.html")
        return redirect(url_for("inloggen", naam=portaal.keep(aanvraag)), code=303)

    @app.route("/mobi-id/<naam>", methods=["GET"])
    def inloggen(naam: str) -> str:
        portaal.get(naam)
        return render_template("mop_inloggen.html", naam=naam, gebruiker=GEBRUIKER, zonder_rechten=ZONDER_RECHTEN)

    @app.post("/mobi-id/<naam>")
    def overzicht(naam: str) -> Response:
        aanvraag = portaal.get(naam)
        if request.form.get("gebruiker", "").strip() == ZONDER_RECHTEN:
            return _page("mop_fout.html", 403, fouten=[GEEN_RECHTEN])
        if fouten := refusals(aanvraag, is_known):
            return _page("mop_fout.html", 422, fouten=fouten)
        if portaal.has_pass(aanvraag["kenteken"]):
            return _page("mop_fout.html", 409, fouten=[AL_ACTIEF])
        return _page("mop_overzicht.html", 200, naam=naam, regels=_lines(aanvraag))

    @app.post("/afgerond/<naam>")
    def afronden(naam: str) -> Response:
        kenteken = portaal.get(naam).get("kenteken", "")
        if not is_known(kenteken) or portaal.has_pass(kenteken):
            return _page("mop_fout.html", 409, fouten=[AL_ACTIEF])
        return _page("mop_afgerond.html", 200, pas=portaal.give_pass(kenteken, today()), kenteken=kenteken)

    return app


def _page(template: str, status: int, **values: object) -> Response:
    response = Response(render_template(template, **values), status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _lines(aanvraag: dict[str, str]) -> list[tuple[str, str, str]]:
    """The lines of the summary: parameter, word, value."""
    yes_or_no = {"1": "Ja", "0": "Nee"}
    return [
        (veld, woord, yes_or_no.get(aanvraag[veld], aanvraag[veld]) if veld in VINKJES else aanvraag[veld])
        for veld, woord in VELDEN
        if veld in aanvraag
    ]
