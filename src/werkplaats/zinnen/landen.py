"""The Dutch names of countries."""

from __future__ import annotations

from werkplaats.i18n import N_, _

LANDNAMEN: dict[str, str] = {
    "NL": N_("Nederland"),
    "BE": N_("België"),
    "DE": N_("Duitsland"),
    "FR": N_("Frankrijk"),
    "LU": N_("Luxemburg"),
    "GB": N_("Verenigd Koninkrijk"),
    "IE": N_("Ierland"),
    "AT": N_("Oostenrijk"),
    "CH": N_("Zwitserland"),
    "LI": N_("Liechtenstein"),
    "IT": N_("Italië"),
    "ES": N_("Spanje"),
    "PT": N_("Portugal"),
    "DK": N_("Denemarken"),
    "SE": N_("Zweden"),
    "NO": N_("Noorwegen"),
    "FI": N_("Finland"),
    "IS": N_("IJsland"),
    "PL": N_("Polen"),
    "CZ": N_("Tsjechië"),
    "SK": N_("Slowakije"),
    "HU": N_("Hongarije"),
    "RO": N_("Roemenië"),
    "BG": N_("Bulgarije"),
    "GR": N_("Griekenland"),
    "HR": N_("Kroatië"),
    "SI": N_("Slovenië"),
    "RS": N_("Servië"),
    "BA": N_("Bosnië en Herzegovina"),
    "ME": N_("Montenegro"),
    "MK": N_("Noord-Macedonië"),
    "AL": N_("Albanië"),
    "EE": N_("Estland"),
    "LV": N_("Letland"),
    "LT": N_("Litouwen"),
    "MT": N_("Malta"),
    "CY": N_("Cyprus"),
    "UA": N_("Oekraïne"),
    "MD": N_("Moldavië"),
    "TR": N_("Turkije"),
    "MA": N_("Marokko"),
}


def woord_land(code: str) -> str:
    """The Dutch name of a country; an unknown code is said as it is."""
    return _(LANDNAMEN[code]) if code in LANDNAMEN else code
