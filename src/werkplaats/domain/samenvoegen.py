"""Three-way merge of a record that two people edited: what does not overlap merges, what does is shown to a person."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from werkplaats.errors import BotsendVeld

if TYPE_CHECKING:
    from collections.abc import Mapping

    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def changed(basis: DataclassInstance, nieuw: DataclassInstance) -> dict[str, Any]:
    """The fields of ``nieuw`` that differ from ``basis``, with their new values."""
    return {
        veld.name: getattr(nieuw, veld.name)
        for veld in fields(nieuw)
        if getattr(nieuw, veld.name) != getattr(basis, veld.name)
    }


@dataclass(frozen=True, slots=True)
class Samenvoeging(Generic[T]):
    """The outcome of a merge: the record to write, the fields of mine that change it, the fields in conflict."""

    resultaat: T
    wijzigingen: dict[str, Any]
    botsingen: tuple[BotsendVeld, ...]


def merge(basis: T, nieuw: T, actueel: T) -> Samenvoeging[T]:
    """Lays my changes (basis to nieuw) on what stands there now.

    A field that both changed to the same value is no conflict and no change of mine.
    """
    mijn = changed(basis, nieuw)
    hun = changed(basis, actueel)
    botsingen = tuple(
        BotsendVeld(veld, getattr(basis, veld), waarde, hun[veld])
        for veld, waarde in mijn.items()
        if veld in hun and hun[veld] != waarde
    )
    wijzigingen = {veld: waarde for veld, waarde in mijn.items() if veld not in hun}
    return Samenvoeging(replace(actueel, **wijzigingen), wijzigingen, botsingen)


def follow(basis: T, mijn: T, actueel: T, onleesbaar: frozenset[str] = frozenset()) -> tuple[T, frozenset[str]]:
    """An open form takes along what another saved: its new basis, and the fields to show anew.

    A field in which I typed, readable or not, keeps my text and its old basis, so that my save still sees that it was
    changed.
    """
    mine, theirs = changed(basis, mijn).keys() | onleesbaar, changed(basis, actueel).keys()
    both = {veld: getattr(basis, veld) for veld in mine & theirs}
    return replace(actueel, **both), frozenset(theirs - mine)


def mine_by_default(veld: BotsendVeld) -> bool:
    """Which value a person keeps who only presses on: his own, but never nothing over something."""
    return veld.mijn not in _NIETS or veld.hun in _NIETS


_NIETS: tuple[Any, ...] = (None, "", ())


def settle(basis: T, mijn: T, actueel: T, mijne_blijft: Mapping[str, bool]) -> T:
    """What I save after a conflict: my changes on what stands there now, but for the fields where theirs stays."""
    wijzigingen = changed(basis, mijn)
    gehouden = {veld: waarde for veld, waarde in wijzigingen.items() if mijne_blijft.get(veld, True)}
    return replace(actueel, **gehouden)
