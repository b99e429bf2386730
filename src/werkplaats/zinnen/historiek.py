"""Sentences about the Car-Pass historiek: what went wrong, and how a request stands."""

from __future__ import annotations

from werkplaats.i18n import N_, _
from werkplaats.zinnen.carpass import woord_issue

HISTORIEK: dict[str, tuple[str, str]] = {
    "HISTORIEK_KAN_NIET": (
        N_("Dat kan niet meer met deze aanvraag."),
        N_("Open de Car-Pass historiek van de auto opnieuw: daar staat hoe het ermee is."),
    ),
    "HISTORIEK_PDF_WEG": (
        N_("Het document staat niet meer bij de bijlagen van de auto."),
        N_("Kies Opnieuw ophalen: dat kost geen nieuwe aanvraag."),
    ),
    "CARPASS_PDF_STUK": (
        N_("Het document van Car-Pass is niet heel aangekomen."),
        N_("U hoeft niets te doen: het wordt vanzelf opnieuw opgehaald."),
    ),
}

_STATEN = {
    "aan_te_vragen": N_("Aan te vragen"),
    "aangevraagd": N_("Aangevraagd"),
    "ontvangen": N_("Geldig"),
    "verlopen": N_("Verlopen"),
    "geweigerd": N_("Geweigerd"),
    "onzeker": N_("Onzeker"),
    "vervallen": N_("Vervallen"),
}

_REDENEN = {
    "CARPASS_PDF_STUK": N_("Het document kwam niet heel aan"),
    "HISTORIEK_ZONDER_PDF": N_("Car-Pass heeft het document nog niet bij zijn antwoord"),
    "HISTORIEK_ZONDER_NAAM": N_("Zonder antwoord is het document niet op te halen"),
    "HISTORIEK_GEWEIGERD": N_("Car-Pass geeft geen reden"),
}


def woord_historiek(staat: str) -> str:
    """The word for how a request stands; ``verlopen`` is a document that is too old."""
    return _(_STATEN[staat])


def woord_reden(code_of_tekst: str) -> str:
    """Why it stands so: our words for a code, anything else as it came."""
    return _(_REDENEN[code_of_tekst]) if code_of_tekst in _REDENEN else woord_issue(code_of_tekst)
