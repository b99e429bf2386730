"""A table of a document: its columns, and its rows laid in lines that fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.documents.letters import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGE = 4.0
"""What stays free at each side of a cell, in points."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its head, its share of the width, and whether it holds figures, which stand at the right."""

    kop: str
    deel: float
    rechts: bool = False


@dataclass(frozen=True, slots=True)
class Cellen:
    """A row that is laid out: the lines of each of its cells."""

    regels: tuple[tuple[str, ...], ...]

    @property
    def hoogte(self) -> int:
        """How many lines it is high."""
        return max(len(cel) for cel in self.regels)

    def cut(self, aantal: int) -> tuple[Cellen, Cellen]:
        """The first lines, and the rest: for a row that is higher than what is left of a page."""
        return (
            Cellen(tuple(cel[:aantal] for cel in self.regels)),
            Cellen(tuple(cel[aantal:] or ("",) for cel in self.regels)),
        )


def widths(kolommen: Sequence[Kolom], breed: float) -> list[float]:
    """The width of each column, in points."""
    samen = sum(kolom.deel for kolom in kolommen)
    return [breed * kolom.deel / samen for kolom in kolommen]


def lay_out(teksten: Sequence[str], breedtes: Sequence[float], letter: str, punten: float) -> Cellen:
    """A row in lines that fit in its columns."""
    paren = zip(teksten, breedtes, strict=True)
    return Cellen(tuple(tuple(wrap(tekst, letter, punten, breed - 2 * MARGE)) for tekst, breed in paren))
