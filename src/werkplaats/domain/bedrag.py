"""Money as a whole number of cents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Self

from werkplaats.errors import Bevinding, Ongeldig

_THOUSANDS = re.compile(r"-?\d{1,3}([. ]\d{3})+(,\d{1,2}|,-)?", re.ASCII)
_PLAIN = re.compile(r"-?\d{1,12}([.,]\d{1,2}|,-)?", re.ASCII)


@dataclass(frozen=True, order=True, slots=True)
class Bedrag:
    """An amount in euro cents; may be negative."""

    centen: int

    @classmethod
    def from_decimal(cls, euro: Decimal) -> Self:
        """Rounds half a cent away from zero: the one rounding rule of the program."""
        return cls(int((euro * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)))

    def __add__(self, ander: Bedrag) -> Bedrag:
        return Bedrag(self.centen + ander.centen)

    def __sub__(self, ander: Bedrag) -> Bedrag:
        return Bedrag(self.centen - ander.centen)

    def __neg__(self) -> Bedrag:
        return Bedrag(-self.centen)

    def __str__(self) -> str:
        teken = "-" if self.centen < 0 else ""
        heel, rest = divmod(abs(self.centen), 100)
        return f"{teken}{heel:,}".replace(",", ".") + f",{rest:02d}"


def parse_bedrag(tekst: str, veld: str) -> Bedrag | None:
    """The amount in any common Dutch notation (24.995 or 24995,5 or € 24.995,-); None for an empty text.

    A dot before three digits sets off thousands, before one or two it is a comma. Raises Ongeldig BEDRAG_ONLEESBAAR.
    """
    kaal = tekst.replace("\N{EURO SIGN}", "").replace("\N{NO-BREAK SPACE}", " ").strip()
    if not kaal:
        return None
    if _THOUSANDS.fullmatch(kaal):
        kaal = kaal.replace(".", "").replace(" ", "")
    elif not _PLAIN.fullmatch(kaal):
        raise Ongeldig([Bevinding(veld, "BEDRAG_ONLEESBAAR", params={"tekst": tekst[:40]})])
    return Bedrag.from_decimal(Decimal(kaal.removesuffix(",-").replace(",", ".")))
