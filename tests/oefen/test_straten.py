"""The register of addresses of the practice garage knows where its people live."""

from __future__ import annotations

from datetime import date

from werkplaats.oefen.straten import make_straten
from werkplaats.resources import resource
from werkplaats.sandbox.pdok_register import Straten


def test_the_garage_and_its_people_are_found() -> None:
    straten = Straten(resource("pdok", "adressen.json"), make_straten(date(2026, 11, 21)))
    for postcode, nummer, straat in (("6511XR", "417", "Waalkade"), ("6663AE", "118", "Griftdijk")):
        found = straten.find({"type": "adres", "postcode": postcode, "huisnummer": nummer})
        assert found[0]["straatnaam"] == straat
