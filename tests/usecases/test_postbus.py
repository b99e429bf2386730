"""The state of the postbus, always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.usecases.garage import Garage


def test_an_empty_postbus_has_nothing_to_say(garage: Garage) -> None:
    assert garage.postbus.stand(garage.balie) == {}


def test_it_counts_what_waits(garage: Garage) -> None:
    with garage.store.begin(garage.balie) as werk:
        for sleutel in ("a", "b"):
            werk.postbus.leg_klaar("proef", {}, sleutel, "voertuig", 1)

    assert garage.postbus.stand(garage.balie) == {"wacht": 2}
