"""A request for a plate at the importer PON: what is sent, where it stands, and when PON is asked after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.merk import merk_sleutel
from werkplaats.errors import Ongeldig

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.order import OrderKaart, Orderlijsten
    from werkplaats.domain.pon import PonRegel, Reden

SOORT = "pon_aanvraag"
"""The kind of message in the postbus, and its subject there."""

WACHTTIJD_HOOGSTENS = 600
"""Seconds that a request by hand may wait before it is sent: longer is no second thought any more."""


class Aanvraagtype(StrEnum):
    """Whether a person asked or a rule; the value is what PON is told and the store keeps."""

    HANDMATIG = "HANDMATIG"
    AUTOMATISCH = "AUTOMATISCH"


class Aanvraagstaat(StrEnum):
    """Where a request stands.

    ``mislukt`` was refused when it was sent, ``afgewezen`` after PON looked at it; ``onzeker`` is one of which nobody
    knows whether it arrived, ``onbekend`` one of which PON says what we do not know.
    """

    WACHT = "wacht"
    INGEDIEND = "ingediend"
    IN_BEHANDELING = "in_behandeling"
    TOEGEKEND = "toegekend"
    AFGEWEZEN = "afgewezen"
    ONZEKER = "onzeker"
    ONBEKEND = "onbekend"
    MISLUKT = "mislukt"
    INGETROKKEN = "ingetrokken"


BIJ_PON = (Aanvraagstaat.INGEDIEND, Aanvraagstaat.IN_BEHANDELING, Aanvraagstaat.ONBEKEND)
"""PON has it, and is asked how it stands."""

OPEN = (Aanvraagstaat.WACHT, *BIJ_PON, Aanvraagstaat.ONZEKER)
"""While one stands so, its order is not requested again."""

TE_BESLISSEN, ONDERWEG, TOEGEKEND, GEWEIGERD, INGETROKKEN = (
    "te_beslissen",
    "onderweg",
    "toegekend",
    "geweigerd",
    "ingetrokken",
)
GROEPEN: dict[Aanvraagstaat, str] = {
    Aanvraagstaat.ONZEKER: TE_BESLISSEN,
    Aanvraagstaat.ONBEKEND: ONDERWEG,
    Aanvraagstaat.WACHT: ONDERWEG,
    Aanvraagstaat.INGEDIEND: ONDERWEG,
    Aanvraagstaat.IN_BEHANDELING: ONDERWEG,
    Aanvraagstaat.MISLUKT: GEWEIGERD,
    Aanvraagstaat.AFGEWEZEN: GEWEIGERD,
    Aanvraagstaat.TOEGEKEND: TOEGEKEND,
    Aanvraagstaat.INGETROKKEN: INGETROKKEN,
}
"""In which part of the overview a request stands; sorted by state, what asks for a person comes first."""


@dataclass(frozen=True, slots=True)
class AanvraagInhoud:
    """Exactly what PON is told; ``merk`` without accents and in capitals, as PON spells it."""

    merk: str
    dealernummer: str
    chassisnummer: str
    aanvraagtype: Aanvraagtype
    aanvraagdatum: date
    afleverdatum: date | None
    plaattype: str
    aantal_platen: int
    referentie: str


@dataclass(frozen=True, slots=True)
class PonAanvraag:
    """A request as it was made: its contents do not follow the order when that changes.

    ``status`` is PON's own word; ``reden`` the code of what went wrong or PON's own words; ``kenteken`` as PON gave it.
    """

    id: int
    shop_id: int
    order_id: int
    staat: Aanvraagstaat
    inhoud: AanvraagInhoud
    regel: PonRegel | None
    regel_dag: date | None
    bericht_id: int | None
    aanvraag_id: str
    status: str
    kenteken: str
    reden: str
    gemaakt_op: Moment
    gemaakt_door: str
    niet_voor: Moment | None
    staat_sinds: Moment
    volgende_vraag: Moment | None

    @property
    def open(self) -> bool:
        """Whether it still is under way."""
        return self.staat in OPEN


@dataclass(frozen=True, slots=True)
class AanvraagRegel:
    """A request on a line of the overview; ``in_bak`` says that its order was thrown away meanwhile."""

    id: int
    order_id: int
    in_bak: bool
    nummer: str
    relatie: str
    omschrijving: str
    inhoud: AanvraagInhoud
    staat: Aanvraagstaat
    status: str
    kenteken: str
    reden: str
    regel: PonRegel | None
    gemaakt_op: Moment
    gemaakt_door: str


@dataclass(frozen=True, slots=True)
class PonVoorbeeld:
    """What *Direct goedkeuren* would send for an order, and what stands in the way of it.

    ``redenen`` are the conditions that the order does not meet, ``gebreken`` the codes of what is missing to send it;
    ``wachttijd`` in seconds.
    """

    order_id: int
    versie: int
    nummer: str
    inhoud: AanvraagInhoud | None
    redenen: tuple[Reden, ...]
    gebreken: tuple[str, ...]
    wachttijd: int

    @property
    def mag(self) -> bool:
        """Whether it can be requested now."""
        return self.inhoud is not None and not self.redenen and not self.gebreken


class Uitspraak(StrEnum):
    """What PON says of a request; ``onbekend`` is a word that we do not know, and is shown as it is."""

    INGEDIEND = "ingediend"
    IN_BEHANDELING = "in_behandeling"
    TOEGEKEND = "toegekend"
    AFGEWEZEN = "afgewezen"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class PonAntwoord:
    """An answer of PON about a request; ``status`` in its own word."""

    aanvraag_id: str
    uitspraak: Uitspraak
    status: str
    kenteken: str = ""
    reden: str = ""


_VAAK = ((timedelta(minutes=15), timedelta(minutes=1)), (timedelta(days=1), timedelta(minutes=15)))
_ZELDEN = timedelta(hours=1)


def next_question(sinds: Moment, nu: Moment) -> timedelta:
    """How long until PON is asked again: often in the first minutes, later every hour."""
    voorbij = nu.utc - sinds.utc
    return next((tussen for tot, tussen in _VAAK if voorbij < tot), _ZELDEN)


def missing_of(kaart: OrderKaart, lijsten: Orderlijsten) -> tuple[str, ...]:
    """The codes of all that is missing to send the request of an order."""
    chassis, dealernummer = kaart.chassisnummer is not None, bool(lijsten.dealernummer(kaart.merk))
    return missing_parts(chassis=chassis, dealernummer=dealernummer, plaattypen=len(kaart.platen))


def missing_parts(*, chassis: bool, dealernummer: bool, plaattypen: int) -> tuple[str, ...]:
    """The same by what is known: whether there are both numbers, and how many types of plate are asked for."""
    return tuple(
        code
        for code, ontbreekt in (
            ("PON_CHASSIS_ONTBREEKT", not chassis),
            ("PON_DEALERNUMMER_ONTBREEKT", not dealernummer),
            ("PON_PLAAT_ONTBREEKT", not plaattypen),
            ("PON_EEN_PLAATTYPE", plaattypen > 1),
        )
        if ontbreekt
    )


def contents_of(
    kaart: OrderKaart, nummer: str, lijsten: Orderlijsten, aanvraagtype: Aanvraagtype, dag: date
) -> tuple[AanvraagInhoud | None, tuple[str, ...]]:
    """What would be sent of an order on a day; or the codes of all that is missing to send it."""
    gebreken = missing_of(kaart, lijsten)
    if gebreken or kaart.chassisnummer is None:
        return None, gebreken
    plaat = kaart.platen[0]
    inhoud = AanvraagInhoud(
        merk=merk_sleutel(kaart.merk),
        dealernummer=lijsten.dealernummer(kaart.merk),
        chassisnummer=kaart.chassisnummer.tekst,
        aanvraagtype=aanvraagtype,
        aanvraagdatum=dag,
        afleverdatum=kaart.afleverdatum,
        plaattype=plaat.plaattype,
        aantal_platen=plaat.aantal,
        referentie=f"order-{nummer}",
    )
    return inhoud, ()


def told_otherwise(inhoud: AanvraagInhoud, kaart: OrderKaart) -> tuple[str, ...]:
    """The fields of an order that no longer say what PON was told; a request does not follow its order."""
    platen = tuple((regel.plaattype, regel.aantal) for regel in kaart.platen)
    return tuple(
        veld
        for veld, anders in (
            ("merk", merk_sleutel(kaart.merk) != inhoud.merk),
            ("chassisnummer", kaart.chassisnummer is None or kaart.chassisnummer.tekst != inhoud.chassisnummer),
            ("afleverdatum", kaart.afleverdatum != inhoud.afleverdatum),
            ("platen", platen != ((inhoud.plaattype, inhoud.aantal_platen),)),
        )
        if anders
    )


ANDERE_AUTO = frozenset({"merk", "chassisnummer"})
"""Where one of these differs, the plate that PON gives is that of another car."""


def given_plate(tekst: str) -> Kenteken | None:
    """The plate that PON gave, when it is one; a plate that we cannot read is no plate."""
    try:
        kenteken = Kenteken.parse(tekst)
    except Ongeldig:
        return None
    return kenteken if kenteken.geldig else None
