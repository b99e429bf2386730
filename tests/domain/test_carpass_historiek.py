"""The history of a car as a document: how long it may be shown, and what may become of a request."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.carpass_historiek import (
    BIJNA,
    LOOPT,
    OVERGANGEN,
    Daad,
    Geldigheid,
    Historiek,
    HistoriekInvoer,
    Staat,
    check_historiek,
    last_day,
    move,
    next_look,
)
from werkplaats.domain.kmstand import Eenheid, Punt
from werkplaats.domain.moment import Moment
from werkplaats.errors import WerkplaatsError

BRUSSEL = ZoneInfo("Europe/Brussels")
VANDAAG = date(2026, 11, 24)
VIN = "VF1RFB00X62000519"


def in_brussels(dag: date, uur: int = 10, minuut: int = 0, seconde: int = 0) -> Moment:
    return Moment(datetime(dag.year, dag.month, dag.day, uur, minuut, seconde, tzinfo=BRUSSEL))


def historiek(gevraagd_op: Moment | None, staat: Staat = Staat.ONTVANGEN, **velden: Any) -> Historiek:
    toen = gevraagd_op or in_brussels(VANDAAG)
    invoer = HistoriekInvoer(131_501, VIN)
    vast: dict[str, Any] = {"id": 1, "shop_id": 1, "voertuig_id": 1, "kenteken": None, "invoer": invoer}
    vast |= {"datum": VANDAAG, "eerste_toelating": None, "staat": staat, "staat_sinds": toen, "toelichting": ""}
    vast |= {"guid": "g", "url": "", "gevraagd_op": gevraagd_op, "bijlage_id": 1, "standen": ()}
    return Historiek(**vast | {"gemaakt_op": toen, "gemaakt_door": "Bram"} | velden)


@pytest.mark.parametrize(
    ("gevraagd", "tot"),
    [
        pytest.param(date(2026, 11, 24), date(2027, 1, 24), id="over the turn of the year"),
        pytest.param(date(2026, 12, 31), date(2027, 2, 28), id="31 December: February has no 31st"),
        pytest.param(date(2027, 12, 31), date(2028, 2, 29), id="31 December before a leap year"),
        pytest.param(date(2027, 12, 29), date(2028, 2, 29), id="29 February itself"),
        pytest.param(date(2028, 2, 29), date(2028, 4, 29), id="asked on 29 February"),
        pytest.param(date(2026, 7, 31), date(2026, 9, 30), id="31 July: September has thirty days"),
        pytest.param(date(2026, 1, 15), date(2026, 3, 15), id="the same day two months on"),
    ],
)
def test_two_months_end_on_the_same_day_or_the_last_of_a_shorter_month(gevraagd: date, tot: date) -> None:
    assert last_day(in_brussels(gevraagd)) == tot


def test_on_the_last_day_it_may_be_shown_until_midnight_in_brussels() -> None:
    een = historiek(in_brussels(date(2026, 9, 24), 16))
    assert een.geldig_tot == VANDAAG
    assert een.geldigheid(in_brussels(VANDAAG, 23, 59, 59)) is Geldigheid.BIJNA
    assert een.may_be_shown(in_brussels(VANDAAG, 23, 59, 59))
    assert een.geldigheid(in_brussels(VANDAAG + timedelta(1))) is Geldigheid.VERLOPEN
    assert not een.may_be_shown(in_brussels(VANDAAG + timedelta(1), 0))


def test_the_day_is_that_of_brussels_wherever_the_clock_hangs() -> None:
    # 23:30 UTC on 31 October is half past midnight on 1 November in Brussels.
    assert last_day(Moment(datetime(2026, 10, 31, 23, 30, tzinfo=UTC))) == date(2027, 1, 1)
    # In summer Brussels is two hours ahead.
    assert last_day(Moment(datetime(2026, 6, 30, 21, 59, tzinfo=UTC))) == date(2026, 8, 30)
    assert last_day(Moment(datetime(2026, 6, 30, 22, 0, tzinfo=UTC))) == date(2026, 9, 1)


def test_its_last_fortnight_is_told_beforehand() -> None:
    een = historiek(in_brussels(date(2026, 10, 1)))
    tot = een.geldig_tot
    assert tot == date(2026, 12, 1)
    assert een.geldigheid(in_brussels(tot - BIJNA - timedelta(1))) is Geldigheid.GELDIG
    assert een.geldigheid(in_brussels(tot - BIJNA)) is Geldigheid.BIJNA


@given(st.integers(0, 100 * 366 * 24 * 60))
def test_it_lasts_59_to_62_days_and_never_longer_than_the_day_says(minuten: int) -> None:
    moment = Moment(datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=minuten))
    dag = moment.lokaal("Europe/Brussels").date()
    assert 59 <= (last_day(moment) - dag).days <= 62
    assert last_day(moment).day <= dag.day


@pytest.mark.parametrize("staat", [staat for staat in Staat if staat is not Staat.ONTVANGEN])
def test_what_was_not_received_is_not_valid(staat: Staat) -> None:
    een = historiek(in_brussels(VANDAAG), staat)
    assert (een.geldig_tot, een.geldigheid(in_brussels(VANDAAG))) == (None, None)
    assert not een.may_be_shown(in_brussels(VANDAAG))


@pytest.mark.parametrize("staat", Staat)
@pytest.mark.parametrize("daad", Daad)
def test_every_transition_is_in_the_table_or_refused(staat: Staat, daad: Daad) -> None:
    if (staat, daad) in OVERGANGEN:
        assert move(staat, daad) is OVERGANGEN[staat, daad]
    else:
        with pytest.raises(WerkplaatsError, match="HISTORIEK_KAN_NIET"):
            move(staat, daad)


def test_every_state_that_runs_has_a_way_out() -> None:
    assert all(any(van is staat and naar not in LOOPT for (van, _), naar in OVERGANGEN.items()) for staat in LOOPT)


def test_the_checks_are_advice_but_for_a_number_that_cannot_be() -> None:
    def codes(stand: int | None, vin: str, *metingen: Punt, eenheid: Eenheid = Eenheid.KM) -> set[tuple[str, str]]:
        invoer = HistoriekInvoer(stand, vin, eenheid)
        return {(een.code, een.ernst.value) for een in check_historiek(invoer, metingen, VANDAAG)}

    eerder = Punt(VANDAAG - timedelta(30), 140_000)
    assert codes(141_501, VIN, eerder) == set()
    assert codes(131_501, VIN, eerder) == {("KM_LAGER", "anomalie")}
    assert codes(141_501, "WVW12345") == {("VIN_KORT", "waarschuwing")}
    assert codes(None, VIN) == {("KM_ONGELDIG", "blokkerend")}
    assert codes(-1, VIN) == {("KM_ONGELDIG", "blokkerend")}
    assert codes(2_000_001, VIN) == {("KM_ONGELDIG", "blokkerend")}
    assert codes(141_501, "") == {("VIN_ONGELDIG", "blokkerend")}
    assert codes(141_501, f"{VIN}7") == {("VIN_ONGELDIG", "blokkerend")}
    assert codes(87_000, VIN, eerder, eenheid=Eenheid.MIJL) == set()


def test_it_is_asked_after_soon_at_first_and_rarely_later() -> None:
    gevraagd = in_brussels(VANDAAG)

    def over(minuten: float) -> timedelta:
        nu = Moment(gevraagd.utc + timedelta(minutes=minuten))
        volgende = next_look(gevraagd, nu)
        assert volgende is not None
        return volgende.utc - nu.utc

    assert over(0) < over(5) < over(120)
