"""Sentences about cars that are lent or hired out, and their words."""

from __future__ import annotations

from werkplaats.i18n import N_, _

LEEN_INVOER: dict[str, str] = {
    "LEEN_AUTO_LEEG": N_("Kies de auto die meegaat."),
    "LEEN_EIGEN_AUTO": N_("Dit is de auto van de werkkaart zelf. Kies de auto die de klant meekrijgt."),
    "LEEN_RELATIE_LEEG": N_("Kies aan wie de auto wordt meegegeven."),
    "LEEN_VAN_LEEG": N_("Vul in wanneer de auto meegaat: een dag en een tijd."),
    "LEEN_TOT_LEEG": N_("Vul in wanneer de auto terug verwacht wordt: een dag en een tijd."),
    "LEEN_TIJD_LEEG": N_("Vul ook de tijd in, bijvoorbeeld 17:00."),
    "LEEN_TOT_VOOR_VAN": N_("De auto komt niet terug voordat hij weg is. Zijn de twee momenten verwisseld?"),
    "LEEN_TERUG_LEEG": N_("Vul in wanneer de auto terugkwam: een dag en een tijd."),
    "LEEN_TERUG_VOOR_VAN": N_("De auto was toen nog niet weg. Kijk de dag en de tijd na."),
    "LEEN_TERUG_TOEKOMST": N_("Dit moment moet nog komen. Vul in wanneer de auto terugkwam."),
    "LEEN_KM_IN_LEEG": N_("Lees de km-stand af en vul hem in, bijvoorbeeld 52.449."),
    "LEEN_KM_LAGER": N_("Lager dan de stand waarmee hij wegging ({km_uit} km). Staat er een cijfer te weinig?"),
    "LEEN_BEZET": N_("{wie} heeft deze auto van {van} tot {tot}. Kies een andere auto of een ander moment."),
    "LEEN_NIET_TERUG": N_("{wie} heeft deze auto nog; hij zou op {tot} terug zijn. Neem hem eerst terug."),
}

LEEN: dict[str, tuple[str, str]] = {
    "LEEN_PLAATS_BEZET": (
        N_("Terugzetten kan niet: {wie} heeft deze auto van {van} tot {tot}."),
        N_("Pas eerst die andere periode aan."),
    ),
    "LEEN_AL_TERUG": (
        N_("Deze auto is al teruggenomen, op {terug}."),
        N_("Open de periode om het te verbeteren."),
    ),
}

_SOORTEN = {"leen": N_("Leen"), "huur": N_("Huur")}

_STATEN = {"gepland": N_("Gepland"), "uit": N_("Weg"), "te laat": N_("Te laat"), "terug": N_("Terug")}


def woord_leensoort(soort: str) -> str:
    """Whether a car is lent or hired: ``Huur``."""
    return _(_SOORTEN[soort])


def woord_leenstaat(staat: str) -> str:
    """How a period stands: ``Te laat``."""
    return _(_STATEN[staat])
