"""What the RDW register knows of a car, and what of it differs from our vehicle card."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.bedrag import Bedrag
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class Terugroepactie:
    """An open recall of this car."""

    referentie: str
    omschrijving: str = ""


class Sein(StrEnum):
    """Something in the register that a person at the counter must know before he goes on."""

    TERUGROEPACTIE_OPEN = "terugroepactie_open"
    APK_VERLOPEN = "apk_verlopen"
    NIET_VERZEKERD = "niet_verzekerd"
    GEEXPORTEERD = "geexporteerd"
    TELLERSTAND_ONLOGISCH = "tellerstand_onlogisch"
    TAXI = "taxi"
    TENAAMSTELLEN_NIET_MOGELIJK = "tenaamstellen_niet_mogelijk"


@dataclass(frozen=True, slots=True)
class RdwGegevens:
    """One car as the register has it; None or empty where it does not say (placeholders count as not said)."""

    kenteken: str
    merk: str = ""
    model: str = ""
    voertuigsoort: str = ""
    brandstof: str = ""
    tweede_brandstof: str = ""
    lpg: bool = False
    g3: bool = False
    ledig_gewicht: int | None = None
    bedrijfsklaar: int | None = None
    co2_uitstoot: int | None = None
    co2_cyclus: str = ""
    bouwjaar: int | None = None
    vervaldatum_apk: date | None = None
    datum_deel_1a: date | None = None
    datum_deel_1b: date | None = None
    afgifte_nederland: date | None = None
    kleur: str = ""
    tweede_kleur: str = ""
    inrichting: str = ""
    aantal_deuren: int | None = None
    zitplaatsen: int | None = None
    europese_categorie: str = ""
    typegoedkeuring: str = ""
    typecode: str = ""
    variant: str = ""
    uitvoering: str = ""
    cilinders: int | None = None
    cilinderinhoud: int | None = None
    vermogen: int | None = None
    emissieklasse: str = ""
    wielbasis: int | None = None
    lengte: int | None = None
    max_massa: int | None = None
    trekgewicht_geremd: int | None = None
    trekgewicht_ongeremd: int | None = None
    catalogusprijs: Bedrag | None = None
    bpm: Bedrag | None = None
    verzekerd: bool | None = None
    geexporteerd: bool | None = None
    tellerstandoordeel: str = ""
    taxi: bool | None = None
    tenaamstellen_mogelijk: bool | None = None
    terugroepacties: tuple[Terugroepactie, ...] = ()


@dataclass(frozen=True, slots=True)
class RdwAntwoord:
    """An answer of the register with the moment it was given; kept for a day before it is asked again."""

    kenteken: Kenteken
    gegevens: RdwGegevens
    opgevraagd_op: Moment
    bewaard: bool


@dataclass(frozen=True, slots=True)
class Verschil:
    """One field of the card beside what the register has; ``gelijk`` when there is nothing to take.

    ``voorstel`` says whether it stands ticked: a value that a person typed is never proposed.
    """

    veld: str
    nu: Any
    rdw: Any
    bron: str
    gelijk: bool
    voorstel: bool
    ingevuld_door: str = ""


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Who last filled a field: a person, or the register on a person's tick."""

    door: str
    uit_rdw: bool
