"""One column of a row of RDW's open data, read as what it means: text, number, day, yes or no.

Every value is a text, may be absent, and counts as not said when it cannot be read.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

Rij = dict[str, Any]

NIET_GEZEGD = frozenset(
    {
        "niet geregistreerd",
        "n.v.t.",
        "nvt",
        "geen verstrekking in open data",
        "niet bekend",
        "(nog) niet bekend",
        "onbekend",
    }
)
"""What the register writes where it has nothing to say (small letters)."""

_LONGEST_TEXT = 500
_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?", re.ASCII | re.DOTALL)
_NUMBER = re.compile(r"\d{1,7}(?:[.,]\d{0,6})?", re.ASCII)


def text(row: Mapping[str, Any], *names: str) -> str:
    """The first of the columns that says something, as one line of text; empty when none does."""
    for name in names:
        said = _one_line(row.get(name))
        if said and said.lower() not in NIET_GEZEGD:
            return said
    return ""


def _one_line(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    readable = "".join(sign if sign.isprintable() else " " for sign in str(value)[: 2 * _LONGEST_TEXT])
    return " ".join(readable.split())[:_LONGEST_TEXT]


def whole(row: Mapping[str, Any], *names: str, zero_counts: bool = False) -> int | None:
    """The first of the columns that holds a number, rounded; a nought counts as not said unless told otherwise."""
    for name in names:
        said = text(row, name)
        if not _NUMBER.fullmatch(said):
            continue
        number = int(float(said.replace(",", ".")) + 0.5)
        if number or zero_counts:
            return number
    return None


def day(row: Mapping[str, Any], *names: str) -> date | None:
    """The first of the columns (or its twin ``…_dt``) that holds a day that exists."""
    for name in names:
        for column in (name, f"{name}_dt"):
            found = _DATE.fullmatch(text(row, column))
            if found and (read := _existing_day(*found.groups())):
                return read
    return None


def _existing_day(year: str, month: str, day_of_month: str) -> date | None:
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None


def yes(row: Mapping[str, Any], name: str) -> bool | None:
    """Ja or Nee; None when the register does not say."""
    return {"ja": True, "nee": False}.get(text(row, name).lower())
