"""The requests for roadside assistance of the practice garage: passes in every state, pages opened elsewhere."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from werkplaats.oefen.garage import MET_LINK
from werkplaats.oefen.gebeurtenissen import (
    Gebeurtenis,
    LinkGeopend,
    PasAangevraagd,
    PasBevestigd,
    PasMislukt,
)
from werkplaats.oefen.geschiedenis import clerk, first_day
from werkplaats.oefen.kans import die

if TYPE_CHECKING:
    from collections.abc import Iterable

    from werkplaats.oefen.voertuigen import OefenVoertuig


class _Pas(NamedTuple):
    """A request that is told by hand: how many days ago, how it went, and the end of the pass in days from today."""

    sleutel: str
    geleden: int
    verloop: str
    einde: int | None = None


_VAST = (
    _Pas("GA482R", 620, "bevestigd", -255),
    _Pas("GA482R", 255, "geopend"),
    _Pas("GE731P", 312, "bevestigd", 53),
    _Pas("41AUB6", 341, "bevestigd", 24),
    _Pas("72IOXE", 356, "bevestigd", 9),
    _Pas("LE04UA", 358, "bevestigd", 3),
    _Pas("RO15EE", 347, "bevestigd", 28),
    _Pas("AX07UO", 344, "bevestigd", 0),
    _Pas("OU558I", 272, "bevestigd"),
    _Pas("K217EX", 203, "geopend"),
    _Pas("8EAK27", 78, "mislukt"),
    _Pas("SE380A", 98, "browser"),
    _Pas("N204UE", 55, "afgebroken"),
    _Pas("3DLM096", 340, "bevestigd", 17),
    _Pas("gent", 40, "geopend"),
)
_VERLOOP = {"bevestigd": 12, "geopend": 6, "mislukt": 2, "browser": 1, "afgebroken": 1}


def make_pechhulp(voertuigen: Iterable[OefenVoertuig], vandaag: date) -> list[Gebeurtenis]:
    """All requests and opened pages."""
    van_sleutel = {voertuig.sleutel: voertuig for voertuig in voertuigen}
    gebeurtenissen: list[Gebeurtenis] = []
    for pas in _VAST:
        gebeurtenissen += _request(van_sleutel[pas.sleutel], pas, vandaag)
    for voertuig in van_sleutel.values():
        gebeurtenissen += _by_chance(voertuig, vandaag)
    return gebeurtenissen


def _by_chance(voertuig: OefenVoertuig, vandaag: date) -> list[Gebeurtenis]:
    dobbel = die("pechhulp", voertuig.sleutel)
    bezoek, kaart = voertuig.kaart.datum_laatste_bezoek, voertuig.kaart
    if kaart.kenteken is None or kaart.kenteken.land not in MET_LINK or voertuig.eigenaar is None or bezoek is None:
        return []
    if voertuig.wens.sinds is None and kaart.actief and kaart.kenteken.land == "NL" and dobbel.random() < 0.14:
        verloop = dobbel.choices(list(_VERLOOP), list(_VERLOOP.values()))[0]
        geleden = (vandaag - bezoek).days
        return _request(voertuig, _Pas(voertuig.sleutel, geleden, verloop, 365 - geleden), vandaag)
    if dobbel.random() < 0.07:
        dag, aanbieder = _day(voertuig, (vandaag - bezoek).days, vandaag), dobbel.choice(MET_LINK[kaart.kenteken.land])
        return [LinkGeopend(dag, clerk(dobbel, kaart.kenteken.land), voertuig.sleutel, aanbieder)]
    return []


def _request(voertuig: OefenVoertuig, pas: _Pas, vandaag: date) -> list[Gebeurtenis]:
    dobbel = die("pas", voertuig.sleutel, pas.geleden)
    wie = clerk(dobbel, "BE" if voertuig.wens.land == "BE" else "NL")
    dag = _day(voertuig, pas.geleden, vandaag)
    hapert = pas.verloop if pas.verloop in ("browser", "afgebroken") else ""
    uit: list[Gebeurtenis] = [PasAangevraagd(dag, wie, voertuig.sleutel, hapert)]
    if pas.verloop == "bevestigd":
        einde = max(vandaag + timedelta(days=pas.einde), dag) if pas.einde is not None else None
        uit.append(PasBevestigd(dag, wie, voertuig.sleutel, f"WB{dobbel.randint(100_000, 999_999)}", einde))
    elif pas.verloop == "mislukt":
        uit.append(PasMislukt(dag, wie, voertuig.sleutel))
    return uit


def _day(voertuig: OefenVoertuig, geleden: int, vandaag: date) -> date:
    """That many days ago, but not before the car has its card with the right plate: a slip stands for three days."""
    return min(vandaag, max(vandaag - timedelta(days=geleden), first_day(voertuig, vandaag) + timedelta(days=3)))
