"""Aanvragen Bovemij Pechhulp: filled in beforehand, doubtful things said and not barred, the browser opened once."""

from __future__ import annotations

import gc
import re
import threading
import urllib.request
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from tests.forms.handen import ALT, CTRL, buttons, choose, field, focus_name, line, notes, opened, press, words, write
from tests.usecases.garage import GOLF, VAN_DALEN
from werkplaats.domain.pechhulp import MopMethode, Staat
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.forms.pechhulp import PechhulpForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.work import Background


@pytest.fixture
def ask(qtbot: QtBot, garage: Garage, deuren: Deuren) -> Callable[..., PechhulpForm]:
    """Opens the form for a Golf of somebody, as the Pechhulp menu does."""

    def open_form(owner: RelatieKaart | None = VAN_DALEN, **car: object) -> PechhulpForm:
        kop = garage.new_owner(owner) if owner else None
        kaart = VoertuigKaart(kenteken=GOLF, merk="Volkswagen", model="Golf", bouwjaar=2020, hoofdeigenaar=kop)
        deuren.open_pechhulp(garage.new_car(replace(kaart, **car)).id)  # type: ignore[arg-type]  # any field of a card
        return opened(qtbot, PechhulpForm)

    return open_form


def sent(garage: Garage) -> dict[str, str]:
    """What the page that the browser opened was given."""
    assert len(garage.browser.paginas) == 1
    query = parse_qs(urlsplit(garage.browser.paginas[0]).query, keep_blank_values=True)
    return {naam: waarden[0] for naam, waarden in query.items()}


def test_car_and_owner_are_filled_in(ask: Callable[..., PechhulpForm]) -> None:
    form = ask()
    assert form.windowTitle() == "Aanvragen Bovemij Pechhulp"
    assert "Bovemij pechhulp aanvragen" in words(form)
    shown = {
        name: line(form, name).text()
        for name in ("Kenteken", "Naam", "Geboortedatum", "Straat", "Huisnr.", "Huisnr. toevoeging", "Postcode")
    }
    assert shown == {
        "Kenteken": "GA-482-R",
        "Naam": "Dalen",
        "Geboortedatum": "03-04-1971",
        "Straat": "Hatertseweg",
        "Huisnr.": "214",
        "Huisnr. toevoeging": "A",
        "Postcode": "6533 GL",
    }
    assert notes(form) == ["Geldig kenteken"]
    assert form.problem.text == ""
    assert focus_name() == "Soort pechhulp"


def test_ctrl_enter_opens_the_page_with_all_of_it(ask: Callable[..., PechhulpForm], garage: Garage) -> None:
    form = ask()
    boxes = {box.text(): box for box in form.findChildren(QCheckBox)}
    boxes["Vervoer naar eigen autobedrijf"].setFocus()
    press(form, Qt.Key.Key_Space)
    press(form, Qt.Key.Key_Return, CTRL)
    query = sent(garage)
    assert query.pop("ref")
    assert query.pop("voorletters").strip(".") == "H"
    assert query == {
        "kenteken": "GA482R",
        "soort": "NL",
        "vvv": "0",
        "vveuropa": "0",
        "aanhanger": "0",
        "eigenbedrijf": "1",
        "aanhef": "M",
        "tussenvoegsel": "van",
        "naam": "Dalen",
        "geboortedatum": "1971-04-03",
        "straat": "Hatertseweg",
        "huisnr": "214",
        "toevoeging": "A",
        "postcode": "6533GL",
        "plaats": "Nijmegen",
        "telefoon": "0612345678",
        "email": "h.vandalen@example.com",
    }
    assert form.problem.text.startswith("De aanvraag is geopend in de browser.")
    assert "Sluiten" in buttons(form)


def test_post_form_keeps_the_customer_out_of_the_address(ask: Callable[..., PechhulpForm], garage: Garage) -> None:
    garage.configure(mop_methode=MopMethode.POST_FORM)
    form = ask()
    press(form, Qt.Key.Key_Return, CTRL)
    page = garage.browser.paginas[0]
    assert "Dalen" not in page
    assert page.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(page) as answer:
        html = answer.read().decode()
    assert re.search(r'name="naam"\s+value="Dalen"', html)


