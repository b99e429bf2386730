"""The words of the rules for plate requests: each condition, each rule, and what a person must look at."""

from __future__ import annotations

from werkplaats.i18n import N_, _

_VOORWAARDEN: dict[str, tuple[str, str]] = {
    "ORDERSOORT": (N_("Ordersoort is nieuw"), N_("Ordersoort is gebruikt: alleen voor een nieuwe auto")),
    "STATUS_AFGELEVERD": (N_("Nog niet afgeleverd"), N_("De auto is al afgeleverd")),
    "CHASSIS_ONTBREEKT": (N_("Chassisnummer bekend"), N_("Chassisnummer ontbreekt")),
    "KENTEKEN_BEKEND": (N_("Nog geen kenteken"), N_("Er is al een kenteken")),
    "NIET_GOEDGEKEURD": (N_("Order goedgekeurd"), N_("Order nog niet goedgekeurd")),
    "MERK_NIET_VIA_PON": (N_("Merk gaat via PON"), N_("Dit merk gaat niet via PON")),
    "AANVRAAG_LOOPT": (N_("Geen aanvraag onderweg"), N_("Er loopt al een aanvraag")),
}

_REGELS: dict[str, str] = {
    "R1": N_("14 dagen na de losdatum, want de auto is niet ingepland en heeft geen NLV datum"),
    "R2": N_("7 dagen voor de NLV datum, want de auto is niet ingepland"),
    "R3": N_("7 dagen voor de aflevering, want de auto is op tijd ingepland"),
    "R4": N_("14 dagen na de k-code datum, want het is een voorraadauto"),
}

_AANDACHT: dict[str, str] = {
    "LOSDATUM_ONBEKEND": N_("De auto is ingepland, maar de losdatum is niet bekend."),
    "GEPLAND_OP_ONBEKEND": N_("Het is niet bekend wanneer de auto is ingepland."),
    "TE_LAAT_INGEPLAND": N_("De auto is later dan 14 dagen na de losdatum ingepland."),
    "AFLEVERDATUM_NA_NLV": N_("De auto wordt op of na de NLV datum afgeleverd."),
    "KCODE_ONTBREEKT": N_("Van deze voorraadauto is de k-code datum niet bekend."),
    "GOEDKEURING_INGETROKKEN": N_("De goedkeuring is ingetrokken; het programma zet haar niet vanzelf terug."),
}


def woord_voorwaarde(reden: str, *, voldaan: bool) -> str:
    """A condition as it stands: ``Chassisnummer bekend``, or ``Chassisnummer ontbreekt``."""
    return _(_VOORWAARDEN[reden][0 if voldaan else 1])


def woord_regel(regel: str) -> str:
    """When a rule asks: ``7 dagen voor de NLV datum …``."""
    return _(_REGELS[regel])


def zin_reden(reden: str) -> str:
    """Why a person must look at an order."""
    return _(_AANDACHT[reden]) if reden in _AANDACHT else woord_voorwaarde(reden, voldaan=False)


def zin_gemist(regel: str) -> str:
    """Which rule had fallen due before the car was planned."""
    words = _("Voordat de auto werd ingepland gold al: {regel} ({code}). Toen is niet aangevraagd.")
    return words.format(regel=woord_regel(regel), code=regel)
