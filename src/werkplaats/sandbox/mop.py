"""Stand-in of mijnOndernemersportaal: takes a request for a pechhulppas, asks to log in, and shows what arrived.

Nothing of a request stands in an address after the first one. The user ``zonder-rechten`` has no rights; a car for
which a pass was given here has an active one, as has the plate GA-001-S. ``/aanbieder/…`` stands for the pages of the
other providers of pechhulp.
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
    from collections.abc import Callable, Sequence

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

    def __init__(self, is_known: Callable[[str], bool]) -> None:
        self._is_known = is_known
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

    def verdict(self, aanvraag: dict[str, str], gebruiker: str) -> tuple[int, Sequence[str]]:
        """The status and the sentences with which a request is refused; 200 and none when it is taken."""
        if gebruiker.strip() == ZONDER_RECHTEN:
            return 403, [GEEN_RECHTEN]
        if fouten := refusals(aanvraag, self._is_known):
            return 422, fouten
        if self.has_pass(aanvraag["kenteken"]):
            return 409, [AL_ACTIEF]
        return 200, []

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
    portaal = Portaal(is_known)

    @app.route("/", methods=["GET", "POST"])
    @app.route("/pechhulp/aanvragen", methods=["GET", "POST"])
    def aanvragen() -> BaseResponse | str:
        aanvraag = {veld: request.values[veld] for veld, _woord in VELDEN if veld in request.values}
        if not aanvraag:
            return render_template("mop_welkom.html")
        aanvraag["kenteken"] = aanvraag.get("kenteken", "").replace("-", "").replace(" ", "").upper()
        return redirect(url_for("inloggen", naam=portaal.keep(aanvraag)), code=303)

    @app.route("/mobi-id/<naam>", methods=["GET"])
    def inloggen(naam: str) -> str:
        portaal.get(naam)
        return render_template("mop_inloggen.html", naam=naam, gebruiker=GEBRUIKER, zonder_rechten=ZONDER_RECHTEN)

    @app.post("/mobi-id/<naam>")
    def overzicht(naam: str) -> Response:
        aanvraag = portaal.get(naam)
        status, fouten = portaal.verdict(aanvraag, request.form.get("gebruiker", ""))
        if fouten:
            return _page("mop_fout.html", status, fouten=fouten)
        return _page("mop_overzicht.html", status, naam=naam, regels=_lines(aanvraag))

    @app.post("/afgerond/<naam>")
    def afronden(naam: str) -> Response:
        aanvraag = portaal.get(naam)
        status, fouten = portaal.verdict(aanvraag, "")
        if fouten:
            return _page("mop_fout.html", status, fouten=fouten)
        kenteken = aanvraag["kenteken"]
        return _page("mop_afgerond.html", status, pas=portaal.give_pass(kenteken, today()), kenteken=kenteken)

    @app.get("/aanbieder/<naam>")
    def aanbieder(naam: str) -> str:
        return render_template("aanbieder.html", naam=naam, kenteken=request.args.get("kenteken", ""))

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
