"""Warranties of a car: in the order in which they ask for attention, judged by day and reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from werkplaats.domain.garantie import Garantie, GarantieKaart, Garantiesoort
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.errors import Botsing, NietGevonden, Ongeldig

if TYPE_CHECKING:
    from tests.usecases.garage import Garage

LANG = GarantieKaart(Garantiesoort.ROEST, tot=date(2034, 1, 1))


def _add(garage: Garage, auto: int, kaart: GarantieKaart = LANG) -> Garantie:
    return garage.garanties.save(garage.balie, auto, None, GarantieKaart(), kaart)


def test_one_that_ends_within_the_days_of_the_shop_is_on_the_start_page(garage: Garage) -> None:
    auto = garage.new_car().id
    garage.configure(apk_herinnering_dagen=14)

    def due(**velden: Any) -> list[tuple[str, str, date]]:
        kaart = GarantieKaart(Garantiesoort.GEBRUIKT, **velden)
        een = garage.garanties.save(garage.balie, auto, None, GarantieKaart(), kaart)
        punten = garage.voertuigen.aandacht(garage.balie)
        garage.garanties.delete(garage.balie, een.id)
        return [(punt.soort, punt.tekst, punt.datum) for punt in punten]

    assert due(tot=date(2026, 11, 24)) == [("garantie", "gebruikt", date(2026, 11, 24))]
    assert due(tot=date(2026, 12, 8)) == [("garantie", "gebruikt", date(2026, 12, 8))]
    assert due(tot=date(2026, 12, 9)) == due(tot=date(2026, 11, 23)) == due(tot_km=100_000) == []
    garage.kmstanden.add(garage.balie, auto, KmInvoer(99_999, date(2026, 11, 1)))
    assert len(due(tot=date(2026, 12, 8), tot_km=100_000)) == 1
    assert due(tot=date(2026, 12, 8), tot_km=99_000) == [], "the car drove out of it"


def test_what_ends_soon_stands_first_and_the_reading_counts(garage: Garage) -> None:
    auto = garage.new_car().id
    _add(garage, auto, GarantieKaart(tot=date(2020, 1, 1)))
    _add(garage, auto)
    _add(garage, auto, GarantieKaart(Garantiesoort.BATTERIJ, tot_km=160_000))

    def states() -> list[tuple[str, str]]:
        alle = garage.garanties.van_voertuig(garage.balie, auto)
        return [(nu.garantie.kaart.soort.value, nu.staat.value) for nu in alle]

    assert states() == [("roest", "lopend"), ("batterij", "lopend"), ("fabriek", "verlopen")]
    dag = garage.klok.nu().lokaal(garage.balie.zone).date()
    garage.kmstanden.add(garage.balie, auto, KmInvoer(159_000, dag))
    assert states()[0] == ("batterij", "bijna")


def test_it_is_changed_taken_away_and_put_back(garage: Garage) -> None:
    garantie = _add(garage, garage.new_car().id)

    def save(nieuw: GarantieKaart) -> Garantie:
        return garage.garanties.save(garage.balie, garantie.voertuig_id, garantie.id, LANG, nieuw)

    assert save(replace(LANG, nummer="R-1")).kaart.nummer == "R-1"
    with pytest.raises(Botsing):
        save(replace(LANG, nummer="R-2"))
    with pytest.raises(Ongeldig):
        save(replace(LANG, van=date(2035, 1, 1)))
    weg = garage.garanties.delete(garage.balie, garantie.id)
    assert garage.garanties.van_voertuig(garage.balie, garantie.voertuig_id) == ()
    with pytest.raises(NietGevonden):
        save(LANG)
    assert garage.garanties.put_back(garage.balie, weg.id) == weg
