"""A counter clerk types, sees, moves with the arrows and opens: nothing typed is lost, and no late answer is shown."""

from __future__ import annotations

import datetime as dt
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.ui.garage import OCTAVIA, YARIS, Garage
from werkplaats.domain.treffers import Aandachtspunt, Zoekresultaat
from werkplaats.errors import OpslagFout
from werkplaats.ui.chip import Chip
from werkplaats.ui.entries import Action, Creator, Entries
from werkplaats.ui.resultaat import Heading, Row
from werkplaats.ui.startkader import StartFrame
from werkplaats.ui.startpagina import StartPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from werkplaats.ui.work import Background, Foreground


@dataclass
class Doors:
    """What was opened, by word."""

    opened: list[str] = field(default_factory=list)

    def entries(self) -> Entries:
        return Entries(
            voertuig=(
                Action("Openen", "voertuig", lambda number: self.opened.append(f"voertuig {number}"), "Enter"),
                Action("&Logboek", "logboek", lambda number: self.opened.append(f"logboek {number}")),
            ),
            relatie=(Action("Openen", "persoon", lambda number: self.opened.append(f"relatie {number}"), "Enter"),),
            creators=(
                Creator(
                    lambda text: f"Nieuwe relatie “{text}”",
                    "Maakt een relatie met deze naam",
                    "persoon",
                    lambda text: self.opened.append(f"nieuw {text}"),
                    lambda text: text.replace(" ", "").isalpha(),
                ),
            ),
        )


@pytest.fixture
def doors() -> Doors:
    return Doors()


@pytest.fixture
def garage() -> Garage:
    return Garage()


@pytest.fixture
def frame(qtbot: QtBot) -> StartFrame:
    frame = StartFrame()
    qtbot.addWidget(frame)
    frame.resize(1180, 760)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    frame.focus_search()
    return frame


@pytest.fixture
def page(frame: StartFrame, foreground: Foreground, garage: Garage, doors: Doors) -> StartPage:
    page = StartPage(frame, foreground)
    page.begin(garage.bronnen(), doors.entries())
    return page


def _texts(page: StartPage) -> list[str]:
    return [line.text if isinstance(line, Heading) else line.title for line in page.list.lines]


def _words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_what_is_typed_is_found_in_groups_with_the_first_car_chosen(page: StartPage) -> None:
    QTest.keyClicks(page.box, "smeets")
    assert _texts(page) == [
        "Voertuigen",
        "Toyota Yaris 1.5 Hybrid",
        "Škoda Octavia Combi 1.0 TSI",
        "Relaties",
        "Mw. A. (Anouk) Smeets",
        "Nieuw",
        "Nieuwe relatie “smeets”",
    ]
    assert page.list.row is not None
    assert page.list.row.id == YARIS.id


@pytest.mark.usefixtures("page")
def test_the_focus_stays_in_the_box_while_arrows_move(frame: StartFrame, page: StartPage) -> None:
    QTest.keyClicks(page.box, "smeets")
    QTest.keyClick(page.box, Qt.Key.Key_Down)
    assert frame.box.hasFocus()
    assert page.list.row is not None
    assert page.list.row.id == OCTAVIA.id


def test_arrows_pass_over_headings_and_stop_at_the_ends(page: StartPage) -> None:
    QTest.keyClicks(page.box, "smeets")
    for _ in range(9):
        QTest.keyClick(page.box, Qt.Key.Key_Down)
    assert page.list.row is not None
    assert page.list.row.soort == "nieuw"
    for _ in range(9):
        QTest.keyClick(page.box, Qt.Key.Key_Up)
    assert page.list.row.id == YARIS.id


def test_enter_opens_what_is_chosen(page: StartPage, doors: Doors) -> None:
    QTest.keyClicks(page.box, "smeets")
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    for _ in range(2):
        QTest.keyClick(page.box, Qt.Key.Key_Down)
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    QTest.keyClick(page.box, Qt.Key.Key_Down)
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    assert doors.opened == ["voertuig 1", "relatie 11", "nieuw smeets"]


def test_esc_wipes_the_words_and_the_day_is_back(page: StartPage) -> None:
    QTest.keyClicks(page.box, "smeets")
    QTest.keyClick(page.box, Qt.Key.Key_Escape)
    assert page.box.text() == ""
    assert _texts(page) == ["Laatst gebruikt", "Toyota Yaris 1.5 Hybrid"]
    assert page.list.row is None, "nothing is chosen before a person chooses"


