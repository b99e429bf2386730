"""Cars that are lent: what a period may say, how it stands, and that a car is with one person at a time."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.usecases.garage import moment
from werkplaats.domain.leen import (
    LeenKaart,
    Leenperiode,
    Leensoort,
    Leenstaat,
    at_local,
    check_back,
    check_leen,
    leen_tekst,
    moment_tekst,
    overlapping,
    staat_van,
)
from werkplaats.domain.moment import Moment
from werkplaats.domain.voertuig import RelatieKop

if TYPE_CHECKING:
    from collections.abc import Callable

NU = moment(2026, 11, 24, 12)
ZONE = "Europe/Amsterdam"
ANOUK = RelatieKop(7, "Mw. A. Smeets")
KAART = LeenKaart(relatie=ANOUK, van=moment(2026, 11, 24, 8), tot=moment(2026, 11, 25, 16), km_uit=1_000)


def _codes(kaart: LeenKaart, check: Callable[..., object] = check_leen) -> list[tuple[str, str]]:
    return [(een.veld, een.code) for een in check(kaart, NU)]  # type: ignore[attr-defined]  # both give findings


def _filed(kaart: LeenKaart, nummer: int = 1) -> Leenperiode:
    return Leenperiode(nummer, 3, None, "", kaart, "Joke")


def _later(van: Moment, **duur: float) -> Moment:
    return Moment(van.utc + timedelta(**duur))


def test_a_whole_period_may_be_kept() -> None:
    assert _codes(KAART) == _codes(replace(KAART, terug=NU, km_in=1_000)) == []


@pytest.mark.parametrize(
    ("velden", "gezegd"),
    [
        ({"relatie": None}, [("relatie", "LEEN_RELATIE_LEEG")]),
        ({"van": None}, [("van", "LEEN_VAN_LEEG")]),
        ({"tot": None}, [("tot", "LEEN_TOT_LEEG")]),
        ({"tot": KAART.van}, [("tot", "LEEN_TOT_VOOR_VAN")]),
        ({"km_in": 1_100}, [("terug", "LEEN_TERUG_LEEG")]),
        ({"terug": NU}, [("km_in", "LEEN_KM_IN_LEEG")]),
        ({"terug": moment(2026, 11, 24, 7, 59), "km_in": 1_100}, [("terug", "LEEN_TERUG_VOOR_VAN")]),
        ({"terug": _later(NU, seconds=1), "km_in": 1_100}, [("terug", "LEEN_TERUG_TOEKOMST")]),
        ({"terug": NU, "km_in": 999}, [("km_in", "LEEN_KM_LAGER")]),
        ({"km_uit": -1}, [("km_uit", "KM_ONGELDIG")]),
        ({"terug": NU, "km_in": 2_000_001}, [("km_in", "KM_ONGELDIG")]),
        ({"opmerking": "x" * 501}, [("opmerking", "TEKST_TE_LANG")]),
    ],
)
def test_each_field_says_what_it_lacks(velden: dict[str, object], gezegd: list[tuple[str, str]]) -> None:
    assert _codes(replace(KAART, **velden)) == gezegd  # type: ignore[arg-type]  # names and values of one card


def test_without_a_reading_on_leaving_any_reading_may_come_back() -> None:
    assert _codes(replace(KAART, km_uit=None, terug=NU, km_in=0)) == []


def test_a_car_is_not_back_without_a_moment_and_a_reading() -> None:
    assert _codes(KAART, check_back) == [("terug", "LEEN_TERUG_LEEG"), ("km_in", "LEEN_KM_IN_LEEG")]
    assert _codes(replace(KAART, terug=NU), check_back) == [("km_in", "LEEN_KM_IN_LEEG")]
    assert _codes(replace(KAART, km_in=1_100), check_back) == [("terug", "LEEN_TERUG_LEEG")]
    assert _codes(replace(KAART, terug=NU, km_in=1_100), check_back) == []


@pytest.mark.parametrize(
    ("nu", "staat"),
    [
        (_later(moment(2026, 11, 24, 8), microseconds=-1), Leenstaat.GEPLAND),
        (moment(2026, 11, 24, 8), Leenstaat.UIT),
        (moment(2026, 11, 25, 16), Leenstaat.UIT),
        (_later(moment(2026, 11, 25, 16), microseconds=1), Leenstaat.TE_LAAT),
    ],
)
def test_how_it_stands_at_each_edge(nu: Moment, staat: Leenstaat) -> None:
    assert staat_van(KAART, nu) is staat
    assert staat_van(replace(KAART, terug=NU, km_in=1_100), nu) is Leenstaat.TERUG


def _period(van: Moment, uren: float, **velden: object) -> LeenKaart:
    return replace(KAART, van=van, tot=_later(van, hours=uren), **velden)  # type: ignore[arg-type]  # fields of a card


@pytest.mark.parametrize(
    ("van", "uren", "botst"),
    [
        (moment(2026, 11, 25, 16), 1, False),  # begins as the other ends
        (moment(2026, 11, 25, 15, 59), 1, True),
        (moment(2026, 11, 24, 7), 1, False),  # ends as the other begins
        (moment(2026, 11, 24, 7), 1.1, True),
        (moment(2026, 11, 24, 9), 1, True),  # within
        (moment(2026, 11, 23), 72, True),  # around
    ],
)
def test_periods_may_touch_and_not_lie_over_each_other(van: Moment, uren: float, botst: bool) -> None:
    assert (overlapping(_period(van, uren), [_filed(KAART)], moment(2026, 11, 24, 8)) is not None) is botst


def test_from_when_it_is_back_a_car_is_free_before_it_was_expected() -> None:
    terug = replace(KAART, terug=moment(2026, 11, 24, 11), km_in=1_100)
    assert overlapping(_period(moment(2026, 11, 24, 11), 2), [_filed(terug)], NU) is None
    assert overlapping(_period(moment(2026, 11, 24, 10), 2), [_filed(terug)], NU) is not None


def test_a_car_that_is_late_goes_to_nobody_now_and_may_be_promised_later() -> None:
    laat, nu = [_filed(KAART)], moment(2026, 11, 27, 9)
    assert overlapping(_period(nu, 2), laat, nu) is not None
    assert overlapping(_period(_later(nu, minutes=-1), 2), laat, nu) is not None
    assert overlapping(_period(_later(nu, minutes=1), 2), laat, nu) is None


def test_what_has_no_times_yet_lies_over_nothing() -> None:
    assert overlapping(LeenKaart(), [_filed(KAART)], NU) is None
    assert overlapping(replace(KAART, tot=None), [_filed(KAART)], NU) is None


_MOMENTEN = st.integers(0, 365 * 24 * 60).map(lambda minuten: _later(NU, minutes=minuten))
_PERIODEN = st.tuples(_MOMENTEN, _MOMENTEN).filter(lambda paar: paar[0] < paar[1])


@given(_PERIODEN, _PERIODEN)
def test_two_periods_clash_for_both_or_for_neither_and_just_when_an_instant_is_in_both(
    een: tuple[Moment, Moment], ander: tuple[Moment, Moment]
) -> None:
    eerste, tweede = (replace(KAART, van=van, tot=tot) for van, tot in (een, ander))
    botst = overlapping(eerste, [_filed(tweede)], NU) is not None
    assert botst == (overlapping(tweede, [_filed(eerste)], NU) is not None)
    assert botst == (max(een[0], ander[0]) < min(een[1], ander[1]))


@given(st.lists(_PERIODEN, max_size=12))
def test_however_many_ask_no_instant_is_given_twice(gevraagd: list[tuple[Moment, Moment]]) -> None:
    gekregen: list[Leenperiode] = []
    for van, tot in gevraagd:
        kaart = replace(KAART, van=van, tot=tot)
        if overlapping(kaart, gekregen, NU) is None:
            gekregen.append(_filed(kaart, len(gekregen)))
    op_rij = sorted((een.kaart.van, een.kaart.tot) for een in gekregen if een.kaart.van and een.kaart.tot)
    assert all(eerder[1] <= later[0] for eerder, later in itertools.pairwise(op_rij))


@pytest.mark.parametrize(
    ("dag", "tijd", "utc"),
    [
        (date(2026, 11, 24), time(0), "2026-11-23T23:00"),  # midnight is the beginning of its day
        (date(2028, 2, 29), time(17), "2028-02-29T16:00"),
        (date(2027, 3, 28), time(1, 59), "2027-03-28T00:59"),
        (date(2027, 3, 28), time(2, 30), "2027-03-28T01:30"),  # an hour that is left out: 3:30 by the clock
        (date(2027, 10, 31), time(2, 30), "2027-10-31T00:30"),  # an hour that comes twice: the first
        (date(2027, 10, 31), time(3), "2027-10-31T02:00"),
    ],
)
def test_a_time_of_day_is_one_moment_also_at_night(dag: date, tijd: time, utc: str) -> None:
    assert at_local(dag, tijd, ZONE) == Moment.from_iso(f"{utc}:00.000000+00:00")


def test_a_night_in_which_the_clock_changes_is_an_hour_longer_or_shorter() -> None:
    for dag, uren in ((date(2027, 3, 27), 23), (date(2027, 10, 30), 25)):
        begin, eind = (at_local(dag + timedelta(days=meer), time(12), ZONE) for meer in (0, 1))
        assert eind.utc - begin.utc == timedelta(hours=uren)


def test_a_period_in_one_line() -> None:
    assert leen_tekst(KAART, ZONE) == "leen, Mw. A. Smeets, 24-11-2026 09:00 \N{EN DASH} 25-11-2026 17:00, uit 1.000 km"
    terug = replace(KAART, soort=Leensoort.HUUR, terug=NU, km_in=1_100, opmerking="Deuk")
    assert leen_tekst(terug, ZONE).startswith("huur, ")
    assert leen_tekst(terug, ZONE).endswith("uit 1.000 km, terug 24-11-2026 13:00, in 1.100 km, Deuk")
    assert moment_tekst(None, ZONE) == ""
