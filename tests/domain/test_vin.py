"""Chassis numbers: read with forgiveness, doubted, refused only when nothing or too much is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.vin import Vin, compact_vin
from werkplaats.errors import Ongeldig


@pytest.mark.parametrize(
    "getypt",
    [
        "VF1RFB00X62000519",
        "vf1rfb00x62000519",
        " VF1 RFB00X 62000519 ",
        "VF1-RFB00X-62000519",
        "VF1\u2013RFB00X\u2212620\u200b00519",
    ],
)
def test_spaces_dashes_and_small_letters_do_not_matter(getypt: str) -> None:
    vin = Vin.parse(getypt)
    assert (vin.tekst, str(vin)) == ("VF1RFB00X62000519", "VF1RFB00X62000519")
    assert (vin.geldig, vin.waarschuwingen, vin.voorstel) == (True, (), None)
    assert vin.meldcode == "0519"


def test_the_check_digit_is_not_judged_in_europe() -> None:
    assert Vin.parse("WP0ZZZ99ZTS392124").waarschuwingen == ()
    assert Vin.parse("1M8GDM9AXKP042788").waarschuwingen == ()


def test_an_oldtimer_has_a_short_number_and_may_keep_it() -> None:
    vin = Vin.parse("GT6KC1234")
    assert (vin.geldig, vin.waarschuwingen, vin.meldcode) == (True, ("VIN_KORT",), "1234")


@pytest.mark.parametrize(
    ("getypt", "voorstel"),
    [
        ("VF1RFBO0X62000519", "VF1RFB00X62000519"),
        ("VF1RFB00X6200051I", "VF1RFB00X62000511"),
        ("VF1RFB0QX62000519", "VF1RFB00X62000519"),
    ],
)
def test_o_i_and_q_warn_and_the_likely_number_is_proposed_not_taken(getypt: str, voorstel: str) -> None:
    vin = Vin.parse(getypt)
    assert vin.tekst == getypt
    assert vin.waarschuwingen == ("VIN_TEKENS",)
    assert vin.voorstel == Vin(voorstel)


def test_a_sign_that_no_number_holds_warns_without_a_proposal() -> None:
    vin = Vin.parse("VF1RFB00X6200051é")
    assert (vin.geldig, vin.waarschuwingen, vin.voorstel) == (True, ("VIN_TEKENS",), None)


def test_short_and_strange_are_both_said() -> None:
    assert Vin.parse("OI").waarschuwingen == ("VIN_KORT", "VIN_TEKENS")


@pytest.mark.parametrize(
    ("getypt", "code"),
    [("", "VIN_LEEG"), (" - ", "VIN_LEEG"), ("🚗", "VIN_LEEG"), ("A" * 18, "VIN_TE_LANG"), ("A" * 500, "VIN_TE_LANG")],
)
def test_nothing_and_too_much_are_refused_at_the_field(getypt: str, code: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        Vin.parse(getypt)
    assert [(b.veld, b.code) for b in fout.value.bevindingen] == [("chassisnummer", code)]


def test_a_number_made_by_hand_that_cannot_be_is_not_valid() -> None:
    assert not Vin("").geldig
    assert not Vin("A" * 18).geldig


def test_sharp_s_does_not_grow_into_two_letters() -> None:
    assert Vin.parse("VF1RFB00X6200051ß").tekst == "VF1RFB00X6200051ß"


@given(st.text(max_size=40))
def test_whatever_is_typed_reads_back_the_same(tekst: str) -> None:
    try:
        vin = Vin.parse(tekst)
    except Ongeldig:
        assert not any(teken.isalnum() for teken in compact_vin(tekst)) or len(compact_vin(tekst)) > 17
        return
    assert Vin.parse(vin.tekst) == vin
    assert vin.geldig
    assert vin.tekst.isprintable()
    assert vin.tekst.endswith(vin.meldcode)
