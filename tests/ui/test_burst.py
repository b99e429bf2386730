"""What is a scanner's and what a fast hand's, by the times of the signs alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.ui.burst import APART_MS, Burst


def typed(text: str, gaps: list[int], *, end: int) -> str:
    """The code that a text is, typed with these gaps between its signs and before its end."""
    burst, at = Burst(), 10_000
    for place, sign in enumerate(text):
        at += gaps[place - 1] if place else 0
        burst.add(sign, at)
    return burst.ended(at + end)


@pytest.mark.parametrize(
    ("text", "gap", "end", "code"),
    [
        ("GA482R", 8, 8, "GA482R"),
        ("GA482R", APART_MS, APART_MS, "GA482R"),
        ("GA482R", APART_MS + 1, 8, ""),
        ("GA482R", 8, APART_MS + 1, ""),
        ("4821", 8, 8, "4821"),
        ("482", 8, 8, ""),
        ("CARSYS", 50, 50, "CARSYS"),
        ("smeets", 51, 51, ""),
        ("smeets", 50, 51, ""),
        ("WVWZZZCDZLW000417", 1, 1, "WVWZZZCDZLW000417"),
    ],
)
def test_a_burst_is_told_by_its_gaps(text: str, gap: int, end: int, code: str) -> None:
    assert typed(text, [gap] * len(text), end=end) == code


def test_who_types_and_has_one_fast_moment_is_no_scanner() -> None:
    assert typed("hatertseweg 214", [140] * 9 + [90] * 5, end=95) == ""


def test_after_a_pause_a_burst_counts_for_itself() -> None:
    assert typed("xsGA482R", [150, 301, 8, 8, 8, 8, 8], end=8) == "GA482R"


def test_right_behind_typing_it_counts_for_typing() -> None:
    assert typed("xsGA482R", [150, 300, 8, 8, 8, 8, 8], end=8) == ""


def test_nothing_is_no_code() -> None:
    assert Burst().ended(5) == ""


@given(st.text(min_size=1, max_size=30), st.lists(st.integers(101, 300), min_size=30, max_size=30), st.integers(0, 400))
def test_no_hand_slower_than_a_scanner_is_ever_one(text: str, gaps: list[int], end: int) -> None:
    assert typed(text, gaps, end=end) == ""
