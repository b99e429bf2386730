"""The window on a car's history: what one types and sees, from the request to the document in hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from tests.forms.handen import open_forms, opened
from tests.usecases.test_carpass import AUTO, TIJD_OM
from tests.usecases.test_historieken import BEZIG, GEVRAAGD, URL, WEG, round_
from werkplaats.domain.carpass_antwoord import Uitspraak
from werkplaats.domain.carpass_historiek import HistoriekAntwoord, Staat
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import Garbled, Refused
from werkplaats.forms.afdrukvoorbeeld import AfdrukvoorbeeldForm
from werkplaats.forms.carpass.form import CarPassForm
from werkplaats.forms.carpass.historiek import HistoriekForm
from werkplaats.forms.carpass.menu import carpass_menu
from werkplaats.forms.deuren import Deuren
from werkplaats.forms.lijsten.postbus import postbus_list
from werkplaats.forms.lijsten.voertuigen import voertuigen_list
from werkplaats.forms.muteren.werkbalk import Werkbalk
from werkplaats.sandbox.carpass_pdf import write_pdf
from werkplaats.ui.button import Button
from werkplaats.ui.problem import ProblemLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.carpass_historiek import Historiek
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.toegang import Toegang

KLAAR = HistoriekAntwoord("ACCEPTED", Uitspraak.AANVAARD, URL, write_pdf("Car-Pass", ["123"]))


@pytest.fixture
def toegang(make_toegang: Callable[..., Toegang], garage: Garage) -> Toegang:
    """Somebody at the counter of a Belgian garage with an account."""
    garage.configure(land="BE", carpass_btw="0123456749", carpass_gebruiker="2000000141")
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "geheim")
    return make_toegang(replace(garage.balie, land="BE"))


@pytest.fixture(autouse=True)
def no_window_stays() -> Iterator[None]:
    """A window with something unsaved would stand in the way of the next test."""
    yield
    for form in QApplication.topLevelWidgets():
        if isinstance(form, HistoriekForm) and form.isVisible():
            form.discard()


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car(AUTO).id


@pytest.fixture
def deuren(make_deuren: Callable[[Toegang], Deuren], toegang: Toegang) -> Deuren:
    return make_deuren(toegang)


def window(qtbot: QtBot, deuren: Deuren, auto: int) -> HistoriekForm:
    deuren.carpass.open_historiek(auto)
    return opened(qtbot, HistoriekForm)


def asked(qtbot: QtBot, deuren: Deuren, auto: int) -> HistoriekForm:
    """The window after one typed the reading and pressed Aanvragen."""
    form = window(qtbot, deuren, auto)
    form._velden.fields["stand"].set_value(131_501)
    form._send.click()
    return form


def goes_round(garage: Garage, deuren: Deuren, *antwoorden: object) -> None:
    """A round of the window in the background, after which it tells what it heard."""
    round_(garage, *antwoorden)
    deuren.heard.emit("historiek")


def alle(garage: Garage, auto: int) -> tuple[Historiek, ...]:
    return garage.historieken.look(garage.balie, auto).alle


def words(form: HistoriekForm) -> str:
    return " ".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())


def buttons(form: HistoriekForm) -> list[str]:
    return [each.text().replace("&", "") for each in form.findChildren(Button) if each.isVisible()]


def press(form: HistoriekForm, word: str) -> None:
    (button,) = [each for each in form.findChildren(Button) if word in each.text().replace("&", "")]
    button.click()


def test_the_list_of_a_belgian_shop_leads_there_and_that_of_a_dutch_one_does_not(
    make_toegang: Callable[..., Toegang], garage: Garage, toegang: Toegang, deuren: Deuren, auto: int
) -> None:
    def titles(wie: Wie) -> list[str]:
        kind = voertuigen_list(make_toegang(wie), deuren)
        (line,) = garage.lijsten.first(wie, kind.soort, Lijstvraag("kenteken"))
        return [action.title for action in kind.actions(line)]

    assert "Car-Pass historiek …" in titles(toegang.wie)
    assert "Car-Pass historiek …" not in titles(replace(toegang.wie, land="NL"))
    assert "Car-Pass historiek …" not in titles(replace(garage.wie("Monteur"), land="BE"))


def test_the_vehicle_card_of_a_belgian_shop_has_the_button(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], garage: Garage, toegang: Toegang, auto: int
) -> None:
    def doors(wie: Wie) -> list[str]:
        made = make_toegang(wie)
        bar = Werkbalk(made, Deuren(made, owner), auto, VoertuigKaart, ProblemLine())
        return [button.text() for button in bar.below()]

    owner = QObject()
    assert "Car-Pass" in doors(toegang.wie)
    assert "Car-Pass" not in doors(replace(toegang.wie, land="NL"))


def test_the_menu_car_pass_leads_to_report_history_and_overview(qtbot: QtBot, deuren: Deuren, auto: int) -> None:
    asked_pages: list[str] = []
    deuren.page_asked.connect(asked_pages.append)
    parent = Button("Car-Pass")
    qtbot.addWidget(parent)
    melden, historiek, overzicht = carpass_menu(deuren, lambda: auto, parent).actions()
    overzicht.trigger()
    assert asked_pages == ["carpass"]
    historiek.trigger()
    assert opened(qtbot, HistoriekForm).isVisible()
    melden.trigger()
    assert opened(qtbot, CarPassForm).isVisible()
    opened(qtbot, CarPassForm).discard()


def test_it_is_asked_and_comes_into_hand_when_it_is_there(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    form = asked(qtbot, deuren, auto)
    assert "De aanvraag ligt klaar" in words(form)
    assert "Aanvragen" not in buttons(form)

    goes_round(garage, deuren, GEVRAAGD, BEZIG)
    assert "Car-Pass maakt het document" in words(form)
    assert garage.browser.paginas == []

    with garage.later(hours=1):
        goes_round(garage, deuren, KLAAR)

    assert "Geldig tot en met 24-01-2027" in words(form)
    assert garage.browser.paginas == [URL]
    assert opened(qtbot, AfdrukvoorbeeldForm)._maten == ((595.0, 842.0),)


def test_the_address_is_copied_and_opened_again(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    form = asked(qtbot, deuren, auto)
    goes_round(garage, deuren, GEVRAAGD, KLAAR)
    assert form._document.address == URL
    press(form, "Adres kopiëren")
    assert QGuiApplication.clipboard().text() == URL
    press(form, "Openen in de browser")
    assert garage.browser.paginas == [URL, URL]


def test_a_browser_that_does_not_open_is_told_and_the_address_stands_there(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    garage.browser.kan_openen = False
    form = asked(qtbot, deuren, auto)
    goes_round(garage, deuren, GEVRAAGD, KLAAR)
    assert form.problem.isVisible()
    assert form._document.address == URL


def test_what_may_be_shown_is_offered_at_once_and_a_new_one_takes_two_presses(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    asked(qtbot, deuren, auto).close()
    round_(garage, GEVRAAGD, KLAAR)
    form = window(qtbot, deuren, auto)
    assert "Geldig tot en met 24-01-2027" in words(form)
    assert "Nog 61 dagen." in words(form)
    assert garage.browser.paginas == []  # nobody waited for it
    assert "Aanvragen" not in buttons(form)
    press(form, "Nieuwe aanvragen")
    form._velden.fields["stand"].set_value(131_600)
    form._send.click()
    assert [een.staat for een in alle(garage, auto)] == [Staat.AAN_TE_VRAGEN, Staat.ONTVANGEN]


@pytest.mark.parametrize(("dagen", "gezegd"), [(61, "Vandaag is de laatste dag."), (62, "Verlopen: was geldig tot")])
def test_the_last_day_and_the_day_after(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int, dagen: int, gezegd: str
) -> None:
    asked(qtbot, deuren, auto).close()
    round_(garage, GEVRAAGD, KLAAR)
    with garage.later(days=dagen):
        form = window(qtbot, deuren, auto)
        assert gezegd in words(form)
        assert ("Aanvragen" in buttons(form)) is (dagen > 61)


def test_pressed_twice_one_request_lies_ready(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    form = window(qtbot, deuren, auto)
    form._velden.fields["stand"].set_value(131_501)
    form._send.click()
    form._send.click()
    assert len(alle(garage, auto)) == 1


def test_without_a_reading_nothing_goes_and_the_field_says_why(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    form = window(qtbot, deuren, auto)
    form._send.click()
    assert alle(garage, auto) == ()
    assert form._velden.fields["stand"].remarks.now is not None


@pytest.mark.parametrize(
    ("gezegd", "woorden"),
    [
        (WEG, "Car-Pass is niet bereikbaar"),
        (TIJD_OM, "Geen antwoord ontvangen"),
        (Refused("CARPASS_AANMELDEN", "Car-Pass", status=401), "Aanmelden bij Car-Pass geweigerd"),
        (Refused("CARPASS_GEWEIGERD", "Car-Pass", status=422, tekst="VIN onbekend"), "Car-Pass weigert: VIN onbekend"),
    ],
    ids=["network gone", "no answer", "401", "refused"],
)
def test_what_goes_wrong_on_asking_is_said(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int, gezegd: Exception, woorden: str
) -> None:
    form = asked(qtbot, deuren, auto)
    goes_round(garage, deuren, gezegd)
    assert woorden in words(form)
    assert garage.bijlagen.van(garage.balie, "voertuig", auto) == ()


@pytest.mark.parametrize(
    ("code", "woorden"),
    [
        ("PARTIJ_GEEN_JSON", "Het antwoord was onleesbaar"),
        ("PARTIJ_AFGEKAPT", "Het antwoord was niet heel"),
        ("PARTIJ_TE_GROOT", "Het antwoord was onleesbaar"),
        ("CARPASS_PDF_STUK", "Het document kwam niet heel aan"),
    ],
)
def test_an_answer_that_is_none_is_said_and_the_next_one_brings_it(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int, code: str, woorden: str
) -> None:
    form = asked(qtbot, deuren, auto)
    goes_round(garage, deuren, GEVRAAGD, Garbled(code, "Car-Pass"))
    assert woorden in words(form)
    assert "er wordt niets dubbel aangevraagd" in words(form)
    with garage.later(hours=1):
        goes_round(garage, deuren, KLAAR)
    assert "Geldig tot en met" in words(form)


def test_in_doubt_a_person_decides(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    form = asked(qtbot, deuren, auto)
    goes_round(garage, deuren, TIJD_OM)
    qtbot.waitUntil(lambda: {"Opnieuw versturen", "Laat maar"} <= set(buttons(form)))
    press(form, "Laat maar")
    assert "De vorige aanvraag is vervallen" in words(form)
    assert "Aanvragen" in buttons(form)


def test_closed_while_it_runs_the_document_comes_all_the_same_and_nothing_jumps_up(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    asked(qtbot, deuren, auto).close()
    goes_round(garage, deuren, GEVRAAGD, KLAAR)
    assert len(garage.bijlagen.van(garage.balie, "voertuig", auto)) == 1
    assert (garage.browser.paginas, open_forms()) == ([], [])


def test_a_document_that_was_taken_away_is_fetched_again(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int
) -> None:
    asked(qtbot, deuren, auto).close()
    round_(garage, GEVRAAGD, KLAAR)
    (bijlage,) = garage.bijlagen.van(garage.balie, "voertuig", auto)
    garage.bijlagen.remove(garage.balie, bijlage.id)
    form = window(qtbot, deuren, auto)
    press(form, "Opnieuw ophalen")
    goes_round(garage, deuren, KLAAR)
    assert "Geldig tot en met" in words(form)
    assert len(garage.bijlagen.van(garage.balie, "voertuig", auto)) == 1


def test_what_was_typed_is_not_lost_by_closing(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int) -> None:
    form = window(qtbot, deuren, auto)
    form._velden.fields["stand"].set_value(131_501)
    form.close()
    assert form.isVisible()
    form.discard()


def test_the_postbus_leads_to_it(qtbot: QtBot, toegang: Toegang, deuren: Deuren, garage: Garage, auto: int) -> None:
    asked(qtbot, deuren, auto).close()
    (bericht,) = garage.postbus.list(garage.balie)
    (door,) = postbus_list(toegang, deuren).actions(bericht)
    assert door.title == "Historiek openen"
    door.run(bericht.id)
    assert opened(qtbot, HistoriekForm).isVisible()
