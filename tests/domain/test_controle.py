"""What the forms say of what was typed: which finding, at which field, and whether it blocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.domain.controle import (
    check_instellingen,
    check_pechhulp,
    check_relatie,
    check_vin,
    check_voertuig,
)
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.kenteken import Kenteken, check_kenteken
from werkplaats.domain.pechhulp import Aanbieder, PechhulpInvoer, Soort
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import Ernst

if TYPE_CHECKING:
    from werkplaats.errors import Bevinding

VANDAAG = date(2026, 11, 24)
AUTO = VoertuigKaart(kenteken=Kenteken.parse("GB-001-B"), chassisnummer=Vin("VF1RFB00X62000519"))
DALEN = RelatieKaart(
    Aanhef.HEER,
    voorletters="H.",
    tussenvoegsel="van",
    naam="Dalen",
    geboortedatum=date(1971, 3, 14),
    straat="Hatertseweg",
    huisnr="214",
    postcode="6533 GL",
    plaats="Nijmegen",
    telefoon="06 1200 5512",
    email="h.vandalen@example.com",
)
BEDRIJF = RelatieKaart(Aanhef.BEDRIJF, naam="Bakkerij De Korenaar", btw_nummer="NL123456782B90", kvk_nummer="12345678")
AANVRAAG = PechhulpInvoer(
    kenteken=AUTO.kenteken,
    soort="NL",
    vergelijkbaar_vervoer=True,
    europa_extra=False,
    aanhanger=False,
    eigen_autobedrijf=True,
    aanhef=Aanhef.HEER,
    voorletters="H",
    tussenvoegsel="van",
    naam="Dalen",
    geboortedatum=date(1971, 3, 14),
    straat="Hatertseweg",
    huisnr="214",
    toevoeging="",
    postcode="6533 GL",
    plaats="Nijmegen",
    telefoon="06 1200 5512",
    email="h.vandalen@example.com",
)
SHOP = ShopInstellingen("Garage Het Wiel")


def findings(bevindingen: tuple[Bevinding, ...]) -> set[tuple[str, str, bool]]:
    return {(b.veld, b.code, b.ernst is Ernst.BLOKKEREND) for b in bevindingen}


@pytest.mark.parametrize(
    "bevindingen",
    [
        check_voertuig(AUTO, VANDAAG),
        check_voertuig(VoertuigKaart(kenteken=AUTO.kenteken), VANDAAG),
        check_voertuig(VoertuigKaart(chassisnummer=AUTO.chassisnummer), VANDAAG),
        check_relatie(DALEN, VANDAAG),
        check_relatie(BEDRIJF, VANDAAG),
        check_relatie(RelatieKaart(naam="Smeets"), VANDAAG),
        check_pechhulp(AANVRAAG, VANDAAG),
        check_instellingen(SHOP),
    ],
)
def test_good_input_gives_no_findings(bevindingen: tuple[Bevinding, ...]) -> None:
    assert bevindingen == ()


CAR_CASES: list[tuple[dict[str, Any], set[tuple[str, str, bool]]]] = [
    ({"kenteken": None, "chassisnummer": None}, {("kenteken", "KENTEKEN_OF_VIN_NODIG", True)}),
    ({"kenteken": Kenteken.parse("01-CA-RS")}, {("kenteken", "LETTERS_NIET_UITGEGEVEN", False)}),
    ({"kenteken": Kenteken.parse("GA-48-R")}, {("kenteken", "VORM_ONBEKEND", False)}),
    ({"kenteken": Kenteken.parse("HA-12-34")}, {("kenteken", "KENTEKEN_HANDELAAR", False)}),
    ({"kenteken": Kenteken.parse("Z-ABC-123", "BE")}, {("kenteken", "KENTEKEN_HANDELAAR", False)}),
    ({"kenteken": Kenteken.parse("KLE-RX 90", "DE")}, set()),
    ({"chassisnummer": Vin("GT6KC1234")}, {("chassisnummer", "VIN_KORT", False)}),
    ({"chassisnummer": Vin("VF1RFBO0X62000519")}, {("chassisnummer", "VIN_TEKENS", False)}),
    ({"ledig_gewicht": 0}, {("ledig_gewicht", "GEWICHT_ONWAARSCHIJNLIJK", False)}),
    ({"ledig_gewicht": -1}, {("ledig_gewicht", "GETAL_ONMOGELIJK", True)}),
    ({"bedrijfsklaar": 10**10}, {("bedrijfsklaar", "GETAL_ONMOGELIJK", True)}),
    ({"bedrijfsklaar": 60_001}, {("bedrijfsklaar", "GEWICHT_ONWAARSCHIJNLIJK", False)}),
    ({"ledig_gewicht": 60_000, "bedrijfsklaar": 60_000}, set()),
    ({"ledig_gewicht": 1314, "bedrijfsklaar": 1214}, {("bedrijfsklaar", "BEDRIJFSKLAAR_LICHTER", False)}),
    ({"co2_uitstoot": 0}, set()),
    ({"co2_uitstoot": 1001}, {("co2_uitstoot", "CO2_ONWAARSCHIJNLIJK", False)}),
    ({"co2_uitstoot": -5}, {("co2_uitstoot", "GETAL_ONMOGELIJK", True)}),
    ({"bouwjaar": 2027}, set()),
    ({"bouwjaar": 2028}, {("bouwjaar", "BOUWJAAR_ONWAARSCHIJNLIJK", False)}),
    ({"bouwjaar": 1884}, {("bouwjaar", "BOUWJAAR_ONWAARSCHIJNLIJK", False)}),
    ({"bouwjaar": 1885}, set()),
    ({"bouwjaar": 2020, "datum_deel_1a": date(2019, 5, 1)}, {("bouwjaar", "BOUWJAAR_NA_1A", False)}),
    ({"datum_deel_1a": VANDAAG}, set()),
    ({"datum_deel_1a": date(2026, 11, 25)}, {("datum_deel_1a", "DATUM_TOEKOMST", False)}),
    ({"datum_laatste_bezoek": date(2027, 1, 1)}, {("datum_laatste_bezoek", "DATUM_TOEKOMST", False)}),
    (
        {"datum_deel_1a": date(2020, 2, 11), "datum_deel_1b": date(2019, 2, 11)},
        {("datum_deel_1b", "DATUM_VOOR_1A", False)},
    ),
    (
        {"datum_deel_1a": date(2020, 2, 11), "afgifte_nederland": date(2020, 2, 10)},
        {("afgifte_nederland", "DATUM_VOOR_1A", False)},
    ),
    ({"vervaldatum_apk": date(2015, 1, 1)}, set()),
    ({"vervaldatum_apk": date(2031, 12, 31)}, set()),
    ({"vervaldatum_apk": date(2032, 1, 1)}, {("vervaldatum_apk", "APK_VER_VOORUIT", False)}),
    ({"merk": "x" * 200}, set()),
    ({"merk": "x" * 201}, {("merk", "TEKST_TE_LANG", True)}),
    ({"model": "Golf\x00"}, {("model", "TEKENS_ONLEESBAAR", True)}),
    ({"model": "Golf\udcff"}, {("model", "TEKENS_ONLEESBAAR", True)}),
    ({"model": "Golf <7> 🚗"}, set()),
]


@pytest.mark.parametrize(("velden", "verwacht"), CAR_CASES)
def test_a_vehicle_card(velden: dict[str, Any], verwacht: set[tuple[str, str, bool]]) -> None:
    assert findings(check_voertuig(replace(AUTO, **velden), VANDAAG)) == verwacht


def test_a_plate_tells_which_letters_are_not_issued_and_by_whom() -> None:
    (bevinding,) = check_kenteken(Kenteken.parse("01-CA-RS"))
    assert bevinding.params == {"kenteken": "01-CA-RS", "land": "NL", "letters": ("C", "A")}


def test_a_chassis_number_proposes_what_was_likely_meant_where_its_signs_are_wrong() -> None:
    kort, tekens = check_vin(Vin("VF1RFBO0X6200051"))
    assert dict(kort.params) == {"lengte": 16}
    assert dict(tekens.params) == {"voorstel": "VF1RFB00X6200051"}


PERSON_CASES: list[tuple[dict[str, Any], set[tuple[str, str, bool]]]] = [
    ({"naam": " "}, {("naam", "NAAM_LEEG", True)}),
    ({"naam": "", "aanhef": Aanhef.BEDRIJF, "geboortedatum": None}, {("naam", "BEDRIJFSNAAM_LEEG", True)}),
    ({"naam": "Dalen <script>"}, {("naam", "TEKENS_ONGEWOON", False)}),
    ({"plaats": "Nijmegen;"}, {("plaats", "TEKENS_ONGEWOON", False)}),
    ({"naam": "d'Hondt-Müller & Zn."}, set()),
    ({"naam": "x" * 201}, {("naam", "TEKST_TE_LANG", True)}),
    ({"let_op": "x" * 2000}, set()),
    ({"let_op": "x" * 2001}, {("let_op", "TEKST_TE_LANG", True)}),
    ({"let_op": "belt\nliever <niet>"}, set()),
    ({"geboortedatum": VANDAAG}, set()),
    ({"geboortedatum": date(2026, 11, 25)}, {("geboortedatum", "GEBOORTEDATUM_TOEKOMST", True)}),
    ({"geboortedatum": date(1910, 1, 1)}, {("geboortedatum", "GEBOORTEDATUM_LANG_GELEDEN", False)}),
    ({"geboortedatum": date(1911, 1, 1)}, set()),
    ({"geboortedatum": None}, set()),
    ({"aanhef": Aanhef.BEDRIJF}, {("geboortedatum", "BEDRIJF_GEBOORTEDATUM", False)}),
    ({"land": "XX"}, {("land", "LAND_ONBEKEND", True), ("telefoon", "TELEFOON_ONBEKEND", False)}),
    ({"land": "BE", "postcode": "9000", "plaats": "Gent", "telefoon": "0470 12 34 56"}, set()),
    ({"postcode": "9000", "plaats": "Gent"}, {("postcode", "POSTCODE_LAND", False)}),
    ({"postcode": "6533 G"}, {("postcode", "POSTCODE_NL", False)}),
    ({"huisnr": "214A"}, {("huisnr", "HUISNR_TOEVOEGING", False)}),
    ({"huisnr": "A"}, {("huisnr", "HUISNR_VORM", False)}),
    ({"telefoon": "06 12"}, {("telefoon", "TELEFOON_ONBEKEND", False)}),
    ({"telefoon_2": "06 12"}, {("telefoon_2", "TELEFOON_ONBEKEND", False)}),
    ({"email": "h.vandalen"}, {("email", "EMAIL_ONLEESBAAR", True)}),
    ({"btw_nummer": "NL1"}, {("btw_nummer", "BTW_NL", False)}),
    ({"kvk_nummer": "1"}, {("kvk_nummer", "KVK_NL", False)}),
]


@pytest.mark.parametrize(("velden", "verwacht"), PERSON_CASES)
def test_a_relatie(velden: dict[str, Any], verwacht: set[tuple[str, str, bool]]) -> None:
    assert findings(check_relatie(replace(DALEN, **velden), VANDAAG)) == verwacht


REQUEST_CASES: list[tuple[dict[str, Any], set[tuple[str, str, bool]]]] = [
    ({"kenteken": None}, {("kenteken", "KENTEKEN_LEEG", True)}),
    ({"kenteken": Kenteken.parse("01-CA-RS")}, set()),
    ({"kenteken": Kenteken.parse("GA48R")}, {("kenteken", "MOP_KENTEKEN_VORM", False)}),
    ({"kenteken": Kenteken.parse("1-ABC-123", "BE")}, {("kenteken", "MOP_KENTEKEN_BUITENLAND", False)}),
    ({"email": "geen adres"}, {("email", "EMAIL_ONLEESBAAR", True)}),
    ({"email": ""}, set()),
    ({"geboortedatum": date(2026, 11, 25)}, {("geboortedatum", "GEBOORTEDATUM_TOEKOMST", True)}),
    ({"geboortedatum": date(2008, 11, 24)}, set()),
    ({"geboortedatum": date(2008, 11, 25)}, {("geboortedatum", "MOP_TE_JONG", False)}),
    ({"geboortedatum": VANDAAG}, {("geboortedatum", "MOP_TE_JONG", False)}),
    ({"geboortedatum": date(1970, 1, 1)}, set()),
    ({"geboortedatum": None}, {("geboortedatum", "MOP_LEEG", False)}),
    ({"aanhef": Aanhef.BEDRIJF, "geboortedatum": None}, set()),
    ({"aanhef": Aanhef.BEDRIJF, "geboortedatum": date(2011, 3, 14)}, set()),
    ({"aanhef": Aanhef.FAMILIE}, {("aanhef", "MOP_AANHEF", False)}),
    ({"postcode": "9000", "plaats": "Gent"}, {("postcode", "MOP_POSTCODE_BE", False)}),
    ({"postcode": "6533 G"}, {("postcode", "MOP_POSTCODE", False)}),
    ({"postcode": "6533gl"}, set()),
    ({"telefoon": "+32 470 12 34 56"}, {("telefoon", "MOP_TELEFOON", False)}),
    ({"telefoon": "+31 6 1200 5512"}, set()),
    ({"telefoon": "12"}, {("telefoon", "MOP_TELEFOON", False)}),
    ({"naam": "Dalen <b>"}, {("naam", "MOP_TEKENS", False)}),
    ({"naam": "Dalen 🚗"}, {("naam", "MOP_TEKENS", False)}),
    ({"naam": "d'Hondt-Müller & Zn., / 2"}, set()),
    ({"naam": "x" * 50}, set()),
    ({"naam": "x" * 51}, {("naam", "MOP_TE_LANG", False)}),
    ({"voorletters": "A" * 11}, {("voorletters", "MOP_TE_LANG", False)}),
    ({"tussenvoegsel": "v" * 11}, {("tussenvoegsel", "MOP_TE_LANG", False)}),
    ({"toevoeging": "7654321"}, {("toevoeging", "MOP_TE_LANG", False)}),
    ({"naam": "x" * 201}, {("naam", "MOP_TE_LANG", False), ("naam", "TEKST_TE_LANG", True)}),
    ({"huisnr": "214A"}, {("huisnr", "MOP_HUISNR", False)}),
    ({"huisnr": "0"}, {("huisnr", "MOP_HUISNR", False)}),
    ({"naam": "", "straat": ""}, {("naam", "MOP_LEEG", False), ("straat", "MOP_LEEG", False)}),
]


@pytest.mark.parametrize(("velden", "verwacht"), REQUEST_CASES)
def test_a_request_for_roadside_assistance(velden: dict[str, Any], verwacht: set[tuple[str, str, bool]]) -> None:
    assert findings(check_pechhulp(replace(AANVRAAG, **velden), VANDAAG)) == verwacht


def test_a_birth_year_with_the_wrong_century_is_refused_with_the_likely_one() -> None:
    (bevinding,) = check_pechhulp(replace(AANVRAAG, geboortedatum=date(2071, 3, 14)), VANDAAG)
    assert dict(bevinding.params) == {"datum": "14-03-2071", "voorstel": "14-03-1971"}


SHOP_CASES: list[tuple[dict[str, Any], set[tuple[str, str, bool]]]] = [
    ({"naam": ""}, {("naam", "SHOPNAAM_LEEG", True)}),
    ({"land": "DE"}, {("land", "SHOP_LAND", True)}),
    ({"land": "BE", "vestigingsnummer": "2.000.000.141", "kvk_nummer": "0123.456.749"}, set()),
    ({"vestigingsnummer": "1"}, {("vestigingsnummer", "VESTIGING_NL", False)}),
    ({"email": "x"}, {("email", "EMAIL_ONLEESBAAR", True)}),
    ({"pechhulp_herinnering_dagen": -1}, {("pechhulp_herinnering_dagen", "DAGEN_BUITEN_BEREIK", True)}),
    ({"apk_herinnering_dagen": 366}, {("apk_herinnering_dagen", "DAGEN_BUITEN_BEREIK", True)}),
    ({"apk_herinnering_dagen": 0}, set()),
    ({"pechhulp_links": ((Aanbieder.VHD, ""),)}, set()),
    ({"pechhulp_links": ((Aanbieder.VHD, "https://vhd.example.nl/?k={kenteken}"),)}, set()),
    ({"pechhulp_links": ((Aanbieder.VHD, "http://localhost:8080/{kenteken}"),)}, set()),
    (
        {"pechhulp_links": ((Aanbieder.VHD, "https://vhd.example.nl/"),)},
        {("pechhulp_links", "LINK_ZONDER_KENTEKEN", False)},
    ),
    ({"mop_soorten": ()}, {("mop_soorten", "SOORTEN_LEEG", True)}),
    ({"mop_soorten": (Soort("NL", " "),)}, {("mop_soorten", "SOORT_ONVOLLEDIG", True)}),
    ({"mop_soorten": (Soort("NL", "a"), Soort("NL ", "b"))}, {("mop_soorten", "SOORT_DUBBEL", True)}),
]


@pytest.mark.parametrize(("velden", "verwacht"), SHOP_CASES)
def test_the_settings_of_a_shop(velden: dict[str, Any], verwacht: set[tuple[str, str, bool]]) -> None:
    assert findings(check_instellingen(replace(SHOP, **velden))) == verwacht


@pytest.mark.parametrize(
    "adres",
    [
        "vhd.example.nl/{kenteken}",
        "http://vhd.example.nl/{kenteken}",
        "javascript:alert({kenteken})",
        "https://",
        "https://[x",
        "https://a b/{kenteken}",
    ],
)
def test_what_is_no_safe_web_address_blocks(adres: str) -> None:
    bevindingen = check_instellingen(replace(SHOP, pechhulp_links=((Aanbieder.BOSCH, adres),)))
    assert findings(bevindingen) == {("pechhulp_links", "LINK_ONGELDIG", True)}
    assert bevindingen[0].params["aanbieder"] == "bosch"


TEKST = st.text(max_size=30)


@given(TEKST, TEKST, TEKST, st.sampled_from(Aanhef), st.none() | st.dates())
def test_any_text_can_be_judged(een: str, twee: str, drie: str, aanhef: Aanhef, dag: date | None) -> None:
    kaart = replace(
        DALEN, naam=een, email=twee, postcode=drie, telefoon=een, huisnr=drie, aanhef=aanhef, geboortedatum=dag
    )
    invoer = replace(
        AANVRAAG, naam=een, email=twee, postcode=drie, telefoon=een, huisnr=drie, aanhef=aanhef, geboortedatum=dag
    )
    velden = set(RelatieKaart.__dataclass_fields__)
    assert {b.veld for b in check_relatie(kaart, VANDAAG)} <= velden
    assert {b.veld for b in check_pechhulp(invoer, VANDAAG)} <= velden
