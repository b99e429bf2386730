"""The visit for which a car is lent."""

from __future__ import annotations

from typing import NamedTuple


class Bezoek(NamedTuple):
    """A werkkaart by its own number and the one that people call it by."""

    kaart_id: int
    nummer: str
