"""Sentences under the fields of a set of tyres, and its words."""

from __future__ import annotations

from werkplaats.i18n import N_, _

BANDEN: dict[str, str] = {
    "BANDENMAAT_VORM": N_("Een bandenmaat ziet er meestal uit als 205/55 R16 91V. Bewaren mag."),
    "DOT_VORM": N_("Een DOT-code eindigt op week en jaar, bijvoorbeeld 2319. Bewaren mag."),
    "BAND_OUD": N_("{jaren} jaar oud: kijk de band elk jaar na (advies)."),
    "BAND_OP": N_("{jaren} jaar oud: vervangen wordt aangeraden."),
    "PROFIEL_ONLEESBAAR": N_("Vul het profiel in millimeters in, bijvoorbeeld 6,5."),
    "PROFIEL_ONMOGELIJK": N_("Profiel ligt tussen 0 en {hoogstens} mm. Staat er een cijfer te veel?"),
    "PROFIEL_WETTELIJK": N_("Onder {grens} mm mag een auto de weg niet op."),
    "PROFIEL_WINTER": N_("Onder {grens} mm grijpt een winterband slecht (advies)."),
}

_SEIZOENEN = {
    "zomer": N_("Zomer"),
    "winter": N_("Winter"),
    "vierseizoenen": N_("Vierseizoenen"),
}


def woord_seizoen(seizoen: str) -> str:
    """The season of a set of tyres: ``Winter``."""
    return _(_SEIZOENEN[seizoen])
