"""All that is known of a relatie: further addresses and numbers, consents with their history, and likely doubles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.usecases.garage import VAN_DALEN
from werkplaats.domain.relatie import (
    TEKST_VERSIE,
    Adres,
    Adressoort,
    RelatieKaart,
    Taal,
    Telefoonnummer,
    Telefoonsoort,
    Toestemming,
)
from werkplaats.errors import Botsing, Ongeldig

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.relatie import Relatie

FACTUUR = Adres(Adressoort.FACTUUR, "Kanaalstraat", "12", "", "5911 KB", "Venlo")
WERK = Telefoonnummer(Telefoonsoort.WERK, "024 555 0417")


def change(garage: Garage, relatie: Relatie, basis: RelatieKaart | None = None, **velden: Any) -> Relatie:
    van = basis or relatie.kaart
    return garage.relaties.save(garage.balie, relatie.id, van, replace(van, **velden))


@pytest.fixture
def dalen(garage: Garage) -> Relatie:
    return garage.relaties.load(garage.balie, garage.new_owner(VAN_DALEN).id)


def test_further_addresses_and_numbers_are_kept_in_their_order_and_spelling(garage: Garage, dalen: Relatie) -> None:
    bezoek = Adres(Adressoort.BEZOEK, "Waalkade", "1", "A", "6511xr", "Nijmegen")
    got = change(garage, dalen, adressen=(FACTUUR, bezoek, Adres()), telefoons=(WERK, Telefoonnummer())).kaart
    assert got.adressen == (FACTUUR, replace(bezoek, postcode="6511 XR"))
    assert got.telefoons == (WERK,)
    assert garage.relaties.load(garage.balie, dalen.id).kaart == got


def test_they_can_be_taken_away_and_the_logboek_says_what_stood_there(garage: Garage, dalen: Relatie) -> None:
    met = change(garage, dalen, adressen=(FACTUUR,), telefoons=(WERK,))
    zonder = change(garage, met, adressen=(), telefoons=())
    assert (zonder.kaart.adressen, zonder.kaart.telefoons) == ((), ())
    regels = garage.relaties.logboek(garage.balie, dalen.id)
    assert ("adressen", "factuur: Kanaalstraat 12, 5911 KB Venlo", "") in {
        (regel.veld, regel.voor, regel.na) for regel in regels
    }


def test_somebody_is_found_by_another_number_or_address(garage: Garage, dalen: Relatie) -> None:
    change(garage, dalen, adressen=(FACTUUR,), telefoons=(WERK,))
    for tekst in ("024 555 0417", "5911kb 12"):
        assert [gevonden.id for gevonden in garage.zoeken.relaties(garage.balie, tekst)] == [dalen.id]


def test_a_list_is_one_field_two_people_who_change_it_see_both(garage: Garage, dalen: Relatie) -> None:
    change(garage, dalen, adressen=(FACTUUR,))
    both = change(garage, dalen, dalen.kaart, telefoons=(WERK,), taal=Taal.FRANS)
    assert (both.kaart.adressen, both.kaart.telefoons, both.kaart.taal) == ((FACTUUR,), (WERK,), Taal.FRANS)
    with pytest.raises(Botsing) as botsing:
        change(garage, dalen, dalen.kaart, adressen=(replace(FACTUUR, huisnr="13"),))
    assert [veld.veld for veld in botsing.value.velden] == ["adressen"]


def test_each_consent_keeps_its_moment_its_wording_and_who_noted_it(garage: Garage, dalen: Relatie) -> None:
    gaf = change(garage, dalen, mag_email=Toestemming.GEGEVEN)
    with garage.later(days=3):
        trok_in = change(garage, gaf, mag_email=Toestemming.INGETROKKEN)
    change(garage, trok_in, let_op="niets over toestemming")
    regels = garage.relaties.blik(garage.balie, dalen.id).toestemmingen
    assert [(regel.doel, regel.staat) for regel in regels] == [
        ("mag_email", Toestemming.INGETROKKEN),
        ("mag_email", Toestemming.GEGEVEN),
    ]
    assert {(regel.tekst_versie, regel.door) for regel in regels} == {(TEKST_VERSIE, "Bram")}
    assert regels[0].moment > regels[1].moment


def test_a_new_card_with_consent_has_it_noted(garage: Garage) -> None:
    kop = garage.new_owner(replace(VAN_DALEN, mag_sms=Toestemming.GEGEVEN))
    assert [regel.doel for regel in garage.relaties.blik(garage.balie, kop.id).toestemmingen] == ["mag_sms"]


@pytest.mark.parametrize(
    ("kaart", "reden"),
    [
        (RelatieKaart(naam="Anders", email="H.VanDalen@example.com"), "email"),
        (RelatieKaart(naam="Anders", telefoon="+31 6 12345678"), "telefoon"),
        (RelatieKaart(naam="Anders", telefoons=(Telefoonnummer(nummer="0612345678"),)), "telefoon"),
        (RelatieKaart(naam="DALEN", geboortedatum=VAN_DALEN.geboortedatum), "geboortedatum"),
        (RelatieKaart(naam="Dalen", postcode="6533gl", huisnr="214", toevoeging="a"), "adres"),
    ],
)
def test_a_likely_double_is_told_with_what_tells_it(
    garage: Garage, dalen: Relatie, kaart: RelatieKaart, reden: str
) -> None:
    gevonden = garage.relaties.doubles(garage.balie, kaart, None)
    assert [(dubbel.kop.id, dubbel.reden) for dubbel in gevonden] == [(dalen.id, reden)]
    assert garage.relaties.doubles(garage.balie, kaart, dalen.id) == ()


@pytest.mark.parametrize(
    "kaart",
    [
        RelatieKaart(naam="Dalen"),
        RelatieKaart(naam="Smeets", geboortedatum=VAN_DALEN.geboortedatum),
        RelatieKaart(naam="Smeets", postcode="6533 GL", huisnr="214", toevoeging="A"),
        RelatieKaart(naam="Dalen", postcode="6533 GL"),
        RelatieKaart(),
    ],
)
def test_a_name_or_an_address_alone_is_no_double(garage: Garage, dalen: Relatie, kaart: RelatieKaart) -> None:
    assert dalen.id
    assert garage.relaties.doubles(garage.balie, kaart, None) == ()


@pytest.mark.parametrize(
    "velden",
    [
        {"naam": "x" * 300},
        {"naam": ""},
        {"email": "a@example.com, b@example.com"},
        {"adressen": (replace(FACTUUR, straat="x" * 300),)},
        {"adressen": (FACTUUR,) * 21},
        {"telefoons": (Telefoonnummer(nummer="1" * 300),)},
        {"adressen": (replace(FACTUUR, land="XX"),)},
    ],
)
def test_bad_input_is_refused_and_nothing_is_saved(garage: Garage, dalen: Relatie, velden: dict[str, Any]) -> None:
    with pytest.raises(Ongeldig):
        change(garage, dalen, **velden)
    assert garage.relaties.load(garage.balie, dalen.id) == dalen


@pytest.mark.parametrize(
    "velden",
    [
        {"postcode": "9000"},
        {"btw_nummer": "NL123456789B01"},
        {"adressen": (replace(FACTUUR, postcode="2300"),)},
        {"telefoons": (Telefoonnummer(nummer="12"),)},
    ],
)
def test_what_is_only_doubtful_is_saved(garage: Garage, dalen: Relatie, velden: dict[str, Any]) -> None:
    assert change(garage, dalen, **velden).versie == dalen.versie + 1
