"""The browser of the tour goes as far as a person would, and never leaves this computer."""

from __future__ import annotations

import webbrowser
from typing import TYPE_CHECKING

import pytest

from werkplaats.config import MopConfig
from werkplaats.domain.pechhulp import MopMethode
from werkplaats.rondleiding.browser import TourBrowser
from werkplaats.services import browser as our_browser
from werkplaats.services.mop import MopService

if TYPE_CHECKING:
    from tests.sandbox_fixtures import Standins

KENTEKEN = {MopMethode.GET: "TE601A", MopMethode.POST_FORM: "HY001A"}
"""The stand-in gives one pass for a car."""

AANVRAAG = (
    ("soort", "NL"),
    ("aanhef", "M"),
    ("naam", "Zoë & 't Hart"),
    ("geboortedatum", "1970-01-01"),
    ("straat", "Straatnaam"),
    ("huisnr", "1"),
    ("postcode", "1234AB"),
    ("plaats", "Plaats"),
)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> TourBrowser:
    """Registered for this test only: another test opens no page of its own in it."""
    monkeypatch.setattr(webbrowser, "_tryorder", [])
    monkeypatch.setattr(webbrowser, "_browsers", {})
    return TourBrowser()


@pytest.mark.parametrize("methode", list(MopMethode))
def test_it_shows_the_summary_of_a_request_and_finishes_it(
    standins: Standins, browser: TourBrowser, methode: MopMethode
) -> None:
    MopService(our_browser.open_url, MopConfig(f"{standins.mop}/pechhulp/aanvragen")).open(
        (("kenteken", KENTEKEN[methode]), *AANVRAAG), methode
    )
    assert browser.pagina is not None
    assert browser.pagina.kop == "Controleer uw aanvraag", browser.pagina
    assert browser.pagina.waarden["naam"] == "Zoë & 't Hart"
    assert ("?" in browser.adressen[-1]) is (methode is MopMethode.GET)
    given = browser.finish()
    assert given["pasnummer"].startswith("OEF-")
    assert browser.pagina.kop == "Pechhulppas aangevraagd"
    assert browser.finish() == {}, "there is nothing more to press"


def test_a_refusal_is_a_page_like_any_other(standins: Standins, browser: TourBrowser) -> None:
    MopService(our_browser.open_url, MopConfig(f"{standins.mop}/pechhulp/aanvragen")).open(AANVRAAG[:1])
    assert browser.pagina is not None
    assert browser.pagina.kop == "Aanvraag niet mogelijk"


def test_a_page_elsewhere_is_not_opened(browser: TourBrowser) -> None:
    with pytest.raises(webbrowser.Error, match=r"example\.org"):
        browser.open("https://www.example.org/pechhulp")


def test_before_a_page_was_opened_there_is_nothing_to_finish(browser: TourBrowser) -> None:
    assert browser.pagina is None
    assert browser.finish() == {}
