"""The odometer readings of the practice garage: most cars rise year by year, a few have something odd."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from werkplaats.domain.kmstand import KmHerkomst, KmInvoer
from werkplaats.oefen.gebeurtenissen import KmGenoteerd
from werkplaats.oefen.geschiedenis import clerk, first_day
from werkplaats.oefen.kans import die

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from werkplaats.oefen.voertuigen import OefenVoertuig


class _Stand(NamedTuple):
    """A reading told by hand: how many days ago, how much, where it comes from, whether the odometer was new."""

    geleden: int
    km: int
    herkomst: KmHerkomst = KmHerkomst.BALIE
    werk: bool = False


_APK, _CARPASS, _MONTEUR = KmHerkomst.APK, KmHerkomst.CARPASS, KmHerkomst.MONTEUR

_VAST: dict[str, tuple[_Stand, ...]] = {
    "GA482R": (
        _Stand(2470, 8),
        _Stand(2100, 15_210),
        _Stand(1740, 31_480),
        _Stand(1253, 49_020),
        _Stand(890, 65_330, _APK),
        _Stand(620, 77_940),
        _Stand(255, 91_214, _APK),
    ),
    "GE731P": (
        _Stand(1690, 12),
        _Stand(1340, 12_610),
        _Stand(1000, 26_180),
        _Stand(660, 39_420, _APK),
        _Stand(312, 52_449),
    ),
    "3DLM096": (
        _Stand(2500, 18_400),
        _Stand(2100, 33_960),
        _Stand(1750, 52_450),
        _Stand(1400, 70_310),
        _Stand(1050, 88_790, _CARPASS),
        _Stand(700, 107_630, _CARPASS),
        _Stand(350, 124_010, _CARPASS),
        _Stand(200, 131_488, _CARPASS),
        _Stand(4, 124_906),
    ),
    "gent": (
        _Stand(1010, 2_310, _CARPASS),
        _Stand(700, 31_640, _CARPASS),
        _Stand(410, 58_920, _CARPASS),
        _Stand(130, 84_910, _CARPASS),
    ),
    "K217EX": (
        _Stand(1100, 152_310),
        _Stand(700, 187_940, _APK),
        _Stand(400, 15, _MONTEUR, werk=True),
        _Stand(203, 9_480),
    ),
    "HU93OE": (
        _Stand(1100, 148_900),
        _Stand(730, 171_300, _APK),
        _Stand(365, 193_200, _APK),
        _Stand(20, 213_900),
    ),
}
_JAARLIJKS = (6_000, 24_000)
_MET_STANDEN = 0.5
_HOOGSTENS = 3


def make_kmstanden(voertuigen: Iterable[OefenVoertuig], vandaag: date) -> list[KmGenoteerd]:
    """All readings; those from before the card was made came with it."""
    return [daad for voertuig in voertuigen for daad in _of_car(voertuig, vandaag)]


def _of_car(voertuig: OefenVoertuig, vandaag: date) -> Iterator[KmGenoteerd]:
    begin = first_day(voertuig, vandaag)
    dobbel = die("km", voertuig.sleutel)
    land = "BE" if voertuig.wens.land == "BE" else "NL"
    for stand in _VAST.get(voertuig.sleutel) or _drawn(voertuig, vandaag):
        dag = vandaag - timedelta(days=stand.geleden)
        herkomst = KmHerkomst.IMPORT if dag < begin else stand.herkomst
        wie = "dennis" if herkomst is _MONTEUR else clerk(dobbel, land)
        invoer = KmInvoer(stand.km, dag, herkomst=herkomst, teller_gewijzigd=stand.werk)
        yield KmGenoteerd(max(dag, begin), wie, voertuig.sleutel, invoer)


def _drawn(voertuig: OefenVoertuig, vandaag: date) -> Iterator[_Stand]:
    """A car that is driven so much a year, read at its last visits."""
    dobbel = die("km", "verloop", voertuig.sleutel)
    eerste, bezoek = voertuig.kaart.datum_deel_1a, voertuig.kaart.datum_laatste_bezoek
    if eerste is None or bezoek is None or dobbel.random() > _MET_STANDEN:
        return
    per_jaar = dobbel.randint(*_JAARLIJKS)
    for terug in reversed(range(dobbel.randint(1, _HOOGSTENS))):
        dag = bezoek - timedelta(days=round(365 * (terug + dobbel.random() / 5)) if terug else 0)
        if eerste < dag <= vandaag:
            km = round(per_jaar * (dag - eerste).days / 365) + dobbel.randint(1, 90)
            yield _Stand((vandaag - dag).days, min(km, 900_000), dobbel.choice((KmHerkomst.BALIE, _APK)))
