"""What was said with a relatie: written down, corrected, taken back, and never lost between two people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import GOLF, VAN_DALEN, moment
from werkplaats.domain.contactmoment import TEKST_HOOGSTENS, ContactKaart, Wijze
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import Botsing, NietGevonden, Ongeldig

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.contactmoment import Contactmoment

GESPREK = ContactKaart(moment(2026, 11, 23), tekst="Belt terug over de offerte")


def note(garage: Garage, relatie_id: int, kaart: ContactKaart = GESPREK) -> Contactmoment:
    return garage.contacten.save(garage.balie, None, relatie_id, kaart, kaart)


def test_the_newest_stands_first_and_each_says_who_it_was(garage: Garage) -> None:
    kop = garage.new_owner()
    note(garage, kop.id, replace(GESPREK, moment=moment(2026, 11, 20), tekst="Eerste"))
    note(garage, kop.id)
    found = garage.contacten.van_relatie(garage.balie, kop.id)
    assert [contact.kaart.tekst for contact in found] == ["Belt terug over de offerte", "Eerste"]
    assert {(contact.door, contact.relatie) for contact in found} == {("Bram", "Dhr. H. van Dalen")}
    assert garage.relaties.blik(garage.balie, kop.id).contacten == found


def test_contact_about_a_car_is_listed_at_the_car_with_its_plate(garage: Garage) -> None:
    kop = garage.new_owner()
    auto = garage.new_car(VoertuigKaart(kenteken=GOLF, hoofdeigenaar=kop))
    note(garage, kop.id)
    about = note(garage, kop.id, replace(GESPREK, voertuig_id=auto.id))
    assert garage.contacten.van_voertuig(garage.balie, auto.id) == (about,)
    assert about.kenteken == GOLF


def test_a_correction_is_kept_and_logged(garage: Garage) -> None:
    contact = note(garage, garage.new_owner().id)
    nieuw = replace(GESPREK, wijze=Wijze.BALIE, tekst="  Komt langs  ")
    better = garage.contacten.save(garage.balie, contact.id, contact.relatie_id, contact.kaart, nieuw)
    assert (better.kaart.wijze, better.kaart.tekst) == (Wijze.BALIE, "Komt langs")
    with garage.store.read() as lezing:
        regels = lezing.logboek.van("contact", contact.id)
    assert {(regel.handeling, regel.veld, regel.na) for regel in regels} >= {
        ("gewijzigd", "tekst", "Komt langs"),
        ("gewijzigd", "wijze", "balie"),
        ("toegevoegd", "tekst", "Belt terug over de offerte"),
    }


def test_what_was_taken_back_is_off_the_list_and_stays_in_the_logboek(garage: Garage) -> None:
    contact = note(garage, garage.new_owner().id)
    garage.contacten.take_back(garage.balie, contact.id)
    assert garage.contacten.van_relatie(garage.balie, contact.relatie_id) == ()
    with garage.store.read() as lezing:
        assert lezing.logboek.van("contact", contact.id)[0].handeling == "verwijderd"
    with pytest.raises(NietGevonden):
        garage.contacten.take_back(garage.balie, contact.id)


def test_two_people_who_correct_different_things_lose_nothing_and_the_same_thing_is_shown(garage: Garage) -> None:
    contact = note(garage, garage.new_owner().id)
    save = garage.contacten.save
    save(garage.balie, contact.id, contact.relatie_id, contact.kaart, replace(contact.kaart, wijze=Wijze.BRIEF))
    both = save(garage.beheerder, contact.id, contact.relatie_id, contact.kaart, replace(contact.kaart, tekst="B"))
    assert (both.kaart.wijze, both.kaart.tekst) == (Wijze.BRIEF, "B")
    with pytest.raises(Botsing):
        save(garage.balie, contact.id, contact.relatie_id, contact.kaart, replace(contact.kaart, tekst="C"))


@pytest.mark.parametrize("tekst", ["", "  \n ", "x" * (TEKST_HOOGSTENS + 1)])
def test_a_contact_says_something_and_not_too_much(garage: Garage, tekst: str) -> None:
    kop = garage.new_owner(VAN_DALEN)
    with pytest.raises(Ongeldig):
        note(garage, kop.id, replace(GESPREK, tekst=tekst))
    assert garage.contacten.van_relatie(garage.balie, kop.id) == ()


def test_contact_with_nobody_is_refused(garage: Garage) -> None:
    with pytest.raises(NietGevonden):
        note(garage, 99)
