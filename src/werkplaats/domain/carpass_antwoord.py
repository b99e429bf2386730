"""What goes to Car-Pass, what comes back, and what that means for a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from werkplaats.domain.carpass import ZONE
from werkplaats.domain.kmstand import Eenheid
from werkplaats.domain.melding import Daad, Issue, Staat, is_maintenance
from werkplaats.domain.moment import Moment

if TYPE_CHECKING:
    from datetime import date

DUBBEL = "DUPLICATE_TODAY"
DIV = "WAITING_FOR_DIV"
ISSUE_CODES = frozenset(
    {
        "KM_PER_DAY_TOO_HIGH",
        "KM_LOWER_THAN_PREVIOUS",
        DUBBEL,
        "DATE_TOO_OLD",
        "KM_ROUNDED",
        DIV,
        "NOT_CORRECTABLE",
    }
)
"""Our names for what Car-Pass may stumble over; anything else is shown in its own words."""

_METEEN = timedelta(seconds=5)
_SNEL = timedelta(minutes=2)
_RUSTIG = timedelta(minutes=30)
_TRAAG = timedelta(hours=1)
_EERST = timedelta(minutes=1)
"""So long after sending the car still stands there: what Car-Pass stumbles over is wanted at once."""


class Uitspraak(StrEnum):
    """What Car-Pass says of a report."""

    BEZIG = "bezig"
    AANVAARD = "aanvaard"
    BEOORDEELD = "beoordeeld"
    GEWEIGERD = "geweigerd"
    WACHT_OP_DIV = "wacht_op_div"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Handcorrectie:
    """A correction that people at Car-Pass are asked to make; the reading in km."""

    reden: str
    juist: int
    juist_op: date
    contact: str
    contact_email: str


@dataclass(frozen=True, slots=True)
class Waarneming:
    """A reading as it is reported; the plate in capitals without dashes, empty where it has none."""

    vin: str
    kenteken: str
    datum: date
    stand: int
    eenheid: Eenheid = Eenheid.KM
    teller_gewijzigd: bool = False
    eerste_toelating: date | None = None


@dataclass(frozen=True, slots=True)
class StatusAntwoord:
    """How a report stands; ``status`` is the word as it came."""

    guid: str
    status: str
    uitspraak: Uitspraak
    issues: tuple[Issue, ...] = ()


def meaning(antwoord: StatusAntwoord, *, herverzonden: bool = False) -> Daad:
    """What an answer does to a report; one that was sent again and is double arrived the first time.

    Where Car-Pass stumbles over more than that it is double, the first one is not accepted either: a person sees it.
    """
    codes = {issue.code for issue in antwoord.issues}
    uitspraak = antwoord.uitspraak
    if uitspraak is Uitspraak.AANVAARD or (herverzonden and codes == {DUBBEL}):
        return Daad.AANVAARDEN
    if uitspraak is Uitspraak.WACHT_OP_DIV or codes == {DIV}:
        return Daad.WACHTEN_OP_DIV
    if uitspraak is Uitspraak.ONBEKEND:
        return Daad.VREEMD_ANTWOORD
    if any(issue.corrigeerbaar or issue.bevestigbaar for issue in antwoord.issues):
        return Daad.AFWIJKING
    # What is looked into for a thing that nobody here can mend is as good as refused: a person must see it.
    stuck = uitspraak is Uitspraak.BEOORDEELD and antwoord.issues
    return Daad.WEIGEREN if stuck or uitspraak is Uitspraak.GEWEIGERD else Daad.IN_BEHANDELING


def next_question(staat: Staat, verstuurd_op: Moment | None, nu: Moment) -> Moment | None:
    """When Car-Pass is asked again how a report stands; None where there is nothing to ask."""
    if staat not in (Staat.VERSTUURD, Staat.WACHT_OP_DIV, Staat.ONBEKEND):
        return None
    geleden = nu.utc - verstuurd_op.utc if verstuurd_op is not None else _TRAAG
    over = _TRAAG
    if staat is Staat.VERSTUURD:
        over = _METEEN if geleden < _EERST else _SNEL if geleden < _TRAAG else _RUSTIG
    return after_maintenance(Moment(nu.utc + over))


def after_maintenance(moment: Moment) -> Moment:
    """The moment itself; in the evening of maintenance its end."""
    if not is_maintenance(moment):
        return moment
    morgen = moment.lokaal(ZONE).date() + timedelta(days=1)
    return Moment(datetime.combine(morgen, time(), ZoneInfo(ZONE)))
