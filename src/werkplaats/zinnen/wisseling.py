"""Sentences under the fields of a dated fact: a day that cannot be, a plate or a person that cannot follow."""

from __future__ import annotations

from werkplaats.i18n import N_, _

WISSELING: dict[str, str] = {
    "WISSEL_DAG_LEEG": N_("Vul de dag in waarop het inging, bijvoorbeeld {vandaag}."),
    "WISSEL_TOEKOMST": N_("{datum} ligt in de toekomst. Leg dit vast op de dag zelf, of daarna."),
    "WISSEL_VOOR_BEGIN": N_("{wat} staat hier pas sinds {datum}. Kies die dag of een latere."),
    "WISSEL_NIEMAND": N_("Er staat nog niemand. Kies wie het wordt."),
    "WISSEL_ZELFDE": N_("{wat} staat er al. Kies een ander, of laat dit leeg."),
    "WISSEL_GEEN_PLAAT": N_("Deze auto heeft nu geen kenteken. Vul in welk kenteken hij krijgt."),
    "WISSEL_AUTO_LEEG": N_("Kies de auto die de plaat krijgt."),
    "WISSEL_DEZELFDE_AUTO": N_("Dat is deze auto zelf. Kies de auto die de plaat krijgt."),
    "WISSEL_NAAMLOOS": N_(
        "Zonder kenteken en zonder chassisnummer is de auto niet terug te vinden. Vul eerst zijn chassisnummer in."
    ),
    "WISSEL_ELDERS": N_("{wat} zit nu op een andere auto ({auto}). Beëindig hem daar eerst."),
    "PERIODE_OMGEKEERD": N_("Dit ligt voor het begin ({datum}). De laatste dag is dezelfde of een latere."),
    "PERIODE_OVERLAPT": N_("{wat} staat hier van {begin} tot {datum}. Twee tegelijk kan niet."),
    "PERIODE_TOT": N_("{wat} staat hier tot {datum}. Twee tegelijk kan niet."),
    "PERIODE_NU": N_("{wat} staat hier sinds {datum}. Twee tegelijk kan niet."),
    "PERIODE_NU_ONBEKEND": N_("{wat} staat hier nu, zonder begindatum. Vul eerst daar een begin in."),
}
"""Code of a finding to the sentence under its field."""

_ROLLEN = {"eigenaar": N_("Eigenaar"), "bestuurder": N_("Bestuurder"), "contractant": N_("Contractant")}


def woord_rol(rol: str) -> str:
    """What somebody is to a car: ``Bestuurder``."""
    return _(_ROLLEN[rol])
