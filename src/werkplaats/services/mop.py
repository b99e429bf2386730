"""mijnOndernemersportaal (mOp): hands a request for a pechhulppas to Bovemij's portal, in the user's browser.

The portal's path and names are not published (assumed, hence configurable). What happens there is not told to us: an
opened page is all that this service can vouch for. Logs hold the host and the *names* of the parameters only.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from werkplaats.config import config_path
from werkplaats.domain.pechhulp import MopMethode
from werkplaats.errors import WerkplaatsError
from werkplaats.services.doorstuurpagina import Doorstuurpagina
from werkplaats.services.http import check_address

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from werkplaats.config import MopConfig

_log = logging.getLogger(__name__)

Params = tuple[tuple[str, str], ...]


class MopService:
    """Opens the portal with a request; ``open_url`` opens a page in the browser or raises.

    Raises CONFIG_ONBEKEND for a method that does not exist, ADRES_… for an address to which nothing may be sent.
    """

    def __init__(self, open_url: Callable[[str], None], config: MopConfig) -> None:
        self._open_url = open_url
        self._doel = check_address(config.url_template)
        self._methode = _methode(config.method)

    def open(self, params: Sequence[tuple[str, str]], methode: MopMethode | None = None) -> None:
        """Opens the portal's page with these filled in; ``methode`` None is as the configuration says.

        Raises PartijFout BROWSER_NIET_GEOPEND.
        """
        filled = tuple((naam, waarde) for naam, waarde in params if waarde)
        chosen = methode or self._methode
        _log.info("mop: %s %s %s", chosen, urlsplit(self._doel).hostname, ",".join(naam for naam, _waarde in filled))
        if chosen is MopMethode.GET:
            self._open_url(get_link(self._doel, filled))
        else:
            self._open_posted(filled)

    def _open_posted(self, params: Params) -> None:
        pagina = Doorstuurpagina(self._doel, params)
        try:
            self._open_url(pagina.start())
        except BaseException:
            pagina.stop()
            raise


def _methode(naam: str) -> MopMethode:
    try:
        return MopMethode(naam)
    except ValueError as error:
        raise WerkplaatsError("CONFIG_ONBEKEND", bestand=str(config_path()), sleutel="mop.method") from error


def get_link(doel: str, params: Params) -> str:
    """The address with the parameters behind what it holds already: UTF-8, percent-encoded, in this order."""
    parts = urlsplit(doel)
    query = urlencode(params, safe="", quote_via=quote, errors="replace")
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, query)))))
