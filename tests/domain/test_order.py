"""An order: when it became planned, which days are odd, and what the rules are told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from werkplaats.domain.moment import Moment
from werkplaats.domain.order import OrderKaart, Ordersoort, Orderstatus, Plaatregel, check_order, facts, planned_at
from werkplaats.domain.order_csv import read_header
from werkplaats.domain.vin import Vin
from werkplaats.domain.voorwaarde import ALTIJD, NOOIT, Bekend, Dag, Eerder, Niet, Waar, alle, een_van, simplify

TOEN, NU = (Moment(datetime(2026, 11, dag, 9, tzinfo=UTC)) for dag in (1, 24))
GOLF = OrderKaart(merk=" skoda ", chassisnummer=Vin("WVWZZZ1KZAW000001"), losdatum=date(2026, 11, 20))
DAG = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("voor", "na", "gepland", "straks"),
    [(None, DAG, None, NU), (DAG, date(2026, 12, 8), TOEN, TOEN), (DAG, None, TOEN, None), (None, None, None, None)],
)
def test_a_car_is_planned_from_the_first_day_that_it_was_given(
    voor: date | None, na: date | None, gepland: Moment | None, straks: Moment | None
) -> None:
    eerst, daarna = (replace(GOLF, afleverdatum=op) for op in (voor, na))
    assert planned_at(eerst, daarna, gepland, NU) == straks


@pytest.mark.parametrize(
    ("anders", "codes"),
    [
        ({"afleverdatum": date(2026, 11, 19)}, ["AFLEVERING_VOOR_LOSSEN"]),
        ({"afleverdatum": date(2026, 11, 20)}, []),
        ({"afleverdatum": DAG, "nlv_datum": date(2026, 12, 2)}, ["AFLEVERING_VOOR_NLV"]),
        ({"afleverdatum": DAG, "nlv_datum": DAG}, []),
        ({"platen": (Plaatregel("27.1", 0),)}, ["PLATEN_AANTAL"]),
        ({"platen": (Plaatregel("27.1"), Plaatregel("27.1"))}, ["PLAATTYPE_DUBBEL"]),
        ({"platen": (Plaatregel("27.1"), Plaatregel("27.2"))}, ["MEER_PLAATTYPEN"]),
        ({"platen": (Plaatregel("27.1"), Plaatregel("27.2")), "ordersoort": Ordersoort.GEBRUIKT}, []),
        ({"model": "x" * 81}, ["TEKST_TE_LANG"]),
        ({"chassisnummer": Vin("WVWZZZ1KZ")}, ["VIN_KORT"]),
    ],
)
def test_what_is_odd_is_told(anders: dict[str, Any], codes: list[str]) -> None:
    assert [een.code for een in check_order(replace(GOLF, **anders))] == codes


def test_the_rules_are_told_of_the_brand_without_case_and_spaces() -> None:
    feiten = facts(replace(GOLF, status=Orderstatus.AFGELEVERD), DAG, frozenset({"SKODA"}), ingetrokken=True)
    assert (feiten.via_pon, feiten.afgeleverd, feiten.gepland_op, feiten.ingetrokken) == (True, True, DAG, True)
    assert not facts(replace(GOLF, merk="CUPRA"), None, frozenset({"SKODA"})).via_pon


def test_a_header_is_read_in_any_spelling() -> None:
    velden, over = read_header(["Ordernummer", "NLV-datum", "k-code datum", "GEPLAND_OP", "Kleur"])
    assert velden == ("referentie", "nlv_datum", "kcode_datum", "gepland_op", None)
    assert over == ("Kleur",)


def test_what_is_known_falls_out_of_a_condition() -> None:
    los = Dag("losdatum")
    bekend, later = Bekend(los), Eerder(los + 14, Dag("vandaag"))
    assert simplify(alle(bekend, later), frozenset({bekend}), frozenset()) == later
    assert simplify(alle(bekend, later), frozenset(), frozenset({bekend})) == NOOIT
    assert simplify(een_van(Niet(bekend), later), frozenset(), frozenset({bekend})) == ALTIJD
    assert simplify(Waar("voorraad"), frozenset(), frozenset()) == Waar("voorraad")
