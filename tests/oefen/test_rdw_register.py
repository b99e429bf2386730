"""What the register says of the invented cars."""

from __future__ import annotations

import json
from datetime import date

import httpx
import pytest

from werkplaats.domain.rdw import RdwGegevens, Sein
from werkplaats.domain.rdw_vergelijken import compare, seinen
from werkplaats.oefen.rdw_register import VOERTUIGEN, Rijen, is_registered, make_rijen, transport
from werkplaats.oefen.voertuigen import OefenVoertuig, make_voertuigen
from werkplaats.resources import resource
from werkplaats.services.rdw import RdwService

VANDAAG = date(2026, 11, 24)


@pytest.fixture(scope="module")
def voertuigen() -> tuple[OefenVoertuig, ...]:
    return make_voertuigen(VANDAAG)


@pytest.fixture(scope="module")
def rijen(voertuigen: tuple[OefenVoertuig, ...]) -> Rijen:
    return make_rijen(voertuigen, VANDAAG)


@pytest.fixture(scope="module")
def gegevens(voertuigen: tuple[OefenVoertuig, ...], rijen: Rijen) -> dict[str, RdwGegevens]:
    """The answers by the key of the car, asked as the program asks them."""
    with httpx.Client(transport=transport(rijen), base_url="http://rdw.oefenomgeving") as client:
        service = RdwService(client, lambda: None)
        antwoorden = {
            voertuig.sleutel: service.vehicle(voertuig.kaart.kenteken.compact)
            for voertuig in voertuigen
            if voertuig.kaart.kenteken and voertuig.kaart.kenteken.bij_rdw
        }
    return {sleutel: antwoord for sleutel, antwoord in antwoorden.items() if antwoord is not None}


def test_the_rows_have_the_columns_of_the_register(rijen: Rijen) -> None:
    kolommen = json.loads(resource("rdw", "kolommen.json").read_text(encoding="utf-8"))
    for dataset, van_dataset in rijen.items():
        assert van_dataset, dataset
        assert {naam for rij in van_dataset for naam in rij} <= set(kolommen[dataset])
        assert all(waarde for rij in van_dataset for waarde in rij.values())


def test_only_cars_are_registered_once_each(voertuigen: tuple[OefenVoertuig, ...], rijen: Rijen) -> None:
    platen = [rij["kenteken"] for rij in rijen[VOERTUIGEN]]
    assert len(platen) == len(set(platen)) > 200
    assert not any(plaat.endswith("0000") for plaat in platen)
    bij_rdw = [voertuig for voertuig in voertuigen if (plaat := voertuig.kaart.kenteken) and plaat.bij_rdw]
    onbekend = [voertuig for voertuig in bij_rdw if not is_registered(voertuig)]
    assert len(onbekend) >= 4


def test_the_car_of_the_guided_tour_differs_where_it_should(
    voertuigen: tuple[OefenVoertuig, ...], gegevens: dict[str, RdwGegevens]
) -> None:
    golf, antwoord = voertuigen[0].kaart, gegevens["GA482R"]
    verschillen = {regel.veld: regel.rdw for regel in compare(golf, antwoord, {}) if not regel.gelijk}
    assert verschillen == {
        "co2_uitstoot": 126,
        "vervaldatum_apk": date(2027, 12, 2),
        "datum_deel_1b": date(2023, 6, 21),
    }
    assert antwoord.co2_cyclus == "NEDC"
    assert seinen(antwoord, VANDAAG) == (Sein.TERUGROEPACTIE_OPEN,)
    assert antwoord.terugroepacties[0].omschrijving.startswith("Gordelspanner voor")


def test_every_signal_is_given_by_some_car(gegevens: dict[str, RdwGegevens]) -> None:
    assert {sein for antwoord in gegevens.values() for sein in seinen(antwoord, VANDAAG)} == set(Sein)


def test_most_cards_are_as_the_register_has_them(
    voertuigen: tuple[OefenVoertuig, ...], gegevens: dict[str, RdwGegevens]
) -> None:
    kaarten = {voertuig.sleutel: voertuig.kaart for voertuig in voertuigen}
    anders = [
        sleutel
        for sleutel, antwoord in gegevens.items()
        if any(not regel.gelijk for regel in compare(kaarten[sleutel], antwoord, {}))
    ]
    assert 0.1 < len(anders) / len(gegevens) < 0.45


def test_gas_and_taxi_are_known(gegevens: dict[str, RdwGegevens]) -> None:
    assert (gegevens["gas-0"].lpg, gegevens["gas-0"].g3) == (True, False)
    assert (gegevens["gas-2"].lpg, gegevens["gas-2"].g3) == (True, True)
    assert gegevens["gas-2"].tweede_brandstof == "LPG"
    assert gegevens["taxi-0"].taxi is True


def test_a_motorcycle_has_no_inspection(voertuigen: tuple[OefenVoertuig, ...], rijen: Rijen) -> None:
    motoren = [rij for rij in rijen[VOERTUIGEN] if rij["voertuigsoort"] == "Motorfiets"]
    assert motoren
    assert not any("vervaldatum_apk" in rij for rij in motoren)
