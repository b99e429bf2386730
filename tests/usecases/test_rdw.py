"""Asking the RDW register: at most once a day, only what it can know, and never while the store waits."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import GOLF
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.rdw import RdwGegevens
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import Unreachable, WerkplaatsError

if TYPE_CHECKING:
    from tests.usecases.garage import Garage

GEGEVENS = RdwGegevens("GA482R", merk="Volkswagen", model="Golf", bouwjaar=2020, vervaldatum_apk=date(2026, 12, 2))


@pytest.fixture
def met_golf(garage: Garage) -> Garage:
    garage.register.autos["GA482R"] = GEGEVENS
    return garage


def test_the_register_is_asked_with_the_plain_plate(met_golf: Garage) -> None:
    antwoord = met_golf.rdw.look_up(met_golf.balie, Kenteken.parse("ga 482 r"))

    assert met_golf.register.gevraagd == ["GA482R"]
    assert (antwoord.gegevens, antwoord.opgevraagd_op, antwoord.bewaard) == (GEGEVENS, met_golf.klok.nu(), False)


@pytest.mark.parametrize(
    ("later", "vragen"),
    [
        ({"seconds": 1}, 1),
        ({"hours": 23, "minutes": 59, "seconds": 59}, 1),
        ({"hours": 24}, 2),
        ({"days": 400}, 2),
        ({"seconds": -1}, 2),
    ],
    ids=["at once", "one second less than a day", "exactly a day", "long ago", "the clock was set back"],
)
def test_an_answer_is_kept_for_a_day(met_golf: Garage, later: dict[str, float], vragen: int) -> None:
    eerste = met_golf.rdw.look_up(met_golf.balie, GOLF)

    with met_golf.later(**later):
        tweede = met_golf.rdw.look_up(met_golf.balie, GOLF)

    assert len(met_golf.register.gevraagd) == vragen
    assert tweede.bewaard == (vragen == 1)
    assert (tweede.opgevraagd_op == eerste.opgevraagd_op) == (vragen == 1)


def test_on_request_the_register_is_asked_anew(met_golf: Garage) -> None:
    met_golf.rdw.look_up(met_golf.balie, GOLF)
    met_golf.register.autos["GA482R"] = replace(GEGEVENS, bouwjaar=2021)

    assert met_golf.rdw.look_up(met_golf.balie, GOLF, vers=True).gegevens.bouwjaar == 2021
    assert met_golf.rdw.look_up(met_golf.balie, GOLF).gegevens.bouwjaar == 2021
    assert len(met_golf.register.gevraagd) == 2


@pytest.mark.parametrize(
    "kenteken",
    [
        Kenteken.parse("1-ABC-123", "BE"),
        Kenteken.parse("ABC123", "BE"),
        Kenteken.parse("12345"),
        Kenteken.parse("1234567"),
        Kenteken.parse("M-AB 1234", "DE"),
    ],
    ids=lambda kenteken: f"{kenteken.land} {kenteken.compact}",
)
def test_a_plate_that_the_register_cannot_know_is_not_asked(garage: Garage, kenteken: Kenteken) -> None:
    with pytest.raises(WerkplaatsError) as fout:
        garage.rdw.look_up(garage.balie, kenteken)
    with pytest.raises(WerkplaatsError) as ovi:
        garage.rdw.open_ovi(garage.balie, kenteken)

    assert (fout.value.code, ovi.value.code) == ("RDW_ALLEEN_NL", "RDW_ALLEEN_NL")
    assert garage.rdw.last(garage.balie, kenteken) is None
    assert (garage.register.gevraagd, garage.browser.paginas) == ([], [])


def test_a_foreign_plate_with_the_same_signs_is_another_car(met_golf: Garage) -> None:
    met_golf.rdw.look_up(met_golf.balie, GOLF)
    vreemd = Kenteken.parse("GA482R", "DE")

    assert met_golf.rdw.last(met_golf.balie, vreemd) is None
    assert met_golf.voertuigen.blik(met_golf.balie, met_golf.new_car(VoertuigKaart(kenteken=vreemd)).id).rdw is None


def test_a_plate_that_is_not_registered_is_said_so(garage: Garage) -> None:
    with pytest.raises(WerkplaatsError) as fout:
        garage.rdw.look_up(garage.balie, GOLF)

    assert fout.value.code == "RDW_KENTEKEN_ONBEKEND"
    assert garage.rdw.last(garage.balie, GOLF) is None


def test_when_the_register_is_down_what_it_said_before_is_still_there(met_golf: Garage) -> None:
    eerste = met_golf.rdw.look_up(met_golf.balie, GOLF)
    met_golf.register.fout = Unreachable("PARTIJ_STORING", "RDW", status=503)

    with met_golf.later(days=3), pytest.raises(Unreachable):
        met_golf.rdw.look_up(met_golf.balie, GOLF)

    assert met_golf.rdw.last(met_golf.balie, GOLF) == replace(eerste, bewaard=True)


def test_others_can_save_while_the_register_is_asked(met_golf: Garage) -> None:
    met_golf.register.tijdens = met_golf.new_car

    met_golf.rdw.look_up(met_golf.balie, GOLF)

    assert len(met_golf.voertuigen.recent(met_golf.balie)) == 1


def test_a_value_that_a_person_typed_is_not_proposed_and_he_is_named(met_golf: Garage) -> None:
    kaart = VoertuigKaart(kenteken=GOLF, merk="VW", bouwjaar=2019)
    auto = met_golf.voertuigen.save(met_golf.balie, None, VoertuigKaart(), kaart, frozenset({"bouwjaar"}))
    antwoord = met_golf.rdw.look_up(met_golf.balie, GOLF)

    verschil = {regel.veld: regel for regel in met_golf.rdw.compare(met_golf.balie, auto.id, auto.kaart, antwoord)}

    assert (verschil["merk"].voorstel, verschil["merk"].ingevuld_door) == (False, "Bram")
    assert (verschil["bouwjaar"].voorstel, verschil["bouwjaar"].ingevuld_door) == (True, "")
    assert verschil["model"].voorstel


def test_a_car_that_is_not_saved_yet_can_be_compared(met_golf: Garage) -> None:
    antwoord = met_golf.rdw.look_up(met_golf.balie, GOLF)

    regels = met_golf.rdw.compare(met_golf.balie, None, VoertuigKaart(kenteken=GOLF), antwoord)

    assert {regel.veld for regel in regels if regel.voorstel} == {"merk", "model", "bouwjaar", "vervaldatum_apk"}


def test_a_glance_shows_what_the_register_said_last(met_golf: Garage) -> None:
    auto = met_golf.new_car()
    met_golf.rdw.look_up(met_golf.balie, GOLF)

    blik = met_golf.voertuigen.blik(met_golf.balie, auto.id)

    assert blik.rdw is not None
    assert blik.rdw.gegevens == GEGEVENS


def test_the_registers_own_page_opens_on_the_car(garage: Garage) -> None:
    garage.rdw.open_ovi(garage.balie, GOLF)

    assert garage.browser.paginas == ["https://register.example/?kenteken=GA482R"]


def test_two_who_ask_about_one_car_at_once_both_get_their_answer(met_golf: Garage) -> None:
    with ThreadPoolExecutor(6) as pool:
        antwoorden = list(pool.map(lambda _nummer: met_golf.rdw.look_up(met_golf.balie, GOLF, vers=True), range(6)))

    assert {antwoord.gegevens for antwoord in antwoorden} == {GEGEVENS}
    assert met_golf.rdw.last(met_golf.balie, GOLF) == replace(antwoorden[0], bewaard=True)
