"""The words of a request for a plate at PON: where it stands, why, and what would be sent."""

from __future__ import annotations

from werkplaats import zinnen
from werkplaats.i18n import N_, _

_STATEN = {
    "wacht": N_("Wacht op verzending"),
    "ingediend": N_("Ingediend bij PON"),
    "in_behandeling": N_("In behandeling bij PON"),
    "toegekend": N_("Kenteken toegekend"),
    "afgewezen": N_("Afgewezen door PON"),
    "onzeker": N_("Niet zeker of PON de aanvraag heeft"),
    "onbekend": N_("PON zegt: {status}"),
    "mislukt": N_("Niet aangenomen door PON"),
    "ingetrokken": N_("Ingetrokken"),
}

_KORT = {"onzeker": N_("Niet zeker"), "mislukt": N_("Niet aangenomen")}
_WOORD_HOOGSTENS = 16
"""Signs of a word of PON's own that a column has room for."""

_TEKENS = {"wacht": "wachten", "ingetrokken": "wachten", "onzeker": "aandacht", "onbekend": "aandacht"}
"""The states that look as another one does."""

_REDENEN = {
    "PON_ANDER_KENTEKEN": N_("PON gaf een ander kenteken dan er al stond; dat is blijven staan."),
    "PON_ANDERE_AUTO": N_("De order kreeg intussen een ander chassisnummer: dit kenteken hoort bij de auto van toen."),
    "PON_GEEN_VOERTUIG": N_("Er is nog geen voertuig met dit chassisnummer; de order heeft het kenteken."),
    "PON_MEER_VOERTUIGEN": N_("Er zijn meer voertuigen met dit chassisnummer: zet het kenteken zelf op de goede."),
    "PON_KENTEKEN_ONLEESBAAR": N_("Het kenteken dat PON gaf is niet te lezen; het wordt opnieuw gevraagd."),
    "PON_ZONDER_NUMMER": N_("Zonder nummer van PON komt het antwoord niet vanzelf: vul het kenteken straks zelf in."),
    "FOUT_IN_PROGRAMMA": N_("Bij het verzenden ging iets mis in Werkplaats zelf."),
    "POSTBUS_AFZENDER_WEG": N_("De computer die dit verzond, liet niets meer van zich horen."),
}

_GEBREKEN = {
    "PON_CHASSIS_ONTBREEKT": N_("Het chassisnummer ontbreekt."),
    "PON_DEALERNUMMER_ONTBREEKT": N_("Deze vestiging heeft geen dealernummer voor dit merk."),
    "PON_PLAAT_ONTBREEKT": N_("Kies op het tabblad Invul verkoper welke platen er nodig zijn."),
    "PON_EEN_PLAATTYPE": N_("PON neemt één plaattype per aanvraag: laat er één staan en bestel de andere plaat apart."),
}


def woord_aanvraagstaat(staat: str, status: str = "") -> str:
    """Where a request stands: ``Ingediend bij PON``; ``status`` is PON's own word."""
    return _(_STATEN[staat]).format(status=status or "?")


def kort_aanvraagstaat(staat: str, status: str = "") -> str:
    """Where a request stands, for a column: a long word is cut."""
    if len(status) > _WOORD_HOOGSTENS:
        status = f"{status[: _WOORD_HOOGSTENS - 1]}…"
    return _(_KORT[staat]) if staat in _KORT else woord_aanvraagstaat(staat, status)


def teken_aanvraagstaat(staat: str) -> str:
    """Under which of the looks of a request a state is shown."""
    return "afgewezen" if staat == "mislukt" else _TEKENS.get(staat, staat)


def zin_aanvraagreden(reden: str) -> str:
    """Why it stands so; PON's own words are said as they are."""
    if reden in _REDENEN:
        return _(_REDENEN[reden])
    if reden.startswith("PON_") and reden in zinnen.FOUTEN:
        return _(zinnen.FOUTEN[reden][0])
    if reden.startswith("PARTIJ_"):
        return _("PON gaf geen bruikbaar antwoord.")
    return _("PON zegt: {tekst}").format(tekst=reden) if reden else ""


def zin_anders(delen: str, *, andere_auto: bool) -> str:
    """That the order says otherwise than what PON was told; ``delen`` is what PON was told."""
    words = _("Bij PON is aangevraagd: {wat}. Dat verandert niet mee met de order.").format(wat=delen)
    return f"{words} {_('Trek de aanvraag in of bel PON: dit is een andere auto.')}" if andere_auto else words


def zin_gebrek(code: str) -> str:
    """What is missing to send a request."""
    return _(_GEBREKEN[code])
