"""Sentences about messages to other systems: why one waits, failed, or cannot be taken back."""

from __future__ import annotations

from werkplaats.i18n import N_, _

POSTBUS: dict[str, tuple[str, str]] = {
    "POSTBUS_AFZENDER_WEG": (
        N_("De computer die dit verzond, liet niets meer van zich horen."),
        N_("Vraag na of het is aangekomen en beslis dan."),
    ),
    "FOUT_IN_PROGRAMMA": (
        N_("Bij het verzenden ging iets mis in Werkplaats zelf."),
        N_("Vraag na of het is aangekomen en beslis dan; meld dit aan de leverancier van Werkplaats."),
    ),
    "POSTBUS_NIET_INTREKBAAR": (
        N_("Dit bericht kan niet meer worden ingetrokken: het is al onderweg of weg."),
        N_("Vernieuw de lijst (F5) om te zien hoe het er nu voor staat."),
    ),
    "POSTBUS_MISSCHIEN_AAN": (
        N_("Dit bericht is misschien al aangekomen en kan niet worden ingetrokken."),
        N_("Het wordt opnieuw verzonden; de ontvanger herkent het als hetzelfde bericht."),
    ),
    "POSTBUS_NIET_OPNIEUW": (
        N_("Dit bericht kan niet opnieuw worden verzonden: het is onderweg, weg of ingetrokken."),
        N_("Vernieuw de lijst (F5) om te zien hoe het er nu voor staat."),
    ),
    "POSTBUS_NIET_ONZEKER": (
        N_("Over dit bericht hoeft niets meer te worden beslist."),
        N_("Vernieuw de lijst (F5) om te zien hoe het er nu voor staat."),
    ),
}

_STATEN = {
    "wacht": N_("Wacht"),
    "bezig": N_("Bezig"),
    "verzonden": N_("Verzonden"),
    "onzeker": N_("Onzeker"),
    "mislukt": N_("Mislukt"),
    "ingetrokken": N_("Ingetrokken"),
}

_GEVOLGEN = {
    "": N_("loopt nog"),
    "verzonden": N_("verzonden"),
    "opnieuw": N_("later opnieuw"),
    "onzeker": N_("onzeker"),
    "mislukt": N_("geweigerd"),
    "verlopen": N_("niets gehoord"),
}

_SOORTEN = {
    "mail": N_("E-mail"),
    "carpass": N_("Car-Pass"),
    "carpass_melding": N_("Car-Pass melding"),
    "carpass_correctie": N_("Car-Pass verbetering"),
    "carpass_bevestiging": N_("Car-Pass bevestiging"),
    "carpass_omschrijving": N_("Car-Pass omschrijving"),
    "carpass_formulier": N_("Car-Pass correctieformulier"),
    "carpass_historiek": N_("Car-Pass historiek"),
    "informex": N_("Informex"),
    "pon": N_("PON"),
    "pon_aanvraag": N_("Kentekenaanvraag bij PON"),
}


def woord_poststaat(staat: str) -> str:
    """The state of a message in words."""
    return _(_STATEN[staat])


def woord_gevolg(gevolg: str) -> str:
    """What came of an attempt, in words."""
    return _(_GEVOLGEN[gevolg]) if gevolg in _GEVOLGEN else gevolg


def woord_soort(soort: str) -> str:
    """The kind of a message in words."""
    return _(_SOORTEN[soort]) if soort in _SOORTEN else soort
