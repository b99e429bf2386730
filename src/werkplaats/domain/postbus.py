"""The postbus: what a message to another system is, what may come of sending it, and when it is tried again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from werkplaats.errors import Garbled, Refused, Unreachable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.moment import Moment
    from werkplaats.errors import PartijFout


class Staat(StrEnum):
    """Where a message stands."""

    WACHT = "wacht"
    BEZIG = "bezig"
    VERZONDEN = "verzonden"
    ONZEKER = "onzeker"
    MISLUKT = "mislukt"
    INGETROKKEN = "ingetrokken"


NIET_KLAAR = (Staat.WACHT, Staat.BEZIG, Staat.ONZEKER)
"""While a message stands so, the later ones of its subject wait."""

VERLOPEN = "verlopen"
"""What came of an attempt whose sender was never heard of again."""

EERSTE_WACHT = timedelta(seconds=30)
LANGSTE_WACHT = timedelta(hours=1)
VAST_NA = timedelta(minutes=10)
"""A message that stands still so long is worth a person's look."""


class Gevolg(StrEnum):
    """What may come of one attempt, and of a person's decision."""

    VERZONDEN = "verzonden"
    OPNIEUW = "opnieuw"
    ONZEKER = "onzeker"
    MISLUKT = "mislukt"
    INGETROKKEN = "ingetrokken"


class Besluit(StrEnum):
    """What a person says of a message of which nobody knows whether it arrived."""

    OPNIEUW = "opnieuw"
    AANGEKOMEN = "aangekomen"


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What came of an attempt; ``reden`` is the code of an error with its ``params``, ``antwoord`` what was answered.

    ``over`` is how long at least to wait before trying again, where the receiver said so (Retry-After).
    """

    gevolg: Gevolg
    antwoord: str = ""
    reden: str = ""
    params: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    over: timedelta | None = None

    @classmethod
    def verzonden(cls, antwoord: str = "") -> Uitkomst:
        """It arrived."""
        return cls(Gevolg.VERZONDEN, antwoord)

    @classmethod
    def opnieuw(cls, reden: str, over: timedelta | None = None, antwoord: str = "", **params: Any) -> Uitkomst:
        """It surely did not arrive, and may be tried again later."""
        return cls(Gevolg.OPNIEUW, antwoord, reden, params, over)

    @classmethod
    def onzeker(cls, reden: str, antwoord: str = "", **params: Any) -> Uitkomst:
        """Nobody knows whether it arrived."""
        return cls(Gevolg.ONZEKER, antwoord, reden, params)

    @classmethod
    def mislukt(cls, reden: str, antwoord: str = "", **params: Any) -> Uitkomst:
        """The receiver said no: trying again brings nothing until a person changes something."""
        return cls(Gevolg.MISLUKT, antwoord, reden, params)


INGETROKKEN = Uitkomst(Gevolg.INGETROKKEN)
"""A person took the message back before it went."""

_ZEKER_NIET = frozenset(
    {
        "PARTIJ_ONBEREIKBAAR",
        "PARTIJ_CERTIFICAAT",
        "PARTIJ_STORING",
        "PARTIJ_TE_DRUK",
        "MAIL_AANMELDEN",
        "MAIL_LATER",
        "MAIL_ZONDER_STARTTLS",
    }
)


def uitkomst_bij(fout: PartijFout) -> Uitkomst:
    """What an error of a service means for a message.

    Refused surely did not arrive and will not; what could not be reached, or was too busy, surely did not arrive yet;
    a time-out or an answer that cannot be read leaves in doubt.
    """
    if isinstance(fout, Refused):
        return Uitkomst.mislukt(fout.code, **fout.params)
    if isinstance(fout, Unreachable) and fout.code in _ZEKER_NIET:
        wacht = fout.params.get("wacht")
        return Uitkomst.opnieuw(fout.code, None if wacht is None else timedelta(seconds=wacht), **fout.params)
    if not isinstance(fout, Unreachable | Garbled):
        raise TypeError(f"{type(fout).__name__} is no answer of a party")
    return Uitkomst.onzeker(fout.code, **fout.params)


def wait_after(poging: int) -> timedelta:
    """How long to wait after so many attempts: twice as long each time, an hour at most."""
    return min(EERSTE_WACHT * (1 << min(max(poging - 1, 0), 10)), LANGSTE_WACHT)


@dataclass(frozen=True, slots=True)
class Bericht:
    """A message as its sender sees it; ``poging`` counts this attempt too, ``shop_id`` is 0 where there is no shop."""

    id: int
    shop_id: int
    soort: str
    sleutel: str
    onderwerp: str
    onderwerp_id: int
    inhoud: Mapping[str, Any]
    poging: int
    gemaakt_op: Moment


@dataclass(frozen=True, slots=True)
class Poging:
    """One attempt: when, by whom, where, what was sent, what was answered; ``gevolg`` is empty while it runs."""

    id: int
    begonnen_op: Moment
    klaar_op: Moment | None
    wie: str
    werkplek: str
    duur_ms: int | None
    gevolg: str
    reden: str
    params: Mapping[str, Any]
    antwoord: str
    inhoud: str


@dataclass(frozen=True, slots=True)
class BerichtRegel:
    """A message as a line of a list; ``kop`` says in a few words what it is."""

    id: int
    shop_id: int
    soort: str
    staat: Staat
    onderwerp: str
    onderwerp_id: int
    pogingen: int
    gemaakt_op: Moment
    niet_voor: Moment | None
    volgende_poging: Moment | None
    laatste_poging: Moment | None
    reden: str
    params: Mapping[str, Any]
    kop: str = ""


@dataclass(frozen=True, slots=True)
class Stand:
    """How the postbus stands: ``vast`` are those of the waiting ones that stand still too long."""

    wacht: int = 0
    bezig: int = 0
    onzeker: int = 0
    mislukt: int = 0
    vast: int = 0

    @property
    def aandacht(self) -> int:
        """How many need a person."""
        return self.onzeker + self.mislukt + self.vast


def state_after(staat: Staat, gevolg: Gevolg, *, eigen: bool, kent_sleutels: bool) -> Staat | None:
    """The state of a message after the answer to an attempt; None where it stays as it is.

    ``eigen`` says that the attempt is the last one that was claimed. An earlier sender that wakes from sleep may still
    tell that the message arrived: that is the truth, whatever became of it meanwhile.
    """
    if gevolg is Gevolg.VERZONDEN:
        return None if staat is Staat.VERZONDEN else Staat.VERZONDEN
    if not eigen or staat not in NIET_KLAAR:
        return None
    nieuw = {Gevolg.OPNIEUW: Staat.WACHT, Gevolg.MISLUKT: Staat.MISLUKT}.get(gevolg)
    if nieuw is None:
        nieuw = Staat.WACHT if kent_sleutels or staat is Staat.WACHT else Staat.ONZEKER
    return None if nieuw is staat else nieuw
