"""Sentences about printing."""

from __future__ import annotations

from werkplaats.i18n import N_

AFDRUKKEN: dict[str, tuple[str, str]] = {
    "GEEN_PRINTER": (
        N_("Er is op deze computer geen printer ingesteld."),
        N_("Voeg er een toe bij de instellingen van de computer, of sla het document op als PDF."),
    ),
    "PRINTER_WEG": (
        N_("De printer {printer} neemt het document niet aan."),
        N_("Kijk of hij aan staat en bereikbaar is, of kies een andere printer."),
    ),
    "DOCUMENT_NIET_GESCHREVEN": (
        N_("Het bestand {plaats} is niet geschreven."),
        N_("Sluit het als het nog open staat, of kies een andere map of naam."),
    ),
}
