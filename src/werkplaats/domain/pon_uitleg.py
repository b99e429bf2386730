"""Why the plate of an order is requested or not: each condition with whether it holds, and what the rules decide."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.pon import Besluit, Reden
from werkplaats.domain.pon_regels import BEZWAREN, judge, would_fall_due
from werkplaats.domain.voorwaarde import VANDAAG, holds

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.pon import Oordeel, PonFeiten, PonKeuze


@dataclass(frozen=True, slots=True)
class Uitleg:
    """What there is to tell of an order on a day.

    ``voorwaarden`` are the conditions by the reason that is given when one does not hold, each with whether it holds.
    ``goedgekeurd`` is what would be decided if the sale were approved; None where that is not what is lacking.
    ``automatisch``: the shop lets the program request by itself. ``gebreken`` are the codes of what is missing to send
    the request.
    """

    voorwaarden: tuple[tuple[Reden, bool], ...]
    oordeel: Oordeel
    goedgekeurd: Oordeel | None
    vandaag: date
    automatisch: bool = False
    gebreken: tuple[str, ...] = ()

    @property
    def waits_for_approval(self) -> bool:
        """Whether the approval of the sale is all that is lacking, while the rule has fallen due."""
        return self.goedgekeurd is not None and self.goedgekeurd.besluit is Besluit.AANVRAGEN


def explain(feiten: PonFeiten, keuze: PonKeuze, vandaag: date) -> Uitleg:
    """Everything about an order that a person may want to know of its request."""
    waarden = {**asdict(feiten), **asdict(keuze), VANDAAG: vandaag}
    oordeel = judge(feiten, keuze, vandaag)
    alleen = oordeel.redenen == (Reden.NIET_GOEDGEKEURD,)
    return Uitleg(
        tuple(
            (reden, not holds(als, waarden))
            for reden, als in BEZWAREN
            if reden is not Reden.NIET_GOEDGEKEURD or keuze.goedgekeurd_vereist
        ),
        oordeel,
        would_fall_due(feiten, keuze, vandaag) if alleen else None,
        vandaag,
    )
