"""From days and kilometres to places in a chart: round steps, nought on the axis, and the years or months below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_LINES = 8
_LEAST_TOP = 1000
_STEPS = (1, 2, 5)
_MONTHS_UP_TO_DAYS = 550


@dataclass(frozen=True, slots=True)
class Schaal:
    """Where a day and a number of kilometres lie in a rectangle; the vertical axis begins at nought."""

    room: QRectF
    van: date
    tot: date
    top: int
    step: int

    def x(self, day: date) -> float:
        """How far to the right a day lies."""
        days = max(1, (self.tot - self.van).days)
        return self.room.left() + self.room.width() * (day - self.van).days / days

    def y(self, km: float) -> float:
        """How low a number of kilometres lies."""
        return self.room.bottom() - self.room.height() * km / self.top

    def at(self, day: date, km: float) -> QPointF:
        """The place of a reading."""
        return QPointF(self.x(day), self.y(km))

    def lines(self) -> range:
        """The kilometres at which a line is drawn."""
        return range(0, self.top + 1, self.step)

    def days(self) -> Iterator[tuple[date, str]]:
        """The days that are named below, with their names: years, or months where it is all within a year or so."""
        if (self.tot - self.van).days <= _MONTHS_UP_TO_DAYS:
            yield from self._months()
            return
        step = max(1, -(-(self.tot.year - self.van.year) // 10))
        for year in range(self.van.year, self.tot.year + 1, step):
            if self.van <= date(year, 1, 1) <= self.tot:
                yield date(year, 1, 1), str(year)

    def _months(self) -> Iterator[tuple[date, str]]:
        months = (self.tot.year - self.van.year) * 12 + self.tot.month - self.van.month
        step = next(step for step in (1, 2, 3, 6) if months <= 6 * step or step == 6)
        for month in range(0, months + 1, step):
            year, at = divmod(self.van.month - 1 + month, 12)
            day = date(self.van.year + year, at + 1, 1)
            if self.van <= day <= self.tot:
                yield day, f"{day:%m-%Y}"


def make_schaal(room: QRectF, van: date, tot: date, most: int) -> Schaal:
    """A scale over these days, from nought to a round number above ``most`` kilometres."""
    most = max(most, _LEAST_TOP)
    step = next(
        factor * 10**power for power in range(1, 9) for factor in _STEPS if most / (factor * 10**power) < _MOST_LINES
    )
    van = date(van.year, 1, 1) if (tot - van).days > _MONTHS_UP_TO_DAYS else van.replace(day=1)
    return Schaal(room, van, tot, (most // step + 1) * step, step)
