"""Hours that a clock counted wrongly: what a person puts in their place, and the one line of a card that bills them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.monteurwerk import LANG_BEZIG
from werkplaats.domain.werkkaart_regel import Regelsoort
from werkplaats.errors import Bevinding, Ernst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from werkplaats.domain.moment import Moment
    from werkplaats.domain.monteurwerk import Monteur, Tijdvak
    from werkplaats.domain.werkkaart_regel import Regel

REDEN_HOOGSTENS = 200
_KLOK = "klok"
_VAN_KLOK = re.compile(rf"{_KLOK}\d*")


@dataclass(frozen=True, slots=True)
class TijdvakInvoer:
    """What a person says of a stretch of work; ``eind`` None: it runs still. ``reden`` goes into the logboek."""

    monteur: Monteur
    begin: Moment | None
    eind: Moment | None
    reden: str = ""


def check_tijdvak(invoer: TijdvakInvoer, nu: Moment, *, loopt: bool) -> Iterator[Bevinding]:
    """What of it cannot be kept, or is odd; ``loopt``: the stretch runs now, and may go on running."""
    if invoer.begin is None:
        yield Bevinding("begin", "TIJDVAK_BEGIN_LEEG")
    elif invoer.begin > nu:
        yield Bevinding("begin", "TIJDVAK_TOEKOMST")
    if invoer.eind is None and not loopt:
        yield Bevinding("eind", "TIJDVAK_EIND_LEEG")
    elif invoer.eind is not None:
        yield from _end(invoer.begin, invoer.eind, nu)
    yield from check_reden(invoer.reden)


def check_reden(reden: str) -> Iterator[Bevinding]:
    """Hours are wages: without a reason nobody changes them."""
    if not reden.strip():
        yield Bevinding("reden", "TIJDVAK_REDEN_LEEG")
    elif len(reden) > REDEN_HOOGSTENS:
        yield Bevinding("reden", "TEKST_TE_LANG", params={"hoogstens": REDEN_HOOGSTENS, "lengte": len(reden)})


def overlapping(invoer: TijdvakInvoer, anderen: Iterable[Tijdvak], nu: Moment) -> Tijdvak | None:
    """The first other stretch of this mechanic that lies over it: nobody works on two cars at once."""
    if invoer.begin is None:
        return None
    eind = invoer.eind or nu
    return next((een for een in anderen if een.begin < eind and (een.eind or nu) > invoer.begin), None)


def clock_line(regels: Sequence[Regel]) -> int | None:
    """Where the line stands that bills the hours of the clocks; None where there is none (any more)."""
    for plek, regel in enumerate(regels):
        if regel.soort is Regelsoort.UREN and _VAN_KLOK.fullmatch(regel.sleutel):
            return plek
    return None


def clock_key(regels: Iterable[Regel]) -> str:
    """The name of a new line for the hours of the clocks.

    It is the same for everybody: two people who bring the hours on one card at once make one line, not two.
    """
    bezet = {regel.sleutel for regel in regels}
    return next(naam for naam in (f"{_KLOK}{nr or ''}" for nr in range(len(bezet) + 1)) if naam not in bezet)


def _end(begin: Moment | None, eind: Moment, nu: Moment) -> Iterator[Bevinding]:
    if eind > nu:
        yield Bevinding("eind", "TIJDVAK_TOEKOMST")
    elif begin is not None and eind <= begin:
        yield Bevinding("eind", "TIJDVAK_OMGEKEERD")
    elif begin is not None and eind.utc - begin.utc > LANG_BEZIG:
        yield Bevinding("eind", "TIJDVAK_LANG", Ernst.WAARSCHUWING)
