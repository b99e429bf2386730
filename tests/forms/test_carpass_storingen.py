"""What goes wrong around a report, as one reads it in its window: nothing typed is lost, nothing sent twice."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, cast

import pytest

from tests.forms.handen import focus_name, line, notes, opened, write
from tests.forms.test_carpass import auto, deuren, no_window_stays, toegang
from tests.usecases.garage import Garage, moment
from tests.usecases.test_carpass import INVOER, VANDAAG, its_time_comes
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.domain.lijst import Lijstvraag
from werkplaats.domain.melding import Staat
from werkplaats.domain.vin import Vin
from werkplaats.forms.carpass.form import CarPassForm
from werkplaats.forms.carpass.paneel import MeldingPaneel
from werkplaats.sandbox.carpass import create_carpass
from werkplaats.sandbox.carpass_register import CarPassRegister
from werkplaats.sandbox.server import Standin
from werkplaats.services.carpass import CarPassService
from werkplaats.services.http import make_client
from werkplaats.usecases.lijsten import MELDING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import CarPassDienst
    from werkplaats.domain.melding import Melding
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.store.opslag import Store
    from werkplaats.ui.work import Background

__all__ = ["auto", "deuren", "no_window_stays", "toegang"]

GEDULD, LAAT = 1.5, 2.0
"""Seconds that the program waits, and after which the late answer comes."""


@pytest.fixture
def register() -> CarPassRegister:
    """What Car-Pass has."""
    return CarPassRegister()


@pytest.fixture
def garage(sqlite_store: Store, klok: VasteKlok, register: CarPassRegister) -> Iterator[Garage]:
    """A garage that really speaks with the stand-in of Car-Pass, and has little patience."""
    klok.moment = moment(2026, 11, 24)
    stop = Event()
    app = create_carpass(register, stop, LAAT, today=lambda: VANDAAG)
    with Standin(app, stop.set) as standin, make_client(f"{standin.address}/api", GEDULD) as client:
        yield Garage(sqlite_store, klok, carpass_dienst=cast("CarPassDienst", CarPassService(client)))


def with_end(garage: Garage, auto: int, einde: str) -> None:
    """Gives the car the chassis number by which the stand-in knows what is to go wrong."""
    wagen = garage.voertuigen.load(garage.balie, auto)
    garage.change(garage.balie, wagen, chassisnummer=Vin(INVOER.vin[:15] + einde))


def typed(qtbot: QtBot, deuren: Deuren, auto: int) -> CarPassForm:
    """A new report of the car with all that goes in it."""
    deuren.carpass.new_melding(auto)
    form = opened(qtbot, CarPassForm)
    write(form, "Kilometerstand", "131501")
    form._velden.fields["omschrijving"].set_value("Remblokken vooraan vervangen")
    return form


def the_one(garage: Garage, auto: int) -> Melding:
    (melding,) = garage.carpass.van_voertuig(garage.balie, auto)
    return melding


def told(qtbot: QtBot, deuren: Deuren, melding: Melding) -> str:
    """What the window says of the whole."""
    deuren.carpass.open_melding(melding.id)
    form = opened(qtbot, CarPassForm)
    text = form._oordeel.text
    invoer = form._velden.read()[0]
    assert (invoer.stand, invoer.omschrijving) == (131_501, "Remblokken vooraan vervangen"), "what was typed is gone"
    form.discard()
    return text


WEBSITE = "Kijk op de website van Car-Pass of de melding er is."
VANZELF = "Werkplaats probeert het vanzelf opnieuw; u hoeft niets te doen."


@pytest.mark.parametrize(
    ("einde", "staat", "woorden", "raad", "kwam"),
    [
        ("F1", Staat.ONZEKER, "Het antwoord was onleesbaar.", WEBSITE, 0),
        ("F2", Staat.ONZEKER, "Het antwoord was niet heel.", WEBSITE, 1),
        ("F6", Staat.ONZEKER, "Het antwoord was onleesbaar.", WEBSITE, 1),
        ("F8", Staat.ONZEKER, "Het antwoord was onleesbaar.", WEBSITE, 1),
        ("F5", Staat.ONZEKER, "Storing bij Car-Pass.", WEBSITE, 1),
        ("T1", Staat.ONZEKER, "Geen antwoord ontvangen.", WEBSITE, 1),
        ("U1", Staat.TE_VERSTUREN, "Aanmelden bij Car-Pass geweigerd.", "Controleer ze bij Instellingen, Car-Pass.", 0),
        ("M1", Staat.TE_VERSTUREN, "Car-Pass is in onderhoud.", "U hoeft niets te doen", 0),
        ("F4", Staat.TE_VERSTUREN, "Car-Pass is te druk.", VANZELF, 0),
        ("F3", Staat.TE_VERSTUREN, "Het netwerk leidt naar een andere pagina.", "Meld u zo nodig aan", 0),
        ("F0", Staat.GEWEIGERD, "Dit voertuig kan niet worden gemeld.", "Verbeter de melding", 0),
        ("F7", Staat.ONBEKEND, "Car-Pass noemt dit: SUSPENDED_BY_BOARD.", "vraagt vanzelf opnieuw", 1),
    ],
)
def test_whatever_car_pass_answers_the_window_says_what_and_what_to_do(
    qtbot: QtBot,
    deuren: Deuren,
    garage: Garage,
    register: CarPassRegister,
    auto: int,
    einde: str,
    staat: Staat,
    woorden: str,
    raad: str,
    kwam: int,
) -> None:
    with_end(garage, auto, einde)
    typed(qtbot, deuren, auto)._send.click()
    for _keer in range(3):
        garage.postbus.send_due(garage.balie)
    with garage.later(minutes=1):
        garage.carpass.poll(garage.balie)

    melding = the_one(garage, auto)
    assert melding.staat is staat
    text = told(qtbot, deuren, melding)
    assert woorden in text
    assert raad in text
    assert len(register.observations) == kwam
    with garage.later(minutes=11):
        assert garage.carpass.badge(garage.balie) == 1


def test_the_pane_beside_the_overview_says_the_same(
    qtbot: QtBot, deuren: Deuren, toegang: Toegang, garage: Garage, auto: int
) -> None:
    with_end(garage, auto, "F2")
    typed(qtbot, deuren, auto)._send.click()
    garage.postbus.send_due(garage.balie)
    pane = MeldingPaneel(toegang, lambda _line: [])
    qtbot.addWidget(pane)
    (line,) = garage.lijsten.first(garage.balie, MELDING, Lijstvraag("datum"))
    pane.show_line(line)
    assert WEBSITE in pane._oordeel.text


def test_a_password_that_is_refused_half_way_holds_up_and_loses_nothing(
    qtbot: QtBot, deuren: Deuren, garage: Garage, register: CarPassRegister, auto: int
) -> None:
    typed(qtbot, deuren, auto)._send.click()
    garage.postbus.send_due(garage.balie, stopped=after_one(register))
    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "geweigerd")
    garage.postbus.send_due(garage.balie)
    with garage.later(minutes=1):
        assert garage.carpass.poll(garage.balie) == 0

    melding = the_one(garage, auto)
    assert (melding.staat, melding.omschrijving_staat) == (Staat.VERSTUURD, "wacht")

    garage.instellingen.set_geheim(garage.beheerder, CARPASS_WACHTWOORD, "goed")
    its_time_comes(garage)
    garage.postbus.send_due(garage.balie)
    with garage.later(minutes=1):
        assert garage.carpass.poll(garage.balie) == 1
    melding = the_one(garage, auto)
    assert (melding.staat, melding.omschrijving_staat) == (Staat.AANVAARD, "verzonden")
    (een,) = register.observations
    assert een.description is not None


def after_one(register: CarPassRegister) -> Callable[[], bool]:
    """Stops sending as soon as Car-Pass has the report."""
    return lambda: bool(register.observations)


# What is typed and cannot be.

KM = "Vul een kilometerstand van 0 tot 2.000.000 km in."


@pytest.mark.parametrize(
    ("veld", "tekst", "zin"),
    [
        ("Kilometerstand", "", KM),
        ("Kilometerstand", "13l501", "Dit is geen heel getal."),
        ("Kilometerstand", "131501,5", "Dit is geen heel getal."),
        ("Kilometerstand", "-5", KM),
        ("Kilometerstand", "9.999.999", KM),
        ("Kilometerstand", "2.000.001", KM),
        ("Reparatiedatum", "25-11-2026", "25-11-2026 ligt in de toekomst. Vul de dag in waarop"),
        ("Reparatiedatum", "31-02-2026", "Dit is geen datum die bestaat."),
        ("Reparatiedatum", "", "Vul een datum in"),
        ("Chassisnummer", "", "Vul een chassisnummer van 1 tot 17 tekens in."),
        ("Chassisnummer", "VF1RFB00X620005190", "Vul een chassisnummer van 1 tot 17 tekens in."),
    ],
)
def test_what_cannot_be_is_told_at_its_field_with_the_keyboard_there_and_nothing_goes(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: int, veld: str, tekst: str, zin: str
) -> None:
    form = typed(qtbot, deuren, auto)
    write(form, veld, tekst)
    form._send.setFocus()
    form._send.click()

    assert garage.carpass.van_voertuig(garage.balie, auto) == ()
    assert form.isVisible()
    assert focus_name() == veld
    assert line(form, veld).text() == tekst
    assert zin in "\n".join(notes(form))
    assert "Nog niet verstuurd" in form.problem.text
    assert form._velden.fields["omschrijving"].value() == "Remblokken vooraan vervangen"


def test_with_two_wrong_the_keyboard_goes_to_the_first(qtbot: QtBot, deuren: Deuren, auto: int) -> None:
    form = typed(qtbot, deuren, auto)
    write(form, "Chassisnummer", "")
    write(form, "Kilometerstand", "abc")
    form._send.click()
    assert focus_name() == "Kilometerstand"


def test_a_chassis_number_of_eleven_signs_is_red_with_words_and_goes(
    qtbot: QtBot, deuren: Deuren, garage: Garage, register: CarPassRegister, auto: int
) -> None:
    form = typed(qtbot, deuren, auto)
    write(form, "Chassisnummer", "VF1RFB00X62")
    assert form._head.text == "Het chassisnummer is korter dan 17 tekens"
    assert "hier staan er 11" in "\n".join(notes(form))
    form._send.click()
    garage.postbus.send_due(garage.balie)
    assert [een.vin for een in register.observations] == ["VF1RFB00X62"]


# The same twice.


@pytest.mark.usefixtures("toegang")
def test_the_button_pressed_twice_quickly_sends_once_while_the_first_press_is_worked_at(
    qtbot: QtBot,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    background: Background,
    garage: Garage,
    register: CarPassRegister,
    auto: int,
) -> None:
    make_deuren(make_toegang(background=background)).carpass.new_melding(auto)
    form = opened(qtbot, CarPassForm)
    qtbot.waitUntil(lambda: not form.is_busy)
    form._velden.fields["stand"].set_value(131_501)
    with qtbot.waitSignal(form.closed):
        form._send.click()
        assert form.is_busy
        form._send.click()
        form.press_main()
    assert the_one(garage, auto).staat is Staat.TE_VERSTUREN
    garage.postbus.send_due(garage.balie)
    assert len(register.observations) == 1


def test_of_two_workstations_the_second_keeps_what_it_typed_and_sends_nothing(
    qtbot: QtBot, deuren: Deuren, garage: Garage, register: CarPassRegister, auto: int
) -> None:
    melding = garage.carpass.keep(garage.balie, auto, INVOER)
    deuren.carpass.open_melding(melding.id)
    form = opened(qtbot, CarPassForm)
    write(form, "Kilometerstand", "131777")
    garage.carpass.submit(garage.wie("Balie", "Els"), melding.id, melding.versie, INVOER)
    form._send.click()

    assert "Els heeft deze melding intussen gewijzigd. Er is niets dubbel verstuurd." in form.problem.text
    assert "Open de melding opnieuw" in form.problem.text
    assert line(form, "Kilometerstand").text() == "131.777"
    garage.postbus.send_due(garage.balie)
    assert [een.km for een in register.observations] == [131_501]
