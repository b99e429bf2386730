"""Historie: plates, owners, readings, passes and changes of a car on one line of time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import DAF, GOLF, VAN_DALEN
from werkplaats.domain.contactmoment import ContactKaart, Contactmoment
from werkplaats.domain.historie import EigenaarPeriode, Einde, KentekenPeriode, Soort
from werkplaats.domain.kmstand import KmInvoer
from werkplaats.domain.rechten import Recht
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.wisseling import Rol, RolWissel
from werkplaats.errors import NietGevonden

if TYPE_CHECKING:
    from tests.usecases.garage import Garage


def test_all_that_happened_stands_on_one_line_the_newest_first(garage: Garage) -> None:
    eerste = garage.new_owner()
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=eerste))
    garage.kmstanden.add(garage.balie, auto.id, KmInvoer(52_449, date(2025, 3, 1)))
    with garage.later(days=10):
        garage.change(
            garage.balie, auto, hoofdeigenaar=garage.new_owner(replace(VAN_DALEN, tussenvoegsel="", naam="Smeets"))
        )
    with garage.later(days=20):
        garage.pechhulp.aanvragen(garage.balie, auto.id, garage.pechhulp.prepare(garage.balie, auto.id).invoer)
    lijn = garage.historie.van_voertuig(garage.balie, auto.id)
    assert [voorval.soort for voorval in lijn][:3] == [Soort.PECHHULP, Soort.WIJZIGING, Soort.EIGENAAR]
    assert lijn[-1].soort is Soort.KM
    assert [voorval.dag for voorval in lijn] == sorted((voorval.dag for voorval in lijn if voorval.dag), reverse=True)
    eigenaren = [voorval.feit for voorval in lijn if isinstance(voorval.feit, EigenaarPeriode)]
    assert [(feit.eigenaar.weergave, feit.van, feit.tot) for feit in eigenaren] == [
        ("Dhr. H. Smeets", date(2026, 12, 4), None),
        ("Dhr. H. van Dalen", date(2026, 11, 24), date(2026, 12, 4)),
    ]


def test_a_talk_about_the_car_and_a_driver_stand_on_the_line(garage: Garage) -> None:
    dalen = garage.new_owner()
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=dalen))
    gesprek = ContactKaart(garage.klok.nu(), tekst="Gebeld over de APK", voertuig_id=auto.id)
    garage.contacten.save(garage.balie, None, dalen.id, gesprek, gesprek)
    garage.wisselingen.change_role(garage.balie, auto.id, RolWissel(Rol.BESTUURDER, None, dalen, date(2026, 11, 1)))
    lijn = garage.historie.van_voertuig(garage.balie, auto.id)
    assert [v.feit.kaart.tekst for v in lijn if isinstance(v.feit, Contactmoment)] == ["Gebeld over de APK"]
    (bestuurder,) = [v for v in lijn if v.soort is Soort.BESTUURDER]
    assert (bestuurder.dag, bestuurder.feit) == (
        date(2026, 11, 1),
        EigenaarPeriode(dalen, date(2026, 11, 1), None, Rol.BESTUURDER),
    )
    zonder = replace(garage.balie, rechten=garage.balie.rechten - {Recht.RELATIE_ZIEN})
    soorten = {v.soort for v in garage.historie.van_voertuig(zonder, auto.id)}
    assert not soorten & {Soort.CONTACT, Soort.BESTUURDER, Soort.EIGENAAR}


def test_an_end_that_nothing_follows_is_told_itself(garage: Garage) -> None:
    dalen = garage.new_owner()
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=dalen))
    with garage.later(days=9):
        garage.change(garage.balie, auto, hoofdeigenaar=None)
    einden = [v for v in garage.historie.van_voertuig(garage.balie, auto.id) if isinstance(v.feit, Einde)]
    assert [(v.dag, v.soort) for v in einden] == [(date(2026, 12, 3), Soort.EIGENAAR)]


def test_a_reading_is_told_once_and_its_correction_as_a_change(garage: Garage) -> None:
    auto = garage.new_car()
    stand = garage.kmstanden.add(garage.balie, auto.id, KmInvoer(100, date(2026, 11, 24)))

    def soorten() -> list[Soort]:
        return [voorval.soort for voorval in garage.historie.van_voertuig(garage.balie, auto.id)]

    assert (soorten().count(Soort.KM), soorten().count(Soort.WIJZIGING)) == (1, 1)
    garage.kmstanden.correct(garage.balie, stand.id, stand.invoer, replace(stand.invoer, stand=101))
    assert (soorten().count(Soort.KM), soorten().count(Soort.WIJZIGING)) == (1, 2)


def test_one_act_is_one_line_however_many_fields_it_touched(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=DAF, merk="DAF", model="44", bouwjaar=1970))
    (daad,) = [v for v in garage.historie.van_voertuig(garage.balie, auto.id) if v.soort is Soort.WIJZIGING]
    assert isinstance(daad.feit, tuple)
    assert {regel.veld for regel in daad.feit} == {"kenteken", "merk", "model", "bouwjaar"}


def test_a_mechanic_sees_no_passes(garage: Garage) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=garage.new_owner()))
    garage.pechhulp.aanvragen(garage.balie, auto.id, garage.pechhulp.prepare(garage.balie, auto.id).invoer)
    soorten = {voorval.soort for voorval in garage.historie.van_voertuig(garage.wie("Monteur"), auto.id)}
    assert Soort.PECHHULP not in soorten
    assert Soort.EIGENAAR in soorten


def test_a_plate_says_until_when(garage: Garage) -> None:
    auto = garage.new_car()
    (plaat,) = [v.feit for v in garage.historie.van_voertuig(garage.balie, auto.id) if v.soort is Soort.KENTEKEN]
    assert plaat == KentekenPeriode(GOLF, date(2026, 11, 24), None)


def test_a_car_that_is_gone_has_no_history(garage: Garage) -> None:
    with pytest.raises(NietGevonden):
        garage.historie.van_voertuig(garage.balie, 4711)
