"""Points in time: one spelling, UTC inside, the wall clock only to look at."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.moment import Moment, SysteemKlok, VasteKlok, vandaag


def test_a_time_without_a_zone_is_no_moment() -> None:
    with pytest.raises(ValueError, match="zone"):
        Moment(datetime(2026, 11, 24, 10, 52))  # noqa: DTZ001 - a naive time is what this test is about


def test_one_moment_in_two_zones_is_one_moment() -> None:
    amsterdam = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    assert Moment(amsterdam) == Moment(datetime(2026, 7, 1, 10, tzinfo=UTC))
    assert Moment(amsterdam).lokaal("Europe/Amsterdam").hour == 12


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.timezones()))  # noqa: DTZ001
def test_the_spelling_of_a_moment_reads_back_and_sorts_as_time(moment: datetime) -> None:
    een = Moment(moment)
    twee = Moment(een.utc + timedelta(microseconds=1))
    assert Moment.from_iso(een.iso) == een
    assert len(een.iso) == 32
    assert een.iso < twee.iso


@pytest.mark.parametrize("tekst", ["", "gisteren", "2026-11-24"])
def test_another_text_is_no_moment(tekst: str) -> None:
    with pytest.raises(ValueError, match=r"zone|isoformat"):
        Moment.from_iso(tekst)


def test_the_day_begins_at_midnight_of_the_shop() -> None:
    klok = VasteKlok(Moment(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)))
    assert vandaag(klok, "Europe/Amsterdam") == date(2026, 7, 2)
    assert vandaag(klok, "UTC") == date(2026, 7, 1)


def test_the_clock_of_the_computer_goes_forward() -> None:
    klok = SysteemKlok()
    eerst = klok.nu()
    assert eerst <= klok.nu()
