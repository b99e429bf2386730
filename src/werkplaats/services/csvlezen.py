"""Reads a CSV file of anybody: any common delimiter and spelling, and never more of it than memory can bear."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from werkplaats.errors import OpslagFout, WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REGEL_HOOGSTENS = 64_000
"""Signs in a line; the csv module itself refuses a cell above 131,072."""
REGELS_HOOGSTENS = 1_000_000
_SCHEIDINGEN = ";,\t|"


def read_rows(bestand: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a file with the number of the line on which each ends; empty rows are left out.

    UTF-8, and Windows-1252 where it is not that. Raises OpslagFout BESTAND_NIET_GELEZEN, and WerkplaatsError
    CSV_ONLEESBAAR with the line where it is no CSV or too big.
    """
    try:
        with bestand.open(encoding=_encoding(bestand), newline="") as bron:
            yield from _rows(bron)
    except OSError as fout:
        raise OpslagFout("BESTAND_NIET_GELEZEN", plaats=str(bestand), reden=fout.strerror or "") from fout


def _encoding(bestand: Path) -> str:
    with bestand.open("rb") as bron:
        begin = bron.read(1_000_000)
    try:
        # A sign that is cut in two at the end of the piece is no other spelling.
        begin[:-4].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _rows(bron: TextIO) -> Iterator[tuple[int, list[str]]]:
    kop = bron.readline(REGEL_HOOGSTENS + 1)
    scheiding = max(_SCHEIDINGEN, key=kop.count)
    bron.seek(0)
    lezer = csv.reader(_lines(bron), delimiter=scheiding, strict=True)
    try:
        for rij in lezer:
            if any(cel.strip() for cel in rij):
                yield lezer.line_num, rij
    except (csv.Error, UnicodeDecodeError) as fout:
        raise WerkplaatsError("CSV_ONLEESBAAR", regel=lezer.line_num + 1) from fout


def _lines(bron: TextIO) -> Iterator[str]:
    for nummer in range(1, REGELS_HOOGSTENS + 2):
        regel = bron.readline(REGEL_HOOGSTENS + 1)
        if not regel:
            return
        if len(regel) > REGEL_HOOGSTENS or "\0" in regel or nummer > REGELS_HOOGSTENS:
            raise WerkplaatsError("CSV_ONLEESBAAR", regel=nummer)
        yield regel
