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
