"""Reads questions that come as one JSON object per line, and says by number which line cannot be read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class JsonRegel:
    """One question: its number from 1 and its fields. Each reader raises JSON_VELD when a field is of another kind."""

    nummer: int
    velden: Mapping[str, Any]

    def text(self, veld: str) -> str:
        """A text; empty when it is null or left out."""
        waarde = self.velden.get(veld)
        return "" if waarde is None else self._is(veld, waarde, isinstance(waarde, str))

    def flag(self, veld: str, *, anders: bool = False) -> bool:
        """Yes or no; ``anders`` when it is null or left out."""
        waarde = self.velden.get(veld)
        return anders if waarde is None else self._is(veld, waarde, isinstance(waarde, bool))

    def whole(self, veld: str) -> int | None:
        """A whole number; None when it is null or left out."""
        waarde = self.velden.get(veld)
        is_whole = isinstance(waarde, int) and not isinstance(waarde, bool)
        return None if waarde is None else self._is(veld, waarde, is_whole)

    def day(self, veld: str, zone: str) -> date | None:
        """A day as jjjj-mm-dd, or the day of a moment in a zone; None when it is empty, null or left out."""
        tekst = self.text(veld)
        if not tekst:
            return None
        try:
            if len(tekst) == _DAY:
                return date.fromisoformat(tekst)
            moment = datetime.fromisoformat(tekst)
            return (moment.astimezone(ZoneInfo(zone)) if moment.tzinfo is not None else moment).date()
        except ValueError:
            raise self.wrong(veld) from None

    def each(self, veld: str) -> tuple[JsonRegel, ...]:
        """The objects of a list; none when it is null or left out."""
        waarde = self.velden.get(veld) or []
        goed = isinstance(waarde, list) and all(isinstance(deel, dict) for deel in waarde)
        return tuple(JsonRegel(self.nummer, deel) for deel in self._is(veld, waarde, goed))

    def wrong(self, veld: str) -> WerkplaatsError:
        """The error JSON_VELD of a field, for a caller that asks more of it than its kind."""
        return WerkplaatsError("JSON_VELD", regel=self.nummer, veld=veld)

    def _is(self, veld: str, waarde: Any, goed: bool) -> Any:
        if not goed:
            raise self.wrong(veld)
        return waarde


_DAY = len("jjjj-mm-dd")


def read_lines(regels: Iterable[bytes]) -> Iterator[JsonRegel]:
    """The questions in order; empty lines are passed over. Raises JSON_REGEL for what is no JSON object."""
    for nummer, tekst in enumerate(regels, 1):
        if not tekst.strip():
            continue
        try:
            velden = json.loads(tekst)
        except (ValueError, RecursionError):
            velden = None
        if not isinstance(velden, dict):
            raise WerkplaatsError("JSON_REGEL", regel=nummer)
        yield JsonRegel(nummer, velden)
