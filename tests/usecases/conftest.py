"""What the tests of the use cases stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import Garage, moment

if TYPE_CHECKING:
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.store.opslag import Store


@pytest.fixture
def garage(store: Store, klok: VasteKlok) -> Garage:
    """A garage on a database of its own, on a Tuesday morning in November; each test runs on both databases."""
    klok.moment = moment(2026, 11, 24)
    return Garage(store, klok)
