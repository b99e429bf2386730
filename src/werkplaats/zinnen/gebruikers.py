"""Sentences about the users and their groups."""

from __future__ import annotations

from werkplaats.i18n import N_

GEBRUIKERS: dict[str, tuple[str, str]] = {
    "LAATSTE_BEHEERDER": (
        N_("Dan kan niemand meer gebruikers beheren."),
        N_("Geef eerst een ander de groep Beheerder, en probeer het dan opnieuw."),
    ),
    "GROEP_IN_GEBRUIK": (
        N_("In de groep “{groep}” zitten nog gebruikers ({aantal})."),
        N_("Geef hun eerst een andere groep; daarna kan deze weg."),
    ),
}
"""Code of an error to its two sentences."""

GEBRUIKER_INVOER: dict[str, str] = {
    "ACCOUNT_LEEG": N_("Vul de naam in waarmee deze persoon zich bij de computer aanmeldt, bijvoorbeeld mhendriks."),
    "ACCOUNT_BESTAAT": N_("Deze aanmeldnaam heeft {naam} al. Wijzig die gebruiker, of vul een andere naam in."),
    "GEBRUIKERSNAAM_LEEG": N_("Vul de naam in zoals hij in het logboek moet staan, bijvoorbeeld Marieke Hendriks."),
    "GEEN_GROEP": N_("Kies ten minste één groep: zonder groep mag deze persoon niets."),
    "GROEPSNAAM_LEEG": N_("Vul de naam van de groep in, bijvoorbeeld Stagiair."),
    "GROEP_BESTAAT": N_("Er is al een groep “{naam}”. Wijzig die, of kies een andere naam."),
}
"""Code of a finding to the sentence under its field."""
