"""The browser of the tour: takes the place of a person's own, opens the page, and goes as far as he would.

Only the stand-ins on this computer are visited. What the pages show is kept in memory, never written down.
"""

from __future__ import annotations

import webbrowser
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import ProxyHandler, build_opener

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = "rondleiding"
_SECONDS = 20.0
_FORWARD, _LOG_IN = "doorsturen", "gebruiker"


@dataclass(slots=True)
class Formulier:
    """A form on a page: where it goes, and what is filled in."""

    naam: str
    doel: str
    methode: str
    waarden: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Bladzijde:
    """A page as it was shown: its heading, its values by name, its form, and whether the address told personal data."""

    adres: str
    kop: str
    waarden: dict[str, str]
    formulier: Formulier | None


class TourBrowser(webbrowser.BaseBrowser):
    """Registered as the preferred browser of this process; ``pagina`` is the page that it shows now."""

    def __init__(self) -> None:
        super().__init__(_NAME)
        self._opener = build_opener(ProxyHandler({}))
        self.adressen: list[str] = []
        self.pagina: Bladzijde | None = None
        webbrowser.register(_NAME, None, self, preferred=True)

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:  # noqa: ARG002 -- the signature is that of the base class
        """Opens a page; a form that sends itself is sent, and one logs in where that is asked."""
        self.adressen.append(url)
        page = self._get(url)
        while page.formulier is not None and _goes_on(page.formulier):
            page = self._send(page.adres, page.formulier)
        self.pagina = page
        return True

    def finish(self) -> dict[str, str]:
        """Presses the button of the page that is shown, and gives what the next one says."""
        if self.pagina is None or self.pagina.formulier is None:
            return {}
        self.pagina = self._send(self.pagina.adres, self.pagina.formulier)
        return self.pagina.waarden

    def _send(self, adres: str, form: Formulier) -> Bladzijde:
        data = urlencode(form.waarden).encode() if form.methode == "post" else None
        return self._get(urljoin(adres, form.doel), data)

    def _get(self, url: str, data: bytes | None = None) -> Bladzijde:
        if urlsplit(url).hostname not in ("127.0.0.1", "localhost"):
            raise webbrowser.Error(f"the tour does not go out to {urlsplit(url).hostname}")
        try:
            answer = self._opener.open(url, data, _SECONDS)
        except HTTPError as refused:
            # A refusal is a page too, with what is wrong on it.
            answer = refused
        with answer:
            reader = _Reader()
            reader.feed(answer.read().decode("utf-8"))
            return Bladzijde(answer.url, reader.kop.strip(), reader.waarden, reader.formulier)


def _goes_on(form: Formulier) -> bool:
    return form.naam == _FORWARD or _LOG_IN in form.waarden


class _Reader(HTMLParser):
    """Takes from a page what the tour needs: heading, values in ``dd`` by id, and the first form."""

    def __init__(self) -> None:
        super().__init__()
        self.kop = ""
        self.waarden: dict[str, str] = {}
        self.formulier: Formulier | None = None
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and self.formulier is None:
            self.formulier = Formulier(given.get("id", ""), given.get("action", ""), given.get("method", "get").lower())
        elif tag == "input" and self.formulier is not None and "name" in given:
            self.formulier.waarden[given["name"]] = given.get("value", "")
        self._inside = tag if tag == "h1" else given.get("id", "") if tag == "dd" else ""

    def handle_data(self, data: str) -> None:
        if self._inside == "h1":
            self.kop += data
        elif self._inside:
            self.waarden[self._inside] = self.waarden.get(self._inside, "") + data

    def handle_endtag(self, _tag: str) -> None:
        self._inside = ""
