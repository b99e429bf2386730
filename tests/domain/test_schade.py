"""What a damage must say, and where it can be."""

from __future__ import annotations

from datetime import date

import pytest

from werkplaats.domain.schade import HOOG, TEKST_HOOGSTENS, SchadeKaart, check_schade

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
