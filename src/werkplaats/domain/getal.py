"""Whole numbers of a card: what is unlikely warns, what no store can hold blocks."""

from __future__ import annotations

from werkplaats.errors import Bevinding, Ernst

GROOTSTE_GETAL = 2_147_483_647
"""The largest number that a column holds on both databases."""


def outside(veld: str, getal: int, code: str, **params: object) -> Bevinding:
    """A warning for an unlikely number; below nought or beyond what the store can hold it blocks."""
    if not 0 <= getal <= GROOTSTE_GETAL:
        return Bevinding(veld, "GETAL_ONMOGELIJK", Ernst.BLOKKEREND, {"getal": getal})
    return Bevinding(veld, code, Ernst.WAARSCHUWING, {"getal": getal, **params})
