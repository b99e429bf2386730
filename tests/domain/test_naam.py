"""Names and addresses as a screen writes them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.naam import adresregel, full_name, initials, sorteersleutel, to_ascii, weergave
from werkplaats.domain.relatie import Aanhef, RelatieKaart

DALEN = RelatieKaart(Aanhef.HEER, voorletters="H", tussenvoegsel="van", naam="Dalen")


@pytest.mark.parametrize(
    ("kaart", "verwacht"),
    [
        (DALEN, "Dhr. H. van Dalen"),
        (RelatieKaart(Aanhef.MEVROUW, voorletters="a", voornaam="Anouk", naam="Smeets"), "Mw. A. (Anouk) Smeets"),
        (RelatieKaart(Aanhef.MEVROUW, voornaam="Anouk", naam="Smeets"), "Mw. Anouk Smeets"),
        (RelatieKaart(Aanhef.HEER_MEVROUW, naam="Jansen"), "Dhr./mw. Jansen"),
        (RelatieKaart(Aanhef.FAMILIE, tussenvoegsel="de", naam="Wit"), "Fam. de Wit"),
        (RelatieKaart(Aanhef.BEDRIJF, naam=" Bakkerij De Korenaar ", voorletters="X"), "Bakkerij De Korenaar"),
        (RelatieKaart(), ""),
        (RelatieKaart(Aanhef.HEER, naam="  Smeets  "), "Dhr. Smeets"),
    ],
)
def test_a_relatie_is_written_as_on_a_letter(kaart: RelatieKaart, verwacht: str) -> None:
    assert weergave(kaart) == verwacht


def test_the_full_name_has_no_title() -> None:
    assert full_name(DALEN) == "H. van Dalen"


@pytest.mark.parametrize(
    ("getypt", "geschreven"),
    [
        ("", ""),
        ("h", "H."),
        ("jp", "J.P."),
        ("JP", "J.P."),
        ("J P", "J.P."),
        ("j.p.", "J.P."),
        ("J.P", "J.P."),
        ("Th.", "Th."),
        ("Th", "Th."),
        ("Chr. J.", "Chr.J."),
        (" . ", ""),
        ("é", "É."),
        ("Anouk", "Anouk."),
    ],
)
def test_initials_get_their_dots(getypt: str, geschreven: str) -> None:
    assert initials(getypt) == geschreven


@given(st.text("abcABC. ", max_size=8))
def test_initials_that_are_written_stay_as_they_are(tekst: str) -> None:
    assert initials(initials(tekst)) == initials(tekst)


@pytest.mark.parametrize(
    ("huisnr", "toevoeging", "regel"),
    [
        ("214", "", "Hatertseweg 214, 6533 GL Nijmegen"),
        ("214", "A", "Hatertseweg 214A, 6533 GL Nijmegen"),
        ("214", "2", "Hatertseweg 214-2, 6533 GL Nijmegen"),
        ("214", "-2", "Hatertseweg 214-2, 6533 GL Nijmegen"),
        ("", "", "Hatertseweg, 6533 GL Nijmegen"),
    ],
)
def test_an_address_is_one_line(huisnr: str, toevoeging: str, regel: str) -> None:
    kaart = RelatieKaart(
        straat="Hatertseweg", huisnr=huisnr, toevoeging=toevoeging, postcode="6533 GL", plaats="Nijmegen"
    )
    assert adresregel(kaart) == regel


def test_parts_of_an_address_that_are_not_known_leave_no_comma_behind() -> None:
    assert adresregel(RelatieKaart()) == ""
    assert adresregel(RelatieKaart(plaats="Gent")) == "Gent"
    assert adresregel(RelatieKaart(straat="Kortrijksesteenweg", huisnr="12")) == "Kortrijksesteenweg 12"


def test_a_belgian_letter_box_stands_apart_from_the_number() -> None:
    kaart = RelatieKaart(straat="Kasteelplein", huisnr="7", toevoeging="bus 3", postcode="2300", plaats="Turnhout")
    assert adresregel(kaart) == "Kasteelplein 7 bus 3, 2300 Turnhout"


def test_lists_sort_on_the_name_without_tussenvoegsel_and_without_accents() -> None:
    kaarten = [
        RelatieKaart(naam="Evers"),
        RelatieKaart(naam="Étienne"),
        DALEN,
        replace(DALEN, voorletters="A"),
        RelatieKaart(naam="Çelik"),
    ]
    gesorteerd = [full_name(kaart) for kaart in sorted(kaarten, key=sorteersleutel)]
    assert gesorteerd == ["Çelik", "A. van Dalen", "H. van Dalen", "Étienne", "Evers"]


@pytest.mark.parametrize(
    ("tekst", "ascii_tekst"),
    [
        ("Müller", "Muller"),
        ("Strauß", "Strauss"),
        ("Ørsted", "Orsted"),
        ("Łukasz", "Lukasz"),
        ("ĳsbrand", "ijsbrand"),
        ("🚗", ""),
    ],
)
def test_names_are_searched_in_plain_letters(tekst: str, ascii_tekst: str) -> None:
    assert to_ascii(tekst) == ascii_tekst


@given(st.text())
def test_plain_letters_are_plain(tekst: str) -> None:
    assert to_ascii(tekst).isascii()
