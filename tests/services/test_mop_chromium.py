"""The journey through a real browser: from the program to the portal's summary, by link and by form."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from werkplaats.config import MopConfig
from werkplaats.services.mop import MopService

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.sandbox_fixtures import Standins

CHROMIUM = shutil.which("chromium")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PARAMS = (
    ("kenteken", "01CARS"),
    ("soort", "NL"),
    ("vvv", "1"),
    ("aanhef", "M"),
    ("voorletters", "C"),
    ("naam", "Carsys-d'Été & Zn"),
    ("geboortedatum", "1970-01-01"),
    ("straat", "Straatnaam"),
    ("huisnr", "1"),
    ("postcode", "1234AB"),
    ("plaats", "'s-Hertogenbosch"),
    ("email", "c.carsys@post.example"),
)

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="the journey through a real browser needs Debian's chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="the journey through a real browser needs playwright")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("method", ["GET", "POST_FORM"])
def test_the_summary_shows_what_the_program_sent(standins: Standins, page: Page, method: str) -> None:
    opened: list[str] = []
    visited: list[str] = []
    page.on("framenavigated", lambda frame: visited.append(frame.url))
    MopService(opened.append, MopConfig(f"{standins.mop}/pechhulp/aanvragen", method)).open(PARAMS)
    page.goto(opened[0])
    page.get_by_role("heading", name="Inloggen met Mobi-ID").wait_for()
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("heading", name="Controleer uw aanvraag").wait_for()
    shown = {naam: page.locator(f"dd#{naam}").inner_text() for naam, _waarde in PARAMS}
    assert shown == {**dict(PARAMS), "vvv": "Ja"}
    if method == "POST_FORM":
        assert urlsplit(opened[0]).port != urlsplit(standins.mop).port
        assert not any("Carsys" in address or "1970" in address for address in visited)


def test_a_request_that_is_refused_says_why(standins: Standins, page: Page) -> None:
    opened: list[str] = []
    wrong = (*(pair for pair in PARAMS if pair[0] != "naam"), ("naam", "Car<sys>"))
    MopService(opened.append, MopConfig(f"{standins.mop}/pechhulp/aanvragen", "POST_FORM")).open(wrong)
    page.goto(opened[0])
    page.get_by_role("button", name="Inloggen").click()
    assert page.get_by_role("alert").inner_text() == "Ongeldige karakters in veld naam."
