"""Sets of tyres as people keep them: one at a time is on the car, two hands lose nothing, the logboek tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.banden import Bandenset, BandensetKaart, Seizoen
from werkplaats.errors import Botsing, NietGevonden, Ongeldig

if TYPE_CHECKING:
    from tests.usecases.garage import Garage

VANDAAG = date(2026, 11, 24)
ZOMER = BandensetKaart(Seizoen.ZOMER, gemonteerd=True, maat="205/55r16 91v")
WINTER = BandensetKaart(Seizoen.WINTER, opslagplaats="rek B, vak 12", profiel_lv=62)


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car().id


def new(garage: Garage, auto: int, kaart: BandensetKaart) -> Bandenset:
    return garage.banden.save(garage.balie, auto, None, BandensetKaart(), kaart)


def on_car(garage: Garage, auto: int) -> list[tuple[str, bool, date | None]]:
    return [
        (een.kaart.seizoen.value, een.kaart.gemonteerd, een.kaart.gewisseld_op)
        for een in garage.banden.van_voertuig(garage.balie, auto)
    ]


def test_a_set_is_kept_in_its_one_spelling(garage: Garage, auto: int) -> None:
    assert new(garage, auto, ZOMER).kaart.maat == "205/55 R16 91V"


def test_mounting_one_takes_the_other_off(garage: Garage, auto: int) -> None:
    new(garage, auto, ZOMER)
    winter = new(garage, auto, WINTER)
    garage.banden.mount(garage.balie, winter.id)
    assert on_car(garage, auto) == [("winter", True, VANDAAG), ("zomer", False, VANDAAG)]
    versie = garage.banden.mount(garage.balie, winter.id).versie
    assert garage.banden.mount(garage.balie, winter.id).versie == versie


def test_a_set_noted_as_mounted_takes_the_other_off_too(garage: Garage, auto: int) -> None:
    zomer = new(garage, auto, ZOMER)
    winter = new(garage, auto, replace(WINTER, gemonteerd=True))
    assert [een[:2] for een in on_car(garage, auto)] == [("winter", True), ("zomer", False)]
    staand = next(een for een in garage.banden.van_voertuig(garage.balie, auto) if een.id == zomer.id)
    garage.banden.save(garage.balie, auto, zomer.id, staand.kaart, replace(staand.kaart, gemonteerd=True))
    assert [een.id for een in garage.banden.van_voertuig(garage.balie, auto) if een.kaart.gemonteerd] == [zomer.id]
    assert winter.id != zomer.id


def test_two_who_change_different_fields_lose_nothing(garage: Garage, auto: int) -> None:
    een = new(garage, auto, WINTER)
    garage.banden.save(garage.beheerder, auto, een.id, een.kaart, replace(een.kaart, profiel_lv=50))
    samen = garage.banden.save(garage.balie, auto, een.id, een.kaart, replace(een.kaart, opslagplaats="A 1"))
    assert (samen.kaart.profiel_lv, samen.kaart.opslagplaats) == (50, "A 1")
    with pytest.raises(Botsing):
        garage.banden.save(garage.balie, auto, een.id, een.kaart, replace(een.kaart, profiel_lv=40))


def test_what_was_taken_away_can_be_put_back_but_not_beside_another_on_the_car(garage: Garage, auto: int) -> None:
    zomer = new(garage, auto, ZOMER)
    garage.banden.delete(garage.balie, zomer.id)
    assert on_car(garage, auto) == []
    with pytest.raises(NietGevonden):
        garage.banden.mount(garage.balie, zomer.id)
    new(garage, auto, replace(WINTER, gemonteerd=True))
    assert not garage.banden.put_back(garage.balie, zomer.id).kaart.gemonteerd
    assert [een[:2] for een in on_car(garage, auto)] == [("winter", True), ("zomer", False)]


def test_the_logboek_of_the_car_tells_it(garage: Garage, auto: int) -> None:
    een = new(garage, auto, WINTER)
    garage.banden.mount(garage.balie, een.id)
    regels = [regel for regel in garage.voertuigen.logboek(garage.balie, auto) if regel.veld == "banden"]
    assert [(regel.handeling, regel.voor, regel.na) for regel in regels] == [
        (
            "gemonteerd",
            "winter, profiel 6,2/?/?/?, plaats rek B, vak 12",
            "winter, profiel 6,2/?/?/?, plaats rek B, vak 12, gemonteerd, 24-11-2026",
        ),
        ("toegevoegd", "", "winter, profiel 6,2/?/?/?, plaats rek B, vak 12"),
    ]


def test_an_impossible_tread_is_refused_and_a_car_that_is_gone_too(garage: Garage, auto: int) -> None:
    with pytest.raises(Ongeldig):
        new(garage, auto, replace(WINTER, profiel_lv=900))
    with pytest.raises(NietGevonden):
        new(garage, 999, WINTER)
