"""A plate or a person that never was of this car is taken away: nothing finds it any more, and it can be put back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.usecases.garage import DAF, GOLF, VAN_DALEN
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.wisseling import Periode, PlaatRegel, PlaatWissel, Rol, RolWissel, Tijdlijn, Verhuizing
from werkplaats.errors import Botsing, NietGevonden, Ongeldig
from werkplaats.usecases.lijsten import RELATIE, VOERTUIG

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.usecases.garage import Garage
    from werkplaats.domain.voertuig import RelatieKop, Voertuig
    from werkplaats.domain.wisseling import Regel, Weggehaald

MAART, APRIL, FEBRUARI = date(2026, 3, 12), date(2026, 4, 1), date(2026, 2, 1)
VINS = Vin.parse("WVWZZZ1KZAW000001"), Vin.parse("WVWZZZ1KZAW000002")


@pytest.fixture
def dalen(garage: Garage) -> RelatieKop:
    return garage.new_owner()


@pytest.fixture
def smeets(garage: Garage) -> RelatieKop:
    return garage.new_owner(replace(VAN_DALEN, tussenvoegsel="", naam="Smeets", telefoon="0611112222"))


@pytest.fixture
def auto(garage: Garage, dalen: RelatieKop) -> Voertuig:
    """A car that its owner has had since February."""
    with garage.later(days=-296):
        return garage.new_car(VoertuigKaart(kenteken=GOLF, merk="VW", chassisnummer=VINS[0], hoofdeigenaar=dalen))


def line(garage: Garage, auto: Voertuig) -> Tijdlijn:
    return garage.wisselingen.tijdlijn(garage.balie, auto.id)


def found(garage: Garage, tekst: str) -> list[tuple[int, date | None]]:
    return [(treffer.id, treffer.oud_tot) for treffer in garage.zoeken.find(garage.balie, tekst, 200).voertuigen]


def refused(garage: Garage, regel: Regel, *, reopen: bool = False) -> list[str]:
    with pytest.raises(Ongeldig) as fout:
        garage.wisselingen.remove(garage.balie, regel, reopen=reopen)
    return [een.code for een in fout.value.bevindingen]


def sold(garage: Garage, auto: Voertuig, naar: RelatieKop, dag: date = MAART) -> Regel:
    van = garage.voertuigen.load(garage.balie, auto.id).kaart.hoofdeigenaar
    garage.wisselingen.change_role(garage.balie, auto.id, RolWissel(Rol.EIGENAAR, van, naar, dag))
    nieuw = line(garage, auto).nu(Rol.EIGENAAR)
    assert nieuw is not None
    return nieuw


def test_a_sale_that_never_was_is_taken_away_and_the_owner_before_has_the_car_again(
    garage: Garage, auto: Voertuig, dalen: RelatieKop, smeets: RelatieKop
) -> None:
    weg = garage.wisselingen.remove(garage.balie, sold(garage, auto, smeets), reopen=True)
    assert weg.heropend is not None
    assert garage.voertuigen.load(garage.balie, auto.id).kaart.hoofdeigenaar == dalen
    assert found(garage, "dalen") == [(auto.id, None)]
    assert found(garage, "smeets") == []
    later = garage.wisselingen.put_back(garage.balie, weg)
    assert later.kaart.hoofdeigenaar == smeets
    assert (found(garage, "dalen"), found(garage, "smeets")) == ([(auto.id, MAART)], [(auto.id, None)])


def test_taken_away_alone_the_car_has_no_owner(garage: Garage, auto: Voertuig, smeets: RelatieKop) -> None:
    garage.wisselingen.remove(garage.balie, sold(garage, auto, smeets))
    assert garage.voertuigen.load(garage.balie, auto.id).kaart.hoofdeigenaar is None
    assert found(garage, "dalen") == [(auto.id, MAART)]
    assert sold(garage, auto, smeets, APRIL).periode == Periode(APRIL), "another one may come on the day that is right"


def test_an_old_plate_that_was_never_on_the_car_no_longer_finds_it(garage: Garage, auto: Voertuig) -> None:
    garage.wisselingen.change_plate(garage.balie, auto.id, PlaatWissel(GOLF, DAF, MAART))
    oud = next(regel for regel in line(garage, auto).kentekens if regel.kenteken == GOLF)
    assert found(garage, "ga482r") == [(auto.id, MAART)]
    weg = garage.wisselingen.remove(garage.balie, oud)
    assert (found(garage, "ga482r"), found(garage, "xs41bp")) == ([], [(auto.id, None)])
    garage.wisselingen.put_back(garage.balie, weg)
    assert found(garage, "ga482r") == [(auto.id, MAART)]


def test_the_lists_and_the_history_follow(
    garage: Garage, auto: Voertuig, dalen: RelatieKop, smeets: RelatieKop
) -> None:
    regel = sold(garage, auto, smeets)
    garage.wisselingen.remove(garage.balie, regel, reopen=True)
    cars = garage.lijsten.first(garage.balie, VOERTUIG, Lijstvraag("kenteken"))
    assert [een.eigenaar for een in cars] == [dalen.weergave]
    people = garage.lijsten.first(garage.balie, RELATIE, Lijstvraag("naam"))
    assert {een.weergave: een.aantal_voertuigen for een in people} == {dalen.weergave: 1, smeets.weergave: 0}
    namen = [getattr(voorval.feit, "eigenaar", None) for voorval in garage.historie.van_voertuig(garage.balie, auto.id)]
    assert smeets not in namen


def test_who_never_drove_it_does_not_find_it_and_is_not_in_its_line(
    garage: Garage, auto: Voertuig, smeets: RelatieKop
) -> None:
    garage.wisselingen.change_role(garage.balie, auto.id, RolWissel(Rol.BESTUURDER, None, smeets, MAART))
    regel = line(garage, auto).nu(Rol.BESTUURDER)
    assert regel is not None
    filtered = Lijstvraag("kenteken", tekst="smeets")
    assert len(garage.lijsten.first(garage.balie, VOERTUIG, filtered)) == 1
    garage.wisselingen.remove(garage.balie, regel)
    assert found(garage, "smeets") == []
    assert garage.lijsten.first(garage.balie, VOERTUIG, filtered) == ()


def test_a_car_without_chassis_number_keeps_the_plate_by_which_it_is_known(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=DAF))
    (regel,) = line(garage, auto).kentekens
    assert refused(garage, regel) == ["WISSEL_NAAMLOOS"]
    assert refused(garage, regel, reopen=True) == ["WISSEL_NAAMLOOS"], "there is none before it"


def test_a_plate_that_went_to_the_next_car_does_not_come_back_while_it_is_there(garage: Garage, auto: Voertuig) -> None:
    with garage.later(days=-296):
        ander = garage.new_car(VoertuigKaart(merk="Audi", chassisnummer=VINS[1]))
    garage.wisselingen.move_plate(garage.balie, auto.id, Verhuizing(GOLF, ander.id, DAF, MAART))
    nieuw = line(garage, auto).plaat
    assert nieuw is not None
    assert refused(garage, nieuw, reopen=True) == ["WISSEL_ELDERS"]
    assert line(garage, auto).plaat == nieuw, "nothing of it was done"
    oud = next(regel for regel in line(garage, auto).kentekens if regel != nieuw)
    garage.wisselingen.remove(garage.balie, nieuw)
    with pytest.raises(Ongeldig) as fout:
        garage.wisselingen.correct(garage.balie, oud, Periode(FEBRUARI))
    assert [(een.veld, een.code) for een in fout.value.bevindingen] == [("tot", "WISSEL_ELDERS")]


def test_a_plate_that_two_cars_bore_on_purpose_can_be_put_back(garage: Garage, auto: Voertuig) -> None:
    garage.new_car(VoertuigKaart(kenteken=GOLF, chassisnummer=VINS[1]))
    plaat = line(garage, auto).plaat
    assert plaat is not None
    weg = garage.wisselingen.remove(garage.balie, plaat)
    assert garage.wisselingen.put_back(garage.balie, weg).kaart.kenteken == GOLF


def test_nothing_is_put_back_over_what_came_since(garage: Garage, auto: Voertuig, smeets: RelatieKop) -> None:
    weg = garage.wisselingen.remove(garage.balie, sold(garage, auto, smeets))
    sold(garage, auto, smeets, APRIL)
    with pytest.raises(Ongeldig) as fout:
        garage.wisselingen.put_back(garage.balie, weg)
    assert [een.code for een in fout.value.bevindingen] == ["PERIODE_NU"]


def test_of_two_who_take_it_away_the_second_is_told(garage: Garage, auto: Voertuig, smeets: RelatieKop) -> None:
    regel = sold(garage, auto, smeets)
    weg = garage.wisselingen.remove(garage.balie, regel)
    with pytest.raises(NietGevonden):
        garage.wisselingen.remove(garage.balie, regel)
    with pytest.raises(NietGevonden):
        garage.wisselingen.correct(garage.balie, regel, Periode(APRIL))
    garage.wisselingen.put_back(garage.balie, weg)
    assert garage.wisselingen.put_back(garage.balie, weg).kaart.hoofdeigenaar == smeets, "twice is once"


def test_who_takes_away_what_another_put_right_sees_it(garage: Garage, auto: Voertuig, smeets: RelatieKop) -> None:
    regel = sold(garage, auto, smeets)
    garage.wisselingen.correct(garage.balie, regel, Periode(APRIL))
    with pytest.raises(Botsing):
        garage.wisselingen.remove(garage.balie, regel)


def test_the_logboek_keeps_what_was_taken_away_and_put_back(garage: Garage, auto: Voertuig, smeets: RelatieKop) -> None:
    weg = garage.wisselingen.remove(garage.balie, sold(garage, auto, smeets))
    garage.wisselingen.put_back(garage.balie, weg)
    regels = garage.voertuigen.logboek(garage.balie, auto.id)[:2]
    fact = f"{smeets.weergave}: 12-03-2026 - …"
    assert [(een.handeling, een.voor, een.na) for een in regels] == [("hersteld", "", fact), ("verwijderd", fact, "")]
    with garage.store.read() as lezing:
        assert lezing.logboek.verify() == ()


# Any order of it all.

PLATEN = [Kenteken.parse(tekst) for tekst in ("GA-482-R", "XS-41-BP", "HT-IP-01")]
DAGEN = [FEBRUARI + timedelta(days=30 * nummer) for nummer in range(9)]
acts = st.lists(
    st.tuples(
        st.sampled_from(("sell", "plate", "move", "correct", "remove", "reopen", "undo")),
        st.integers(0, 1),
        st.integers(0, 20),
        st.sampled_from(DAGEN),
    ),
    min_size=3,
    max_size=14,
)


class Play:
    """Two cars, three plates, two people, and whatever hands do with them."""

    def __init__(self, garage: Garage, mensen: tuple[RelatieKop, ...]) -> None:
        self.garage = garage
        self.mensen = mensen
        self.weg: list[Weggehaald] = []
        self.autos = [
            garage.new_car(VoertuigKaart(kenteken=plaat, chassisnummer=vin, hoofdeigenaar=mens)).id
            for plaat, vin, mens in zip(PLATEN, VINS, mensen, strict=False)
        ]

    def act(self, what: str, at: int, which: int, dag: date) -> None:
        """Does it, or is refused: no order of hands may do more than that."""
        try:
            getattr(self, what)(self.autos[at], which, dag)
        except (Ongeldig, Botsing, NietGevonden):
            return

    def line(self, auto: int) -> Tijdlijn:
        return self.garage.wisselingen.tijdlijn(self.garage.balie, auto)

    def one_of(self, auto: int, which: int) -> tuple[Regel, ...]:
        """One fact of a car, or none where there is none."""
        regels = self.line(auto).regels()
        return (regels[which % len(regels)],) if regels else ()

    def sell(self, auto: int, which: int, dag: date) -> None:
        nu = self.line(auto).nu(Rol.EIGENAAR)
        naar = (*self.mensen, None)[which % 3]
        invoer = RolWissel(Rol.EIGENAAR, nu.relatie if nu else None, naar, dag)
        self.garage.wisselingen.change_role(self.garage.balie, auto, invoer)

    def plate(self, auto: int, which: int, dag: date) -> None:
        """What a person at the counter does: he does not give a plate that another car bears."""
        nu, nieuw = self.line(auto).plaat, (*PLATEN, None)[which % 4]
        with self.garage.store.read() as lezing:
            if not lezing.voertuigen.doubles(nieuw, None, auto):
                invoer = PlaatWissel(nu.kenteken if nu else None, nieuw, dag)
                self.garage.wisselingen.change_plate(self.garage.balie, auto, invoer)

    def move(self, auto: int, _which: int, dag: date) -> None:
        nu = self.line(auto).plaat
        naar = next(ander for ander in self.autos if ander != auto)
        self.garage.wisselingen.move_plate(
            self.garage.balie, auto, Verhuizing(nu.kenteken if nu else None, naar, None, dag)
        )

    def correct(self, auto: int, which: int, dag: date) -> None:
        periode = (Periode(dag), Periode(FEBRUARI, dag), Periode(None, dag))[which % 3]
        for regel in self.one_of(auto, which):
            self.garage.wisselingen.correct(self.garage.balie, regel, periode)

    def remove(self, auto: int, which: int, _dag: date, *, reopen: bool = False) -> None:
        for regel in self.one_of(auto, which):
            self.weg.append(self.garage.wisselingen.remove(self.garage.balie, regel, reopen=reopen))

    def reopen(self, auto: int, which: int, dag: date) -> None:
        self.remove(auto, which, dag, reopen=True)

    def undo(self, _auto: int, which: int, _dag: date) -> None:
        if self.weg:
            self.garage.wisselingen.put_back(self.garage.balie, self.weg[which % len(self.weg)])


def check(play: Play) -> None:
    """What must hold after any order."""
    lijnen = {auto: play.line(auto) for auto in play.autos}
    nu: list[Kenteken] = []
    for lijn in lijnen.values():
        assert sum(regel.periode.tot is None for regel in lijn.kentekens) <= 1
        assert sum(regel.periode.tot is None and regel.rol is Rol.EIGENAAR for regel in lijn.rollen) <= 1
        for regel in lijn.regels():
            assert not any(regel.periode.overlaps(ander.periode) for ander in lijn.soortgenoten(regel))
        nu += [lijn.plaat.kenteken] if lijn.plaat else []
    assert len(nu) == len(set(nu)), "one plate on two cars"
    for plaat in PLATEN:
        borne = {auto for auto, lijn in lijnen.items() if any(een.kenteken == plaat for een in lijn.kentekens)}
        assert {auto for auto, _tot in found(play.garage, plaat.compact)} & set(play.autos) == borne
    for mens, naam in zip(play.mensen, ("dalen", "smeets"), strict=True):
        had = {auto for auto, lijn in lijnen.items() if any(een.relatie == mens for een in lijn.rollen)}
        assert {auto for auto, _tot in found(play.garage, naam)} & set(play.autos) == had


@pytest.fixture
def begin(garage: Garage, dalen: RelatieKop, smeets: RelatieKop) -> Callable[[], Play]:
    """Two new cars since February."""

    def make() -> Play:
        with garage.later(days=-296):
            return Play(garage, (dalen, smeets))

    return make


@settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(handen=acts)
def test_after_any_order_of_hands_a_car_bears_one_plate_and_search_finds_what_was_not_taken_away(
    begin: Callable[[], Play], handen: list[tuple[str, int, int, date]]
) -> None:
    play = begin()
    for what, at, which, dag in handen:
        play.act(what, at, which, dag)
    check(play)
    for auto in play.autos:
        for regel in play.line(auto).regels():
            if isinstance(regel, PlaatRegel):
                # The next two cars of this run find the plates free.
                play.garage.wisselingen.remove(play.garage.balie, regel)
