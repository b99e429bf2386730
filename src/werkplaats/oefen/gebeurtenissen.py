"""What happened in the practice garage over the years: one value for each act of a person, in the order of the days."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from werkplaats.domain.banden import BandensetKaart, Seizoen
    from werkplaats.domain.bijlage import Bijlagesoort
    from werkplaats.domain.contactmoment import Richting, Wijze
    from werkplaats.domain.garantie import GarantieKaart
    from werkplaats.domain.herinnering import HerinneringKaart
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.kmstand import KmInvoer
    from werkplaats.domain.pechhulp import Aanbieder
    from werkplaats.domain.relatie import RelatieKaart
    from werkplaats.domain.schade import SchadeKaart
    from werkplaats.domain.voertuig import VoertuigKaart


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """An act: on which day, by which account, on what; acts of one day follow each other in the order of the list."""

    dag: date
    wie: str
    over: str


@dataclass(frozen=True, slots=True)
class RelatieToegevoegd(Gebeurtenis):
    """A relatie gets a card; ``over`` is its key."""

    kaart: RelatieKaart


@dataclass(frozen=True, slots=True)
class RelatieGewijzigd(Gebeurtenis):
    """Fields of a relatie get another value."""

    velden: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ContactGehad(Gebeurtenis):
    """Somebody spoke with or wrote to a relatie; ``auto`` is the key of the car that it was about."""

    wijze: Wijze
    richting: Richting
    tekst: str
    auto: str


@dataclass(frozen=True, slots=True)
class VoertuigToegevoegd(Gebeurtenis):
    """A car gets a card; ``eigenaar`` is the key of a relatie, ``uit_rdw`` names the fields taken from the register."""

    kaart: VoertuigKaart
    eigenaar: str | None
    uit_rdw: frozenset[str]


@dataclass(frozen=True, slots=True)
class VoertuigGewijzigd(Gebeurtenis):
    """Fields of a car get another value; ``eigenaar`` is a key where the car changes hands."""

    velden: Mapping[str, Any] = field(default_factory=dict)
    eigenaar: str | None = None
    uit_rdw: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlaatGewisseld(Gebeurtenis):
    """From this day on a car bears another plate; the old one still finds it."""

    kenteken: Kenteken


@dataclass(frozen=True, slots=True)
class BestuurderGekozen(Gebeurtenis):
    """From this day on somebody drives a car of another; ``bestuurder`` is the key of a relatie."""

    bestuurder: str


@dataclass(frozen=True, slots=True)
class CodeBekeken(Gebeurtenis):
    """Somebody looked at a security code of a car."""

    veld: str


@dataclass(frozen=True, slots=True)
class KmGenoteerd(Gebeurtenis):
    """Somebody noted a reading of the odometer of a car."""

    invoer: KmInvoer


@dataclass(frozen=True, slots=True)
class BandenGenoteerd(Gebeurtenis):
    """Somebody noted a set of tyres of a car."""

    kaart: BandensetKaart


@dataclass(frozen=True, slots=True)
class BandenGewisseld(Gebeurtenis):
    """Somebody put the set of a season on a car."""

    seizoen: Seizoen


@dataclass(frozen=True, slots=True)
class VrijeVeldenIngevuld(Gebeurtenis):
    """Somebody filled in fields of the shop's own for a car, by their keys."""

    waarden: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BijlageToegevoegd(Gebeurtenis):
    """Somebody added a file to a car."""

    naam: str
    inhoud: bytes
    soort: Bijlagesoort


@dataclass(frozen=True, slots=True)
class BijlageWeggehaald(Gebeurtenis):
    """Somebody took a file of a car away again."""

    naam: str


@dataclass(frozen=True, slots=True)
class SchadeGenoteerd(Gebeurtenis):
    """Somebody noted a damage of a car, with a photo."""

    kaart: SchadeKaart
    foto: bytes


@dataclass(frozen=True, slots=True)
class GarantieGenoteerd(Gebeurtenis):
    """Somebody noted a warranty of a car."""

    kaart: GarantieKaart


@dataclass(frozen=True, slots=True)
class HerinneringGenoteerd(Gebeurtenis):
    """Somebody noted what a car will need."""

    kaart: HerinneringKaart


@dataclass(frozen=True, slots=True)
class HerinneringGedaan(Gebeurtenis):
    """Somebody ticked off the reminder with these words."""

    tekst: str


@dataclass(frozen=True, slots=True)
class RdwOpgevraagd(Gebeurtenis):
    """Somebody asked the register about a car."""


@dataclass(frozen=True, slots=True)
class LinkGeopend(Gebeurtenis):
    """Somebody opened the page of a provider of roadside assistance for a car."""

    aanbieder: Aanbieder


@dataclass(frozen=True, slots=True)
class PasAangevraagd(Gebeurtenis):
    """Somebody asked Bovemij for a pass; ``hapert`` says what went wrong: "browser", "afgebroken" or nothing."""

    hapert: str = ""


@dataclass(frozen=True, slots=True)
class PasBevestigd(Gebeurtenis):
    """Somebody filled in the pass that came of the last request for a car."""

    pasnummer: str
    einddatum: date | None


@dataclass(frozen=True, slots=True)
class PasMislukt(Gebeurtenis):
    """Somebody noted that nothing came of the last request for a car."""
