"""What the readings of a car say together: which of them are doubtful, how much it drives, what is to be expected."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from werkplaats.domain.kmstand import Punt, advise, in_order, is_too_fast, that_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from werkplaats.domain.kmstand import Meting
    from werkplaats.errors import Bevinding

_DAGEN_PER_JAAR = 365.25
_DAGEN_HOOGSTENS = 20 * _DAGEN_PER_JAAR
"""Further ahead nobody plans."""
_DAGEN_MINSTENS = 60
"""From fewer days nothing can be said of a year."""
_LAAG, _HOOG = 0.7, 1.4
"""What a car drives until its next reading, as parts of what it drove on average so far (our own estimate)."""
_DAG_ZONDER_REIS = 50
"""What is always to be expected, in km: a car that was read yesterday may have gone to town."""


@dataclass(frozen=True, slots=True)
class Verwachting:
    """Between which readings a car is likely to stand on a day, in km, and the reading from which this was reckoned."""

    van: Punt
    datum: date
    laag: int
    hoog: int


@dataclass(frozen=True, slots=True)
class Verloop:
    """The readings of a car by day, the reason at each that is doubtful, and what it drives in a year."""

    punten: tuple[Punt, ...] = ()
    twijfel: tuple[Bevinding | None, ...] = ()
    per_jaar: int | None = None

    @property
    def laatste(self) -> Punt | None:
        """The latest reading that is not doubted."""
        goed = [punt for punt, reden in zip(self.punten, self.twijfel, strict=True) if reden is None]
        return goed[-1] if goed else None


def make_verloop(metingen: Iterable[Meting]) -> Verloop:
    """The readings by day, judged together.

    Doubtful are the fewest that can be left out so that the rest rises, and no faster than a car drives; of two that
    contradict each other it is the later one. Each piece between two works on the odometer is judged by itself.
    """
    punten = [Punt(meting.datum, meting.km, meting.teller_gewijzigd) for meting in in_order(metingen)]
    twijfel: list[Bevinding | None] = []
    for stuk in _pieces(punten):
        goed = _chain(stuk)
        gehouden = [stuk[plek] for plek in goed]
        twijfel += [None if plek in goed else _reason(punt, gehouden) for plek, punt in enumerate(stuk)]
    laatste = [punt for punt, reden in zip(punten, twijfel, strict=True) if reden is None]
    return Verloop(tuple(punten), tuple(twijfel), _per_year(that_count(laatste)))


def expect(verloop: Verloop, dag: date) -> Verwachting | None:
    """Where the odometer is likely to stand on a day after the last reading; None where too little is known."""
    laatste = verloop.laatste
    if laatste is None or verloop.per_jaar is None or dag <= laatste.datum:
        return None
    gereden = verloop.per_jaar * (dag - laatste.datum).days / _DAGEN_PER_JAAR
    laag, hoog = laatste.km + round(gereden * _LAAG), laatste.km + max(_DAG_ZONDER_REIS, round(gereden * _HOOG))
    return Verwachting(laatste, dag, laag, hoog)


def reach(verloop: Verloop, km: int) -> date | None:
    """The day on which the odometer is likely to show this; that of the last reading where it did already.

    None where too little is known of what the car drives.
    """
    laatste = verloop.laatste
    if laatste is None:
        return None
    if km <= laatste.km:
        return laatste.datum
    if not verloop.per_jaar:
        return None
    dagen = (km - laatste.km) * _DAGEN_PER_JAAR / verloop.per_jaar
    return laatste.datum + timedelta(days=math.ceil(dagen)) if dagen < _DAGEN_HOOGSTENS else None


def _pieces(punten: Sequence[Punt]) -> list[list[Punt]]:
    """The readings of each odometer; work on it begins a new piece."""
    stukken: list[list[Punt]] = []
    for punt in punten:
        if punt.teller_gewijzigd or not stukken:
            stukken.append([])
        stukken[-1].append(punt)
    return stukken


def _chain(punten: Sequence[Punt]) -> set[int]:
    """The places of the longest row of readings that a car can have driven; of equal ones that of the earliest."""
    lengte = [1] * len(punten)
    vorige = [-1] * len(punten)
    for plek, punt in enumerate(punten):
        for eerder in range(plek):
            kan = punten[eerder].km <= punt.km and not is_too_fast(punten[eerder], punt)
            if kan and lengte[eerder] + 1 > lengte[plek]:
                lengte[plek], vorige[plek] = lengte[eerder] + 1, eerder
    plek = lengte.index(max(lengte)) if lengte else -1
    goed: set[int] = set()
    while plek >= 0:
        goed.add(plek)
        plek = vorige[plek]
    return goed


def _reason(punt: Punt, gehouden: Sequence[Punt]) -> Bevinding | None:
    """Why a reading is doubted beside those that hold: the weightiest of what would be said of it."""
    alleen = Punt(punt.datum, punt.km)
    gevonden = _odd(alleen, gehouden)
    if not gevonden:
        # It fits what came before: then the next one that holds came too soon after it.
        volgende = [ander for ander in gehouden if ander.datum >= punt.datum]
        gevonden = [reden for ander in volgende for reden in _odd(Punt(ander.datum, ander.km), [alleen])]
    return gevonden[0] if gevonden else None


def _odd(punt: Punt, anderen: Iterable[Punt]) -> list[Bevinding]:
    zonder = [Punt(ander.datum, ander.km) for ander in anderen]
    return [reden for reden in advise(punt, zonder) if reden.code != "KM_AFGEROND"]


def _per_year(metingen: Sequence[Meting]) -> int | None:
    """What the car drives in a year, to the hundred, over all readings of the odometer that it has now."""
    if not metingen or (metingen[-1].datum - metingen[0].datum).days < _DAGEN_MINSTENS:
        return None
    gereden = metingen[-1].km - metingen[0].km
    return round(gereden * _DAGEN_PER_JAAR / (metingen[-1].datum - metingen[0].datum).days / 100) * 100
