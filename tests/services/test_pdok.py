"""The register of addresses is asked: the street of a house, or why it does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from werkplaats.domain.adres import AdresVraag, GevondenAdres
from werkplaats.errors import Garbled, PartijFout, Refused, Unreachable
from werkplaats.services.http import make_client
from werkplaats.services.pdok import PAD, VELDEN, PdokService

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.sandbox_fixtures import Standins


@pytest.fixture(scope="module")
def service(standins: Standins) -> Iterator[PdokService]:
    with make_client(standins.pdok, 10) as client:
        yield PdokService(client)


@pytest.mark.parametrize(
    "vraag",
    [AdresVraag("6533GL", 214), AdresVraag("6533GL", 214, "A"), AdresVraag("6533GL", 214, "A", "2")],
)
def test_a_house_has_a_street_and_a_place(service: PdokService, vraag: AdresVraag) -> None:
    assert service.address(vraag) == GevondenAdres("Hatertseweg", "Nijmegen")


@pytest.mark.parametrize(
    "vraag", [AdresVraag("6533GL", 99999), AdresVraag("9999ZZ", 1), AdresVraag("6533GL", 214, "X")]
)
def test_a_house_that_is_not_there_is_nothing(service: PdokService, vraag: AdresVraag) -> None:
    assert service.address(vraag) is None


def test_the_question_is_the_one_of_the_contract() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, json={"response": {"numFound": 0, "docs": []}})

    with httpx.Client(base_url="https://pdok.example", transport=httpx.MockTransport(answer)) as client:
        PdokService(client).address(AdresVraag("6512BK", 1, "A", "2"))

    assert asked[0].url.path == PAD
    assert asked[0].url.params.multi_items() == [
        ("fq", "type:adres"),
        ("fq", "postcode:6512BK"),
        ("fq", "huisnummer:1"),
        ("fq", "huisletter:A"),
        ("fq", "huisnummertoevoeging:2"),
        ("rows", "10"),
        ("fl", VELDEN),
    ]


@pytest.mark.parametrize(
    ("nummer", "kind", "code"),
    [
        (2, Garbled, "PARTIJ_GEEN_JSON"),
        (3, Garbled, "PARTIJ_AFGEKAPT"),
        (5, Garbled, "PARTIJ_ANDERE_VORM"),
        (6, Garbled, "PARTIJ_OMGELEID"),
        (7, Garbled, "PARTIJ_ANDERE_VORM"),
        (9, Garbled, "PARTIJ_GEEN_JSON"),
        (400, Refused, "PDOK_VRAAG_GEWEIGERD"),
        (403, Refused, "PDOK_GEBLOKKEERD"),
        (404, Refused, "PDOK_WEG"),
        (429, Unreachable, "PARTIJ_TE_DRUK"),
        (500, Unreachable, "PARTIJ_STORING"),
        (503, Unreachable, "PARTIJ_STORING"),
    ],
)
def test_each_trouble_has_its_own_word(service: PdokService, nummer: int, kind: type[PartijFout], code: str) -> None:
    with pytest.raises(kind) as fout:
        service.address(AdresVraag("1000FO", nummer))
    assert (fout.value.code, fout.value.partij) == (code, "PDOK")


def test_odd_fields_do_not_hide_the_street(service: PdokService) -> None:
    assert service.address(AdresVraag("1000FO", 4)) == GevondenAdres("Storingsweg", "Nergens")


def test_an_empty_list_is_no_address(service: PdokService) -> None:
    assert service.address(AdresVraag("1000FO", 8)) is None


def test_who_answers_too_late_is_not_waited_for(standins: Standins) -> None:
    with make_client(standins.pdok, 0.2) as client, pytest.raises(Unreachable, match="PARTIJ_TIJD_OM"):
        PdokService(client).address(AdresVraag("1000FO", 1))


def test_who_is_not_there_is_unreachable() -> None:
    with make_client("http://127.0.0.1:9", 2) as client, pytest.raises(Unreachable, match="PARTIJ_ONBEREIKBAAR"):
        PdokService(client).address(AdresVraag("6533GL", 214))
