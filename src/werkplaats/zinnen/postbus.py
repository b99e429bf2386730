"""Sentences about messages to other systems: why one waits, failed, or cannot be taken back."""

from __future__ import annotations

from werkplaats.i18n import N_

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
