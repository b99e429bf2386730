"""The day's tasks: what each is called, how one run of it went, and when they begin by themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from werkplaats.domain.moment import Moment

TAKEN = ("pon", "mail", "postbus", "carpass", "informex", "herinneringen", "backup", "bewaren")
"""The names that a task can have, in the order in which they run; only those that exist are registered."""

BEGIN = time(7, 0)
"""When the tasks of a day begin by themselves, by the wall clock of the shop."""


class Taakstaat(StrEnum):
    """How a task of a day stands."""

    BEZIG = "bezig"
    KLAAR = "klaar"
    MISLUKT = "mislukt"


@dataclass(frozen=True, slots=True)
class Verslag:
    """How a task went: the code of its sentence with its figures; ``aantal`` is what it did, or would do."""

    code: str
    aantal: int = 0
    params: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class TaakRegel:
    """A task of a day for a shop, as the log keeps it."""

    dag: date
    shop_id: int
    taak: str
    staat: Taakstaat
    begonnen_op: Moment
    klaar_op: Moment | None
    wie: str
    werkplek: str
    code: str = ""
    aantal: int = 0
    params: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


def is_time(nu: Moment, zone: str, begin: time = BEGIN) -> bool:
    """Whether the tasks of this day may begin: by the wall clock, also when that is put forward or back.

    A clock that is put back passes a time twice; that the day was done already is kept with the day itself.
    """
    hier: datetime = nu.lokaal(zone)
    return hier.time().replace(tzinfo=None) >= begin
