"""A request reaches mijnOndernemersportaal by link or by form, and no log tells what was in it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.config import MopConfig
from werkplaats.domain.pechhulp import MopMethode
from werkplaats.errors import PartijFout, WerkplaatsError
from werkplaats.services.mop import MopService, get_link

if TYPE_CHECKING:
    from collections.abc import Callable

DOEL = "https://portaal.invalid/pechhulp/aanvragen"
PARAMS = (
    ("kenteken", "01CARS"),
    ("voorletters", ""),
    ("naam", "Été & Zn + 1%"),
    ("geboortedatum", "1970-01-01"),
    ("email", "c.carsys@post.example"),
)


def service(open_url: Callable[[str], None], method: str = "GET", doel: str = DOEL) -> MopService:
    return MopService(open_url, MopConfig(doel, method))


def test_a_link_holds_what_is_filled_in_in_its_order() -> None:
    opened: list[str] = []
    service(opened.append).open(PARAMS)
    [link] = opened
    assert link == (
        f"{DOEL}?kenteken=01CARS&naam=%C3%89t%C3%A9%20%26%20Zn%20%2B%201%25"
        "&geboortedatum=1970-01-01&email=c.carsys%40post.example"
    )


def test_what_the_address_holds_already_stays() -> None:
    assert get_link("https://portaal.invalid/a?taal=nl#begin", (("naam", "x"),)) == (
        "https://portaal.invalid/a?taal=nl&naam=x#begin"
    )
    assert get_link(DOEL, ()) == DOEL


@given(
    st.lists(
        st.tuples(st.sampled_from(["naam", "plaats"]), st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
    )
)
def test_any_value_arrives_as_it_was(params: list[tuple[str, str]]) -> None:
    link = get_link(DOEL, tuple(params))
    assert link.isascii()
    assert parse_qsl(urlsplit(link).query, keep_blank_values=True) == params


def test_a_form_keeps_everything_out_of_the_address() -> None:
    pages: list[str] = []

    def browser(address: str) -> None:
        assert urlsplit(address).hostname == "127.0.0.1"
        assert not urlsplit(address).query
        pages.append(httpx.get(address, trust_env=False).text)

    service(browser, "POST_FORM").open(PARAMS)
    assert 'name="naam" value="Été &amp; Zn + 1%"' in pages[0]
    assert 'name="voorletters"' not in pages[0]


def test_the_shop_may_choose_another_way_than_the_computer() -> None:
    opened: list[str] = []
    service(opened.append, "POST_FORM").open(PARAMS, MopMethode.GET)
    assert urlsplit(opened[0]).hostname == "portaal.invalid"


@pytest.mark.parametrize("method", ["GET", "POST_FORM"])
def test_a_log_names_the_parameters_and_never_tells_them(method: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        service(lambda address: None, method).open(PARAMS)
    assert "portaal.invalid" in caplog.text
    assert "kenteken,naam,geboortedatum,email" in caplog.text
    for _naam, waarde in PARAMS:
        assert not waarde or waarde not in caplog.text


@pytest.mark.parametrize("method", ["GET", "POST_FORM"])
def test_a_browser_that_does_not_open_is_told_and_leaves_no_page(method: str) -> None:
    addresses: list[str] = []

    def broken(address: str) -> None:
        addresses.append(address)
        raise PartijFout("BROWSER_NIET_GEOPEND", "browser")

    with pytest.raises(PartijFout):
        service(broken, method).open(PARAMS)
    if method == "POST_FORM":
        assert gone(addresses[0])


def gone(address: str) -> bool:
    """Whether the page goes away; it looks five times a second whether it should."""
    for _attempt in range(200):
        try:
            answer = httpx.get(address.rsplit("/", 1)[0] + "/", trust_env=False, timeout=5)
        except (httpx.ConnectError, httpx.ReadError, httpx.RemoteProtocolError):
            return True
        assert answer.status_code == 404
    return False


@pytest.mark.parametrize(
    ("doel", "method", "code"),
    [
        ("http://portaal.invalid/", "GET", "ADRES_ONVEILIG"),
        ("portaal", "GET", "ADRES_ONGELDIG"),
        ("javascript:alert(1)", "POST_FORM", "ADRES_ONGELDIG"),
        (DOEL, "PUT", "CONFIG_ONBEKEND"),
    ],
)
def test_an_address_or_method_that_will_not_do_is_told_at_the_start(doel: str, method: str, code: str) -> None:
    with pytest.raises(WerkplaatsError) as caught:
        service(lambda address: None, method, doel)
    assert caught.value.code == code
