"""VAT: which rates a country had on a day, and the tax over a document, rounded once per rate.

Source: NL 21/9/0, BE 21/12/6/0; without tax on our side are verlegd, intracommunautair, marge and vrijgesteld.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from werkplaats.domain.bedrag import Bedrag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

_DEEL = 10_000
"""A percentage is kept in hundredths: 21 % is 2100 of 10,000."""


class BtwCode(StrEnum):
    """Which rate a line has, or why it has none; the value is what the store keeps."""

    HOOG = "hoog"
    MIDDEN = "midden"
    LAAG = "laag"
    NUL = "nul"
    VERLEGD = "verlegd"
    INTRACOMMUNAUTAIR = "intracommunautair"
    MARGE = "marge"
    VRIJGESTELD = "vrijgesteld"


@dataclass(frozen=True, slots=True)
class BtwTarief:
    """A rate of a country from a day on; ``percentage`` in hundredths, ``tot`` is its last day or None."""

    land: str
    code: BtwCode
    percentage: int
    van: date
    tot: date | None = None

    def holds_on(self, dag: date) -> bool:
        """Whether it is the rate of that day."""
        return self.van <= dag and (self.tot is None or dag <= self.tot)


@dataclass(frozen=True, slots=True)
class BtwRegel:
    """The tax of one rate on a document: over what, and how much."""

    code: BtwCode
    percentage: int
    over: Bedrag
    btw: Bedrag


@dataclass(frozen=True, slots=True)
class Totalen:
    """What stands under a document."""

    exclusief: Bedrag
    btw: tuple[BtwRegel, ...]

    @property
    def inclusief(self) -> Bedrag:
        """What is to be paid."""
        return Bedrag(self.exclusief.centen + sum(regel.btw.centen for regel in self.btw))


class Belast(Protocol):
    """A line that bears tax."""

    @property
    def bedrag(self) -> Bedrag:
        """Its amount without tax."""

    @property
    def btw_code(self) -> BtwCode:
        """Which rate."""

    @property
    def btw_percentage(self) -> int:
        """How high that rate was on the day of the line, in hundredths."""


def rates_on(tarieven: Iterable[BtwTarief], land: str, dag: date) -> dict[BtwCode, int]:
    """The percentage of each code in a country on a day, in hundredths."""
    return {tarief.code: tarief.percentage for tarief in tarieven if tarief.land == land and tarief.holds_on(dag)}


def divide_half_up(teller: int, noemer: int) -> int:
    """A whole quotient, half away from nought: the rounding of money everywhere."""
    deel = (2 * abs(teller) + noemer) // (2 * noemer)
    return -deel if teller < 0 else deel


def tax_over(bedrag: Bedrag, percentage: int) -> Bedrag:
    """The tax over an amount."""
    return Bedrag(divide_half_up(bedrag.centen * percentage, _DEEL))


def add_up(regels: Iterable[Belast]) -> Totalen:
    """The totals of a document: lines of one rate are added first and taxed once, the highest rate first."""
    over: dict[tuple[BtwCode, int], int] = {}
    for regel in regels:
        soort = (regel.btw_code, regel.btw_percentage)
        over[soort] = over.get(soort, 0) + regel.bedrag.centen
    return Totalen(Bedrag(sum(over.values())), _per_rate(over))


def _per_rate(over: Mapping[tuple[BtwCode, int], int]) -> tuple[BtwRegel, ...]:
    volgorde = list(BtwCode)
    soorten = sorted(over, key=lambda soort: (-soort[1], volgorde.index(soort[0])))
    return tuple(
        BtwRegel(code, percentage, Bedrag(over[code, percentage]), tax_over(Bedrag(over[code, percentage]), percentage))
        for code, percentage in soorten
    )
