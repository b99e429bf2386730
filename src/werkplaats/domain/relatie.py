"""A relatie: a person or a company that the garage works for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.moment import Moment


class Aanhef(StrEnum):
    """How a relatie is addressed; the value is what the store keeps and what Bovemij is sent for M, V and B."""

    HEER = "M"
    MEVROUW = "V"
    HEER_MEVROUW = "P"
    FAMILIE = "F"
    BEDRIJF = "B"


class Adressoort(StrEnum):
    """What an address beside the first one is for."""

    POST = "post"
    BEZOEK = "bezoek"
    FACTUUR = "factuur"


class Telefoonsoort(StrEnum):
    """Where or of what kind a telephone beside the first two is."""

    MOBIEL = "mobiel"
    THUIS = "thuis"
    WERK = "werk"
    ANDERS = "anders"


class Taal(StrEnum):
    """The language in which a relatie is written to."""

    NEDERLANDS = "nl"
    FRANS = "fr"
    DUITS = "de"
    ENGELS = "en"


class Voorkeur(StrEnum):
    """How a relatie likes to be reached."""

    GEEN = ""
    TELEFOON = "telefoon"
    SMS = "sms"
    EMAIL = "email"
    BRIEF = "brief"


class Toestemming(StrEnum):
    """Whether the garage may send more than the work asks for; each change is kept with its moment and wording."""

    NIET_GEVRAAGD = ""
    GEGEVEN = "gegeven"
    INGETROKKEN = "ingetrokken"


TOESTEMMINGEN = ("mag_email", "mag_sms", "mag_bellen")
"""The purposes for which consent is asked, as fields of the card."""

TEKST_VERSIE = "2026-1"
"""The wording with which consent is asked now; a new wording gets a new name, old consents keep theirs."""


@dataclass(frozen=True, slots=True)
class Adres:
    """An address beside the first one."""

    soort: Adressoort = Adressoort.POST
    straat: str = ""
    huisnr: str = ""
    toevoeging: str = ""
    postcode: str = ""
    plaats: str = ""
    land: str = "NL"

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not any((self.straat, self.huisnr, self.toevoeging, self.postcode, self.plaats))


@dataclass(frozen=True, slots=True)
class Telefoonnummer:
    """A telephone beside the first two."""

    soort: Telefoonsoort = Telefoonsoort.MOBIEL
    nummer: str = ""


@dataclass(frozen=True, slots=True)
class ToestemmingRegel:
    """One consent that was given or taken back: for what, with which wording, when, and who noted it."""

    doel: str
    staat: Toestemming
    tekst_versie: str
    moment: Moment
    door: str


@dataclass(frozen=True, slots=True)
class RelatieKaart:
    """All that a person may edit of a relatie; with aanhef BEDRIJF ``naam`` is the company's name."""

    aanhef: Aanhef = Aanhef.HEER
    voorletters: str = ""
    voornaam: str = ""
    tussenvoegsel: str = ""
    naam: str = ""
    geboortedatum: date | None = None
    contactpersoon: str = ""
    btw_nummer: str = ""
    kvk_nummer: str = ""
    straat: str = ""
    huisnr: str = ""
    toevoeging: str = ""
    postcode: str = ""
    plaats: str = ""
    land: str = "NL"
    telefoon: str = ""
    telefoon_2: str = ""
    email: str = ""
    let_op: str = ""
    adressen: tuple[Adres, ...] = ()
    telefoons: tuple[Telefoonnummer, ...] = ()
    taal: Taal = Taal.NEDERLANDS
    voorkeur: Voorkeur = Voorkeur.GEEN
    mag_email: Toestemming = Toestemming.NIET_GEVRAAGD
    mag_sms: Toestemming = Toestemming.NIET_GEVRAAGD
    mag_bellen: Toestemming = Toestemming.NIET_GEVRAAGD
    notitie: str = ""

    @property
    def is_bedrijf(self) -> bool:
        """Whether this is a company (it has no birth date, but may have a btw-nummer and a contactpersoon)."""
        return self.aanhef is Aanhef.BEDRIJF


@dataclass(frozen=True, slots=True)
class Relatie:
    """A relatie with its card, its version and the last hand that changed it."""

    id: int
    versie: int
    kaart: RelatieKaart
    gewijzigd_op: Moment
    gewijzigd_door: str