def test_a_press_too_many_asks_once(ask: Callable[..., PechhulpForm], garage: Garage) -> None:
    form = ask()
    for _time in range(3):
        press(form, Qt.Key.Key_Return, CTRL)
    buttons(form)["Toch aanvragen"].click()
    assert len(garage.browser.paginas) == 1


def test_what_the_portal_refused_is_mended_here_and_asked_again(
    ask: Callable[..., PechhulpForm], garage: Garage
) -> None:
    form = ask()
    press(form, Qt.Key.Key_Return, CTRL)
    write(form, "Naam", "van Dalen")
    press(form, Qt.Key.Key_Return, CTRL)
    assert len(garage.browser.paginas) == 2
    assert "naam=van%20Dalen" in garage.browser.paginas[1]


def test_a_press_while_the_browser_opens_asks_once(
    qtbot: QtBot,
    garage: Garage,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    background: Background,
) -> None:
    gate = threading.Event()
    garage.browser.tijdens = lambda: gate.wait(5)
    auto = garage.new_car()
    make_deuren(make_toegang(background=background)).open_pechhulp(auto.id)
    form = opened(qtbot, PechhulpForm)
    qtbot.waitUntil(lambda: line(form, "Kenteken").text() == "GA-482-R")
    for _time in range(3):
        press(form, Qt.Key.Key_Return, CTRL)
    gate.set()
    qtbot.waitUntil(lambda: "geopend in de browser" in form.problem.text)
    assert len(garage.browser.paginas) == 1


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("Geboortedatum", "25-11-2026", "25-11-2026 ligt in de toekomst."),
        ("Geboortedatum", "31-02-1970", "Dit is geen datum die bestaat."),
        ("E-mailadres", "h.vandalen", "Dit is geen e-mailadres."),
        ("Kenteken", "", "Vul een kenteken in"),
        ("Kenteken", "?!", "Vul een kenteken in"),
        ("Kenteken", "A" * 500, "Een kenteken heeft hoogstens 12 letters"),
        ("Naam", "x" * 500, "Hier passen hoogstens 200 tekens"),
    ],
)
def test_what_cannot_be_sent_is_said_at_its_field(
    ask: Callable[..., PechhulpForm], garage: Garage, name: str, text: str, sentence: str
) -> None:
    form = ask()
    write(form, name, text)
    press(form, Qt.Key.Key_Return, CTRL)
    assert garage.browser.paginas == []
    assert form.problem.text.startswith("Nog niet aangevraagd: 1 veld klopt niet.")
    assert "druk opnieuw op Aanvragen" in form.problem.text
    assert any(note.startswith(sentence) for note in notes(form)), notes(form)
    assert focus_name() == name
    assert line(form, name).text() == text
    assert line(form, "Straat").text() == "Hatertseweg"


def test_two_faults_are_counted_and_the_first_has_the_keyboard(ask: Callable[..., PechhulpForm]) -> None:
    form = ask()
    write(form, "E-mailadres", "x")
    write(form, "Geboortedatum", "morgen")
    press(form, Qt.Key.Key_Return, CTRL)
    assert form.problem.text.startswith("Nog niet aangevraagd: 2 velden kloppen niet.")
    assert focus_name() == "Geboortedatum"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("Geboortedatum", "14-03-2011", "De aanvrager moet 18 jaar of ouder zijn. Bedoelde u 14-03-1971?"),
        ("Postcode", "6533 G", "Een postcode is 4 cijfers en 2 letters"),
        ("Naam", "Van <b>Dalen</b>", "Bovemij weigert de tekens < > mogelijk."),
        ("Naam", "Smeets 😀", "Bovemij weigert het teken 😀 mogelijk."),
        ("Naam", "x" * 51, "Bovemij weigert dit mogelijk: er passen 50 tekens"),
        ("Telefoon", "112", "Bovemij verwacht 10 cijfers"),
        ("Kenteken", "X-12", "X-12 heeft niet de vorm van een Nederlands kenteken."),
    ],
)
def test_what_bovemij_may_refuse_is_said_and_sent(
    ask: Callable[..., PechhulpForm], garage: Garage, name: str, text: str, sentence: str
) -> None:
    form = ask()
    write(form, name, text)
    assert any(note.startswith(sentence) for note in notes(form)), notes(form)
    press(form, Qt.Key.Key_Return, CTRL)
    assert len(garage.browser.paginas) == 1
    assert sent(garage)["straat"] == "Hatertseweg"


