"""A page opens in the user's browser, or it is said that it did not."""

from __future__ import annotations

import webbrowser
from typing import Any

import pytest

from werkplaats.errors import WerkplaatsError
from werkplaats.services.browser import open_url


def opening(monkeypatch: pytest.MonkeyPatch, answer: Any) -> list[str]:
    opened: list[str] = []

    def open_(adres: str, new: int) -> bool:
        opened.append(adres)
        if isinstance(answer, Exception):
            raise answer
        return bool(answer)

    monkeypatch.setattr(webbrowser, "open", open_)
    return opened


def test_a_page_opens_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = opening(monkeypatch, True)
    open_url("https://ovi.rdw.nl/default.aspx?kenteken=01CARS")
    assert opened == ["https://ovi.rdw.nl/default.aspx?kenteken=01CARS"]


@pytest.mark.parametrize("answer", [False, webbrowser.Error("geen browser"), OSError(2, "xdg-open")])
def test_a_browser_that_does_not_open_is_told(monkeypatch: pytest.MonkeyPatch, answer: Any) -> None:
    opening(monkeypatch, answer)
    with pytest.raises(WerkplaatsError) as caught:
        open_url("https://ovi.rdw.nl/")
    assert caught.value.code == "BROWSER_NIET_GEOPEND"


@pytest.mark.parametrize(
    "adres",
    [
        *("file:///etc/passwd", "javascript:alert(1)", r"C:\Windows\calc.exe", "mailto:a@b.example", "ovi.rdw.nl"),
        *("https://", "", "-h", "https://a b", "https://a\n-x", "https://[::1"),
    ],
)
def test_only_a_web_page_is_ever_opened(monkeypatch: pytest.MonkeyPatch, adres: str) -> None:
    opened = opening(monkeypatch, True)
    with pytest.raises(WerkplaatsError) as caught:
        open_url(adres)
    assert (caught.value.code, opened) == ("ADRES_ONGELDIG", [])
