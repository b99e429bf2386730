"""Two people on one werkkaart: the head merges field by field, the lines one by one; what overlaps is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from werkplaats.domain.samenvoegen import merge
from werkplaats.domain.werkkaart_regel import with_packages
from werkplaats.errors import BotsendVeld

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from werkplaats.domain.werkkaart import WerkkaartInvoer
    from werkplaats.domain.werkkaart_regel import Regel

REGEL = "regel:"
"""Begins the name of a line in a conflict; behind it stands the line's own name."""


def merge_kaart(
    basis: WerkkaartInvoer, nieuw: WerkkaartInvoer, actueel: WerkkaartInvoer, mijne: Mapping[str, bool] | None = None
) -> tuple[WerkkaartInvoer, tuple[BotsendVeld, ...]]:
    """My changes (basis to nieuw) laid on what stands there now, and the fields and lines in conflict.

    ``mijne`` says of what was in conflict before whether mine is kept; of that there is no conflict any more.
    """
    gekozen = mijne or {}
    kop = merge(replace(basis, regels=()), replace(nieuw, regels=()), replace(actueel, regels=()))
    mijn = {botsing.veld: botsing.mijn for botsing in kop.botsingen if gekozen.get(botsing.veld)}
    regels, botsende = _merge_lines(basis.regels, nieuw.regels, actueel.regels, gekozen)
    open_ = [botsing for botsing in (*kop.botsingen, *botsende) if botsing.veld not in gekozen]
    return replace(kop.resultaat, regels=regels, **mijn), tuple(open_)


def _merge_lines(
    basis: Sequence[Regel], nieuw: Sequence[Regel], actueel: Sequence[Regel], gekozen: Mapping[str, bool]
) -> tuple[tuple[Regel, ...], list[BotsendVeld]]:
    was, mijn, hun = ({regel.sleutel: regel for regel in regels} for regels in (basis, nieuw, actueel))
    samen: dict[str, Regel] = {}
    botsingen: list[BotsendVeld] = []
    for sleutel in _order(basis, nieuw, actueel):
        regel, botst = _merge_line(was.get(sleutel), mijn.get(sleutel), hun.get(sleutel))
        if botst:
            veld = f"{REGEL}{sleutel}"
            botsingen.append(BotsendVeld(veld, was.get(sleutel), mijn.get(sleutel), hun.get(sleutel)))
            regel = mijn.get(sleutel) if gekozen.get(veld) else hun.get(sleutel)
        if regel is not None:
            samen[sleutel] = regel
    return with_packages(samen.values()), botsingen


def _merge_line(was: Regel | None, mijn: Regel | None, hun: Regel | None) -> tuple[Regel | None, bool]:
    """The line that comes of both, and whether they contradict each other."""
    if hun in (mijn, was):
        return mijn, False
    if mijn == was:
        return hun, False
    if was is None or mijn is None or hun is None:
        return hun, True
    samen = merge(was, mijn, hun)
    return samen.resultaat, bool(samen.botsingen)


def _order(basis: Sequence[Regel], nieuw: Sequence[Regel], actueel: Sequence[Regel]) -> list[str]:
    """The order of the lines: mine where I moved one, else theirs; what the other added stands behind its neighbour."""
    was, mijn, hun = ([regel.sleutel for regel in regels] for regels in (basis, nieuw, actueel))
    verplaatst = [sleutel for sleutel in mijn if sleutel in was] != [sleutel for sleutel in was if sleutel in mijn]
    eerst, daarna = (mijn, hun) if verplaatst else (hun, mijn)
    order = list(eerst)
    for plek, sleutel in enumerate(daarna):
        if sleutel not in order:
            voor = next((order.index(een) + 1 for een in reversed(daarna[:plek]) if een in order), 0)
            order.insert(voor, sleutel)
    return order
