"""The vehicle card: what the garage knows of a car, and what a screen shows of it."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.bedrag import Bedrag
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.vin import Vin


# Drawn anew by each process, so that a stamp says nothing about the code to anyone else.
_STEMPELSLEUTEL = secrets.token_bytes(32)


def _stamp(tekst: str) -> str:
    return hmac.new(_STEMPELSLEUTEL, tekst.encode(), hashlib.sha256).hexdigest() if tekst else ""


@dataclass(frozen=True, slots=True)
class Code:
    """A security code: ``tekst`` is None while it is masked (it stays in the store until a person asks for it).

    ``stempel`` tells two codes apart without showing them: by it a save sees that another person replaced the code
    meanwhile. It holds in this process only and is never kept. Shown or masked, the same code is equal.
    """

    gevuld: bool = False
    tekst: str | None = field(default=None, compare=False, repr=False)
    stempel: str = field(default="", repr=False)

    @classmethod
    def of(cls, tekst: str) -> Code:
        """A code that is known here: typed, or shown on request."""
        return cls(bool(tekst), tekst, _stamp(tekst))

    @classmethod
    def masked(cls, tekst: str) -> Code:
        """The code as a screen gets it at first: whether there is one, but not which."""
        return cls(bool(tekst), None, _stamp(tekst))


@dataclass(frozen=True, slots=True)
class RelatieKop:
    """A relatie in one line, as a field or a list shows it; two are equal when they name the same relatie."""

    id: int
    weergave: str = field(compare=False)
    adresregel: str = field(default="", compare=False)
    telefoon: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class VoertuigKaart:
    """All that a person may edit of a vehicle; weights in kg, CO2 in g/km, ``co2_cyclus`` is NEDC, WLTP or empty.

    Power in kW, cylinder capacity in cc, wheelbase and length in cm; ``typecode``, ``variant`` and ``uitvoering`` are
    the codes of the type approval, ``type`` is what people call it.
    """

    kenteken: Kenteken | None = None
    actief: bool = True
    hoofdeigenaar: RelatieKop | None = field(default=None)
    merk: str = ""
    model: str = ""
    type: str = ""
    voertuigsoort: str = ""
    chassisnummer: Vin | None = None
    motorcode: str = ""
    brandstof: str = ""
    tweede_brandstof: str = ""
    lpg: bool = False
    g3: bool = False
    ledig_gewicht: int | None = None
    bedrijfsklaar: int | None = None
    motornummer: str = ""
    fabrikantcode: str = ""
    co2_uitstoot: int | None = None
    co2_cyclus: str = ""
    bouwjaar: int | None = None
    vervaldatum_apk: date | None = None
    datum_deel_1a: date | None = None
    datum_deel_1b: date | None = None
    datum_laatste_bezoek: date | None = None
    afgifte_nederland: date | None = None
    code_sleutel_1: Code = Code()
    code_sleutel_2: Code = Code()
    radiocode: Code = Code()
    startcode: Code = Code()
    alarmcode: Code = Code()
    kleur: str = ""
    tweede_kleur: str = ""
    inrichting: str = ""
    aantal_deuren: int | None = None
    zitplaatsen: int | None = None
    notitie: str = ""
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
    aantal_assen: int | None = None
    bandenmaat_voor: str = ""
    bandenmaat_achter: str = ""
    catalogusprijs: Bedrag | None = None
    bpm: Bedrag | None = None
    sleutelnummer: str = ""
    sleutelplek: str = ""
    contractnummer: str = ""
    referentie: str = ""
    opties: tuple[str, ...] = ()
    leenauto: bool = False


CODES = tuple(veld.name for veld in fields(VoertuigKaart) if veld.type == "Code")
"""The security codes of a vehicle: masked until asked for, never in the logboek by value."""


@dataclass(frozen=True, slots=True)
class Voertuig:
    """A vehicle of the garage with its card, its version and the last hand that changed it."""

    id: int
    versie: int
    kaart: VoertuigKaart
    gewijzigd_op: Moment
    gewijzigd_door: str


VOERTUIGSOORTEN = (
    "Personenauto",
    "Bedrijfsauto",
    "Motorfiets",
    "Bromfiets",
    "Aanhangwagen",
    "Middenasaanhangwagen",
    "Oplegger",
    "Bus",
    "Driewielig motorrijtuig",
    "Land- of bosbouwtrekker",
    "Land- of bosb aanhw of getr uitr stuk",
    "Motorrijtuig met beperkte snelheid",
    "Mobiele machine",
    "Autonome aanhangwagen",
    "Motorfiets met zijspan",
)
"""The vocabulary of the RDW register (field ``voertuigsoort``)."""

BRANDSTOFFEN = ("Benzine", "Diesel", "Elektriciteit", "LPG", "CNG", "LNG", "Alcohol", "Waterstof")
"""The vocabulary of the RDW register (field ``brandstof_omschrijving``)."""
