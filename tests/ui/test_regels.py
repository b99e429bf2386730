"""Which lines a search shows."""

from __future__ import annotations

import pytest

from tests.ui.garage import VANDAAG, YARIS
from werkplaats.domain.treffers import Zoekresultaat
from werkplaats.ui.entries import Creator
from werkplaats.ui.regels import Day, result_lines
from werkplaats.ui.resultaat import NIEUW, Row

NEW_CAR = Creator(lambda text: f"Nieuw voertuig {text}", "", "voertuig", lambda _text: None, lambda _text: True)


def offers_new(text: str) -> bool:
    lines = result_lines(Zoekresultaat(text, (YARIS,)), (NEW_CAR,), Day(VANDAAG, "NL"))
    return any(isinstance(line, Row) and line.soort == NIEUW for line in lines)


@pytest.mark.parametrize("text", ["GE-731-P", "ge731p", " ge 731 p "])
def test_a_plate_that_is_on_file_is_not_offered_as_a_new_car(text: str) -> None:
    assert not offers_new(text)


def test_a_plate_of_which_that_is_the_beginning_is_offered() -> None:
    assert offers_new("GE-731")
