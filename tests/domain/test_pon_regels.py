"""Every cell of the table of rules at its edge: the day before, the day itself, the day after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werkplaats.domain.merk import PON_MERKEN, merk_sleutel
from werkplaats.domain.pon import Besluit, Oordeel, PonFeiten, PonKeuze, PonRegel, Reden
from werkplaats.domain.pon_regels import judge, would_fall_due

if TYPE_CHECKING:
    from collections.abc import Callable

VANDAAG = date(2026, 11, 21)
GEWOON = PonKeuze()
GOED = PonFeiten(nieuw=True, chassis_bekend=True, goedgekeurd=True, via_pon=True)
ROND = (-1, 0, 1)


def d(dagen: int) -> date:
    return VANDAAG + timedelta(days=dagen)


def decide(feiten: PonFeiten = GOED, keuze: PonKeuze = GEWOON, **velden: Any) -> Oordeel:
    return judge(replace(feiten, **velden), keuze, VANDAAG)


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"nieuw": False}, Reden.ORDERSOORT),
        ({"afgeleverd": True}, Reden.STATUS_AFGELEVERD),
        ({"chassis_bekend": False}, Reden.CHASSIS_ONTBREEKT),
        ({"kenteken_bekend": True}, Reden.KENTEKEN_BEKEND),
        ({"goedgekeurd": False}, Reden.NIET_GOEDGEKEURD),
        ({"via_pon": False}, Reden.MERK_NIET_VIA_PON),
        ({"aanvraag_loopt": True}, Reden.AANVRAAG_LOOPT),
    ],
)
def test_each_bar_alone_is_enough_and_is_told(velden: dict[str, Any], reden: Reden) -> None:
    oordeel = decide(losdatum=d(-30), **velden)
    assert oordeel == Oordeel(Besluit.VOLDOET_NIET, redenen=(reden,))


def test_all_bars_that_apply_are_told() -> None:
    assert decide(PonFeiten(afgeleverd=True, aanvraag_loopt=True, kenteken_bekend=True)).redenen == (
        Reden.ORDERSOORT,
        Reden.STATUS_AFGELEVERD,
        Reden.CHASSIS_ONTBREEKT,
        Reden.KENTEKEN_BEKEND,
        Reden.NIET_GOEDGEKEURD,
        Reden.MERK_NIET_VIA_PON,
        Reden.AANVRAAG_LOOPT,
    )


def test_a_dealer_may_take_the_approval_out_of_the_conditions() -> None:
    oordeel = decide(keuze=PonKeuze(goedgekeurd_vereist=False), goedgekeurd=False, losdatum=d(-14))
    assert (oordeel.besluit, oordeel.regel) == (Besluit.AANVRAGEN, PonRegel.R1)


def test_an_order_that_lacks_only_the_approval_is_known_to_wait_for_it() -> None:
    feiten = replace(GOED, goedgekeurd=False, losdatum=d(-14))
    assert judge(feiten, GEWOON, VANDAAG).besluit is Besluit.VOLDOET_NIET
    assert would_fall_due(feiten, GEWOON, VANDAAG) == Oordeel(Besluit.AANVRAGEN, PonRegel.R1, VANDAAG)


EDGES: list[tuple[PonRegel, Callable[[int], dict[str, Any]]]] = [
    (PonRegel.R1, lambda over: {"losdatum": d(over - 14)}),
    (PonRegel.R2, lambda over: {"nlv": d(over + 7)}),
    (PonRegel.R2, lambda over: {"nlv": d(over + 7), "losdatum": d(-100)}),
    (PonRegel.R3, lambda over: {"afleverdatum": d(over + 7), "losdatum": d(-10), "gepland_op": d(-5)}),
    (PonRegel.R3, lambda over: {"afleverdatum": d(over + 7), "losdatum": d(-9), "gepland_op": d(-5), "nlv": d(40)}),
    (
        PonRegel.R3,
        lambda over: {"afleverdatum": d(over + 7), "losdatum": d(-9), "gepland_op": d(-5), "voorraad": True},
    ),
    (PonRegel.R4, lambda over: {"kcode_datum": d(over - 14), "voorraad": True}),
    (PonRegel.R4, lambda over: {"kcode_datum": d(over - 14), "voorraad": True, "nlv": d(60), "losdatum": d(-60)}),
]


@pytest.mark.parametrize(("regel", "fields"), EDGES)
@pytest.mark.parametrize("over", ROND)
def test_a_rule_falls_due_on_its_day_and_stays_so(
    regel: PonRegel, fields: Callable[[int], dict[str, Any]], over: int
) -> None:
    oordeel = decide(**fields(over))
    assert (oordeel.regel, oordeel.datum, oordeel.redenen) == (regel, d(over), ())
    assert oordeel.besluit is (Besluit.WACHTEN if over > 0 else Besluit.AANVRAGEN)


@pytest.mark.parametrize("over", ROND)
def test_planned_on_the_fourteenth_day_is_in_time_and_the_day_after_is_not(over: int) -> None:
    oordeel = decide(losdatum=d(-20), gepland_op=d(-20 + 14 + over), afleverdatum=d(3))
    if over <= 0:
        assert (oordeel.besluit, oordeel.regel) == (Besluit.AANVRAGEN, PonRegel.R3)
    else:
        assert oordeel.redenen == (Reden.TE_LAAT_INGEPLAND,)
        assert (oordeel.besluit, oordeel.regel, oordeel.datum) == (Besluit.AANDACHT, None, d(-4))
        assert oordeel.gemist is PonRegel.R1


@pytest.mark.parametrize("over", ROND)
def test_a_delivery_on_or_after_the_nlv_day_asks_for_a_person(over: int) -> None:
    oordeel = decide(losdatum=d(-10), gepland_op=d(-5), nlv=d(20), afleverdatum=d(20 + over))
    if over < 0:
        assert (oordeel.besluit, oordeel.datum) == (Besluit.WACHTEN, d(20 + over - 7))
    else:
        assert (oordeel.besluit, oordeel.datum) == (Besluit.AANDACHT, d(13))
        assert oordeel.redenen == (Reden.AFLEVERDATUM_NA_NLV,)


@pytest.mark.parametrize("over", ROND)
def test_a_dealer_may_choose_the_nlv_day_for_it(over: int) -> None:
    keuze = PonKeuze(nlv_bij_latere_aflevering=True)
    oordeel = decide(keuze=keuze, losdatum=d(-10), gepland_op=d(-5), nlv=d(7 + over), afleverdatum=d(30))
    assert (oordeel.besluit, oordeel.regel) == (
        Besluit.WACHTEN if over > 0 else Besluit.AANVRAGEN,
        PonRegel.R3,
    )
    assert oordeel.datum == d(over)


def test_a_planned_car_without_the_days_that_the_rule_asks_for_tells_which() -> None:
    assert decide(afleverdatum=d(3), gepland_op=d(-1)).redenen == (Reden.LOSDATUM_ONBEKEND,)
    assert decide(afleverdatum=d(3), losdatum=d(-1)).redenen == (Reden.GEPLAND_OP_ONBEKEND,)
    assert decide(afleverdatum=d(3)).redenen == (Reden.LOSDATUM_ONBEKEND, Reden.GEPLAND_OP_ONBEKEND)


def test_a_stock_car_without_k_code_is_never_passed_over_in_silence() -> None:
    for losdatum, nlv in ((None, None), (d(-40), None), (None, d(2))):
        oordeel = decide(voorraad=True, losdatum=losdatum, nlv=nlv)
        assert oordeel.redenen == (Reden.KCODE_ONTBREEKT,)
        assert (oordeel.besluit, oordeel.datum) == (Besluit.AANDACHT, VANDAAG)


def test_a_car_that_is_not_there_yet_waits_without_a_day() -> None:
    assert decide() == Oordeel(Besluit.WACHTEN, redenen=(Reden.LOSDATUM_ONBEKEND,))


def test_who_took_the_approval_off_is_asked_before_it_is_set_again() -> None:
    oordeel = decide(ingetrokken=True, losdatum=d(-14))
    assert (oordeel.besluit, oordeel.redenen) == (Besluit.AANDACHT, (Reden.GOEDKEURING_INGETROKKEN,))


def test_the_twenty_ninth_of_february_is_a_day_like_any_other() -> None:
    feiten = replace(GOED, losdatum=date(2028, 2, 15))
    assert judge(feiten, GEWOON, date(2028, 2, 28)).besluit is Besluit.WACHTEN
    assert judge(feiten, GEWOON, date(2028, 2, 29)) == Oordeel(Besluit.AANVRAGEN, PonRegel.R1, date(2028, 2, 29))


def test_a_missed_run_is_caught_up() -> None:
    assert decide(losdatum=d(-14 - 45)) == Oordeel(Besluit.AANVRAGEN, PonRegel.R1, d(-45))


@pytest.mark.parametrize("over", ROND)
def test_planned_after_another_rule_fell_due_is_told_to_a_person(over: int) -> None:
    oordeel = decide(losdatum=d(-10), nlv=d(30), gepland_op=d(23 + over), afleverdatum=d(25))
    assert oordeel.gemist is (PonRegel.R2 if over > 0 else None) or Reden.TE_LAAT_INGEPLAND in oordeel.redenen


def test_what_the_letter_of_the_source_would_have_asked_is_told() -> None:
    oordeel = decide(voorraad=True, nlv=d(60), kcode_datum=d(-3), losdatum=d(-30))
    assert (oordeel.besluit, oordeel.letterlijk) == (Besluit.WACHTEN, ())
    oordeel = decide(voorraad=True, losdatum=d(-30))
    assert (oordeel.besluit, oordeel.letterlijk) == (Besluit.AANDACHT, (PonRegel.R1,))


DAY = st.one_of(st.none(), st.integers(-40, 40).map(d))
FEITEN = st.builds(
    PonFeiten,
    *[st.booleans()] * 9,
    losdatum=DAY,
    nlv=DAY,
    kcode_datum=DAY,
    afleverdatum=DAY,
    gepland_op=DAY,
)


def by_the_letter(f: PonFeiten) -> bool:
    """The four sentences of the source, written here once more by another hand."""
    gepland = f.afleverdatum is not None
    eerste = not gepland and f.nlv is None and f.losdatum is not None and (VANDAAG - f.losdatum).days >= 14
    tweede = not gepland and f.nlv is not None and (f.nlv - VANDAAG).days <= 7
    derde = (
        f.afleverdatum is not None
        and f.losdatum is not None
        and f.gepland_op is not None
        and (f.gepland_op - f.losdatum).days <= 14
        and (f.nlv is None or f.afleverdatum < f.nlv)
        and (f.afleverdatum - VANDAAG).days <= 7
    )
    vierde = f.voorraad and f.kcode_datum is not None and (VANDAAG - f.kcode_datum).days >= 14
    return eerste or tweede or derde or vierde


@settings(max_examples=2000)
@given(FEITEN)
def test_nothing_is_requested_that_the_letter_of_the_source_would_not(feiten: PonFeiten) -> None:
    oordeel = judge(feiten, GEWOON, VANDAAG)
    may = feiten.nieuw and not feiten.afgeleverd and feiten.chassis_bekend and not feiten.kenteken_bekend
    if oordeel.besluit is Besluit.AANVRAGEN:
        assert may
        assert feiten.goedgekeurd
        assert feiten.via_pon
        assert not feiten.aanvraag_loopt
        assert by_the_letter(feiten)


@settings(max_examples=1000)
@given(FEITEN, st.booleans(), st.booleans())
def test_every_order_is_decided_and_told_why(feiten: PonFeiten, vereist: bool, later: bool) -> None:
    oordeel = judge(feiten, PonKeuze(vereist, later), VANDAAG)
    match oordeel.besluit:
        case Besluit.AANVRAGEN:
            assert oordeel.regel is not None
            assert oordeel.datum is not None
            assert oordeel.datum <= VANDAAG
        case Besluit.WACHTEN:
            assert (oordeel.datum is None) == (oordeel.redenen == (Reden.LOSDATUM_ONBEKEND,))
            assert oordeel.datum is None or oordeel.datum > VANDAAG
        case Besluit.AANDACHT:
            assert oordeel.redenen
            assert oordeel.regel is None
            assert oordeel.datum is not None
        case Besluit.VOLDOET_NIET:
            assert oordeel.redenen
            assert (oordeel.regel, oordeel.datum) == (None, None)


@pytest.mark.parametrize("tekst", ["skoda", " ŠKODA ", "Škoda", "sKODA"])
def test_a_brand_is_known_however_it_is_written(tekst: str) -> None:
    assert merk_sleutel(tekst) == merk_sleutel("Škoda")


def test_cupra_is_the_one_brand_of_the_group_that_pon_does_not_handle() -> None:
    assert [merk for merk, via_pon in PON_MERKEN.items() if not via_pon] == ["CUPRA"]