def test_a_car_that_asks_for_attention_stands_first_with_its_reason(
    frame: StartFrame, foreground: Foreground, doors: Doors
) -> None:
    garage = Garage(
        punten=(
            Aandachtspunt("apk", OCTAVIA, dt.date(2026, 12, 2)),
            Aandachtspunt("pechhulp", YARIS, dt.date(2026, 12, 12)),
            Aandachtspunt("service", YARIS, dt.date(2026, 12, 20), bij_km=92_000),
            Aandachtspunt("garantie", OCTAVIA, dt.date(2026, 12, 21), "gebruikt"),
            Aandachtspunt("leen", YARIS, dt.date(2026, 11, 23), "Mw. A. Smeets"),
            Aandachtspunt("leen", YARIS, dt.date(2026, 11, 24), "Mw. A. Smeets"),
        )
    )
    page = StartPage(frame, foreground)
    page.begin(garage.bronnen(), doors.entries())
    rows = [line for line in page.list.lines if isinstance(line, Row)]
    assert [row.mark.text for row in rows[:2] if row.mark] == ["APK over 8 dagen", "Pechhulppas tot"]
    assert [row.note for row in rows[:2]] == ["02-12-2026", "12-12-2026"]
    assert [row.mark.role for row in rows[:2] if row.mark] == ["warn", "warn"]
    service = rows[2]
    assert service.mark is not None
    assert (service.mark.text, service.note) == ("Service bij 92.000 km", "rond 20-12-2026")
    assert rows[3].mark is not None
    assert (rows[3].mark.text, rows[3].note) == ("Garantie tot", "21-12-2026")
    lent = [(row.sentence, row.mark.text, row.mark.role) for row in rows[4:6] if row.mark]
    wie = "bij Mw. A. Smeets"
    assert lent == [(wie, "Leenauto te laat", "error"), (wie, "Leenauto terug", "warn")]


def test_an_empty_garage_says_what_to_do_next(frame: StartFrame, foreground: Foreground, doors: Doors) -> None:
    page = StartPage(frame, foreground)
    page.begin(Garage(recent_cars=()).bronnen(), doors.entries())
    assert "Nog geen voertuigen" in _words(frame.card)
    assert [button.text() for button in frame.card.findChildren(QPushButton) if button.isVisible()] == [
        "Nieuw voertuig"
    ]


def test_nothing_found_repeats_the_words_and_offers_to_make_it(page: StartPage, doors: Doors) -> None:
    QTest.keyClicks(page.box, "van dalen")
    assert _texts(page) == ["Niets gevonden voor “van dalen”", "Nieuw", "Nieuwe relatie “van dalen”"]
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    assert doors.opened == ["nieuw van dalen"]


def test_one_letter_is_not_called_not_found(page: StartPage) -> None:
    QTest.keyClicks(page.box, "9")
    assert _texts(page) == ["Typ nog een letter of cijfer"]


