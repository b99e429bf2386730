"""The correction form of Car-Pass: what a signed paper asks to be put right, and how far that paper is.

Source: the help text of the reports (a form that one prints and signs before Car-Pass handles it) and the fields of the
form for professionals.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.contact import check_email
from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import KM_HOOGSTENS, is_possible, km_text
from werkplaats.domain.melding import Staat
from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from werkplaats.domain.melding import Melding
    from werkplaats.domain.moment import Moment

REDEN_HOOGSTENS = 1000
BEWIJZEN_HOOGSTENS = 20


class Stap(StrEnum):
    """How far the paper is; each step is ticked with its moment and by whom."""

    GEDRUKT = "gedrukt"
    ONDERTEKEND = "ondertekend"
    VERSTUURD = "verstuurd"
    AFGEHANDELD = "afgehandeld"


@dataclass(frozen=True, slots=True)
class CorrectieInvoer:
    """What a person fills in: the right reading in km and its day, why, and what proves it (a line each)."""

    juist: int | None = None
    juist_op: date | None = None
    reden: str = ""
    bewijzen: tuple[str, ...] = ()
    contact: str = ""
    contact_email: str = ""
    plaats: str = ""


@dataclass(frozen=True, slots=True)
class Gezet:
    """A step that was ticked."""

    stap: Stap
    op: Moment
    door: str


@dataclass(frozen=True, slots=True)
class Correctie:
    """The form of a report, with its version and its steps in the order of the paper."""

    id: int
    melding_id: int
    invoer: CorrectieInvoer
    stappen: tuple[Gezet, ...]
    versie: int
    gewijzigd_op: Moment
    gewijzigd_door: str

    def has(self, stap: Stap) -> bool:
        """Whether a step was ticked."""
        return any(gezet.stap is stap for gezet in self.stappen)


def is_offered(melding: Melding, na: int) -> bool:
    """Whether the form is the way: after so many failed corrections, or where Car-Pass takes no correction at all."""
    if melding.staat is Staat.ANOMALIE:
        return melding.correcties >= na or not melding.may_correct
    return melding.staat is Staat.GEWEIGERD and bool(melding.guid)


def check_correctie(invoer: CorrectieInvoer, vandaag: date) -> tuple[Bevinding, ...]:
    """What keeps the form from being printed; all of it blocks, for an incomplete paper comes back."""
    return tuple(_findings(invoer, vandaag))


def _findings(invoer: CorrectieInvoer, vandaag: date) -> Iterator[Bevinding]:
    if invoer.juist is None:
        yield Bevinding("juist", "KM_LEEG")
    elif not is_possible(invoer.juist):
        yield Bevinding("juist", "KM_ONGELDIG", params={"hoogstens": km_text(KM_HOOGSTENS)})
    if invoer.juist_op is None:
        yield Bevinding("juist_op", "KM_DATUM_LEEG", params={"vandaag": datum_tekst(vandaag)})
    elif invoer.juist_op > vandaag:
        yield Bevinding("juist_op", "CORRECTIE_DATUM", params={"datum": datum_tekst(invoer.juist_op)})
    if not invoer.reden.strip():
        yield Bevinding("reden", "CORRECTIE_REDEN_LEEG")
    elif len(invoer.reden) > REDEN_HOOGSTENS:
        params = {"hoogstens": REDEN_HOOGSTENS, "lengte": len(invoer.reden)}
        yield Bevinding("reden", "TEKST_TE_LANG", params=params)
    if len(invoer.bewijzen) > BEWIJZEN_HOOGSTENS:
        yield Bevinding("bewijzen", "CORRECTIE_BEWIJZEN", params={"hoogstens": BEWIJZEN_HOOGSTENS})
    if not invoer.contact.strip():
        yield Bevinding("contact", "CORRECTIE_CONTACT_LEEG")
    yield from check_email(invoer.contact_email, "contact_email")
