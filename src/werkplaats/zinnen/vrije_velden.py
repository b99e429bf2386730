"""Sentences about the fields that a shop defines itself, and the words for their kinds."""

from __future__ import annotations

from werkplaats.i18n import N_, _

VRIJE_VELDEN: dict[str, str] = {
    "VRIJ_TE_VEEL": N_("Er kunnen hoogstens {hoogstens} velden in gebruik zijn. Laat er een vervallen."),
    "VRIJ_ZONDER_NAAM": N_("Een van de velden heeft nog geen naam. Vul hem in, of haal het veld weg."),
    "VRIJ_DUBBEL": N_("Twee velden heten “{naam}”. Geef een van beide een andere naam."),
    "VRIJ_NAAM": N_("De naam “{naam}…” is te lang of heeft een onzichtbaar teken; hoogstens {hoogstens} tekens."),
    "VRIJ_ZONDER_OPTIES": N_("Vul bij “{naam}” in waaruit men kiest: 1 tot {hoogstens} opties, met komma's ertussen."),
    "VRIJ_WAARDE": N_("Dit past niet in het veld {naam}. Kies of typ een andere waarde."),
    "VRIJ_GETAL": N_("Dit is geen getal. Vul bijvoorbeeld 1250 of 12,5 in."),
}

_SOORTEN = {
    "tekst": N_("Tekst"),
    "getal": N_("Getal"),
    "datum": N_("Datum"),
    "janee": N_("Ja of nee"),
    "keuze": N_("Keuze"),
}


def woord_veldsoort(soort: str) -> str:
    """What a field of the shop's own holds: ``Ja of nee``."""
    return _(_SOORTEN[soort])
