"""The search as one types: range searches over the keys, never a scan; statements built once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import and_, bindparam, func, select

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.relatie import Aanhef
from werkplaats.domain.treffers import RelatieTreffer, VoertuigTreffer
from werkplaats.domain.wisseling import Rol
from werkplaats.domain.zoeksleutels import Sleutelsoort
from werkplaats.store.repo.basis import Repo
from werkplaats.store.repo.treffers import KOLOMMEN, V, select_voertuigen
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.rows.voertuig import EIGENAAR, VoertuigKentekenRij, VoertuigRelatieRij, geldt, leeft
from werkplaats.store.rows.zoeken import ZoeksleutelRij
from werkplaats.store.sleutels import VAN_VOERTUIG
from werkplaats.store.treffer import as_date, to_treffer
from werkplaats.store.vraag import Vraag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Connection, Select

T = TypeVar("T")

Sleutel = tuple[Sleutelsoort, str]
_Rij = tuple["Callable[[Sequence[Any]], T]", "Sequence[Any]"]
"""A row that was found, and what makes its value."""

_Z = tabel(ZoeksleutelRij).alias("z")
_R = tabel(RelatieRij).alias("zr")
_VR = tabel(VoertuigRelatieRij).alias("zv")
_K = tabel(VoertuigKentekenRij).alias("zk")

_COMPACT = 1
_SOORT, _SLEUTEL = len(KOLOMMEN), len(KOLOMMEN) + 1
_PERSOON, _TOT, _ROL = len(KOLOMMEN), len(KOLOMMEN) + 1, len(KOLOMMEN) + 2
"""Where in a row stand the plate, the key by which a car was found, and who was found: until when, and as what."""


class Zoeken(Repo):
    """Finds vehicles and relaties by the beginnings of their keys."""

    def voertuigen(self, vragen: Iterable[Sleutel], limiet: int) -> tuple[tuple[VoertuigTreffer, ...], bool]:
        """Vehicles by plate or chassis number, then by their people; and whether there are more."""
        gevonden: dict[int, _Rij[VoertuigTreffer]] = {}
        for groep in _grouped(vragen):
            van_auto = groep[0][0] in VAN_VOERTUIG
            zoek, make = (self._by_car_key, self._by_key) if van_auto else (self._by_person, _by_person)
            if self._collect(gevonden, limiet, zoek, make, groep):
                break
        return _made(gevonden, limiet)

    def relaties(self, vragen: Iterable[Sleutel], limiet: int) -> tuple[tuple[RelatieTreffer, ...], bool]:
        """Relaties by name, telephone, postcode and number, or e-mail; and whether there are more."""
        gevonden: dict[int, _Rij[RelatieTreffer]] = {}
        for groep in _grouped(vragen):
            zoek = self._relaties
            if groep[0][0] not in VAN_VOERTUIG and self._collect(gevonden, limiet, zoek, _to_relatie, groep):
                break
        return _made(gevonden, limiet)

    def _collect(
        self,
        gevonden: dict[int, _Rij[T]],
        limiet: int,
        zoek: Callable[[Sequence[Sleutel], int], Sequence[Sequence[Any]]],
        make: Callable[[Sequence[Any]], T],
        groep: Sequence[Sleutel],
    ) -> bool:
        """Adds what a group of questions finds; true when there is more than the limit.

        One record may be found by several keys: then fewer records come than rows, and more rows are asked for.
        """
        aantal = limiet + 1
        while True:
            rijen = zoek(groep, aantal)
            for rij in rijen:
                gevonden.setdefault(rij[0], (make, rij))
            if len(gevonden) > limiet:
                return True
            if len(rijen) < aantal:
                return False
            aantal *= 8

    def _by_car_key(self, groep: Sequence[Sleutel], aantal: int) -> Sequence[Sequence[Any]]:
        ((soort, begin),) = groep
        return _voertuig_vraag().rows(self.tx.verbinding, soort=soort.value, **_range(0, begin), limiet=aantal)

    def _by_key(self, rij: Sequence[Any]) -> VoertuigTreffer:
        """The car of a row; where it was found by a plate that it no longer bears, with that plate."""
        soort, sleutel = rij[_SOORT], rij[_SLEUTEL]
        if soort != Sleutelsoort.KENTEKEN or rij[_COMPACT] == sleutel:
            return to_treffer(rij)
        oud = _oud_kenteken_vraag().run(self.tx.verbinding, voertuig_id=rij[0], compact=sleutel)
        treffer = to_treffer(rij)
        return replace(treffer, oud_kenteken=oud[0][0], oud_tot=oud[0][1]) if oud else treffer

    def _by_person(self, groep: Sequence[Sleutel], aantal: int) -> Sequence[Sequence[Any]]:
        rijen = _persoon_vraag(len(groep)).rows(self.tx.verbinding, **_params(groep), limiet=aantal)
        if len({rij[0] for rij in rijen}) == len(rijen):
            return rijen
        # Of who had the car twice the last time counts, of who bought it back that it is his, and of whoever is more
        # than one thing to it that he owns it.
        laatst = {rij[0]: rij for rij in sorted(rijen, key=_weight)}
        return [laatst[rij[0]] for rij in rijen]

    def _relaties(self, groep: Sequence[Sleutel], aantal: int) -> Sequence[Sequence[Any]]:
        return _relatie_vraag(len(groep)).rows(self.tx.verbinding, **_params(groep), limiet=aantal)


def _made(gevonden: dict[int, _Rij[T]], limiet: int) -> tuple[tuple[T, ...], bool]:
    """The values of what was found, up to the limit: of the rest no value is made; and whether there was more."""
    eerste = list(gevonden.values())[:limiet]
    return tuple([make(rij) for make, rij in eerste]), len(gevonden) > limiet


def _weight(rij: Sequence[Any]) -> tuple[str, bool]:
    """Of two rows of one car the heavier one says what a person is to it."""
    return str(rij[_TOT] or date.max), rij[_ROL] == EIGENAAR


def _by_person(rij: Sequence[Any]) -> VoertuigTreffer:
    """The car of a row; where he by whom it was found is not its owner now, with his name and what he is or was."""
    treffer, naam, tot, rol = to_treffer(rij), rij[_PERSOON], rij[_TOT], rij[_ROL]
    if rol != EIGENAAR:
        return replace(treffer, rol=Rol(rol), persoon=naam, oud_tot=as_date(tot))
    return replace(treffer, oud_eigenaar=naam, oud_tot=as_date(tot)) if tot else treffer


def _to_relatie(rij: Sequence[Any]) -> RelatieTreffer:
    nummer, aanhef, *rest = rij
    return RelatieTreffer(nummer, aanhef == Aanhef.BEDRIJF, *rest)


def exact(verbinding: Connection, soort: Sleutelsoort, sleutel: str) -> list[VoertuigTreffer]:
    """The vehicles that have exactly this key."""
    # Keys hold no sign below "0", so that nothing but the key itself lies between it and the key with "!" behind it.
    return _voertuig_vraag().run(verbinding, soort=soort.value, van0=sleutel, tot0=sleutel + "!", limiet=100)


def _grouped(vragen: Iterable[Sleutel]) -> list[list[Sleutel]]:
    """Each question by itself, but the words of a name together: a relatie must have them all."""
    groepen: list[list[Sleutel]] = []
    namen: list[Sleutel] = []
    for vraag in vragen:
        if vraag[0] is not Sleutelsoort.NAAM:
            groepen.append([vraag])
            continue
        if not namen:
            groepen.append(namen)
        namen.append(vraag)
    # The longest word narrows most: it leads, the others are looked up for what it finds.
    namen.sort(key=lambda vraag: -len(vraag[1]))
    return groepen


def _range(nummer: int, begin: str) -> dict[str, str]:
    return {f"van{nummer}": begin, f"tot{nummer}": begin[:-1] + chr(ord(begin[-1]) + 1)}


def _params(groep: Sequence[Sleutel]) -> dict[str, str]:
    params = {"soort": groep[0][0].value}
    for nummer, (_soort, begin) in enumerate(groep):
        params |= _range(nummer, begin)
    return params


def _in_range(tabel: Any, nummer: int) -> Any:
    return and_(
        tabel.c.soort == bindparam("soort"),
        tabel.c.sleutel >= bindparam(f"van{nummer}"),
        tabel.c.sleutel < bindparam(f"tot{nummer}"),
    )


def _matching(stmt: Select[Any], woorden: int) -> Select[Any]:
    """Narrows to what lies in the first range and, for each further word, has a key in that word's range too."""
    stmt = stmt.where(_in_range(_Z, 0))
    for nummer in range(1, woorden):
        ook = tabel(ZoeksleutelRij).alias(f"z{nummer}")
        stmt = stmt.where(select(1).where(ook.c.doel == _Z.c.doel, _in_range(ook, nummer)).correlate(_Z).exists())
    return stmt.order_by(_Z.c.soort, _Z.c.sleutel, _Z.c.doel).limit(bindparam("limiet"))


