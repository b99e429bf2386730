"""RDW open data (Socrata): what the register knows of a car.

No key is needed; a token only raises the limit that all users of one address share. One question of a person is one
round of calls, never repeated by itself; the use case keeps the answer for a day.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import TYPE_CHECKING

from werkplaats.errors import Garbled, Refused
from werkplaats.services.http import Partij, fetch_json
from werkplaats.services.rdw_rijen import RdwRijen, open_recalls, parse_gegevens, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from werkplaats.domain.rdw import RdwGegevens
    from werkplaats.services.rdw_waarden import Rij

VOERTUIGEN = "m9d7-ebf2"
BRANDSTOFFEN = "8ys7-d773"
OBJECTEN = "sghb-dzxx"
TERUGROEP_STATUS = "t49b-isb7"
TERUGROEP_TEKST = "j9yg-7rg9"

PARTIJ = Partij(
    "RDW",
    {
        400: "RDW_VRAAG_GEWEIGERD",
        401: "RDW_TOKEN_GEWEIGERD",
        403: "RDW_TOKEN_GEWEIGERD",
        404: "RDW_DATASET_WEG",
    },
)

_LIMIT = "100"
"""Far more rows than one car has in any set, far fewer than the thousand at which the register cuts off in silence."""

_MAX_RECALLS = 10
"""Of a car with more open recalls than this only the numbers are shown, not the texts."""

_ORDER = {
    VOERTUIGEN: "kenteken",
    BRANDSTOFFEN: "brandstof_volgnummer",
    OBJECTEN: "montagedatum DESC",
    TERUGROEP_STATUS: "referentiecode_rdw",
    TERUGROEP_TEKST: "referentiecode_rdw",
}


class RdwService:
    """Asks the register; ``token`` gives the shop's app token, or None when there is none."""

    def __init__(self, client: httpx.Client, token: Callable[[], str | None]) -> None:
        self._client = client
        self._token = token

    def vehicle(self, kenteken: str) -> RdwGegevens | None:
        """What the register knows of a plate (capitals without dashes), or None when it is not registered.

        Raises Unreachable, Refused or Garbled. All sets must answer: half an answer would propose to clear a field.
        """
        headers = self._headers()
        voertuigen = self._of_plate(VOERTUIGEN, kenteken, headers)
        if not voertuigen:
            return None
        with ThreadPoolExecutor(max_workers=3, thread_name_prefix="rdw") as pool:
            rest = [BRANDSTOFFEN, OBJECTEN, TERUGROEP_STATUS]
            brandstoffen, objecten, status = pool.map(lambda naam: self._of_plate(naam, kenteken, headers), rest)
            codes = open_recalls(status)[:_MAX_RECALLS]
            teksten = [*chain.from_iterable(pool.map(lambda code: self._recall_texts(code, headers), codes))]
        return parse_gegevens(kenteken, RdwRijen(voertuigen, brandstoffen, objecten, status, teksten))

    def _headers(self) -> dict[str, str]:
        token = (self._token() or "").strip()
        if not token.isascii() or not token.isprintable():
            raise Refused("RDW_TOKEN_GEWEIGERD", PARTIJ.naam)
        return {"X-App-Token": token} if token else {}

    def _of_plate(self, dataset: str, kenteken: str, headers: dict[str, str]) -> list[Rij]:
        rows = self._rows(dataset, {"kenteken": kenteken}, headers)
        own = [row for row in rows if row.get("kenteken", kenteken) == kenteken]
        if rows and not own:
            raise Garbled("RDW_ANDER_KENTEKEN", PARTIJ.naam)
        return own

    def _recall_texts(self, code: str, headers: dict[str, str]) -> list[Rij]:
        return self._rows(TERUGROEP_TEKST, {"referentiecode_rdw": code}, headers)

    def _rows(self, dataset: str, keys: dict[str, str], headers: dict[str, str]) -> list[Rij]:
        params = {**keys, "$order": _ORDER[dataset], "$limit": _LIMIT}
        answer = fetch_json(self._client, PARTIJ, f"/resource/{dataset}.json", params, headers)
        return rows_of(answer, PARTIJ.naam)
