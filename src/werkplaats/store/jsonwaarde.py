"""Frozen values to JSON text and back, by their type: for snapshots that nobody searches in."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import werkplaats.domain.bedrag
import werkplaats.domain.kenteken
import werkplaats.domain.moment

_NAMEN = {
    "Bedrag": werkplaats.domain.bedrag.Bedrag,
    "date": date,
    "Kenteken": werkplaats.domain.kenteken.Kenteken,
    "Moment": werkplaats.domain.moment.Moment,
}
"""Names that domain modules import for their annotations only."""


def dump(waarde: Any) -> str:
    """The JSON text of a value, with its keys in order, so that equal values give equal text."""
    return json.dumps(_plain(waarde), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load(soort: Any, tekst: str) -> Any:
    """The value of a type (a dataclass, tuple, frozenset, enum, date or scalar) that ``dump`` wrote."""
    return _build(soort, json.loads(tekst))


def _plain(waarde: Any) -> Any:
    if isinstance(waarde, Enum):
        return waarde.value
    if isinstance(waarde, werkplaats.domain.moment.Moment):
        return waarde.iso
    if isinstance(waarde, date):
        return waarde.isoformat()
    return _plain_parts(waarde)


def _plain_parts(waarde: Any) -> Any:
    if is_dataclass(waarde):
        return {veld.name: _plain(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, frozenset):
        return sorted(_plain(deel) for deel in waarde)
    if isinstance(waarde, (tuple, list)):
        return [_plain(deel) for deel in waarde]
    if isinstance(waarde, dict):
        return {str(naam): _plain(deel) for naam, deel in waarde.items()}
    return waarde


def _build(soort: Any, ruw: Any) -> Any:
    if get_origin(soort) in (Union, UnionType):
        (soort,) = (deel for deel in get_args(soort) if deel is not NoneType)
        return None if ruw is None else _build(soort, ruw)
    if get_origin(soort) in (tuple, frozenset):
        return _build_many(soort, ruw)
    if is_dataclass(soort) and isinstance(soort, type):
        if soort is werkplaats.domain.moment.Moment:
            return werkplaats.domain.moment.Moment.from_iso(ruw)
        soorten = get_type_hints(soort, localns=_NAMEN)
        return soort(**{naam: _build(soorten[naam], deel) for naam, deel in ruw.items() if naam in soorten})
    if soort is date:
        return date.fromisoformat(ruw)
    if isinstance(soort, type) and issubclass(soort, Enum):
        return soort(ruw)
    return ruw


def _build_many(soort: Any, ruw: Any) -> Any:
    delen = get_args(soort)
    if get_origin(soort) is frozenset:
        return frozenset(_build(delen[0], deel) for deel in ruw)
    if delen[-1] is Ellipsis:
        return tuple(_build(delen[0], deel) for deel in ruw)
    return tuple(_build(soort_deel, deel) for soort_deel, deel in zip(delen, ruw, strict=True))
