"""Contact with a relatie: a call, a letter, a talk at the counter, and what was said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.errors import Bevinding, Ernst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.moment import Moment

TEKST_HOOGSTENS = 4000


class Wijze(StrEnum):
    """How there was contact; the value is what the store keeps."""

    TELEFOON = "telefoon"
    EMAIL = "email"
    BALIE = "balie"
    BRIEF = "brief"


class Richting(StrEnum):
    """Who began: the relatie came to us, or we to him."""

    IN = "in"
    UIT = "uit"


@dataclass(frozen=True, slots=True)
class ContactKaart:
    """All that a person may edit of a contact; ``voertuig_id`` is the car it was about, where it was about one."""

    moment: Moment
    wijze: Wijze = Wijze.TELEFOON
    richting: Richting = Richting.IN
    tekst: str = ""
    voertuig_id: int | None = None


@dataclass(frozen=True, slots=True)
class Contactmoment:
    """A contact as it is listed: with whom, about which car, and who of us it was."""

    id: int
    relatie_id: int
    relatie: str
    kenteken: Kenteken | None
    kaart: ContactKaart
    door: str


def check_contact(kaart: ContactKaart, nu: Moment) -> Iterator[Bevinding]:
    """The findings at a contact: without words, too long or unreadable it blocks; a moment to come is doubtful."""
    if not kaart.tekst.strip():
        yield Bevinding("tekst", "CONTACT_LEEG")
    if len(kaart.tekst) > TEKST_HOOGSTENS:
        yield Bevinding("tekst", "TEKST_TE_LANG", params={"hoogstens": TEKST_HOOGSTENS, "lengte": len(kaart.tekst)})
    if kaart.moment.utc > nu.utc:
        yield Bevinding("moment", "CONTACT_TOEKOMST", Ernst.WAARSCHUWING)
