"""Points in time and the clock: what happened is a Moment in UTC, a day is a date in the shop's own zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol, Self
from zoneinfo import ZoneInfo


@dataclass(frozen=True, order=True, slots=True)
class Moment:
    """A point in time, UTC, to the microsecond."""

    utc: datetime

    def __post_init__(self) -> None:
        if self.utc.tzinfo is None:
            raise ValueError("a Moment needs a time with a zone")
        object.__setattr__(self, "utc", self.utc.astimezone(UTC))

    @classmethod
    def from_iso(cls, tekst: str) -> Self:
        """Reads what ``iso`` wrote; raises ValueError for anything else."""
        return cls(datetime.fromisoformat(tekst))

    @property
    def iso(self) -> str:
        """The one spelling of a moment in text, always 32 signs, so that text order is time order."""
        return self.utc.isoformat(timespec="microseconds")

    def lokaal(self, zone: str) -> datetime:
        """The wall-clock time in a zone such as Europe/Amsterdam."""
        return self.utc.astimezone(ZoneInfo(zone))


class Klok(Protocol):
    """Tells the time; handed to each use case, so that tests choose the day."""

    def nu(self) -> Moment:
        """The present moment."""


class SysteemKlok:
    """The clock of this computer."""

    def nu(self) -> Moment:
        """The present moment, by the operating system."""
        return Moment(datetime.now(UTC))


@dataclass
class VasteKlok:
    """A clock that stands still until it is set: for tests and for demo data."""

    moment: Moment

    def nu(self) -> Moment:
        """The moment it was set to."""
        return self.moment


def vandaag(klok: Klok, zone: str) -> date:
    """The day it is now in a zone."""
    return klok.nu().lokaal(zone).date()
