"""In which unit each number of a card counts, and how the number is written."""

from __future__ import annotations

EENHEDEN = {
    "co2_uitstoot": "g/km",
    "ledig_gewicht": "kg",
    "bedrijfsklaar": "kg",
    "max_massa": "kg",
    "trekgewicht_geremd": "kg",
    "trekgewicht_ongeremd": "kg",
    "cilinderinhoud": "cc",
    "vermogen": "kW",
    "wielbasis": "cm",
    "lengte": "cm",
}
_ZONDER_PUNTEN = frozenset({"bouwjaar"})


def met_eenheid(veld: str, waarde: int) -> str:
    """A number of a field with a dot at the thousands and its unit: ``1.420 kg``."""
    tekst = str(waarde) if veld in _ZONDER_PUNTEN else f"{waarde:,}".replace(",", ".")
    return f"{tekst} {EENHEDEN[veld]}" if veld in EENHEDEN else tekst
