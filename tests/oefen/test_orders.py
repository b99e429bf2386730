"""The practice garage sells cars: every outcome of the rules for plate requests is there to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import GOLF, Garage, moment
from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.moment import VasteKlok
from werkplaats.domain.pon import Besluit, PonRegel, Reden
from werkplaats.domain.pon_planning import Groep
from werkplaats.domain.ponaanvraag import Aanvraagstaat
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.oefen.orders import fill_orders
from werkplaats.oefen.pon import fill_pon
from werkplaats.usecases.lijsten import AANVRAAG, PLANNING

if TYPE_CHECKING:
    from werkplaats.domain.order import OrderRegel
    from werkplaats.store.opslag import Store


@pytest.fixture
def lines(sqlite_store: Store, klok: VasteKlok) -> tuple[OrderRegel, ...]:
    klok.moment = moment(2026, 11, 24)
    garage = Garage(sqlite_store, klok)
    garage.new_car(VoertuigKaart(merk="Volkswagen", hoofdeigenaar=garage.new_owner(), kenteken=GOLF))
    fill_orders(sqlite_store, garage.beheerder)
    fill_pon(sqlite_store, garage.beheerder)
    return garage.lijsten.first(garage.verkoper, "order", Lijstvraag("nummer"))


def test_every_rule_and_every_outcome_comes_by(lines: tuple[OrderRegel, ...]) -> None:
    oordelen = [line.oordeel for line in lines]
    assert {oordeel.besluit for oordeel in oordelen} == set(Besluit)
    for besluit in (Besluit.AANVRAGEN, Besluit.WACHTEN):
        assert {oordeel.regel for oordeel in oordelen if oordeel.besluit is besluit} >= set(PonRegel)


def test_every_reason_to_look_and_not_to_ask_comes_by(lines: tuple[OrderRegel, ...]) -> None:
    assert {reden for line in lines for reden in line.oordeel.redenen} == set(Reden)


def test_every_part_of_the_overview_holds_something(lines: tuple[OrderRegel, ...], sqlite_store: Store) -> None:
    garage = Garage(sqlite_store, VasteKlok(moment(2026, 11, 24)))
    plannen = [line.plan for line in garage.lijsten.first(garage.verkoper, PLANNING, Lijstvraag("dag"))]
    assert {plan.groep for plan in plannen} == set(Groep)
    gemist = {plan.oordeel.gemist: plan.oordeel.besluit for plan in plannen if plan.oordeel.gemist is not None}
    assert gemist == {PonRegel.R1: Besluit.AANDACHT, PonRegel.R4: Besluit.WACHTEN}
    assert any(plan.oordeel.letterlijk for plan in plannen), "where the source would have asked by its letter"
    kalender = garage.planning.calendar(garage.verkoper)
    assert {regel for dag in kalender.dagen for regel, _aantal in dag.regels} == set(PonRegel)
    gevraagd = garage.lijsten.first(garage.verkoper, AANVRAAG, Lijstvraag("gemaakt"))
    assert {regel.staat for regel in gevraagd} == set(Aanvraagstaat) - {Aanvraagstaat.WACHT}, "one that waits would go"
    assert {regel.regel for regel in gevraagd} == {None, PonRegel.R3}
    assert len(lines) > len(plannen)
