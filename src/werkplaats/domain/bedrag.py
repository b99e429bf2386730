"""Money as a whole number of cents."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Self


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
