"""From a row to a frozen domain value: one generic copy, field by field, by name."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def to_value(rij: Any, soort: type[T], **gegeven: Any) -> T:
    """A value whose fields are the attributes of the row of the same name, but for those that are given here.

    It knows scalars, value objects (the column's type makes them), composites, and lists of rows that the row's own
    property turned into values; a relationship that was not loaded raises.
    """
    return soort(**{naam: gegeven[naam] if naam in gegeven else getattr(rij, naam) for naam in field_names(soort)})


@cache
def field_names(soort: type[Any]) -> tuple[str, ...]:
    """The names of the fields of a value type."""
    return tuple(veld.name for veld in fields(soort))
