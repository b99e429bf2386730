"""The rows that the stand-in of RDW's open data answers with: the examples, and the cars of a practice garage."""

from __future__ import annotations

import json
from threading import Lock
from typing import TYPE_CHECKING, Any

from werkplaats.sandbox.rdw_beknopt import BEKNOPT, rows_of_car

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Rij = dict[str, Any]
Sets = dict[str, list[Rij]]

VOERTUIGEN = "m9d7-ebf2"
BRANDSTOFFEN = "8ys7-d773"


class Register:
    """Rows by data set and plate.

    ``voorbeelden`` maps a data set to its rows, ``kolommen`` a data set to the columns that a question may name.
    ``extra`` has the shape of ``voorbeelden``, and under ``beknopt`` cars in a few words. Its cars take the place of
    examples with the same plate. It may be written later or anew: the next question sees it.
    """

    def __init__(self, voorbeelden: Path, kolommen: Path, extra: Path | None = None) -> None:
        self._columns: dict[str, frozenset[str]] = {
            dataset: frozenset(names) for dataset, names in json.loads(kolommen.read_text("utf-8")).items()
        }
        self._examples: Sets = json.loads(voorbeelden.read_text("utf-8"))
        self._extra = extra
        self._extra_stamp: tuple[int, int] | None = None
        self._sets: Sets = self._examples
        self._lock = Lock()

    def columns(self, dataset: str) -> frozenset[str] | None:
        """The columns of a data set, or None when there is no such set."""
        return self._columns.get(dataset)

    def rows(self, dataset: str, keys: Mapping[str, str]) -> list[Rij]:
        """The rows of a set in which these columns have these values."""
        return [row for row in self._current().get(dataset, []) if all(row.get(key) == keys[key] for key in keys)]

    def knows(self, kenteken: str) -> bool:
        """Whether a plate (capitals without dashes) is registered."""
        return bool(self.rows(VOERTUIGEN, {"kenteken": kenteken}))

    def plates(self) -> list[tuple[str, str]]:
        """The example plates with what car it is, for a person who practises."""
        return [
            (row["kenteken"], f"{row.get('merk', '')} {row.get('handelsbenaming', '')}")
            for row in self._examples[VOERTUIGEN]
        ]

    def _current(self) -> Sets:
        if self._extra is None or not self._extra.exists():
            return self._sets
        stat = self._extra.stat()
        stamp = (stat.st_mtime_ns, stat.st_size)
        with self._lock:
            if stamp != self._extra_stamp:
                extra = _expanded(json.loads(self._extra.read_text("utf-8")))
                self._sets = _joined(_without(self._examples, extra), extra)
                self._extra_stamp = stamp
            return self._sets


def _expanded(extra: dict[str, list[Rij]]) -> Sets:
    sets = {dataset: rows for dataset, rows in extra.items() if dataset != BEKNOPT}
    for auto in extra.get(BEKNOPT, []):
        sets = _joined(sets, rows_of_car(auto))
    return sets


def _without(sets: Sets, others: Sets) -> Sets:
    """The sets without the rows of plates that stand among the other vehicles."""
    plates = {row["kenteken"] for row in others.get(VOERTUIGEN, [])}
    return {dataset: [row for row in rows if row.get("kenteken") not in plates] for dataset, rows in sets.items()}


def _joined(first: Sets, second: Sets) -> Sets:
    return {dataset: [*first.get(dataset, []), *second.get(dataset, [])] for dataset in {**first, **second}}
