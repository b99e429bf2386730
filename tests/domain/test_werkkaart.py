"""The states of a werkkaart, step by step, and two people at one card."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.usecases.garage import moment
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.werkkaart import (
    LOPEND,
    KaartStaat,
    Opname,
    Werkkaart,
    WerkkaartInvoer,
    check_step,
    check_werkkaart,
)
from werkplaats.domain.werkkaart_regel import Regel
from werkplaats.domain.werkkaart_samen import merge_kaart
from werkplaats.errors import WerkplaatsError

STAPPEN = """
gepland        binnen vervallen
binnen         in_uitvoering klaar vervallen
in_uitvoering  binnen klaar vervallen
klaar          in_uitvoering opgehaald
opgehaald
vervallen      gepland
"""
TABEL = {naam: set(mag) for naam, *mag in map(str.split, STAPPEN.strip().splitlines())}
A, B, C = (Regel(naam, code=naam.upper(), prijs=Bedrag(100)) for naam in "abc")
BASIS = WerkkaartInvoer(klacht="Piept", regels=(A, B))


def _card(staat: KaartStaat) -> Werkkaart:
    nu = moment(2026, 11, 24)
    return Werkkaart(1, 1, 1, 1, "2026-000001", staat, Opname(), WerkkaartInvoer(), nu, "Bram")


@pytest.mark.parametrize(("van", "naar"), list(product(KaartStaat, KaartStaat)))
def test_every_step_is_in_the_table_or_refused(van: KaartStaat, naar: KaartStaat) -> None:
    mag = naar.name.lower() in TABEL[van.name.lower()]
    assert _card(van).may_become(naar) is mag
    if not mag:
        with pytest.raises(WerkplaatsError, match="STAAT_KAN_NIET"):
            check_step(_card(van), naar)


def test_a_car_that_is_gone_asks_nothing_any_more() -> None:
    assert {staat for staat in KaartStaat if staat not in LOPEND} == {KaartStaat.OPGEHAALD, KaartStaat.VERVALLEN}


@pytest.mark.parametrize(
    ("invoer", "codes"),
    [
        (WerkkaartInvoer(klacht="x" * 2000, km_stand=2_000_000), []),
        (WerkkaartInvoer(klacht="x" * 2001), ["TEKST_TE_LANG"]),
        (WerkkaartInvoer(km_stand=9_999_999), ["KM_ONGELDIG"]),
        (WerkkaartInvoer(km_stand=-1), ["KM_ONGELDIG"]),
        (
            WerkkaartInvoer(
                regels=tuple(Regel(naam, code=naam, prijs=Bedrag(99_999_999), aantal=20_000) for naam in "ab")
            ),
            ["TOTAAL_TE_GROOT"],
        ),
    ],
)
def test_what_cannot_be_kept(invoer: WerkkaartInvoer, codes: list[str]) -> None:
    assert [bevinding.code for bevinding in check_werkkaart(invoer)] == codes


def test_what_two_people_did_apart_goes_together() -> None:
    mijn = replace(BASIS, klacht="Piept koud", regels=(replace(A, aantal=2000), B))
    hun = replace(BASIS, monteur="Dennis", regels=(A, replace(B, korting=1000), C))
    samen, botsingen = merge_kaart(BASIS, mijn, hun)
    assert botsingen == ()
    assert (samen.klacht, samen.monteur) == ("Piept koud", "Dennis")
    assert samen.regels == (replace(A, aantal=2000), replace(B, korting=1000), C)


def test_two_fields_of_one_line_go_together() -> None:
    samen, botsingen = merge_kaart(
        BASIS, replace(BASIS, regels=(replace(A, aantal=2000), B)), replace(BASIS, regels=(replace(A, korting=500), B))
    )
    assert botsingen == ()
    assert samen.regels[0] == replace(A, aantal=2000, korting=500)


@pytest.mark.parametrize(
    ("mijn", "hun"),
    [
        ((replace(A, aantal=2000), B), (replace(A, aantal=3000), B)),
        ((B,), (replace(A, aantal=3000), B)),
        ((replace(A, aantal=2000), B), (B,)),
    ],
    ids=["both changed", "mine is gone", "theirs is gone"],
)
def test_what_contradicts_is_asked_and_the_answer_holds(mijn: tuple[Regel, ...], hun: tuple[Regel, ...]) -> None:
    ik, zij = replace(BASIS, regels=mijn), replace(BASIS, regels=hun)
    _samen, botsingen = merge_kaart(BASIS, ik, zij)
    assert [botsing.veld for botsing in botsingen] == ["regel:a"]
    for van_mij, gekozen in ((True, mijn), (False, hun)):
        samen, open_ = merge_kaart(BASIS, ik, zij, {"regel:a": van_mij})
        assert open_ == ()
        assert samen.regels == gekozen


def test_a_field_of_the_head_is_asked_too() -> None:
    ik, zij = replace(BASIS, klacht="Ratelt"), replace(BASIS, klacht="Fluit")
    assert [botsing.veld for botsing in merge_kaart(BASIS, ik, zij)[1]] == ["klacht"]
    assert merge_kaart(BASIS, ik, zij, {"klacht": True})[0].klacht == "Ratelt"
    assert merge_kaart(BASIS, ik, zij, {"klacht": False})[0].klacht == "Fluit"


def test_a_line_that_i_moved_stands_where_i_put_it() -> None:
    samen, _botsingen = merge_kaart(BASIS, replace(BASIS, regels=(B, A)), replace(BASIS, regels=(A, C, B)))
    assert [regel.sleutel for regel in samen.regels] in (["b", "a", "c"], ["b", "c", "a"])


_REGELS = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6).flatmap(
    lambda namen: st.tuples(*(st.builds(Regel, st.just(naam), aantal=st.sampled_from([1000, 2000])) for naam in namen))
)


@given(_REGELS, _REGELS, _REGELS)
def test_nothing_of_either_is_lost(basis: tuple[Regel, ...], mijn: tuple[Regel, ...], hun: tuple[Regel, ...]) -> None:
    was, ik, zij = (WerkkaartInvoer(regels=regels) for regels in (basis, mijn, hun))
    samen, botsingen = merge_kaart(was, ik, zij)
    gevraagd = {botsing.veld.removeprefix("regel:") for botsing in botsingen}
    oud, staat = set(basis), set(samen.regels)
    for regel in (*mijn, *hun):
        assert regel in staat or regel in oud or regel.sleutel in gevraagd
    assert len({regel.sleutel for regel in samen.regels}) == len(samen.regels)


@given(_REGELS, _REGELS)
def test_who_works_alone_gets_what_he_made(basis: tuple[Regel, ...], mijn: tuple[Regel, ...]) -> None:
    was, ik = (WerkkaartInvoer(regels=regels) for regels in (basis, mijn))
    samen, botsingen = merge_kaart(was, ik, was)
    assert botsingen == ()
    assert set(samen.regels) == set(mijn)
