"""Damages of a car: numbered once for all, changed by two hands, taken away and put back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.domain.schade import Plek, Schade, SchadeKaart, Schadestaat
from werkplaats.errors import Botsing, NietGevonden, Ongeldig

if TYPE_CHECKING:
    from tests.usecases.garage import Garage

KRAS = SchadeKaart(Plek.PORTIER_LV, 450, 460, "Kras van 10 cm")


def _add(garage: Garage, auto: int, kaart: SchadeKaart = KRAS) -> Schade:
    return garage.schades.save(garage.balie, auto, None, SchadeKaart(), kaart)


def test_a_number_is_given_once_per_car(garage: Garage) -> None:
    auto = garage.new_car().id
    een, twee = _add(garage, auto), _add(garage, auto)
    assert garage.schades.delete(garage.balie, twee.id) == twee
    drie = _add(garage, auto)
    assert (een.nummer, twee.nummer, drie.nummer) == (1, 2, 3)
    assert garage.schades.put_back(garage.balie, twee.id) == twee
    assert [schade.nummer for schade in garage.schades.van_voertuig(garage.balie, auto)] == [1, 2, 3]
    regels = garage.voertuigen.logboek(garage.balie, auto)
    assert [regel.handeling for regel in regels][:3] == ["hersteld", "toegevoegd", "verwijderd"]


def test_what_two_people_change_is_kept_or_told(garage: Garage) -> None:
    schade = _add(garage, garage.new_car().id)

    def save(nieuw: SchadeKaart) -> Schade:
        return garage.schades.save(garage.balie, schade.voertuig_id, schade.id, KRAS, nieuw)

    save(replace(KRAS, staat=Schadestaat.HERSTELD))
    assert save(replace(KRAS, omschrijving="Deuk")).kaart == replace(
        KRAS, omschrijving="Deuk", staat=Schadestaat.HERSTELD
    )
    with pytest.raises(Botsing):
        save(replace(KRAS, omschrijving="Roest"))


def test_without_words_or_a_car_it_is_refused(garage: Garage) -> None:
    with pytest.raises(Ongeldig):
        _add(garage, garage.new_car().id, SchadeKaart())
    with pytest.raises(NietGevonden):
        _add(garage, 99)


def test_its_photos_go_with_it(garage: Garage) -> None:
    schade = _add(garage, garage.new_car().id)
    png = b"\x89PNG\r\n\x1a\n"
    foto = garage.bijlagen.add(garage.balie, "schade", schade.id, "deur.png", png, Bijlagesoort.FOTO)
    assert garage.bijlagen.van(garage.balie, "schade", schade.id) == (foto,)
    with pytest.raises(NietGevonden):
        garage.bijlagen.add(garage.balie, "schade", 99, "deur.png", png, Bijlagesoort.FOTO)
