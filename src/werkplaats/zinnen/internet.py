"""Sentences about pages of others, and the words for them."""

from __future__ import annotations

from werkplaats.i18n import N_, _

INTERNET: dict[str, tuple[str, str]] = {
    "PAGINA_ZONDER_ADRES": (
        N_("Van deze pagina is nog geen webadres bekend."),
        N_("Een beheerder vult het in bij Instellingen, BV en LPG."),
    ),
}
"""Code of an error to its two sentences."""

INTERNET_INVOER: dict[str, str] = {
    "PAGINA_ADRES_ONGELDIG": N_("Een webadres begint met https://, bijvoorbeeld https://voorbeeld.nl/?k={{kenteken}}."),
    "PAGINA_ZONDER_KENTEKEN": N_("Zet {{kenteken}} waar het kenteken moet komen. Zonder opent de pagina leeg."),
}
"""Code of a finding to the sentence under its field."""

_PAGINAS = {
    "ovi": N_("RDW: OVI, alles over dit kenteken"),
    "terugroep": N_("RDW: terugroepregister"),
    "terugroep_be": N_("Car-Pass: terugroepacties (België)"),
}


def woord_pagina(pagina: str) -> str:
    """A page of somebody else, as the menu names it."""
    return _(_PAGINAS[pagina])
