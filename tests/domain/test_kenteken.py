"""A plate of any country, from any text: what comes out is clean, stable, and never another car's plate."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from werkplaats.domain.kenteken import Kenteken
from werkplaats.errors import Ongeldig


@pytest.mark.parametrize(
    "getypt", ["", " ", "-", "-- --", "🚗🚗", "…", "\x00", "ß", "é", "\N{LATIN SMALL LETTER DOTLESS I}"]
)
@pytest.mark.parametrize("land", ["NL", "BE", "DE"])
def test_without_letters_and_digits_there_is_no_plate(getypt: str, land: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        Kenteken.parse(getypt, land)
    assert [(b.veld, b.code) for b in fout.value.bevindingen] == [("kenteken", "KENTEKEN_LEEG")]


@pytest.mark.parametrize("getypt", ["A" * 500, "GA482R" * 3, "1" * 13, "A" + "🚗" * 100])
def test_what_is_too_long_for_a_plate_is_refused(getypt: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        Kenteken.parse(getypt)
    assert [(b.veld, b.code) for b in fout.value.bevindingen] == [("kenteken", "KENTEKEN_TE_LANG")]


def test_five_hundred_dashes_around_a_plate_do_no_harm() -> None:
    assert Kenteken.parse("-" * 250 + "GA482R" + "-" * 250).weergave == "GA-482-R"


@pytest.mark.parametrize(
    "getypt",
    ["01-CA-Rß", "0\N{LATIN SMALL LETTER DOTLESS I}-CA-RS", "GA-48\N{FULLWIDTH DIGIT TWO}-R", "GA-482-R\N{KELVIN SIGN}",
     "\N{CYRILLIC CAPITAL LETTER A}GA-482-R", "GA-482-R\N{COMBINING ACUTE ACCENT}", "ÉGA-482-R"],
)  # fmt: skip
def test_a_foreign_letter_is_not_dropped_in_silence(getypt: str) -> None:
    kenteken = Kenteken.parse(getypt)
    assert not kenteken.geldig
    assert re.fullmatch("[A-Z0-9]+", kenteken.compact)


def test_only_ascii_letters_become_capitals() -> None:
    assert Kenteken.parse("straße1").weergave == "STRAßE1"
    assert Kenteken.parse("straße1").compact == "STRAE1"


@pytest.mark.parametrize(
    ("getypt", "land", "compact", "weergave", "teken"),
    [
        ("kle-rx 90", "DE", "KLERX90", "KLE-RX 90", "D"),
        ("AB-123-CD", "FR", "AB123CD", "AB-123-CD", "F"),
        ("  ab  1234 ", "LU", "AB1234", "AB 1234", "L"),
        ("bd51 smr", "GB", "BD51SMR", "BD51 SMR", "UK"),
        ("lö-ab 123", "DE", "LAB123", "LÖ-AB 123", "D"),
    ],
)
def test_foreign_plates_are_kept_as_they_stand_and_not_judged(
    getypt: str, land: str, compact: str, weergave: str, teken: str
) -> None:
    kenteken = Kenteken.parse(getypt, land)
    assert (kenteken.compact, kenteken.weergave, kenteken.landteken) == (compact, weergave, teken)
    assert (kenteken.soort, kenteken.sidecode, kenteken.geldig) == ("buitenlands", None, True)
    assert kenteken.waarschuwingen == ()
    assert not kenteken.bij_rdw


def test_only_a_dutch_plate_of_six_signs_is_asked_of_rdw() -> None:
    assert Kenteken.parse("GA-482-R").bij_rdw
    assert not Kenteken.parse("AA-86").bij_rdw
    assert not Kenteken.parse("ABCDEF").bij_rdw


def test_the_country_may_be_typed_in_small_letters() -> None:
    assert Kenteken.parse("1abc123", " be ") == Kenteken.parse("1-ABC-123", "BE")


def test_a_plate_prints_itself_as_people_write_it() -> None:
    assert f"{Kenteken.parse('ga482r')}" == "GA-482-R"


TEKST = st.one_of(
    st.text(max_size=30),
    st.text("abcXYZ019- .", max_size=16),
    st.from_regex(r"[A-Za-z0-9]{1,4}[- .]?[A-Za-z0-9]{1,4}[- .]?[A-Za-z0-9]{0,4}", fullmatch=True),
)


@given(TEKST, st.sampled_from(["NL", "BE", "DE", "XX"]))
@example("my-car", "BE")
@example("\u1e9e1", "NL")
@example("a\u0345b1", "DE")
@example("1\u00a0ABC\u00a0123", "BE")
def test_whatever_is_typed_comes_out_clean_and_reads_back_the_same(tekst: str, land: str) -> None:
    try:
        kenteken = Kenteken.parse(tekst, land)
    except Ongeldig:
        return
    assert re.fullmatch("[A-Z0-9]{1,12}", kenteken.compact)
    assert len(kenteken.weergave) <= 24
    assert kenteken.weergave.isprintable()
    assert Kenteken.parse(kenteken.weergave, land) == kenteken
    assert kenteken.geldig is not ("VORM_ONBEKEND" in kenteken.waarschuwingen)


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=1, max_size=12), st.sampled_from(["NL", "BE"]))
def test_small_letters_and_outer_signs_never_matter(compact: str, land: str) -> None:
    kenteken = Kenteken.parse(compact, land)
    assert Kenteken.parse(f" .{compact.lower()}- ", land).compact == kenteken.compact == compact
    assert Kenteken.parse(compact.lower(), land) == kenteken
