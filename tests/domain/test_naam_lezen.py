"""What a name means that somebody typed in the search box."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.naam_lezen import read_name
from werkplaats.domain.relatie import Aanhef


@pytest.mark.parametrize(
    ("tekst", "voorletters", "voornaam", "tussenvoegsel", "naam"),
    [
        ("jan smeets", "J.", "Jan", "", "Smeets"),
        ("Smeets", "", "", "", "Smeets"),
        ("van Dalen", "", "", "van", "Dalen"),
        ("H. van Dalen", "H.", "", "van", "Dalen"),
        ("j. van der berg", "J.", "", "van der", "Berg"),
        ("JP Smeets", "J.P.", "", "", "Smeets"),
        ("jan-willem van den heuvel-jansen", "J.", "Jan-Willem", "van den", "Heuvel-Jansen"),
        ("Smeets, Jan", "J.", "Jan", "", "Smeets"),
        ("dalen, h. van", "H.", "", "van", "Dalen"),
        ("van der Berg, J.P.", "J.P.", "", "van der", "Berg"),
        ("McDonald", "", "", "", "McDonald"),
        ("jan van", "J.", "Jan", "", "Van"),
        ("<b>", "", "", "", "<b>"),
        ("", "", "", "", ""),
    ],
)
def test_a_person(tekst: str, voorletters: str, voornaam: str, tussenvoegsel: str, naam: str) -> None:
    kaart = read_name(tekst, "NL")
    assert (kaart.voorletters, kaart.voornaam, kaart.tussenvoegsel, kaart.naam) == (
        voorletters,
        voornaam,
        tussenvoegsel,
        naam,
    )


@pytest.mark.parametrize(
    ("tekst", "aanhef"),
    [
        ("dhr. Smeets", Aanhef.HEER),
        ("de heer A Jansen", Aanhef.HEER),
        ("mw smeets", Aanhef.MEVROUW),
        ("fam. de Vries", Aanhef.FAMILIE),
        ("Bakkerij de Korenaar", Aanhef.BEDRIJF),
        ("Smeets BV", Aanhef.BEDRIJF),
    ],
)
def test_how_they_are_addressed(tekst: str, aanhef: Aanhef) -> None:
    assert read_name(tekst, "NL").aanhef is aanhef


def test_the_name_of_a_company_stays_whole() -> None:
    assert read_name("Bakkerij de Korenaar", "NL").naam == "Bakkerij de Korenaar"
    assert read_name("garage 't wiel b.v.", "NL").naam == "Garage 't Wiel B.V."


def test_what_is_no_name_goes_where_it_belongs() -> None:
    assert read_name("06 1200 5512", "NL").telefoon == "06 1200 5512"
    assert read_name("a.smeets@example.nl", "NL").email == "a.smeets@example.nl"
    kaart = read_name("6533gl 214", "NL")
    assert (kaart.postcode, kaart.huisnr) == ("6533gl", "214")
    assert read_name("6533gl 214", "BE").land == "BE"


@given(st.text(max_size=600))
def test_any_text_makes_a_card_and_loses_no_letter(tekst: str) -> None:
    kaart = read_name(tekst, "NL")
    named = f"{kaart.voorletters}{kaart.voornaam}{kaart.tussenvoegsel}{kaart.naam}"
    kept = f"{named}{kaart.telefoon}{kaart.email}{kaart.postcode}"
    if any(sign.isalpha() for sign in tekst.replace(",", "")):
        assert kept