def test_letters_that_no_register_issues_are_a_valid_plate_here(ask: Callable[..., PechhulpForm]) -> None:
    form = ask()
    write(form, "Kenteken", "01cars")
    assert line(form, "Kenteken").text() == "01-CA-RS"
    assert notes(form) == ["Geldig kenteken"]


def test_a_company_has_no_birth_date(ask: Callable[..., PechhulpForm], garage: Garage) -> None:
    form = ask(RelatieKaart(aanhef=Aanhef.BEDRIJF, naam="Bakkerij De Korenaar", straat="Markt", huisnr="1",
                            postcode="6511 AA", plaats="Nijmegen"))  # fmt: skip
    assert "Geboortedatum" not in words(form)
    press(form, Qt.Key.Key_Return, CTRL)
    assert sent(garage)["aanhef"] == "B"
    assert "geboortedatum" not in sent(garage)


def test_who_turns_out_to_be_a_company_is_sent_without_birth_date(
    ask: Callable[..., PechhulpForm], garage: Garage
) -> None:
    form = ask()
    write(form, "Geboortedatum", "onbekend")
    choose(form, "Aanhef", "Bedrijf")
    assert "Geboortedatum" not in words(form)
    press(form, Qt.Key.Key_Return, CTRL)
    assert "geboortedatum" not in sent(garage)


def test_an_owner_in_gent_can_be_sent(ask: Callable[..., PechhulpForm], garage: Garage) -> None:
    form = ask(replace(VAN_DALEN, postcode="9000", plaats="Gent", land="BE", telefoon="09 210 10 10"))
    assert "9000 is een Belgische postcode. Bovemij weigert die mogelijk; aanvragen mag." in notes(form)
    press(form, Qt.Key.Key_Return, CTRL)
    assert (sent(garage)["postcode"], sent(garage)["plaats"]) == ("9000", "Gent")


def test_of_a_couple_a_person_says_who_asks(ask: Callable[..., PechhulpForm], garage: Garage) -> None:
    form = ask(replace(VAN_DALEN, aanhef=Aanhef.HEER_MEVROUW))
    assert "Bovemij kent de heer, mevrouw en bedrijf. Kies wie de pas aanvraagt." in notes(form)
    choose(form, "Aanhef", "Mevrouw")
    assert notes(form) == ["Geldig kenteken"]
    press(form, Qt.Key.Key_Return, CTRL)
    assert sent(garage)["aanhef"] == "V"


def test_a_car_without_plate_or_owner_can_be_filled_in(ask: Callable[..., PechhulpForm], garage: Garage) -> None:
    form = ask(None, kenteken=None, chassisnummer=Vin.parse("WVWZZZCDZLW000417"))
    assert focus_name() == "Kenteken"
    assert form.problem.text.startswith("Deze auto heeft nog geen eigenaar.")
    assert notes(form) == []
    write(form, "Kenteken", "ga482r")
    write(form, "Naam", "Smeets")
    press(form, Qt.Key.Key_Return, CTRL)
    assert (sent(garage)["kenteken"], sent(garage)["naam"]) == ("GA482R", "Smeets")


