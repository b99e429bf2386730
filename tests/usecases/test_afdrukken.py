"""Afdrukken: the values of one moment, under the rights of who prints; what leaves is noted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.documents.afdrukken import pages
from tests.usecases.garage import GOLF, VAN_DALEN
from werkplaats.domain.afdruk import Labelmaat
from werkplaats.domain.rechten import Recht
from werkplaats.domain.relatie import Aanhef
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import NietGevonden

if TYPE_CHECKING:
    from tests.usecases.garage import Garage


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", hoofdeigenaar=garage.new_owner())).id


def test_the_card_and_the_label_name_car_and_owner(garage: Garage, auto: int) -> None:
    (card,) = pages(garage.afdrukken.voertuigkaart(garage.balie, auto))
    (label,) = pages(garage.afdrukken.sleutellabel(garage.balie, auto, Labelmaat.GROOT))
    assert "Dhr. H. van Dalen" in card
    assert "Van Dalen · 24-11-2026" in label
    assert "GA-482-R" in card
    assert "GA-482-R" in label


def test_who_may_not_see_relaties_prints_no_owner(garage: Garage, auto: int) -> None:
    wie = replace(garage.balie, rechten=frozenset({Recht.VOERTUIG_ZIEN}))
    (card,) = pages(garage.afdrukken.voertuigkaart(wie, auto))
    (label,) = pages(garage.afdrukken.sleutellabel(wie, auto, Labelmaat.KLEIN))
    assert "Dalen" not in card + label


def test_a_company_is_on_its_label_by_its_name(garage: Garage) -> None:
    kaart = replace(VAN_DALEN, aanhef=Aanhef.BEDRIJF, naam="de Bakker BV", tussenvoegsel="", geboortedatum=None)
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=garage.new_owner(kaart)))
    (label,) = pages(garage.afdrukken.sleutellabel(garage.balie, auto.id, Labelmaat.KLEIN))
    assert "de Bakker BV" in label


def test_what_left_is_in_the_logbook_and_a_look_is_not(garage: Garage, auto: int) -> None:
    garage.afdrukken.voertuigkaart(garage.balie, auto)
    assert "afgedrukt" not in {regel.handeling for regel in garage.voertuigen.logboek(garage.balie, auto)}
    garage.afdrukken.note(garage.balie, "voertuig", auto, "voertuigkaart")
    regel = garage.voertuigen.logboek(garage.balie, auto)[0]
    assert (regel.handeling, regel.veld, regel.voor, regel.na) == ("afgedrukt", "voertuigkaart", None, None)


def test_a_car_that_is_gone_cannot_be_printed(garage: Garage) -> None:
    with pytest.raises(NietGevonden):
        garage.afdrukken.voertuigkaart(garage.balie, 4711)
