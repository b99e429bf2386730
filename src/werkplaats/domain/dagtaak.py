"""The day's tasks: what each is called, how one run of it went, and when they begin by themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum
from pathlib import PurePosixPath, PureWindowsPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from werkplaats.domain.instellingen import ShopInstellingen
    from werkplaats.domain.moment import Moment

TAKEN = ("pon", "mail", "postbus", "carpass", "informex", "herinneringen", "backup", "bewaren")
"""The names that a task can have, in the order in which they run; only those that exist are registered."""

BEGIN = time(7, 0)
"""When the tasks of a day begin by themselves, by the wall clock of the shop; a shop may set another hour."""

MEESTE_BACKUPS = 365
"""So many daily backups are kept at most."""


class Taakstaat(StrEnum):
    """How a task of a day stands."""

    BEZIG = "bezig"
    KLAAR = "klaar"
    MISLUKT = "mislukt"


@dataclass(frozen=True, slots=True)
class Verslag:
    """How a task went: the code of its sentence with its figures; ``aantal`` is what it did, or would do.

    ``regels`` say of each record what would be done with it and why; a trial tells them, the log does not keep them.
    """

    code: str
    aantal: int = 0
    params: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    regels: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class TaakRegel:
    """A task of a day for a shop, as the log keeps it; ``regels`` are those of a trial."""

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
    regels: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Alarm:
    """How many tasks failed when they last ran, and by name who can do something about it."""

    aantal: int = 0
    bij: tuple[str, ...] = ()


def is_time(nu: Moment, zone: str, begin: time = BEGIN) -> bool:
    """Whether the tasks of this day may begin: by the wall clock, also when that is put forward or back.

    A clock that is put back passes a time twice; that the day was done already is kept with the day itself.
    """
    hier: datetime = nu.lokaal(zone)
    return hier.time().replace(tzinfo=None) >= begin


def begin_of(inst: ShopInstellingen) -> time | None:
    """When the tasks of a day begin by themselves in a shop; None where somebody starts them."""
    return time(inst.dagtaken_uur) if inst.dagtaken_aan else None


def check_ochtend(inst: ShopInstellingen) -> Iterator[Bevinding]:
    """The findings at the settings of the day's tasks and the backup."""
    if not 0 <= inst.dagtaken_uur <= 23:
        yield Bevinding("dagtaken_uur", "DAGTAKEN_UUR")
    if not 0 <= inst.backup_aantal <= MEESTE_BACKUPS:
        yield Bevinding("backup_aantal", "BACKUP_AANTAL", params={"meest": MEESTE_BACKUPS})
    if inst.backup_map and not any(soort(inst.backup_map).is_absolute() for soort in (PurePosixPath, PureWindowsPath)):
        yield Bevinding("backup_map", "BACKUP_MAP")
