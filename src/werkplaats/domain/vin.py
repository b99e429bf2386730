"""The chassis number (VIN) of a car: read with forgiveness, warned about, never refused for being short.

Source: ISO 3779 (17 digits and capitals without I, O and Q). The check digit is not judged: it is binding in
North America and China only. An oldtimer has a shorter number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

from werkplaats.errors import Bevinding, Ongeldig

LENGTE = 17

_NORMAAL = re.compile(r"[0-9A-HJ-NPR-Z]*", re.ASCII)
_VERGISSING = str.maketrans("OIQ", "010")
_ASCII_HOOFD = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def compact_vin(tekst: str) -> str:
    """The text in ASCII capitals without spaces, dashes and signs that cannot be seen; of any length."""
    # The minus is no dash to Unicode (Sm), but a keyboard may give it.
    zichtbaar = (teken for teken in tekst if unicodedata.category(teken)[0] not in "CZ")
    streeploos = (teken for teken in zichtbaar if unicodedata.category(teken) != "Pd" and teken != "\N{MINUS SIGN}")
    return "".join(streeploos).translate(_ASCII_HOOFD)


@dataclass(frozen=True, slots=True)
class Vin:
    """A chassis number in capitals, without spaces and dashes; 1 to 17 signs."""

    tekst: str

    @classmethod
    def parse(cls, tekst: str) -> Self:
        """Reads any notation; raises Ongeldig VIN_LEEG without a letter or digit, VIN_TE_LANG above 17 signs."""
        compact = compact_vin(tekst)
        if not any(teken.isalnum() for teken in compact):
            raise Ongeldig([Bevinding("chassisnummer", "VIN_LEEG")])
        if len(compact) > LENGTE:
            raise Ongeldig([Bevinding("chassisnummer", "VIN_TE_LANG", params={"lengte": len(compact)})])
        return cls(compact)

    @property
    def geldig(self) -> bool:
        """Whether it can be a chassis number at all: 1 to 17 signs."""
        return 0 < len(self.tekst) <= LENGTE

    @property
    def waarschuwingen(self) -> tuple[str, ...]:
        """What is doubtful: VIN_KORT (fewer than 17 signs), VIN_TEKENS (a sign that no chassis number holds)."""
        kort = ("VIN_KORT",) if len(self.tekst) < LENGTE else ()
        return kort + (() if _NORMAAL.fullmatch(self.tekst) else ("VIN_TEKENS",))

    @property
    def meldcode(self) -> str:
        """The last four signs, which RDW asks for beside the plate."""
        return self.tekst[-4:]

    @property
    def voorstel(self) -> Vin | None:
        """The number with O, I and Q read as 0, 1 and 0; None when there is nothing to mend that way."""
        beter = self.tekst.translate(_VERGISSING)
        return Vin(beter) if beter != self.tekst and _NORMAAL.fullmatch(beter) else None

    def __str__(self) -> str:
        return self.tekst
