"""The vehicle card, as the people at the counter meet it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.usecases.garage import DAF, GOLF, VAN_DALEN, moment
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.relatie import RelatieKaart
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import CODES, Code, VoertuigKaart
from werkplaats.errors import Botsing, GeenRecht, NietGevonden, Ongeldig

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.moment import Moment

JANSSENS = RelatieKaart(naam="Janssens", voorletters="K", plaats="Turnhout", land="BE")


def lines(garage: Garage, voertuig_id: int) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    """The logboek of a car by act and field."""
    regels = garage.voertuigen.logboek(garage.balie, voertuig_id)
    return {(regel.handeling, regel.veld): (regel.voor, regel.na) for regel in regels}


def test_a_new_car_is_there_and_the_logboek_says_what_was_filled_in(garage: Garage) -> None:
    kaart = VoertuigKaart(kenteken=GOLF, merk="Volkswagen", bouwjaar=2020, vervaldatum_apk=date(2026, 12, 2), lpg=True)

    auto = garage.new_car(kaart)

    assert garage.voertuigen.load(garage.balie, auto.id) == auto
    assert auto.kaart == kaart
    assert auto.gewijzigd_door == "Bram"
    assert lines(garage, auto.id) == {
        ("toegevoegd", "kenteken"): ("", "GA-482-R (NL)"),
        ("toegevoegd", "merk"): ("", "Volkswagen"),
        ("toegevoegd", "bouwjaar"): ("", "2020"),
        ("toegevoegd", "vervaldatum_apk"): ("", "2026-12-02"),
        ("toegevoegd", "lpg"): ("nee", "ja"),
    }


def test_a_car_without_plate_and_chassis_number_is_refused_at_the_field(garage: Garage) -> None:
    with pytest.raises(Ongeldig) as fout:
        garage.new_car(VoertuigKaart(merk="Volkswagen"))

    assert [bevinding.veld for bevinding in fout.value.bevindingen] == ["kenteken"]
    assert garage.voertuigen.recent(garage.balie) == ()


def test_a_plate_with_letters_that_were_never_issued_is_taken(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=Kenteken.parse("01cars")))

    assert auto.kaart.kenteken is not None
    assert auto.kaart.kenteken.weergave == "01-CA-RS"


def test_only_what_changed_is_written_and_logged(garage: Garage) -> None:
    auto = garage.new_car()

    later = garage.change(garage.beheerder, auto, model="Golf", bouwjaar=2020)

    assert later.kaart == replace(auto.kaart, model="Golf", bouwjaar=2020)
    assert later.versie > auto.versie
    assert later.gewijzigd_door == "Marieke Hendriks"
    gewijzigd = {veld: paar for (act, veld), paar in lines(garage, auto.id).items() if act == "gewijzigd"}
    assert gewijzigd == {"model": ("", "Golf"), "bouwjaar": ("", "2020")}


def test_a_save_without_a_change_leaves_no_trace(garage: Garage) -> None:
    auto = garage.new_car()
    regels = garage.voertuigen.logboek(garage.balie, auto.id)

    assert garage.change(garage.beheerder, auto) == auto
    assert garage.voertuigen.logboek(garage.balie, auto.id) == regels


def test_what_two_people_change_in_different_fields_is_all_kept(garage: Garage) -> None:
    auto = garage.new_car()

    garage.change(garage.wie("Balie", "Anna"), auto, model="Golf")
    later = garage.change(garage.wie("Balie", "Bram"), auto, bouwjaar=2020)

    assert (later.kaart.model, later.kaart.bouwjaar) == ("Golf", 2020)


def test_what_two_people_change_in_one_field_is_shown_and_nothing_is_saved(garage: Garage) -> None:
    auto = garage.new_car()
    hun = garage.change(garage.wie("Balie", "Anna"), auto, model="Golf", type="1.5 TSI")

    with pytest.raises(Botsing) as fout:
        garage.change(garage.wie("Balie", "Bram"), auto, model="Polo", bouwjaar=2020)

    (veld,) = fout.value.velden
    assert (veld.veld, veld.basis, veld.mijn, veld.hun) == ("model", "", "Polo", "Golf")
    assert fout.value.door == "Anna"
    assert fout.value.actueel == hun
    assert garage.voertuigen.load(garage.balie, auto.id) == hun


def test_the_form_can_go_on_from_the_record_in_a_conflict(garage: Garage) -> None:
    auto = garage.new_car()
    garage.change(garage.wie("Balie", "Anna"), auto, model="Golf")
    with pytest.raises(Botsing) as fout:
        garage.change(garage.balie, auto, model="Polo")

    later = garage.change(garage.balie, fout.value.actueel, model="Polo")

    assert later.kaart.model == "Polo"


def test_two_people_who_type_the_same_are_no_conflict(garage: Garage) -> None:
    auto = garage.new_car()

    hun = garage.change(garage.wie("Balie", "Anna"), auto, model="Golf")

    assert garage.change(garage.balie, auto, model="Golf") == hun


def test_own_saves_one_after_another_never_conflict(garage: Garage) -> None:
    auto = garage.new_car()

    for model in ("Golf", "Polo", "Golf"):
        auto = garage.change(garage.balie, auto, model=model)

    assert auto.kaart.model == "Golf"


def test_what_another_saved_may_not_end_in_a_car_that_cannot_be_found(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, chassisnummer=Vin.parse("WVWZZZCDZLW000417")))
    garage.change(garage.wie("Balie", "Anna"), auto, kenteken=None)

    with pytest.raises(Ongeldig):
        garage.change(garage.balie, auto, chassisnummer=None)

    assert garage.voertuigen.load(garage.balie, auto.id).kaart.chassisnummer is not None


def test_a_value_taken_from_the_register_is_logged_as_such(garage: Garage) -> None:
    auto = garage.new_car()
    nieuw = replace(auto.kaart, model="Golf", bouwjaar=2020)

    garage.voertuigen.save(garage.balie, auto.id, auto.kaart, nieuw, frozenset({"bouwjaar", "merk"}))

    regels = lines(garage, auto.id)
    assert regels["rdw", "bouwjaar"] == ("", "2020")
    assert regels["gewijzigd", "model"] == ("", "Golf")
    assert ("rdw", "merk") not in regels


def test_a_new_car_from_the_register_keeps_who_typed_what(garage: Garage) -> None:
    kaart = VoertuigKaart(kenteken=GOLF, merk="Volkswagen")
    auto = garage.voertuigen.save(garage.balie, None, VoertuigKaart(), kaart, frozenset({"merk"}))

    assert lines(garage, auto.id) == {
        ("toegevoegd", "kenteken"): ("", "GA-482-R (NL)"),
        ("rdw", "merk"): ("", "Volkswagen"),
    }


def test_a_car_that_is_not_there_is_said_so(garage: Garage) -> None:
    with pytest.raises(NietGevonden):
        garage.voertuigen.load(garage.balie, 4711)
    with pytest.raises(NietGevonden):
        garage.voertuigen.save(garage.balie, 4711, VoertuigKaart(), VoertuigKaart(kenteken=GOLF))


# --- security codes -----------------------------------------------------------------------------------------------


def test_a_code_is_masked_until_it_is_asked_for_and_each_look_is_logged(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, radiocode=Code.of("4711")))
    assert auto.kaart.radiocode.gevuld
    assert auto.kaart.radiocode.tekst is None

    assert garage.voertuigen.reveal_code(garage.balie, auto.id, "radiocode") == "4711"

    assert lines(garage, auto.id)["bekeken", "radiocode"] == (None, None)
    with garage.store.read() as lezing:
        assert lezing.logboek.verify() == ()


@pytest.mark.parametrize("veld", CODES)
def test_no_code_ever_stands_in_the_logboek(garage: Garage, veld: str) -> None:
    code: dict[str, Any] = {veld: Code.of("geheim1")}
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, **code))
    garage.voertuigen.reveal_code(garage.balie, auto.id, veld)
    garage.change(garage.balie, auto, **{veld: Code.of("geheim2")})

    regels = lines(garage, auto.id)
    assert {act for act, naam in regels if naam == veld} == {"toegevoegd", "bekeken", "gewijzigd"}
    assert not any("geheim" in (tekst or "") for paar in regels.values() for tekst in paar)


def test_a_masked_code_stays_what_it_was(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, radiocode=Code.of("4711")))

    auto = garage.change(garage.balie, auto, merk="Skoda", radiocode=Code(gevuld=True))
    auto = garage.change(garage.balie, auto, merk="Seat", radiocode=Code())

    assert garage.voertuigen.reveal_code(garage.balie, auto.id, "radiocode") == "4711"


def test_a_code_that_was_shown_and_left_alone_is_no_change(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, radiocode=Code.of("4711")))

    later = garage.change(garage.balie, auto, radiocode=Code.of("4711"))

    assert later.versie == auto.versie


def test_a_code_can_be_cleared(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, radiocode=Code.of("4711")))

    auto = garage.change(garage.balie, auto, radiocode=Code.of(""))

    assert not auto.kaart.radiocode.gevuld
    assert garage.voertuigen.reveal_code(garage.balie, auto.id, "radiocode") == ""


def test_a_code_that_another_replaced_meanwhile_is_a_conflict(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, radiocode=Code.of("4711")))
    garage.change(garage.wie("Balie", "Anna"), auto, radiocode=Code.of("1234"))

    with pytest.raises(Botsing) as fout:
        garage.change(garage.balie, auto, radiocode=Code.of("9999"))

    assert [veld.veld for veld in fout.value.velden] == ["radiocode"]
    assert fout.value.velden[0].hun.tekst is None
    assert garage.voertuigen.reveal_code(garage.balie, auto.id, "radiocode") == "1234"


def test_who_may_not_see_codes_may_not_change_them_but_may_change_the_rest(garage: Garage) -> None:
    planner = garage.wie("Planner schade")
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, radiocode=Code.of("4711")))

    with pytest.raises(GeenRecht):
        garage.change(planner, auto, radiocode=Code.of("1234"))
    with pytest.raises(GeenRecht):
        garage.voertuigen.save(planner, None, VoertuigKaart(), VoertuigKaart(kenteken=DAF, startcode=Code.of("1")))

    assert garage.change(planner, auto, merk="Skoda").kaart.merk == "Skoda"


def test_only_a_code_can_be_revealed(garage: Garage) -> None:
    auto = garage.new_car()

    with pytest.raises(ValueError, match="merk"):
        garage.voertuigen.reveal_code(garage.balie, auto.id, "merk")


# --- plate and owner are dated facts -------------------------------------------------------------------------------


def test_a_sold_car_is_found_by_its_old_owner_with_the_day(garage: Garage) -> None:
    van_dalen, janssens = garage.new_owner(VAN_DALEN), garage.new_owner(JANSSENS)
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=van_dalen))

    garage.change(garage.balie, auto, hoofdeigenaar=janssens)

    (treffer,) = garage.zoeken.find(garage.balie, "dalen").voertuigen
    assert (treffer.oud_eigenaar, treffer.oud_tot) == ("Dhr. H. van Dalen", date(2026, 11, 24))
    assert lines(garage, auto.id)["gewijzigd", "hoofdeigenaar"] == ("Dhr. H. van Dalen", "Dhr. K. Janssens")


def test_an_owner_whose_address_was_corrected_meanwhile_is_no_conflict(garage: Garage) -> None:
    van_dalen, janssens = garage.new_owner(VAN_DALEN), garage.new_owner(JANSSENS)
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=van_dalen))
    garage.relaties.save(garage.balie, van_dalen.id, VAN_DALEN, replace(VAN_DALEN, plaats="Lent"))

    later = garage.change(garage.balie, auto, hoofdeigenaar=janssens)

    assert later.kaart.hoofdeigenaar == janssens


def test_a_corrected_plate_is_found_and_the_typing_error_is_not(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=DAF))

    garage.change(garage.balie, auto, kenteken=GOLF)

    assert [treffer.id for treffer in garage.zoeken.find(garage.balie, "ga482r").voertuigen] == [auto.id]
    assert garage.zoeken.find(garage.balie, DAF.compact).voertuigen == ()


def test_another_car_with_the_same_plate_or_chassis_number_is_warned_of(garage: Garage) -> None:
    vin = Vin.parse("WVWZZZCDZLW000417")
    ander = garage.new_car(VoertuigKaart(kenteken=GOLF, chassisnummer=vin))
    mijn = garage.new_car(VoertuigKaart(kenteken=DAF))

    def doubles(kaart: VoertuigKaart, voertuig_id: int | None) -> list[int]:
        return [treffer.id for treffer in garage.voertuigen.doubles(garage.balie, kaart, voertuig_id)]

    assert doubles(replace(mijn.kaart, kenteken=GOLF), mijn.id) == [ander.id]
    assert doubles(VoertuigKaart(chassisnummer=vin), None) == [ander.id]
    assert doubles(ander.kaart, ander.id) == []
    assert doubles(VoertuigKaart(), None) == []


# --- at a glance, and what asks for attention -----------------------------------------------------------------------


def test_a_glance_shows_the_owner(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=garage.new_owner()))

    blik = garage.voertuigen.blik(garage.balie, auto.id)

    assert blik.voertuig == auto
    assert blik.eigenaar is not None
    assert blik.eigenaar.kaart == VAN_DALEN
    assert (blik.rdw, blik.pechhulp) == (None, None)


def test_the_car_that_was_worked_on_last_stands_first(garage: Garage) -> None:
    eerste, tweede = garage.new_car(), garage.new_car(VoertuigKaart(kenteken=DAF))
    with garage.later(minutes=1):
        garage.change(garage.balie, eerste, merk="Seat")

    assert [treffer.id for treffer in garage.voertuigen.recent(garage.balie)] == [eerste.id, tweede.id]
    assert len(garage.voertuigen.recent(garage.balie, 1)) == 1


def apk(garage: Garage, *dagen: date) -> list[date]:
    """The APK days that the start page names, after cars with these days were added."""
    for dag in dagen:
        garage.new_car(VoertuigKaart(kenteken=GOLF, vervaldatum_apk=dag))
    return [punt.datum for punt in garage.voertuigen.aandacht(garage.balie) if punt.soort == "apk"]


def test_the_start_page_names_each_apk_that_ends_or_just_ended_the_earliest_first(garage: Garage) -> None:
    dagen = [date(2026, 12, 24), date(2026, 11, 24), date(2026, 9, 25), date(2026, 12, 25), date(2026, 9, 24)]

    assert apk(garage, *dagen) == [date(2026, 9, 25), date(2026, 11, 24), date(2026, 12, 24)]


def test_the_shop_says_how_many_days_ahead_the_start_page_looks(garage: Garage) -> None:
    garage.configure(apk_herinnering_dagen=7)

    assert apk(garage, date(2026, 12, 1), date(2026, 12, 2)) == [date(2026, 12, 1)]


def test_the_start_page_stays_short(garage: Garage) -> None:
    apk(garage, *[date(2026, 12, dag) for dag in range(1, 11)])

    assert len(garage.voertuigen.aandacht(garage.balie, 4)) == 4


def test_a_car_that_is_not_active_needs_no_apk(garage: Garage) -> None:
    garage.new_car(VoertuigKaart(kenteken=GOLF, vervaldatum_apk=date(2026, 12, 1), actief=False))

    assert garage.voertuigen.aandacht(garage.balie) == ()


@pytest.mark.parametrize(
    ("nu", "genoemd"),
    [
        pytest.param(moment(2026, 11, 23, 22, 59, 59), False, id="winter, one second before midnight"),
        pytest.param(moment(2026, 11, 23, 23, 0, 0), True, id="winter, midnight"),
        pytest.param(moment(2026, 7, 14, 21, 59, 59), False, id="summer, one second before midnight"),
        pytest.param(moment(2026, 7, 14, 22, 0, 0), True, id="summer, midnight"),
        pytest.param(moment(2026, 3, 29, 21, 59, 59), False, id="the day the clock goes forward, before midnight"),
        pytest.param(moment(2026, 3, 29, 22, 0, 0), True, id="the day the clock goes forward, midnight"),
        pytest.param(moment(2026, 10, 25, 22, 59, 59), False, id="the day the clock goes back, before midnight"),
        pytest.param(moment(2026, 10, 25, 23, 0, 0), True, id="the day the clock goes back, midnight"),
    ],
)
def test_the_day_of_the_shop_decides_not_that_of_greenwich(garage: Garage, nu: Moment, genoemd: bool) -> None:
    morgen = moment(nu.utc.year, nu.utc.month, nu.utc.day + 1).utc.date()
    garage.configure(apk_herinnering_dagen=0)
    garage.klok.moment = nu

    assert apk(garage, morgen) == ([morgen] if genoemd else [])


def test_the_options_of_other_cars_are_proposed_the_most_frequent_first(garage: Garage) -> None:
    for opties in (("Trekhaak",), ("Dakrails", "trekhaak"), ()):
        garage.new_car(VoertuigKaart(kenteken=GOLF, opties=opties))
    assert [optie.casefold() for optie in garage.voertuigen.used_options(garage.balie)] == ["trekhaak", "dakrails"]
