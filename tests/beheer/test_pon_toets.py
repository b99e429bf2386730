"""``pon-toets``: the shape that other programs rely on."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from werkplaats.beheer import main

ORDER = {
    "ordersoort": "Nieuw",
    "status": "Besteld",
    "merk": "Volkswagen",
    "chassisnummer": "WVWZZZ1KZAW000001",
    "kenteken": "",
    "goedgekeurd": True,
    "voorraad": False,
    "losdatum": "2026-11-07",
    "nlv": None,
    "kcode_datum": None,
    "afleverdatum": None,
    "gepland_op": None,
}


def run(*regels: str) -> Result:
    opdracht = ["pon-toets", "--vandaag", "2026-11-21", "--json"]
    return CliRunner().invoke(main, opdracht, input="\n".join(regels), prog_name="werkplaats-beheer")


def answer(**velden: Any) -> dict[str, Any]:
    result = run(json.dumps({**ORDER, **velden}))
    assert (result.exit_code, result.stderr) == (0, "")
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_an_order_whose_rule_falls_due_today_is_requested() -> None:
    assert answer() == {"besluit": "aanvragen", "regel": "R1", "datum": "2026-11-21", "redenen": []}


def test_each_line_is_answered_by_a_line() -> None:
    result = run(json.dumps(ORDER), "", json.dumps({**ORDER, "losdatum": "2026-11-08"}))
    assert [json.loads(regel)["besluit"] for regel in result.stdout.splitlines()] == ["aanvragen", "wachten"]


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"ordersoort": "Gebruikt"}, "ORDERSOORT"),
        ({"status": " afgeleverd "}, "STATUS_AFGELEVERD"),
        ({"chassisnummer": "  "}, "CHASSIS_ONTBREEKT"),
        ({"kenteken": "GA-482-R"}, "KENTEKEN_BEKEND"),
        ({"goedgekeurd": False}, "NIET_GOEDGEKEURD"),
        ({"merk": "Cupra"}, "MERK_NIET_VIA_PON"),
        ({"merk": "Onbekend"}, "MERK_NIET_VIA_PON"),
        ({"aanvraag_loopt": True}, "AANVRAAG_LOOPT"),
    ],
)
def test_what_bars_an_order_is_told(velden: dict[str, Any], reden: str) -> None:
    assert answer(**velden) == {"besluit": "voldoet_niet", "regel": None, "datum": None, "redenen": [reden]}


def test_case_accents_and_spaces_make_no_difference() -> None:
    assert answer(merk="  skoda ", ordersoort="NIEUW")["besluit"] == "aanvragen"


def test_the_approval_may_be_left_out_of_the_conditions() -> None:
    assert answer(goedgekeurd=False, goedgekeurd_vereist=False)["besluit"] == "aanvragen"


def test_the_day_of_the_planning_is_a_dutch_day() -> None:
    # Half past eleven at night in UTC is the next day in the Netherlands.
    planned = {"losdatum": "2026-11-01", "afleverdatum": "2026-11-25"}
    assert answer(**planned, gepland_op="2026-11-15T22:30:00+00:00")["besluit"] == "aanvragen"
    assert answer(**planned, gepland_op="2026-11-15T23:30:00+00:00")["redenen"] == ["TE_LAAT_INGEPLAND"]


@pytest.mark.parametrize(
    "regel", ["geen json", "[1]", '{"losdatum": "31-12-2026"}', '{"voorraad": "ja"}', '{"merk": 5}']
)
def test_a_line_that_cannot_be_read_is_named(regel: str) -> None:
    result = run(json.dumps(ORDER), regel)
    assert result.exit_code == 1
    assert "egel 2" in result.stderr
    assert "Traceback" not in result.stderr
