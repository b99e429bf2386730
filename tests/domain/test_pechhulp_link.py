"""What mijnOndernemersportaal is given, and the addresses of the other providers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.pechhulp import PechhulpInvoer
from werkplaats.domain.pechhulp_link import fill_link, mop_params
from werkplaats.domain.relatie import Aanhef

INVOER = PechhulpInvoer(
    kenteken=Kenteken.parse("01-CA-RS"),
    soort="NL",
    vergelijkbaar_vervoer=True,
    europa_extra=False,
    aanhanger=False,
    eigen_autobedrijf=True,
    aanhef=Aanhef.HEER,
    voorletters="C",
    tussenvoegsel="",
    naam="Carsys",
    geboortedatum=date(1970, 1, 1),
    straat="Straatnaam",
    huisnr="1",
    toevoeging="A",
    postcode="1234 AB",
    plaats="Plaats",
    telefoon="06 1234 5678",
    email="Email@adres.nl",
)


def test_the_parameters_come_in_the_order_of_the_contract_without_the_empty_ones() -> None:
    assert mop_params(INVOER, "ref-1") == (
        ("kenteken", "01CARS"),
        ("soort", "NL"),
        ("vvv", "1"),
        ("vveuropa", "0"),
        ("aanhanger", "0"),
        ("eigenbedrijf", "1"),
        ("aanhef", "M"),
        ("voorletters", "C"),
        ("naam", "Carsys"),
        ("geboortedatum", "1970-01-01"),
        ("straat", "Straatnaam"),
        ("huisnr", "1"),
        ("toevoeging", "A"),
        ("postcode", "1234AB"),
        ("plaats", "Plaats"),
        ("telefoon", "0612345678"),
        ("email", "Email@adres.nl"),
        ("ref", "ref-1"),
    )


def test_a_company_is_sent_without_a_birth_date() -> None:
    namen = [naam for naam, _ in mop_params(replace(INVOER, aanhef=Aanhef.BEDRIJF), "r")]
    assert "geboortedatum" not in namen
    assert ("aanhef", "B") in mop_params(replace(INVOER, aanhef=Aanhef.BEDRIJF), "r")


def test_a_way_of_address_that_mop_does_not_know_is_left_out() -> None:
    assert "aanhef" not in dict(mop_params(replace(INVOER, aanhef=Aanhef.FAMILIE), "r"))


def test_an_owner_in_gent_is_sent_as_he_is() -> None:
    gent = replace(INVOER, postcode="9000", plaats="Gent", telefoon="+32 470 12 34 56")
    params = dict(mop_params(gent, "r"))
    assert (params["postcode"], params["plaats"], params["telefoon"]) == ("9000", "Gent", "+32470123456")


def test_odd_signs_are_handed_on_unchanged_for_the_sender_to_encode() -> None:
    params = dict(mop_params(replace(INVOER, naam="Müller & <Zn>", tussenvoegsel=" van  der "), "r"))
    assert (params["naam"], params["tussenvoegsel"]) == ("Müller & <Zn>", "van der")


def test_an_address_gets_the_compact_plate_where_it_asks_for_it() -> None:
    kenteken = Kenteken.parse("GA-482-R")
    assert fill_link("https://www.example.nl/?k={kenteken}&x={y}", kenteken) == "https://www.example.nl/?k=GA482R&x={y}"
    assert fill_link("https://www.example.nl/", kenteken) == "https://www.example.nl/"
