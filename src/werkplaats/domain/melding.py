"""The life of a report to Car-Pass: its states, and which deed or answer leads from one to another, as one table."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.carpass import ZONE, MeldingInvoer, Vrijstelling
from werkplaats.domain.kmstand import Eenheid, to_km
from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.moment import Moment

VAST_NA = timedelta(minutes=10)
"""A report that waits longer than this to be sent needs a person's eye; not in the evening of maintenance."""

_DONDERDAG = 3
_ONDERHOUD_VAN, _ONDERHOUD_TOT = 19, 24


class Staat(StrEnum):
    """Where a report stands; the value is what the store keeps."""

    CONCEPT = "concept"
    UITGESTELD = "uitgesteld"
    TE_VERSTUREN = "te_versturen"
    VERSTUURD = "verstuurd"
    WACHT_OP_DIV = "wacht_op_div"
    AANVAARD = "aanvaard"
    ANOMALIE = "anomalie"
    GEWEIGERD = "geweigerd"
    ONZEKER = "onzeker"
    ONBEKEND = "onbekend"
    CORRECTIEFORMULIER = "correctieformulier"
    GESLOTEN = "gesloten"
    NIET_MELDINGSPLICHTIG = "niet_meldingsplichtig"


class Daad(StrEnum):
    """What a person does, or what comes back, that moves a report."""

    VERSTUREN = "versturen"
    UITSTELLEN = "uitstellen"
    VRIJSTELLEN = "vrijstellen"
    TERUGNEMEN = "terugnemen"
    INTREKKEN = "intrekken"
    AANGEKOMEN = "aangekomen"
    NAGEKOMEN = "nagekomen"
    IN_BEHANDELING = "in_behandeling"
    WACHTEN_OP_DIV = "wachten_op_div"
    AANVAARDEN = "aanvaarden"
    AFWIJKING = "afwijking"
    WEIGEREN = "weigeren"
    GEEN_ANTWOORD = "geen_antwoord"
    VREEMD_ANTWOORD = "vreemd_antwoord"
    FORMULIER = "formulier"
    AFHANDELEN = "afhandelen"


_STATUS = (Staat.VERSTUURD, Staat.WACHT_OP_DIV, Staat.ONBEKEND, Staat.TE_VERSTUREN, Staat.ANOMALIE)
"""Where an answer of Car-Pass about a report may find it."""

OVERGANGEN: dict[tuple[Staat, Daad], Staat] = {
    (Staat.CONCEPT, Daad.VERSTUREN): Staat.TE_VERSTUREN,
    (Staat.CONCEPT, Daad.UITSTELLEN): Staat.UITGESTELD,
    (Staat.CONCEPT, Daad.VRIJSTELLEN): Staat.NIET_MELDINGSPLICHTIG,
    (Staat.UITGESTELD, Daad.VERSTUREN): Staat.TE_VERSTUREN,
    (Staat.UITGESTELD, Daad.VRIJSTELLEN): Staat.NIET_MELDINGSPLICHTIG,
    (Staat.NIET_MELDINGSPLICHTIG, Daad.TERUGNEMEN): Staat.UITGESTELD,
    (Staat.TE_VERSTUREN, Daad.INTREKKEN): Staat.UITGESTELD,
    (Staat.TE_VERSTUREN, Daad.AANGEKOMEN): Staat.VERSTUURD,
    (Staat.TE_VERSTUREN, Daad.GEEN_ANTWOORD): Staat.ONZEKER,
    (Staat.TE_VERSTUREN, Daad.WEIGEREN): Staat.GEWEIGERD,
    (Staat.ANOMALIE, Daad.VERSTUREN): Staat.TE_VERSTUREN,
    (Staat.GEWEIGERD, Daad.VERSTUREN): Staat.TE_VERSTUREN,
    (Staat.ONZEKER, Daad.VERSTUREN): Staat.TE_VERSTUREN,
    (Staat.ONZEKER, Daad.AANGEKOMEN): Staat.AANVAARD,
    (Staat.ONZEKER, Daad.NAGEKOMEN): Staat.VERSTUURD,
    (Staat.ANOMALIE, Daad.FORMULIER): Staat.CORRECTIEFORMULIER,
    (Staat.GEWEIGERD, Daad.FORMULIER): Staat.CORRECTIEFORMULIER,
    (Staat.CORRECTIEFORMULIER, Daad.AFHANDELEN): Staat.GESLOTEN,
    **{(staat, Daad.IN_BEHANDELING): Staat.VERSTUURD for staat in _STATUS},
    **{(staat, Daad.WACHTEN_OP_DIV): Staat.WACHT_OP_DIV for staat in _STATUS},
    **{(staat, Daad.AANVAARDEN): Staat.AANVAARD for staat in _STATUS},
    **{(staat, Daad.AFWIJKING): Staat.ANOMALIE for staat in _STATUS},
    **{(staat, Daad.WEIGEREN): Staat.GEWEIGERD for staat in _STATUS},
    **{(staat, Daad.VREEMD_ANTWOORD): Staat.ONBEKEND for staat in _STATUS},
}
"""All that may happen to a report; what does not stand here is refused."""


