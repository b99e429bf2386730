"""The stand-in of mijnOndernemersportaal: log in, see what arrived, or read why it is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from werkplaats.sandbox.mop import MET_PAS, ZONDER_RECHTEN, create_mop

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from werkplaats.sandbox.rdw_register import Register

AANVRAAG = {
    "kenteken": "01CARS",
    "soort": "NL",
    "vvv": "1",
    "vveuropa": "0",
    "aanhef": "M",
    "voorletters": "C",
    "naam": "Carsys-d'Été",
    "geboortedatum": "1970-01-01",
    "straat": "Straatnaam",
    "huisnr": "1",
    "toevoeging": "A",
    "postcode": "1234AB",
    "plaats": "Plaats",
    "telefoon": "0612345678",
    "email": "email@adres.example",
    "ref": "3f1e",
}


@pytest.fixture
def mop(register: Register) -> FlaskClient:
    return create_mop(register.knows, lambda: date(2028, 2, 29)).test_client()


def log_in(mop: FlaskClient, aanvraag: dict[str, str], gebruiker: str = "oefengebruiker") -> TestResponse:
    asked = mop.get("/pechhulp/aanvragen", query_string=aanvraag)
    assert asked.status_code == 303
    page = mop.get(asked.location)
    assert "Inloggen met Mobi-ID" in page.text
    assert "Oefenomgeving" in page.text
    return mop.post(asked.location, data={"gebruiker": gebruiker, "wachtwoord": "x"})


def test_the_summary_shows_what_was_sent(mop: FlaskClient) -> None:
    summary = log_in(mop, AANVRAAG)
    assert summary.status_code == 200
    assert summary.headers["Cache-Control"] == "no-store"
    assert '<dd id="naam">Carsys-d&#39;Été</dd>' in summary.text
    assert '<dd id="vvv">Ja</dd>' in summary.text
    assert '<dd id="vveuropa">Nee</dd>' in summary.text


def test_a_form_is_taken_as_a_link_is(mop: FlaskClient) -> None:
    posted = mop.post("/pechhulp/aanvragen", data=AANVRAAG)
    assert posted.status_code == 303
    assert "01CARS" not in posted.location
    assert '<dd id="plaats">Plaats</dd>' in mop.post(posted.location, data={"gebruiker": "x"}).text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"kenteken": "GA000A"}, "Het kenteken is onbekend."),
        ({"naam": "Car<sys"}, "Ongeldige karakters in veld naam."),
        ({"plaats": "Den Haag; nu"}, "Ongeldige karakters in veld plaats."),
        ({"naam": ""}, "Veld naam is verplicht."),
        ({"geboortedatum": ""}, "Veld geboortedatum is verplicht."),
        ({"kenteken": ""}, "Veld kenteken is verplicht."),
    ],
)
def test_a_field_that_is_refused_is_named(mop: FlaskClient, change: dict[str, str], sentence: str) -> None:
    refused = log_in(mop, {**AANVRAAG, **change})
    assert refused.status_code == 422
    assert sentence in refused.text


@pytest.mark.parametrize("naam", ["Ångström", "d'Été-Smit", "Bakker & Zn. 2", "A/B, C"])
def test_letters_with_accents_and_common_signs_are_taken(mop: FlaskClient, naam: str) -> None:
    assert log_in(mop, {**AANVRAAG, "naam": naam}).status_code == 200


def test_a_company_needs_no_birth_date(mop: FlaskClient) -> None:
    assert log_in(mop, {**AANVRAAG, "aanhef": "B", "geboortedatum": ""}).status_code == 200


def test_a_plate_with_dashes_is_known_too(mop: FlaskClient) -> None:
    assert log_in(mop, {**AANVRAAG, "kenteken": "01-ca-rs"}).status_code == 200


def test_a_user_without_rights_is_turned_away(mop: FlaskClient) -> None:
    refused = log_in(mop, AANVRAAG, ZONDER_RECHTEN)
    assert (refused.status_code, "U heeft onvoldoende rechten" in refused.text) == (403, True)


def test_a_pass_is_given_once(mop: FlaskClient) -> None:
    asked = mop.get("/pechhulp/aanvragen", query_string=AANVRAAG).location
    finish = asked.replace("/mobi-id/", "/afgerond/")
    given = mop.post(finish)
    assert '<dd id="einddatum">28-02-2029</dd>' in given.text
    assert "Voor dit voertuig is al een pechhulppas actief." in mop.post(finish).text
    assert log_in(mop, AANVRAAG).status_code == 409


def test_a_car_may_have_a_pass_from_the_start(mop: FlaskClient) -> None:
    assert log_in(mop, {**AANVRAAG, "kenteken": MET_PAS}).status_code == 409


def test_a_request_that_is_forgotten_is_not_found(mop: FlaskClient) -> None:
    assert mop.get("/mobi-id/verzonnen").status_code == 404


def test_without_a_request_the_portal_says_what_it_is_for(mop: FlaskClient) -> None:
    assert "geopend door Werkplaats" in mop.get("/").text


def test_another_provider_has_a_page_of_its_own(mop: FlaskClient) -> None:
    page = mop.get("/aanbieder/VHD Pechhulp", query_string={"kenteken": "01-CA-RS"}).text
    assert "VHD Pechhulp" in page
    assert "01-CA-RS" in page
