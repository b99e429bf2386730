"""The car through time: sales, new plates, plates that move; found again by what was, never two at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import DAF, GOLF, VAN_DALEN
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.rechten import Recht
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.wisseling import EindeElders, Periode, PlaatWissel, Rol, RolWissel, Verhuizing
from werkplaats.errors import Botsing, NietGevonden, Ongeldig

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.treffers import VoertuigTreffer
    from werkplaats.domain.voertuig import RelatieKop, Voertuig

VANDAAG, MAART, FEBRUARI = date(2026, 11, 24), date(2026, 3, 12), date(2026, 2, 1)
PLAAT = Kenteken.parse("1-ABC-123", "BE")
VIN, ANDER_VIN = Vin.parse("WVWZZZ1KZAW000001"), Vin.parse("WVWZZZ1KZAW000002")


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
        return garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", chassisnummer=VIN, hoofdeigenaar=dalen))


def found(garage: Garage, tekst: str) -> VoertuigTreffer:
    (treffer,) = garage.zoeken.find(garage.balie, tekst).voertuigen
    return treffer


def sell(garage: Garage, auto: Voertuig, naar: RelatieKop | None, dag: date = MAART) -> Voertuig:
    van = garage.voertuigen.load(garage.balie, auto.id).kaart.hoofdeigenaar
    return garage.wisselingen.change_role(garage.balie, auto.id, RolWissel(Rol.EIGENAAR, van, naar, dag))


def refused(garage: Garage, auto: Voertuig, invoer: RolWissel | PlaatWissel | Verhuizing) -> list[tuple[str, str]]:
    acts = {
        RolWissel: garage.wisselingen.change_role,
        PlaatWissel: garage.wisselingen.change_plate,
        Verhuizing: garage.wisselingen.move_plate,
    }
    with pytest.raises(Ongeldig) as fout:
        acts[type(invoer)](garage.balie, auto.id, invoer)  # type: ignore[operator]  # the table pairs act and input
    return [(een.veld, een.code) for een in fout.value.bevindingen]


def test_after_a_sale_the_old_owner_still_finds_the_car_and_until_when(
    garage: Garage, auto: Voertuig, dalen: RelatieKop, smeets: RelatieKop
) -> None:
    later = sell(garage, auto, smeets)
    assert later.kaart.hoofdeigenaar == smeets
    assert (found(garage, "dalen").oud_eigenaar, found(garage, "dalen").oud_tot) == (dalen.weergave, MAART)
    assert found(garage, "smeets").oud_eigenaar == ""
    rollen = garage.wisselingen.tijdlijn(garage.balie, auto.id).rollen
    assert [(regel.relatie, regel.periode) for regel in rollen] == [
        (dalen, Periode(FEBRUARI, MAART)),
        (smeets, Periode(MAART, None)),
    ]


def test_a_car_is_found_by_who_drives_it_and_by_who_has_its_contract(
    garage: Garage, auto: Voertuig, dalen: RelatieKop, smeets: RelatieKop
) -> None:
    def role(rol: Rol, van: RelatieKop | None, naar: RelatieKop | None, dag: date) -> None:
        garage.wisselingen.change_role(garage.balie, auto.id, RolWissel(rol, van, naar, dag))

    role(Rol.BESTUURDER, None, smeets, FEBRUARI)
    treffer = found(garage, "smeets")
    assert (treffer.rol, treffer.persoon, treffer.oud_tot) == (Rol.BESTUURDER, smeets.weergave, None)
    assert (treffer.eigenaar, treffer.oud_eigenaar) == (dalen.weergave, "")
    role(Rol.BESTUURDER, smeets, None, MAART)
    assert (found(garage, "smeets").rol, found(garage, "smeets").oud_tot) == (Rol.BESTUURDER, MAART)
    role(Rol.CONTRACTANT, None, smeets, MAART)
    assert (found(garage, "0611112222").rol, found(garage, "0611112222").oud_tot) == (Rol.CONTRACTANT, None)
    role(Rol.BESTUURDER, None, dalen, MAART)
    assert found(garage, "dalen").rol is None, "who drives his own car is its owner"
    assert garage.zoeken.find(garage.balie, "ga482r").voertuigen[0].rol is None


def test_a_person_has_the_cars_that_he_drives_too(
    garage: Garage, auto: Voertuig, dalen: RelatieKop, smeets: RelatieKop
) -> None:
    for wie in (dalen, smeets):
        rollen = garage.wisselingen.tijdlijn(garage.balie, auto.id).rollen
        nu = next(
            (regel.relatie for regel in rollen if regel.rol is Rol.BESTUURDER and regel.periode.tot is None), None
        )
        garage.wisselingen.change_role(garage.balie, auto.id, RolWissel(Rol.BESTUURDER, nu, wie, MAART))
        autos = garage.relaties.blik(garage.balie, wie.id).voertuigen
        assert [(een.id, een.rol) for een in autos] == [(auto.id, None if wie is dalen else Rol.BESTUURDER)]


def test_a_car_may_be_sold_to_somebody_unknown_and_find_its_owner_later(
    garage: Garage, auto: Voertuig, smeets: RelatieKop
) -> None:
    assert sell(garage, auto, None).kaart.hoofdeigenaar is None
    assert found(garage, "dalen").oud_tot == MAART
    assert sell(garage, auto, smeets, date(2026, 6, 1)).kaart.hoofdeigenaar == smeets


def test_an_owner_who_bought_his_car_back_is_its_owner(
    garage: Garage, auto: Voertuig, dalen: RelatieKop, smeets: RelatieKop
) -> None:
    sell(garage, auto, smeets)
    sell(garage, auto, dalen, date(2026, 6, 1))
    assert (found(garage, "dalen").oud_eigenaar, found(garage, "dalen").eigenaar) == ("", dalen.weergave)
    assert found(garage, "smeets").oud_tot == date(2026, 6, 1)


def test_what_cannot_be_a_sale_is_refused_at_its_field(garage: Garage, auto: Voertuig, dalen: RelatieKop) -> None:
    def sale(naar: RelatieKop | None, dag: date | None) -> list[tuple[str, str]]:
        return refused(garage, auto, RolWissel(Rol.EIGENAAR, dalen, naar, dag))

    assert sale(dalen, MAART) == [("nieuw", "WISSEL_ZELFDE")]
    assert sale(None, None) == [("dag", "WISSEL_DAG_LEEG")]
    assert sale(None, date(2026, 11, 25)) == [("dag", "WISSEL_TOEKOMST")]
    assert sale(None, date(2026, 1, 1)) == [("dag", "WISSEL_VOOR_BEGIN")]
    bestuurder = RolWissel(Rol.BESTUURDER, None, None, MAART)
    assert refused(garage, auto, bestuurder) == [("nieuw", "WISSEL_NIEMAND")]


def test_a_driver_and_a_holder_of_the_contract_have_their_days_too(
    garage: Garage, auto: Voertuig, dalen: RelatieKop, smeets: RelatieKop
) -> None:
    for rol in (Rol.BESTUURDER, Rol.CONTRACTANT):
        garage.wisselingen.change_role(garage.balie, auto.id, RolWissel(rol, None, smeets, FEBRUARI))
        garage.wisselingen.change_role(garage.balie, auto.id, RolWissel(rol, smeets, dalen, MAART))
    tijdlijn = garage.wisselingen.tijdlijn(garage.balie, auto.id)
    for rol in (Rol.BESTUURDER, Rol.CONTRACTANT):
        nu = tijdlijn.nu(rol)
        assert nu is not None
        assert (nu.relatie, nu.periode) == (dalen, Periode(MAART))
    assert garage.voertuigen.load(garage.balie, auto.id).kaart.hoofdeigenaar == dalen


def test_of_two_who_sell_one_car_the_second_sees_that_it_is_sold(
    garage: Garage, auto: Voertuig, dalen: RelatieKop, smeets: RelatieKop
) -> None:
    sell(garage, auto, smeets)
    with pytest.raises(Botsing) as fout:
        garage.wisselingen.change_role(garage.balie, auto.id, RolWissel(Rol.EIGENAAR, dalen, None, MAART))
    assert [(veld.veld, veld.hun) for veld in fout.value.velden] == [("hoofdeigenaar", smeets)]


def test_an_old_plate_finds_the_car_until_its_last_day(garage: Garage, auto: Voertuig) -> None:
    garage.wisselingen.change_plate(garage.balie, auto.id, PlaatWissel(GOLF, DAF, MAART))
    treffer = found(garage, "ga482r")
    assert (treffer.kenteken, treffer.oud_kenteken, treffer.oud_tot) == (DAF, GOLF, MAART)
    assert found(garage, "xs41bp").oud_kenteken is None


def test_a_plate_may_end_without_a_next_one_where_the_car_has_its_chassis_number(
    garage: Garage, auto: Voertuig
) -> None:
    naamloos = garage.new_car(VoertuigKaart(kenteken=DAF))
    assert refused(garage, naamloos, PlaatWissel(DAF, None, VANDAAG)) == [("nieuw", "WISSEL_NAAMLOOS")]
    later = garage.wisselingen.change_plate(garage.balie, auto.id, PlaatWissel(GOLF, None, MAART))
    assert later.kaart.kenteken is None
    assert found(garage, "ga482r").oud_tot == MAART
    assert refused(garage, auto, PlaatWissel(None, None, MAART)) == [("nieuw", "WISSEL_GEEN_PLAAT")]


@pytest.fixture
def volgende(garage: Garage) -> Voertuig:
    """The next car of a Belgian, that bore a plate of its own."""
    with garage.later(days=-296):
        return garage.new_car(VoertuigKaart(kenteken=DAF, merk="Audi", chassisnummer=ANDER_VIN))


@pytest.fixture
def belg(garage: Garage) -> Voertuig:
    with garage.later(days=-296):
        return garage.new_car(VoertuigKaart(kenteken=PLAAT, merk="Renault", chassisnummer=VIN))


def test_a_belgian_plate_goes_to_the_next_car(garage: Garage, belg: Voertuig, volgende: Voertuig) -> None:
    later = garage.wisselingen.move_plate(garage.balie, belg.id, Verhuizing(PLAAT, volgende.id, None, MAART))
    assert later.kaart.kenteken is None
    assert garage.voertuigen.load(garage.balie, volgende.id).kaart.kenteken == PLAAT
    bij_plaat = {treffer.id: treffer for treffer in garage.zoeken.find(garage.balie, "1abc123").voertuigen}
    assert (bij_plaat[belg.id].oud_kenteken, bij_plaat[belg.id].oud_tot) == (PLAAT, MAART)
    assert bij_plaat[volgende.id].oud_kenteken is None
    assert found(garage, "xs41bp").oud_tot == MAART
    assert garage.voertuigen.doubles(garage.balie, VoertuigKaart(kenteken=PLAAT), volgende.id) == ()


def test_the_car_left_behind_may_get_a_new_plate(garage: Garage, belg: Voertuig, volgende: Voertuig) -> None:
    nieuw = Kenteken.parse("2-XYZ-987", "BE")
    later = garage.wisselingen.move_plate(garage.balie, belg.id, Verhuizing(PLAAT, volgende.id, nieuw, MAART))
    assert later.kaart.kenteken == nieuw


def test_a_plate_moves_whole_or_not_at_all(garage: Garage, belg: Voertuig, volgende: Voertuig) -> None:
    te_vroeg = Verhuizing(PLAAT, volgende.id, None, date(2026, 1, 1))
    assert refused(garage, belg, te_vroeg) == [("dag", "WISSEL_VOOR_BEGIN")]
    assert refused(garage, belg, Verhuizing(PLAAT, belg.id, None, MAART)) == [("naar", "WISSEL_DEZELFDE_AUTO")]
    assert refused(garage, belg, Verhuizing(PLAAT, None, None, None)) == [
        ("dag", "WISSEL_DAG_LEEG"),
        ("naar", "WISSEL_AUTO_LEEG"),
    ]
    with pytest.raises(NietGevonden):
        garage.wisselingen.move_plate(garage.balie, belg.id, Verhuizing(PLAAT, 4711, None, MAART))
    assert garage.voertuigen.load(garage.balie, belg.id).kaart.kenteken == PLAAT
    assert garage.voertuigen.load(garage.balie, volgende.id).kaart.kenteken == DAF


def test_the_days_of_a_fact_are_put_right_without_overlap(garage: Garage, auto: Voertuig, smeets: RelatieKop) -> None:
    sell(garage, auto, smeets)
    eerste, tweede = garage.wisselingen.tijdlijn(garage.balie, auto.id).rollen
    with pytest.raises(Ongeldig) as fout:
        garage.wisselingen.correct(garage.balie, eerste, Periode(FEBRUARI, date(2026, 4, 1)))
    assert [(een.veld, een.code) for een in fout.value.bevindingen] == [("tot", "PERIODE_NU")]
    garage.wisselingen.correct(garage.balie, tweede, Periode(date(2026, 4, 1)))
    garage.wisselingen.correct(garage.balie, eerste, Periode(FEBRUARI, date(2026, 4, 1)))
    assert found(garage, "dalen").oud_tot == date(2026, 4, 1)


def test_who_puts_a_day_right_that_another_put_right_sees_it(garage: Garage, auto: Voertuig) -> None:
    (regel,) = garage.wisselingen.tijdlijn(garage.balie, auto.id).kentekens
    garage.wisselingen.correct(garage.balie, regel, Periode(date(2026, 1, 1)))
    with pytest.raises(Botsing):
        garage.wisselingen.correct(garage.balie, regel, Periode(date(2026, 1, 15)))


def test_a_sale_after_a_save_and_a_save_after_a_sale_are_no_conflict(
    garage: Garage, auto: Voertuig, smeets: RelatieKop
) -> None:
    """One person, one card open all the while."""
    eens = garage.change(garage.balie, auto, merk="Seat")
    sell(garage, auto, smeets)
    later = garage.change(garage.balie, eens, model="Ibiza")
    assert (later.kaart.merk, later.kaart.model, later.kaart.hoofdeigenaar) == ("Seat", "Ibiza", smeets)


def test_the_logboek_says_from_which_day_on(garage: Garage, auto: Voertuig, smeets: RelatieKop) -> None:
    sell(garage, auto, smeets)
    regels = {regel.veld: regel.na for regel in garage.voertuigen.logboek(garage.balie, auto.id)[:2]}
    assert regels == {"hoofdeigenaar": smeets.weergave, "per_dag": "2026-03-12"}
    with garage.store.read() as lezing:
        assert lezing.logboek.verify() == ()


def test_a_plate_that_two_cars_bear_ends_at_the_other_in_the_same_save(garage: Garage, auto: Voertuig) -> None:
    nieuw = VoertuigKaart(kenteken=GOLF, chassisnummer=ANDER_VIN)
    later = garage.voertuigen.save(garage.balie, None, VoertuigKaart(), nieuw, einde_elders=EindeElders(auto.id, MAART))
    assert later.kaart.kenteken == GOLF
    assert garage.voertuigen.load(garage.balie, auto.id).kaart.kenteken is None
    with pytest.raises(Ongeldig):
        garage.voertuigen.save(
            garage.balie,
            None,
            VoertuigKaart(),
            VoertuigKaart(kenteken=GOLF, merk="Opel"),
            einde_elders=EindeElders(later.id, date(2026, 1, 1)),
        )
    with garage.store.read() as lezing:
        assert [een.id for een in lezing.voertuigen.doubles(GOLF, None)] == [later.id], "nothing of it was saved"


def test_who_may_not_see_relaties_sees_the_plates_alone(garage: Garage, auto: Voertuig) -> None:
    wie = replace(garage.balie, rechten=garage.balie.rechten - {Recht.RELATIE_ZIEN})
    tijdlijn = garage.wisselingen.tijdlijn(wie, auto.id)
    assert (len(tijdlijn.kentekens), tijdlijn.rollen) == (1, ())


def test_a_car_that_is_gone_has_no_dated_facts(garage: Garage) -> None:
    with pytest.raises(NietGevonden):
        garage.wisselingen.tijdlijn(garage.balie, 4711)
