"""Car-Pass historiek: the history of a car as a document, asked with its reading, valid for two months.

Source: the royal decree of 1 July 2006, art. 4 (two months), and the old help (a right reading and chassis number, the
document with the car, the public address for the advertisement).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.carpass import ZONE, MeldingInvoer, check_melding, read_vin
from werkplaats.domain.carpass_antwoord import Uitspraak, next_question
from werkplaats.domain.herinnering import months_after
from werkplaats.domain.kmstand import Eenheid, to_km
from werkplaats.domain.melding import Staat as MeldingStaat
from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.kmstand import Meting
    from werkplaats.domain.moment import Moment
    from werkplaats.errors import Bevinding

GELDIG_MAANDEN = 2
BIJNA = timedelta(days=14)
"""So long before its end a historiek is said to run out."""


class Staat(StrEnum):
    """Where a request stands; the value is what the store keeps."""

    AAN_TE_VRAGEN = "aan_te_vragen"
    AANGEVRAAGD = "aangevraagd"
    ONTVANGEN = "ontvangen"
    GEWEIGERD = "geweigerd"
    ONZEKER = "onzeker"
    VERVALLEN = "vervallen"


class Daad(StrEnum):
    """What a person does, or what comes back, that moves a request."""

    AANNEMEN = "aannemen"
    GEEN_ANTWOORD = "geen_antwoord"
    WEIGEREN = "weigeren"
    OPNIEUW = "opnieuw"
    ONTVANGEN = "ontvangen"
    OPHALEN = "ophalen"
    LATEN = "laten"


OVERGANGEN: dict[tuple[Staat, Daad], Staat] = {
    (Staat.AAN_TE_VRAGEN, Daad.AANNEMEN): Staat.AANGEVRAAGD,
    (Staat.AAN_TE_VRAGEN, Daad.GEEN_ANTWOORD): Staat.ONZEKER,
    (Staat.AAN_TE_VRAGEN, Daad.WEIGEREN): Staat.GEWEIGERD,
    (Staat.AAN_TE_VRAGEN, Daad.LATEN): Staat.VERVALLEN,
    (Staat.AANGEVRAAGD, Daad.ONTVANGEN): Staat.ONTVANGEN,
    (Staat.AANGEVRAAGD, Daad.WEIGEREN): Staat.GEWEIGERD,
    (Staat.AANGEVRAAGD, Daad.LATEN): Staat.VERVALLEN,
    (Staat.ONTVANGEN, Daad.OPHALEN): Staat.AANGEVRAAGD,
    (Staat.ONZEKER, Daad.OPNIEUW): Staat.AAN_TE_VRAGEN,
    (Staat.ONZEKER, Daad.LATEN): Staat.VERVALLEN,
    (Staat.GEWEIGERD, Daad.OPNIEUW): Staat.AAN_TE_VRAGEN,
    # A sender that wakes from sleep tells the truth, whatever a person decided meanwhile.
    (Staat.ONZEKER, Daad.AANNEMEN): Staat.AANGEVRAAGD,
    (Staat.VERVALLEN, Daad.AANNEMEN): Staat.AANGEVRAAGD,
}
"""All that may happen to a request; what does not stand here is refused."""

LOOPT = frozenset({Staat.AAN_TE_VRAGEN, Staat.AANGEVRAAGD, Staat.ONZEKER})
"""While one of a car stands so, no other is asked."""


def move(staat: Staat, daad: Daad) -> Staat:
    """The state after a deed; raises WerkplaatsError HISTORIEK_KAN_NIET where the request does not stand so."""
    naar = OVERGANGEN.get((staat, daad))
    if naar is None:
        raise WerkplaatsError("HISTORIEK_KAN_NIET", staat=staat.value, daad=daad.value)
    return naar


class Geldigheid(StrEnum):
    """How a historiek stands on a day: of use, of use for a short while yet, or of none any more."""

    GELDIG = "geldig"
    BIJNA = "bijna"
    VERLOPEN = "verlopen"


@dataclass(frozen=True, slots=True)
class HistoriekInvoer:
    """What a person fills in: what the odometer shows now, and the chassis number."""

    stand: int | None = None
    vin: str = ""
    eenheid: Eenheid = Eenheid.KM

    @property
    def km(self) -> int | None:
        """The reading in kilometres."""
        return None if self.stand is None else to_km(self.stand, self.eenheid)


@dataclass(frozen=True, slots=True)
class HistoriekStand:
    """A reading that Car-Pass knows of the car; ``herkomst`` in its own words."""

    datum: date
    km: int
    herkomst: str = ""
    teller_gewijzigd: bool = False


@dataclass(frozen=True, slots=True)
class HistoriekAntwoord:
    """What Car-Pass says of a request: ``pdf`` is None while it is not ready, ``tekst`` is why it refuses."""

    status: str
    uitspraak: Uitspraak
    url: str
    pdf: bytes | None = None
    standen: tuple[HistoriekStand, ...] = ()
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Historiek:
    """A request with its state; ``gevraagd_op`` is when Car-Pass took it, ``bijlage_id`` the document with the car."""

    id: int
    shop_id: int
    voertuig_id: int
    kenteken: Kenteken | None
    invoer: HistoriekInvoer
    datum: date
    eerste_toelating: date | None
    staat: Staat
    staat_sinds: Moment
    toelichting: str
    guid: str
    url: str
    gevraagd_op: Moment | None
    bijlage_id: int | None
    standen: tuple[HistoriekStand, ...]
    gemaakt_op: Moment
    gemaakt_door: str

    @property
    def geldig_tot(self) -> date | None:
        """The last day on which it may be shown to a buyer; None while there is none."""
        is_there = self.staat is Staat.ONTVANGEN and self.gevraagd_op is not None
        return last_day(self.gevraagd_op) if is_there and self.gevraagd_op else None

    def geldigheid(self, nu: Moment) -> Geldigheid | None:
        """How it stands on the day that it is now in Brussels; None while there is no document."""
        tot = self.geldig_tot
        if tot is None:
            return None
        vandaag = nu.lokaal(ZONE).date()
        if vandaag > tot:
            return Geldigheid.VERLOPEN
        return Geldigheid.BIJNA if tot - vandaag <= BIJNA else Geldigheid.GELDIG

    def may_be_shown(self, nu: Moment) -> bool:
        """Whether it is of use to a buyer still, so that none need be asked."""
        return self.geldigheid(nu) in (Geldigheid.GELDIG, Geldigheid.BIJNA)


def last_day(gevraagd_op: Moment) -> date:
    """The last day of the two months, counted from the day in Brussels on which Car-Pass took the request.

    Not from the day on which the document came: that may be later, and a paper never lives longer than it says.
    """
    return months_after(gevraagd_op.lokaal(ZONE).date(), GELDIG_MAANDEN)


def check_historiek(invoer: HistoriekInvoer, metingen: Iterable[Meting], vandaag: date) -> tuple[Bevinding, ...]:
    """What is wrong or odd about a request: as for a report of today; what is odd may be asked all the same."""
    return check_melding(MeldingInvoer(invoer.stand, vandaag, read_vin(invoer.vin), invoer.eenheid), metingen, vandaag)


def next_look(gevraagd_op: Moment | None, nu: Moment) -> Moment | None:
    """When Car-Pass is asked again whether the document is ready: at first soon, later rarely."""
    return next_question(MeldingStaat.VERSTUURD, gevraagd_op, nu)
