"""The line of time of a car: which lines of the logboek are one act, and of which kind each is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from werkplaats.domain.historie import Soort, Voorval, acts, kind_of, newest_first
from werkplaats.domain.moment import Moment
from werkplaats.domain.treffers import LogRegel

NU = Moment(datetime(2026, 11, 24, 9, 52, tzinfo=UTC))
REGEL = LogRegel(NU, "Bram", "balie-1", "gewijzigd", "merk", "", "Seat")


@pytest.mark.parametrize(
    ("handeling", "veld", "soort"),
    [
        ("gewijzigd", "merk", Soort.WIJZIGING),
        ("rdw", "merk", Soort.RDW),
        ("gemonteerd", "banden", Soort.BANDEN),
        ("toegevoegd", "schade", Soort.SCHADE),
        ("verwijderd", "garantie", Soort.GARANTIE),
        ("gewijzigd", "bijlage", Soort.BESTAND),
        ("gewijzigd", "leen", Soort.LEEN),
        ("gewijzigd", "kmstand", Soort.WIJZIGING),
    ],
)
def test_the_field_and_the_act_say_of_which_kind_a_line_is(handeling: str, veld: str, soort: Soort) -> None:
    assert kind_of(replace(REGEL, handeling=handeling, veld=veld)) is soort


def test_fields_of_one_save_are_one_act_and_things_of_their_own_are_apart() -> None:
    regels = [replace(REGEL, veld=veld) for veld in ("merk", "model", "schade", "schade", "banden")]
    assert [[regel.veld for regel in daad] for daad in acts(regels)] == [
        ["merk", "model"],
        ["schade"],
        ["schade"],
        ["banden"],
    ]


@pytest.mark.parametrize(
    ("handeling", "veld"),
    [
        ("toegevoegd", "kmstand"),
        ("toegevoegd", "bijlage"),
        ("verwijderd", "bijlage"),
        ("hersteld", "bijlage"),
        ("toegevoegd", "leen"),
        ("teruggenomen", "leen"),
    ],
)
def test_what_is_told_as_a_fact_is_no_act(handeling: str, veld: str) -> None:
    assert acts([replace(REGEL, handeling=handeling, veld=veld)]) == []


def test_of_one_day_the_later_hour_comes_first_and_the_unknown_day_last() -> None:
    dag = date(2026, 11, 24)
    vroeg = Voorval(dag, Soort.WIJZIGING, "Bram", (REGEL,), NU)
    laat = replace(vroeg, moment=Moment(datetime(2026, 11, 24, 17, 0, tzinfo=UTC)))
    zonder_uur, gisteren = replace(vroeg, moment=None), replace(vroeg, dag=date(2026, 11, 23))
    onbekend = replace(vroeg, dag=None)
    lijn = newest_first([onbekend, gisteren, zonder_uur, vroeg, laat])
    assert lijn == (laat, vroeg, zonder_uur, gisteren, onbekend)
