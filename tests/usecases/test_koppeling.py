"""Another workstation is let in with a koppelcode; a database never gets two keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.instellingen import RDW_APP_TOKEN
from werkplaats.domain.sleutelstand import Sleutelstand
from werkplaats.errors import GeheimFout
from werkplaats.services.kluis import Kluis
from werkplaats.services.sleutelbos import GeheugenSleutelbos
from werkplaats.usecases.instellingen import Instellingen
from werkplaats.usecases.koppeling import Koppeling

if TYPE_CHECKING:
    from tests.usecases.garage import Garage


def other_workstation(garage: Garage) -> Kluis:
    with garage.store.read() as lezing:
        return Kluis(GeheugenSleutelbos(oefensleutels=False), lezing.geheimen.database_id())


def test_a_new_database_has_no_key(garage: Garage) -> None:
    assert garage.koppeling.check(garage.beheerder) == Sleutelstand(aanwezig=False, past=None)


def test_the_first_code_makes_the_key_and_each_showing_is_logged(garage: Garage) -> None:
    code = garage.koppeling.show_code(garage.beheerder)
    assert garage.koppeling.show_code(garage.beheerder) == code
    assert garage.koppeling.check(garage.beheerder) == Sleutelstand(aanwezig=True, past=True)
    with garage.store.read() as lezing:
        regels = lezing.logboek.van("instellingen", garage.beheerder.shop_id, 10)
    assert [regel.handeling for regel in regels].count("bekeken") == 2
    assert code not in str(regels)


def test_another_workstation_reads_the_secrets_after_its_code(garage: Garage) -> None:
    garage.instellingen.set_geheim(garage.beheerder, RDW_APP_TOKEN, "oefentoken")
    kluis = other_workstation(garage)
    elders = Koppeling(garage.store, kluis)
    assert elders.check(garage.beheerder).aanwezig is False
    stand = elders.admit(garage.beheerder, garage.koppeling.show_code(garage.beheerder))
    assert stand == Sleutelstand(aanwezig=True, past=True)
    with garage.store.read() as lezing:
        inhoud = lezing.geheimen.get(garage.beheerder.shop_id, RDW_APP_TOKEN)
    assert inhoud
    assert kluis.unseal(garage.beheerder.shop_id, RDW_APP_TOKEN, inhoud) == "oefentoken"


def test_a_second_workstation_makes_no_second_key(garage: Garage) -> None:
    garage.koppeling.show_code(garage.beheerder)
    elders = other_workstation(garage)
    for act in (
        lambda: Koppeling(garage.store, elders).show_code(garage.beheerder),
        lambda: Instellingen(garage.store, elders).set_geheim(garage.beheerder, RDW_APP_TOKEN, "oefentoken"),
    ):
        with pytest.raises(GeheimFout) as caught:
            act()
        assert caught.value.code == "GEEN_SLEUTEL"
    assert not elders.has_key()


def test_a_key_that_does_not_fit_is_noticed(garage: Garage) -> None:
    garage.koppeling.show_code(garage.beheerder)
    elders = other_workstation(garage)
    elders.make_key()
    assert Koppeling(garage.store, elders).check(garage.beheerder) == Sleutelstand(aanwezig=True, past=False)


def test_a_wrong_code_changes_nothing(garage: Garage) -> None:
    elders = other_workstation(garage)
    with pytest.raises(GeheimFout):
        Koppeling(garage.store, elders).admit(garage.beheerder, "ABCDE-ABCDE")
    assert not elders.has_key()
