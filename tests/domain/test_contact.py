"""Addresses, telephones, e-mail and company numbers: one spelling each, doubts at the right field."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.contact import (
    check_btw,
    check_email,
    check_kvk,
    check_postcode,
    check_telefoon,
    check_vestiging,
    clean,
    clean_texts,
    compact_telefoon,
    is_postcode_be,
    is_postcode_nl,
    normalize_btw,
    normalize_email,
    normalize_kvk,
    normalize_postcode,
    normalize_telefoon,
    normalize_vestiging,
    tidy_instellingen,
    tidy_relatie,
)
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.pechhulp import Aanbieder, Soort
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.errors import Ernst


@pytest.mark.parametrize("getypt", ["6533gl", "6533 GL", " 6533  gl ", "6533-gl", "6533.GL", "6 533 gl"])
def test_a_dutch_postcode_gets_its_space(getypt: str) -> None:
    assert normalize_postcode(getypt, "NL") == "6533 GL"
    assert check_postcode(getypt, "NL") == ()


@pytest.mark.parametrize("getypt", ["9000", " 9000 ", "B-9000", "be-9000", "B-9 000"])
def test_a_belgian_postcode_is_four_digits(getypt: str) -> None:
    assert normalize_postcode(getypt, "BE") == "9000"
    assert check_postcode(getypt, "BE") == ()


@pytest.mark.parametrize(
    ("getypt", "land", "code"),
    [
        ("6533 G", "NL", "POSTCODE_NL"),
        ("0533 GL", "NL", "POSTCODE_NL"),
        ("6533 SS", "NL", "POSTCODE_NL"),
        ("6533 G1", "NL", "POSTCODE_NL"),
        ("900", "BE", "POSTCODE_BE"),
        ("0900", "BE", "POSTCODE_BE"),
        ("9000", "NL", "POSTCODE_LAND"),
        ("6533 GL", "BE", "POSTCODE_LAND"),
    ],
)
def test_another_postcode_warns_at_the_postcode_and_stays_as_it_is(getypt: str, land: str, code: str) -> None:
    (bevinding,) = check_postcode(getypt, land)
    assert (bevinding.veld, bevinding.code, bevinding.ernst) == ("postcode", code, Ernst.WAARSCHUWING)
    assert normalize_postcode(getypt, land) == getypt


def test_a_postcode_of_the_other_country_says_which_country_it_is_of() -> None:
    assert check_postcode("9000", "NL")[0].params["land"] == "BE"
    assert check_postcode("6533 GL", "BE")[0].params["land"] == "NL"


@pytest.mark.parametrize(("getypt", "land"), [("", "NL"), ("  ", "BE"), ("47533", "DE"), ("SW1A 1AA", "GB")])
def test_no_postcode_and_a_foreign_one_are_not_judged(getypt: str, land: str) -> None:
    assert check_postcode(getypt, land) == ()


def test_the_two_countries_are_told_apart_by_the_postcode() -> None:
    assert (is_postcode_nl("6533gl"), is_postcode_nl("9000")) == (True, False)
    assert (is_postcode_be("6533gl"), is_postcode_be("9000")) == (False, True)


@pytest.mark.parametrize(
    ("getypt", "land", "getoond"),
    [
        ("0612005512", "NL", "06 1200 5512"),
        ("06-12005512", "NL", "06 1200 5512"),
        ("+31 (0)6 12005512", "NL", "06 1200 5512"),
        ("0031612005512", "NL", "06 1200 5512"),
        ("024-1234567", "NL", "024 123 4567"),
        ("0470123456", "BE", "0470 12 34 56"),
        ("011/24 66 50", "BE", "011 24 66 50"),
        ("04 223 45 67", "BE", "04 223 45 67"),
        ("+32470123456", "NL", "+32 470 12 34 56"),
        ("0612005512", "BE", "0612005512"),
        ("bel de buren", "NL", "bel de buren"),
        ("  ", "NL", ""),
    ],
)
def test_a_telephone_number_is_shown_as_its_country_prints_it(getypt: str, land: str, getoond: str) -> None:
    assert normalize_telefoon(getypt, land) == getoond
    assert normalize_telefoon(getoond, land) == getoond


@pytest.mark.parametrize(
    ("getypt", "land"), [("061200551", "NL"), ("0612005512", "BE"), ("06 1234", "NL"), ("12", "BE"), ("a", "NL")]
)
def test_a_number_that_no_telephone_has_warns(getypt: str, land: str) -> None:
    (bevinding,) = check_telefoon(getypt, land, "telefoon_2")
    assert (bevinding.veld, bevinding.code) == ("telefoon_2", "TELEFOON_ONBEKEND")
    assert bevinding.ernst is Ernst.WAARSCHUWING


@pytest.mark.parametrize(
    ("getypt", "land"), [("", "NL"), ("0612005512", "NL"), ("04 223 45 67", "BE"), ("0470123456", "BE")]
)
def test_a_number_of_the_country_does_not_warn(getypt: str, land: str) -> None:
    assert check_telefoon(getypt, land) == ()


@pytest.mark.parametrize(
    ("getypt", "compact"),
    [
        ("06 1200 5512", "0612005512"),
        ("+31 (0)6 1200", "+3161200"),
        ("+32 470 12", "+3247012"),
        ("", ""),
        ("011/24", "01124"),
    ],
)
def test_a_number_is_sent_as_digits(getypt: str, compact: str) -> None:
    assert compact_telefoon(getypt) == compact


@pytest.mark.parametrize("getypt", ["h.vandalen@example.com", " Email@Adres.NL ", "jan@müller.de"])
def test_an_email_address_that_can_be_is_taken(getypt: str) -> None:
    assert check_email(getypt) == ()


def test_the_domain_of_an_email_address_has_small_letters() -> None:
    assert normalize_email(" Email@Adres.NL ") == "Email@adres.nl"
    assert normalize_email("geen adres") == "geen adres"


@pytest.mark.parametrize(
    "getypt", ["jan", "jan@", "@adres.nl", "jan@adres", "jan smeets@adres.nl", "a@b@c.nl", "jan@-.nl", "x" * 500]
)
def test_an_email_address_that_cannot_be_blocks(getypt: str) -> None:
    (bevinding,) = check_email(getypt)
    assert (bevinding.veld, bevinding.code, bevinding.ernst) == ("email", "EMAIL_ONLEESBAAR", Ernst.BLOKKEREND)


def test_no_email_address_is_no_fault() -> None:
    assert check_email("  ") == ()


@pytest.mark.parametrize(
    ("getypt", "land", "bewaard"),
    [
        ("nl 1234.56.782.b90", "NL", "NL123456782B90"),
        ("123456782B90", "NL", "NL123456782B90"),
        ("BE 0123.456.749", "BE", "BE0123456749"),
        ("0400099957", "BE", "BE0400099957"),
        ("1000000120", "BE", "BE1000000120"),
        ("de 136695976", "DE", "DE136695976"),
        ("onzin", "NL", "ONZIN"),
        ("", "NL", ""),
    ],
)
def test_a_vat_number_gets_one_spelling(getypt: str, land: str, bewaard: str) -> None:
    assert normalize_btw(getypt, land) == bewaard
    assert normalize_btw(bewaard, land) == bewaard


@pytest.mark.parametrize(
    ("getypt", "land", "code"),
    [
        ("NL123456789B01", "NL", "BTW_NL"),
        ("NL123456782", "NL", "BTW_NL"),
        ("BE0123456748", "BE", "BTW_BE"),
        ("2000000141", "BE", "BTW_BE"),
        ("DE1", "DE", "BTW_EU"),
    ],
)
def test_a_vat_number_with_a_slip_warns(getypt: str, land: str, code: str) -> None:
    (bevinding,) = check_btw(getypt, land)
    assert (bevinding.veld, bevinding.code, bevinding.ernst) == ("btw_nummer", code, Ernst.WAARSCHUWING)


@pytest.mark.parametrize(
    ("getypt", "land"),
    [("NL123456782B90", "NL"), ("0123.456.749", "BE"), ("DE136695976", "DE"), ("", "NL"), (" ", "DE")],
)
def test_a_right_vat_number_does_not_warn(getypt: str, land: str) -> None:
    assert check_btw(getypt, land) == ()


@pytest.mark.parametrize(
    ("getypt", "land", "bewaard"),
    [
        ("1234 5678", "NL", "12345678"),
        ("0123456749", "BE", "0123.456.749"),
        ("BE 123.456.749", "BE", "0123.456.749"),
        ("HRB 12", "DE", "HRB 12"),
        ("12", "NL", "12"),
    ],
)
def test_a_company_number_gets_one_spelling(getypt: str, land: str, bewaard: str) -> None:
    assert normalize_kvk(getypt, land) == bewaard
    assert normalize_kvk(bewaard, land) == bewaard


@pytest.mark.parametrize(
    ("getypt", "land", "code"),
    [
        ("1234567", "NL", "KVK_NL"),
        ("0123456748", "BE", "KVK_BE"),
        ("0123.456.748", "BE", "KVK_BE"),
        ("x", "BE", "KVK_BE"),
    ],
)
def test_a_company_number_with_a_slip_warns(getypt: str, land: str, code: str) -> None:
    assert [(b.veld, b.code) for b in check_kvk(getypt, land)] == [("kvk_nummer", code)]


@pytest.mark.parametrize(("getypt", "land"), [("12345678", "NL"), ("0123.456.749", "BE"), ("", "NL"), ("HRB 12", "DE")])
def test_a_right_company_number_does_not_warn(getypt: str, land: str) -> None:
    assert check_kvk(getypt, land) == ()


@pytest.mark.parametrize(
    ("getypt", "land", "codes"),
    [
        ("2000000141", "BE", []),
        ("2.000.099.913", "BE", []),
        ("2000000142", "BE", ["VESTIGING_BE"]),
        ("0123456749", "BE", ["VESTIGING_BE"]),
        ("000012345678", "NL", []),
        ("12345678", "NL", ["VESTIGING_NL"]),
        ("", "BE", []),
        ("x", "DE", []),
    ],
)
def test_the_number_of_an_establishment_is_checked_by_its_country(getypt: str, land: str, codes: list[str]) -> None:
    assert [b.code for b in check_vestiging(getypt, land)] == codes


def test_the_number_of_a_belgian_establishment_gets_its_dots() -> None:
    assert normalize_vestiging("2000000141", "BE") == "2.000.000.141"
    assert normalize_vestiging("0000 1234 5678", "NL") == "000012345678"
    assert normalize_vestiging("x 1", "NL") == "x 1"


def test_a_card_is_tidied_as_a_whole_and_what_is_not_understood_stays() -> None:
    kaart = RelatieKaart(
        Aanhef.HEER,
        voorletters="h",
        tussenvoegsel=" van ",
        naam=" Dalen  ",
        postcode="6533gl",
        plaats="Nijmegen\x00",
        telefoon="0612005512",
        telefoon_2="buurman",
        email=" H.vanDalen@Example.COM",
        btw_nummer="geen",
        kvk_nummer="1234 5678",
        let_op="  belt  liever \n\n niet ",
    )
    netjes = tidy_relatie(kaart)
    assert (netjes.voorletters, netjes.tussenvoegsel, netjes.naam) == ("h", "van", "Dalen")
    assert (netjes.postcode, netjes.plaats) == ("6533 GL", "Nijmegen")
    assert (netjes.telefoon, netjes.telefoon_2) == ("06 1200 5512", "buurman")
    assert (netjes.email, netjes.btw_nummer, netjes.kvk_nummer) == ("H.vanDalen@example.com", "GEEN", "12345678")
    assert netjes.let_op == "belt liever\n\nniet"
    assert netjes.aanhef is Aanhef.HEER
    assert tidy_relatie(netjes) == netjes


def test_the_settings_of_a_shop_get_their_one_spelling() -> None:
    netjes = tidy_instellingen(
        ShopInstellingen(
            naam=" Garage  Peeters ",
            land="BE",
            postcode="B-2300",
            btw_nummer="be 0123.456.749",
            vestigingsnummer="2000000141",
            pechhulp_links=((Aanbieder.BOSCH, " https://bosch.example/{kenteken} "), (Aanbieder.VHD, " ")),
            mop_soorten=(Soort(" NL ", "Pechhulp  NL"),),
        )
    )

    assert (netjes.naam, netjes.postcode, netjes.btw_nummer) == ("Garage Peeters", "2300", "BE0123456749")
    assert netjes.vestigingsnummer == "2.000.000.141"
    assert netjes.pechhulp_links == ((Aanbieder.BOSCH, "https://bosch.example/{kenteken}"),)
    assert netjes.mop_soorten == (Soort("NL", "Pechhulp NL"),)
    assert tidy_instellingen(netjes) == netjes


TEKST = st.text(max_size=20)


@given(TEKST, TEKST, TEKST, st.sampled_from(["NL", "BE", "DE", "XX"]))
def test_tidying_never_fails_and_has_nothing_left_to_do_the_second_time(
    naam: str, telefoon: str, nummer: str, land: str
) -> None:
    kaart = RelatieKaart(
        naam=naam, telefoon=telefoon, postcode=nummer, btw_nummer=nummer, kvk_nummer=nummer, email=naam, land=land
    )
    netjes = tidy_relatie(kaart)
    assert tidy_relatie(netjes) == netjes
    assert replace(netjes, telefoon="") == clean_texts(replace(netjes, telefoon=""))


@given(st.text())
def test_cleaned_text_can_be_stored_and_printed(tekst: str) -> None:
    schoon = clean(tekst)
    assert "\x00" not in schoon
    assert schoon.encode("utf-8").decode() == schoon
    assert schoon == schoon.strip()


def test_the_libraries_are_not_loaded_before_they_are_asked() -> None:
    """They take some 45 ms, for which the first paint of the window would have to wait."""
    code = (
        "import sys; import werkplaats.domain.controle; "
        "print(sorted({'phonenumbers', 'email_validator', 'stdnum'} & sys.modules.keys()))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert result.stdout.strip() == "[]"
