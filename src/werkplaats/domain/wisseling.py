"""The dated facts of a car: which plate it bears and who it belongs to, each from a day until a day.

A period ends on the day on which the next one begins: on the day of a sale the car is of both. ``van`` is None where
nobody knows, ``tot`` while it holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.voertuig import RelatieKop


class Rol(StrEnum):
    """What somebody is to a car; the value is what the store keeps."""

    EIGENAAR = "eigenaar"
    BESTUURDER = "bestuurder"
    CONTRACTANT = "contractant"


@dataclass(frozen=True, slots=True)
class Periode:
    """From a day until a day: what a person may put right of a dated fact."""

    van: date | None = None
    tot: date | None = None

    def overlaps(self, ander: Periode) -> bool:
        """Whether there is a day that is inside both; that one begins where the other ends is no overlap."""
        return _begin(self) < _end(ander) and _begin(ander) < _end(self)


@dataclass(frozen=True, slots=True)
class PlaatRegel:
    """A plate that a car bears or bore; ``id`` is that of this fact."""

    id: int
    kenteken: Kenteken
    periode: Periode

    @property
    def naam(self) -> str:
        """How a sentence calls it."""
        return self.kenteken.weergave


@dataclass(frozen=True, slots=True)
class RolRegel:
    """Somebody who is or was something to a car; ``id`` is that of this fact."""

    id: int
    rol: Rol
    relatie: RelatieKop
    periode: Periode

    @property
    def naam(self) -> str:
        """How a sentence calls it."""
        return self.relatie.weergave


Regel = PlaatRegel | RolRegel


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """All dated facts of a car, in no order."""

    kentekens: tuple[PlaatRegel, ...] = ()
    rollen: tuple[RolRegel, ...] = ()

    @property
    def plaat(self) -> PlaatRegel | None:
        """The plate that it bears now."""
        return next((regel for regel in self.kentekens if regel.periode.tot is None), None)

    def nu(self, rol: Rol) -> RolRegel | None:
        """Who is this to the car now."""
        return next((regel for regel in self.rollen if regel.rol is rol and regel.periode.tot is None), None)

    def staand(self, regel: Regel) -> Regel | None:
        """A fact as it stands now; None when it was taken away."""
        alle = self.kentekens if isinstance(regel, PlaatRegel) else self.rollen
        return next((ander for ander in alle if ander.id == regel.id), None)

    def soortgenoten(self, regel: Regel) -> tuple[Regel, ...]:
        """The other facts of its kind: those with which it may not overlap."""
        if isinstance(regel, PlaatRegel):
            return tuple(ander for ander in self.kentekens if ander.id != regel.id)
        return tuple(ander for ander in self.rollen if ander.rol is regel.rol and ander.id != regel.id)

    def regels(self) -> tuple[Regel, ...]:
        """All of them: plates, owners, drivers, holders of a contract; of each kind the newest first."""
        groepen: list[list[Regel]] = [list(self.kentekens)]
        groepen += [[regel for regel in self.rollen if regel.rol is rol] for rol in Rol]
        return tuple(regel for groep in groepen for regel in sorted(groep, key=_newest, reverse=True))

    def voorganger(self, regel: Regel) -> Regel | None:
        """Whose place a fact that holds now took: what ended on the day on which it began."""
        if regel.periode.tot is not None or regel.periode.van is None:
            return None
        geeindigd = [ander for ander in self.soortgenoten(regel) if ander.periode.tot == regel.periode.van]
        return max(geeindigd, key=_newest, default=None)


@dataclass(frozen=True, slots=True)
class Weggehaald:
    """A fact that was taken away because it never was so, with what its undo needs.

    ``heropend`` is the fact that holds again since, as it was before; ``ook_op`` are the other cars with that plate.
    """

    regel: Regel
    heropend: Regel | None = None
    ook_op: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class EindeElders:
    """A plate that comes to this car ends on a day at the car that bore it until then."""

    voertuig_id: int
    dag: date


@dataclass(frozen=True, slots=True)
class RolWissel:
    """From a day on somebody else is this to the car, or nobody; ``gezien`` is who the person at the screen saw."""

    rol: Rol
    gezien: RelatieKop | None
    nieuw: RelatieKop | None
    dag: date | None


@dataclass(frozen=True, slots=True)
class PlaatWissel:
    """From a day on the car bears another plate, or none; ``gezien`` is the one that the person at the screen saw.

    Where another car bears the new one, it may end there in the same act.
    """

    gezien: Kenteken | None
    nieuw: Kenteken | None
    dag: date | None
    einde_elders: EindeElders | None = None


@dataclass(frozen=True, slots=True)
class Verhuizing:
    """From a day on the plate is on another car (``naar``); this one gets a new one, or none.

    Where a third car bears the new one, it may end there in the same act.
    """

    gezien: Kenteken | None
    naar: int | None
    nieuw: Kenteken | None
    dag: date | None
    einde_elders: EindeElders | None = None


def check_rol(invoer: RolWissel, tijdlijn: Tijdlijn, vandaag: date) -> tuple[Bevinding, ...]:
    """What bars a change of owner, driver or holder of the contract."""
    staand = tijdlijn.nu(invoer.rol)
    gevonden = list(check_dag(invoer.dag, vandaag))
    if invoer.nieuw is None and staand is None:
        gevonden.append(Bevinding("nieuw", "WISSEL_NIEMAND"))
    elif invoer.nieuw is not None and staand is not None and invoer.nieuw == staand.relatie:
        gevonden.append(Bevinding("nieuw", "WISSEL_ZELFDE", params={"wat": staand.naam}))
    if invoer.dag is not None and not gevonden:
        eerder = [regel for regel in tijdlijn.rollen if regel.rol is invoer.rol]
        gevonden += check_wissel(invoer.dag, staand, eerder)
    return tuple(gevonden)


def check_plaat(nieuw: Kenteken | None, dag: date | None, tijdlijn: Tijdlijn, vandaag: date) -> tuple[Bevinding, ...]:
    """What bars that a car bears this plate, or none, from this day on."""
    staand = tijdlijn.plaat
    gevonden = list(check_dag(dag, vandaag))
    if nieuw is None and staand is None:
        gevonden.append(Bevinding("nieuw", "WISSEL_GEEN_PLAAT"))
    elif nieuw is not None and staand is not None and nieuw == staand.kenteken:
        gevonden.append(Bevinding("nieuw", "WISSEL_ZELFDE", params={"wat": staand.naam}))
    if dag is not None and not gevonden:
        gevonden += check_wissel(dag, staand, tijdlijn.kentekens)
    return tuple(gevonden)


def check_dag(dag: date | None, vandaag: date, veld: str = "dag") -> tuple[Bevinding, ...]:
    """What bars the day of a change: it is needed, and it is no day to come."""
    if dag is None:
        return (Bevinding(veld, "WISSEL_DAG_LEEG", params={"vandaag": datum_tekst(vandaag)}),)
    if dag > vandaag:
        return (Bevinding(veld, "WISSEL_TOEKOMST", params={"datum": datum_tekst(dag)}),)
    return ()


def check_wissel(dag: date, staand: Regel | None, anderen: Sequence[Regel], veld: str = "dag") -> tuple[Bevinding, ...]:
    """What bars that on this day another one takes the place of ``staand``; ``anderen`` are those before it."""
    if staand is not None and staand.periode.van is not None and dag < staand.periode.van:
        params = {"wat": staand.naam, "datum": datum_tekst(staand.periode.van)}
        return (Bevinding(veld, "WISSEL_VOOR_BEGIN", params=params),)
    if staand is not None:
        return ()
    return _clashes(Periode(dag), anderen, veld)


def check_periode(periode: Periode, anderen: Sequence[Regel], vandaag: date) -> tuple[Bevinding, ...]:
    """What bars these days for a fact beside the others of its kind."""
    van, tot = periode.van, periode.tot
    te_laat = [
        Bevinding(veld, "WISSEL_TOEKOMST", params={"datum": datum_tekst(dag)})
        for veld, dag in (("van", van), ("tot", tot))
        if dag is not None and dag > vandaag
    ]
    if te_laat:
        return tuple(te_laat)
    if van is not None and tot is not None and tot < van:
        return (Bevinding("tot", "PERIODE_OMGEKEERD", params={"datum": datum_tekst(van)}),)
    return _clashes(periode, anderen, "van")


def _clashes(periode: Periode, anderen: Iterable[Regel], veld: str) -> tuple[Bevinding, ...]:
    """The first other fact that it overlaps, at the day that is to be put right."""
    for ander in anderen:
        if periode.overlaps(ander.periode):
            at = "tot" if veld == "van" and _begin(periode) <= _begin(ander.periode) else veld
            if ander.periode.tot is None:
                params = {"wat": ander.naam, "datum": datum_tekst(ander.periode.van)}
                code = "PERIODE_NU" if ander.periode.van is not None else "PERIODE_NU_ONBEKEND"
                return (Bevinding(at, code, params=params),)
            params = {"wat": ander.naam, "datum": datum_tekst(ander.periode.tot)}
            if ander.periode.van is None:
                return (Bevinding(at, "PERIODE_TOT", params=params),)
            return (Bevinding(at, "PERIODE_OVERLAPT", params=params | {"begin": datum_tekst(ander.periode.van)}),)
    return ()


def _begin(periode: Periode) -> date:
    return periode.van or date.min


def _end(periode: Periode) -> date:
    return periode.tot or date.max


def _newest(regel: Regel) -> tuple[date, date, int]:
    return _end(regel.periode), _begin(regel.periode), regel.id
