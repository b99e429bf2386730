"""The shop's own fields as people fill them: two hands, the logboek, and a field that is taken away while in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.vrije_velden import Veldsoort, VrijVeld
from werkplaats.errors import Botsing, NietGevonden, Ongeldig

if TYPE_CHECKING:
    from tests.usecases.garage import Garage

KLEUR = VrijVeld("a", "Kleur label", Veldsoort.KEUZE, ("rood", "geel"))
HAAK = VrijVeld("b", "Trekhaak", Veldsoort.JANEE)
SLOT = VrijVeld("c", "Slotcode APK", persoonlijk=True)


@pytest.fixture
def auto(garage: Garage) -> int:
    garage.configure(vrije_velden=(KLEUR, HAAK, SLOT))
    return garage.new_car().id


def settings(garage: Garage) -> tuple[VrijVeld, ...]:
    return garage.instellingen.load(garage.beheerder).instellingen.vrije_velden


def test_what_was_filled_in_is_there_again(garage: Garage, auto: int) -> None:
    garage.vrije_velden.save(garage.balie, auto, {}, {"a": "rood", "b": ""})
    kaart = garage.vrije_velden.load(garage.balie, auto)
    assert (kaart.velden, kaart.waarden) == ((KLEUR, HAAK, SLOT), {"a": "rood"})
    garage.vrije_velden.save(garage.balie, auto, {"a": "rood"}, {})
    assert garage.vrije_velden.load(garage.balie, auto).waarden == {}


def test_two_who_fill_in_different_fields_lose_nothing(garage: Garage, auto: int) -> None:
    garage.vrije_velden.save(garage.beheerder, auto, {}, {"a": "rood"})
    assert garage.vrije_velden.save(garage.balie, auto, {}, {"b": "ja"}).waarden == {"a": "rood", "b": "ja"}
    with pytest.raises(Botsing) as fout:
        garage.vrije_velden.save(garage.balie, auto, {}, {"a": "geel"})
    (botsing,) = fout.value.velden
    assert (botsing.veld, botsing.mijn, botsing.hun) == ("vrij:Kleur label", "geel", "rood")
    assert fout.value.door == "Marieke Hendriks"


def test_the_logboek_of_the_car_names_field_and_values(garage: Garage, auto: int) -> None:
    garage.vrije_velden.save(garage.balie, auto, {}, {"a": "rood"})
    garage.vrije_velden.save(garage.balie, auto, {"a": "rood"}, {"a": "geel"})
    regels = [regel for regel in garage.voertuigen.logboek(garage.balie, auto) if regel.veld == "vrij:Kleur label"]
    assert [(regel.voor, regel.na) for regel in regels] == [("rood", "geel"), ("", "rood")]


def test_what_does_not_fit_is_refused_at_its_field(garage: Garage, auto: int) -> None:
    with pytest.raises(Ongeldig) as fout:
        garage.vrije_velden.save(garage.balie, auto, {}, {"a": "paars"})
    assert [een.veld for een in fout.value.bevindingen] == ["a"]
    with pytest.raises(NietGevonden):
        garage.vrije_velden.save(garage.balie, auto, {}, {"weg": "x"})
    with pytest.raises(NietGevonden):
        garage.vrije_velden.load(garage.balie, 999)


def test_a_field_in_use_that_is_taken_away_is_retired_and_keeps_its_values(garage: Garage, auto: int) -> None:
    garage.vrije_velden.save(garage.balie, auto, {}, {"b": "ja"})
    garage.configure(vrije_velden=(KLEUR,))
    assert [(veld.sleutel, veld.vervallen) for veld in settings(garage)] == [("a", False), ("b", True)]
    kaart = garage.vrije_velden.load(garage.balie, auto)
    assert [veld.sleutel for veld in kaart.shown] == ["a", "b"]
    assert kaart.waarden == {"b": "ja"}


def test_a_field_without_a_name_is_refused(garage: Garage, auto: int) -> None:
    with pytest.raises(Ongeldig):
        garage.configure(vrije_velden=(VrijVeld("x"),))
    assert len(settings(garage)) == 3
