"""Sentences under the fields of a damage and of a warranty, and their words."""

from __future__ import annotations

from werkplaats.i18n import N_, _

DEKKING: dict[str, str] = {
    "SCHADE_ZONDER_TEKST": N_("Beschrijf de schade in een paar woorden, bijvoorbeeld: kras van 10 cm."),
    "SCHADE_NAAST_AUTO": N_("Deze plek ligt naast de tekening. Kies een onderdeel uit de lijst."),
    "GARANTIE_TOT_VOOR_VAN": N_("Deze dag ligt voor het begin. Zijn de twee dagen verwisseld?"),
    "GARANTIE_ZONDER_EINDE": N_("Zonder einddatum en zonder km loopt deze garantie altijd door. Bewaren mag."),
    "GARANTIE_ZONDER_TEKST": N_("Vul in wie de garantie geeft, of beschrijf haar."),
}

_PLEKKEN = {
    "voorbumper": N_("Voorbumper"),
    "motorkap": N_("Motorkap"),
    "voorruit": N_("Voorruit"),
    "dak": N_("Dak"),
    "achterruit": N_("Achterruit"),
    "achterklep": N_("Achterklep"),
    "achterbumper": N_("Achterbumper"),
    "scherm_lv": N_("Linksvoor: scherm"),
    "portier_lv": N_("Linksvoor: portier"),
    "portier_la": N_("Linksachter: portier"),
    "scherm_la": N_("Linksachter: scherm"),
    "ruiten_l": N_("Links: zijruiten"),
    "dorpel_l": N_("Links: dorpel"),
    "wiel_lv": N_("Linksvoor: wiel"),
    "wiel_la": N_("Linksachter: wiel"),
    "scherm_rv": N_("Rechtsvoor: scherm"),
    "portier_rv": N_("Rechtsvoor: portier"),
    "portier_ra": N_("Rechtsachter: portier"),
    "scherm_ra": N_("Rechtsachter: scherm"),
    "ruiten_r": N_("Rechts: zijruiten"),
    "dorpel_r": N_("Rechts: dorpel"),
    "wiel_rv": N_("Rechtsvoor: wiel"),
    "wiel_ra": N_("Rechtsachter: wiel"),
}

_SCHADESTATEN = {"open": N_("Open"), "hersteld": N_("Hersteld")}

_GARANTIESOORTEN = {
    "fabriek": N_("Fabrieksgarantie"),
    "dealer": N_("Dealergarantie"),
    "roest": N_("Carrosserie en roest"),
    "lak": N_("Lak"),
    "batterij": N_("Tractiebatterij"),
    "mobiliteit": N_("Mobiliteitsgarantie"),
    "gebruikt": N_("Gebruikte auto (BOVAG)"),
    "eigen": N_("Eigen garantie"),
}

_GARANTIESTATEN = {
    "lopend": N_("Lopend"),
    "bijna": N_("Bijna verlopen"),
    "verlopen": N_("Verlopen"),
    "toekomst": N_("Nog niet begonnen"),
}


def woord_plek(plek: str) -> str:
    """A part of a car: ``Linksvoor: portier``."""
    return _(_PLEKKEN[plek])


def woord_schadestaat(staat: str) -> str:
    """Whether a damage is still there: ``Hersteld``."""
    return _(_SCHADESTATEN[staat])


def woord_garantiesoort(soort: str) -> str:
    """A kind of warranty: ``Fabrieksgarantie``."""
    return _(_GARANTIESOORTEN[soort])


def woord_garantiestaat(staat: str) -> str:
    """How a warranty stands: ``Bijna verlopen``."""
    return _(_GARANTIESTATEN[staat])
