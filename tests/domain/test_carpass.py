"""The checks before a report: each rule of the table at its edge."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from werkplaats.domain.carpass import Gemeld, MeldingInvoer, beside_clock, check_melding
from werkplaats.domain.kmstand import Eenheid, Punt
from werkplaats.domain.moment import Moment
from werkplaats.errors import Ernst

VANDAAG = date(2026, 11, 24)
VIN = "VF1RFB00X62000519"
GOED = MeldingInvoer(131_501, VANDAAG, VIN)


def codes(invoer: MeldingInvoer, *metingen: Punt, gemeld: tuple[Gemeld, ...] = ()) -> dict[str, str]:
    return {een.code: een.ernst.value for een in check_melding(invoer, metingen, VANDAAG, gemeld)}


def op(dagen: int, km: int, *, teller: bool = False) -> Punt:
    return Punt(VANDAAG - timedelta(dagen), km, teller)


def test_a_good_report_has_nothing_against_it() -> None:
    assert codes(GOED, op(200, 120_000)) == {}


@pytest.mark.parametrize(
    ("dagen", "bevonden"),
    [
        (-1, {"DATUM_TOEKOMST": "blokkerend"}),
        (0, {}),
        (1, {"DATUM_VERLEDEN": "waarschuwing"}),
        (5, {"DATUM_VERLEDEN": "waarschuwing"}),
        (6, {"DATUM_VERLEDEN": "waarschuwing", "DATUM_TE_OUD": "anomalie"}),
    ],
)
def test_the_day_of_the_report(dagen: int, bevonden: dict[str, str]) -> None:
    assert codes(replace(GOED, datum=VANDAAG - timedelta(dagen))) == bevonden


@pytest.mark.parametrize(
    ("vin", "bevonden"),
    [
        ("", {"VIN_ONGELDIG": "blokkerend"}),
        ("- -", {"VIN_ONGELDIG": "blokkerend"}),
        (VIN + "1", {"VIN_ONGELDIG": "blokkerend"}),
        ("12345678901", {"VIN_KORT": "waarschuwing"}),
        ("VF1RFB00X6200051O", {"VIN_TEKENS": "waarschuwing"}),
        ("VF1 RFB00X-62000519", {}),
    ],
)
def test_the_chassis_number(vin: str, bevonden: dict[str, str]) -> None:
    assert codes(replace(GOED, vin=vin)) == bevonden


def test_a_wrong_sign_comes_with_what_was_likely_meant() -> None:
    (gevonden,) = check_melding(replace(GOED, vin="VF1RFB00X6200051O"), (), VANDAAG)
    assert gevonden.params["voorstel"] == "VF1RFB00X62000510"


@pytest.mark.parametrize("stand", [None, -1, 2_000_001, 9_999_999])
def test_a_reading_that_cannot_be_is_blocked(stand: int | None) -> None:
    assert codes(replace(GOED, stand=stand)) == {"KM_ONGELDIG": "blokkerend"}


@pytest.mark.parametrize(("stand", "bevonden"), [(0, {}), (2_000_000, {"KM_AFGEROND": "melding"}), (999, {})])
def test_the_edges_of_a_reading(stand: int, bevonden: dict[str, str]) -> None:
    assert codes(replace(GOED, stand=stand)) == bevonden


@pytest.mark.parametrize(
    ("dagen", "meer", "bevonden"),
    [
        (1, 1_000, {}),
        (1, 1_001, {"KM_PER_DAG": "anomalie"}),
        (0, 1_000, {}),
        (0, 1_001, {"KM_PER_DAG": "anomalie"}),
        (3, 3_000, {}),
        (3, 3_001, {"KM_PER_DAG": "anomalie"}),
    ],
)
def test_a_thousand_kilometres_a_day_and_the_same_day_is_one(dagen: int, meer: int, bevonden: dict[str, str]) -> None:
    assert codes(replace(GOED, stand=50_001 + meer), op(dagen, 50_001)) == bevonden


def test_of_several_readings_on_the_latest_day_the_highest_counts() -> None:
    assert codes(replace(GOED, stand=52_100), op(1, 50_001), op(1, 51_101)) == {}


def test_lower_than_an_earlier_one_and_higher_than_a_later_one() -> None:
    assert codes(GOED, op(10, 131_502)) == {"KM_LAGER": "anomalie"}
    assert codes(GOED, op(10, 131_501)) == {}
    gisteren = replace(GOED, datum=VANDAAG - timedelta(1))
    assert codes(gisteren, op(0, 131_500)) == {
        "DATUM_VERLEDEN": "waarschuwing",
        "KM_HOGER_DAN_LATER": "anomalie",
    }


@pytest.mark.parametrize(
    ("stand", "bevonden"),
    [(131_500, set()), (131_501, {"KM_HOGER_DAN_LATER"}), (131_499, set())],
)
def test_as_high_as_a_later_one_is_not_higher(stand: int, bevonden: set[str]) -> None:
    gisteren = replace(GOED, stand=stand, datum=VANDAAG - timedelta(1))
    assert set(codes(gisteren, op(0, 131_500))) - {"DATUM_VERLEDEN"} == bevonden


@pytest.mark.parametrize(("stand", "rond"), [(0, False), (999, False), (1_000, True), (1_001, False), (131_000, True)])
def test_a_multiple_of_a_thousand_above_nought_is_round(stand: int, rond: bool) -> None:
    assert ("KM_AFGEROND" in codes(replace(GOED, stand=stand))) is rond


@pytest.mark.parametrize(("lengte", "bevonden"), [(1, {"VIN_KORT"}), (16, {"VIN_KORT"}), (17, set())])
def test_a_chassis_number_has_seventeen_signs(lengte: int, bevonden: set[str]) -> None:
    assert set(codes(replace(GOED, vin=VIN[:lengte]))) == bevonden


def test_on_the_day_of_the_work_on_the_odometer_the_new_one_counts() -> None:
    assert codes(replace(GOED, stand=20), op(10, 131_502), op(0, 12, teller=True)) == {}
    assert codes(replace(GOED, stand=11), op(10, 131_502), op(0, 12, teller=True)) == {"KM_LAGER": "anomalie"}
    ervoor = replace(GOED, stand=140_000, datum=VANDAAG - timedelta(1))
    assert "KM_HOGER_DAN_LATER" not in codes(ervoor, op(10, 131_502), op(0, 12, teller=True))


def test_work_on_the_odometer_in_this_report_leaves_only_the_later_ones_to_be_beside() -> None:
    gisteren = replace(GOED, stand=500, datum=VANDAAG - timedelta(1), teller_gewijzigd=True)
    bevonden = {"DATUM_VERLEDEN": "waarschuwing", "KM_HOGER_DAN_LATER": "anomalie"}
    assert codes(gisteren, op(10, 131_502), op(0, 499)) == bevonden


def test_work_on_the_odometer_makes_the_readings_before_it_no_matter() -> None:
    assert codes(replace(GOED, stand=12, teller_gewijzigd=True), op(10, 131_502)) == {}
    assert codes(replace(GOED, stand=500), op(10, 131_502), op(3, 12, teller=True)) == {}
    assert codes(replace(GOED, stand=5), op(10, 131_502), op(3, 12, teller=True)) == {"KM_LAGER": "anomalie"}
    assert codes(replace(GOED, stand=3_012), op(3, 12, teller=True)) == {}
    assert codes(replace(GOED, stand=3_013), op(3, 12, teller=True)) == {"KM_PER_DAG": "anomalie"}


def test_miles_are_judged_as_kilometres() -> None:
    in_mijl = replace(GOED, stand=100_000, eenheid=Eenheid.MIJL)
    assert codes(in_mijl, op(10, 160_934)) == {}
    assert codes(in_mijl, op(10, 160_935)) == {"KM_LAGER": "anomalie"}
    assert codes(replace(in_mijl, stand=1_300_000)) == {"KM_ONGELDIG": "blokkerend"}


def test_the_same_data_twice_a_day_is_an_anomaly_and_other_data_are_not() -> None:
    gemeld = (Gemeld(VIN, 131_501, VANDAAG),)
    assert codes(GOED, op(0, 131_501), gemeld=gemeld) == {"DUBBEL_VANDAAG": "anomalie"}
    assert codes(replace(GOED, stand=131_502), op(0, 131_501), gemeld=gemeld) == {}
    assert codes(replace(GOED, vin="VF1RFB00X62000518"), gemeld=gemeld) == {}


def test_a_text_that_is_too_long_is_blocked() -> None:
    (gevonden,) = check_melding(replace(GOED, omschrijving="x" * 2_001), (), VANDAAG)
    assert (gevonden.veld, gevonden.ernst) == ("omschrijving", Ernst.BLOKKEREND)


NU = Moment(datetime(2026, 11, 24, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("verschil", "afwijkt"),
    [
        (None, False),
        (timedelta(0), False),
        (timedelta(minutes=30), False),
        (timedelta(minutes=-30), False),
        (timedelta(minutes=30, seconds=1), True),
        (timedelta(minutes=-30, seconds=-1), True),
    ],
)
def test_a_clock_may_be_half_an_hour_off(verschil: timedelta | None, afwijkt: bool) -> None:
    assert bool(beside_clock((), verschil, NU, "Europe/Brussels")) is afwijkt


@pytest.mark.parametrize(
    ("dagen", "datum", "bevonden"),
    [
        (1, VANDAAG, {"CARPASS_KLOK": "waarschuwing"}),
        (1, VANDAAG + timedelta(1), {"CARPASS_KLOK": "blokkerend"}),
        (-1, VANDAAG, {"CARPASS_KLOK": "waarschuwing"}),
        (-1, VANDAAG - timedelta(1), {"CARPASS_KLOK": "waarschuwing", "DATUM_VERLEDEN": "waarschuwing"}),
    ],
)
def test_with_the_clock_a_day_off_the_day_is_doubted_and_says_both_times(
    dagen: int, datum: date, bevonden: dict[str, str]
) -> None:
    gevonden = check_melding(replace(GOED, datum=datum), (), VANDAAG)
    klok, *_rest = alle = beside_clock(gevonden, timedelta(dagen), NU, "Europe/Brussels")
    assert {een.code: een.ernst.value for een in alle} == bevonden
    assert (klok.veld, klok.params["hier"]) == ("datum", "24-11-2026 10:00")
    assert klok.params["daar"] == f"{24 + dagen}-11-2026 10:00"
