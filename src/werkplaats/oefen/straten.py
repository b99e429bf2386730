"""The streets of the practice garage as a register of addresses has them, for the stand-in of PDOK."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from werkplaats.domain.contact import is_postcode_nl, normalize_postcode
from werkplaats.oefen.garage import make_shops
from werkplaats.oefen.relaties import make_relaties

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.instellingen import ShopInstellingen
    from werkplaats.domain.relatie import RelatieKaart

_LAATSTE = 250
"""The invented house numbers end before this one."""


def make_straten(vandaag: date) -> list[dict[str, Any]]:
    """A stretch of street for every Dutch address of a relatie or a shop, with its house numbers and additions."""
    straten: dict[tuple[str, str, str], dict[str, Any]] = {}
    adressen: list[ShopInstellingen | RelatieKaart] = [*make_shops("").values()]
    adressen += [relatie.kaart for relatie in make_relaties(vandaag)]
    for adres in adressen:
        if adres.land != "NL" or not is_postcode_nl(adres.postcode) or not adres.huisnr.isdigit():
            continue
        postcode = normalize_postcode(adres.postcode, "NL").replace(" ", "")
        straat = straten.setdefault(
            (postcode, adres.straat, adres.plaats),
            {
                "postcode": postcode,
                "straatnaam": adres.straat,
                "woonplaatsnaam": adres.plaats,
                "van": 1,
                "tot": _LAATSTE,
                "toevoegingen": ["A", "B", "12"],
            },
        )
        straat["tot"] = max(straat["tot"], int(adres.huisnr))
    return list(straten.values())
