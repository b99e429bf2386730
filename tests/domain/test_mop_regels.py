"""The assumed limits of Bovemij that need more than a table: ages, and the birth date that was likely meant."""

from __future__ import annotations

from datetime import date

import pytest

from werkplaats.domain.mop_regels import leeftijd, likely_birth_date

VANDAAG = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("geboren", "dag", "jaren"),
    [
        (date(2008, 11, 24), VANDAAG, 18),
        (date(2008, 11, 25), VANDAAG, 17),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(1970, 1, 1), VANDAAG, 56),
        (VANDAAG, VANDAAG, 0),
    ],
)
def test_an_age_counts_birthdays(geboren: date, dag: date, jaren: int) -> None:
    assert leeftijd(geboren, dag) == jaren


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        (date(2011, 3, 14), date(1971, 3, 14)),
        (date(2019, 3, 14), date(1979, 3, 14)),
        (date(2012, 2, 29), date(1972, 2, 29)),
        (date(2071, 3, 14), date(1971, 3, 14)),
        (date(2072, 2, 29), date(1972, 2, 29)),
        (date(2026, 11, 25), date(1926, 11, 25)),
    ],
)
def test_one_slip_of_the_hand_is_mended(getypt: date, bedoeld: date) -> None:
    assert likely_birth_date(getypt, VANDAAG) == bedoeld


@pytest.mark.parametrize(
    "getypt", [date(2009, 1, 1), date(2020, 3, 14), date(2110, 3, 14), date(2199, 1, 1), date(2000, 2, 29)]
)
def test_where_nothing_is_evident_nothing_is_proposed(getypt: date) -> None:
    assert likely_birth_date(getypt, VANDAAG) is None


def test_a_leap_day_that_has_no_twin_a_century_earlier_is_not_proposed() -> None:
    assert likely_birth_date(date(2000, 2, 29), date(1999, 1, 1)) is None
