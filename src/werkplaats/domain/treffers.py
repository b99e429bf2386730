"""What a search and the start page show: small read values, built by the store from a few columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.contactmoment import Contactmoment
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.kmverloop import Verloop
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.pechhulp import PechhulpAanvraag
    from werkplaats.domain.rdw import RdwAntwoord
    from werkplaats.domain.relatie import Relatie, ToestemmingRegel
    from werkplaats.domain.voertuig import RelatieKop, Voertuig
    from werkplaats.domain.wisseling import Rol


@dataclass(frozen=True, slots=True)
class VoertuigTreffer:
    """A car in a list.

    ``oud_kenteken`` is the plate that was searched when the car no longer bears it (until ``oud_tot``);
    ``oud_eigenaar`` is the owner that was searched when the car is no longer his (until ``oud_tot``).
    ``persoon`` is who was searched when he is or was (until ``oud_tot``) something else to the car: ``rol`` says what.
    """

    id: int
    kenteken: Kenteken | None
    vin: str
    omschrijving: str
    eigenaar: str
    plaats: str
    telefoon: str
    vervaldatum_apk: date | None
    laatste_bezoek: date | None
    oud_kenteken: Kenteken | None = None
    oud_tot: date | None = None
    oud_eigenaar: str = ""
    rol: Rol | None = None
    persoon: str = ""


@dataclass(frozen=True, slots=True)
class RelatieTreffer:
    """A relatie in a list."""

    id: int
    is_bedrijf: bool
    weergave: str
    adresregel: str
    telefoon: str
    email: str
    aantal_voertuigen: int


@dataclass(frozen=True, slots=True)
class Zoekresultaat:
    """What a search found; ``meer_*`` is true where the list was cut off."""

    tekst: str
    voertuigen: tuple[VoertuigTreffer, ...] = ()
    relaties: tuple[RelatieTreffer, ...] = ()
    meer_voertuigen: bool = False
    meer_relaties: bool = False


@dataclass(frozen=True, slots=True)
class VoertuigBlik:
    """A car at a glance, beside the list: its card, its owner, what RDW said last, its latest pass.

    ``aflopend`` is the pass that ends within the days that the shop wants to be reminded, and has no later one.
    """

    voertuig: Voertuig
    eigenaar: Relatie | None
    rdw: RdwAntwoord | None
    pechhulp: PechhulpAanvraag | None
    aflopend: PechhulpAanvraag | None = None
    km: Verloop | None = None


@dataclass(frozen=True, slots=True)
class RelatieBlik:
    """A relatie at a glance, with its cars, the consents that were noted and the contact there was (newest first)."""

    relatie: Relatie
    voertuigen: tuple[VoertuigTreffer, ...]
    toestemmingen: tuple[ToestemmingRegel, ...] = ()
    contacten: tuple[Contactmoment, ...] = ()


@dataclass(frozen=True, slots=True)
class DubbeleRelatie:
    """Another card that may be the same person or company; ``reden``: email, telefoon, geboortedatum or adres."""

    kop: RelatieKop
    reden: str


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """A line of the start page: what must be thought of, for which car, by which day.

    ``soort`` is apk, pechhulp, garantie, leen, service or vrij; ``tekst`` is what a person wrote at a reminder, the
    Garantiesoort, or who has the car. With ``bij_km`` the day is the one on which the car is likely to
    come to that reading.
    """

    soort: str
    voertuig: VoertuigTreffer
    datum: date
    tekst: str = ""
    bij_km: int | None = None


@dataclass(frozen=True, slots=True)
class LogRegel:
    """A line of the logboek as a person reads it: one field, before and after.

    ``voor`` and ``na`` are None where only the act is kept (a code was seen or changed; a value was erased).
    """

    moment: Moment
    wie: str
    werkplek: str
    handeling: str
    veld: str
    voor: str | None
    na: str | None
