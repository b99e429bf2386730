"""P1b: from the start of the process to the list of the start page, painted with its first 50 rows.

Baseline: a bare PySide6 window that imports SQLAlchemy and shows the same rows by the same SQL.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.garage import garage, url_of
from benchmarks.measure import Ratio, Report, Series, in_turn
from benchmarks.starts import starter
from benchmarks.statements import taken_down
from werkplaats.domain.moment import SysteemKlok
from werkplaats.store.openen import open_store
from werkplaats.usecases.gebruikers import Gebruikers
from werkplaats.usecases.voertuigen import Voertuigen

if TYPE_CHECKING:
    from benchmarks.options import Options

PROMISED = "1.25 x (never above 1.5 x)"


def run(options: Options) -> Report:
    """Starts both in turn; they must have shown the same cars."""
    url = url_of(garage(options.rows, options.cache))
    with tempfile.TemporaryDirectory() as folder, starter(url, options.screen) as children:
        asked = Path(folder) / "asked.json"
        rows = _take_down(url, asked)
        same = children.start("product_list", str(rows)).shown == children.start("bare_list", str(asked)).shown
        ours, bare = in_turn(
            options.pairs,
            lambda: children.start("product_list", str(rows)).seconds,
            lambda: children.start("bare_list", str(asked)).seconds,
        )
    ratio = Ratio(
        "P1b",
        "process start to the list painted with its first rows",
        PROMISED,
        Series("werkplaats", ours),
        Series("bare window, same rows by the same SQL", bare),
    )
    note = f"Both showed {'the same' if same else 'OTHER'} {rows} rows."
    return Report(options.command("p1b"), (ratio,), (note,))


def _take_down(url: str, asked: Path) -> int:
    """Writes down for the baseline what the start page asks, and says how many rows that gives."""
    store = open_store(url, SysteemKlok())
    try:
        wie = Gebruikers(store).console()
        voertuigen = Voertuigen(store, SysteemKlok())
        with taken_down(store) as taken:
            rows = len(voertuigen.aandacht(wie)) + len(voertuigen.recent(wie))
    finally:
        store.close()
    lists = [statement for statement in taken.statements if "FROM voertuig" in statement[0].replace("\n", " ")]
    asked.write_text(json.dumps({"url": url, "settings": taken.settings, "statements": lists}), encoding="utf-8")
    return rows
