"""The checklist of a shop: what a mechanic answers on each werkkaart, one point to a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PUNTEN_HOOGSTENS = 60
PUNT_HOOGSTENS = 120


def tidy_checklist(punten: Iterable[str]) -> tuple[str, ...]:
    """The points without what is empty or there twice; their order stays."""
    return tuple(dict.fromkeys(" ".join(punt.split()) for punt in punten if punt.strip()))


def check_checklist(punten: Sequence[str]) -> Iterator[Bevinding]:
    """What of a checklist cannot be kept."""
    if len(punten) > PUNTEN_HOOGSTENS:
        params = {"hoogstens": PUNTEN_HOOGSTENS, "aantal": len(punten)}
        yield Bevinding("checklist", "CHECKLIST_TE_LANG", params=params)
    lang = next((punt for punt in punten if len(punt) > PUNT_HOOGSTENS), None)
    if lang is not None:
        yield Bevinding("checklist", "PUNT_TE_LANG", params={"hoogstens": PUNT_HOOGSTENS, "punt": lang[:40]})
