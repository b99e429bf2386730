"""Two people edit one car in any order: no field is lost unseen, and own saves never conflict."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.usecases.garage import DAF, GOLF, VAN_DALEN, moment
from werkplaats.domain.voertuig import Code, RelatieKop, VoertuigKaart
from werkplaats.errors import Botsing

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.voertuig import Voertuig

VOLGORDEN = int(os.environ.get("VOLGORDEN", "300"))
"""How many random orders are tried on each database; ``VOLGORDEN=2000`` for the measured promise."""

WAARDEN: dict[str, list[Any]] = {
    "kenteken": [GOLF, DAF],
    "hoofdeigenaar": [None, RelatieKop(1, "Dhr. H. van Dalen"), RelatieKop(2, "Dhr. H. Smeets")],
    "merk": ["", "Seat", "Skoda"],
    "bouwjaar": [None, 2019, 2020],
    "lpg": [False, True],
    "radiocode": [Code.of(""), Code.of("4711"), Code.of("1234")],
}

typing = st.sampled_from(sorted(WAARDEN)).flatmap(lambda veld: st.tuples(st.just(veld), st.sampled_from(WAARDEN[veld])))
steps = st.lists(
    st.tuples(st.sampled_from("AB"), st.one_of(typing, st.just("opslaan"), st.just("opslaan"))), max_size=16
)


@pytest.fixture(autouse=True)
def _owners(garage: Garage) -> None:
    """The two people of whom the car may be; an empty database numbers them from 1."""
    assert [garage.new_owner().id, garage.new_owner(replace(VAN_DALEN, naam="Smeets")).id] == [1, 2]


@dataclass
class Formulier:
    """An open form: the card that it was opened on, and the card as it stands on the screen."""

    wie: Wie
    basis: VoertuigKaart
    kaart: VoertuigKaart

    def mine(self) -> dict[str, Any]:
        """What was typed in it."""
        return {
            veld: getattr(self.kaart, veld)
            for veld in WAARDEN
            if getattr(self.kaart, veld) != getattr(self.basis, veld)
        }

    def reload(self, kaart: VoertuigKaart) -> None:
        """Shows the card as it stands in the store now."""
        self.basis = self.kaart = kaart


def save(garage: Garage, formulier: Formulier, voertuig_id: int) -> tuple[Voertuig, set[str]]:
    """The car as it stands after the save, and the fields in conflict."""
    try:
        return garage.voertuigen.save(formulier.wie, voertuig_id, formulier.basis, formulier.kaart), set()
    except Botsing as fout:
        return fout.actueel, {veld.veld for veld in fout.velden}


@settings(max_examples=VOLGORDEN, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stappen=steps)
def test_no_field_is_lost_unseen_in_any_order(garage: Garage, stappen: list[tuple[str, Any]]) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF))
    waarheid: dict[str, Any] = {veld: getattr(auto.kaart, veld) for veld in WAARDEN}
    formulieren = {naam: Formulier(garage.wie("Balie", naam), auto.kaart, auto.kaart) for naam in "AB"}
    for naam, stap in stappen:
        formulier = formulieren[naam]
        if stap != "opslaan":
            formulier.kaart = replace(formulier.kaart, **dict([stap]))
            continue
        mijn = formulier.mine()
        ongezien = {veld for veld in mijn if waarheid[veld] not in (getattr(formulier.basis, veld), mijn[veld])}
        later, botst = save(garage, formulier, auto.id)
        assert botst == ongezien
        waarheid |= {} if botst else mijn
        assert {veld: getattr(later.kaart, veld) for veld in WAARDEN} == waarheid
        formulier.reload(later.kaart)


def test_own_saves_one_after_the_other_never_conflict(garage: Garage) -> None:
    """One form that stays open, whatever its fields: a code and the dated ones too."""
    kaart = garage.new_car(VoertuigKaart(kenteken=GOLF)).kaart
    for veld in (*WAARDEN, *WAARDEN):
        for waarde in WAARDEN[veld]:
            kaart = garage.voertuigen.save(garage.balie, 1, kaart, replace(kaart, **{veld: waarde})).kaart
            assert getattr(kaart, veld) == waarde


def test_a_conflict_names_the_hand_of_each_field_and_its_moment(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF))
    with garage.later(minutes=5):
        eens = garage.change(garage.wie("Balie", "Tom"), auto, merk="Seat")
    with garage.later(minutes=9):
        garage.change(garage.wie("Balie", "Sanne"), eens, model="Ibiza")
    with pytest.raises(Botsing) as fout:
        garage.change(garage.balie, auto, merk="Skoda", model="Fabia")
    assert [(veld.veld, veld.door, veld.op) for veld in fout.value.velden] == [
        ("merk", "Tom", moment(2026, 11, 24, 9, 5)),
        ("model", "Sanne", moment(2026, 11, 24, 9, 9)),
    ]


def test_two_who_save_at_the_same_moment_lose_nothing(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF))
    velden: dict[str, Any] = {
        "merk": "Seat",
        "model": "Ibiza",
        "type": "1.0",
        "bouwjaar": 2019,
        "lpg": True,
        "motorcode": "DPCA",
    }

    with ThreadPoolExecutor(len(velden)) as pool:
        list(pool.map(lambda veld: garage.change(garage.balie, auto, **{veld: velden[veld]}), velden))

    later = garage.voertuigen.load(garage.balie, auto.id)
    assert later.kaart == replace(auto.kaart, **velden)
    assert later.versie == auto.versie + len(velden)
    with garage.store.read() as lezing:
        assert lezing.logboek.verify() == ()


def test_of_all_who_change_one_field_at_the_same_moment_one_wins_and_the_others_see_it(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF))
    merken = ["Seat", "Skoda", "Audi", "Opel", "Volvo"]
    formulieren = [Formulier(garage.balie, auto.kaart, replace(auto.kaart, merk=merk)) for merk in merken]

    with ThreadPoolExecutor(len(merken)) as pool:
        uitkomsten = list(pool.map(lambda formulier: save(garage, formulier, auto.id), formulieren))

    assert sorted(len(botst) for _later, botst in uitkomsten) == [0, 1, 1, 1, 1]
    assert len({later.kaart.merk for later, _botst in uitkomsten}) == 1
