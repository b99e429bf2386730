"""Sentences about the health of a database, for ``werkplaats-beheer controle``."""

from __future__ import annotations

from werkplaats.i18n import N_

CONTROLE: dict[str, str] = {
    "DATABASE_STUK": N_("De database is beschadigd ({reden}). Zet de laatste back-up terug."),
    "VERWIJZING_LOS": N_(
        "In de database verwijzen {aantal} regels naar iets dat er niet is. Zet de laatste back-up terug."
    ),
    "LOGBOEK_STUK": N_("Het logboek is buiten Werkplaats om gewijzigd: {aantal} fouten, de eerste bij regel {nummer}."),
    "LOGBOEK_INGEKORT": N_("Het logboek is na de back-up buiten Werkplaats om ingekort of gewijzigd (regel {nummer})."),
    "BACKUP_VAN_ANDER": N_("Deze back-up is van een andere database; het logboek is er niet naast gelegd."),
    "BIJLAGE_STUK": N_("De inhoud van bijlage {nummer} ontbreekt of is beschadigd. Haal haar uit de laatste back-up."),
    "BACKUP_ONTBREEKT": N_("Er is nog nooit een back-up gemaakt. Maak er een met: werkplaats-beheer backup."),
    "BACKUP_OUD": N_("De laatste back-up is {dagen} dagen oud. Maak er een met: werkplaats-beheer backup."),
    "POSTBUS_VAST": N_("In de postbus wachten {aantal} berichten al langer dan tien minuten."),
    "POSTBUS_ONZEKER": N_("Van {aantal} berichten in de postbus is onzeker of ze zijn aangekomen; kijk ze na."),
    "KLOK_WIJKT_AF": N_(
        "De klok van deze computer loopt {seconden} seconden anders dan die van de server. Zet hem gelijk."
    ),
    "SLEUTELBOS": N_("Op deze computer is geen bruikbare sleutelbos; deze werkplek kan niet verzenden."),
}
"""Code of a finding to its sentence."""
