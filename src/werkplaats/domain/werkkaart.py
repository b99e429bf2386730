"""The werkkaart: the work on a car from the appointment until it is collected, with its states as one table."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from werkplaats.domain.btw import add_up
from werkplaats.domain.getal import GROOTSTE_GETAL
from werkplaats.domain.kmstand import KM_HOOGSTENS, km_text
from werkplaats.domain.werkkaart_regel import Regel, check_regels
from werkplaats.errors import Bevinding, WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from werkplaats.domain.btw import Totalen
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.moment import Moment

TEKST_HOOGSTENS = 2000
NAAM_HOOGSTENS = 80


class KaartStaat(StrEnum):
    """How far the work is; the value is what the store keeps."""

    GEPLAND = "gepland"
    BINNEN = "binnen"
    IN_UITVOERING = "in uitvoering"
    KLAAR = "klaar"
    OPGEHAALD = "opgehaald"
    VERVALLEN = "vervallen"


OVERGANGEN: Mapping[KaartStaat, frozenset[KaartStaat]] = MappingProxyType(
    {
        KaartStaat.GEPLAND: frozenset({KaartStaat.BINNEN, KaartStaat.VERVALLEN}),
        KaartStaat.BINNEN: frozenset({KaartStaat.IN_UITVOERING, KaartStaat.KLAAR, KaartStaat.VERVALLEN}),
        KaartStaat.IN_UITVOERING: frozenset({KaartStaat.BINNEN, KaartStaat.KLAAR, KaartStaat.VERVALLEN}),
        KaartStaat.KLAAR: frozenset({KaartStaat.IN_UITVOERING, KaartStaat.OPGEHAALD}),
        KaartStaat.OPGEHAALD: frozenset(),
        KaartStaat.VERVALLEN: frozenset({KaartStaat.GEPLAND}),
    }
)
"""What may follow what. A car that came in cannot be made to come in later; one that is gone stays gone."""

LOPEND = frozenset({KaartStaat.GEPLAND, KaartStaat.BINNEN, KaartStaat.IN_UITVOERING, KaartStaat.KLAAR})
"""The states in which somebody still has something to do."""


@dataclass(frozen=True, slots=True)
class WerkkaartInvoer:
    """All that a person may edit of a werkkaart; ``afgesproken_om`` is the time of day as ``uu:mm``."""

    klacht: str = ""
    monteur: str = ""
    afgesproken_op: date | None = None
    afgesproken_om: str = ""
    km_stand: int | None = None
    notitie: str = ""
    regels: tuple[Regel, ...] = ()

    @property
    def totalen(self) -> Totalen:
        """What stands under it."""
        return add_up(regel for regel in self.regels if regel.is_priced)


@dataclass(frozen=True, slots=True)
class Opname:
    """What was true of the car and its owner that day; it does not change with them."""

    kenteken: Kenteken | None = None
    voertuig: str = ""
    vin: str = ""
    eigenaar_id: int | None = None
    eigenaar: str = ""
    adres: str = ""
    telefoon: str = ""
    email: str = ""
    btw_nummer: str = ""


@dataclass(frozen=True, slots=True)
class Werkkaart:
    """A werkkaart on file, with the moment at which each state began and the last hand that changed it."""

    id: int
    versie: int
    shop_id: int
    voertuig_id: int
    nummer: str
    staat: KaartStaat
    opname: Opname
    invoer: WerkkaartInvoer
    gewijzigd_op: Moment
    gewijzigd_door: str
    momenten: Mapping[KaartStaat, Moment] = field(default_factory=lambda: MappingProxyType({}))
    registernummer: str = ""

    def may_become(self, staat: KaartStaat) -> bool:
        """Whether that state may follow this one."""
        return staat in OVERGANGEN[self.staat]


@dataclass(frozen=True, slots=True)
class WerkkaartKop:
    """A werkkaart in one line of a short list."""

    id: int
    nummer: str
    staat: KaartStaat
    klacht: str
    begonnen: Moment
    km_stand: int | None


@dataclass(frozen=True, slots=True)
class WerkkaartRegel:
    """A werkkaart on a line of the long list; amounts include tax, in cents."""

    id: int
    nummer: str
    kenteken: Kenteken | None
    voertuig_id: int
    voertuig: str
    eigenaar: str
    staat: KaartStaat
    monteur: str
    begonnen: Moment
    afgesproken_op: date | None
    afgesproken_om: str
    inclusief: int


@dataclass(frozen=True, slots=True)
class RegisterRegel:
    """A line of the Belgian garage register: entry and exit of a car, numbered per establishment without gaps.

    Source: KB no. 1 art. 28, circular 2018/C/47: number, day of entry, plate (or VIN), VAT number of the principal,
    day of exit, reference to the document.
    """

    werkkaart_id: int
    nummer: str
    vestiging: str
    binnen: Moment
    kenteken: str
    vin: str
    btw_nummer: str
    opgehaald: Moment | None
    werkkaart: str


def check_step(kaart: Werkkaart, staat: KaartStaat) -> None:
    """Raises WerkplaatsError STAAT_KAN_NIET where that state may not follow."""
    if not kaart.may_become(staat):
        raise WerkplaatsError("STAAT_KAN_NIET", van=kaart.staat.value, naar=staat.value, nummer=kaart.nummer)


def check_werkkaart(invoer: WerkkaartInvoer) -> tuple[Bevinding, ...]:
    """What of a werkkaart cannot be kept."""
    return (*_fields(invoer), *check_regels(invoer.regels), *_total(invoer))


def _fields(invoer: WerkkaartInvoer) -> Iterator[Bevinding]:
    lengten = {"klacht": TEKST_HOOGSTENS, "notitie": TEKST_HOOGSTENS, "monteur": NAAM_HOOGSTENS}
    for veld, hoogstens in lengten.items():
        lengte = len(getattr(invoer, veld))
        if lengte > hoogstens:
            yield Bevinding(veld, "TEKST_TE_LANG", params={"hoogstens": hoogstens, "lengte": lengte})
    if invoer.km_stand is not None and not 0 <= invoer.km_stand <= KM_HOOGSTENS:
        yield Bevinding("km_stand", "KM_ONGELDIG", params={"hoogstens": km_text(KM_HOOGSTENS)})


def _total(invoer: WerkkaartInvoer) -> Iterator[Bevinding]:
    if abs(invoer.totalen.inclusief.centen) > GROOTSTE_GETAL:
        yield Bevinding("regels", "TOTAAL_TE_GROOT")
