"""Roadside assistance: the providers of the menu, a request at Bovemij, and what mijnOndernemersportaal may refuse."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.relatie import Aanhef


class Aanbieder(StrEnum):
    """The seven items of the Pechhulp menu, in the order of the menu; the value is what the store keeps."""

    BOSCH = "bosch"
    AA_TEAM = "aa_team"
    BOVAG = "bovag"
    BOVEMIJ = "bovemij"
    VAKGARAGE = "vakgarage"
    VHD = "vhd"
    PECHONDERWEGSERVICE = "pechonderwegservice"


NAMEN = {
    Aanbieder.BOSCH: "Bosch Mobiliteitsgarantie",
    Aanbieder.AA_TEAM: "AA-Team pechhulp",
    Aanbieder.BOVAG: "Bovag pechhulp",
    Aanbieder.BOVEMIJ: "Pechhulp (via Bovemij)",
    Aanbieder.VAKGARAGE: "Vakgarage pechhulp",
    Aanbieder.VHD: "VHD Pechhulp",
    Aanbieder.PECHONDERWEGSERVICE: "Pechonderwegservice.nl",
}
"""The names as the parties write them; they are the same in every language."""


class Staat(StrEnum):
    """How far a request is; ``geopend`` is the most that the program may claim by itself."""

    CONCEPT = "concept"
    GEOPEND = "geopend"
    BEVESTIGD = "bevestigd"
    MISLUKT = "mislukt"


class MopMethode(StrEnum):
    """How the request reaches mijnOndernemersportaal: in the address, or as a form that submits itself once."""

    GET = "GET"
    POST_FORM = "POST_FORM"


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of roadside assistance that Bovemij sells: its code there and the words on the screen."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class PechhulpInvoer:
    """What is asked of Bovemij: the car, the kind and its options, and the customer as he was that day."""

    kenteken: Kenteken | None
    soort: str
    vergelijkbaar_vervoer: bool
    europa_extra: bool
    aanhanger: bool
    eigen_autobedrijf: bool
    aanhef: Aanhef
    voorletters: str
    tussenvoegsel: str
    naam: str
    geboortedatum: date | None
    straat: str
    huisnr: str
    toevoeging: str
    postcode: str
    plaats: str
    telefoon: str
    email: str


@dataclass(frozen=True, slots=True)
class PechhulpAanvraag:
    """A request in our own register; ``ref`` is our own id (a uuid), pasnummer and einddatum come from a person.

    ``invoer`` is None for a provider whose page we only open.
    """

    id: int
    voertuig_id: int
    aanbieder: Aanbieder
    kenteken: Kenteken
    staat: Staat
    gemaakt_op: Moment
    gemaakt_door: str
    ref: str
    invoer: PechhulpInvoer | None
    pasnummer: str = ""
    einddatum: date | None = None

    @property
    def is_gedaan(self) -> bool:
        """Whether the page was opened, as far as we know: a second request would be one too many."""
        return self.staat in (Staat.GEOPEND, Staat.BEVESTIGD)


class Beletsel(StrEnum):
    """Why the page of a provider cannot be opened for a car now."""

    GEEN_LINK = "geen_link"
    GEEN_KENTEKEN = "geen_kenteken"


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One line of the Pechhulp menu for one car: the provider, when he was last asked (or opened), what bars it now."""

    aanbieder: Aanbieder
    laatst: Moment | None
    door: str = ""
    beletsel: Beletsel | None = None


@dataclass(frozen=True, slots=True)
class PechhulpVoorstel:
    """What the form starts with: the filled-in request, the kinds to choose from, and earlier requests for this car."""

    invoer: PechhulpInvoer
    soorten: tuple[Soort, ...]
    eerder: tuple[PechhulpAanvraag, ...]


def has_successor(pas: PechhulpAanvraag, van_voertuig: Iterable[PechhulpAanvraag]) -> bool:
    """Whether the same provider already gave this car a pass that ends later, so that nobody need be reminded."""
    return pas.einddatum is not None and any(
        ander.aanbieder is pas.aanbieder and ander.einddatum is not None and ander.einddatum > pas.einddatum
        for ander in van_voertuig
    )
