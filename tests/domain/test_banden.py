"""Sets of tyres: a size typed anyhow, the age in a DOT code, tread in tenths; what is odd warns, little bars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.banden import (
    BandensetKaart,
    Seizoen,
    check_set,
    parse_profiel,
    profiel_tekst,
    set_tekst,
    tidy_dot,
    tidy_maat,
    week_of,
    years_old,
)
from werkplaats.errors import Ernst, Ongeldig

VANDAAG = date(2026, 11, 24)


def codes(kaart: BandensetKaart) -> list[tuple[str, str]]:
    return [(een.veld, een.code) for een in check_set(kaart, VANDAAG)]


@pytest.mark.parametrize(
    ("getypt", "maat"),
    [
        ("205/55 R16 91V", "205/55 R16 91V"),
        ("205/55r16 91v", "205/55 R16 91V"),
        (" 205 / 55 R 16 91 V ", "205/55 R16 91V"),
        ("205/55R16", "205/55 R16"),
        ("225/40zr18 92y xl", "225/40 ZR18 92Y XL"),
        ("195/70 R15C 104/102R", "195/70 R15C 104/102R"),
        ("190/55 R17,5", "190/55 R17.5"),
        ("noodwiel", "noodwiel"),
        ("155R13", "155R13"),
        ("", ""),
    ],
)
def test_a_size_typed_anyhow_gets_its_one_spelling(getypt: str, maat: str) -> None:
    assert tidy_maat(getypt) == maat


@given(st.text(max_size=30))
def test_tidying_a_size_twice_is_tidying_it_once(tekst: str) -> None:
    assert tidy_maat(tidy_maat(tekst)) == tidy_maat(tekst)


@pytest.mark.parametrize(
    ("getypt", "dot"), [("2319", "2319"), ("DOT XY1A 2319", "2319"), ("23/19", "2319"), ("weg", "weg"), ("19", "19")]
)
def test_of_a_dot_code_week_and_year_are_kept(getypt: str, dot: str) -> None:
    assert tidy_dot(getypt) == dot


def test_the_age_counts_in_whole_years() -> None:
    assert years_old("4720", VANDAAG) == 6
    assert years_old("4820", VANDAAG) == 6
    assert years_old("4920", VANDAAG) == 5
    assert week_of("5320") is not None
    assert week_of("5420") is None
    assert years_old("0030", VANDAAG) is None


@pytest.mark.parametrize(("getypt", "tienden"), [("6,5", 65), ("6.5 mm", 65), ("8", 80), ("", None), ("0,9", 9)])
def test_tread_is_typed_in_millimetres(getypt: str, tienden: int | None) -> None:
    assert parse_profiel(getypt, "profiel_lv") == tienden


@pytest.mark.parametrize("getypt", ["veel", "6,55", "-1", "1e3", "٣"])
def test_what_is_no_tread_is_told_at_its_field(getypt: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        parse_profiel(getypt, "profiel_ra")
    assert [(een.veld, een.code) for een in fout.value.bevindingen] == [("profiel_ra", "PROFIEL_ONLEESBAAR")]


@given(st.integers(0, 300))
def test_tread_is_read_back_as_it_is_written(tienden: int) -> None:
    assert parse_profiel(profiel_tekst(tienden), "profiel_lv") == tienden


def test_a_usual_set_has_nothing_to_say() -> None:
    kaart = BandensetKaart(maat="205/55 R16 91V", dot_lv="2324", profiel_lv=65, profiel_rv=16)
    assert codes(kaart) == []


def test_what_is_odd_warns_and_may_be_kept() -> None:
    kaart = BandensetKaart(
        Seizoen.WINTER,
        gewisseld_op=date(2026, 11, 25),
        maat="rond",
        dot_lv="2320",
        dot_rv="2316",
        dot_la="9999",
        profiel_lv=15,
        profiel_rv=39,
        profiel_la=40,
    )
    assert codes(kaart) == [
        ("maat", "BANDENMAAT_VORM"),
        ("dot_lv", "BAND_OUD"),
        ("dot_rv", "BAND_OP"),
        ("dot_la", "DOT_VORM"),
        ("profiel_lv", "PROFIEL_WETTELIJK"),
        ("profiel_rv", "PROFIEL_WINTER"),
        ("gewisseld_op", "DATUM_TOEKOMST"),
    ]
    assert {een.ernst for een in check_set(kaart, VANDAAG)} == {Ernst.WAARSCHUWING}


@pytest.mark.parametrize(
    ("velden", "code"),
    [
        ({"profiel_lv": 301}, "PROFIEL_ONMOGELIJK"),
        ({"opslagplaats": "x" * 201}, "TEKST_TE_LANG"),
        ({"opmerking": "a\x00b"}, "TEKENS_ONLEESBAAR"),
    ],
)
def test_what_cannot_be_bars(velden: dict[str, object], code: str) -> None:
    (bevinding,) = check_set(replace(BandensetKaart(), **velden), VANDAAG)  # type: ignore[arg-type]  # by name
    assert (bevinding.code, bevinding.ernst) == (code, Ernst.BLOKKEREND)


def test_a_set_reads_in_one_line() -> None:
    kaart = BandensetKaart(
        Seizoen.WINTER, opslagplaats="B 12", maat="205/55 R16", dot_lv="2319", profiel_lv=65, profiel_ra=60
    )
    assert set_tekst(kaart) == "winter, 205/55 R16, DOT 2319/?/?/?, profiel 6,5/?/?/6,0, plaats B 12"