def move(staat: Staat, daad: Daad) -> Staat:
    """The state after a deed; raises WerkplaatsError MELDING_KAN_NIET where the report does not stand so."""
    naar = OVERGANGEN.get((staat, daad))
    if naar is None:
        raise WerkplaatsError("MELDING_KAN_NIET", staat=staat.value, daad=daad.value)
    return naar


def may(staat: Staat, daad: Daad) -> bool:
    """Whether a report in this state allows the deed."""
    return (staat, daad) in OVERGANGEN


AANDACHT = frozenset(
    {
        Staat.CONCEPT,
        Staat.UITGESTELD,
        Staat.ANOMALIE,
        Staat.GEWEIGERD,
        Staat.ONZEKER,
        Staat.ONBEKEND,
        Staat.CORRECTIEFORMULIER,
    }
)
"""The states in which a report asks for a person; a good house keeps none."""

BIJ_CARPASS = frozenset({Staat.VERSTUURD, Staat.WACHT_OP_DIV, Staat.ONBEKEND})
"""The states in which Car-Pass is asked again how it stands."""

KLAAR = frozenset({Staat.AANVAARD, Staat.GESLOTEN, Staat.NIET_MELDINGSPLICHTIG})
"""The states in which nothing more is to be done."""


def is_maintenance(moment: Moment) -> bool:
    """Whether Car-Pass is closed for its maintenance: Thursday from 19 to 24 h, Brussels time."""
    lokaal = moment.lokaal(ZONE)
    return lokaal.weekday() == _DONDERDAG and _ONDERHOUD_VAN <= lokaal.hour < _ONDERHOUD_TOT


def needs_person(staat: Staat, sinds: Moment, nu: Moment) -> bool:
    """Whether a report counts in the badge: it asks for a person, or waits too long to be sent."""
    if staat is Staat.TE_VERSTUREN:
        return not is_maintenance(nu) and nu.utc - sinds.utc > VAST_NA
    return staat in AANDACHT


@dataclass(frozen=True, slots=True)
class Issue:
    """What Car-Pass says is wrong: ``code`` is ours (empty where we know none), ``tekst`` its own words."""

    issue_id: str
    code: str
    tekst: str
    corrigeerbaar: bool
    bevestigbaar: bool
    vorige_stand: int | None = None
    vorige_datum: date | None = None


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """What happened to a report, for who reads it back; ``code`` is a word for it, ``tekst`` what was said."""

    moment: Moment
    wie: str
    code: str
    van: Staat
    naar: Staat
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class MeldingKop:
    """Of which car a report is, as it was that day; ``particulier`` is None where no owner is known."""

    voertuig_id: int
    kenteken: Kenteken | None
    auto: str
    eigenaar: str
    eerste_toelating: date | None = None


@dataclass(frozen=True, slots=True)
class MonteurStand:
    """What the mechanic read off the odometer, beside what the counter reports."""

    stand: int
    wie: str
    op: Moment


@dataclass(frozen=True, slots=True)
class Melding:
    """A report with its version, its state, and what Car-Pass said of it."""

    id: int
    versie: int
    shop_id: int
    werkkaart_id: int | None
    kop: MeldingKop
    invoer: MeldingInvoer
    monteur: MonteurStand | None
    staat: Staat
    staat_sinds: Moment
    vroeg: bool
    vorige_km: int | None
    vorige_datum: date | None
    reden: Vrijstelling | None
    toelichting: str
    guid: str
    status: str
    omschrijving_staat: str
    correcties: int
    herverzonden: bool
    gemaakt_op: Moment
    gemaakt_door: str
    gewijzigd_op: Moment
    gewijzigd_door: str
    issues: tuple[Issue, ...] = field(default=())
    verstuurd_op: Moment | None = None

    @property
    def km(self) -> int | None:
        """The reading in kilometres."""
        return self.invoer.km

    @property
    def issue(self) -> Issue | None:
        """The first thing that Car-Pass stumbles over."""
        return self.issues[0] if self.issues else None

    @property
    def may_correct(self) -> bool:
        """Whether another reading may be sent for it."""
        if self.staat is Staat.GEWEIGERD:
            # Without a guid Car-Pass never took it: then it is sent anew.
            return not self.guid
        return self.staat is Staat.ANOMALIE and any(issue.corrigeerbaar for issue in self.issues)

    @property
    def may_confirm(self) -> bool:
        """Whether Car-Pass takes the word that the reading is right."""
        return self.staat is Staat.ANOMALIE and any(issue.bevestigbaar for issue in self.issues)


@dataclass(frozen=True, slots=True)
class MeldingRegel:
    """A report on a line of the overview."""

    id: int
    voertuig_id: int
    kenteken: Kenteken | None
    auto: str
    eigenaar: str
    datum: date | None
    stand: int | None
    eenheid: Eenheid
    vorige_km: int | None
    staat: Staat
    code: str
    tekst: str
    reden: Vrijstelling | None
    may_correct: bool
    may_confirm: bool

    @property
    def km(self) -> int | None:
        """The reading in kilometres."""
        return None if self.stand is None else to_km(self.stand, self.eenheid)
