"""``carpass-toets``: lines of JSON in, findings out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from werkplaats.beheer import main

VIN = "VF1RFB00X62000519"
GOED = {"vin": VIN, "km": 131_501, "datum": "2026-11-24", "vandaag": "2026-11-24", "teller_gewijzigd": False}


def toets(*regels: object) -> tuple[int, list[Any], str]:
    invoer = "\n".join(regel if isinstance(regel, str) else json.dumps(regel) for regel in regels)
    gedaan = CliRunner().invoke(main, ["carpass-toets", "--json"], input=invoer)
    return gedaan.exit_code, [json.loads(regel) for regel in gedaan.stdout.splitlines()], gedaan.stderr


def test_each_line_gets_its_findings() -> None:
    historie = [{"datum": "2026-11-01", "km": 140_001}]
    code, antwoorden, _fout = toets(GOED, {**GOED, "historie": historie}, {**GOED, "datum": "2026-11-10"})
    assert code == 0
    assert antwoorden == [
        {"bevindingen": []},
        {"bevindingen": [{"code": "KM_LAGER", "ernst": "anomalie"}]},
        {
            "bevindingen": [
                {"code": "DATUM_TE_OUD", "ernst": "anomalie"},
                {"code": "DATUM_VERLEDEN", "ernst": "waarschuwing"},
            ]
        },
    ]


@pytest.mark.parametrize("km", ["131501", 1.5, -1, 9_999_999, None, True, [1]])
def test_a_reading_that_is_no_number_is_blocked(km: object) -> None:
    assert toets({**GOED, "km": km})[1] == [{"bevindingen": [{"code": "KM_ONGELDIG", "ernst": "blokkerend"}]}]


@pytest.mark.parametrize(
    ("gemeld_op", "dubbel"),
    [
        ("2026-11-24", True),
        ("2026-11-23", False),
        ("2026-11-23T23:30:00+00:00", True),  # half past midnight in Brussels
        ("2026-11-23T22:30:00+00:00", False),
        (None, False),
    ],
)
def test_double_is_what_was_reported_today_in_brussels(gemeld_op: str | None, dubbel: bool) -> None:
    historie = [{"datum": "2026-11-24", "km": 131_501, "gemeld_op": gemeld_op}]
    (antwoord,) = toets({**GOED, "historie": historie})[1]
    assert [een["code"] for een in antwoord["bevindingen"]] == (["DUBBEL_VANDAAG"] if dubbel else [])


@pytest.mark.parametrize("regel", ["{", "[]", '{"km": 1, "datum": "gisteren"}', '{"historie": [{"km": 1}]}'])
def test_a_line_that_is_no_report_is_refused_in_one_line(regel: str) -> None:
    code, antwoorden, fout = toets(GOED, regel)
    assert (code, len(antwoorden)) == (1, 1)
    assert len(fout.strip().splitlines()) == 1
    assert "2" in fout
