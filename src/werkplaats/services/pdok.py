"""PDOK Locatieserver: the street and the place of a Dutch postcode with a house number (contract v3_1, no key needed).

The register of addresses is public. One question of a person is one call; typing stays possible whatever it answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from werkplaats.domain.adres import GevondenAdres
from werkplaats.errors import Garbled
from werkplaats.services.http import Partij, fetch_json

if TYPE_CHECKING:
    import httpx

    from werkplaats.domain.adres import AdresVraag

PAD = "/bzk/locatieserver/search/v3_1/free"
VELDEN = "straatnaam,huisnummer,huisletter,huisnummertoevoeging,huis_nlt,postcode,woonplaatsnaam"
PARTIJ = Partij(
    "PDOK",
    {400: "PDOK_VRAAG_GEWEIGERD", 401: "PDOK_GEBLOKKEERD", 403: "PDOK_GEBLOKKEERD", 404: "PDOK_WEG"},
)

_ROWS = "10"


class PdokService:
    """Asks the register of addresses."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def address(self, vraag: AdresVraag) -> GevondenAdres | None:
        """The street and the place of an address, or None when there is no such address.

        Raises Unreachable, Refused or Garbled.
        """
        answer = fetch_json(self._client, PARTIJ, PAD, _params(vraag), {})
        docs = [doc for doc in _docs(answer) if doc.get("postcode", vraag.postcode) == vraag.postcode]
        for doc in docs:
            straat, plaats = doc.get("straatnaam"), doc.get("woonplaatsnaam")
            if isinstance(straat, str) and straat.strip() and isinstance(plaats, str):
                return GevondenAdres(straat.strip(), plaats.strip())
        if answer["response"]["docs"]:
            # There was an answer, but none that is about this address and names a street.
            raise Garbled("PARTIJ_ANDERE_VORM", PARTIJ.naam)
        return None


def _params(vraag: AdresVraag) -> list[tuple[str, str]]:
    """The filters one by one, as the register wants them: an unknown or empty one would be refused."""
    filters = [
        ("type", "adres"),
        ("postcode", vraag.postcode),
        ("huisnummer", str(vraag.huisnummer)),
        ("huisletter", vraag.huisletter),
        ("huisnummertoevoeging", vraag.toevoeging),
    ]
    return [*(("fq", f"{naam}:{waarde}") for naam, waarde in filters if waarde), ("rows", _ROWS), ("fl", VELDEN)]


def _docs(answer: Any) -> list[dict[str, Any]]:
    response = answer.get("response") if isinstance(answer, dict) else None
    docs = response.get("docs") if isinstance(response, dict) else None
    if not isinstance(docs, list):
        raise Garbled("PARTIJ_ANDERE_VORM", PARTIJ.naam)
    return [doc for doc in docs if isinstance(doc, dict)]
