"""All readings of a car together: which are doubtful, what it drives in a year, what is to be expected."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.kmstand import Punt
from werkplaats.domain.kmverloop import Verloop, expect, make_verloop, reach

JAAR = (Punt(date(2023, 1, 1), 10_000), Punt(date(2024, 1, 1), 24_000), Punt(date(2025, 1, 1), 38_000))


def doubted(*punten: Punt) -> list[tuple[int, str]]:
    verloop = make_verloop(punten)
    paren = zip(verloop.punten, verloop.twijfel, strict=True)
    return [(punt.km, reden.code) for punt, reden in paren if reden is not None]


def test_readings_that_rise_are_not_doubted() -> None:
    assert doubted(*JAAR) == []
    assert make_verloop(JAAR).laatste == JAAR[-1]


def test_of_two_that_contradict_each_other_the_later_is_doubted() -> None:
    assert doubted(Punt(date(2026, 5, 8), 131_488), Punt(date(2026, 11, 24), 124_906)) == [(124_906, "KM_LAGER")]


def test_one_slip_of_the_pen_does_not_make_all_later_readings_doubtful() -> None:
    verschreven = Punt(date(2023, 6, 1), 170_000)
    assert doubted(JAAR[0], verschreven, *JAAR[1:]) == [(170_000, "KM_HOGER_DAN_LATER")]
    te_laag = Punt(date(2024, 6, 1), 3_100)
    assert doubted(*JAAR[:2], te_laag, JAAR[2]) == [(3_100, "KM_LAGER")]
    te_snel = Punt(date(2025, 1, 2), 39_001)
    assert doubted(*JAAR, te_snel) == [(39_001, "KM_PER_DAG")]


def test_a_new_odometer_begins_anew() -> None:
    nieuw = Punt(date(2025, 6, 1), 15, teller_gewijzigd=True)
    assert doubted(*JAAR, nieuw, Punt(date(2025, 12, 1), 7_000)) == []


def test_what_it_drives_in_a_year_is_of_the_odometer_that_it_has_now() -> None:
    assert make_verloop(JAAR).per_jaar == 14_000
    nieuw = Punt(date(2025, 6, 1), 0, teller_gewijzigd=True)
    assert make_verloop((*JAAR, nieuw)).per_jaar is None
    assert make_verloop((*JAAR, nieuw, Punt(date(2026, 6, 1), 9_000))).per_jaar == 9_000


def test_from_a_few_weeks_nothing_is_said_of_a_year() -> None:
    kort = (Punt(date(2026, 1, 1), 0), Punt(date(2026, 3, 1), 4_000))
    assert make_verloop(kort).per_jaar is None
    assert make_verloop((kort[0], Punt(date(2026, 3, 2), 4_000))).per_jaar is not None


def test_what_is_expected_lies_around_what_it_drove_so_far() -> None:
    verwacht = expect(make_verloop(JAAR), date(2026, 1, 1))
    assert verwacht is not None
    assert (verwacht.laag, verwacht.hoog) == (47_793, 57_587)
    morgen = expect(make_verloop(JAAR), date(2025, 1, 2))
    assert morgen is not None
    assert (morgen.laag, morgen.hoog) == (38_027, 38_054)


def test_nothing_is_expected_without_readings_or_before_the_last() -> None:
    assert expect(Verloop(), date(2026, 1, 1)) is None
    assert expect(make_verloop(JAAR[:1]), date(2026, 1, 1)) is None
    assert expect(make_verloop(JAAR), JAAR[-1].datum) is None


PUNTEN = st.builds(
    Punt, st.integers(0, 900).map(lambda dag: date(2023, 1, 1) + timedelta(days=dag)), st.integers(0, 300_000)
)


@given(st.lists(PUNTEN, max_size=25))
def test_the_readings_that_are_left_rise(punten: list[Punt]) -> None:
    verloop = make_verloop(punten)
    lager = [reden for reden in verloop.twijfel if reden is not None and reden.code != "KM_PER_DAG"]
    goed = [punt for punt, reden in zip(verloop.punten, verloop.twijfel, strict=True) if reden is None]
    assert [punt.km for punt in goed] == sorted(punt.km for punt in goed)
    assert len(verloop.punten) == len(punten)
    assert len(lager) < max(1, len(punten))


def test_when_a_reading_is_reached_follows_from_what_the_car_drives() -> None:
    verloop = make_verloop([Punt(date(2025, 1, 1), 10_000), Punt(date(2026, 1, 1), 24_600)])
    assert verloop.per_jaar == 14_600
    assert reach(verloop, 24_000) == date(2026, 1, 1)
    assert reach(verloop, 26_060) == date(2026, 2, 7)
    assert reach(verloop, 2_000_000) is None
    assert reach(make_verloop([]), 1) is None
    assert reach(make_verloop([Punt(date(2026, 1, 1), 10)]), 1_000) is None
