"""Odometer readings as people enter them: what is kept, what is refused, who may, and what the logboek says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.kmstand import Eenheid, KmHerkomst, KmInvoer, KmStand
from werkplaats.errors import Botsing, Ernst, GeenRecht, NietGevonden, Ongeldig

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.usecases.kmstanden import Kmstanden

VANDAAG = date(2026, 11, 24)
MEI = KmInvoer(131_488, date(2026, 5, 8))


@pytest.fixture
def standen(garage: Garage) -> Kmstanden:
    return garage.kmstanden


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car().id


def shown(lijst: tuple[KmStand, ...]) -> list[tuple[date, int]]:
    return [(stand.datum, stand.stand) for stand in lijst]


def test_readings_stand_by_day_whatever_the_order_in_which_they_came(
    garage: Garage, standen: Kmstanden, auto: int
) -> None:
    standen.add(garage.balie, auto, KmInvoer(142_906, VANDAAG))
    standen.add(garage.balie, auto, MEI)
    assert shown(standen.van_voertuig(garage.balie, auto)) == [(date(2026, 5, 8), 131_488), (VANDAAG, 142_906)]


def test_an_odd_reading_is_told_and_kept(garage: Garage, standen: Kmstanden, auto: int) -> None:
    standen.add(garage.balie, auto, MEI)
    lager = KmInvoer(124_906, VANDAAG)
    (bevinding,) = standen.check(garage.balie, lager, standen.van_voertuig(garage.balie, auto))
    assert (bevinding.code, bevinding.ernst) == ("KM_LAGER", Ernst.WAARSCHUWING)
    assert standen.add(garage.balie, auto, lager).stand == 124_906


@pytest.mark.parametrize(
    ("invoer", "codes"),
    [
        (KmInvoer(9_999_999, VANDAAG), ["KM_ONGELDIG"]),
        (KmInvoer(-5, VANDAAG), ["KM_ONGELDIG"]),
        (KmInvoer(100, date(2026, 11, 25)), ["DATUM_TOEKOMST"]),
        (KmInvoer(None, None), ["KM_LEEG", "KM_DATUM_LEEG"]),
        (MEI, ["KM_DUBBEL"]),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    garage: Garage, standen: Kmstanden, auto: int, invoer: KmInvoer, codes: list[str]
) -> None:
    standen.add(garage.balie, auto, MEI)
    with pytest.raises(Ongeldig) as geweigerd:
        standen.add(garage.balie, auto, invoer)
    assert [bevinding.code for bevinding in geweigerd.value.bevindingen] == codes
    assert len(standen.van_voertuig(garage.balie, auto)) == 1


def test_today_is_the_day_where_the_shop_is(garage: Garage, standen: Kmstanden, auto: int) -> None:
    with garage.later(hours=14, minutes=30):  # 23:30 in UTC, half past midnight in Amsterdam
        assert standen.add(garage.balie, auto, KmInvoer(10, date(2026, 11, 25))).datum == date(2026, 11, 25)


def test_a_slip_is_put_right_and_the_logboek_says_by_whom(garage: Garage, standen: Kmstanden, auto: int) -> None:
    stand = standen.add(garage.wie("Monteur", "Tom"), auto, KmInvoer(142_906, VANDAAG, herkomst=KmHerkomst.MONTEUR))
    beter = replace(stand.invoer, stand=124_906, opmerking="verlezen")
    assert standen.correct(garage.balie, stand.id, stand.invoer, beter).invoer == beter
    regels = [(r.wie, r.handeling, r.veld, r.voor, r.na) for r in garage.voertuigen.logboek(garage.balie, auto)]
    assert ("Bram", "gewijzigd", "kmstand", "142.906 km, 24-11-2026", "124.906 km, 24-11-2026") in regels
    assert ("Bram", "gewijzigd", "opmerking", "", "verlezen") in regels
    assert ("Tom", "toegevoegd", "kmstand", "", "142.906 km, 24-11-2026") in regels


def test_two_who_correct_one_reading_lose_nothing(garage: Garage, standen: Kmstanden, auto: int) -> None:
    stand = standen.add(garage.balie, auto, MEI)
    standen.correct(garage.beheerder, stand.id, MEI, replace(MEI, opmerking="van de factuur"))
    samen = standen.correct(garage.balie, stand.id, MEI, replace(MEI, stand=131_480))
    assert (samen.stand, samen.opmerking) == (131_480, "van de factuur")
    with pytest.raises(Botsing):
        standen.correct(garage.balie, stand.id, MEI, replace(MEI, stand=131_490))


def test_a_correction_is_not_judged_beside_itself(garage: Garage, standen: Kmstanden, auto: int) -> None:
    stand = standen.add(garage.balie, auto, MEI)
    alle = standen.van_voertuig(garage.balie, auto)
    lager = replace(MEI, stand=131_400)
    assert standen.check(garage.balie, lager, alle, stand.id) == ()
    assert standen.correct(garage.balie, stand.id, MEI, lager).stand == 131_400


def test_what_is_taken_back_is_gone_and_can_be_put_back(garage: Garage, standen: Kmstanden, auto: int) -> None:
    stand = standen.add(garage.balie, auto, MEI)
    standen.take_back(garage.balie, stand.id)
    assert standen.van_voertuig(garage.balie, auto) == ()
    with pytest.raises(NietGevonden):
        standen.take_back(garage.balie, stand.id)
    assert standen.put_back(garage.balie, stand.id).invoer == MEI
    handelingen = [
        regel.handeling for regel in garage.voertuigen.logboek(garage.balie, auto) if regel.veld == "kmstand"
    ]
    assert handelingen == ["hersteld", "verwijderd", "toegevoegd"]


def test_miles_are_kept_as_they_were_read(garage: Garage, standen: Kmstanden, auto: int) -> None:
    stand = standen.add(garage.balie, auto, KmInvoer(81_703, VANDAAG, Eenheid.MIJL))
    assert (stand.stand, stand.km) == (81_703, 131_488)


def test_a_reading_of_a_car_that_is_gone_is_refused(garage: Garage, standen: Kmstanden) -> None:
    with pytest.raises(NietGevonden):
        standen.add(garage.balie, 4711, MEI)
    with pytest.raises(NietGevonden):
        standen.correct(garage.balie, 4711, MEI, replace(MEI, stand=1))
    with pytest.raises(NietGevonden):
        standen.put_back(garage.balie, 4711)


def test_a_mechanic_may_add_and_not_correct(garage: Garage, standen: Kmstanden, auto: int) -> None:
    monteur = garage.wie("Monteur")
    stand = standen.add(monteur, auto, MEI)
    with pytest.raises(GeenRecht):
        standen.correct(monteur, stand.id, MEI, replace(MEI, stand=1))
    with pytest.raises(GeenRecht):
        standen.take_back(monteur, stand.id)
