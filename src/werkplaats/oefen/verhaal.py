"""The whole story of the practice garage in the order in which it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.oefen.banden import make_banden
from werkplaats.oefen.contacten import make_contacten
from werkplaats.oefen.dekking import make_dekking
from werkplaats.oefen.gebeurtenissen import (
    Gebeurtenis,
    RelatieToegevoegd,
    VoertuigGewijzigd,
    VoertuigToegevoegd,
)
from werkplaats.oefen.geschiedenis import history_of, relatie_history
from werkplaats.oefen.herinneringen import make_herinneringen
from werkplaats.oefen.kmstanden import make_kmstanden
from werkplaats.oefen.pechhulp import make_pechhulp
from werkplaats.oefen.relaties import make_relaties
from werkplaats.oefen.vrije_velden import make_vrije_velden

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from werkplaats.oefen.voertuigen import OefenVoertuig


def make_verhaal(voertuigen: tuple[OefenVoertuig, ...], vandaag: date) -> tuple[Gebeurtenis, ...]:
    """Everything that people did, day by day; of one day the new people come first, then the new cars."""
    autos = [gebeurtenis for voertuig in voertuigen for gebeurtenis in history_of(voertuig, vandaag)]
    eerste = _first_cars(autos)
    mensen = [
        gebeurtenis
        for relatie in make_relaties(vandaag)
        for gebeurtenis in relatie_history(relatie, eerste.get(relatie.sleutel), vandaag)
    ]
    autos += make_kmstanden(voertuigen, vandaag)
    autos += make_banden(voertuigen, vandaag)
    autos += make_vrije_velden(voertuigen, vandaag)
    autos += make_dekking(voertuigen, vandaag)
    autos += make_herinneringen(voertuigen, vandaag)
    alle = [*mensen, *autos, *make_pechhulp(voertuigen, vandaag), *make_contacten(autos, vandaag)]
    return tuple(sorted(alle, key=lambda gebeurtenis: (gebeurtenis.dag, _rank(gebeurtenis))))


def _rank(gebeurtenis: Gebeurtenis) -> int:
    match gebeurtenis:
        case RelatieToegevoegd():
            return 0
        case VoertuigToegevoegd():
            return 1
        case _:
            return 2


def _first_cars(autos: Iterable[Gebeurtenis]) -> dict[str, date]:
    """The first day on which each relatie was somebody's owner."""
    dagen: dict[str, date] = {}
    for gebeurtenis in autos:
        if isinstance(gebeurtenis, (VoertuigToegevoegd, VoertuigGewijzigd)) and gebeurtenis.eigenaar:
            dagen[gebeurtenis.eigenaar] = min(gebeurtenis.dag, dagen.get(gebeurtenis.eigenaar, gebeurtenis.dag))
    return dagen
