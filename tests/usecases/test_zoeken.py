"""Finding cars and people by whatever a person at the counter types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import GOLF, VAN_DALEN
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.rechten import Recht
from werkplaats.domain.treffers import Zoekresultaat
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.voertuig import Voertuig


@pytest.fixture
def auto(garage: Garage) -> Voertuig:
    vin = Vin.parse("WVWZZZCDZLW000417")
    return garage.new_car(VoertuigKaart(kenteken=GOLF, chassisnummer=vin, hoofdeigenaar=garage.new_owner()))


@pytest.mark.parametrize(
    "tekst", ["ga482r", "GA-482-R", "ga 482", "LW000417", "van dalen", "06 12345678", "6533gl 214"]
)
def test_the_car_is_found_by_anything(garage: Garage, auto: Voertuig, tekst: str) -> None:
    gevonden = garage.zoeken.find(garage.balie, tekst)

    assert gevonden.tekst == tekst
    assert [treffer.id for treffer in gevonden.voertuigen] == [auto.id]


def test_the_owner_is_found_beside_his_car(garage: Garage, auto: Voertuig) -> None:
    gevonden = garage.zoeken.find(garage.balie, "dalen")

    assert [(treffer.weergave, treffer.aantal_voertuigen) for treffer in gevonden.relaties] == [
        ("Dhr. H. van Dalen", 1)
    ]
    assert (gevonden.meer_voertuigen, gevonden.meer_relaties) == (False, False)


@pytest.mark.parametrize("tekst", ["", "   ", "-", "\N{AUTOMOBILE}", "?!"])
def test_a_text_without_meaning_finds_nothing(garage: Garage, auto: Voertuig, tekst: str) -> None:
    assert garage.zoeken.find(garage.balie, tekst) == Zoekresultaat(tekst)
    assert garage.zoeken.relaties(garage.balie, tekst) == ()


def test_a_long_list_is_cut_off_and_says_so(garage: Garage) -> None:
    for letter in "ABC":
        garage.new_owner(replace(VAN_DALEN, voorletters=letter))

    gevonden = garage.zoeken.find(garage.balie, "dalen", 2)

    assert (len(gevonden.relaties), gevonden.meer_relaties) == (2, True)
    assert len(garage.zoeken.relaties(garage.balie, "dalen", 2)) == 2


@pytest.mark.parametrize("code", ["GA482R", "ga-482-r", "WVWZZZCDZLW000417", "wvwzzzcdzlw000417"])
def test_a_scanned_code_is_the_car_that_bears_it(garage: Garage, auto: Voertuig, code: str) -> None:
    assert garage.zoeken.scanned(garage.balie, code) == auto.id


@pytest.mark.parametrize("code", ["GA482", "LW000417", "8710400145981", "", "van dalen"])
def test_a_part_of_a_code_or_another_one_is_nobodys(garage: Garage, auto: Voertuig, code: str) -> None:
    assert garage.zoeken.scanned(garage.balie, code) is None


def test_an_old_plate_is_still_that_car(garage: Garage, auto: Voertuig) -> None:
    garage.change(garage.balie, auto, kenteken=Kenteken.parse("XS-41-BP"))

    assert garage.zoeken.scanned(garage.balie, "XS41BP") == auto.id


def test_a_chassis_number_on_two_cards_is_not_guessed(garage: Garage, auto: Voertuig) -> None:
    garage.new_car(VoertuigKaart(chassisnummer=Vin.parse("WVWZZZCDZLW000417")))

    assert garage.zoeken.scanned(garage.balie, "WVWZZZCDZLW000417") is None


def test_who_may_not_see_people_finds_cars_only(garage: Garage, auto: Voertuig) -> None:
    wie = replace(garage.balie, rechten=frozenset({Recht.VOERTUIG_ZIEN}))

    gevonden = garage.zoeken.find(wie, "dalen")

    assert [treffer.id for treffer in gevonden.voertuigen] == [auto.id]
    assert gevonden.relaties == ()
