"""What is asked of the register of addresses, from the parts that a person types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.adres import AdresVraag, address_question, split_addition


@pytest.mark.parametrize(
    ("toevoeging", "delen"),
    [
        ("", ("", "")),
        ("A", ("A", "")),
        ("a", ("A", "")),
        ("2", ("", "2")),
        ("-2", ("", "2")),
        ("A2", ("A", "2")),
        ("A-2", ("A", "2")),
        (" b - 12 ", ("B", "12")),
        ("bis", ("B", "is")),
    ],
)
def test_a_leading_letter_is_the_letter_and_the_rest_the_addition(toevoeging: str, delen: tuple[str, str]) -> None:
    assert split_addition(toevoeging) == delen


def test_a_postcode_with_a_number_is_a_question() -> None:
    assert address_question("NL", "6533 gl", "214", "A-2") == AdresVraag("6533GL", 214, "A", "2")


def test_an_addition_typed_behind_the_number_counts() -> None:
    assert address_question("NL", "6533GL", "214 A") == AdresVraag("6533GL", 214, "A")


def test_a_remark_in_the_place_of_an_addition_does_not_hide_the_house() -> None:
    assert address_question("NL", "6533GL", "214", "achter de kerk") == AdresVraag("6533GL", 214, "A")


@pytest.mark.parametrize(
    ("land", "postcode", "huisnr"),
    [
        ("BE", "6533 GL", "214"),
        ("DE", "46446", "1"),
        ("NL", "2300", "14"),
        ("NL", "6533 SS", "214"),
        ("NL", "6533 GL", ""),
        ("NL", "6533 GL", "A"),
        ("NL", "6533 GL", "0"),
        ("NL", "6533 GL", "123456"),
        ("NL", "6533 GL", "٣"),
        ("NL", "", "214"),
    ],
)
def test_what_is_no_whole_dutch_address_is_not_asked(land: str, postcode: str, huisnr: str) -> None:
    assert address_question(land, postcode, huisnr) is None


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_no_typing_breaks_it_and_no_question_carries_signs_of_its_own(postcode: str, huisnr: str, extra: str) -> None:
    vraag = address_question("NL", postcode, huisnr, extra)
    assert vraag is None or (len(vraag.postcode), len(vraag.huisletter) <= 1, len(vraag.toevoeging) <= 4) == (
        6,
        True,
        True,
    )
