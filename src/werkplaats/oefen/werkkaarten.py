"""The werkkaarten of the practice garage: one in each state in either shop, made as its people make them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from werkplaats.domain.artikel import Artikel, Catalogus, Pakket, Standaardtekst
from werkplaats.domain.moment import Moment, vandaag
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort
from werkplaats.oefen.artikelen import LIJST, WERKEN
from werkplaats.oefen.garage import MARIEKE
from werkplaats.services.csvbestand import write_csv
from werkplaats.usecases.artikelen import Artikelen
from werkplaats.usecases.werkkaarten import BELGIE, Werkkaarten
from werkplaats.usecases.zoeken import Zoeken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from werkplaats.domain.artikel import Voorstel
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

_DENNIS, _TOM = "Dennis Kuipers", "Tom Reijnders"
_BINNEN, _BEZIG = KaartStaat.BINNEN, KaartStaat.IN_UITVOERING
_KLAAR, _WEG = KaartStaat.KLAAR, KaartStaat.OPGEHAALD


class _Kaart(NamedTuple):
    """A card told by hand: of which car, how long ago it was made, what was asked and typed, and how far it came."""

    kenteken: str
    uren_geleden: float
    klacht: str
    regels: tuple[str, ...]
    stappen: tuple[KaartStaat, ...]
    monteur: str = ""
    km: int | None = None
    klaar_om: str = "16:30"


_NL = (
    _Kaart("GE731P", 170, "Onderhoudsbeurt", ("PK-KB", "PROEF"), (_BINNEN, _BEZIG, _KLAAR, _WEG), _DENNIS, 54_120),
    _Kaart("K217EX", 75, "Lekt olie?", (), (KaartStaat.VERVALLEN,)),
    _Kaart("GA482R", 27, "APK en lampen", ("PK-APK", "LAMP-H7"), (_BINNEN, _BEZIG, _KLAAR), _DENNIS, 97_310),
    _Kaart(
        "HU93OE",
        5,
        "Piept bij het remmen als hij koud is. Graag ook de ruitenwissers nakijken.",
        ("PK-DIST", "PK-KB", "MIL-01", "WIS", "GEB", "RW-650-450", "APK", "APK-AFM"),
        (_BINNEN, _BEZIG),
        _DENNIS,
        214_775,
    ),
    _Kaart("GE731P", 3, "Start slecht", ("ACCU-70",), (_BINNEN,), _DENNIS, 54_630),
    _Kaart("K217EX", 2, "Kleine beurt", ("PK-KB",), ()),
)
_BE = (
    _Kaart("3BXR417", 120, "Onderhoud", ("PK-KB",), (_BINNEN, _BEZIG, _KLAAR, _WEG), _TOM, 88_214),
    _Kaart("7KRD949", 4, "Remmen piepen", ("REM-BV-2014", "REM-SV-2014", "ARB-REM"), (_BINNEN, _BEZIG), _TOM),
)


def fill_werkkaarten(store: Store, klok: VasteKlok, wie: Mapping[str, Wie]) -> int:
    """Makes lists and cards in both shops and returns how many cards; the clock ends where it stood."""
    nu = klok.moment
    marieke, sanne = wie[MARIEKE.account], wie["sanne"]
    aantal = 0
    for baas, mens, kaarten in ((marieke, marieke, _NL), (_in_shop_of(marieke, sanne), sanne, _BE)):
        artikelen = Artikelen(store, klok)
        artikelen.put(baas, LIJST)
        if mens.land == BELGIE:
            store.run(baas, partial(_tie_works, baas.shop_id))
        catalogus = artikelen.catalogus(mens)
        for kaart in kaarten:
            aantal += _make(store, klok, mens, kaart, catalogus, nu)
    klok.moment = nu
    return aantal


def _tie_works(shop_id: int, werk: Werk) -> None:
    for code, activiteiten in WERKEN.items():
        werk.artikelen.put_werken(shop_id, code, activiteiten)


def _in_shop_of(baas: Wie, mens: Wie) -> Wie:
    """The manager at work in the shop of somebody else."""
    return replace(baas, shop_id=mens.shop_id, land=mens.land, zone=mens.zone)


def _make(store: Store, klok: VasteKlok, wie: Wie, kaart: _Kaart, catalogus: Catalogus, nu: Moment) -> int:
    kaarten = Werkkaarten(store, write_csv)
    gevonden = Zoeken(store).find(wie, kaart.kenteken, 1).voertuigen
    if not gevonden:
        return 0
    klok.moment = Moment(nu.utc - timedelta(hours=kaart.uren_geleden))
    invoer = WerkkaartInvoer(
        klacht=kaart.klacht,
        monteur=kaart.monteur,
        afgesproken_op=vandaag(klok, wie.zone) if kaart.stappen else vandaag(klok, wie.zone) + timedelta(days=1),
        afgesproken_om=kaart.klaar_om,
        km_stand=kaart.km,
        regels=tuple(_lines(kaart, catalogus)),
    )
    nummer = kaarten.make(wie, gevonden[0].id, invoer).id
    for plek, staat in enumerate(kaart.stappen, start=1):
        klok.moment = Moment(nu.utc - timedelta(hours=kaart.uren_geleden * (1 - plek / (len(kaart.stappen) + 1))))
        kaarten.set_staat(wie, nummer, staat, zonder_melding=True)
    return 1


def _lines(kaart: _Kaart, catalogus: Catalogus) -> Iterator[Regel]:
    """The lines as their codes make them, each with a name that is the same every time."""
    alles: tuple[Voorstel, ...] = (*catalogus.artikelen, *catalogus.teksten, *catalogus.pakketten)
    lijst = {een.code: een for een in alles}
    for code in kaart.regels:
        een, sleutel = lijst[code], f"{kaart.kenteken}-{code}"
        if isinstance(een, Artikel):
            yield catalogus.line(een, sleutel)
        elif isinstance(een, Standaardtekst):
            yield Regel(sleutel, Regelsoort.OPMERKING, omschrijving=een.tekst)
        else:
            yield from _package(een, catalogus, sleutel)


def _package(pakket: Pakket, catalogus: Catalogus, sleutel: str) -> Iterator[Regel]:
    yield Regel(sleutel, Regelsoort.PAKKET, pakket.code, pakket.omschrijving)
    for deel in pakket.delen:
        artikel = catalogus.article(deel.code)
        if artikel is not None:
            yield replace(catalogus.line(artikel, f"{sleutel}-{deel.code}", deel.aantal), in_pakket=True)
