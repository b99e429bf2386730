"""The sets of tyres of the practice garage: some told by hand, the rest drawn; a winter set lies on the rack."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from werkplaats.domain.banden import BandensetKaart, Seizoen
from werkplaats.oefen.gebeurtenissen import BandenGenoteerd, BandenGewisseld
from werkplaats.oefen.geschiedenis import clerk, first_day
from werkplaats.oefen.kans import die

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from random import Random

    from werkplaats.oefen.gebeurtenissen import Gebeurtenis
    from werkplaats.oefen.voertuigen import OefenVoertuig

_MAAT = "205/55 R16 91V"
_MERKEN = ("Michelin Primacy 4", "Continental PremiumContact 6", "Vredestein Ultrac", "Goodyear EfficientGrip")
_WINTERMERKEN = ("Nokian Snowproof", "Vredestein Wintrac", "Continental WinterContact")
_MET_BANDEN = 0.35
_MET_WINTERSET = 0.5
_GELEDEN = 200

_VAST: dict[str, tuple[BandensetKaart, ...]] = {
    "GA482R": (
        BandensetKaart(
            seizoen=Seizoen.ZOMER,
            gemonteerd=True,
            maat=_MAAT,
            bandmerk="Michelin Primacy 4",
            velgen="lichtmetaal 16 inch",
            dot_lv="1823",
            dot_rv="1823",
            dot_la="2219",
            dot_ra="2219",
            profiel_lv=52,
            profiel_rv=54,
            profiel_la=15,
            profiel_ra=31,
        ),
        BandensetKaart(
            seizoen=Seizoen.WINTER,
            opslagplaats="rek B, vak 12",
            maat=_MAAT,
            bandmerk="Nokian Snowproof",
            velgen="staal 16 inch",
            dot_lv="3921",
            dot_rv="3921",
            dot_la="3921",
            dot_ra="3921",
            profiel_lv=62,
            profiel_rv=60,
            profiel_la=65,
            profiel_ra=64,
        ),
    ),
}


def make_banden(voertuigen: Iterable[OefenVoertuig], vandaag: date) -> list[Gebeurtenis]:
    """All sets, each noted when it was last changed; one car has been through a winter since."""
    return [daad for voertuig in voertuigen for daad in _of_car(voertuig, vandaag)]


def _of_car(voertuig: OefenVoertuig, vandaag: date) -> Iterator[Gebeurtenis]:
    dobbel = die("banden", voertuig.sleutel)
    land = "BE" if voertuig.wens.land == "BE" else "NL"
    dag = max(vandaag - timedelta(days=dobbel.randint(5, _GELEDEN)), first_day(voertuig, vandaag))
    for kaart in _VAST.get(voertuig.sleutel) or _drawn(dobbel, dag):
        yield BandenGenoteerd(dag, clerk(dobbel, land), voertuig.sleutel, kaart)
    if voertuig.sleutel in _VAST:
        for nummer, seizoen in enumerate((Seizoen.WINTER, Seizoen.ZOMER), start=1):
            gewisseld = dag + (vandaag - dag) * nummer // 3
            yield BandenGewisseld(gewisseld, clerk(dobbel, land), voertuig.sleutel, seizoen)


def _drawn(dobbel: Random, dag: date) -> Iterator[BandensetKaart]:
    if dobbel.random() > _MET_BANDEN:
        return
    yield _one(dobbel, dag, Seizoen.ZOMER, dobbel.choice(_MERKEN), "")
    if dobbel.random() < _MET_WINTERSET:
        plaats = f"rek {dobbel.choice('ABCD')}, vak {dobbel.randint(1, 40)}"
        yield _one(dobbel, dag, Seizoen.WINTER, dobbel.choice(_WINTERMERKEN), plaats)


def _one(dobbel: Random, dag: date, seizoen: Seizoen, merk: str, plaats: str) -> BandensetKaart:
    dot = f"{dobbel.randint(1, 52):02d}{dag.year % 100 - dobbel.randint(1, 5):02d}"
    voor, achter = dobbel.randint(28, 75), dobbel.randint(35, 78)
    return BandensetKaart(
        seizoen=seizoen,
        gemonteerd=not plaats,
        gewisseld_op=dag,
        opslagplaats=plaats,
        maat=_MAAT,
        bandmerk=merk,
        dot_lv=dot,
        dot_rv=dot,
        dot_la=dot,
        dot_ra=dot,
        profiel_lv=voor,
        profiel_rv=voor + dobbel.randint(-3, 3),
        profiel_la=achter,
        profiel_ra=achter + dobbel.randint(-3, 3),
    )
