"""Pages of others: which there are for a car, where they lead, and what a shop must set itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import GOLF
from werkplaats.domain.internet import Pagina
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import GeenRecht, Ongeldig, WerkplaatsError

if TYPE_CHECKING:
    from tests.usecases.garage import Garage

BELG = VoertuigKaart(kenteken=Kenteken.parse("1-ABC-123", "BE"))
KAAL = VoertuigKaart(chassisnummer=Vin.parse("WVWZZZ1KZAW000001"))


def test_a_dutch_car_has_the_pages_of_the_register(garage: Garage) -> None:
    auto = garage.new_car().id
    assert garage.internet.pages(garage.balie, auto) == (Pagina.OVI, Pagina.TERUGROEP)
    garage.internet.open(garage.balie, auto, Pagina.OVI)
    garage.internet.open(garage.balie, auto, Pagina.TERUGROEP)
    assert garage.browser.paginas == [
        f"https://register.example/?kenteken={GOLF.compact}",
        "https://terugroep.example/",
    ]


def test_a_belgian_car_has_the_page_of_car_pass(garage: Garage) -> None:
    auto = garage.new_car(BELG).id
    assert garage.internet.pages(garage.balie, auto) == (Pagina.TERUGROEP_BE,)
    assert garage.internet.pages(garage.balie, garage.new_car(KAAL).id) == (Pagina.TERUGROEP, Pagina.TERUGROEP_BE)


def test_the_shops_own_pages_open_once_it_set_an_address(garage: Garage) -> None:
    auto = garage.new_car().id
    assert garage.internet.providers(garage.balie) == frozenset()
    with pytest.raises(WerkplaatsError, match="PAGINA_ZONDER_ADRES"):
        garage.internet.open(garage.balie, auto, Pagina.BV)
    garage.configure(bv_link="https://bv.example/?k={kenteken}")
    assert garage.internet.providers(garage.balie) == {Pagina.BV}
    garage.internet.open(garage.balie, auto, Pagina.BV)
    assert garage.browser.paginas == ["https://bv.example/?k=GA482R"]
    with pytest.raises(Ongeldig):
        garage.internet.open(garage.balie, garage.new_car(KAAL).id, Pagina.BV)
    with pytest.raises(GeenRecht):
        garage.internet.open(garage.wie("Monteur"), auto, Pagina.BV)


@pytest.mark.parametrize("adres", ["bv.example", "http://bv.example/{kenteken}", "javascript:alert(1)", "https:// x"])
def test_what_is_no_address_is_refused_in_the_settings(garage: Garage, adres: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        garage.configure(lpg_link=adres)
    assert [een.veld for een in fout.value.bevindingen] == ["lpg_link"]
