"""What the practice garage keeps of a few cars: photos, a letter, damages and warranties; all of it told by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.domain.garantie import GarantieKaart, Garantiesoort
from werkplaats.domain.schade import Plek, SchadeKaart, Schadestaat
from werkplaats.oefen.gebeurtenissen import (
    BijlageToegevoegd,
    BijlageWeggehaald,
    GarantieGenoteerd,
    Gebeurtenis,
    SchadeGenoteerd,
)
from werkplaats.oefen.geschiedenis import first_day
from werkplaats.oefen.plaatjes import car_picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from werkplaats.oefen.voertuigen import OefenVoertuig

_BRIEF = b"Geachte heer Van Dalen,\n\nHierbij de schriftelijke bevestiging van het lakwerk.\n"

_VERKEERD = b"Geachte mevrouw Smeets,\n\nHierbij de bevestiging van uw opdracht.\n"


class _Bewaard(NamedTuple):
    """What is kept of a car: its paint, damages by how many days ago, warranties by days from today."""

    lak: tuple[int, int, int]
    schades: tuple[tuple[int, Plek, str, Schadestaat], ...] = ()
    garanties: tuple[tuple[Garantiesoort, int, int, int | None, str, str], ...] = ()


_VAST = {
    "GA482R": _Bewaard(
        (40, 84, 150),
        (
            (400, Plek.VOORBUMPER, "Bumper los na parkeerschade", Schadestaat.HERSTELD),
            (30, Plek.PORTIER_LV, "Kras van 10 cm onder de greep", Schadestaat.OPEN),
        ),
        (
            (Garantiesoort.ROEST, -2000, 2380, None, "Volkswagen", "VW-88231"),
            (Garantiesoort.LAK, -2000, -905, None, "Volkswagen", "VW-88231"),
            (Garantiesoort.GEBRUIKT, -320, 45, 100_000, "BOVAG", "B-4410"),
        ),
    ),
    "K217EX": _Bewaard((150, 44, 40), ((12, Plek.DAK, "Hagel: een stuk of twintig deukjes", Schadestaat.OPEN),)),
    "GE731P": _Bewaard((90, 96, 100), (), ((Garantiesoort.FABRIEK, -400, 700, 100_000, "Importeur", ""),)),
    "HU93OE": _Bewaard((130, 30, 34), (), ((Garantiesoort.EIGEN, -353, 12, None, "Werkplaats", "2026-118"),)),
}


def make_dekking(voertuigen: Iterable[OefenVoertuig], vandaag: date) -> list[Gebeurtenis]:
    """All of it; nothing happens before the card of the car was made."""
    return [daad for voertuig in voertuigen for daad in _of_car(voertuig, vandaag)]


def _of_car(voertuig: OefenVoertuig, vandaag: date) -> Iterator[Gebeurtenis]:
    bewaard = _VAST.get(voertuig.sleutel)
    if bewaard is None:
        return
    begin, over, wie = first_day(voertuig, vandaag), voertuig.sleutel, "dennis"
    for naam, van_voren in (("zijkant.png", False), ("voorkant.png", True)):
        foto = car_picture(bewaard.lak, van_voren=van_voren)
        dag = max(begin, vandaag - timedelta(days=40))
        yield BijlageToegevoegd(dag, wie, over, naam, foto, Bijlagesoort.FOTO)
    if bewaard.garanties:
        dag = max(begin, vandaag - timedelta(days=20))
        yield BijlageToegevoegd(dag, "marieke", over, "bevestiging lakwerk.txt", _BRIEF, Bijlagesoort.DOCUMENT)
        yield BijlageToegevoegd(dag, "tom", over, "bevestiging andere auto.txt", _VERKEERD, Bijlagesoort.DOCUMENT)
        yield BijlageWeggehaald(dag, "tom", over, "bevestiging andere auto.txt")
    for geleden, plek, tekst, staat in bewaard.schades:
        dag = max(begin, vandaag - timedelta(days=geleden))
        foto = car_picture(bewaard.lak)
        yield SchadeGenoteerd(dag, "marieke", over, SchadeKaart(plek, None, None, tekst, dag, staat), foto)
    for soort, van, tot, km, wie_geeft, nummer in bewaard.garanties:
        eerste, laatste = vandaag + timedelta(days=van), vandaag + timedelta(days=tot)
        kaart = GarantieKaart(soort, eerste, laatste, km, wie_geeft, nummer)
        yield GarantieGenoteerd(max(begin, eerste), "marieke", over, kaart)
