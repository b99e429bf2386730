"""``kenteken`` and ``chassisnummer`` at the console: the shapes that other programs rely on."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from werkplaats.beheer import main


def run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args), prog_name="werkplaats-beheer")


def answer(*args: str) -> dict[str, Any]:
    result = run(*args, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_a_plate_is_answered_in_full() -> None:
    assert answer("kenteken", "01-ca-rs") == {
        "compact": "01CARS",
        "weergave": "01-CA-RS",
        "land": "NL",
        "soort": "regulier",
        "sidecode": 6,
        "waarschuwingen": ["LETTERS_NIET_UITGEGEVEN"],
        "geldig": True,
    }


def test_a_belgian_plate_is_read_by_belgian_rules() -> None:
    document = answer("kenteken", "1abc123", "--land", "BE")
    assert (document["weergave"], document["soort"], document["sidecode"]) == ("1-ABC-123", "auto", None)


def test_an_unknown_shape_is_answered_and_not_refused() -> None:
    document = answer("kenteken", "ga 48 r")
    assert (document["weergave"], document["geldig"]) == ("GA 48 R", False)
    assert document["waarschuwingen"] == ["VORM_ONBEKEND"]


@pytest.mark.parametrize("getypt", ["", " ", "---", "🚗", "A" * 500, "\udcff"])
def test_a_text_that_is_no_plate_is_refused_in_one_line(getypt: str) -> None:
    result = run("kenteken", getypt, "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert "kenteken" in result.stderr.lower()


def test_wrong_usage_is_told_apart() -> None:
    assert run("kenteken").exit_code == 2
    assert run("kenteken", "GA482R", "--land", "FR").exit_code == 2


def test_a_person_reads_the_plate_and_the_warning_in_dutch() -> None:
    result = run("kenteken", "01cars")
    assert result.stdout.splitlines() == [
        "01-CA-RS (Nederland, gewoon kenteken, sidecode 6)",
        "De letters C en A geeft de RDW niet uit. Bewaren mag.",
    ]


def test_a_chassis_number_is_answered_in_full() -> None:
    assert answer("chassisnummer", "vf1 rfb00x 62000519") == {
        "vin": "VF1RFB00X62000519",
        "meldcode": "0519",
        "waarschuwingen": [],
        "geldig": True,
    }


@pytest.mark.parametrize(
    ("getypt", "waarschuwingen"),
    [("GT6KC1234", ["VIN_KORT"]), ("VF1RFBO0X62000519", ["VIN_TEKENS"]), ("OI", ["VIN_KORT", "VIN_TEKENS"])],
)
def test_a_doubtful_chassis_number_warns(getypt: str, waarschuwingen: list[str]) -> None:
    document = answer("chassisnummer", getypt)
    assert (document["waarschuwingen"], document["geldig"]) == (waarschuwingen, True)


@pytest.mark.parametrize(
    ("getypt", "vin"), [("", ""), ("--", ""), ("vf1-rfb00x-620005199", "VF1RFB00X620005199"), ("\udcff", "")]
)
def test_a_chassis_number_that_cannot_be_is_answered_as_not_valid(getypt: str, vin: str) -> None:
    # Two dashes alone end the options for every program; before the text they let it be anything.
    result = run("chassisnummer", "--json", "--", getypt)
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {"vin": vin, "meldcode": "", "waarschuwingen": [], "geldig": False}


def test_a_person_is_told_why_a_chassis_number_cannot_be() -> None:
    result = run("chassisnummer", "A" * 18)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "17 tekens" in result.stderr


def test_a_person_reads_what_was_likely_meant() -> None:
    result = run("chassisnummer", "VF1RFBO0X62000519")
    assert result.stdout.splitlines() == [
        "VF1RFBO0X62000519 (meldcode 0519)",
        "In een chassisnummer staan alleen cijfers en hoofdletters, en geen I, O of Q. Bedoelde u VF1RFB00X62000519?",
    ]
