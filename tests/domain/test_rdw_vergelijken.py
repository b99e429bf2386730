"""Our card beside the register: what differs, what stands ticked, what must be known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from werkplaats.domain.rdw import Herkomst, RdwGegevens, Sein, Terugroepactie, Verschil
from werkplaats.domain.rdw_vergelijken import BRONNEN, compare, seinen, take, taken_fields
from werkplaats.domain.voertuig import VoertuigKaart

VANDAAG = date(2026, 11, 24)
GOLF = RdwGegevens(
    kenteken="GA482R",
    merk="Volkswagen",
    model="Golf",
    voertuigsoort="Personenauto",
    brandstof="Benzine",
    ledig_gewicht=1214,
    bedrijfsklaar=1314,
    co2_uitstoot=126,
    co2_cyclus="NEDC",
    bouwjaar=2020,
    vervaldatum_apk=date(2026, 12, 2),
    datum_deel_1a=date(2020, 2, 11),
    verzekerd=True,
    geexporteerd=False,
    tellerstandoordeel="Logisch",
    taxi=False,
    tenaamstellen_mogelijk=True,
)
MARIEKE = Herkomst("Marieke Hendriks", uit_rdw=False)
OVERGENOMEN = Herkomst("Marieke Hendriks", uit_rdw=True)


def line(kaart: VoertuigKaart, veld: str, herkomst: Herkomst | None = None, gegevens: RdwGegevens = GOLF) -> Verschil:
    (regel,) = (regel for regel in compare(kaart, gegevens, {veld: herkomst} if herkomst else {}) if regel.veld == veld)
    return regel


def test_an_empty_field_is_proposed() -> None:
    regel = line(VoertuigKaart(), "merk")
    assert (regel.nu, regel.rdw, regel.bron) == ("", "Volkswagen", "voertuig")
    assert (regel.gelijk, regel.voorstel, regel.ingevuld_door) == (False, True, "")


def test_what_a_person_typed_is_shown_with_his_name_and_not_proposed() -> None:
    regel = line(VoertuigKaart(model="Golf Variant"), "model", MARIEKE)
    assert (regel.gelijk, regel.voorstel, regel.ingevuld_door) == (False, False, "Marieke Hendriks")


def test_what_came_from_the_register_is_renewed() -> None:
    regel = line(VoertuigKaart(vervaldatum_apk=date(2025, 12, 2)), "vervaldatum_apk", OVERGENOMEN)
    assert (regel.rdw, regel.bron) == (date(2026, 12, 2), "keuring")
    assert (regel.voorstel, regel.ingevuld_door) == (True, "")


def test_a_value_of_unknown_origin_is_treated_as_typed() -> None:
    regel = line(VoertuigKaart(ledig_gewicht=1200), "ledig_gewicht")
    assert (regel.gelijk, regel.voorstel) == (False, False)


def test_a_field_that_a_person_emptied_may_be_filled_again() -> None:
    assert line(VoertuigKaart(), "merk", MARIEKE).voorstel
    assert line(VoertuigKaart(), "bouwjaar", MARIEKE).voorstel


def test_capitals_and_spaces_make_no_difference() -> None:
    regel = line(VoertuigKaart(merk="VOLKSWAGEN "), "merk", MARIEKE)
    assert (regel.gelijk, regel.voorstel) == (True, False)


def test_what_differs_stands_above_what_is_equal_each_in_the_order_of_the_screen() -> None:
    regels = compare(VoertuigKaart(merk="Volkswagen", model="Golf", bouwjaar=2020), GOLF, {})
    gelijk = [regel.gelijk for regel in regels]
    assert gelijk == sorted(gelijk)
    assert [regel.veld for regel in regels if regel.gelijk] == ["merk", "model", "lpg", "g3", "bouwjaar"]


def test_what_the_register_does_not_say_is_no_line() -> None:
    velden = {regel.veld for regel in compare(VoertuigKaart(tweede_brandstof="LPG"), GOLF, {})}
    assert velden.isdisjoint({"tweede_brandstof", "datum_deel_1b", "afgifte_nederland"})


def test_co2_differs_when_only_its_cycle_does_and_is_taken_with_it() -> None:
    kaart = VoertuigKaart(co2_uitstoot=126, co2_cyclus="WLTP")
    assert not line(kaart, "co2_uitstoot").gelijk
    nieuw = take(kaart, GOLF, ["co2_uitstoot"])
    assert (nieuw.co2_uitstoot, nieuw.co2_cyclus) == (126, "NEDC")
    assert line(nieuw, "co2_uitstoot").gelijk


def test_an_electric_car_says_nought() -> None:
    regel = line(VoertuigKaart(), "co2_uitstoot", gegevens=replace(GOLF, co2_uitstoot=0, co2_cyclus=""))
    assert (regel.rdw, regel.voorstel) == (0, True)


def test_an_lpg_tank_is_proposed_unless_a_person_said_that_it_is_gone() -> None:
    met_lpg = replace(GOLF, lpg=True)
    assert line(VoertuigKaart(), "lpg", gegevens=met_lpg).voorstel
    assert not line(VoertuigKaart(), "lpg", MARIEKE, met_lpg).voorstel


def test_only_the_ticked_fields_are_taken() -> None:
    kaart = VoertuigKaart(merk="VW", type="1.5 TSI Style")
    nieuw = take(kaart, GOLF, ["model", "bouwjaar"])
    assert nieuw == replace(kaart, model="Golf", bouwjaar=2020)
    assert take(kaart, GOLF, []) == kaart


def test_a_field_that_the_register_does_not_fill_is_never_taken() -> None:
    assert taken_fields(["type", "kenteken", "merk"]) == {"merk"}
    assert taken_fields(["co2_uitstoot"]) == {"co2_uitstoot", "co2_cyclus"}


def test_each_compared_field_stands_on_both_sides() -> None:
    for veld in BRONNEN:
        assert hasattr(VoertuigKaart(), veld)
        assert hasattr(GOLF, veld)


def test_a_car_in_order_gives_no_signs() -> None:
    assert seinen(GOLF, VANDAAG) == ()


@pytest.mark.parametrize(
    ("velden", "sein"),
    [
        ({"terugroepacties": (Terugroepactie("RDW-1"),)}, Sein.TERUGROEPACTIE_OPEN),
        ({"vervaldatum_apk": date(2026, 11, 23)}, Sein.APK_VERLOPEN),
        ({"verzekerd": False}, Sein.NIET_VERZEKERD),
        ({"geexporteerd": True}, Sein.GEEXPORTEERD),
        ({"tellerstandoordeel": "Onlogisch"}, Sein.TELLERSTAND_ONLOGISCH),
        ({"tenaamstellen_mogelijk": False}, Sein.TENAAMSTELLEN_NIET_MOGELIJK),
        ({"taxi": True}, Sein.TAXI),
    ],
)
def test_each_thing_that_must_be_known_gives_its_sign(velden: dict[str, Any], sein: Sein) -> None:
    assert seinen(replace(GOLF, **velden), VANDAAG) == (sein,)


def test_an_apk_is_good_until_the_end_of_its_last_day() -> None:
    assert seinen(replace(GOLF, vervaldatum_apk=VANDAAG), VANDAAG) == ()


def test_what_the_register_does_not_say_gives_no_sign() -> None:
    assert seinen(RdwGegevens("GA482R"), VANDAAG) == ()