def test_a_second_request_is_warned_of_and_may_be_made(
    qtbot: QtBot, ask: Callable[..., PechhulpForm], garage: Garage, deuren: Deuren
) -> None:
    form = ask()
    press(form, Qt.Key.Key_Return, CTRL)
    auto = garage.zoeken.find(garage.balie, "GA482R").voertuigen[0].id
    press(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))
    deuren.open_pechhulp(auto)
    again = opened(qtbot, PechhulpForm)
    assert again.problem.text.startswith("Pechhulp is al aangevraagd op 24-11-2026 door Bram.")
    assert "Toch aanvragen" in buttons(again)
    assert "Eerdere aanvragen" in buttons(again)
    press(again, Qt.Key.Key_A, ALT)
    qtbot.waitUntil(lambda: len(garage.browser.paginas) == 2)


def test_a_browser_that_does_not_open_loses_nothing(ask: Callable[..., PechhulpForm], garage: Garage) -> None:
    form = ask()
    garage.browser.kan_openen = False
    write(form, "Plaats", "Malden")
    press(form, Qt.Key.Key_Return, CTRL)
    assert "browser" in form.problem.text
    assert line(form, "Plaats").text() == "Malden"
    garage.browser.kan_openen = True
    press(form, Qt.Key.Key_Return, CTRL)
    assert sent(garage)["plaats"] == "Malden"
    auto = garage.zoeken.find(garage.balie, "GA482R").voertuigen[0].id
    assert [rij.staat for rij in garage.pechhulp.eerder(garage.balie, auto)] == [Staat.GEOPEND, Staat.MISLUKT]


def test_closing_asks_only_when_something_was_typed(qtbot: QtBot, ask: Callable[..., PechhulpForm]) -> None:
    form = ask()
    write(form, "Plaats", "Malden")
    press(form, Qt.Key.Key_Escape)
    assert "Weggooien wat u heeft ingevuld?" in words(form)
    press(form, Qt.Key.Key_Escape)
    write(form, "Plaats", "Nijmegen")
    press(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(form))


def test_tab_goes_through_the_fields_as_one_reads_them(ask: Callable[..., PechhulpForm]) -> None:
    form = ask()
    line(form, "Kenteken").setFocus()
    seen = []
    for _step in range(18):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget.text() if isinstance(widget, QCheckBox) else widget.accessibleName())
        press(form, Qt.Key.Key_Tab)
    assert seen == [
        "Kenteken",
        "Soort pechhulp",
        "Vergelijkbaar vervangend vervoer",
        "Aanhangwagen/Caravan",
        "Vervangend vervoer Europa Extra",
        "Vervoer naar eigen autobedrijf",
        "Aanhef",
        "Voorletters",
        "tussenv.",
        "Naam",
        "Geboortedatum",
        "Straat",
        "Huisnr.",
        "Huisnr. toevoeging",
        "Postcode",
        "Plaats",
        "Telefoon",
        "E-mailadres",
    ]


def test_without_the_right_it_says_so(
    qtbot: QtBot, garage: Garage, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren]
) -> None:
    auto = garage.new_car()
    make_deuren(make_toegang(garage.wie("Monteur"))).open_pechhulp(auto.id)
    form = opened(qtbot, PechhulpForm)
    assert "pechhulp aanvragen" in form.problem.text
    press(form, Qt.Key.Key_Return, CTRL)
    assert garage.browser.paginas == []


def test_a_closed_form_is_freed(qtbot: QtBot, garage: Garage, toegang: Toegang, deuren: Deuren) -> None:
    auto = garage.new_car()
    gone: list[weakref.ref[PechhulpForm]] = []
    for _time in range(5):
        form = PechhulpForm(toegang, deuren, auto.id)
        gone.append(weakref.ref(form))
        form.show()
        choose(form, "Aanhef", "Bedrijf")
        form.press_main()
        with qtbot.waitSignal(form.destroyed):
            form.close()
        del form
    gc.collect()
    assert [ref for ref in gone if ref() is not None] == []


def test_a_plate_field_stays_a_plate(ask: Callable[..., PechhulpForm]) -> None:
    form = ask()
    assert field(form, "Kenteken").property("plate") == "plate_nl"
