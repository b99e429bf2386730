"""The countries to choose from, in the order in which a garage meets them."""

from __future__ import annotations

from werkplaats.domain.land import LANDEN
from werkplaats.zinnen.landen import woord_land

_NEIGHBOURS = ("NL", "BE", "DE")


def country_choices() -> list[tuple[str, str]]:
    """Code and name of each country: the neighbours first, then all others by name."""
    others = sorted((land for land in LANDEN if land not in _NEIGHBOURS), key=woord_land)
    return [(land, woord_land(land)) for land in (*_NEIGHBOURS, *others)]