@cache
def _voertuig_vraag() -> Vraag[VoertuigTreffer]:
    stmt = select_voertuigen(_Z.join(V, V.c.id == _Z.c.doel), _Z.c.soort, _Z.c.sleutel)
    return Vraag(_matching(stmt, 1), to_treffer)


@cache
def _persoon_vraag(woorden: int) -> Vraag[VoertuigTreffer]:
    bron = (
        _Z.join(_R, and_(_R.c.id == _Z.c.doel, _R.c.verwijderd_op.is_(None)))
        .join(_VR, and_(_VR.c.relatie_id == _Z.c.doel, leeft(_VR)))
        .join(V, V.c.id == _VR.c.voertuig_id)
    )
    stmt = select_voertuigen(bron, _R.c.weergave, _VR.c.tot, _VR.c.rol)
    return Vraag(_matching(stmt, woorden), _by_person)


@cache
def _relatie_vraag(woorden: int) -> Vraag[RelatieTreffer]:
    autos = (
        select(func.count())
        .where(_VR.c.relatie_id == _R.c.id, _VR.c.rol == EIGENAAR, geldt(_VR))
        .correlate(_R)
        .scalar_subquery()
    )
    stmt = (
        select(_R.c.id, _R.c.aanhef, _R.c.weergave, _R.c.adresregel, _R.c.telefoon, _R.c.email, autos)
        .select_from(_Z.join(_R, _R.c.id == _Z.c.doel))
        .where(_R.c.verwijderd_op.is_(None))
    )
    return Vraag(_matching(stmt, woorden), _to_relatie)


@cache
def _oud_kenteken_vraag() -> Vraag[tuple[Kenteken, date | None]]:
    stmt = (
        select(_K.c.kenteken_compact, _K.c.kenteken_land, _K.c.kenteken_weergave, _K.c.tot)
        .where(_K.c.voertuig_id == bindparam("voertuig_id"), _K.c.tot.is_not(None), leeft(_K))
        .where(_K.c.kenteken_compact == bindparam("compact"))
        .order_by(_K.c.tot.desc())
    )
    return Vraag(stmt, lambda rij: (Kenteken(*rij[:3]), as_date(rij[3])))
