"""Everything that ever happened with a car on one line of time: from its plates and people to its files and reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from werkplaats.domain.wisseling import Rol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from werkplaats.domain.bijlage import Bijlage
    from werkplaats.domain.contactmoment import Contactmoment
    from werkplaats.domain.garantie import Garantie
    from werkplaats.domain.herinnering import Herinnering
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.kmstand import KmStand
    from werkplaats.domain.leen import LeenKaart
    from werkplaats.domain.melding import Staat
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.order import Orderstatus
    from werkplaats.domain.pechhulp import PechhulpAanvraag
    from werkplaats.domain.ponaanvraag import Aanvraagstaat
    from werkplaats.domain.schade import Schade
    from werkplaats.domain.treffers import LogRegel
    from werkplaats.domain.voertuig import RelatieKop
    from werkplaats.domain.werkkaart import KaartStaat

RDW = "rdw"
_ELDERS = {
    "kmstand": frozenset({"toegevoegd"}),
    "bijlage": frozenset({"toegevoegd", "verwijderd", "hersteld"}),
    "leen": frozenset({"toegevoegd", "teruggenomen"}),
}
"""By field of the logboek the acts that are told as a fact of its own."""


class Soort(StrEnum):
    """What kind of thing happened: by this one filters."""

    KENTEKEN = "kenteken"
    EIGENAAR = "eigenaar"
    BESTUURDER = "bestuurder"
    CONTACT = "contact"
    WERKKAART = "werkkaart"
    CARPASS = "carpass"
    KM = "km"
    PECHHULP = "pechhulp"
    HERINNERING = "herinnering"
    SCHADE = "schade"
    GARANTIE = "garantie"
    LEEN = "leen"
    BANDEN = "banden"
    BESTAND = "bestand"
    ORDER = "order"
    RDW = "rdw"
    WIJZIGING = "wijziging"


_EIGEN = {
    "schade": Soort.SCHADE,
    "garantie": Soort.GARANTIE,
    "leen": Soort.LEEN,
    "banden": Soort.BANDEN,
    "bijlage": Soort.BESTAND,
}
"""Fields of the logboek of a car that are things of their own."""


@dataclass(frozen=True, slots=True)
class KentekenPeriode:
    """A plate that a car bears or bore; ``van`` is None where nobody knows, ``tot`` while it bears it."""

    kenteken: Kenteken
    van: date | None
    tot: date | None


@dataclass(frozen=True, slots=True)
class EigenaarPeriode:
    """An owner that a car has or had, or somebody in another role; ``van`` is None where nobody knows, ``tot`` while
    it is his."""

    eigenaar: RelatieKop
    van: date | None
    tot: date | None
    rol: Rol = Rol.EIGENAAR


@dataclass(frozen=True, slots=True)
class Einde:
    """A plate or a person of a car that ended on a day, and nothing of its kind took its place."""

    van_wat: KentekenPeriode | EigenaarPeriode


@dataclass(frozen=True, slots=True)
class KaartStap:
    """A werkkaart was made (``staat`` None), or came to a state."""

    werkkaart_id: int
    nummer: str
    klacht: str
    staat: KaartStaat | None


@dataclass(frozen=True, slots=True)
class MeldingStap:
    """Something happened to a report to Car-Pass: ``code`` is the word for it, ``km`` the reading that it reports."""

    melding_id: int
    code: str
    naar: Staat
    tekst: str
    km: int | None


@dataclass(frozen=True, slots=True)
class OrderStap:
    """A sales order of this car was made (``status`` None), or came to a status."""

    order_id: int
    nummer: str
    status: Orderstatus | None


@dataclass(frozen=True, slots=True)
class PlaatStap:
    """The plate of an order was requested at PON, or that request ended; ``kenteken`` is what PON gave."""

    order_id: int
    nummer: str
    staat: Aanvraagstaat
    kenteken: str


@dataclass(frozen=True, slots=True)
class BestandStap:
    """A file came, or was taken away (``weg``); of the car itself, or of what ``bijlage`` says it belongs to."""

    bijlage: Bijlage
    weg: bool


@dataclass(frozen=True, slots=True)
class GarantieDag:
    """A warranty began on this day, or this was its last one (``einde``)."""

    garantie: Garantie
    einde: bool


@dataclass(frozen=True, slots=True)
class LeenStap:
    """A car was given to somebody, or came back (``terug``)."""

    kaart: LeenKaart
    terug: bool


if TYPE_CHECKING:
    Stapfeit = KaartStap | MeldingStap | OrderStap | PlaatStap | BestandStap
    Feit = (
        KentekenPeriode
        | EigenaarPeriode
        | Einde
        | Stapfeit
        | GarantieDag
        | LeenStap
        | Contactmoment
        | Herinnering
        | KmStand
        | PechhulpAanvraag
        | Schade
        | tuple[LogRegel, ...]
    )


class Stap(NamedTuple):
    """A fact that bears its moment, and whose hand it was."""

    moment: Moment
    wie: str
    feit: Stapfeit


@dataclass(frozen=True, slots=True)
class Voorval:
    """Something that happened on a day: of which kind, who noted it, and the fact itself for whoever says it."""

    dag: date | None
    soort: Soort
    wie: str
    feit: Feit
    moment: Moment | None = None


def kind_of(regel: LogRegel) -> Soort:
    """Of which kind a line of the logboek of a car is: some fields are things of their own."""
    return Soort.RDW if regel.handeling == RDW else _EIGEN.get(regel.veld, Soort.WIJZIGING)


def acts(regels: Iterable[LogRegel]) -> list[tuple[LogRegel, ...]]:
    """The lines of the logboek by act: what one hand did at one moment, but each thing of its own by itself.

    What is told as a fact is left out: a reading, a file that came or went.
    """
    daden: dict[tuple[object, ...], list[LogRegel]] = {}
    for plek, regel in enumerate(regels):
        if regel.veld in _ELDERS and regel.handeling in _ELDERS[regel.veld]:
            continue
        eigen = plek if kind_of(regel) in _EIGEN.values() else -1
        daden.setdefault((regel.moment, regel.wie, regel.handeling, eigen), []).append(regel)
    return [tuple(daad) for daad in daden.values()]


def newest_first(voorvallen: Iterable[Voorval]) -> tuple[Voorval, ...]:
    """The line of time; of one day what bears a time comes by its time, and what nobody can date comes last."""
    return tuple(
        sorted(
            voorvallen,
            key=lambda voorval: (
                voorval.dag is not None,
                voorval.dag.toordinal() if voorval.dag else 0,
                voorval.moment.iso if voorval.moment else "",
            ),
            reverse=True,
        )
    )
