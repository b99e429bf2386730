"""The stand-in of RDW answers as the register does: rows, order, limits, and refusals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from werkplaats.domain.kenteken import Kenteken
from werkplaats.resources import resource
from werkplaats.sandbox.rdw import create_rdw
from werkplaats.sandbox.rdw_register import Register
from werkplaats.sandbox.rdw_storing import STORINGEN

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

EXAMPLES: dict[str, list[dict[str, str]]] = json.loads(resource("rdw", "voorbeelden.json").read_text("utf-8"))


@pytest.fixture
def rdw(register: Register) -> FlaskClient:
    return create_rdw(register).test_client()


def rows(rdw: FlaskClient, dataset: str, **params: str) -> list[dict[str, Any]]:
    answer = rdw.get(f"/resource/{dataset}.json", query_string=params)
    assert answer.status_code == 200
    assert isinstance(answer.json, list)
    return answer.json


def test_a_registered_plate_is_one_row_of_texts(rdw: FlaskClient) -> None:
    [row] = rows(rdw, "m9d7-ebf2", kenteken="01CARS", **{"$order": "kenteken", "$limit": "10"})
    assert row["merk"] == "ALFA ROMEO"
    assert all(isinstance(value, str) for value in row.values())


def test_an_unknown_plate_is_an_empty_list(rdw: FlaskClient) -> None:
    assert rows(rdw, "m9d7-ebf2", kenteken="GA000A") == []


@pytest.mark.parametrize(("order", "first"), [("brandstof_volgnummer", "1"), ("brandstof_volgnummer DESC", "2")])
def test_rows_come_in_the_order_that_is_asked(rdw: FlaskClient, order: str, first: str) -> None:
    assert rows(rdw, "8ys7-d773", kenteken="00BOE8", **{"$order": order})[0]["brandstof_volgnummer"] == first


def test_limit_and_offset_cut_a_page(rdw: FlaskClient) -> None:
    asked = {"kenteken": "00BOE8", "$order": "brandstof_volgnummer", "$limit": "1", "$offset": "1"}
    assert [row["brandstof_volgnummer"] for row in rows(rdw, "8ys7-d773", **asked)] == ["2"]


@pytest.mark.parametrize(
    ("dataset", "params"),
    [
        ("m9d7-ebf2", {"chassisnummer": "X"}),
        ("m9d7-ebf2", {"$order": "verzonnen"}),
        ("m9d7-ebf2", {"$select": "kenteken"}),
        ("m9d7-ebf2", {"$limit": "veel"}),
        ("j9yg-7rg9", {"kenteken": "01CARS"}),
    ],
)
def test_a_question_that_the_register_does_not_know_is_refused(
    rdw: FlaskClient, dataset: str, params: dict[str, str]
) -> None:
    answer = rdw.get(f"/resource/{dataset}.json", query_string=params)
    assert answer.status_code == 400
    assert answer.json
    assert answer.json["error"] is True


def test_a_set_that_is_not_there_is_not_found(rdw: FlaskClient) -> None:
    answer = rdw.get("/resource/aaaa-aaaa.json", query_string={"kenteken": "01CARS"})
    assert (answer.status_code, answer.json) == (404, {"error": True, "message": "Cannot find resource"})


def test_a_page_tells_which_plates_to_practise_with(rdw: FlaskClient) -> None:
    page = rdw.get("/").text
    assert "01CARS" in page
    assert all(kenteken in page for kenteken in STORINGEN)


def test_the_ovi_page_shows_a_car_and_says_when_it_is_unknown(rdw: FlaskClient) -> None:
    page = rdw.get("/default.aspx", query_string={"kenteken": "01CARS"}).text
    assert "ALFA ROMEO 159 2.2 JTS" in page
    assert "https://" not in page
    assert "niet bekend" in rdw.get("/default.aspx", query_string={"kenteken": "<b>"}).text


def test_the_examples_hang_together() -> None:
    plates = [row["kenteken"] for row in EXAMPLES["m9d7-ebf2"]]
    assert len(plates) == len(set(plates))
    named = {row["kenteken"] for dataset in EXAMPLES.values() for row in dataset if "kenteken" in row}
    assert named == set(plates)
    recalls = {row["referentiecode_rdw"] for row in EXAMPLES["j9yg-7rg9"]}
    assert {row["referentiecode_rdw"] for row in EXAMPLES["t49b-isb7"]} <= recalls
    fuelled = {row["kenteken"] for row in EXAMPLES["8ys7-d773"]}
    assert fuelled == set(plates)


@pytest.mark.parametrize("kenteken", [*(row["kenteken"] for row in EXAMPLES["m9d7-ebf2"]), *STORINGEN])
def test_no_example_is_a_plate_that_rdw_gives_out(kenteken: str) -> None:
    """A plate with letters that were never issued belongs to nobody."""
    parsed = Kenteken.parse(kenteken)
    assert parsed.sidecode is not None
    assert parsed.sidecode >= 4
    assert "LETTERS_NIET_UITGEGEVEN" in parsed.waarschuwingen


AUTO = {"kenteken": "GE731P", "merk": "Renault", "handelsbenaming": "Clio", "eerste_toelating": "20180611"}


def register_with(extra: Path, cars: dict[str, Any]) -> Register:
    extra.write_text(json.dumps(cars), "utf-8")
    return Register(resource("rdw", "voorbeelden.json"), resource("rdw", "kolommen.json"), extra)


def test_a_car_in_a_few_words_becomes_rows_that_stay_the_same(tmp_path: Path) -> None:
    first = register_with(tmp_path / "een.json", {"beknopt": [AUTO]})
    again = register_with(tmp_path / "twee.json", {"beknopt": [AUTO]})
    [row] = first.rows("m9d7-ebf2", {"kenteken": "GE731P"})
    assert [row] == again.rows("m9d7-ebf2", {"kenteken": "GE731P"})
    assert (row["merk"], row["vervaldatum_apk"]) == ("RENAULT", "20220611")
    assert int(row["massa_rijklaar"]) == int(row["massa_ledig_voertuig"]) + 100
    assert first.rows("8ys7-d773", {"kenteken": "GE731P"})[0]["brandstof_omschrijving"] == "Benzine"
    assert first.knows("01CARS")


def test_a_car_may_say_more_of_itself(tmp_path: Path) -> None:
    auto = {
        **AUTO,
        "brandstof": "Elektriciteit",
        "lpg": True,
        "g3": True,
        "apk": "20270611",
        "massa": 1500,
        "wltp": 12,
        "verzekerd": False,
        "export": True,
        "taxi": True,
        "tellerstandoordeel": "Onlogisch",
        "terugroep": [{"code": "MGP260001", "tekst": "Voorbeeld"}],
    }
    register = register_with(tmp_path / "een.json", {"beknopt": [auto]})
    [row] = register.rows("m9d7-ebf2", {"kenteken": "GE731P"})
    [fuel] = register.rows("8ys7-d773", {"kenteken": "GE731P"})
    assert (row["vervaldatum_apk"], row["massa_ledig_voertuig"], row["type_gasinstallatie"]) == (
        "20270611",
        "1500",
        "G3",
    )
    assert (row["wam_verzekerd"], row["export_indicator"], row["taxi_indicator"]) == ("Nee", "Ja", "Ja")
    assert (row["tenaamstellen_mogelijk"], row["openstaande_terugroepactie_indicator"]) == ("Nee", "Ja")
    assert "co2_uitstoot_gecombineerd" not in fuel
    assert fuel["emissie_co2_gecombineerd_wltp"] == "12"
    assert register.rows("t49b-isb7", {"kenteken": "GE731P"})[0]["code_status"] == "O"
    assert register.rows("j9yg-7rg9", {"referentiecode_rdw": "MGP260001"})[0]["omschrijving_defect"] == "Voorbeeld"
    assert register.rows("sghb-dzxx", {"kenteken": "GE731P"})[0]["demontagedatum"] == "0"


def test_a_car_of_the_garage_takes_the_place_of_an_example_and_may_come_later(tmp_path: Path) -> None:
    extra = tmp_path / "later.json"
    register = Register(resource("rdw", "voorbeelden.json"), resource("rdw", "kolommen.json"), extra)
    assert register.rows("m9d7-ebf2", {"kenteken": "GA482R"})[0]["vervaldatum_apk"] == "20261202"
    extra.write_text(json.dumps({"beknopt": [{**AUTO, "kenteken": "GA482R"}]}), "utf-8")
    assert [row["merk"] for row in register.rows("m9d7-ebf2", {"kenteken": "GA482R"})] == ["RENAULT"]
    assert len(register.rows("8ys7-d773", {"kenteken": "GA482R"})) == 1


def test_rows_written_out_in_full_are_taken_as_they_are(tmp_path: Path) -> None:
    row = {"kenteken": "GE731P", "merk": "RENAULT"}
    register = register_with(tmp_path / "rijen.json", {"m9d7-ebf2": [row]})
    assert register.rows("m9d7-ebf2", {"kenteken": "GE731P"}) == [row]
