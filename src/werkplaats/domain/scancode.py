"""What a barcode of the garage holds: the plate of a car, as its key label has it, or its chassis number."""

from __future__ import annotations

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.vin import LENGTE, Vin, compact_vin
from werkplaats.errors import Ongeldig

_PLATES = ("NL", "BE")


def compact_code(tekst: str) -> str:
    """The letters and digits of a code in capitals: how plates and chassis numbers are compared."""
    return "".join(teken for teken in compact_vin(tekst) if teken.isascii() and teken.isalnum())


def is_known_shape(tekst: str) -> bool:
    """Whether it is a plate of the Netherlands or Belgium, or a whole chassis number without a sign that none holds."""
    compact = compact_code(tekst)
    if len(compact) == LENGTE:
        return not Vin(compact).waarschuwingen
    try:
        return any(Kenteken.parse(compact, land).geldig for land in _PLATES)
    except Ongeldig:
        return False
