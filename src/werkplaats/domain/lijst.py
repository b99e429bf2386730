"""The long lists: what is asked of one, where its pages begin, and what stands on its lines.

A list is sorted on texts of plain ASCII that the store keeps beside the record, so that both databases sort alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.naam import to_ascii

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.kenteken import Kenteken

PAGINA = 500
"""The rows of a page."""

ACHTERAAN = "~"
"""Sorts behind every letter and figure: what is not known comes last."""

_HOOGSTENS = 64
_WOORDEN_HOOGSTENS = 8
_NIET_PLAT = re.compile(r"[^a-z0-9 ]+")

Plaats = tuple[str, int]
"""A place in a sorted list: the text that it is sorted on, and the id."""


def plat(tekst: str) -> str:
    """A text as lists compare it: ``Citroën C4-Picasso`` is ``citroen c4picasso``."""
    return " ".join(_NIET_PLAT.sub("", to_ascii(tekst).lower()).split())


def aaneen(tekst: str) -> str:
    """A number or code as one types it in a hurry: ``06 1234 5678`` is ``0612345678``."""
    return plat(tekst).replace(" ", "")


def sorteertekst(tekst: str) -> str:
    """What a list is sorted on for this text; nothing comes last."""
    return plat(tekst)[:_HOOGSTENS] or ACHTERAAN


def km_sleutel(km: int) -> str:
    """What a list is sorted on for a reading in km, in so many figures that text order is their order."""
    return f"{km:07d}"


def filterwoorden(tekst: str) -> tuple[str, ...]:
    """The words that a line must hold for a text in the filter."""
    return tuple(plat(tekst).split())[:_WOORDEN_HOOGSTENS]


@dataclass(frozen=True, slots=True)
class Lijstvraag:
    """What a list shows: sorted on which column, down or up, which choice (pill) and which words."""

    kolom: str
    aflopend: bool = False
    keuze: str = ""
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Lijststand:
    """Where the pages of a list begin.

    A list of some thousands of rows has the id of each row in ``ids``; a longer one only the place of each 500th row.
    """

    totaal: int
    ids: tuple[int, ...] | None
    begin: tuple[Plaats, ...] = ()

    @property
    def paginas(self) -> int:
        """How many pages there are."""
        return -(-self.totaal // PAGINA)


@dataclass(frozen=True, slots=True)
class VoertuigRegel:
    """A car on a line of the list; ``terugroep`` says that RDW answered with an open recall.

    ``km`` is the last odometer reading, in kilometres.
    """

    id: int
    kenteken: Kenteken | None
    vin: str
    omschrijving: str
    eigenaar_id: int | None
    eigenaar: str
    plaats: str
    bouwjaar: int | None
    vervaldatum_apk: date | None
    laatste_bezoek: date | None
    actief: bool
    terugroep: bool
    km: int | None = None


@dataclass(frozen=True, slots=True)
class RelatieRegel:
    """A relatie on a line of the list."""

    id: int
    is_bedrijf: bool
    weergave: str
    adres: str
    postcode: str
    plaats: str
    telefoon: str
    email: str
    aantal_voertuigen: int
    let_op: str
