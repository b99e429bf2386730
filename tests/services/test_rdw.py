"""The register is asked for a car: what it knows, or why it does not say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from werkplaats.domain.rdw import Terugroepactie
from werkplaats.errors import Garbled, PartijFout, Refused, Unreachable
from werkplaats.sandbox.rdw import REFUSED_TOKEN
from werkplaats.sandbox.rdw_storing import RETRY_AFTER
from werkplaats.services.http import make_client
from werkplaats.services.rdw import OBJECTEN, TERUGROEP_STATUS, TERUGROEP_TEKST, VOERTUIGEN, RdwService

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.sandbox_fixtures import Standins


@pytest.fixture(scope="module")
def service(standins: Standins) -> Iterator[RdwService]:
    with make_client(standins.rdw, 10) as client:
        yield RdwService(client, lambda: None)


def test_the_car_of_the_example_is_known(service: RdwService) -> None:
    gegevens = service.vehicle("01CARS")
    assert gegevens is not None
    assert (gegevens.merk, gegevens.model, gegevens.brandstof) == ("Alfa Romeo", "159 2.2 JTS", "Benzine")
    assert (gegevens.co2_uitstoot, gegevens.co2_cyclus) == (221, "NEDC")
    assert gegevens.vervaldatum_apk == date(2027, 3, 14)
    assert gegevens.terugroepacties == ()


def test_a_recall_brings_its_words(service: RdwService) -> None:
    gegevens = service.vehicle("00BOE8")
    assert gegevens is not None
    words = "De gasgenerator van de bestuurdersairbag kan bij een ontplooiing scheuren."
    assert gegevens.terugroepacties == (Terugroepactie("MGP220252", words),)
    assert (gegevens.brandstof, gegevens.tweede_brandstof) == ("Benzine", "Elektriciteit")


def test_lpg_comes_from_the_added_objects(service: RdwService) -> None:
    fitted, removed = service.vehicle("11UEAL"), service.vehicle("66SEOJ")
    assert fitted is not None
    assert removed is not None
    assert ((fitted.lpg, fitted.g3), removed.lpg) == ((True, True), False)


@pytest.mark.parametrize("kenteken", ["11AKE3", "OU72DE", "VAE99U", "F794AE", "TE601A", "6TOE64", "00EVA8", "00BOV1"])
def test_every_example_of_the_register_is_read(service: RdwService, kenteken: str) -> None:
    gegevens = service.vehicle(kenteken)
    assert gegevens is not None
    assert gegevens.kenteken == kenteken
    assert gegevens.merk
    assert gegevens.voertuigsoort


@pytest.mark.parametrize("kenteken", ["GA000A", "01cars", "", "🚗", "A" * 500, "x' OR 'x'='x"])
def test_a_plate_that_is_not_registered_is_nothing(service: RdwService, kenteken: str) -> None:
    assert service.vehicle(kenteken) is None


@pytest.mark.parametrize(
    ("kenteken", "kind", "code"),
    [
        ("FO002T", Garbled, "PARTIJ_GEEN_JSON"),
        ("FO003T", Garbled, "PARTIJ_AFGEKAPT"),
        ("FO005T", Garbled, "PARTIJ_TE_GROOT"),
        ("FO006T", Garbled, "PARTIJ_OMGELEID"),
        ("FO007T", Garbled, "PARTIJ_ANDERE_VORM"),
        ("FO008T", Garbled, "PARTIJ_AFGEKAPT"),
        ("FO009T", Garbled, "RDW_ANDER_KENTEKEN"),
        ("FO202T", Unreachable, "PARTIJ_NOG_BEZIG"),
        ("FO400T", Refused, "RDW_VRAAG_GEWEIGERD"),
        ("FO403T", Refused, "RDW_TOKEN_GEWEIGERD"),
        ("FO404T", Refused, "RDW_DATASET_WEG"),
        ("FO418T", Refused, "PARTIJ_GEWEIGERD"),
        ("FO429T", Unreachable, "PARTIJ_TE_DRUK"),
        ("FO500T", Unreachable, "PARTIJ_STORING"),
        ("FO503T", Unreachable, "PARTIJ_STORING"),
    ],
)
def test_each_trouble_of_the_register_has_its_own_code(
    service: RdwService, kenteken: str, kind: type[PartijFout], code: str
) -> None:
    with pytest.raises(PartijFout) as caught:
        service.vehicle(kenteken)
    assert (type(caught.value), caught.value.code, caught.value.partij) == (kind, code, "RDW")


def test_a_busy_register_says_how_long_to_wait(service: RdwService) -> None:
    with pytest.raises(Unreachable) as caught:
        service.vehicle("FO429T")
    assert caught.value.params["wacht"] == RETRY_AFTER


def test_an_answer_after_the_time_out_is_not_waited_for(standins: Standins) -> None:
    with make_client(standins.rdw, 0.2) as client, pytest.raises(Unreachable) as caught:
        RdwService(client, lambda: None).vehicle("FO001T")
    assert caught.value.code == "PARTIJ_TIJD_OM"


def test_odd_columns_and_values_do_no_harm(service: RdwService) -> None:
    gegevens = service.vehicle("FO004T")
    assert gegevens is not None
    assert (gegevens.merk, gegevens.model, gegevens.voertuigsoort) == ("Saab", "9-3", "Luchtkussenvoertuig")
    assert (gegevens.vervaldatum_apk, gegevens.bouwjaar, gegevens.verzekerd) == (None, None, None)
    assert gegevens.tellerstandoordeel == "Wonderlijk"


def test_a_token_goes_with_every_question_and_may_be_refused(standins: Standins) -> None:
    with make_client(standins.rdw, 10) as client:
        assert RdwService(client, lambda: " een-token ").vehicle("01CARS")
        with pytest.raises(Refused) as caught:
            RdwService(client, lambda: REFUSED_TOKEN).vehicle("01CARS")
    assert caught.value.code == "RDW_TOKEN_GEWEIGERD"


@pytest.mark.parametrize("token", ["geheim\nX-Ander: 1", "sleutel\u20ac", "a\x00b"])
def test_a_token_that_cannot_be_sent_is_refused_before_it_is(token: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        pytest.fail("the token was sent")

    with pytest.raises(Refused) as caught:
        asked(answer, token).vehicle("01CARS")
    assert caught.value.code == "RDW_TOKEN_GEWEIGERD"


@pytest.mark.parametrize("token", [None, "", "   "])
def test_a_blank_token_counts_as_none(token: str | None) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert "X-App-Token" not in request.headers
        return httpx.Response(200, json=[])

    assert asked(answer, token).vehicle("01CARS") is None


def test_an_unknown_plate_costs_one_question_and_a_known_one_a_question_per_set() -> None:
    questions: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        assert request.url.params["$order"]
        assert request.url.params["$limit"]
        questions.append(request.url.path.removeprefix("/resource/").removesuffix(".json"))
        known = request.url.params.get("kenteken") == "01CARS" and questions[-1] == VOERTUIGEN
        return httpx.Response(200, json=[{"kenteken": "01CARS"}] if known else [])

    assert asked(answer).vehicle("GA000A") is None
    assert questions == [VOERTUIGEN]
    questions.clear()
    assert asked(answer).vehicle("01CARS") is not None
    assert sorted(questions) == ["8ys7-d773", "m9d7-ebf2", "sghb-dzxx", "t49b-isb7"]


@pytest.mark.parametrize("dataset", [OBJECTEN, TERUGROEP_STATUS, TERUGROEP_TEKST])
def test_half_an_answer_is_none(dataset: str) -> None:
    """Without the added objects the car would seem to have lost its LPG."""

    def answer(request: httpx.Request) -> httpx.Response:
        if dataset in request.url.path:
            return httpx.Response(404, json={"message": "Cannot find resource"})
        rows: dict[str, Any] = {
            VOERTUIGEN: {"merk": "FORD"},
            TERUGROEP_STATUS: {"referentiecode_rdw": "MGP220252", "code_status": "O"},
        }
        return httpx.Response(200, json=[row for name, row in rows.items() if name in request.url.path])

    with pytest.raises(Refused) as caught:
        asked(answer).vehicle("01CARS")
    assert caught.value.code == "RDW_DATASET_WEG"


def asked(answer: Any, token: str | None = None) -> RdwService:
    client = httpx.Client(base_url="https://rdw.invalid", transport=httpx.MockTransport(answer))
    return RdwService(client, lambda: token)
