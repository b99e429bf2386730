"""The benchmark of the rules for plate requests: both sides find the same orders; how fast is not judged here."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from benchmarks import p8_pon
from benchmarks.options import Options
from benchmarks.orders import orders
from benchmarks.statements import connect
from werkplaats.domain.pon import Besluit

if TYPE_CHECKING:
    from pathlib import Path

ROWS = 2000


def test_the_baseline_asks_for_the_orders_that_the_product_asks_for(tmp_path: Path) -> None:
    store = orders(ROWS, tmp_path)
    with closing(connect(store.plaats, ())) as database:
        bare = p8_pon.asked(database)
    ours = p8_pon.judged(store)
    store.close()
    assert len(ours) == ROWS
    assert sorted(bare) == sorted(nummer for nummer, oordeel in ours.items() if oordeel.besluit is Besluit.AANVRAGEN)
    assert len({oordeel.besluit for oordeel in ours.values()}) == len(Besluit)


def test_both_are_timed_as_often(tmp_path: Path) -> None:
    (ratio,) = p8_pon.run(Options(rows=ROWS, pairs=2, cache=tmp_path)).ratios
    assert len(ratio.product.seconds) == len(ratio.baseline.seconds) == 2
