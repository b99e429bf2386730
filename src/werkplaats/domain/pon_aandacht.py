"""Which orders a person must look at for their plate, and why: what *aandacht nodig* and the daily mail tell.

What the rules decide of an order stands in ``pon_regels``; here is what of it may not wait in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.pon import Besluit
from werkplaats.domain.pon_regels import AANDACHT_VOORAF

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.pon import Oordeel, PonRegel


class Aandachtsoort(StrEnum):
    """Why a person must look.

    ``beslissen``: no rule covers the car. ``gemist``: a rule had fallen due before the car was planned, and no run
    acted on it. ``goedkeuring``: its rule fell due, and only the approval of the sale is lacking. ``onvolledig``: its
    rule fell due, and the request cannot be sent as the order stands.
    """

    BESLISSEN = "beslissen"
    GEMIST = "gemist"
    GOEDKEURING = "goedkeuring"
    ONVOLLEDIG = "onvolledig"


@dataclass(frozen=True, slots=True)
class Aandacht:
    """Why a person must look at an order.

    ``regel`` is the rule that fell due; ``datum`` the day by which to decide, or on which that rule fell due;
    ``redenen`` are codes: of the rules, or of what is missing to send the request.
    """

    soort: Aandachtsoort
    regel: PonRegel | None = None
    datum: date | None = None
    redenen: tuple[str, ...] = ()


def needs_person(oordeel: Oordeel, vandaag: date) -> Aandacht | None:
    """Why a person must look at an order now; None for one that is decided, or on which there is time to decide."""
    redenen = tuple(reden.value for reden in oordeel.redenen)
    if oordeel.gemist is not None:
        return Aandacht(Aandachtsoort.GEMIST, oordeel.gemist, oordeel.datum, redenen)
    if oordeel.besluit is not Besluit.AANDACHT:
        return None
    if oordeel.datum is not None and oordeel.datum - timedelta(AANDACHT_VOORAF) > vandaag:
        return None
    return Aandacht(Aandachtsoort.BESLISSEN, None, oordeel.datum, redenen)


def waits_for_approval(goedgekeurd: Oordeel) -> Aandacht | None:
    """Of an order that lacks only its approval, by what would be decided with it; None while no rule fell due."""
    if goedgekeurd.besluit is not Besluit.AANVRAGEN:
        return None
    return Aandacht(Aandachtsoort.GOEDKEURING, goedgekeurd.regel, goedgekeurd.datum)


def is_incomplete(oordeel: Oordeel, gebreken: tuple[str, ...]) -> Aandacht | None:
    """Of an order whose rule fell due, by the codes of what is missing to send its request; None when nothing is."""
    return Aandacht(Aandachtsoort.ONVOLLEDIG, oordeel.regel, oordeel.datum, gebreken) if gebreken else None
