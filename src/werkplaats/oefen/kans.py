"""Chance that falls the same way each time: every thing of the practice garage has a die of its own, named after it."""

from __future__ import annotations

from random import Random

_WORP = "Waalbrug"


def die(*naam: object) -> Random:
    """The die of one thing, such as ``die("voertuig", 17)``: what is drawn for one never shifts what another gets."""
    return Random("/".join(map(str, (_WORP, *naam))))
