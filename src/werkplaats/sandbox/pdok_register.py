"""The addresses that the stand-in of PDOK knows: the examples, and those of a practice garage.

A line is a stretch of a street: its postcode, its name, its place, its house numbers from and to, and the
additions that its numbers may have. Of each number there is a house without an addition, as in the real register.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

Doc = dict[str, Any]

_LETTER = re.compile(r"([A-Za-z]?)[\s-]*(.*)", re.ASCII | re.DOTALL)


class Straten:
    """``extra`` are stretches of the same shape; they go before the examples of the file ``voorbeelden``."""

    def __init__(self, voorbeelden: Path, extra: Sequence[Doc] = ()) -> None:
        self._examples: list[Doc] = json.loads(voorbeelden.read_text("utf-8"))
        self._lines = [*extra, *self._examples]

    def examples(self) -> list[Doc]:
        """The stretches of the examples, for a person who practises."""
        return self._examples

    def find(self, filters: Mapping[str, str]) -> list[Doc]:
        """The addresses whose fields have these values, without regard to capitals."""
        if filters.get("type", "adres") != "adres":
            return []
        rest = {name: value.lower() for name, value in filters.items() if name != "type"}
        compact = {**rest, **({"postcode": rest["postcode"].replace(" ", "")} if "postcode" in rest else {})}
        return [
            doc
            for line in self._lines
            if compact.get("postcode") in (None, line["postcode"].lower())
            for doc in _docs(line, compact.get("huisnummer"))
            if all(str(doc.get(name, "")).lower() == value for name, value in compact.items())
        ]


def _docs(line: Doc, huisnummer: str | None) -> list[Doc]:
    numbers = range(line["van"], line["tot"] + 1)
    if huisnummer is not None:
        numbers = range(int(huisnummer), int(huisnummer) + 1) if _is_within(huisnummer, numbers) else range(0)
    return [_doc(line, number, addition) for number in numbers for addition in ("", *line.get("toevoegingen", ()))]


def _is_within(text: str, numbers: range) -> bool:
    return text.isascii() and text.isdigit() and int(text[:9]) in numbers


def _doc(line: Doc, number: int, addition: str) -> Doc:
    parts = _LETTER.fullmatch(addition)
    letter, rest = (parts[1].upper(), parts[2]) if parts else ("", "")
    whole = f"{number}{letter}{'-' if rest else ''}{rest}"
    doc = {
        "type": "adres",
        "straatnaam": line["straatnaam"],
        "huisnummer": number,
        "huis_nlt": whole,
        "postcode": line["postcode"],
        "woonplaatsnaam": line["woonplaatsnaam"],
        "weergavenaam": f"{line['straatnaam']} {whole}, {line['postcode']} {line['woonplaatsnaam']}",
        "bron": "BAG",
    }
    # What an address does not have is not there at all, as in the real register.
    return doc | ({"huisletter": letter} if letter else {}) | ({"huisnummertoevoeging": rest} if rest else {})
