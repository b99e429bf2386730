"""PostgreSQL's COPY in its text format, read back into Python values, so that SQLite can take them too.

Source: the manual of PostgreSQL, COPY, "Text Format".
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Date, Integer, LargeBinary, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_TEKENS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ONTSNAPT = re.compile(r"\\(.)", re.DOTALL)

_NULL = r"\N"


def read_rows(regels: Iterable[bytes], tabel: Table, kolommen: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows of a COPY, each as a dict of values that the table's columns take."""
    lezers = [_reader(tabel, naam) for naam in kolommen]
    for regel in regels:
        velden = regel.decode("utf-8").removesuffix("\n").split("\t")
        yield {
            naam: None if veld == _NULL else lees(_plain(veld))
            for naam, lees, veld in zip(kolommen, lezers, velden, strict=True)
        }


def _plain(veld: str) -> str:
    if "\\" not in veld:
        return veld
    return _ONTSNAPT.sub(lambda gevonden: _TEKENS.get(gevonden[1], gevonden[1]), veld)


def _reader(tabel: Table, naam: str) -> Callable[[str], Any]:
    soort = tabel.c[naam].type
    if isinstance(soort, Boolean):
        return lambda veld: veld == "t"
    if isinstance(soort, Integer):
        return int
    if isinstance(soort, Date):
        return date.fromisoformat
    if isinstance(soort, LargeBinary):
        return lambda veld: bytes.fromhex(veld.removeprefix("\\x"))
    return str
