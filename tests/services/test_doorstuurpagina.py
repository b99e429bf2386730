"""The page that posts a form once: one visit, one minute, nothing on disk, nothing that a website can read."""

from __future__ import annotations

import re
import socket
from contextlib import contextmanager
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.services.doorstuurpagina import LIFETIME, Doorstuurpagina, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DOEL = "https://portaal.invalid/pechhulp/aanvragen"
PARAMS = (("naam", "O'Neill <b>\"&amp;"), ("plaats", "Été"))


@contextmanager
def serving(
    params: Sequence[tuple[str, str]] = PARAMS, lifetime: float = LIFETIME
) -> Iterator[tuple[Doorstuurpagina, str]]:
    pagina = Doorstuurpagina(DOEL, params, lifetime)
    try:
        yield pagina, pagina.start()
    finally:
        pagina.stop()
        assert pagina.join(5)


def fields(page: str) -> list[tuple[str, str]]:
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    return [(unescape(naam), unescape(waarde)) for naam, waarde in found]


def get(address: str, **headers: str) -> httpx.Response:
    return httpx.get(address, headers=headers, trust_env=False, timeout=5)


def test_the_page_carries_the_form_to_the_portal() -> None:
    with serving() as (_pagina, address):
        answer = get(address)
    assert answer.status_code == 200
    assert fields(answer.text) == list(PARAMS)
    assert f'action="{DOEL}"' in answer.text
    assert 'method="post"' in answer.text
    assert "mijnOndernemersportaal" in answer.text


def test_the_page_is_kept_by_nobody_and_runs_only_its_own_script() -> None:
    with serving() as (_pagina, address):
        answer = get(address)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    nonces = re.findall(r"nonce-([^']+)'", answer.headers["Content-Security-Policy"])
    assert re.findall(r'nonce="([^"]+)"', answer.text) == nonces


def test_the_page_is_gone_after_one_visit() -> None:
    with serving() as (pagina, address):
        assert get(address).status_code == 200
        assert pagina.join(5)
        with pytest.raises(httpx.ConnectError):
            get(address)


def test_the_page_is_gone_when_nobody_comes() -> None:
    with serving(lifetime=0.01) as (pagina, address):
        assert pagina.join(5)
        with pytest.raises(httpx.ConnectError):
            get(address)


def test_the_page_can_be_taken_away() -> None:
    with serving() as (pagina, address):
        pagina.stop()
        assert pagina.join(5)
        with pytest.raises(httpx.ConnectError):
            get(address)


def test_two_visits_at_once_get_one_page() -> None:
    with serving() as (pagina, address):
        taken = [pagina._server.take() for _visit in range(2)]
        assert [page is None for page in taken] == [False, True]
        assert get(address).status_code == 404


def test_another_path_does_not_use_it_up() -> None:
    with serving() as (_pagina, address):
        base = f"http://{urlsplit(address).netloc}"
        assert get(f"{base}/favicon.ico").status_code == 404
        assert get(f"{base}/é").status_code == 404
        assert get(address).status_code == 200


def test_a_website_that_points_its_own_name_here_gets_nothing() -> None:
    with serving() as (_pagina, address):
        assert get(address, Host="kwaad.invalid").status_code == 404
        assert get(address).status_code == 200


def test_an_idle_line_of_the_browser_does_not_hold_it_up() -> None:
    with serving() as (_pagina, address):
        parts = urlsplit(address)
        with socket.create_connection((parts.hostname, parts.port)):
            assert get(address).status_code == 200


def test_the_path_cannot_be_guessed() -> None:
    paths = set()
    for _page in range(5):
        with serving() as (_pagina, address):
            assert address.startswith("http://127.0.0.1:")
            paths.add(urlsplit(address).path)
    assert len(paths) == 5
    assert min(map(len, paths)) > 30


@given(st.lists(st.tuples(st.text(min_size=1, max_size=8), st.text(max_size=30)), max_size=4))
def test_any_text_stays_inside_its_field(params: list[tuple[str, str]]) -> None:
    page = render(DOEL, params, "x").decode()
    assert page.count("<script") == 1
    assert page.count('type="hidden"') == len(params)
    writable = [
        (naam.encode("utf-8", "replace").decode(), waarde.encode("utf-8", "replace").decode())
        for naam, waarde in params
    ]
    assert fields(page) == writable
