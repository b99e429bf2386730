"""How the cards came to be: told backwards, so that the end is the card of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.voertuig import CODES, VoertuigKaart
from werkplaats.oefen.gebeurtenissen import (
    CodeBekeken,
    Gebeurtenis,
    PlaatGewisseld,
    RelatieGewijzigd,
    RelatieToegevoegd,
    VoertuigGewijzigd,
    VoertuigToegevoegd,
)
from werkplaats.oefen.geschiedenis import VERTYPT, first_day, history_of, relatie_history
from werkplaats.oefen.relaties import make_relaties
from werkplaats.oefen.verhaal import make_verhaal
from werkplaats.oefen.voertuigen import OefenVoertuig, make_voertuigen

VANDAAG = date(2026, 11, 24)
VOERTUIGEN = make_voertuigen(VANDAAG)


def played(gebeurtenissen: list[Gebeurtenis]) -> tuple[VoertuigKaart, str | None]:
    """The card and the owner after all that happened."""
    begin, *later = gebeurtenissen
    assert isinstance(begin, VoertuigToegevoegd)
    kaart, eigenaar = begin.kaart, begin.eigenaar
    for daad in later:
        if isinstance(daad, VoertuigGewijzigd):
            velden: dict[str, Any] = dict(daad.velden)
            kaart, eigenaar = replace(kaart, **velden), daad.eigenaar or eigenaar
        if isinstance(daad, PlaatGewisseld):
            kaart = replace(kaart, kenteken=daad.kenteken)
    return kaart, eigenaar


@pytest.fixture(scope="module")
def verhaal() -> tuple[Gebeurtenis, ...]:
    return make_verhaal(VOERTUIGEN, VANDAAG)


def test_every_history_ends_with_the_card_of_today() -> None:
    for voertuig in VOERTUIGEN:
        assert played(history_of(voertuig, VANDAAG)) == (voertuig.kaart, voertuig.eigenaar), voertuig.sleutel


def test_every_relatie_ends_with_the_card_of_today() -> None:
    for relatie in make_relaties(VANDAAG):
        kaart = None
        for daad in relatie_history(relatie, None, VANDAAG):
            if isinstance(daad, RelatieToegevoegd):
                kaart = daad.kaart
            elif isinstance(daad, RelatieGewijzigd):
                velden: dict[str, Any] = dict(daad.velden)
                assert kaart is not None
                kaart = replace(kaart, **velden)
        assert kaart == relatie.kaart


def test_nothing_happens_before_the_card_or_after_today() -> None:
    for voertuig in VOERTUIGEN:
        dagen = [daad.dag for daad in history_of(voertuig, VANDAAG)]
        assert dagen[0] == first_day(voertuig, VANDAAG)
        assert dagen == sorted(dagen)
        assert dagen[-1] <= VANDAAG


def test_a_card_could_always_be_saved(verhaal: tuple[Gebeurtenis, ...]) -> None:
    for daad in verhaal:
        if isinstance(daad, VoertuigToegevoegd):
            assert daad.kaart.kenteken or daad.kaart.chassisnummer


@pytest.mark.parametrize("sleutel", sorted(VERTYPT))
def test_a_plate_was_typed_wrongly_at_first(sleutel: str) -> None:
    voertuig = next(voertuig for voertuig in VOERTUIGEN if voertuig.sleutel == sleutel)
    begin = history_of(voertuig, VANDAAG)[0]
    assert isinstance(begin, VoertuigToegevoegd)
    fout, goed = begin.kaart.kenteken, voertuig.kaart.kenteken
    assert fout is not None
    assert goed is not None
    assert fout != goed
    assert sorted(fout.compact) == sorted(goed.compact)


def test_the_plate_of_the_golf_was_put_right_by_a_colleague() -> None:
    golf = history_of(VOERTUIGEN[0], VANDAAG)
    correctie = next(daad for daad in golf if isinstance(daad, VoertuigGewijzigd) and "kenteken" in daad.velden)
    assert (golf[0].wie, correctie.wie) == ("marieke", "tom")
    assert correctie.velden["kenteken"] == Kenteken.parse("GA-482-R")


def test_a_planner_touches_no_codes(verhaal: tuple[Gebeurtenis, ...]) -> None:
    def touches_codes(daad: Gebeurtenis) -> bool:
        match daad:
            case VoertuigToegevoegd(kaart=kaart):
                return any(getattr(kaart, veld).gevuld for veld in CODES)
            case VoertuigGewijzigd(velden=velden):
                return any(veld in CODES for veld in velden)
            case _:
                return isinstance(daad, CodeBekeken)

    assert {daad.wie for daad in verhaal if touches_codes(daad)} <= {"marieke", "tom", "sanne"}


def test_a_code_is_looked_at_only_when_it_is_there() -> None:
    for voertuig in VOERTUIGEN:
        gevuld: set[str] = set()
        for daad in history_of(voertuig, VANDAAG):
            if isinstance(daad, VoertuigToegevoegd):
                gevuld |= {veld for veld in CODES if getattr(daad.kaart, veld).gevuld}
            elif isinstance(daad, VoertuigGewijzigd):
                gevuld |= set(daad.velden) & set(CODES)
            elif isinstance(daad, CodeBekeken):
                assert daad.veld in gevuld


def test_an_owner_is_there_before_his_car(verhaal: tuple[Gebeurtenis, ...]) -> None:
    gezien: set[str] = set()
    for daad in verhaal:
        if isinstance(daad, RelatieToegevoegd):
            gezien.add(daad.over)
        elif isinstance(daad, (VoertuigToegevoegd, VoertuigGewijzigd)) and daad.eigenaar:
            assert daad.eigenaar in gezien


def test_a_car_is_there_before_anything_happens_to_it(verhaal: tuple[Gebeurtenis, ...]) -> None:
    gezien: set[str] = set()
    for daad in verhaal:
        if isinstance(daad, (VoertuigToegevoegd, RelatieToegevoegd)):
            gezien.add(daad.over)
        assert daad.over in gezien


def test_some_cars_changed_hands_and_several_people_worked_here(verhaal: tuple[Gebeurtenis, ...]) -> None:
    assert sum(isinstance(daad, VoertuigGewijzigd) and daad.eigenaar is not None for daad in verhaal) >= 10
    assert {daad.wie for daad in verhaal} == {"marieke", "tom", "sanne", "joris", "dennis"}


def test_the_garage_keeps_its_cards_for_six_years(verhaal: tuple[Gebeurtenis, ...]) -> None:
    assert timedelta(days=1800) < verhaal[-1].dag - verhaal[0].dag <= timedelta(days=2200)


@pytest.mark.parametrize("dag", [date(2027, 1, 1), date(2028, 2, 29), date(2031, 7, 4)])
def test_the_story_can_be_told_on_any_day(dag: date) -> None:
    voertuigen: tuple[OefenVoertuig, ...] = make_voertuigen(dag)
    verhaal = make_verhaal(voertuigen, dag)
    assert verhaal == make_verhaal(voertuigen, dag)
    assert max(daad.dag for daad in verhaal) <= dag
