"""What the mechanics of the practice garage have before them today: their cards, one clock that runs, a checklist."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from werkplaats.domain.moment import Moment, vandaag
from werkplaats.domain.monteurwerk import Antwoord, Monteur
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.domain.werkkaart_regel import DUIZEND, Regel, Regelsoort
from werkplaats.services.csvbestand import write_csv
from werkplaats.usecases.monteurwerk import Monteurwerk
from werkplaats.usecases.werkkaarten import Werkkaarten

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store

CHECKLIST = (
    "Remmen voor en achter",
    "Banden: profiel en spanning",
    "Verlichting rondom",
    "Vloeistoffen",
    "Ruitenwissers en sproeiers",
    "Onderstel: speling en lekkage",
    "Accu getest",
    "Proefrit gemaakt",
)
_BEZIG = timedelta(hours=2, minutes=42)
_EERDER = timedelta(hours=3, minutes=30)


class _Kaart(NamedTuple):
    """A card of today: who works on it, what the customer said, what is to be done (with hours), and by when."""

    monteur: str
    klacht: str
    werk: tuple[tuple[str, float], ...]
    tot: str
    staat: KaartStaat = KaartStaat.BINNEN


_KAARTEN = (
    _Kaart(
        "dennis",
        "Piept bij het remmen als hij koud is. Graag ook de ruitenwissers nakijken.",
        (
            ("Distributieriem en waterpomp vervangen", 3.4),
            ("Koelvloeistof verversen en ontluchten", 0.5),
            ("Kleine beurt volgens onderhoudsschema", 1.0),
            ("Remmen nakijken: piept als hij koud is", 0.5),
            ("Ruitenwisserset vervangen", 0.2),
        ),
        "16:30",
    ),
    _Kaart("dennis", "Bonkt achter over drempels", (("Schokdempers achter vervangen", 2.1),), "16:45"),
    _Kaart("dennis", "", (("APK-keuring", 0.8),), "17:00", KaartStaat.GEPLAND),
    _Kaart("dennis", "", (("Kleine beurt", 1.2),), "12:00"),
    _Kaart("ali", "Airco koelt niet meer", (("Airco controleren en bijvullen", 0.9),), "15:30"),
    _Kaart("ali", "", (("Grote beurt", 2.5), ("Banden wisselen", 0.5)), "17:15", KaartStaat.GEPLAND),
)


def make_monteurdag(store: Store, klok: Klok, wie: Mapping[str, Wie]) -> None:
    """Gives the mechanics their cards of today; Dennis has been at work on the first since some hours."""
    kaarten = [_make(store, klok, wie, kaart, auto) for kaart, auto in zip(_KAARTEN, _cars(store), strict=True)]
    werk, dennis = Monteurwerk(store, klok), wie["dennis"]
    hij = Monteur(dennis.gebruiker_id, dennis.naam)
    werk.start(dennis, hij, kaarten[3])
    _set_back(store, dennis, hij, _EERDER)
    werk.finish(dennis, hij, kaarten[3])
    werk.start(dennis, hij, kaarten[0])
    _set_back(store, dennis, hij, _BEZIG)
    kaart = werk.card(dennis, hij, kaarten[0])
    for punt, antwoord in zip(kaart.punten, (Antwoord.NIET_OK, Antwoord.OK, Antwoord.OK, Antwoord.NVT), strict=False):
        note = "Schijven voor dun, 21 mm" if antwoord is Antwoord.NIET_OK else ""
        werk.answer(dennis, kaarten[0], replace(punt, antwoord=antwoord, opmerking=note))
    for regel in kaart.regels[:2]:
        werk.answer(dennis, kaarten[0], replace(regel, antwoord=Antwoord.OK))


def _cars(store: Store) -> tuple[int, ...]:
    with store.read() as lezing:
        return tuple(treffer.id for treffer in lezing.voertuigen.recent()[-len(_KAARTEN) :])


def _make(store: Store, klok: Klok, wie: Mapping[str, Wie], kaart: _Kaart, auto: int) -> int:
    balie = wie["tom"]
    regels = tuple(
        Regel(f"werk-{nr}", Regelsoort.UREN, omschrijving=tekst, aantal=round(uren * DUIZEND), eenheid="u")
        for nr, (tekst, uren) in enumerate(kaart.werk)
    )
    invoer = WerkkaartInvoer(
        klacht=kaart.klacht,
        monteur=wie[kaart.monteur].naam,
        afgesproken_op=vandaag(klok, balie.zone),
        afgesproken_om=kaart.tot,
        regels=regels,
    )
    return Werkkaarten(store, write_csv).make(balie, auto, invoer, kaart.staat).id


def _set_back(store: Store, wie: Wie, monteur: Monteur, duur: timedelta) -> None:
    """Has the clock that runs begun some hours ago: the story itself goes on from now."""
    with store.begin(wie) as werk:
        loopt = werk.monteurwerk.running(monteur)
        if loopt is not None:
            werk.monteurwerk.set_time(loopt.id, Moment(loopt.begin.utc - duur), None)