def test_ctrl_n_makes_something_of_the_words(page: StartPage, doors: Doors) -> None:
    QTest.keyClicks(page.box, "smeets")
    QTest.keyClick(page.box, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert doors.opened == ["nieuw smeets"]


def test_the_pane_shows_the_chosen_car_with_what_the_register_warns_of(
    qtbot: QtBot, frame: StartFrame, page: StartPage
) -> None:
    QTest.keyClicks(page.box, "smeets")
    QTest.keyClick(page.box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.pane.glance is not None)
    chips = [chip.accessibleName() for chip in frame.pane.findChildren(Chip) if chip.isVisible()]
    assert chips == ["APK over 8 dagen", "Terugroepactie open", "Verzekerd"]
    assert "Mw. A. (Anouk) Smeets" in _words(frame.pane)
    assert "Liever bellen na 17:00 uur" in _words(frame.pane)


def test_the_pane_opens_by_its_buttons(qtbot: QtBot, frame: StartFrame, page: StartPage, doors: Doors) -> None:
    QTest.keyClicks(page.box, "smeets")
    qtbot.waitUntil(lambda: page.pane.glance is not None)
    for button in frame.pane.findChildren(QPushButton):
        if button.isVisible():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert doors.opened == ["voertuig 1", "logboek 1"]


def test_tab_goes_from_the_box_to_what_can_be_done(qtbot: QtBot, frame: StartFrame, page: StartPage) -> None:
    QTest.keyClicks(page.box, "smeets")
    qtbot.waitUntil(lambda: page.pane.glance is not None)
    QTest.keyClick(frame.box, Qt.Key.Key_Tab)
    first, second = page.pane.buttons
    assert (first.text(), first.hasFocus()) == ("Openen", True)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert (second.text(), second.hasFocus()) == ("&Logboek", True)


def test_keys_typed_before_the_store_is_there_are_searched_when_it_is(
    frame: StartFrame, foreground: Foreground, garage: Garage, doors: Doors
) -> None:
    QTest.keyClicks(frame.box, "smeets")
    page = StartPage(frame, foreground)
    QTest.keyClick(frame.box, Qt.Key.Key_Return)
    page.begin(garage.bronnen(), doors.entries())
    assert garage.asked == ["smeets"]
    assert doors.opened == ["voertuig 1"], "Enter was pressed before there was anything to open"


def test_a_late_answer_never_replaces_a_newer_one(
    qtbot: QtBot, frame: StartFrame, background: Background, doors: Doors
) -> None:
    gate = threading.Event()
    garage = Garage(wait=gate.wait)
    page = StartPage(frame, background)
    page.begin(garage.bronnen(), doors.entries())
    qtbot.waitUntil(lambda: bool(page.list.lines))
    QTest.keyClicks(page.box, "smets")
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    gate.set()
    qtbot.waitUntil(lambda: bool(doors.opened))
    assert garage.asked == ["aandacht", "s", "smets"]
    assert page.list.painter.search == "smets"


def test_a_broken_store_is_told_under_the_box_and_asked_again(
    frame: StartFrame, page: StartPage, garage: Garage
) -> None:
    garage.fault = OpslagFout("GEEN_VERBINDING")
    QTest.keyClicks(page.box, "s")
    assert page.problem.text
    garage.fault = None
    QTest.mouseClick(page.problem.retry_button, Qt.MouseButton.LeftButton)
    assert page.problem.text == ""
    assert "Voertuigen" in _texts(page)
    assert frame.box.text() == "s"


def test_lines_that_answered_another_text_go_with_a_search_that_failed(
    page: StartPage, garage: Garage, doors: Doors
) -> None:
    QTest.keyClicks(page.box, "s")
    garage.fault = OpslagFout("GEEN_VERBINDING")
    QTest.keyClicks(page.box, "m")
    assert page.list.lines == ()
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    assert doors.opened == []


def test_lines_that_still_answer_stay_when_asking_again_fails(page: StartPage, garage: Garage) -> None:
    QTest.keyClicks(page.box, "s")
    before = page.list.lines
    garage.fault = OpslagFout("GEEN_VERBINDING")
    page.refresh()
    assert page.list.lines == before


def test_after_a_save_elsewhere_the_same_line_stays_chosen(page: StartPage, garage: Garage) -> None:
    QTest.keyClicks(page.box, "smeets")
    QTest.keyClick(page.box, Qt.Key.Key_Down)
    page.refresh()
    assert garage.asked[-2:] == ["smeets", "smeets"]
    assert page.list.row is not None
    assert page.list.row.id == OCTAVIA.id


def test_what_was_just_made_is_chosen_and_not_made_again(
    page: StartPage, garage: Garage, doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(garage, "find", lambda _wie, tekst: Zoekresultaat(tekst))
        QTest.keyClicks(page.box, "smeets")
        QTest.keyClick(page.box, Qt.Key.Key_Return)
    page.refresh()
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    assert doors.opened == ["nieuw smeets", f"voertuig {YARIS.id}"]


def test_a_screen_reader_hears_the_whole_line(page: StartPage) -> None:
    QTest.keyClicks(page.box, "smeets")
    index = page.list.currentIndex()
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("GE-731-P, Toyota Yaris 1.5 Hybrid, Mw. A. Smeets")


def test_five_hundred_signs_do_no_harm(page: StartPage, garage: Garage) -> None:
    page.box.setText("x" * 500 + "😀")
    assert len(page.box.text()) <= 200
    assert garage.asked[-1] == page.box.text()


def test_what_is_pressed_before_the_chosen_car_stands_there_is_done_with_that_car(
    qtbot: QtBot, page: StartPage, doors: Doors
) -> None:
    QTest.keyClicks(page.box, "smeets")
    qtbot.waitUntil(lambda: page.pane.glance is not None and page.pane.glance.id == YARIS.id)
    QTest.keyClick(page.box, Qt.Key.Key_Down)
    assert page.pane.glance is not None
    assert page.pane.glance.id == YARIS.id, "the pane follows a moment later"
    page.pane.buttons[1].click()
    assert doors.opened == []
    qtbot.waitUntil(lambda: doors.opened == [f"logboek {OCTAVIA.id}"])


def test_what_was_pressed_is_forgotten_once_one_types_on(qtbot: QtBot, page: StartPage, doors: Doors) -> None:
    QTest.keyClicks(page.box, "smeet")
    qtbot.waitUntil(lambda: page.pane.glance is not None)
    QTest.keyClick(page.box, Qt.Key.Key_Down)
    page.pane.buttons[1].click()
    QTest.keyClicks(page.box, "s")
    qtbot.waitUntil(lambda: page.pane.glance is not None and page.pane.glance.id == YARIS.id)
    assert doors.opened == []
