"""Reminders as the garage uses them: note, tick off, comes back, is due, is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import GOLF
from werkplaats.domain.herinnering import HerinneringKaart, Herinneringsoort
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import Botsing, NietGevonden, Ongeldig

if TYPE_CHECKING:
    from tests.usecases.garage import Garage

LEEG = HerinneringKaart()
SERVICE = HerinneringKaart(op_datum=date(2026, 12, 1), bij_km=90_000, herhaal_maanden=12, herhaal_km=15_000)
BANDEN = HerinneringKaart(Herinneringsoort.VRIJ, "Winterbanden eraf", date(2027, 4, 1))


@pytest.fixture
def auto(garage: Garage) -> int:
    return int(garage.new_car(VoertuigKaart(kenteken=GOLF)).id)


def test_what_was_noted_stands_at_the_car_in_the_order_of_its_days(garage: Garage, auto: int) -> None:
    km = replace(LEEG, bij_km=120_000)
    for kaart in (km, BANDEN, SERVICE):
        garage.herinneringen.save(garage.balie, auto, None, LEEG, kaart)
    staan = garage.herinneringen.van_voertuig(garage.balie, auto)
    assert [een.kaart for een in staan] == [SERVICE, BANDEN, km]


def test_done_is_ticked_off_and_comes_back(garage: Garage, auto: int) -> None:
    eerste = garage.herinneringen.save(garage.balie, auto, None, LEEG, SERVICE)
    volgende = garage.herinneringen.mark_done(garage.balie, eerste.id)
    assert volgende is not None
    assert (volgende.kaart.op_datum, volgende.kaart.bij_km) == (date(2027, 11, 24), 105_000)
    staan = garage.herinneringen.van_voertuig(garage.balie, auto)
    assert [(een.id, een.gedaan_door) for een in staan] == [(volgende.id, ""), (eerste.id, garage.balie.naam)]


def test_done_twice_is_done_once(garage: Garage, auto: int) -> None:
    eerste = garage.herinneringen.save(garage.balie, auto, None, LEEG, SERVICE)
    garage.herinneringen.mark_done(garage.balie, eerste.id)
    assert garage.herinneringen.mark_done(garage.balie, eerste.id) is None
    assert len(garage.herinneringen.van_voertuig(garage.balie, auto)) == 2


def test_what_has_no_day_and_no_km_is_refused(garage: Garage, auto: int) -> None:
    with pytest.raises(Ongeldig):
        garage.herinneringen.save(garage.balie, auto, None, LEEG, LEEG)
    assert garage.herinneringen.van_voertuig(garage.balie, auto) == ()


def test_two_hands_at_other_fields_both_stay_and_at_one_field_both_are_shown(garage: Garage, auto: int) -> None:
    een = garage.herinneringen.save(garage.balie, auto, None, LEEG, SERVICE)
    anders = replace(SERVICE, bij_km=95_000)
    garage.herinneringen.save(garage.balie, auto, een.id, SERVICE, anders)
    samen = garage.herinneringen.save(garage.balie, auto, een.id, SERVICE, replace(SERVICE, omschrijving="Grote beurt"))
    assert (samen.kaart.bij_km, samen.kaart.omschrijving) == (95_000, "Grote beurt")
    with pytest.raises(Botsing):
        garage.herinneringen.save(garage.balie, auto, een.id, SERVICE, replace(SERVICE, bij_km=91_000))


def test_what_is_deleted_is_gone_and_can_be_neither_changed_nor_done(garage: Garage, auto: int) -> None:
    een = garage.herinneringen.save(garage.balie, auto, None, LEEG, SERVICE)
    garage.herinneringen.delete(garage.balie, een.id)
    assert garage.herinneringen.van_voertuig(garage.balie, auto) == ()
    for act in (garage.herinneringen.load, garage.herinneringen.mark_done, garage.herinneringen.delete):
        with pytest.raises(NietGevonden):
            act(garage.balie, een.id)


def test_a_car_that_is_not_there_takes_no_reminder(garage: Garage) -> None:
    with pytest.raises(NietGevonden):
        garage.herinneringen.save(garage.balie, 4711, None, LEEG, SERVICE)


def test_what_is_due_stands_with_apk_and_pass_by_day(garage: Garage, auto: int) -> None:
    kaart = garage.voertuigen.load(garage.balie, auto).kaart
    garage.voertuigen.save(garage.balie, auto, kaart, replace(kaart, vervaldatum_apk=date(2026, 12, 2)))
    laat = replace(BANDEN, op_datum=date(2026, 11, 1))
    for reminder in (SERVICE, laat, BANDEN):
        garage.herinneringen.save(garage.balie, auto, None, LEEG, reminder)
    punten = garage.herinneringen.due(garage.balie)
    assert [(punt.soort, punt.datum, punt.tekst) for punt in punten] == [
        ("vrij", date(2026, 11, 1), "Winterbanden eraf"),
        ("service", date(2026, 12, 1), ""),
        ("apk", date(2026, 12, 2), ""),
    ]
    assert garage.voertuigen.aandacht(garage.balie) == punten
    kaart = garage.voertuigen.load(garage.balie, auto).kaart
    garage.voertuigen.save(garage.balie, auto, kaart, replace(kaart, actief=False))
    assert garage.herinneringen.due(garage.balie) == ()


def test_each_act_stands_in_the_logboek(garage: Garage, auto: int) -> None:
    een = garage.herinneringen.save(garage.balie, auto, None, LEEG, SERVICE)
    garage.herinneringen.mark_done(garage.balie, een.id)
    garage.herinneringen.delete(garage.balie, een.id)
    with garage.store.read() as lezing:
        handelingen = [regel.handeling for regel in lezing.logboek.van("herinnering", een.id, 50)]
    assert handelingen[0] == "verwijderd"
    assert set(handelingen) == {"verwijderd", "gewijzigd", "toegevoegd"}


def test_a_reminder_at_a_reading_is_due_when_the_car_is_likely_to_come_to_it(garage: Garage, auto: int) -> None:
    garage.herinneringen.save(garage.balie, auto, None, LEEG, replace(LEEG, bij_km=92_000))
    garage.herinneringen.save(garage.balie, auto, None, LEEG, replace(LEEG, bij_km=120_000))
    assert garage.herinneringen.due(garage.balie) == ()
    # Some 18,000 km a year: in three weeks it comes to 92,000.
    for dag, km in ((date(2025, 11, 20), 73_000), (date(2026, 11, 20), 91_000)):
        garage.kmstanden.add(garage.balie, auto, KmInvoer(km, dag))
    (punt,) = garage.herinneringen.due(garage.balie)
    assert (punt.soort, punt.bij_km, punt.datum) == ("service", 92_000, date(2026, 12, 11))
    garage.kmstanden.add(garage.balie, auto, KmInvoer(92_100, date(2026, 11, 23)))
    (punt,) = garage.herinneringen.due(garage.balie)
    assert punt.datum == date(2026, 11, 23)


def test_what_is_due_by_its_day_is_not_told_twice(garage: Garage, auto: int) -> None:
    garage.kmstanden.add(garage.balie, auto, KmInvoer(95_000, date(2026, 11, 20)))
    garage.herinneringen.save(garage.balie, auto, None, LEEG, SERVICE)
    assert [(punt.datum, punt.bij_km) for punt in garage.herinneringen.due(garage.balie)] == [(date(2026, 12, 1), None)]
