"""The countries: all known by their sign on the plate and by their calling code."""

from __future__ import annotations

import re

from werkplaats.domain.land import BELCODES, LANDEN


def test_the_neighbours_bear_the_signs_that_everyone_knows() -> None:
    assert [LANDEN[land] for land in ("NL", "BE", "DE", "FR", "LU", "GB")] == ["NL", "B", "D", "F", "L", "UK"]


def test_every_country_has_a_sign_and_a_calling_code_of_its_own() -> None:
    assert LANDEN.keys() == BELCODES.keys()
    assert len(set(LANDEN.values())) == len(LANDEN)
    assert len(set(BELCODES.values())) == len(BELCODES)
    assert all(re.fullmatch("[A-Z]{2}", land) and re.fullmatch("[A-Z]{1,3}", teken) for land, teken in LANDEN.items())
