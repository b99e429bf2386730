"""A reading of the odometer: what is odd about it and what cannot be, at each edge of each rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.kmstand import (
    KM_HOOGSTENS,
    Eenheid,
    KmHerkomst,
    KmInvoer,
    Punt,
    advise,
    check_kmstand,
    to_km,
)
from werkplaats.errors import Ernst

VANDAAG = date(2026, 11, 24)
GISTEREN = date(2026, 11, 23)
MEI = Punt(date(2026, 5, 8), 131_488)


def reading(stand: int | None, datum: date | None = VANDAAG, **rest: object) -> KmInvoer:
    return replace(KmInvoer(stand, datum), **rest)  # type: ignore[arg-type]  # the tests name the fields


def codes(invoer: KmInvoer, *metingen: Punt) -> dict[str, bool]:
    """Each code with whether it bars the reading."""
    return {
        bevinding.code: bevinding.ernst is Ernst.BLOKKEREND for bevinding in check_kmstand(invoer, metingen, VANDAAG)
    }


@pytest.mark.parametrize(
    ("invoer", "verwacht"),
    [
        (reading(None), {"KM_LEEG": True}),
        (reading(10, None), {"KM_DATUM_LEEG": True}),
        (reading(10, VANDAAG + timedelta(days=1)), {"DATUM_TOEKOMST": True}),
        (reading(10), {}),
        (reading(-1), {"KM_ONGELDIG": True}),
        (reading(0), {}),
        (reading(2_000_000), {"KM_AFGEROND": False}),
        (reading(2_000_001), {"KM_ONGELDIG": True}),
        (reading(9_999_999), {"KM_ONGELDIG": True}),
        (reading(1_242_742, eenheid=Eenheid.MIJL), {}),
        (reading(1_242_743, eenheid=Eenheid.MIJL), {"KM_ONGELDIG": True}),
        (reading(52_000), {"KM_AFGEROND": False}),
        (reading(52_001), {}),
        (reading(52_500), {}),
        (reading(10, opmerking="x" * 501), {"TEKST_TE_LANG": True}),
    ],
)
def test_a_reading_by_itself(invoer: KmInvoer, verwacht: dict[str, bool]) -> None:
    assert codes(invoer) == verwacht


@pytest.mark.parametrize(
    ("km", "verwacht"),
    [
        (131_487, {"KM_LAGER": False}),
        (131_488, {}),
        (131_489, {}),
    ],
)
def test_lower_than_an_earlier_reading_is_odd_and_the_same_is_not(km: int, verwacht: dict[str, bool]) -> None:
    assert codes(reading(km), MEI) == verwacht


def test_lower_counts_beside_any_earlier_reading_and_not_only_the_last() -> None:
    assert codes(reading(125_001), Punt(date(2026, 1, 1), 131_488), Punt(date(2026, 5, 8), 124_906)) == {
        "KM_LAGER": False
    }


def test_of_two_readings_of_one_day_the_lower_is_odd() -> None:
    assert codes(reading(500), Punt(VANDAAG, 501)) == {"KM_LAGER": False}


@pytest.mark.parametrize(("km", "verwacht"), [(131_489, {"KM_HOGER_DAN_LATER": False}), (131_488, {})])
def test_higher_than_a_later_reading_is_odd(km: int, verwacht: dict[str, bool]) -> None:
    assert codes(reading(km, date(2026, 5, 7)), MEI) == verwacht


@pytest.mark.parametrize(
    ("dagen", "meer", "odd"),
    [(1, 1000, False), (1, 1001, True), (2, 2000, False), (2, 2001, True), (0, 1000, False), (0, 1001, True)],
)
def test_more_than_a_thousand_kilometres_a_day_is_odd(dagen: int, meer: int, odd: bool) -> None:
    eerder = Punt(VANDAAG - timedelta(days=dagen), 10_001)
    assert codes(reading(10_001 + meer), eerder) == ({"KM_PER_DAG": False} if odd else {})


def test_a_day_is_reckoned_from_the_highest_reading_of_the_latest_day() -> None:
    eerder = Punt(GISTEREN, 10_001), Punt(GISTEREN, 10_500), Punt(date(2026, 1, 1), 10_000)
    assert codes(reading(11_500), *eerder) == {}
    assert codes(reading(11_501), *eerder) == {"KM_PER_DAG": False}


def test_what_was_read_before_work_on_the_odometer_does_not_count() -> None:
    voor, werk = Punt(date(2026, 1, 1), 240_310), Punt(date(2026, 3, 1), 12, teller_gewijzigd=True)
    assert codes(reading(4_711), voor, werk) == {}
    assert codes(reading(11), voor, werk) == {"KM_LAGER": False}
    assert codes(reading(250_001), voor, Punt(GISTEREN, 12, teller_gewijzigd=True)) == {"KM_PER_DAG": False}


def test_a_reading_with_odometer_work_is_neither_lower_nor_too_fast() -> None:
    assert codes(reading(12, teller_gewijzigd=True), MEI) == {}
    assert codes(reading(200_001, teller_gewijzigd=True), Punt(GISTEREN, 12)) == {}
    assert codes(reading(200_001, date(2026, 5, 7), teller_gewijzigd=True), MEI) == {"KM_HOGER_DAN_LATER": False}


def test_a_reading_from_before_the_odometer_work_is_of_another_odometer() -> None:
    werk = Punt(date(2026, 3, 1), 12, teller_gewijzigd=True)
    assert codes(reading(240_310, date(2026, 1, 1)), werk) == {}


def test_on_the_day_of_the_work_what_was_noted_first_was_read_first() -> None:
    voor, werk = Punt(GISTEREN, 240_310), Punt(GISTEREN, 12, teller_gewijzigd=True)
    assert codes(reading(20), voor, werk) == {}


def test_miles_are_judged_as_kilometres() -> None:
    assert to_km(1, Eenheid.MIJL) == 2
    assert to_km(100_000, Eenheid.MIJL) == 160_934
    assert codes(reading(81_702, eenheid=Eenheid.MIJL), MEI) == {"KM_LAGER": False}
    assert codes(reading(81_703, eenheid=Eenheid.MIJL), MEI) == {}


def test_what_is_said_names_the_other_reading() -> None:
    (bevinding,) = check_kmstand(reading(124_906), [MEI], VANDAAG)
    assert bevinding.params == {"verschil": "6.582", "ander": "131.488", "datum": "08-05-2026"}
    (bevinding,) = check_kmstand(reading(13_001), [Punt(date(2026, 11, 22), 10_000)], VANDAAG)
    assert bevinding.params["per_dag"] == "1.501"


def test_the_same_reading_twice_is_refused_but_not_from_another_source() -> None:
    eerste = reading(52_449)
    assert [b.code for b in check_kmstand(eerste, [], VANDAAG, [eerste])] == ["KM_DUBBEL"]
    assert check_kmstand(replace(eerste, herkomst=KmHerkomst.APK), [], VANDAAG, [eerste]) == ()


PUNTEN = st.builds(Punt, st.dates(date(2020, 1, 1), VANDAAG), st.integers(0, KM_HOOGSTENS), st.booleans())


@given(PUNTEN, st.lists(PUNTEN, max_size=12))
def test_advice_never_bars_and_does_not_hang_on_the_order_of_other_days(punt: Punt, metingen: list[Punt]) -> None:
    bevindingen = advise(punt, metingen)
    assert all(bevinding.ernst is Ernst.WAARSCHUWING for bevinding in bevindingen)
    if len({meting.datum for meting in metingen}) == len(metingen):
        assert advise(punt, metingen[::-1]) == bevindingen
