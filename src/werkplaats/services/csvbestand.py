"""Writes a table as a CSV file that a Dutch Excel opens by a double click: semicolons, UTF-8 with its mark."""

from __future__ import annotations

import csv
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from werkplaats.errors import OpslagFout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins so is a formula to a spreadsheet, and may run a program there."""


def guard(tekst: str) -> str:
    """The text of a cell, with an apostrophe before what a spreadsheet would calculate."""
    schoon = tekst.replace("\0", "")
    return f"'{schoon}" if schoon.lstrip(" ").startswith(_FORMULE) else schoon


def write_csv(bestand: Path, kop: Sequence[str], regels: Iterable[Sequence[str]]) -> int:
    """Writes the lines to a file of this name, whole or not at all, and returns how many there are.

    Raises OpslagFout BESTAND_NIET_GESCHREVEN when it cannot be written. What goes wrong while the lines are made leaves
    an older file of this name as it was.
    """
    tijdelijk: Path | None = None
    try:
        nummer, naam = tempfile.mkstemp(dir=bestand.parent, prefix=".export-", suffix=".csv")
        tijdelijk = Path(naam)
        with os.fdopen(nummer, "w", encoding="utf-8-sig", newline="") as doel:
            aantal = _write(doel, kop, regels)
            doel.flush()
            os.fsync(doel.fileno())
        tijdelijk.replace(bestand)
    except OSError as fout:
        raise OpslagFout("BESTAND_NIET_GESCHREVEN", plaats=str(bestand), reden=fout.strerror or "") from fout
    finally:
        if tijdelijk is not None:
            tijdelijk.unlink(missing_ok=True)
    return aantal


def _write(doel: TextIO, kop: Sequence[str], regels: Iterable[Sequence[str]]) -> int:
    schrijver = csv.writer(doel, delimiter=";")
    schrijver.writerow([guard(cel) for cel in kop])
    aantal = 0
    for regel in regels:
        schrijver.writerow([guard(cel) for cel in regel])
        aantal += 1
    return aantal
