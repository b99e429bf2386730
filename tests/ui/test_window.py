"""The main window shows where one is and what needs a person; it closes only when nothing typed would be lost."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QVBoxLayout, QWidget

from tests.ui.garage import Garage
from werkplaats.ui.content import Content
from werkplaats.ui.entries import Action, Entries, Entry
from werkplaats.ui.fields import TextField
from werkplaats.ui.form import Form
from werkplaats.ui.resultaat import Heading
from werkplaats.ui.storing import FaultPage
from werkplaats.ui.theme import theme
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from werkplaats.ui.voorkeuren import Voorkeuren
    from werkplaats.ui.work import Background, Foreground


@dataclass
class Doors:
    """What was opened."""

    opened: list[str] = field(default_factory=list)

    def entries(self) -> Entries:
        return Entries(
            doors=(Entry("instellingen", "Instellingen", "instellingen", lambda: self.opened.append("instellingen")),),
            commands=(Entry("nieuw", "Nieuw voertuig …", "voertuig", lambda: self.opened.append("nieuw"), "F6"),),
            voertuig=(Action("Openen", "voertuig", lambda number: self.opened.append(f"voertuig {number}")),),
            relatie=(Action("Openen", "persoon", lambda number: self.opened.append(f"relatie {number}")),),
            help=lambda: self.opened.append("hulp"),
        )


@pytest.fixture
def doors() -> Doors:
    return Doors()


@pytest.fixture
def window(qtbot: QtBot, voorkeuren: Voorkeuren) -> Iterator[Window]:
    window = Window(voorkeuren, oefenen=True)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.may_close = lambda: True


@pytest.fixture
def content(window: Window, foreground: Foreground, doors: Doors) -> Content:
    content = Content(window, foreground, Garage().bronnen())
    content.show_entries(doors.entries())
    return content


def _control(key: Qt.Key) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    return key, Qt.KeyboardModifier.ControlModifier


def test_the_first_paint_is_told_once_and_the_search_box_has_the_focus(qtbot: QtBot, voorkeuren: Voorkeuren) -> None:
    window = Window(voorkeuren, oefenen=False)
    qtbot.addWidget(window)
    painted: list[bool] = []
    window.painted.connect(lambda: painted.append(True))
    with qtbot.waitActive(window), qtbot.waitSignal(window.painted):
        window.show()
        window.activateWindow()
    window.repaint()
    QTest.qWait(10)
    assert painted == [True]
    assert window.start.box.hasFocus()


def test_practice_is_told_in_the_title_and_in_the_status_bar(
    qtbot: QtBot, window: Window, voorkeuren: Voorkeuren
) -> None:
    real = Window(voorkeuren, oefenen=False)
    qtbot.addWidget(real)
    assert window.windowTitle() == "Oefenomgeving · Werkplaats"
    assert real.windowTitle() == "Werkplaats"


def test_only_what_exists_is_in_the_navigation(window: Window, content: Content, doors: Doors) -> None:
    assert window.navigation.names == ("start", "instellingen")
    item = next(b for b in window.navigation.findChildren(QAbstractButton) if b.text() == "Instellingen")
    QTest.mouseClick(item, Qt.MouseButton.LeftButton)
    assert doors.opened == ["instellingen"]


def test_below_1280_the_navigation_has_signs_only(qtbot: QtBot, window: Window) -> None:
    window.resize(1440, 900)
    wide = window.navigation.width()
    window.resize(1180, 640)
    assert (wide, window.navigation.width()) == (208, 56)
    assert window.minimumSize() == QSize(1180, 640)


def test_user_shop_and_day_are_always_there(window: Window, content: Content) -> None:
    assert window.status.user.text == "Marieke Hendriks · Balie"
    assert window.status.shop.text == "Waalbrug Nijmegen"
    words = [label.text() for label in window.topbar.findChildren(QLabel)]
    assert words == ["Start", "dinsdag 24 november 2026 · week 48"]


@pytest.mark.parametrize(
    ("stand", "words"),
    [
        ((0, 0, 0), "Postbus: alles verzonden"),
        ((2, 0, 0), "Postbus: 2 te verzenden"),
        ((2, 1, 0), "Postbus: 1 onzeker"),
        ((2, 1, 3), "Postbus: 3 mislukt"),
    ],
)
def test_the_postbus_says_first_what_needs_a_person(window: Window, stand: tuple[int, int, int], words: str) -> None:
    window.status.show_postbus(*stand)
    assert window.status.postbus.text == words


def test_light_becomes_dark_and_stays_so(window: Window, voorkeuren: Voorkeuren) -> None:
    button = window.topbar.findChildren(QAbstractButton)[0]
    assert button.accessibleName() == "Donker"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert theme().dark
    assert voorkeuren.scheme == "dark"
    assert button.accessibleName() == "Licht"


def test_f_keys_and_help_open_their_doors(window: Window, content: Content, doors: Doors) -> None:
    QTest.keyClick(window, Qt.Key.Key_F6)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert doors.opened == ["nieuw", "hulp"]


def test_a_store_that_cannot_be_opened_fills_the_page_and_is_tried_again(window: Window) -> None:
    tries: list[int] = []
    QTest.keyClicks(window.start.box, "smeets")
    page = FaultPage("De gegevens zijn van een nieuwere versie.", "Installeer die versie.", lambda: tries.append(1))
    window.show_instead(page)
    assert page.isVisible()
    QTest.keyClick(page.again, Qt.Key.Key_Return)
    assert tries == [1]
    window.show_start()
    assert window.start.isVisible()
    assert window.start.box.text() == "smeets", "what was typed is still there"


# The palette.


def _palette_lines(content: Content) -> list[str]:
    return [line.text if isinstance(line, Heading) else line.title for line in content.palette.list.lines]


def test_ctrl_k_finds_a_command_and_does_it(window: Window, content: Content, doors: Doors) -> None:
    QTest.keyClick(window, *_control(Qt.Key.Key_K))
    assert content.palette.box.hasFocus()
    QTest.keyClicks(content.palette.box, "nieuw")
    assert _palette_lines(content) == ["Opdrachten", "Nieuw voertuig …"]
    QTest.keyClick(content.palette.box, Qt.Key.Key_Return)
    assert doors.opened == ["nieuw"]
    assert not content.palette.isVisible()


def test_ctrl_k_finds_cars_and_people(window: Window, content: Content, doors: Doors) -> None:
    QTest.keyClick(window, *_control(Qt.Key.Key_K))
    QTest.keyClicks(content.palette.box, "smeets")
    assert _palette_lines(content)[0] == "Voertuigen"
    for _ in range(2):
        QTest.keyClick(content.palette.box, Qt.Key.Key_Down)
    QTest.keyClick(content.palette.box, Qt.Key.Key_Return)
    assert doors.opened == ["relatie 11"]


def test_esc_wipes_then_leaves_and_the_focus_is_where_it_was(window: Window, content: Content) -> None:
    window.start.box.setFocus()
    QTest.keyClick(window, *_control(Qt.Key.Key_K))
    QTest.keyClicks(content.palette.box, "xq")
    assert _palette_lines(content) == ["Niets gevonden"]
    QTest.keyClick(content.palette.box, Qt.Key.Key_Escape)
    assert content.palette.isVisible()
    QTest.keyClick(content.palette.box, Qt.Key.Key_Escape)
    assert not content.palette.isVisible()
    assert window.start.box.hasFocus()


def test_tab_does_not_leave_the_palette(window: Window, content: Content) -> None:
    QTest.keyClick(window, *_control(Qt.Key.Key_K))
    for _ in range(4):
        QTest.keyClick(content.palette.box, Qt.Key.Key_Tab)
    assert content.palette.box.hasFocus()


def test_a_toast_says_what_went_well_and_goes_by_itself(qtbot: QtBot, content: Content) -> None:
    content.toast.say("Voertuig opgeslagen")
    assert content.toast.text == "Voertuig opgeslagen"
    content.toast._timer.setInterval(1)
    content.toast.say("Voertuig opgeslagen")
    qtbot.waitUntil(lambda: content.toast.text == "")


# Closing.


class Note(Form):
    """A dialog with one field that saves it."""

    def __init__(self, background: Background, voorkeuren: Voorkeuren, gate: threading.Event) -> None:
        super().__init__("notitie", background, voorkeuren, None)
        self._gate = gate
        self.saved: list[str] = []
        self.set_heading("Notitie")
        page = QWidget()
        self.text = TextField("Notitie")
        QVBoxLayout(page).addWidget(self.text)
        self.set_page(page)
        self.set_main("Opslaan", "opslaan", self.save)

    def has_changes(self) -> bool:
        return bool(self.text.text()) and not self.saved

    def save(self) -> None:
        text = self.text.text()
        self.work(lambda: (self._gate.wait(5), text)[1], self.saved.append, writes=True)


@pytest.fixture
def gate() -> threading.Event:
    return threading.Event()


@pytest.fixture
def note(qtbot: QtBot, content: Content, background: Background, voorkeuren: Voorkeuren, gate: threading.Event) -> Note:
    note = Note(background, voorkeuren, gate)
    with qtbot.waitExposed(note):
        note.show()
    note.text.setText("Winterbanden op rek C-14")
    return note


def test_the_window_does_not_close_over_unsaved_text(qtbot: QtBot, window: Window, note: Note) -> None:
    assert not window.close()
    discard = next(button for button in note.findChildren(QPushButton) if button.text() == "Niet bewaren")
    with qtbot.waitSignal(note.closed):
        QTest.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert window.close()


def test_the_window_waits_for_a_save_and_then_closes_by_itself(
    qtbot: QtBot, window: Window, note: Note, gate: threading.Event
) -> None:
    note.save()
    assert not window.close()
    saved = note.saved
    gate.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert saved == ["Winterbanden op rek C-14"]


def test_the_window_comes_back_as_large_as_it_was(qtbot: QtBot, window: Window, voorkeuren: Voorkeuren) -> None:
    window.resize(1300, 700)
    window.close()
    again = Window(voorkeuren, oefenen=True)
    qtbot.addWidget(again)
    room = again.screen().availableSize()
    assert again.width() == max(1180, min(1300, room.width()))
