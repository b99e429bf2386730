"""The invented cars as they stand today."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from datetime import date

import pytest

from werkplaats.domain.controle import check_voertuig
from werkplaats.domain.voertuig import BRANDSTOFFEN, CODES, VOERTUIGSOORTEN
from werkplaats.errors import Ernst
from werkplaats.oefen.relaties import make_relaties
from werkplaats.oefen.voertuigen import OefenVoertuig, make_voertuigen

VANDAAG = date(2026, 11, 24)


@pytest.fixture(scope="module")
def voertuigen() -> tuple[OefenVoertuig, ...]:
    return make_voertuigen(VANDAAG)


@pytest.fixture(scope="module")
def van_sleutel(voertuigen: tuple[OefenVoertuig, ...]) -> dict[str, OefenVoertuig]:
    return {voertuig.sleutel: voertuig for voertuig in voertuigen}


def test_there_are_three_hundred(voertuigen: tuple[OefenVoertuig, ...]) -> None:
    assert len(voertuigen) == len({voertuig.sleutel for voertuig in voertuigen}) == 300


def test_the_same_day_draws_the_same_cars(voertuigen: tuple[OefenVoertuig, ...]) -> None:
    assert make_voertuigen(VANDAAG) == voertuigen


def test_another_process_draws_the_same_cars(voertuigen: tuple[OefenVoertuig, ...]) -> None:
    programma = (
        "from datetime import date; from werkplaats.oefen.voertuigen import make_voertuigen; "
        f"print(*(v.kaart.kenteken for v in make_voertuigen(date({VANDAAG.year}, {VANDAAG.month}, {VANDAAG.day}))))"
    )
    uitvoer = subprocess.run(
        [sys.executable, "-c", programma],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    ).stdout
    assert uitvoer.split("\n")[0] == " ".join(str(voertuig.kaart.kenteken) for voertuig in voertuigen)


@pytest.mark.parametrize("dag", [date(2026, 1, 1), date(2027, 12, 31), date(2028, 2, 29), date(2035, 6, 15)])
def test_cars_can_be_drawn_on_any_day(dag: date) -> None:
    for voertuig in make_voertuigen(dag):
        blokkerend = [
            bevinding for bevinding in check_voertuig(voertuig.kaart, dag) if bevinding.ernst is Ernst.BLOKKEREND
        ]
        assert blokkerend == []


def test_no_dutch_plate_can_be_a_real_one(voertuigen: tuple[OefenVoertuig, ...]) -> None:
    for voertuig in voertuigen:
        kenteken = voertuig.kaart.kenteken
        if kenteken is None or kenteken.land != "NL":
            continue
        nooit = "LETTERS_NIET_UITGEGEVEN" in kenteken.waarschuwingen or "Q" in kenteken.compact
        # A series begins with 0001; four noughts never were a plate.
        assert nooit or kenteken.compact.endswith("0000"), kenteken


def test_each_plate_is_on_one_card_but_the_belgian_one_that_moved(voertuigen: tuple[OefenVoertuig, ...]) -> None:
    platen = Counter(str(voertuig.kaart.kenteken) for voertuig in voertuigen if voertuig.kaart.kenteken)
    assert [plaat for plaat, aantal in platen.items() if aantal > 1] == ["3-BXR-417"]


def test_every_kind_of_plate_is_there(voertuigen: tuple[OefenVoertuig, ...]) -> None:
    platen = [voertuig.kaart.kenteken for voertuig in voertuigen if voertuig.kaart.kenteken]
    assert {plaat.sidecode for plaat in platen if plaat.land == "NL" and plaat.soort == "regulier"} == set(range(1, 15))
    assert {plaat.soort for plaat in platen if plaat.land == "NL"} == {
        "regulier",
        "handelaar",
        "diplomatiek",
        "vrijstelling",
    }
    assert {plaat.soort for plaat in platen if plaat.land == "BE"} >= {
        "auto", "oud", "aanhangwagen", "motor", "taxi", "oldtimer", "bromfiets", "tractor", "handelaar", "tijdelijk",
        "diplomatiek", "gepersonaliseerd",
    }  # fmt: skip
    assert {plaat.land for plaat in platen} == {"NL", "BE", "DE", "FR", "LU", "GB"}


def test_every_card_can_be_saved_and_few_are_doubtful(voertuigen: tuple[OefenVoertuig, ...]) -> None:
    bevindingen = [bevinding for voertuig in voertuigen for bevinding in check_voertuig(voertuig.kaart, VANDAAG)]
    assert {bevinding.ernst for bevinding in bevindingen} == {Ernst.WAARSCHUWING}
    verwacht = {"LETTERS_NIET_UITGEGEVEN", "VIN_KORT", "VIN_TEKENS", "KENTEKEN_HANDELAAR"}
    assert {bevinding.code for bevinding in bevindingen} == verwacht


def test_words_are_those_of_the_register(voertuigen: tuple[OefenVoertuig, ...]) -> None:
    assert {voertuig.kaart.voertuigsoort for voertuig in voertuigen} <= set(VOERTUIGSOORTEN)
    brandstoffen = {
        brandstof
        for voertuig in voertuigen
        for brandstof in (voertuig.kaart.brandstof, voertuig.kaart.tweede_brandstof)
    }
    assert brandstoffen <= {"", *BRANDSTOFFEN}


def test_owners_are_people_of_the_garage(voertuigen: tuple[OefenVoertuig, ...]) -> None:
    sleutels = {relatie.sleutel for relatie in make_relaties(VANDAAG)}
    eigenaren = Counter(voertuig.eigenaar for voertuig in voertuigen)
    assert {eigenaar for eigenaar in eigenaren if eigenaar} <= sleutels
    assert eigenaren["akker"] == 9
    assert eigenaren["smeets-i"] == 6
    assert eigenaren[None] >= 5
    assert eigenaren["smeets-p"] == 0


def test_inspections_lie_behind_near_and_far(voertuigen: tuple[OefenVoertuig, ...]) -> None:
    dagen = [
        (voertuig.kaart.vervaldatum_apk - VANDAAG).days for voertuig in voertuigen if voertuig.kaart.vervaldatum_apk
    ]
    assert sum(-60 <= dag < 0 for dag in dagen) >= 3
    assert 15 <= sum(0 <= dag <= 30 for dag in dagen) <= 40
    assert sum(dag > 300 for dag in dagen) >= 20
    assert any(voertuig.kaart.vervaldatum_apk is None for voertuig in voertuigen)


def test_the_car_of_the_guided_tour_is_that_of_the_pictures(van_sleutel: dict[str, OefenVoertuig]) -> None:
    golf = van_sleutel["GA482R"].kaart
    assert (str(golf.kenteken), golf.merk, golf.model, golf.type) == ("GA-482-R", "Volkswagen", "Golf", "1.5 TSI Style")
    assert golf.vervaldatum_apk == date(2026, 12, 2)
    assert golf.datum_laatste_bezoek == date(2026, 3, 14)
    assert (golf.ledig_gewicht, golf.bedrijfsklaar, golf.co2_uitstoot) == (1214, 1314, None)
    assert golf.radiocode.tekst == "4417"


def test_the_odd_cards_are_there(van_sleutel: dict[str, OefenVoertuig]) -> None:
    assert van_sleutel["zonder-kenteken-0"].kaart.kenteken is None
    assert van_sleutel["zonder-kenteken-0"].kaart.chassisnummer is not None
    oldtimer = van_sleutel["oldtimer-Austin"].kaart.chassisnummer
    assert oldtimer is not None
    assert oldtimer.waarschuwingen == ("VIN_KORT",)
    assert van_sleutel["vin-met-letters"].kaart.chassisnummer != van_sleutel["41AUB6"].kaart.chassisnummer
    assert van_sleutel["dubbel-oud"].kaart.chassisnummer == van_sleutel["dubbel-nieuw"].kaart.chassisnummer
    assert van_sleutel["gas-2"].kaart.g3
    assert van_sleutel["taxi-0"].wens.taxi


def test_some_are_gone_and_some_have_codes(voertuigen: tuple[OefenVoertuig, ...]) -> None:
    assert 8 <= sum(not voertuig.kaart.actief for voertuig in voertuigen) <= 25
    met_code = [voertuig for voertuig in voertuigen if any(getattr(voertuig.kaart, veld).gevuld for veld in CODES)]
    assert 30 <= len(met_code) <= 90


def test_no_other_two_cards_share_a_chassis_number(voertuigen: tuple[OefenVoertuig, ...]) -> None:
    nummers = Counter(str(voertuig.kaart.chassisnummer) for voertuig in voertuigen)
    assert [nummer for nummer, aantal in nummers.items() if aantal > 1] == ["TMBEA6NJ4HZ000417"]
