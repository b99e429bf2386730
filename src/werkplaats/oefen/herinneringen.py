"""The reminders of the practice garage: one car with every kind of them, a few cars with one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from werkplaats.domain.herinnering import HerinneringKaart, Herinneringsoort
from werkplaats.oefen.gebeurtenissen import Gebeurtenis, HerinneringGedaan, HerinneringGenoteerd
from werkplaats.oefen.geschiedenis import first_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from werkplaats.oefen.voertuigen import OefenVoertuig

_SERVICE, _VRIJ = Herinneringsoort.SERVICE, Herinneringsoort.VRIJ


class _Afspraak(NamedTuple):
    """A reminder told by hand: how many days from today it is due, or at which reading; ``gedaan`` days ago it was."""

    soort: Herinneringsoort
    tekst: str = ""
    over: int | None = None
    bij_km: int | None = None
    maanden: int | None = None
    gedaan: int | None = None


_VAST = {
    "HU93OE": (
        _Afspraak(_SERVICE, "Grote beurt", 9, None, 12),
        _Afspraak(_SERVICE, "Distributieriem", None, 215_000),
        _Afspraak(_VRIJ, "Roest aan de dorpels nakijken", -4),
        _Afspraak(_VRIJ, "Winterbanden eronder", -30, None, 12, 25),
        _Afspraak(_VRIJ, "Trekhaak aanbieden", 200),
    ),
    "GE731P": (_Afspraak(_SERVICE, "", 21, None, 12),),
    "K217EX": (_Afspraak(_VRIJ, "Bellen over de hagelschade", 2),),
}


def make_herinneringen(voertuigen: Iterable[OefenVoertuig], vandaag: date) -> list[Gebeurtenis]:
    """All of them; each was noted two months ago, or when the car came."""
    return [daad for voertuig in voertuigen for daad in _of_car(voertuig, vandaag)]


def _of_car(voertuig: OefenVoertuig, vandaag: date) -> Iterator[Gebeurtenis]:
    begin, over = max(first_day(voertuig, vandaag), vandaag - timedelta(days=60)), voertuig.sleutel
    for afspraak in _VAST.get(over, ()):
        op = None if afspraak.over is None else vandaag + timedelta(days=afspraak.over)
        kaart = HerinneringKaart(afspraak.soort, afspraak.tekst, op, afspraak.bij_km, afspraak.maanden)
        yield HerinneringGenoteerd(begin, "marieke", over, kaart)
        if afspraak.gedaan is not None:
            yield HerinneringGedaan(max(begin, vandaag - timedelta(days=afspraak.gedaan)), "tom", over, afspraak.tekst)
