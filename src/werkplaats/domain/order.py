"""The sales order of a new or used car: what a person writes on it, and what the program keeps beside that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from werkplaats.domain.controle import check_vin
from werkplaats.domain.kenteken import check_kenteken
from werkplaats.domain.merk import merk_sleutel
from werkplaats.domain.pon import PonFeiten
from werkplaats.errors import Bevinding, Ernst

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.pon import Oordeel, PonRegel
    from werkplaats.domain.vin import Vin
    from werkplaats.domain.voertuig import RelatieKop

TEKST_HOOGSTENS = 80
PLATEN_HOOGSTENS = 9
"""Plates of one type on an order: a car has two, a trailer of the customer may want one more."""


class Ordersoort(StrEnum):
    """Whether the car is new; the value is what the store keeps."""

    NIEUW = "nieuw"
    GEBRUIKT = "gebruikt"


class Orderstatus(StrEnum):
    """How far the sale is; the value is what the store keeps. One that is called off is deleted."""

    IN_BEHANDELING = "in behandeling"
    BESTELD = "besteld"
    BINNEN = "binnen"
    KLAAR = "klaar voor aflevering"
    AFGELEVERD = "afgeleverd"


@dataclass(frozen=True, slots=True)
class Plaatregel:
    """How many plates of a type must be made."""

    plaattype: str
    aantal: int = 2

    def __str__(self) -> str:
        return f"{self.aantal} x {self.plaattype}"


@dataclass(frozen=True, slots=True)
class OrderKaart:
    """All that a person may edit of an order.

    ``referentie`` is its number in the package that it was imported from. ``losdatum`` is the day on which the car was
    unloaded, ``nlv_datum`` the day before which it may not be delivered (*niet leveren voor*), ``kcode_datum`` the day
    of the k-code of a stock car, ``afleverdatum`` the definite delivery: a car that has one is *ingepland*.
    """

    ordersoort: Ordersoort = Ordersoort.NIEUW
    status: Orderstatus = Orderstatus.IN_BEHANDELING
    relatie: RelatieKop | None = None
    merk: str = ""
    model: str = ""
    chassisnummer: Vin | None = None
    kenteken: Kenteken | None = None
    voorraadauto: bool = False
    goedgekeurd: bool = False
    losdatum: date | None = None
    nlv_datum: date | None = None
    kcode_datum: date | None = None
    afleverdatum: date | None = None
    platen: tuple[Plaatregel, ...] = ()
    referentie: str = ""


@dataclass(frozen=True, slots=True)
class Goedkeuring:
    """*Goedkeuren*: since when the plate may be requested, by whom; ``regel`` and ``dag`` when a rule said so."""

    op: Moment
    door: str
    regel: PonRegel | None = None
    dag: date | None = None


@dataclass(frozen=True, slots=True)
class VerkoopOrder:
    """An order on file.

    ``gepland_op`` is when the car became ingepland. ``ingetrokken`` says that a person took *Goedkeuren* off again,
    ``aanvraag_loopt`` that a request for its plate is under way.
    """

    id: int
    versie: int
    shop_id: int
    nummer: str
    kaart: OrderKaart
    gepland_op: Moment | None
    goedkeuring: Goedkeuring | None
    ingetrokken: bool
    aanvraag_loopt: bool
    gewijzigd_op: Moment
    gewijzigd_door: str


@dataclass(frozen=True, slots=True)
class OrderRegel:
    """An order on a line of the long list, with what is decided about its plate."""

    id: int
    nummer: str
    ordersoort: Ordersoort
    status: Orderstatus
    relatie: str
    omschrijving: str
    chassisnummer: str
    kenteken: Kenteken | None
    afleverdatum: date | None
    oordeel: Oordeel


@dataclass(frozen=True, slots=True)
class Merk:
    """A brand, and whether the importer PON requests plates for it."""

    naam: str
    via_pon: bool

    def __str__(self) -> str:
        return f"{self.naam} (PON)" if self.via_pon else self.naam

    @property
    def sleutel(self) -> str:
        """The name as it is compared."""
        return merk_sleutel(self.naam)


@dataclass(frozen=True, slots=True)
class Plaattype:
    """A model of plate of the RDW; width and height in millimetres, the text on one line or on two."""

    code: str
    naam: str
    breed: int
    hoog: int
    rijen: int = 1

    def __str__(self) -> str:
        return f"{self.code} {self.naam} {self.breed} x {self.hoog}"


@dataclass(frozen=True, slots=True)
class Orderlijsten:
    """What fills the choices of an order: brands and plate types of the organisation, dealer numbers of the shop."""

    merken: tuple[Merk, ...] = ()
    plaattypen: tuple[Plaattype, ...] = ()
    dealernummers: tuple[tuple[str, str], ...] = ()
    """Pairs of the key of a brand and the number under which the importer knows this shop."""

    @property
    def via_pon(self) -> frozenset[str]:
        """The keys of the brands that PON handles."""
        return frozenset(merk.sleutel for merk in self.merken if merk.via_pon)

    def dealernummer(self, merk: str) -> str:
        """The dealer number for a brand; empty where there is none."""
        return dict(self.dealernummers).get(merk_sleutel(merk), "")


PLAATTYPEN: tuple[Plaattype, ...] = (
    Plaattype("27.1", "Lang", 520, 110),
    Plaattype("27.2", "Vierkant", 340, 210, 2),
    Plaattype("27.10", "Motor", 210, 143, 2),
    Plaattype("18.2", "Amerikaans", 312, 143, 2),
)
"""The plate types with which a garage begins; a Beheerder can change them."""


NAAM_HOOGSTENS = 40
MATEN = range(50, 1001)
"""What a plate can measure, in millimetres."""


def check_lijsten(lijsten: Orderlijsten) -> tuple[Bevinding, ...]:
    """What of the lists cannot be kept: a brand or type without a name or twice, and a plate of no possible size."""
    sleutels = {"merken": [merk.sleutel for merk in lijsten.merken]}
    sleutels["plaattypen"] = [type_.code.strip() for type_ in lijsten.plaattypen]
    return (
        *chain.from_iterable(_names(veld, namen) for veld, namen in sleutels.items()),
        *(
            Bevinding("plaattypen", "PLAAT_MAAT", params={"type": type_.code, "van": MATEN[0], "tot": MATEN[-1]})
            for type_ in lijsten.plaattypen
            if type_.breed not in MATEN or type_.hoog not in MATEN
        ),
        *(
            Bevinding("dealernummers", "DEALERNUMMER_ONJUIST", params={"merk": merk})
            for merk, nummer in lijsten.dealernummers
            if not nummer.isalnum() or len(nummer) > NAAM_HOOGSTENS
        ),
    )


def _names(veld: str, namen: list[str]) -> Iterator[Bevinding]:
    for naam in dict.fromkeys(namen):
        if not naam or len(naam) > NAAM_HOOGSTENS:
            yield Bevinding(veld, "NAAM_ONTBREEKT" if not naam else "NAAM_TE_LANG", params={"naam": naam})
        elif namen.count(naam) > 1:
            yield Bevinding(veld, "NAAM_DUBBEL", params={"naam": naam})


def facts(
    kaart: OrderKaart,
    gepland: date | None,
    via_pon: frozenset[str],
    *,
    aanvraag_loopt: bool = False,
    ingetrokken: bool = False,
) -> PonFeiten:
    """What the rules for plate requests ask of an order; ``gepland`` is the day on which it became ingepland."""
    return PonFeiten(
        nieuw=kaart.ordersoort is Ordersoort.NIEUW,
        afgeleverd=kaart.status is Orderstatus.AFGELEVERD,
        chassis_bekend=kaart.chassisnummer is not None,
        kenteken_bekend=kaart.kenteken is not None,
        goedgekeurd=kaart.goedgekeurd,
        via_pon=merk_sleutel(kaart.merk) in via_pon,
        aanvraag_loopt=aanvraag_loopt,
        ingetrokken=ingetrokken,
        voorraad=kaart.voorraadauto,
        losdatum=kaart.losdatum,
        nlv=kaart.nlv_datum,
        kcode_datum=kaart.kcode_datum,
        afleverdatum=kaart.afleverdatum,
        gepland_op=gepland,
    )


def facts_on_file(order: VerkoopOrder, zone: str, via_pon: frozenset[str]) -> PonFeiten:
    """What the rules ask of an order on file; ``zone`` is that of its shop."""
    gepland = order.gepland_op.lokaal(zone).date() if order.gepland_op else None
    return facts(order.kaart, gepland, via_pon, aanvraag_loopt=order.aanvraag_loopt, ingetrokken=order.ingetrokken)


def planned_at(voor: OrderKaart, na: OrderKaart, gepland_op: Moment | None, nu: Moment) -> Moment | None:
    """When the car became ingepland: kept while the day is moved, gone with it."""
    if na.afleverdatum is None:
        return None
    return gepland_op if voor.afleverdatum is not None else nu


def check_order(kaart: OrderKaart) -> tuple[Bevinding, ...]:
    """What of an order cannot be kept, and what is odd about its days."""
    return tuple(chain(_fields(kaart), _plates(kaart), _days(kaart)))


def _fields(kaart: OrderKaart) -> Iterator[Bevinding]:
    if not kaart.merk.strip():
        yield Bevinding("merk", "MERK_LEEG")
    for veld in ("merk", "model", "referentie"):
        lengte = len(getattr(kaart, veld))
        if lengte > TEKST_HOOGSTENS:
            yield Bevinding(veld, "TEKST_TE_LANG", params={"hoogstens": TEKST_HOOGSTENS, "lengte": lengte})
    if kaart.chassisnummer is not None:
        yield from check_vin(kaart.chassisnummer)
    if kaart.kenteken is not None:
        yield from check_kenteken(kaart.kenteken)


def _plates(kaart: OrderKaart) -> Iterator[Bevinding]:
    for regel in kaart.platen:
        if not 1 <= regel.aantal <= PLATEN_HOOGSTENS:
            yield Bevinding("platen", "PLATEN_AANTAL", params={"type": regel.plaattype, "hoogstens": PLATEN_HOOGSTENS})
    codes = [regel.plaattype for regel in kaart.platen]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield Bevinding("platen", "PLAATTYPE_DUBBEL", params={"type": code})
    if len(set(codes)) > 1 and kaart.ordersoort is Ordersoort.NIEUW and kaart.kenteken is None:
        yield _warn("platen", "MEER_PLAATTYPEN")


def _days(kaart: OrderKaart) -> Iterator[Bevinding]:
    """Days in an odd order warn: the importer moves them, and what is true must be typed."""
    if kaart.afleverdatum is None:
        return
    if kaart.losdatum is not None and kaart.afleverdatum < kaart.losdatum:
        yield _warn("afleverdatum", "AFLEVERING_VOOR_LOSSEN")
    if kaart.nlv_datum is not None and kaart.afleverdatum < kaart.nlv_datum:
        yield _warn("afleverdatum", "AFLEVERING_VOOR_NLV")


def _warn(veld: str, code: str) -> Bevinding:
    return Bevinding(veld, code, Ernst.WAARSCHUWING)
