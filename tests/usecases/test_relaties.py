"""Making and correcting the people and companies that the garage works for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.usecases.garage import GOLF, VAN_DALEN
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import Botsing, NietGevonden, Ongeldig

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.relatie import Relatie


def new(garage: Garage, kaart: RelatieKaart = VAN_DALEN) -> Relatie:
    return garage.relaties.save(garage.balie, None, RelatieKaart(), kaart)


def test_a_new_relatie_is_there_and_found(garage: Garage) -> None:
    relatie = new(garage)

    assert garage.relaties.load(garage.balie, relatie.id) == relatie
    assert [treffer.id for treffer in garage.zoeken.relaties(garage.balie, "van dalen")] == [relatie.id]


def test_the_logboek_names_each_field_before_and_after(garage: Garage) -> None:
    relatie = new(garage)
    garage.relaties.save(
        garage.balie,
        relatie.id,
        relatie.kaart,
        replace(relatie.kaart, aanhef=Aanhef.MEVROUW, geboortedatum=date(1971, 3, 4)),
    )

    regels = garage.relaties.logboek(garage.balie, relatie.id)

    gewijzigd = {regel.veld: (regel.voor, regel.na) for regel in regels if regel.handeling == "gewijzigd"}
    assert gewijzigd == {"aanhef": ("M", "V"), "geboortedatum": ("1971-04-03", "1971-03-04")}
    assert {regel.veld for regel in regels if regel.handeling == "toegevoegd"} >= {"naam", "postcode", "email"}
    assert regels[0].handeling == "gewijzigd"


def test_a_corrected_name_is_found_under_the_new_name_only(garage: Garage) -> None:
    relatie = new(garage)

    garage.relaties.save(garage.balie, relatie.id, relatie.kaart, replace(relatie.kaart, naam="Smeets"))

    assert garage.zoeken.relaties(garage.balie, "dalen") == ()
    assert [treffer.weergave for treffer in garage.zoeken.relaties(garage.balie, "smeets")] == ["Dhr. H. van Smeets"]


def test_two_people_change_different_fields(garage: Garage) -> None:
    relatie = new(garage)
    garage.relaties.save(garage.wie("Balie", "Anna"), relatie.id, VAN_DALEN, replace(VAN_DALEN, plaats="Lent"))

    later = garage.relaties.save(garage.balie, relatie.id, VAN_DALEN, replace(VAN_DALEN, huisnr="216"))

    assert (later.kaart.plaats, later.kaart.huisnr) == ("Lent", "216")


def test_two_people_change_one_field(garage: Garage) -> None:
    relatie = new(garage)
    hun = garage.relaties.save(garage.wie("Balie", "Anna"), relatie.id, VAN_DALEN, replace(VAN_DALEN, plaats="Lent"))

    with pytest.raises(Botsing) as fout:
        garage.relaties.save(garage.balie, relatie.id, VAN_DALEN, replace(VAN_DALEN, plaats="Elst", huisnr="216"))

    assert [(veld.veld, veld.mijn, veld.hun) for veld in fout.value.velden] == [("plaats", "Elst", "Lent")]
    assert (fout.value.door, fout.value.actueel) == ("Anna", hun)
    assert garage.relaties.load(garage.balie, relatie.id) == hun


@pytest.mark.parametrize(
    ("fout", "veld"),
    [
        ({"naam": " "}, "naam"),
        ({"geboortedatum": date(2026, 11, 25)}, "geboortedatum"),
        ({"email": "geen adres"}, "email"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(garage: Garage, fout: dict[str, Any], veld: str) -> None:
    with pytest.raises(Ongeldig) as ongeldig:
        new(garage, replace(VAN_DALEN, **fout))

    assert [bevinding.veld for bevinding in ongeldig.value.bevindingen] == [veld]


def test_signs_that_bovemij_may_refuse_and_an_owner_in_gent_are_taken(garage: Garage) -> None:
    gent = replace(VAN_DALEN, naam="<Peeters>", plaats="Gent", postcode="9000", land="BE", telefoon="0470 55 03 92")

    assert new(garage, gent).kaart == gent


def test_what_two_people_typed_may_be_wrong_together(garage: Garage) -> None:
    relatie = new(garage)
    garage.relaties.save(
        garage.wie("Balie", "Anna"), relatie.id, VAN_DALEN, replace(VAN_DALEN, land="BE", postcode="9000")
    )

    later = garage.relaties.save(garage.balie, relatie.id, VAN_DALEN, replace(VAN_DALEN, naam="Peeters"))

    assert (later.kaart.land, later.kaart.naam) == ("BE", "Peeters")


def test_a_glance_names_the_cars(garage: Garage) -> None:
    kop = garage.new_owner()
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=kop))

    blik = garage.relaties.blik(garage.balie, kop.id)

    assert blik.relatie.kaart == VAN_DALEN
    assert [treffer.id for treffer in blik.voertuigen] == [auto.id]


def test_a_relatie_that_is_not_there_is_said_so(garage: Garage) -> None:
    with pytest.raises(NietGevonden):
        garage.relaties.load(garage.balie, 4711)


def test_what_was_typed_is_kept_in_its_one_spelling_and_nothing_else_is_touched(garage: Garage) -> None:
    old = replace(VAN_DALEN, telefoon="06/1200.4186", postcode="6533 GL")
    relatie = new(garage)
    garage.relaties.save(garage.balie, relatie.id, relatie.kaart, old)
    basis = garage.relaties.load(garage.balie, relatie.id).kaart

    later = garage.relaties.save(garage.balie, relatie.id, basis, replace(basis, postcode=" 6663ae "))

    assert later.kaart == replace(basis, postcode="6663 AE")
