"""Sentences about requests for plates at PON: why one failed, and what can be done."""

from __future__ import annotations

from werkplaats.i18n import N_

_ORDER = N_("Verbeter de order en vraag het kenteken opnieuw aan.")

PONAANVRAAG: dict[str, tuple[str, str]] = {
    "PON_GEEN_TOEGANG": (
        N_("PON geeft geen toegang: het token is verlopen of hoort niet bij deze vestiging."),
        N_("Een beheerder zet een nieuw token bij Instellingen, PON; daarna gaan de aanvragen vanzelf verder."),
    ),
    "PON_NIET_BESCHIKBAAR": (
        N_("PON is nu niet bereikbaar voor aanvragen."),
        N_("De aanvraag blijft klaarstaan en gaat later vanzelf."),
    ),
    "PON_VALIDATIE": (N_("PON keurt de gegevens af: {tekst}."), _ORDER),
    "PON_AL_AANGEVRAAGD": (
        N_("Bij PON loopt al een aanvraag voor dit chassisnummer."),
        N_("Vraag na waar die is gedaan; het kenteken komt dan niet vanzelf in deze order."),
    ),
    "PON_KENTEKEN_BEKEND": (
        N_("Volgens PON heeft deze auto al een kenteken."),
        N_("Vul het kenteken in op de order."),
    ),
    "PON_CHASSIS_ONBEKEND": (N_("PON kent dit chassisnummer niet."), _ORDER),
    "PON_MERK_NIET_ONDERSTEUND": (
        N_("PON vraagt voor dit merk geen kentekens aan."),
        N_("Vraag het kenteken buiten Werkplaats aan en vul het in op de order."),
    ),
    "PON_PLAATTYPE_ONBEKEND": (
        N_("PON kent dit plaattype niet."),
        N_("Kies een ander plaattype op het tabblad Invul verkoper en vraag het kenteken opnieuw aan."),
    ),
    "PON_NIET_INGESTELD": (
        N_("Deze vestiging heeft nog geen token van PON."),
        N_("Een beheerder zet het bij Instellingen, PON."),
    ),
    "PON_AANVRAAG_LOOPT": (
        N_("Voor deze order loopt al een aanvraag bij PON."),
        N_("Vernieuw de order om te zien hoe het er nu voor staat."),
    ),
    "PON_NIET_MEER_NODIG": (
        N_("Deze aanvraag is niet meer nodig: de order heeft een kenteken of is verwijderd."),
        N_("Laat haar zoals ze is."),
    ),
    "PON_VOLDOET_NIET": (
        N_("Deze order kan nu niet bij PON worden aangevraagd. Er is niets verstuurd."),
        N_("Op het tabblad Verkoopadmin staat wat er ontbreekt."),
    ),
    "PON_GEWIJZIGD": (
        N_("De order is intussen gewijzigd, zodat er iets anders verstuurd zou worden. Er is niets verstuurd."),
        N_("Bekijk de aanvraag opnieuw."),
    ),
    "PON_GEWEIGERD": (
        N_("PON weigert de aanvraag: {tekst}."),
        N_("Neem contact op met PON als niet duidelijk is waarom."),
    ),
}
