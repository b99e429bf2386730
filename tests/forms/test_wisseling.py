"""The car through time as a person does it: sell, give a plate, move a plate, put a day right, by keyboard."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.forms.handen import ALT, CTRL, F, buttons, notes, open_forms, opened, press, words, write
from tests.ui.clipping import cut_texts
from tests.usecases.garage import DAF, GOLF, VAN_DALEN
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.wisseling import Rol, RolWissel
from werkplaats.forms.botsing import BotsingForm
from werkplaats.forms.kies_relatie import KiesRelatieForm
from werkplaats.forms.muteren.form import MuterenForm
from werkplaats.forms.wisseling.elders import EindeEldersForm
from werkplaats.forms.wisseling.kies_voertuig import KiesVoertuigForm
from werkplaats.forms.wisseling.lijst import TijdlijnForm
from werkplaats.forms.wisseling.periode import PeriodeForm
from werkplaats.forms.wisseling.plaat import PlaatForm
from werkplaats.forms.wisseling.rol import RolForm
from werkplaats.forms.wisseling.verhuizing import VerhuisForm
from werkplaats.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.voertuig import RelatieKop, Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.theme import Theme
    from werkplaats.ui.work import Background

PLAAT = Kenteken.parse("1-ABC-123", "BE")


@pytest.fixture
def smeets(garage: Garage) -> RelatieKop:
    return garage.new_owner(replace(VAN_DALEN, tussenvoegsel="", naam="Smeets", telefoon="0611112222"))


@pytest.fixture
def auto(garage: Garage) -> Voertuig:
    """A car that its owner has had since February."""
    with garage.later(days=-296):
        kaart = VoertuigKaart(
            kenteken=GOLF, merk="Volkswagen", chassisnummer=Vin.parse("WVWZZZ1KZAW000001"), hoofdeigenaar=None
        )
        return garage.new_car(replace(kaart, hoofdeigenaar=garage.new_owner()))


@pytest.fixture
def lijst(qtbot: QtBot, deuren: Deuren, auto: Voertuig) -> TijdlijnForm:
    deuren.wisseling.open_tijdlijn(auto.id)
    return opened(qtbot, TijdlijnForm)


def rows(form: TijdlijnForm) -> list[list[str]]:
    model = form.findChildren(Table)[0].rows
    cells = [[model.cell(row, column) for column in range(model.columnCount())] for row in range(model.rowCount())]
    return [[cell.text or cell.name for cell in row] for row in cells]


def through(qtbot: QtBot, form: QWidget, key: Qt.Key, kind: type[F]) -> F:
    """Presses the Alt letter of a door and waits for the window behind it: the button is seen going down first."""
    press(form, key, ALT)
    qtbot.waitUntil(lambda: any(isinstance(found, kind) for found in open_forms()))
    return opened(qtbot, kind)


def type_in(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


def test_the_card_leads_to_its_plates_and_people(qtbot: QtBot, deuren: Deuren, auto: Voertuig) -> None:
    deuren.open_voertuig(auto.id)
    assert rows(through(qtbot, opened(qtbot, MuterenForm), Qt.Key.Key_T, TijdlijnForm)) == [
        ["Kenteken", "GA-482-R", "01-02-2026", "nu"],
        ["Eigenaar", "Dhr. H. van Dalen · Hatertseweg 214A, 6533 GL Nijmegen", "01-02-2026", "nu"],
    ]


def test_a_sale_by_keyboard_to_somebody_who_is_searched(
    qtbot: QtBot, lijst: TijdlijnForm, garage: Garage, auto: Voertuig, smeets: RelatieKop
) -> None:
    form = through(qtbot, lijst, Qt.Key.Key_V, RolForm)
    write(form, "Op de dag", "12-3-2026")
    kies = through(qtbot, form, Qt.Key.Key_K, KiesRelatieForm)
    type_in(kies.focusWidget(), "smeets")
    qtbot.waitUntil(lambda: "Smeets" in str(list(kies._found)))
    press(kies, Qt.Key.Key_Return)
    press(opened(qtbot, RolForm), Qt.Key.Key_S, CTRL)
    opened(qtbot, TijdlijnForm)
    assert [row[0:1] + row[2:] for row in rows(lijst)][1:] == [
        ["Eigenaar", "12-03-2026", "nu"],
        ["Eigenaar", "01-02-2026", "12-03-2026"],
    ]
    assert garage.voertuigen.load(garage.balie, auto.id).kaart.hoofdeigenaar == smeets


def test_a_day_that_cannot_be_is_said_at_its_field(qtbot: QtBot, lijst: TijdlijnForm) -> None:
    form = through(qtbot, lijst, Qt.Key.Key_V, RolForm)
    write(form, "Op de dag", "1-1-2026")
    press(form, Qt.Key.Key_S, CTRL)
    assert "Dhr. H. van Dalen staat hier pas sinds 01-02-2026. Kies die dag of een latere." in notes(form)
    write(form, "Op de dag", "25-11-2026")
    press(form, Qt.Key.Key_S, CTRL)
    assert "25-11-2026 ligt in de toekomst. Leg dit vast op de dag zelf, of daarna." in notes(form)


def test_who_was_sold_meanwhile_is_shown_anew(
    qtbot: QtBot, lijst: TijdlijnForm, garage: Garage, auto: Voertuig, smeets: RelatieKop
) -> None:
    form = through(qtbot, lijst, Qt.Key.Key_V, RolForm)
    sold = RolWissel(Rol.EIGENAAR, auto.kaart.hoofdeigenaar, smeets, date(2026, 3, 12))
    garage.wisselingen.change_role(garage.wie("Balie", "Tom Reijnders"), auto.id, sold)
    press(form, Qt.Key.Key_S, CTRL)
    assert form.isVisible()
    assert "Tom Reijnders" in words(form)
    assert garage.voertuigen.load(garage.balie, auto.id).kaart.hoofdeigenaar == smeets
    press(form, Qt.Key.Key_S, CTRL)
    assert garage.voertuigen.load(garage.balie, auto.id).kaart.hoofdeigenaar is None, "seen, and done again on purpose"


def test_another_plate_from_a_day_on(qtbot: QtBot, lijst: TijdlijnForm) -> None:
    form = through(qtbot, lijst, Qt.Key.Key_N, PlaatForm)
    write(form, "Op de dag", "12-3-2026")
    write(form, "Kenteken", "xs41bp")
    press(form, Qt.Key.Key_S, CTRL)
    opened(qtbot, TijdlijnForm)
    assert rows(lijst)[:2] == [
        ["Kenteken", "XS-41-BP", "12-03-2026", "nu"],
        ["Kenteken", "GA-482-R", "01-02-2026", "12-03-2026"],
    ]


def test_a_plate_moves_to_a_car_that_is_searched(qtbot: QtBot, deuren: Deuren, garage: Garage) -> None:
    vins = Vin.parse("WVWZZZ1KZAW000001"), Vin.parse("WVWZZZ1KZAW000002")
    with garage.later(days=-296):
        oud = garage.new_car(VoertuigKaart(kenteken=PLAAT, merk="Renault", chassisnummer=vins[0]))
        nieuw = garage.new_car(VoertuigKaart(kenteken=DAF, merk="Audi", chassisnummer=vins[1]))
    deuren.wisseling.open_verhuizing(oud.id)
    form = opened(qtbot, VerhuisForm)
    press(form, Qt.Key.Key_S, CTRL)
    assert "Kies de auto die de plaat krijgt." in notes(form)
    kies = through(qtbot, form, Qt.Key.Key_K, KiesVoertuigForm)
    type_in(kies.focusWidget(), "xs41bp")
    qtbot.waitUntil(lambda: bool(kies._found))
    press(kies, Qt.Key.Key_Return)
    press(opened(qtbot, VerhuisForm), Qt.Key.Key_S, CTRL)
    assert not any(isinstance(form, VerhuisForm) for form in open_forms())
    assert garage.voertuigen.load(garage.balie, oud.id).kaart.kenteken is None
    assert garage.voertuigen.load(garage.balie, nieuw.id).kaart.kenteken == PLAAT


def test_enter_puts_the_days_of_a_line_right(qtbot: QtBot, lijst: TijdlijnForm) -> None:
    press(lijst, Qt.Key.Key_Return)
    form = opened(qtbot, PeriodeForm)
    write(form, "Van", "15-1-2026")
    write(form, "Tot", "14-1-2026")
    press(form, Qt.Key.Key_S, CTRL)
    assert "Dit ligt voor het begin (15-01-2026). De laatste dag is dezelfde of een latere." in notes(form)
    write(form, "Tot", "")
    press(form, Qt.Key.Key_S, CTRL)
    opened(qtbot, TijdlijnForm)
    assert rows(lijst)[0] == ["Kenteken", "GA-482-R", "15-01-2026", "nu"]


def sold(garage: Garage, auto: Voertuig, naar: RelatieKop) -> None:
    sale = RolWissel(Rol.EIGENAAR, auto.kaart.hoofdeigenaar, naar, date(2026, 3, 12))
    garage.wisselingen.change_role(garage.balie, auto.id, sale)


def test_a_sale_that_never_was_is_taken_away_and_put_back(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: Voertuig, smeets: RelatieKop
) -> None:
    sold(garage, auto, smeets)
    deuren.wisseling.open_tijdlijn(auto.id)
    form = opened(qtbot, TijdlijnForm)
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Delete)
    assert "Deze regel geldt nu. Was dat een vergissing?" in words(form)
    press(form, Qt.Key.Key_G, ALT)
    qtbot.waitUntil(lambda: "Dhr. H. Smeets is weggehaald; Dhr. H. van Dalen geldt weer." in form.problem.text)
    assert [row[2:] for row in rows(form)] == [["01-02-2026", "nu"], ["01-02-2026", "nu"]]
    assert garage.voertuigen.load(garage.balie, auto.id).kaart.hoofdeigenaar == auto.kaart.hoofdeigenaar
    form.problem.retry_button.click()
    qtbot.waitUntil(lambda: len(rows(form)) == 3)
    assert garage.voertuigen.load(garage.balie, auto.id).kaart.hoofdeigenaar == smeets
    assert form.problem.text == ""


def test_what_ended_is_taken_away_without_a_question(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: Voertuig, smeets: RelatieKop
) -> None:
    sold(garage, auto, smeets)
    deuren.wisseling.open_tijdlijn(auto.id)
    form = opened(qtbot, TijdlijnForm)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Delete):
        press(form, key)
    qtbot.waitUntil(lambda: "Dhr. H. van Dalen is weggehaald." in form.problem.text)
    assert [row[1].split(" · ")[0] for row in rows(form)] == ["GA-482-R", "Dhr. H. Smeets"]


def test_a_question_that_is_not_answered_takes_nothing_away(qtbot: QtBot, lijst: TijdlijnForm) -> None:
    press(lijst, Qt.Key.Key_Delete)
    assert "Deze regel geldt nu. Was dat een vergissing?" in words(lijst)
    press(lijst, Qt.Key.Key_Escape)
    assert len(rows(lijst)) == 2
    assert lijst.isVisible()


def test_the_only_plate_of_a_car_without_chassis_number_stays_and_says_why(
    qtbot: QtBot, deuren: Deuren, garage: Garage
) -> None:
    auto = garage.new_car(VoertuigKaart(kenteken=DAF))
    deuren.wisseling.open_tijdlijn(auto.id)
    form = opened(qtbot, TijdlijnForm)
    press(form, Qt.Key.Key_Delete)
    press(form, Qt.Key.Key_A, ALT)
    qtbot.waitUntil(lambda: "Vul eerst zijn chassisnummer in." in form.problem.text)
    assert form.problem.text.startswith("Nog niet weggehaald")
    assert len(rows(form)) == 1


def test_a_mechanic_reads_and_changes_nothing(
    qtbot: QtBot,
    make_deuren: Callable[[Toegang], Deuren],
    make_toegang: Callable[..., Toegang],
    garage: Garage,
    auto: Voertuig,
) -> None:
    make_deuren(make_toegang(garage.wie("Monteur"))).wisseling.open_tijdlijn(auto.id)
    form = opened(qtbot, TijdlijnForm)
    assert set(buttons(form)) == {"Hulp", "Sluiten"}
    press(form, Qt.Key.Key_Return)
    assert open_forms() == [form]


def test_the_open_card_takes_along_what_was_changed_here(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: Voertuig, smeets: RelatieKop
) -> None:
    deuren.open_voertuig(auto.id)
    card = opened(qtbot, MuterenForm)
    write(card, "Merk", "Seat")
    sold = RolWissel(Rol.EIGENAAR, auto.kaart.hoofdeigenaar, smeets, date(2026, 3, 12))
    garage.wisselingen.change_role(garage.balie, auto.id, sold)
    deuren.changed.emit("voertuig", auto.id)
    assert card.read_card().hoofdeigenaar == smeets
    assert card.read_card().merk == "Seat", "what was typed stays"
    press(card, Qt.Key.Key_S, CTRL)
    assert not any(isinstance(form, BotsingForm) for form in open_forms())
    kaart = garage.voertuigen.load(garage.balie, auto.id).kaart
    assert (kaart.merk, kaart.hoofdeigenaar) == ("Seat", smeets)


def test_a_plate_that_another_car_bears_ends_there_when_asked(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: Voertuig
) -> None:
    deuren.new_voertuig("ga482r")
    card = opened(qtbot, MuterenForm)
    write(card, "Chassisnummer", "WVWZZZ1KZAW000002")
    press(card, Qt.Key.Key_S, CTRL)
    question = opened(qtbot, EindeEldersForm)
    assert "GA-482-R staat ook op deze auto" in words(question)
    write(question, "Eindigt hier op", "12-3-2026")
    press(question, Qt.Key.Key_S, CTRL)
    assert open_forms() == []
    assert garage.voertuigen.load(garage.balie, auto.id).kaart.kenteken is None
    treffers = {een.id: een.oud_tot for een in garage.zoeken.find(garage.balie, "ga482r").voertuigen}
    assert treffers == {auto.id: date(2026, 3, 12), auto.id + 1: None}


def test_a_save_that_is_quicker_than_the_search_for_doubles_still_asks(
    qtbot: QtBot,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
    background: Background,
    garage: Garage,
    auto: Voertuig,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, doubles = threading.Event(), garage.voertuigen.doubles

    def late(*args: Any) -> object:
        assert gate.wait(20)
        return doubles(*args)

    monkeypatch.setattr(garage.voertuigen, "doubles", late)
    make_deuren(make_toegang(background=background)).new_voertuig("ga482r")
    card = opened(qtbot, MuterenForm)
    press(card, Qt.Key.Key_S, CTRL)
    assert card.is_busy
    assert len(garage.voertuigen.recent(garage.balie)) == 1, "nothing is saved before the question"
    gate.set()
    qtbot.waitUntil(lambda: any(isinstance(form, EindeEldersForm) for form in open_forms()))
    press(opened(qtbot, EindeEldersForm), Qt.Key.Key_B, ALT)
    qtbot.waitUntil(lambda: open_forms() == [])
    assert [een.kenteken for een in garage.voertuigen.recent(garage.balie)] == [GOLF, GOLF]


def test_a_plate_typed_back_and_forth_is_asked_about_as_it_is_saved(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: Voertuig
) -> None:
    deuren.new_voertuig("ga482r")
    card = opened(qtbot, MuterenForm)
    write(card, "Kenteken", "XS-41-BP")
    press(card, Qt.Key.Key_S, CTRL)
    assert open_forms() == [], "the plate before the last is no matter"
    assert {een.kenteken for een in garage.voertuigen.recent(garage.balie)} == {GOLF, DAF}


@pytest.mark.parametrize(("key", "modifier", "elsewhere"), [("S", CTRL, None), ("B", ALT, DAF)])
def test_a_new_plate_that_another_car_bears_is_asked_about(
    qtbot: QtBot,
    lijst: TijdlijnForm,
    garage: Garage,
    key: str,
    modifier: Qt.KeyboardModifier,
    elsewhere: Kenteken | None,
) -> None:
    other = garage.new_car(VoertuigKaart(kenteken=DAF, chassisnummer=Vin.parse("WVWZZZ1KZAW000002")))
    form = through(qtbot, lijst, Qt.Key.Key_N, PlaatForm)
    write(form, "Kenteken", "xs41bp")
    press(form, Qt.Key.Key_S, CTRL)
    question = opened(qtbot, EindeEldersForm)
    assert "XS-41-BP staat ook op deze auto" in words(question)
    press(question, getattr(Qt.Key, f"Key_{key}"), modifier)
    qtbot.waitUntil(lambda: open_forms() == [lijst])
    assert rows(lijst)[0][1] == "XS-41-BP"
    assert garage.voertuigen.load(garage.balie, other.id).kaart.kenteken == elsewhere


def test_the_new_plate_of_a_car_left_behind_is_asked_about_too(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: Voertuig
) -> None:
    """The plate goes to the next car; this one gets a plate that a third car bears."""
    vins = Vin.parse("WVWZZZ1KZAW000002"), Vin.parse("WVWZZZ1KZAW000003")
    with garage.later(days=-200):
        third = garage.new_car(VoertuigKaart(kenteken=DAF, chassisnummer=vins[0]))
        following = garage.new_car(VoertuigKaart(merk="Audi", chassisnummer=vins[1]))
    deuren.wisseling.open_verhuizing(auto.id)
    form = opened(qtbot, VerhuisForm)
    kies = through(qtbot, form, Qt.Key.Key_K, KiesVoertuigForm)
    type_in(kies.focusWidget(), "000003")
    qtbot.waitUntil(lambda: bool(kies._found))
    press(kies, Qt.Key.Key_Return)
    write(opened(qtbot, VerhuisForm), "Kenteken", "xs41bp")
    press(form, Qt.Key.Key_S, CTRL)
    press(opened(qtbot, EindeEldersForm), Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: open_forms() == [])
    now = [garage.voertuigen.load(garage.balie, een.id).kaart.kenteken for een in (auto, following, third)]
    assert now == [DAF, GOLF, None]


def test_two_cars_that_change_plates_are_not_asked_about(
    qtbot: QtBot, deuren: Deuren, garage: Garage, auto: Voertuig
) -> None:
    with garage.later(days=-200):
        other = garage.new_car(VoertuigKaart(kenteken=DAF, chassisnummer=Vin.parse("WVWZZZ1KZAW000002")))
    deuren.wisseling.open_verhuizing(auto.id)
    kies = through(qtbot, opened(qtbot, VerhuisForm), Qt.Key.Key_K, KiesVoertuigForm)
    type_in(kies.focusWidget(), "xs41bp")
    qtbot.waitUntil(lambda: bool(kies._found))
    press(kies, Qt.Key.Key_Return)
    form = opened(qtbot, VerhuisForm)
    write(form, "Kenteken", "xs41bp")
    press(form, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: open_forms() == [])
    assert [garage.voertuigen.load(garage.balie, een).kaart.kenteken for een in (auto.id, other.id)] == [DAF, GOLF]


def test_a_plate_may_stay_on_both(qtbot: QtBot, deuren: Deuren, garage: Garage, auto: Voertuig) -> None:
    deuren.new_voertuig("ga482r")
    press(opened(qtbot, MuterenForm), Qt.Key.Key_S, CTRL)
    press(opened(qtbot, EindeEldersForm), Qt.Key.Key_B, ALT)
    qtbot.waitUntil(lambda: open_forms() == [])
    assert garage.voertuigen.load(garage.balie, auto.id).kaart.kenteken == GOLF


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_text_is_cut_off(look: Theme, qtbot: QtBot, deuren: Deuren, auto: Voertuig, scale: float) -> None:
    look.set_scale(scale)
    deuren.wisseling.open_verhuizing(auto.id)
    deuren.wisseling.open_rol(auto.id, Rol.BESTUURDER)
    deuren.wisseling.open_plaat(auto.id)
    deuren.wisseling.open_tijdlijn(auto.id)
    for form in open_forms():
        assert cut_texts(form) == [], type(form).__name__
