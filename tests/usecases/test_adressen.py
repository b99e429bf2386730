"""The street of a postcode and a number, as whoever fills in an address asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.adres import AdresVraag, GevondenAdres
from werkplaats.errors import Unreachable

if TYPE_CHECKING:
    from tests.usecases.garage import Garage

HATERTSEWEG = GevondenAdres("Hatertseweg", "Nijmegen")


@pytest.fixture
def bekend(garage: Garage) -> Garage:
    """A garage whose register knows one house, with a letter A."""
    garage.adresregister.adressen[("6533GL", 214)] = HATERTSEWEG
    garage.adresregister.toevoegingen = frozenset({"A"})
    return garage


def test_a_known_address_is_asked_once(bekend: Garage) -> None:
    assert bekend.adressen.look_up(bekend.balie, AdresVraag("6533GL", 214, "A")) == HATERTSEWEG
    assert len(bekend.adresregister.gevraagd) == 1


def test_a_house_whose_addition_is_not_known_still_has_its_street(bekend: Garage) -> None:
    gevonden = bekend.adressen.look_up(bekend.balie, AdresVraag("6533GL", 214, "", "9"))
    assert gevonden == GevondenAdres("Hatertseweg", "Nijmegen", heel=False)


def test_a_house_that_is_not_there_is_nothing(bekend: Garage) -> None:
    assert bekend.adressen.look_up(bekend.balie, AdresVraag("6533GL", 9, "A")) is None
    assert bekend.adressen.look_up(bekend.balie, AdresVraag("6533GL", 9)) is None


def test_trouble_at_the_register_is_said(bekend: Garage) -> None:
    bekend.adresregister.fout = Unreachable("PARTIJ_TIJD_OM", "PDOK")
    with pytest.raises(Unreachable):
        bekend.adressen.look_up(bekend.balie, AdresVraag("6533GL", 214))
