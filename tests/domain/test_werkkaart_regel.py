"""A line: what it costs, how its numbers are read and written, and what cannot be kept."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.werkkaart_regel import (
    REGELS_HOOGSTENS,
    Regel,
    Regelsoort,
    check_regels,
    number_text,
    package_total,
    parse_number,
    with_packages,
)
from werkplaats.errors import Ongeldig

OLIE = Regel("a", code="OL-5W30", omschrijving="Motorolie", aantal=4250, prijs=Bedrag(1395), korting=1000)


def test_a_line_of_the_picture_costs_what_stands_there() -> None:
    assert OLIE.bedrag == Bedrag(5336)
    assert str(OLIE) == "4,25 x OL-5W30 Motorolie, 13,95 -10%, hoog"


@pytest.mark.parametrize("soort", [Regelsoort.OPMERKING, Regelsoort.PAKKET])
def test_a_remark_and_a_heading_cost_nothing(soort: Regelsoort) -> None:
    assert replace(OLIE, soort=soort).bedrag == Bedrag(0)


@given(st.integers(-(10**8), 10**8), st.integers(0, 10**7), st.integers(0, 10_000))
def test_a_line_is_rounded_once(aantal: int, prijs: int, korting: int) -> None:
    regel = Regel("a", aantal=aantal, prijs=Bedrag(prijs), korting=korting)
    exact = Fraction(aantal * prijs * (10_000 - korting), 10_000_000)
    assert abs(regel.bedrag.centen - exact) <= Fraction(1, 2)


@given(st.integers(-999_999_999, 999_999_999), st.sampled_from([100, 1000]))
def test_a_number_is_read_as_it_is_written(waarde: int, deel: int) -> None:
    assert parse_number(number_text(waarde, deel), "aantal", deel) == waarde


@pytest.mark.parametrize(
    ("tekst", "duizendsten"),
    [("1", 1000), (" 4,25 ", 4250), ("4.25", 4250), (",5", 500), ("-2", -2000), ("1.250", 1_250_000), ("0,001", 1)],
)
def test_numbers_as_people_type_them(tekst: str, duizendsten: int) -> None:
    assert parse_number(tekst, "aantal", 1000) == duizendsten


@pytest.mark.parametrize("tekst", ["", "x", "1,2,3", "0,0001", "1e5", "--1", "1 000 000 000 000", "\u0661"])
def test_what_is_no_number_is_said(tekst: str) -> None:
    with pytest.raises(Ongeldig) as gevangen:
        parse_number(tekst, "aantal", 1000)
    assert [bevinding.code for bevinding in gevangen.value.bevindingen] == ["DECIMAAL_ONLEESBAAR"]


def test_a_percentage_may_bear_its_sign() -> None:
    assert parse_number("12,5 %", "korting", 100) == 1250


def test_lines_belong_to_the_heading_above_them() -> None:
    kop = Regel("k", Regelsoort.PAKKET, "PK-KB")
    een, twee = (replace(OLIE, sleutel=naam, in_pakket=True) for naam in "12")
    los = replace(OLIE, sleutel="3")
    assert package_total((kop, een, twee, los), 0) == Bedrag(2 * 5336)
    assert [regel.in_pakket for regel in with_packages((een, kop, twee, los))] == [False, False, True, False]


@pytest.mark.parametrize(
    ("regel", "code"),
    [
        (Regel("a"), "REGEL_LEEG"),
        (Regel("a", code="x" * 41), "REGEL_TE_LANG"),
        (Regel("a", omschrijving="x" * 501), "REGEL_TE_LANG"),
        (Regel("a", code="x", aantal=100_000_000), "REGEL_TE_GROOT"),
        (Regel("a", code="x", prijs=Bedrag(100_000_000)), "REGEL_TE_GROOT"),
        (Regel("a", code="x", aantal=99_999_000, prijs=Bedrag(99_999_999)), "REGEL_TE_GROOT"),
        (Regel("a", code="x", korting=10_001), "KORTING_ONMOGELIJK"),
        (Regel("a", code="x", korting=-1), "KORTING_ONMOGELIJK"),
    ],
)
def test_what_cannot_be_kept_names_its_line(regel: Regel, code: str) -> None:
    goed = Regel("goed", code="x" * 40, omschrijving="y" * 500, korting=10_000)
    assert [(een.code, een.params["regel"]) for een in check_regels((goed, regel))] == [(code, 2)]


def test_a_card_has_an_end() -> None:
    regels = [Regel(str(nr), code="x") for nr in range(REGELS_HOOGSTENS + 1)]
    assert list(check_regels(regels[1:])) == []
    assert [een.code for een in check_regels(regels)] == ["REGELS_TE_VEEL"]
