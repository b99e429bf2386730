"""Money: whole cents, one rounding rule, written as the Dutch do."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.bedrag import Bedrag


@pytest.mark.parametrize(
    ("centen", "tekst"),
    [(0, "0,00"), (5, "0,05"), (93742, "937,42"), (-93742, "-937,42"), (-5, "-0,05"), (123456789, "1.234.567,89")],
)
def test_an_amount_is_written_with_comma_and_dots(centen: int, tekst: str) -> None:
    assert f"{Bedrag(centen)}" == tekst


@pytest.mark.parametrize(
    ("euro", "centen"), [("0.005", 1), ("-0.005", -1), ("0.0049", 0), ("1.015", 102), ("2.675", 268), ("10", 1000)]
)
def test_half_a_cent_is_rounded_away_from_nought(euro: str, centen: int) -> None:
    assert Bedrag.from_decimal(Decimal(euro)) == Bedrag(centen)


@given(st.integers(), st.integers())
def test_amounts_add_and_subtract_exactly(een: int, twee: int) -> None:
    assert Bedrag(een) + Bedrag(twee) - Bedrag(twee) == Bedrag(een)
    assert -Bedrag(een) + Bedrag(een) == Bedrag(0)
    assert (Bedrag(een) < Bedrag(twee)) == (een < twee)
