"""The monteurscherm as a mechanic uses it: by finger and by keys, with his own cards and one clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.forms.handen import press as press_key
from tests.usecases.garage import DAF, GOLF, moment
from werkplaats.domain.kmstand import KmHerkomst, KmInvoer
from werkplaats.domain.monteurwerk import Antwoord, Monteur
from werkplaats.domain.rechten import GROEPEN
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.domain.werkkaart import KaartStaat, WerkkaartInvoer
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort
from werkplaats.forms.menu import entries
from werkplaats.forms.monteur.scherm import Monteurscherm
from werkplaats.ui.aanraken import Touch
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.domain.monteurwerk import Punt
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

Key = Qt.Key
RIEM = Regel("r1", Regelsoort.UREN, omschrijving="Distributieriem vervangen", aantal=3400, eenheid="u")


@pytest.fixture
def dennis(garage: Garage) -> Wie:
    """A mechanic with an account of his own."""
    with garage.store.begin(garage.beheerder) as werk:
        nummer = werk.gebruikers.add("dennis", "Dennis Kuipers", ("Monteur",))
    return replace(
        garage.beheerder, gebruiker_id=nummer, naam="Dennis Kuipers", groepen=("Monteur",), rechten=GROEPEN["Monteur"]
    )


@pytest.fixture
def cards(garage: Garage) -> tuple[int, int]:
    """Two cards of Dennis: a Golf that stands here, and a DAF that is to come today."""
    garage.configure(checklist=("Remmen", "Banden"))
    golf = garage.new_car(VoertuigKaart(kenteken=GOLF, merk="Volkswagen", model="Golf")).id
    daf = garage.new_car(VoertuigKaart(kenteken=DAF, merk="DAF", model="44")).id
    invoer = WerkkaartInvoer(monteur="Dennis Kuipers", klacht="Piept bij het remmen", regels=(RIEM,))
    eerste = garage.werkkaarten.make(garage.balie, golf, invoer, KaartStaat.BINNEN).id
    tweede = garage.werkkaarten.make(garage.balie, daf, replace(invoer, klacht="Kleine beurt", regels=()))
    return eerste, tweede.id


@pytest.fixture
def screen(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], dennis: Wie, cards: tuple[int, int]
) -> Iterator[Monteurscherm]:
    """His screen, at the size of the reference."""
    screen = Monteurscherm(make_toegang(dennis))
    screen.resize(1440, 900)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    yield screen
    if shiboken6.isValid(screen):
        screen.close()


def words(screen: Monteurscherm) -> str:
    """What can be read, as a screen reader says it."""
    parts = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    parts += [button.accessibleName() for button in screen.findChildren(QAbstractButton) if button.isVisible()]
    parts += [part.accessibleName() for part in screen.findChildren(Touch) if part.isVisible()]
    return "\n".join([*parts, *(card.accessibleName() for card in screen.kaartjes.cards)])


def press(screen: Monteurscherm, *keys: Qt.Key) -> None:
    """Presses keys in this window."""
    for key in keys:
        press_key(screen, key)


def test_he_sees_his_cards_of_today_with_what_is_to_be_done(screen: Monteurscherm) -> None:
    names = [card.accessibleName() for card in screen.kaartjes.cards]

    assert names == [
        "Kenteken GA-482-R, Nederland, Binnen, Distributieriem vervangen, Volkswagen Golf",
        "Kenteken XS-41-BP, Nederland, Gepland, Kleine beurt, DAF 44",
    ]
    assert "Start werk" in words(screen)
    assert "Kilometerstand: nog invullen" in words(screen)
    assert "Checklist: 0 van 2 gedaan" in words(screen)


def test_f8_starts_and_stops_the_clock(screen: Monteurscherm, garage: Garage) -> None:
    press(screen, Key.Key_F8)
    assert "Bezig" in screen.kaartjes.cards[0].accessibleName()
    garage.klok.moment = moment(2026, 11, 24, 11, 42)
    screen.reload()
    assert screen.werk.timer.accessibleName() == "Loopt sinds 10:00: 02:42"
    assert "2,7 uur gewerkt" in screen.kop.says

    press(screen, Key.Key_F8)
    assert screen.werk.timer.accessibleName() == "Gewerkt op deze kaart: 02:42"


def test_a_card_that_is_started_while_another_runs_takes_over_and_says_so(screen: Monteurscherm) -> None:
    press(screen, Key.Key_F8)
    QTest.mouseClick(screen.kaartjes.cards[1], Qt.MouseButton.LeftButton)
    press(screen, Key.Key_F8)

    assert screen.werk.line.text == "GA-482-R is gestopt; nu loopt deze kaart."
    assert ["Bezig" in card.accessibleName() for card in screen.kaartjes.cards] == [True, False]


def test_the_screen_that_opens_again_finds_the_clock_running(
    screen: Monteurscherm, make_toegang: Callable[..., Toegang], dennis: Wie, qtbot: QtBot
) -> None:
    press(screen, Key.Key_F8)
    screen.close()
    again = Monteurscherm(make_toegang(dennis))
    qtbot.addWidget(again)

    assert again.werk.runs


def test_the_reading_is_typed_by_large_figures_and_what_is_odd_is_told(
    screen: Monteurscherm, garage: Garage, cards: tuple[int, int]
) -> None:
    auto = garage.werkkaarten.load(garage.balie, cards[0]).voertuig_id
    garage.kmstanden.add(garage.balie, auto, KmInvoer(60_000, date(2026, 11, 1)))
    press(screen, Key.Key_F2, Key.Key_5, Key.Key_2, Key.Key_4, Key.Key_4, Key.Key_9)

    assert screen.km.shown.text() == "52.449 km"
    assert "7.551 km lager" in screen.km.line.text
    press(screen, Key.Key_Return)

    assert "Kilometerstand: 52.449 km" in words(screen)
    kaart = garage.werkkaarten.load(garage.balie, cards[0])
    assert kaart.invoer.km_stand == 52_449
    assert garage.kmstanden.van_voertuig(garage.balie, auto)[-1].herkomst is KmHerkomst.MONTEUR


def test_a_reading_that_cannot_be_stays_on_the_screen(screen: Monteurscherm) -> None:
    press(screen, Key.Key_F2, *[Key.Key_9] * 8)
    assert screen.km.shown.text() == "9.999.999 km"
    press(screen, Key.Key_Return)

    assert screen.pages.currentWidget() is screen.km
    assert "2.000.000" in screen.km.line.text
    press(screen, Key.Key_Backspace)
    assert screen.km.shown.text() == "999.999 km"
    press(screen, Key.Key_Delete)
    assert not screen.km.keep.isEnabled()


def test_the_checklist_is_answered_and_what_is_wrong_gets_a_word(
    screen: Monteurscherm, garage: Garage, cards: tuple[int, int]
) -> None:
    press(screen, Key.Key_F3)
    screen.checklist.rows[1].buttons[Antwoord.OK].click()
    screen.checklist.rows[0].buttons[Antwoord.NIET_OK].click()
    note = screen.checklist.rows[0].note
    assert note.isVisible()
    note.setFocus()
    QTest.keyClicks(note, "Schijven dun")
    QTest.keyClick(note, Key.Key_Return)
    press(screen, Key.Key_Escape)

    assert "Checklist: 2 van 2 gedaan" in words(screen)
    given = {punt.tekst: (punt.antwoord, punt.opmerking) for punt in _answers(garage, cards[0])}
    assert given == {"Remmen": (Antwoord.NIET_OK, "Schijven dun"), "Banden": (Antwoord.OK, "")}


def test_an_answer_pressed_again_is_taken_back(screen: Monteurscherm, garage: Garage, cards: tuple[int, int]) -> None:
    press(screen, Key.Key_F3)
    for _press in range(2):
        screen.checklist.rows[0].buttons[Antwoord.OK].click()

    assert _answers(garage, cards[0]) == ()


def test_a_line_is_ticked_as_done(screen: Monteurscherm, garage: Garage, cards: tuple[int, int]) -> None:
    check = screen.werk.checks[0]
    assert check.accessibleName() == "Distributieriem vervangen. 3,4 uur begroot"
    QTest.mouseClick(check, Qt.MouseButton.LeftButton)

    assert screen.werk.checks[0].isChecked()
    assert [punt.sleutel for punt in _answers(garage, cards[0])] == ["r1"]


def test_a_remark_is_kept_also_by_esc(screen: Monteurscherm, garage: Garage, cards: tuple[int, int]) -> None:
    press(screen, Key.Key_F6)
    QTest.keyClicks(screen.opmerking.text, "Lekt olie")
    press(screen, Key.Key_Escape)

    assert "Opmerking: Lekt olie" in words(screen)
    assert [deel.opmerking for deel in garage.monteurwerk.report(garage.balie, cards[0]).delen] == ["Lekt olie"]


def test_a_remark_changed_elsewhere_is_told_and_mine_stays_to_be_read(
    screen: Monteurscherm, garage: Garage, dennis: Wie, cards: tuple[int, int]
) -> None:
    press(screen, Key.Key_F6)
    garage.monteurwerk.remark(dennis, Monteur(dennis.gebruiker_id, dennis.naam), cards[0], "", "Van de tablet")
    QTest.keyClicks(screen.opmerking.text, "Van de brug")
    screen.opmerking.keep.click()

    assert screen.opmerking.line.text
    assert screen.opmerking.text.toPlainText() == "Van de brug"


def test_a_photo_goes_to_the_card(screen: Monteurscherm, garage: Garage, cards: tuple[int, int]) -> None:
    press(screen, Key.Key_F4)
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    screen.fotos.add((image,))

    assert len(garage.bijlagen.van(garage.balie, "werkkaart", cards[0])) == 1
    screen.fotos.photos[0].click()
    assert screen.fotos.remove.isEnabled()
    press(screen, Key.Key_Escape)
    assert "Foto's: 1 foto" in words(screen)


def test_klaar_is_his_part_and_the_missing_reading_is_told(
    screen: Monteurscherm, garage: Garage, cards: tuple[int, int]
) -> None:
    press(screen, Key.Key_F8, Key.Key_F9)

    assert "De kilometerstand ontbreekt nog." in screen.werk.line.text
    assert "Toch niet klaar" in words(screen)
    assert garage.werkkaarten.load(garage.balie, cards[0]).staat is KaartStaat.IN_UITVOERING
    press(screen, Key.Key_F9)
    assert "Toch niet klaar" not in words(screen)


def test_another_card_is_found_by_plate_an_unknown_one_is_told(screen: Monteurscherm, cards: tuple[int, int]) -> None:
    press(screen, Key.Key_F7)
    QTest.keyClicks(screen.zoeken.field, "zz-99-zz")
    QTest.keyClick(screen.zoeken.field, Key.Key_Return)
    assert "Er is geen werkkaart voor “zz-99-zz”." in screen.zoeken.line.text

    screen.zoeken.field.setText("xs41bp")
    QTest.keyClick(screen.zoeken.field, Key.Key_Return)
    assert screen.werk.kaart is not None
    assert screen.werk.kaart.kaart.id == cards[1]


def test_esc_leads_back_page_by_page_and_out(screen: Monteurscherm) -> None:
    left: list[bool] = []
    screen.closed.connect(lambda: left.append(True))
    press(screen, Key.Key_F3, Key.Key_F12)
    assert screen.pages.currentWidget() is screen.werk
    press(screen, Key.Key_F12)
    assert left == [True]


def test_who_has_no_cards_is_told_what_to_do(qtbot: QtBot, make_toegang: Callable[..., Toegang], dennis: Wie) -> None:
    screen = Monteurscherm(make_toegang(dennis))
    qtbot.addWidget(screen)
    screen.show()

    assert "Vandaag staat er geen kaart op uw naam." in words(screen)


def test_a_shared_screen_shows_the_day_of_whom_one_chooses(
    qtbot: QtBot, make_toegang: Callable[..., Toegang], garage: Garage, dennis: Wie, cards: tuple[int, int]
) -> None:
    screen = Monteurscherm(make_toegang(garage.beheerder))
    qtbot.addWidget(screen)
    screen.show()
    with qtbot.waitActive(screen):
        screen.activateWindow()
    screen.kop.name.click()
    next(button for button in screen.namen.buttons if button.text() == "Dennis Kuipers").click()

    assert len(screen.kaartjes.cards) == 2
    press(screen, Key.Key_F8)
    assert [tijd.monteur.naam for tijd in garage.monteurwerk.report(dennis, cards[0]).tijden] == ["Dennis Kuipers"]


def test_a_mechanic_opens_no_day_but_his_own(screen: Monteurscherm) -> None:
    assert not screen.kop.name.isVisible()
    assert "Dennis Kuipers" in words(screen)


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_every_target_is_large_enough_for_a_finger(screen: Monteurscherm, scale: float) -> None:
    theme().set_scale(scale)
    for page in (screen.werk, screen.km, screen.checklist, screen.fotos, screen.opmerking, screen.zoeken):
        screen.show_page(page)
        QTest.qWait(0)
        small = [
            (button.accessibleName(), button.width(), button.height())
            for button in screen.findChildren(Touch)
            if button.isVisible() and min(button.width(), button.height()) < tokens().size["touch_target"]
        ]
        assert small == []
    theme().set_scale(1.0)


def test_the_door_opens_one_screen_for_who_may(
    make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren], garage: Garage, dennis: Wie
) -> None:
    toegang = make_toegang(dennis)
    deuren = make_deuren(toegang)
    door = next(door for door in entries(toegang, deuren).doors if door.name == "monteurscherm")
    assert door.key == "F12"
    door.open()
    first = deuren.monteur.scherm
    door.open()
    assert deuren.monteur.scherm is first is not None
    deuren.monteur.close()
    assert deuren.monteur.scherm is None

    seller = make_toegang(garage.wie("Verkoop admin nieuw"))
    assert "monteurscherm" not in [door.name for door in entries(seller, make_deuren(seller)).doors]


def _answers(garage: Garage, kaart: int) -> tuple[Punt, ...]:
    return garage.monteurwerk.report(garage.balie, kaart).punten
