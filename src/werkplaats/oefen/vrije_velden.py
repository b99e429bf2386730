"""The fields that the shop in Nijmegen made for itself, and what its people filled in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from werkplaats.oefen.gebeurtenissen import VrijeVeldenIngevuld
from werkplaats.oefen.geschiedenis import clerk, first_day
from werkplaats.oefen.kans import die

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from werkplaats.oefen.voertuigen import OefenVoertuig

_GOLF = {
    "oefen-trekhaak": "afneembaar",
    "oefen-olie": "4.5",
    "oefen-rook": "ja",
    "oefen-wens": "Graag bellen voor er iets wordt vervangen",
}
_INGEVULD = 0.2
_GELEDEN = 300


def make_vrije_velden(voertuigen: Iterable[OefenVoertuig], vandaag: date) -> list[VrijeVeldenIngevuld]:
    """What was filled in, for the cars of the Dutch shop."""
    return [daad for voertuig in voertuigen for daad in _of_car(voertuig, vandaag)]


def _of_car(voertuig: OefenVoertuig, vandaag: date) -> Iterator[VrijeVeldenIngevuld]:
    dobbel = die("vrije velden", voertuig.sleutel)
    if voertuig.wens.land == "BE":
        return
    waarden = _GOLF if voertuig.sleutel == "GA482R" else {}
    if not waarden and dobbel.random() < _INGEVULD:
        waarden = {"oefen-trekhaak": dobbel.choice(("geen", "vast", "afneembaar")), "oefen-rook": "ja"}
    if waarden:
        dag = max(vandaag - timedelta(days=dobbel.randint(2, _GELEDEN)), first_day(voertuig, vandaag))
        yield VrijeVeldenIngevuld(dag, clerk(dobbel, "NL"), voertuig.sleutel, waarden)
