"""The practice garage sells cars: every outcome of the rules for plate requests is there to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import GOLF, Garage, moment
from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.pon import Besluit, PonRegel, Reden
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.oefen.orders import fill_orders

if TYPE_CHECKING:
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.order import OrderRegel
    from werkplaats.store.opslag import Store


@pytest.fixture
def lines(sqlite_store: Store, klok: VasteKlok) -> tuple[OrderRegel, ...]:
    klok.moment = moment(2026, 11, 24)
    garage = Garage(sqlite_store, klok)
    garage.new_car(VoertuigKaart(merk="Volkswagen", hoofdeigenaar=garage.new_owner(), kenteken=GOLF))
    fill_orders(sqlite_store, garage.beheerder)
    return garage.lijsten.first(garage.verkoper, "order", Lijstvraag("nummer"))


def test_every_rule_and_every_outcome_comes_by(lines: tuple[OrderRegel, ...]) -> None:
    oordelen = [line.oordeel for line in lines]
    assert {oordeel.besluit for oordeel in oordelen} == set(Besluit)
    for besluit in (Besluit.AANVRAGEN, Besluit.WACHTEN):
        assert {oordeel.regel for oordeel in oordelen if oordeel.besluit is besluit} >= set(PonRegel)


def test_the_reasons_to_look_and_not_to_ask_come_by(lines: tuple[OrderRegel, ...]) -> None:
    redenen = {reden for line in lines for reden in line.oordeel.redenen}
    assert redenen == set(Reden) - {Reden.AANVRAAG_LOOPT, Reden.GOEDKEURING_INGETROKKEN, Reden.GEPLAND_OP_ONBEKEND}
