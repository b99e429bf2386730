"""Why a person must look at an order for its plate: what *aandacht nodig* and the daily mail say of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.pon import Besluit
from werkplaats.domain.pon_planning import Groep

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.pon import PonRegel
    from werkplaats.domain.pon_planning import Plan


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


def attention_of(plan: Plan) -> Aandacht:
    """Why a person must look at an order that stands among those for a person."""
    oordeel = plan.oordeel
    if plan.groep is Groep.GOEDKEURING:
        return Aandacht(Aandachtsoort.GOEDKEURING, oordeel.regel, oordeel.datum)
    if oordeel.besluit is Besluit.AANVRAGEN:
        return Aandacht(Aandachtsoort.ONVOLLEDIG, oordeel.regel, oordeel.datum, plan.gebreken)
    soort = Aandachtsoort.BESLISSEN if oordeel.gemist is None else Aandachtsoort.GEMIST
    return Aandacht(soort, oordeel.gemist, oordeel.datum, tuple(reden.value for reden in oordeel.redenen))
