"""Opens a page in the user's own browser, and says so when that fails."""

from __future__ import annotations

import webbrowser
from urllib.parse import urlsplit

from werkplaats.errors import PartijFout, WerkplaatsError

_NEW_TAB = 2


def check_link(adres: str) -> str:
    """The address, when it is a web page; raises ADRES_ONGELDIG for anything else.

    The links of a shop are free text: ``file:`` or the path of a program would be *started* by the operating system.
    """
    try:
        parts = urlsplit(adres)
        readable = parts.scheme in ("http", "https") and bool(parts.hostname) and adres.isprintable()
    except ValueError as error:
        raise WerkplaatsError("ADRES_ONGELDIG", adres=adres) from error
    if not readable or " " in adres:
        raise WerkplaatsError("ADRES_ONGELDIG", adres=adres)
    return adres


def open_url(adres: str) -> None:
    """Opens the page; raises ADRES_ONGELDIG, or PartijFout BROWSER_NIET_GEOPEND when no browser took it."""
    check_link(adres)
    try:
        opened = webbrowser.open(adres, new=_NEW_TAB)
    except (webbrowser.Error, OSError) as error:
        raise PartijFout("BROWSER_NIET_GEOPEND", "browser") from error
    if not opened:
        raise PartijFout("BROWSER_NIET_GEOPEND", "browser")
