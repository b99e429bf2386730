"""VAT: which rate holds on a day, and one rounding per rate on a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.btw import BtwCode, BtwTarief, add_up, divide_half_up, rates_on, tax_over

OUD = BtwTarief("NL", BtwCode.LAAG, 600, date(1986, 10, 1), date(2018, 12, 31))
NIEUW = BtwTarief("NL", BtwCode.LAAG, 900, date(2019, 1, 1))
BELG = BtwTarief("BE", BtwCode.LAAG, 600, date(1992, 4, 1))


@dataclass(frozen=True)
class Post:
    """A line that bears tax."""

    bedrag: Bedrag
    btw_code: BtwCode = BtwCode.HOOG
    btw_percentage: int = 2100


@pytest.mark.parametrize(
    ("dag", "percentage"), [(date(2018, 12, 31), 600), (date(2019, 1, 1), 900), (date(2026, 11, 24), 900)]
)
def test_the_rate_is_that_of_the_day(dag: date, percentage: int) -> None:
    assert rates_on((OUD, NIEUW, BELG), "NL", dag) == {BtwCode.LAAG: percentage}


def test_a_country_has_its_own_rates() -> None:
    assert rates_on((OUD, NIEUW, BELG), "BE", date(2026, 11, 24)) == {BtwCode.LAAG: 600}
    assert rates_on((NIEUW,), "DE", date(2026, 11, 24)) == {}


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**9))
def test_a_half_goes_away_from_nought(teller: int, noemer: int) -> None:
    deel = divide_half_up(teller, noemer)
    verschil = abs(Fraction(teller, noemer) - deel)
    assert verschil < Fraction(1, 2) or (verschil == Fraction(1, 2) and abs(deel) > abs(Fraction(teller, noemer)))


@given(st.integers(-(10**9), 10**9), st.sampled_from([0, 600, 900, 1200, 2100]))
def test_what_is_given_back_is_as_much_as_what_was_taken(centen: int, percentage: int) -> None:
    assert tax_over(Bedrag(-centen), percentage) == -tax_over(Bedrag(centen), percentage)


def test_the_tax_is_rounded_once_per_rate_and_not_per_line() -> None:
    # Three times 0,07: 21 % of each is 0,0147 and would be 0,01; 21 % of 0,21 is 0,0441.
    totalen = add_up([Post(Bedrag(7))] * 3)
    assert [(regel.over, regel.btw) for regel in totalen.btw] == [(Bedrag(21), Bedrag(4))]
    assert totalen.inclusief == Bedrag(25)


def test_the_totals_stand_under_each_other_the_highest_rate_first() -> None:
    posten = [
        Post(Bedrag(438), BtwCode.NUL, 0),
        Post(Bedrag(72823)),
        Post(Bedrag(1000), BtwCode.LAAG, 900),
        Post(Bedrag(500), BtwCode.VERLEGD, 0),
    ]
    totalen = add_up(posten)
    assert [(regel.code, regel.btw.centen) for regel in totalen.btw] == [
        (BtwCode.HOOG, 15293),
        (BtwCode.LAAG, 90),
        (BtwCode.NUL, 0),
        (BtwCode.VERLEGD, 0),
    ]
    assert totalen.exclusief == Bedrag(74761)


@given(st.lists(st.tuples(st.integers(-(10**7), 10**7), st.sampled_from([0, 600, 2100])), max_size=40))
def test_the_total_is_within_half_a_cent_per_rate_of_the_exact_one(paren: list[tuple[int, int]]) -> None:
    totalen = add_up(Post(Bedrag(centen), btw_percentage=deel) for centen, deel in paren)
    exact = Fraction(sum(centen * (10_000 + deel) for centen, deel in paren), 10_000)
    assert abs(totalen.inclusief.centen - exact) <= Fraction(len(totalen.btw), 2)
    assert totalen.inclusief.centen == totalen.exclusief.centen + sum(regel.btw.centen for regel in totalen.btw)
