"""What a damage must say, and where it can be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.schade import (
    HOOG,
    TEKST_HOOGSTENS,
    Plek,
    Schade,
    SchadeKaart,
    Schadestaat,
    check_schade,
    read_schade,
    schade_tekst,
)

VANDAAG = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("kaart", "codes"),
    [
        (SchadeKaart(omschrijving="Kras", datum=VANDAAG), []),
        (SchadeKaart(omschrijving="Kras", x=0, y=HOOG), []),
        (SchadeKaart(omschrijving="  "), ["SCHADE_ZONDER_TEKST"]),
        (SchadeKaart(omschrijving="k" * (TEKST_HOOGSTENS + 1)), ["TEKST_TE_LANG"]),
        (SchadeKaart(omschrijving="Kras", datum=date(2026, 11, 25)), ["DATUM_TOEKOMST"]),
        (SchadeKaart(omschrijving="Kras", x=5), ["SCHADE_NAAST_AUTO"]),
        (SchadeKaart(omschrijving="Kras", x=-1, y=5), ["SCHADE_NAAST_AUTO"]),
        (SchadeKaart(omschrijving="Kras", x=1, y=HOOG + 1), ["SCHADE_NAAST_AUTO"]),
    ],
)
def test_a_damage_has_words_a_day_and_a_place(kaart: SchadeKaart, codes: list[str]) -> None:
    assert [bevinding.code for bevinding in check_schade(kaart, VANDAAG)] == codes


@given(st.integers(1, 9999), st.sampled_from(Plek), st.text(max_size=80), st.sampled_from(Schadestaat))
def test_what_the_logboek_kept_can_be_read_back(nummer: int, plek: Plek, tekst: str, staat: Schadestaat) -> None:
    schade = Schade(1, 2, nummer, SchadeKaart(plek, omschrijving=tekst, staat=staat), "Bram")
    assert read_schade(schade_tekst(schade)) == (nummer, plek.value, tekst, staat.value)


@pytest.mark.parametrize("tekst", ["", "kras", "1: dak", "x: dak, kras (open)"])
def test_another_text_is_no_damage(tekst: str) -> None:
    assert read_schade(tekst) is None
