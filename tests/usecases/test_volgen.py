"""What others change is told, once, whoever did it and in whatever process; reading is no change."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from tests.store.maken import auto
from tests.usecases.garage import Garage
from werkplaats.store.openen import open_store

if TYPE_CHECKING:
    from werkplaats.domain.moment import VasteKlok


def test_a_change_of_another_process_is_told_once(garage: Garage, database_url: str, klok: VasteKlok) -> None:
    assert garage.volgen.changes(garage.balie) == {}
    with closing(open_store(database_url, klok)) as elders:
        ander = Garage(elders, klok)
        golf = ander.new_car()
        ander.change(ander.balie, golf, merk="Seat")
        assert garage.volgen.changes(garage.balie) == {"voertuig": frozenset({golf.id})}
        assert garage.volgen.changes(garage.balie) == {}
        ander.voertuigen.load(ander.balie, golf.id)
        assert garage.volgen.changes(garage.balie) == {}
        ander.feed.close()
    garage.feed.close()


def test_what_is_not_logged_is_no_change(garage: Garage) -> None:
    assert garage.volgen.changes(garage.balie) == {}
    with garage.store.begin(garage.balie) as werk:
        werk.voertuigen.add(auto())
    assert garage.volgen.changes(garage.balie) == {}
    garage.feed.close()
