"""A request for a plate beside its order: what the order says otherwise by now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from werkplaats.domain.order import OrderKaart, Orderlijsten, Plaatregel
from werkplaats.domain.ponaanvraag import Aanvraagtype, contents_of, told_otherwise
from werkplaats.domain.vin import Vin

DAG = date(2026, 11, 24)
FABIA = OrderKaart(
    merk="Škoda",
    chassisnummer=Vin("TMBEP6PJ1S4000116"),
    afleverdatum=date(2026, 12, 1),
    platen=(Plaatregel("27.1", 2),),
)
LIJSTEN = Orderlijsten(dealernummers=(("SKODA", "24017"),))


@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({}, ()),
        ({"merk": " skoda "}, ()),
        ({"goedgekeurd": True, "losdatum": DAG, "model": "Fabia"}, ()),
        ({"merk": "SEAT"}, ("merk",)),
        ({"chassisnummer": None}, ("chassisnummer",)),
        ({"chassisnummer": Vin("TMBEP6PJ1S4000117")}, ("chassisnummer",)),
        ({"afleverdatum": None}, ("afleverdatum",)),
        ({"platen": (Plaatregel("27.1", 1),)}, ("platen",)),
        ({"platen": (Plaatregel("27.1", 2), Plaatregel("27.2", 1))}, ("platen",)),
        ({"merk": "Audi", "platen": ()}, ("merk", "platen")),
    ],
)
def test_only_what_pon_was_told_is_compared(anders: dict[str, Any], velden: tuple[str, ...]) -> None:
    inhoud, gebreken = contents_of(FABIA, "2026-000116", LIJSTEN, Aanvraagtype.HANDMATIG, DAG)
    assert inhoud is not None, gebreken
    assert told_otherwise(inhoud, replace(FABIA, **anders)) == velden
