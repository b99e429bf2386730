"""The chapters of the tour, in the order in which a day at the counter would have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from werkplaats.rondleiding.hoofdstukken import muteren, pechhulp, zoeken

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel


class Hoofdstuk(NamedTuple):
    """A part of the tour; ``by_keyboard``: it is played without ever touching the mouse."""

    naam: str
    play: Callable[[Player, Toneel], None]
    by_keyboard: bool = True


HOOFDSTUKKEN = (
    Hoofdstuk("Zoeken", zoeken.play),
    Hoofdstuk("Een auto muteren", muteren.play),
    Hoofdstuk("Pechhulp aanvragen", pechhulp.play),
)
