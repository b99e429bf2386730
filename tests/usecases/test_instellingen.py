"""The settings of a shop, and its secrets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from werkplaats.domain.instellingen import RDW_APP_TOKEN, ShopInstellingen, in_shop
from werkplaats.domain.pechhulp import Aanbieder
from werkplaats.errors import Botsing, GeheimFout, Ongeldig
from werkplaats.services.kluis import Kluis
from werkplaats.services.sleutelbos import GeheugenSleutelbos
from werkplaats.usecases.instellingen import Instellingen

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.treffers import LogRegel


def logboek(garage: Garage) -> tuple[LogRegel, ...]:
    with garage.store.read() as lezing:
        return lezing.logboek.van("instellingen", garage.beheerder.shop_id, 100)


def test_settings_are_kept_and_logged(garage: Garage) -> None:
    basis = garage.instellingen.load(garage.beheerder).instellingen
    links = ((Aanbieder.BOSCH, "https://bosch.example/{kenteken}"),)
    nieuw = replace(basis, naam="Garage Waalbrug", pechhulp_links=links, pechhulp_verborgen=frozenset({Aanbieder.VHD}))

    shop = garage.instellingen.save(garage.beheerder, basis, nieuw)

    assert shop == garage.instellingen.load(garage.beheerder)
    assert shop.instellingen == nieuw
    assert {regel.veld: (regel.voor, regel.na) for regel in logboek(garage)} == {
        "naam": ("Werkplaats", "Garage Waalbrug"),
        "pechhulp_links": ("", "bosch = https://bosch.example/{kenteken}"),
        "pechhulp_verborgen": ("", "vhd"),
    }


def test_a_shop_that_moves_to_belgium_moves_its_clock(garage: Garage) -> None:
    garage.configure(land="BE", naam="Garage Peeters")

    assert garage.instellingen.load(garage.beheerder).zone == "Europe/Brussels"


def test_two_people_change_different_settings(garage: Garage) -> None:
    basis = garage.instellingen.load(garage.beheerder).instellingen
    garage.instellingen.save(garage.wie("Beheerder", "Anna"), basis, replace(basis, naam="Garage Waalbrug"))

    shop = garage.instellingen.save(garage.beheerder, basis, replace(basis, apk_herinnering_dagen=14))

    assert (shop.instellingen.naam, shop.instellingen.apk_herinnering_dagen) == ("Garage Waalbrug", 14)


def test_two_people_change_one_setting(garage: Garage) -> None:
    basis = garage.instellingen.load(garage.beheerder).instellingen
    hun = garage.instellingen.save(garage.wie("Beheerder", "Anna"), basis, replace(basis, naam="Garage Waalbrug"))

    with pytest.raises(Botsing) as fout:
        garage.instellingen.save(garage.beheerder, basis, replace(basis, naam="Garage Hendriks"))

    assert (fout.value.door, fout.value.actueel) == ("Anna", hun)
    assert [(veld.veld, veld.mijn, veld.hun) for veld in fout.value.velden] == [
        ("naam", "Garage Hendriks", "Garage Waalbrug")
    ]


def test_saving_without_a_change_leaves_no_trace(garage: Garage) -> None:
    shop = garage.instellingen.load(garage.beheerder)

    assert garage.instellingen.save(garage.beheerder, shop.instellingen, shop.instellingen) == shop
    assert logboek(garage) == ()


def test_what_cannot_be_is_refused(garage: Garage) -> None:
    basis = garage.instellingen.load(garage.beheerder).instellingen

    with pytest.raises(Ongeldig):
        garage.instellingen.save(garage.beheerder, basis, replace(basis, naam=" "))

    assert garage.instellingen.load(garage.beheerder).instellingen == basis


def test_what_was_typed_gets_its_one_spelling(garage: Garage) -> None:
    garage.configure(postcode="6533gl", naam=" Garage  Waalbrug ")

    inst = garage.instellingen.load(garage.beheerder).instellingen
    assert (inst.postcode, inst.naam) == ("6533 GL", "Garage Waalbrug")


def test_a_person_can_mend_the_settings_of_another_shop(garage: Garage) -> None:
    with garage.store.begin(garage.beheerder) as werk:
        werk.instellingen.add_shop(ShopInstellingen("Garage Peeters", "BE"))
    hier, daar = garage.instellingen.shops(garage.beheerder)

    elders = in_shop(garage.beheerder, daar)
    garage.instellingen.save(elders, daar.instellingen, replace(daar.instellingen, plaats="Turnhout"))

    assert (elders.shop_naam, elders.land, elders.zone) == ("Garage Peeters", "BE", "Europe/Brussels")
    assert elders.rechten == garage.beheerder.rechten
    assert garage.instellingen.load(elders).instellingen.plaats == "Turnhout"
    assert garage.instellingen.load(garage.beheerder) == hier


def test_all_shops_are_named(garage: Garage) -> None:
    with garage.store.begin(garage.beheerder) as werk:
        werk.instellingen.add_shop(ShopInstellingen("Garage Peeters", "BE"))

    assert [shop.instellingen.naam for shop in garage.instellingen.shops(garage.balie)] == [
        "Werkplaats",
        "Garage Peeters",
    ]


# --- secrets ---------------------------------------------------------------------------------------------------------


def sealed(garage: Garage) -> bytes | None:
    with garage.store.read() as lezing:
        return lezing.geheimen.get(garage.beheerder.shop_id, RDW_APP_TOKEN)


def test_the_first_secret_makes_the_key_and_lies_under_seal(garage: Garage) -> None:
    assert not garage.instellingen.has_geheim(garage.beheerder, RDW_APP_TOKEN)

    garage.instellingen.set_geheim(garage.beheerder, RDW_APP_TOKEN, "oefentoken-4711")

    inhoud = sealed(garage)
    assert garage.instellingen.has_geheim(garage.beheerder, RDW_APP_TOKEN)
    assert inhoud is not None
    assert b"oefentoken" not in inhoud
    assert garage.kluis.unseal(garage.beheerder.shop_id, RDW_APP_TOKEN, inhoud) == "oefentoken-4711"


def test_the_logboek_says_that_a_secret_changed_and_nothing_more(garage: Garage) -> None:
    garage.instellingen.set_geheim(garage.beheerder, RDW_APP_TOKEN, "oefentoken-4711")

    assert [(regel.handeling, regel.veld, regel.voor, regel.na) for regel in logboek(garage)] == [
        ("gewijzigd", RDW_APP_TOKEN, None, None)
    ]


def test_an_empty_text_takes_the_secret_away(garage: Garage) -> None:
    garage.instellingen.set_geheim(garage.beheerder, RDW_APP_TOKEN, "oefentoken-4711")
    garage.instellingen.set_geheim(garage.beheerder, RDW_APP_TOKEN, "")

    assert not garage.instellingen.has_geheim(garage.beheerder, RDW_APP_TOKEN)
    assert sealed(garage) is None


def test_an_account_that_was_not_admitted_cannot_replace_a_secret(garage: Garage) -> None:
    garage.instellingen.set_geheim(garage.beheerder, RDW_APP_TOKEN, "oefentoken-4711")
    with garage.store.read() as lezing:
        vreemd = Kluis(GeheugenSleutelbos(oefensleutels=False), lezing.geheimen.database_id())

    with pytest.raises(GeheimFout) as fout:
        Instellingen(garage.store, vreemd).set_geheim(garage.beheerder, RDW_APP_TOKEN, "ander")

    assert fout.value.code == "GEEN_SLEUTEL"
    inhoud = sealed(garage)
    assert inhoud is not None
    assert garage.kluis.unseal(garage.beheerder.shop_id, RDW_APP_TOKEN, inhoud) == "oefentoken-4711"


def test_only_known_secrets_are_kept(garage: Garage) -> None:
    with pytest.raises(ValueError, match="wachtwoord"):
        garage.instellingen.set_geheim(garage.beheerder, "wachtwoord", "geheim")
