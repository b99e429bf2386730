"""What the window asks, once the store is there: for whom, the clock, and the use cases that find and show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.usecases.relaties import Relaties
    from werkplaats.usecases.voertuigen import Voertuigen
    from werkplaats.usecases.zoeken import Zoeken


@dataclass(frozen=True, slots=True)
class Bronnen:
    """The use cases of the start page and the palette, with the person for whom they work."""

    wie: Wie
    klok: Klok
    zoeken: Zoeken
    voertuigen: Voertuigen
    relaties: Relaties
