"""The technical side of a card: figures in the wrong field warn, what no store can hold blocks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from werkplaats.domain.bedrag import Bedrag, parse_bedrag
from werkplaats.domain.controle import check_voertuig
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import Ernst, Ongeldig

DAF = Kenteken.parse("XS-41-BP")


def found(**velden: Any) -> dict[str, tuple[str, Ernst]]:
    kaart = VoertuigKaart(kenteken=DAF, **velden)
    return {fout.veld: (fout.code, fout.ernst) for fout in check_voertuig(kaart, date(2026, 11, 24))}


@pytest.mark.parametrize(
    "velden",
    [
        {},
        {"cilinders": 4, "cilinderinhoud": 1498, "vermogen": 110, "wielbasis": 262, "lengte": 428},
        {"cilinders": 0, "cilinderinhoud": 0, "vermogen": 150, "trekgewicht_geremd": 0, "trekgewicht_ongeremd": 0},
        {"catalogusprijs": Bedrag(2_807_800), "bpm": Bedrag(449_200)},
        {"catalogusprijs": Bedrag(0), "bpm": Bedrag(0)},
        {"opties": ("Trekhaak",) * 200},
        {"notitie": "x" * 2000},
    ],
)
def test_what_a_car_may_be_says_nothing(velden: dict[str, Any]) -> None:
    assert found(**velden) == {}


@pytest.mark.parametrize(
    ("velden", "veld", "code"),
    [
        ({"vermogen": 110_000}, "vermogen", "GETAL_ONWAARSCHIJNLIJK"),
        ({"cilinders": 1498}, "cilinders", "GETAL_ONWAARSCHIJNLIJK"),
        ({"aantal_deuren": 0}, "aantal_deuren", "GETAL_ONWAARSCHIJNLIJK"),
        ({"wielbasis": 2620}, "wielbasis", "GETAL_ONWAARSCHIJNLIJK"),
        ({"max_massa": 1200, "ledig_gewicht": 1300}, "max_massa", "MAX_MASSA_LICHTER"),
        ({"trekgewicht_geremd": 600, "trekgewicht_ongeremd": 1500}, "trekgewicht_ongeremd", "TREKGEWICHT_VERWISSELD"),
        ({"catalogusprijs": Bedrag(100), "bpm": Bedrag(200)}, "bpm", "BPM_HOGER"),
    ],
)
def test_a_figure_in_the_wrong_field_warns(velden: dict[str, Any], veld: str, code: str) -> None:
    assert found(**velden) == {veld: (code, Ernst.WAARSCHUWING)}


@pytest.mark.parametrize(
    ("velden", "veld", "code"),
    [
        ({"vermogen": -1}, "vermogen", "GETAL_ONMOGELIJK"),
        ({"lengte": 2**31}, "lengte", "GETAL_ONMOGELIJK"),
        ({"catalogusprijs": Bedrag(-1)}, "catalogusprijs", "BEDRAG_ONMOGELIJK"),
        ({"bpm": Bedrag(2**31)}, "bpm", "BEDRAG_ONMOGELIJK"),
        ({"opties": ("Trekhaak",) * 201}, "opties", "OPTIES_TE_VEEL"),
        ({"opties": ("x" * 201,)}, "opties", "OPTIE_TE_LANG"),
        ({"opties": ("a\x00",)}, "opties", "OPTIE_ONLEESBAAR"),
        ({"opties": (" ",)}, "opties", "OPTIE_LEEG"),
        ({"notitie": "x" * 10_000}, "notitie", "TEKST_TE_LANG"),
        ({"kleur": "x" * 201}, "kleur", "TEKST_TE_LANG"),
    ],
)
def test_what_cannot_be_kept_blocks(velden: dict[str, Any], veld: str, code: str) -> None:
    assert found(**velden) == {veld: (code, Ernst.BLOKKEREND)}


@pytest.mark.parametrize(
    ("tekst", "centen"),
    [
        ("24995", 2_499_500),
        ("24.995", 2_499_500),
        ("24 995,50", 2_499_550),
        ("€ 24.995,-", 2_499_500),
        ("24995,5", 2_499_550),
        ("24.99", 2499),
        ("1.234.567,89", 123_456_789),
        ("-5", -500),
    ],
)
def test_an_amount_in_any_notation(tekst: str, centen: int) -> None:
    assert parse_bedrag(tekst, "bpm") == Bedrag(centen)


@pytest.mark.parametrize("tekst", ["duur", "1,2,3", "24.99.5", "1e5", "٣", "12,345", "9" * 13])
def test_what_is_no_amount_is_said_at_its_field(tekst: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        parse_bedrag(tekst, "bpm")
    assert [(een.veld, een.code) for een in fout.value.bevindingen] == [("bpm", "BEDRAG_ONLEESBAAR")]


def test_no_text_is_no_amount() -> None:
    assert parse_bedrag("  ", "bpm") is None
