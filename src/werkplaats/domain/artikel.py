"""The shop's own small lists that fill the lines of a werkkaart: articles and hours, standard texts, packages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.btw import BtwCode
from werkplaats.domain.lijst import plat
from werkplaats.domain.werkkaart_regel import DUIZEND, NIETS, Regel, Regelsoort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from werkplaats.domain.bedrag import Bedrag

VOORSTELLEN = 8
"""As many proposals as fit under a cell."""


@dataclass(frozen=True, slots=True)
class Artikel:
    """Something that is sold by its code; ``uren`` is work by the hour. ``voorraad`` in thousandths; None: not kept."""

    code: str
    omschrijving: str
    prijs: Bedrag = NIETS
    eenheid: str = "st"
    uren: bool = False
    btw_code: BtwCode = BtwCode.HOOG
    voorraad: int | None = None
    locatie: str = ""


@dataclass(frozen=True, slots=True)
class Standaardtekst:
    """A sentence that is written often, by a short code."""

    code: str
    tekst: str


@dataclass(frozen=True, slots=True)
class PakketDeel:
    """One line of a package: which article, and how many (thousandths)."""

    code: str
    aantal: int = DUIZEND


@dataclass(frozen=True, slots=True)
class Pakket:
    """Work that belongs together under one heading."""

    code: str
    omschrijving: str
    delen: tuple[PakketDeel, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogus:
    """What a shop's lists hold, with the VAT rates of the day (percentage in hundredths)."""

    artikelen: tuple[Artikel, ...] = ()
    teksten: tuple[Standaardtekst, ...] = ()
    pakketten: tuple[Pakket, ...] = ()
    tarieven: Mapping[BtwCode, int] | None = None

    def rate(self, code: BtwCode) -> int:
        """The percentage of a VAT code today; nought where the country has no such rate."""
        return (self.tarieven or {}).get(code, 0)

    def article(self, code: str) -> Artikel | None:
        """The article of exactly this code, in capitals or not."""
        gezocht = code.strip().casefold()
        return next((artikel for artikel in self.artikelen if artikel.code.casefold() == gezocht), None)

    def line(self, artikel: Artikel, sleutel: str, aantal: int = DUIZEND) -> Regel:
        """The line that an article makes."""
        return Regel(
            sleutel,
            Regelsoort.UREN if artikel.uren else Regelsoort.ARTIKEL,
            artikel.code,
            artikel.omschrijving,
            aantal,
            artikel.eenheid,
            artikel.prijs,
            btw_code=artikel.btw_code,
            btw_percentage=self.rate(artikel.btw_code),
        )


Voorstel = Artikel | Standaardtekst | Pakket


@dataclass(frozen=True, slots=True)
class EigenLijsten:
    """The lists of a shop as they are edited; ``werken`` by code in small letters, ``activiteiten`` as Car-Pass has."""

    catalogus: Catalogus
    werken: Mapping[str, tuple[str, ...]]
    activiteiten: tuple[tuple[str, str], ...]

    def werken_of(self, een: Voorstel) -> tuple[str, ...]:
        """The kinds of work that are tied to one."""
        return () if isinstance(een, Standaardtekst) else self.werken.get(een.code.casefold(), ())


def propose(catalogus: Catalogus, tekst: str, hoogstens: int = VOORSTELLEN) -> tuple[Voorstel, ...]:
    """What a person may mean by the beginning of a code or of words: by code first, then by words."""
    woorden = plat(tekst).split()
    if not woorden:
        return ()
    op_code: list[Voorstel] = []
    op_woord: list[Voorstel] = []
    begin = plat(tekst).replace(" ", "")
    alle: tuple[Voorstel, ...] = (*catalogus.artikelen, *catalogus.pakketten, *catalogus.teksten)
    for een in alle:
        if plat(een.code).replace(" ", "").startswith(begin):
            op_code.append(een)
        elif len(op_woord) < hoogstens and _holds(een, woorden):
            op_woord.append(een)
    return tuple((op_code + op_woord)[:hoogstens])


def find(lijst: Iterable[Voorstel], tekst: str) -> Iterator[Voorstel]:
    """Those in whose code or words everything typed stands."""
    woorden = plat(tekst).split()
    return (een for een in lijst if all(woord in plat(f"{een.code} {title(een)}") for woord in woorden))


def title(een: Voorstel) -> str:
    """The words of an article, a text or a package."""
    return een.tekst if isinstance(een, Standaardtekst) else een.omschrijving


def _holds(een: Voorstel, woorden: list[str]) -> bool:
    deel = plat(title(een)).split()
    return all(any(staat.startswith(woord) for staat in deel) for woord in woorden)
