"""Brands of cars: how their names are compared, and which of them the importer PON requests plates for."""

from __future__ import annotations

from werkplaats.domain.naam import to_ascii

PON_MERKEN: dict[str, bool] = {
    "Volkswagen": True,
    "Volkswagen Bedrijfswagens": True,
    "Audi": True,
    "SEAT": True,
    "Škoda": True,
    "Porsche": True,
    "Bentley": True,
    "Lamborghini": True,
    "CUPRA": False,
}
"""The table with which a garage begins, by brand whether PON handles it; a Beheerder can change it."""


def merk_sleutel(merk: str) -> str:
    """The name as it is compared: without regard to case, accents and spaces around and between (skoda = Škoda)."""
    return " ".join(to_ascii(merk).upper().split())
