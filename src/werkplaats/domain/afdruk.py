"""What goes on paper: the values of which a document is drawn, gathered once, so that a print shows one moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from werkplaats.domain.instellingen import ShopInstellingen
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.kmverloop import Verloop
    from werkplaats.domain.voertuig import RelatieKop, VoertuigKaart
    from werkplaats.domain.werkkaart import Werkkaart

POINTS_PER_MM = 72 / 25.4


class Labelmaat(StrEnum):
    """The label rolls that are common for keys; the value is width and height in mm."""

    KLEIN = "62x29"
    GROOT = "89x36"

    @property
    def mm(self) -> tuple[int, int]:
        """Width and height in mm."""
        breed, hoog = map(int, self.value.split("x"))
        return breed, hoog


@dataclass(frozen=True, slots=True)
class Briefhoofd:
    """Who writes: the shop as it stands on its paper."""

    shop: ShopInstellingen
    datum: date


@dataclass(frozen=True, slots=True)
class VoertuigAfdruk:
    """The vehicle card as it is printed; its security codes are masked, and are never printed.

    ``eigenaar`` and ``eigenaar_adres`` are None and empty where the reader may not see relaties.
    """

    hoofd: Briefhoofd
    kaart: VoertuigKaart
    eigenaar: RelatieKop | None
    km: Verloop


@dataclass(frozen=True, slots=True)
class LabelAfdruk:
    """The label on a car's key: what one reads at the key board, and the code that a scanner opens the car with."""

    kenteken: Kenteken | None
    auto: str
    eigenaar: str
    sleutelnummer: str
    datum: date
    code: str
    maat: Labelmaat


@dataclass(frozen=True, slots=True)
class WerkkaartAfdruk:
    """A werkkaart as it is printed, in the language of its owner (``nl``, ``fr`` …)."""

    hoofd: Briefhoofd
    kaart: Werkkaart
    taal: str = "nl"


@dataclass(frozen=True, slots=True)
class CorrectieAfdruk:
    """A reading that was reported wrongly to Car-Pass, and what it must be; readings in km.

    ``kenmerk`` is the name that Car-Pass gave the report, empty where it never took it.

    Source of the fields: the correction form for professionals.
    """

    hoofd: Briefhoofd
    contact: str
    vin: str
    kenteken: str
    merk: str
    gemeld: int
    gemeld_op: date
    juist: int
    juist_op: date
    reden: str
    bewijzen: tuple[str, ...] = ()
    plaats: str = ""
    kenmerk: str = ""
    taal: str = "nl"


@dataclass(frozen=True, slots=True)
class Bladbeeld:
    """A page as a picture: rows of pixels of three bytes (red, green, blue), each row ``rijbytes`` long."""

    breed: int
    hoog: int
    rijbytes: int
    pixels: bytes


class Papier(Protocol):
    """What can be done with a PDF that was drawn."""

    def maten(self, inhoud: bytes) -> tuple[tuple[float, float], ...]:
        """Width and height of each page, in points of 1/72 inch."""

    def beeld(self, inhoud: bytes, nummer: int, breed: int) -> Bladbeeld:
        """A page, counted from 0, as a picture of ``breed`` pixels wide."""

    def teksten(self, inhoud: bytes) -> tuple[str, ...]:
        """The text of each page, as somebody copies it."""

    def write(self, bestand: Path, inhoud: bytes) -> None:
        """Writes it to a file, whole or not at all; raises OpslagFout."""
