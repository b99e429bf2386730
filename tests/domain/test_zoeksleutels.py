"""What counter staff type, and what they find with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.domain.vin import Vin
from werkplaats.domain.zoeksleutels import Sleutel, Sleutelsoort, relatie_sleutels, voertuig_sleutels, zoekvragen

SMEETS = RelatieKaart(
    Aanhef.MEVROUW,
    voorletters="A.",
    voornaam="Anouk",
    naam="Smeets",
    postcode="6533 GL",
    huisnr="214",
    toevoeging="A",
    telefoon="06 1234 5678",
    telefoon_2="+32 470 12 34 56",
    email="A.Smeets@Example.nl",
)
DALEN = RelatieKaart(Aanhef.HEER, voorletters="H.", tussenvoegsel="van", naam="Dalen", telefoon="024 123 4567")
BERG = RelatieKaart(Aanhef.HEER, voorletters="J.P.", tussenvoegsel="van den", naam="Berg")
DESMET = RelatieKaart(
    Aanhef.BEDRIJF, naam="Garage De Smet B.V.", contactpersoon="Els D'Hondt", postcode="9000", huisnr="12"
)
MULLER = RelatieKaart(Aanhef.HEER, naam="Müller-Strauß", telefoon="+49 2821 12345")
MENSEN = {"Smeets": SMEETS, "van Dalen": DALEN, "van den Berg": BERG, "De Smet": DESMET, "Müller": MULLER}

GOLF = ([Kenteken.parse("01-CA-RS"), Kenteken.parse("GA-482-R")], Vin("VF1RFB00X62000519"))
FIESTA = ([Kenteken.parse("1-ABC-123", "BE")], Vin("WF0DXXGAJD7A12345"))
AUTOS = {"Golf": GOLF, "Fiesta": FIESTA}


def finds(vragen: tuple[Sleutel, ...], sleutels: frozenset[Sleutel]) -> bool:
    """What the store does: any question by the beginning of a key, but all questions of a name together."""

    def hit(vraag: Sleutel) -> bool:
        return any(soort is vraag[0] and sleutel.startswith(vraag[1]) for soort, sleutel in sleutels)

    namen = [vraag for vraag in vragen if vraag[0] is Sleutelsoort.NAAM]
    rest = [vraag for vraag in vragen if vraag[0] is not Sleutelsoort.NAAM]
    return any(map(hit, rest)) or (bool(namen) and all(map(hit, namen)))


@pytest.mark.parametrize(
    ("getypt", "gevonden"),
    [
        ("smeets", {"Smeets"}),
        ("SMEETS ", {"Smeets"}),
        ("sme", {"Smeets", "De Smet"}),
        ("sm", {"Smeets", "De Smet"}),
        ("anouk", {"Smeets"}),
        ("anouk smeets", {"Smeets"}),
        ("smeets, anouk", {"Smeets"}),
        ("a. smeets", {"Smeets"}),
        ("mw smeets", {"Smeets"}),
        ("mevr. A. Smeets", {"Smeets"}),
        ("jan smeets", set()),
        ("smeets 6533gl", {"Smeets"}),
        ("dalen", {"van Dalen"}),
        ("van dalen", {"van Dalen"}),
        ("van d", {"van Dalen", "van den Berg"}),
        ("vandalen", {"van Dalen"}),
        ("h van dalen", {"van Dalen"}),
        ("h.vandalen", {"van Dalen"}),
        ("dhr. Van Dalen", {"van Dalen"}),
        ("de heer van dalen", {"van Dalen"}),
        ("van", {"van Dalen", "van den Berg"}),
        ("berg", {"van den Berg"}),
        ("v.d. berg", {"van den Berg"}),
        ("vd berg", {"van den Berg"}),
        ("vdn berg", {"van den Berg"}),
        ("den berg", {"van den Berg"}),
        ("jp van den berg", {"van den Berg"}),
        ("j.p. van den berg", {"van den Berg"}),
        ("van den berg", {"van den Berg"}),
        ("garage de smet", {"De Smet"}),
        ("de smet", {"De Smet"}),
        ("smet bv", {"De Smet"}),
        ("b.v. smet", {"De Smet"}),
        ("d'hondt", {"De Smet"}),
        ("dhondt", {"De Smet"}),
        ("muller", {"Müller"}),
        ("müller", {"Müller"}),
        ("strauss", {"Müller"}),
        ("muller-strauß", {"Müller"}),
        ("0612345678", {"Smeets"}),
        ("06-12345678", {"Smeets"}),
        ("06 1234", {"Smeets"}),
        ("+31 6 1234", {"Smeets"}),
        ("+31612345678", {"Smeets"}),
        ("+31 (0)6 12345678", {"Smeets"}),
        ("0031612345678", {"Smeets"}),
        ("31612345678", {"Smeets"}),
        ("345678", {"Smeets"}),
        ("5678", {"Smeets"}),
        ("0470 12 34 56", {"Smeets"}),
        ("0470/12.34.56", {"Smeets"}),
        ("+32 470", {"Smeets"}),
        ("024", {"van Dalen"}),
        ("4567", {"van Dalen"}),
        ("+49 2821 12345", {"Müller"}),
        ("6533gl 214", {"Smeets"}),
        ("6533 GL 214", {"Smeets"}),
        ("6533GL214A", {"Smeets"}),
        ("6533 gl, 214 a", {"Smeets"}),
        ("6533gl", {"Smeets"}),
        ("6533 gl 3", set()),
        ("6533", {"Smeets"}),
        ("9000 12", {"De Smet"}),
        ("9000", {"De Smet"}),
        ("9000 gent", {"De Smet"}),
        ("9000 13", set()),
        ("a.smeets@", {"Smeets"}),
        ("A.Smeets@example.nl", {"Smeets"}),
        ("a.smeets", {"Smeets"}),
        ("h.vandalen@example.com", set()),
        ("🚗", set()),
        ("", set()),
    ],
)
def test_people_are_found_by_what_is_typed(getypt: str, gevonden: set[str]) -> None:
    vragen = zoekvragen(getypt)
    assert {naam for naam, kaart in MENSEN.items() if finds(vragen, relatie_sleutels(kaart))} == gevonden


@pytest.mark.parametrize(
    ("getypt", "gevonden"),
    [
        ("01cars", {"Golf"}),
        ("01-CA-RS", {"Golf"}),
        ("01 ca rs", {"Golf"}),
        ("01-c", {"Golf"}),
        ("ga482r", {"Golf"}),
        ("ga 482 r", {"Golf"}),
        ("GA", {"Golf"}),
        ("1-abc-123", {"Fiesta"}),
        ("1.ABC.123", {"Fiesta"}),
        ("1 abc 123", {"Fiesta"}),
        ("1abc", {"Fiesta"}),
        ("VF1RFB00X62000519", {"Golf"}),
        ("vf1 rfb00x 62000519", {"Golf"}),
        ("VF1RFBOOX62OOO519", {"Golf"}),
        ("vf1rfb", {"Golf"}),
        ("0519", {"Golf"}),
        ("00519", {"Golf"}),
        ("62000519", {"Golf"}),
        ("620O0519", {"Golf"}),
        ("X62000519", {"Golf"}),
        ("2345", {"Fiesta"}),
        ("A12345", {"Fiesta"}),
        ("519", set()),
        ("smeets", set()),
        ("6533 gl 214", set()),
        ("-", set()),
    ],
)
def test_cars_are_found_by_plate_and_by_either_end_of_the_chassis_number(getypt: str, gevonden: set[str]) -> None:
    vragen = zoekvragen(getypt)
    assert {naam for naam, (platen, vin) in AUTOS.items() if finds(vragen, voertuig_sleutels(platen, vin))} == gevonden


@pytest.mark.parametrize(
    ("getypt", "soort"),
    [
        ("01-CA-RS", Sleutelsoort.KENTEKEN),
        ("1-abc-123", Sleutelsoort.KENTEKEN),
        ("5512", Sleutelsoort.KENTEKEN),
        ("0612345678", Sleutelsoort.TELEFOON),
        ("+32 470", Sleutelsoort.TELEFOON),
        ("6533gl 214", Sleutelsoort.POSTCODE),
        ("h.vandalen@example.com", Sleutelsoort.EMAIL),
        ("VF1RFB00X62000519", Sleutelsoort.VIN_EIND),
        ("jan smeets", Sleutelsoort.NAAM),
    ],
)
def test_what_is_meant_most_likely_comes_first(getypt: str, soort: Sleutelsoort) -> None:
    assert zoekvragen(getypt)[0][0] is soort


def test_a_telephone_number_is_not_searched_among_chassis_numbers() -> None:
    assert {soort for soort, _ in zoekvragen("06 1234 5678")} == {Sleutelsoort.TELEFOON, Sleutelsoort.TELEFOON_EIND}


def test_a_plate_in_groups_is_not_searched_among_names() -> None:
    assert {soort for soort, _ in zoekvragen("ga 482 r")} == {Sleutelsoort.KENTEKEN}


def test_tussenvoegsels_behind_the_name_are_found_before_it() -> None:
    assert finds(zoekvragen("van den berg"), relatie_sleutels(RelatieKaart(naam="Berg, van den")))


def test_one_letter_asks_nothing_yet() -> None:
    assert zoekvragen("s") == zoekvragen("7") == ()


def test_a_car_without_plate_and_number_has_no_keys() -> None:
    assert voertuig_sleutels([], None) == frozenset()


def test_an_empty_relatie_has_no_keys() -> None:
    assert relatie_sleutels(RelatieKaart()) == frozenset()


def test_both_ends_of_what_is_known_by_its_end_are_kept() -> None:
    sleutels = relatie_sleutels(replace(SMEETS, telefoon_2=""))
    assert (Sleutelsoort.TELEFOON, "612345678") in sleutels
    assert (Sleutelsoort.TELEFOON_EIND, "876543216") in sleutels


TEKST = st.one_of(st.text(max_size=40), st.text("abz019 .-+@'()", max_size=20), st.text(min_size=90, max_size=300))


@given(TEKST)
def test_every_question_can_be_searched_as_a_range(tekst: str) -> None:
    vragen = zoekvragen(tekst)
    assert len(set(vragen)) == len(vragen) <= 30
    assert all(sleutel and sleutel.isascii() and sleutel.isprintable() and len(sleutel) <= 64 for _, sleutel in vragen)


@given(TEKST, TEKST, TEKST)
def test_every_key_is_plain_and_short(een: str, twee: str, drie: str) -> None:
    kaart = RelatieKaart(naam=een, tussenvoegsel=drie, voornaam=twee, telefoon=twee, postcode=drie, email=een)
    sleutels = relatie_sleutels(kaart)
    assert all(
        sleutel and sleutel.isascii() and sleutel.isprintable() and len(sleutel) <= 64 for _, sleutel in sleutels
    )


@given(st.lists(st.text("abcéü", min_size=2, max_size=8), min_size=1, max_size=4))
def test_a_relatie_is_found_by_each_word_of_its_name_and_by_all(woorden: list[str]) -> None:
    sleutels = relatie_sleutels(RelatieKaart(naam=" ".join(woorden)))
    assert all(finds(zoekvragen(woord), sleutels) for woord in woorden)
    assert finds(zoekvragen(" ".join(woorden)), sleutels)
    assert finds(zoekvragen(" ".join(reversed(woorden))), sleutels)


@given(st.text("BDFGHJKLN0123456789", min_size=6, max_size=6))
def test_a_car_is_found_by_its_plate_however_it_is_grouped(compact: str) -> None:
    sleutels = voertuig_sleutels([Kenteken.parse(compact)], None)
    for getypt in (compact, compact.lower(), f"{compact[:2]}-{compact[2:4]}-{compact[4:]}", compact[:4]):
        assert finds(zoekvragen(getypt), sleutels)
