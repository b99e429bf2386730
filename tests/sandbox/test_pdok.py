"""The stand-in of PDOK speaks as the contract says, also to who asks wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from werkplaats.sandbox.pdok import PAD
from werkplaats.sandbox.pdok_storing import RETRY_AFTER

if TYPE_CHECKING:
    from tests.sandbox_fixtures import Standins


def ask(standins: Standins, *params: tuple[str, str]) -> httpx.Response:
    return httpx.get(standins.pdok + PAD, params=httpx.QueryParams(list(params)), trust_env=False)


def found(response: httpx.Response) -> list[dict[str, Any]]:
    return list(response.json()["response"]["docs"])


def test_filters_are_repeated_and_all_count(standins: Standins) -> None:
    response = ask(standins, ("fq", "type:adres"), ("fq", "postcode:6533GL"), ("fq", "huisnummer:214"))
    assert [doc["huis_nlt"] for doc in found(response)] == ["214", "214A", "214B", "214A-2", "214-12"]
    assert response.json()["response"]["numFound"] == 5


def test_only_the_fields_asked_for_are_given_and_absent_ones_left_out(standins: Standins) -> None:
    response = ask(
        standins, ("fq", "postcode:6533GL"), ("fq", "huisnummer:214"), ("fl", "straatnaam,huisletter"), ("rows", "1")
    )
    assert found(response) == [{"straatnaam": "Hatertseweg"}]


def test_nobody_there_is_nought(standins: Standins) -> None:
    response = ask(standins, ("fq", "postcode:9999ZZ"), ("fq", "huisnummer:1"))
    assert (response.status_code, response.json()["response"]["numFound"]) == (200, 0)


@pytest.mark.parametrize("param", [("facet.field", "type"), ("rows", "veel"), ("rows", "1000"), ("fq", "kleur:rood")])
def test_what_the_contract_does_not_know_is_refused(standins: Standins, param: tuple[str, str]) -> None:
    response = ask(standins, param)
    assert response.status_code == 400
    assert response.json()["message"]


def test_too_many_questions_are_asked_to_wait(standins: Standins) -> None:
    response = ask(standins, ("fq", "postcode:1000FO"), ("fq", "huisnummer:429"))
    assert (response.status_code, response.headers["Retry-After"]) == (429, str(RETRY_AFTER))
