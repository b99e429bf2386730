"""Sentences about requests for roadside assistance.

Bovemij's limits are assumed: a sentence says that it may refuse, never that it will.
"""

from __future__ import annotations

from werkplaats.i18n import N_

PECHHULP_INVOER: dict[str, str] = {
    "MOP_KENTEKEN_VORM": N_("{kenteken} heeft niet de vorm van een Nederlands kenteken. Bovemij weigert dit mogelijk."),
    "MOP_KENTEKEN_BUITENLAND": N_("{kenteken} is geen Nederlands kenteken. Bovemij weigert dit mogelijk."),
    "MOP_LEEG": N_("Bovemij vraagt dit mogelijk: vul {leeg} in, of doe het straks op de pagina zelf."),
    "MOP_AANHEF": N_("Bovemij kent de heer, mevrouw en bedrijf. Kies wie de pas aanvraagt."),
    "MOP_TEKENS": N_("Bovemij weigert {vreemd} mogelijk. Gebruik letters, cijfers, spaties en ' - . , / &."),
    "MOP_TE_LANG": N_("Bovemij weigert dit mogelijk: er passen {hoogstens} tekens, het zijn er {lengte}."),
    "MOP_TE_JONG": N_("De aanvrager moet 18 jaar of ouder zijn."),
    "MOP_HUISNR": N_("Bovemij weigert dit mogelijk. Zet hier alleen het nummer, bijvoorbeeld 214."),
    "MOP_POSTCODE": N_("Een postcode is 4 cijfers en 2 letters, bijvoorbeeld 6533 GL. Bovemij weigert dit mogelijk."),
    "MOP_POSTCODE_BE": N_("{postcode} is een Belgische postcode. Bovemij weigert die mogelijk; aanvragen mag."),
    "MOP_TELEFOON": N_("Bovemij verwacht 10 cijfers, bijvoorbeeld 06 1200 5512, en weigert dit mogelijk."),
    "PAS_LEEG": N_("Vul het pasnummer of de einddatum in; een van de twee is genoeg."),
    "PAS_EINDIGT_VOOR_AANVRAAG": N_("De pas eindigt dan voordat hij is aangevraagd. Controleer het jaar."),
}

PECHHULP: dict[str, tuple[str, str]] = {
    "PECHHULP_GEEN_LINK": (
        N_("Van {aanbieder} is nog geen webadres bekend."),
        N_("Een beheerder vult het in bij Instellingen, Pechhulp."),
    ),
    "PECHHULP_AL_BEVESTIGD": (
        N_("Van deze aanvraag is al een pas ontvangen ({pasnummer})."),
        N_("Open de aanvraag om het pasnummer of de einddatum te verbeteren."),
    ),
}
