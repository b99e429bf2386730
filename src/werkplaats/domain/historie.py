"""Everything that ever happened with a car on one line of time: plates, owners, readings, passes, changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.wisseling import Rol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from werkplaats.domain.contactmoment import Contactmoment
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.kmstand import KmStand
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.pechhulp import PechhulpAanvraag
    from werkplaats.domain.treffers import LogRegel
    from werkplaats.domain.voertuig import RelatieKop

RDW = "rdw"
_KM = "kmstand"


class Soort(StrEnum):
    """What kind of thing happened: by this one filters."""

    KENTEKEN = "kenteken"
    EIGENAAR = "eigenaar"
    BESTUURDER = "bestuurder"
    CONTACT = "contact"
    KM = "km"
    PECHHULP = "pechhulp"
    RDW = "rdw"
    WIJZIGING = "wijziging"


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
class Voorval:
    """Something that happened on a day: of which kind, who noted it, and the fact itself for whoever says it."""

    dag: date | None
    soort: Soort
    wie: str
    feit: KentekenPeriode | EigenaarPeriode | Einde | Contactmoment | KmStand | PechhulpAanvraag | tuple[LogRegel, ...]
    moment: Moment | None = None


def acts(regels: Iterable[LogRegel]) -> list[tuple[LogRegel, ...]]:
    """The lines of the logboek by act: what one hand did at one moment. A reading is told as a reading."""
    daden: dict[tuple[Moment, str, str], list[LogRegel]] = {}
    for regel in regels:
        if not (regel.handeling == "toegevoegd" and regel.veld == _KM):
            daden.setdefault((regel.moment, regel.wie, regel.handeling), []).append(regel)
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
