"""Brands and models read as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.services.schrijfwijze import brand_in_words, model_in_words


@pytest.mark.parametrize(
    ("register", "people"),
    [
        ("SKODA", "Skoda"),
        ("MERCEDES-BENZ", "Mercedes-Benz"),
        ("BMW", "BMW"),
        ("VW", "VW"),
        ("DAF", "DAF"),
        ("ALFA ROMEO", "Alfa Romeo"),
        ("CITROËN", "Citroën"),
        ("MCLAREN", "McLaren"),
        ("LYNK & CO", "Lynk & Co"),
        ("Škoda", "Škoda"),
        ("", ""),
    ],
)
def test_a_brand_is_not_shouted(register: str, people: str) -> None:
    assert brand_in_words(register) == people


@pytest.mark.parametrize(
    ("merk", "handelsbenaming", "model"),
    [
        ("NISSAN", "NISSAN NOTE", "Note"),
        ("SKODA", "CITIGO", "Citigo"),
        ("FORD", "ESCORT MEXICO", "Escort Mexico"),
        ("MERCEDES-BENZ", "MERCEDES-BENZ C 180 CDI", "C 180 CDI"),
        ("VOLKSWAGEN", "GOLF GTI", "Golf GTI"),
        ("VOLKSWAGEN", "UP", "Up"),
        ("VOLKSWAGEN", "ID.3", "ID.3"),
        ("BMW", "318I", "318I"),
        ("KIA", "CEE'D", "Cee'd"),
        ("HONDA", "CR-V", "CR-V"),
        ("MAN", "MANTGX", "Mantgx"),
        ("MINI", "MINI", ""),
        ("", "KOMBI", "Kombi"),
    ],
)
def test_a_model_does_not_repeat_the_brand(merk: str, handelsbenaming: str, model: str) -> None:
    assert model_in_words(merk, handelsbenaming) == model


@given(st.text(max_size=40), st.text(max_size=60))
def test_any_text_is_taken_and_no_letter_gets_lost(merk: str, naam: str) -> None:
    assert brand_in_words(merk).casefold() == merk.casefold()
    assert model_in_words(merk, naam).casefold() in naam.casefold()
