"""A line of a werkkaart: an article, worked hours, a remark, or the heading of a package with its lines under it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.btw import BtwCode, divide_half_up
from werkplaats.domain.getal import GROOTSTE_GETAL
from werkplaats.errors import Bevinding, Ongeldig

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NIETS = Bedrag(0)
DUIZEND = 1000
HONDERD_PROCENT = 10_000
AANTAL_HOOGSTENS = 99_999 * DUIZEND
PRIJS_HOOGSTENS = Bedrag(99_999_999)
CODE_HOOGSTENS = 40
OMSCHRIJVING_HOOGSTENS = 500
REGELS_HOOGSTENS = 1000
"""More lines than this are no card of a garage; a file that brings them is refused."""
_GETAL = re.compile(r"-?\d{1,9}(\.\d+)?", re.ASCII)
_DUIZENDTALLEN = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?", re.ASCII)


class Regelsoort(StrEnum):
    """What a line is; the value is what the store keeps."""

    ARTIKEL = "artikel"
    UREN = "uren"
    OPMERKING = "opmerking"
    PAKKET = "pakket"


@dataclass(frozen=True, slots=True)
class Regel:
    """A line as a person edits it. ``sleutel`` is its own name, by which two versions of a card are compared.

    ``aantal`` in thousandths, ``korting`` and ``btw_percentage`` in hundredths of a percent, ``prijs`` without tax.
    """

    sleutel: str
    soort: Regelsoort = Regelsoort.ARTIKEL
    code: str = ""
    omschrijving: str = ""
    aantal: int = DUIZEND
    eenheid: str = "st"
    prijs: Bedrag = NIETS
    korting: int = 0
    btw_code: BtwCode = BtwCode.HOOG
    btw_percentage: int = 0
    in_pakket: bool = False

    @property
    def is_priced(self) -> bool:
        """Whether it has a number and a price; a remark and a heading have none."""
        return self.soort in (Regelsoort.ARTIKEL, Regelsoort.UREN)

    @property
    def bedrag(self) -> Bedrag:
        """What it costs without tax: number times price less the discount, rounded once, half away from nought."""
        if not self.is_priced:
            return Bedrag(0)
        teller = self.aantal * self.prijs.centen * (HONDERD_PROCENT - self.korting)
        return Bedrag(divide_half_up(teller, DUIZEND * HONDERD_PROCENT))

    def __str__(self) -> str:
        """The line in words, as the logboek and a conflict tell it."""
        naam = " ".join(deel for deel in (self.code, self.omschrijving) if deel)
        if not self.is_priced:
            return naam
        eraf = f" -{number_text(self.korting, 100)}%" if self.korting else ""
        return f"{number_text(self.aantal, DUIZEND)} x {naam}, {self.prijs}{eraf}, {self.btw_code.value}"


def number_text(waarde: int, deel: int) -> str:
    """A number that is kept in parts, as people write it: 4250 of 1000 is ``4,25``."""
    heel, rest = divmod(abs(waarde), deel)
    achter = str(rest).zfill(len(str(deel)) - 1).rstrip("0")
    teken = "-" if waarde < 0 else ""
    return f"{teken}{heel},{achter}" if achter else f"{teken}{heel}"


def parse_number(tekst: str, veld: str, deel: int) -> int:
    """A number as people type it, in parts: ``4,25`` of 1000 is 4250. Raises Ongeldig DECIMAAL_ONLEESBAAR.

    A dot before three digits sets off thousands, as in an amount of money.
    """
    kaal = tekst.strip().rstrip("%").strip()
    if _DUIZENDTALLEN.fullmatch(kaal):
        kaal = kaal.replace(".", "")
    kaal = kaal.replace(",", ".")
    if kaal.startswith("."):
        kaal = f"0{kaal}"
    heel, _punt, achter = kaal.partition(".")
    if not _GETAL.fullmatch(kaal) or len(achter) > len(str(deel)) - 1:
        raise Ongeldig([Bevinding(veld, "DECIMAAL_ONLEESBAAR", params={"tekst": tekst[:40]})])
    grootte = int(heel.lstrip("-") or "0") * deel + int((achter or "0").ljust(len(str(deel)) - 1, "0"))
    return -grootte if kaal.startswith("-") else grootte


def with_packages(regels: Iterable[Regel]) -> tuple[Regel, ...]:
    """The lines with ``in_pakket`` only where a heading stands above: a line moved out of its package is free."""
    uit: list[Regel] = []
    open_ = False
    for regel in regels:
        open_ = regel.soort is Regelsoort.PAKKET or (open_ and regel.in_pakket)
        binnen = open_ and regel.soort is not Regelsoort.PAKKET
        uit.append(regel if regel.in_pakket == binnen else replace(regel, in_pakket=binnen))
    return tuple(uit)


def package_total(regels: Sequence[Regel], plek: int) -> Bedrag:
    """What the lines under the heading at this place cost together."""
    centen = 0
    for regel in regels[plek + 1 :]:
        if not regel.in_pakket:
            break
        centen += regel.bedrag.centen
    return Bedrag(centen)


def check_regels(regels: Sequence[Regel]) -> Iterator[Bevinding]:
    """What cannot be kept; each finding names its line by its place (``regel``)."""
    if len(regels) > REGELS_HOOGSTENS:
        yield Bevinding("regels", "REGELS_TE_VEEL", params={"hoogstens": REGELS_HOOGSTENS, "aantal": len(regels)})
    gezien: set[str] = set()
    for nr, regel in enumerate(regels, start=1):
        if not regel.sleutel or regel.sleutel in gezien:
            raise ValueError("every line has a name of its own")
        gezien.add(regel.sleutel)
        for code in _wrong(regel):
            yield Bevinding("regels", code, params={"regel": nr})


def _wrong(regel: Regel) -> Iterator[str]:
    if not regel.code and not regel.omschrijving:
        yield "REGEL_LEEG"
    if len(regel.code) > CODE_HOOGSTENS or len(regel.omschrijving) > OMSCHRIJVING_HOOGSTENS:
        yield "REGEL_TE_LANG"
    te_veel = abs(regel.aantal) > AANTAL_HOOGSTENS or abs(regel.prijs.centen) > PRIJS_HOOGSTENS.centen
    if te_veel or abs(regel.bedrag.centen) > GROOTSTE_GETAL:
        yield "REGEL_TE_GROOT"
    if not 0 <= regel.korting <= HONDERD_PROCENT:
        yield "KORTING_ONMOGELIJK"
