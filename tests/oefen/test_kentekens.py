"""Plates that look right and that no register gave out."""

from __future__ import annotations

import re

import pytest

from werkplaats.oefen.kans import die
from werkplaats.oefen.kentekens import BELGISCH, SIDECODES, Uitgifte, sidecode_of


@pytest.mark.parametrize("sidecode", SIDECODES)
def test_a_dutch_plate_has_the_shape_of_its_series(sidecode: int) -> None:
    kenteken = Uitgifte().nederlands(die("test", sidecode), sidecode)
    assert (kenteken.sidecode, kenteken.soort, kenteken.bij_rdw) == (sidecode, "regulier", True)


@pytest.mark.parametrize("sidecode", SIDECODES)
def test_no_dutch_plate_can_be_a_real_one(sidecode: int) -> None:
    uitgifte = Uitgifte()
    for nummer in range(200):
        kenteken = uitgifte.nederlands(die("test", sidecode, nummer), sidecode)
        # Before sidecode 4 vowels were normal; a Q was never given out in any series.
        assert "Q" in kenteken.compact or kenteken.waarschuwingen == ("LETTERS_NIET_UITGEGEVEN",), kenteken


def test_the_first_letter_tells_a_van() -> None:
    letters = {
        re.sub(r"\d", "", Uitgifte().nederlands(die("bestel", nummer), 12, "V").compact)[0] for nummer in range(50)
    }
    assert letters == {"V"}


@pytest.mark.parametrize("klasse", BELGISCH)
def test_a_belgian_plate_is_of_its_class(klasse: str) -> None:
    kenteken = Uitgifte().belgisch(die("test", klasse), klasse)
    assert (kenteken.land, kenteken.soort, kenteken.geldig) == ("BE", klasse.partition("_")[0], True)


def test_no_belgian_plate_can_be_a_real_one() -> None:
    uitgifte = Uitgifte()
    for klasse in BELGISCH:
        for nummer in range(100):
            compact = uitgifte.belgisch(die(klasse, nummer), klasse).compact
            assert (
                compact[0] in "34567"
                if klasse == "auto"
                else set("IOQ") & set(compact[1:] if klasse != "oud" else compact)
            )


def test_no_plate_is_given_out_twice() -> None:
    uitgifte = Uitgifte()
    eerste = uitgifte.nederlands(die("dezelfde"), 9)
    assert uitgifte.nederlands(die("dezelfde"), 9) != eerste


def test_a_plate_that_was_chosen_by_hand_is_kept_back() -> None:
    gekozen = Uitgifte().nederlands(die("dezelfde"), 9)
    uitgifte = Uitgifte()
    uitgifte.reserve(gekozen.compact)
    assert uitgifte.nederlands(die("dezelfde"), 9) != gekozen


@pytest.mark.parametrize(
    ("jaar", "sidecode"), [(1940, 1), (1951, 1), (1965, 1), (1973, 2), (1999, 5), (2000, 6), (2030, 11)]
)
def test_a_car_gets_the_series_of_its_first_year(jaar: int, sidecode: int) -> None:
    assert sidecode_of(jaar) == sidecode
