"""A barcode scanner beside every control: its code is given, the control is as it was, and nothing is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from werkplaats.ui.menu import Menu
from werkplaats.ui.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

PLATE = "GA482R"
NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """A window with a field, and the hands that type or scan; the clock goes by itself only between keys."""

    def __init__(self, qtbot: QtBot) -> None:
        self.room = QDialog()
        self.pressed: list[str] = []
        self.column = QVBoxLayout(self.room)
        self.line = QLineEdit("0612")
        self.button = QPushButton("Opslaan")
        self.button.setDefault(True)
        self.button.clicked.connect(lambda: self.pressed.append("Opslaan"))
        self.now = 50_000
        self.is_on = True
        self.codes: list[str] = []
        self.scanner = Scanner(lambda: self.is_on, self.room, lambda _key: self.now)
        self.scanner.scanned.connect(self.codes.append)
        for widget in (self.line, self.button):
            self.column.addWidget(widget)
        qtbot.addWidget(self.room)
        with qtbot.waitActive(self.room):
            self.room.show()
            self.room.activateWindow()
        self.line.setFocus()

    def add(self, widget: QWidget) -> None:
        """Another control, with the keyboard in it."""
        self.column.addWidget(widget)
        widget.show()
        widget.setFocus()

    def key(self, key: Qt.Key, sign: str = "", *, after: int, modifier: Qt.KeyboardModifier = NONE) -> None:
        """A key so many ms after the one before."""
        self.now += after
        window = self.room.windowHandle()
        assert isinstance(window, QWindow)
        QTest.sendKeyEvent(QTest.KeyAction.Click, window, key, sign, modifier)

    def type(self, text: str, apart: int, *, first: int = 5_000) -> None:
        """Types signs at a pace."""
        for place, sign in enumerate(text):
            self.key(Qt.Key(ord(sign.upper())), sign, after=apart if place else first)

    def scan(self, text: str = PLATE, end: Qt.Key = Qt.Key.Key_Return, apart: int = 4) -> None:
        """Scans a code."""
        self.type(text, apart)
        self.key(end, "\r" if end != Qt.Key.Key_Tab else "\t", after=apart)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
@pytest.mark.parametrize("apart", [0, 4, 100])
def test_in_a_field_the_code_is_taken_out_again(desk: Desk, end: Qt.Key, apart: int) -> None:
    desk.line.setCursorPosition(2)
    desk.scan(end=end, apart=apart)
    assert desk.codes == [PLATE]
    assert (desk.line.text(), desk.line.cursorPosition()) == ("0612", 2)
    assert desk.line.hasFocus()
    assert desk.pressed == []


def test_what_was_marked_is_marked_again(desk: Desk) -> None:
    desk.line.setSelection(1, 2)
    desk.scan()
    assert (desk.line.text(), desk.line.selectedText()) == ("0612", "61")


def test_who_follows_the_field_hears_of_the_way_back(desk: Desk) -> None:
    heard: list[str] = []
    desk.line.textEdited.connect(heard.append)
    desk.scan()
    assert heard[-1] == "0612"


@pytest.mark.parametrize("apart", [101, 160])
def test_a_fast_hand_types(desk: Desk, apart: int) -> None:
    desk.line.clear()
    desk.type("ga482r", apart)
    desk.key(Qt.Key.Key_Return, "\r", after=90)
    assert (desk.codes, desk.line.text()) == ([], "ga482r")
    assert desk.pressed == ["Opslaan"]


@pytest.mark.parametrize("kind", [QPlainTextEdit, QTextEdit])
def test_in_a_note_the_code_is_taken_out_again(desk: Desk, kind: type[QPlainTextEdit | QTextEdit]) -> None:
    note = kind()
    note.setPlainText("Belt morgen\nterug")
    desk.add(note)
    desk.scan()
    assert (desk.codes, note.toPlainText()) == ([PLATE], "Belt morgen\nterug")
    assert note.textCursor().position() == 0


def test_a_button_is_not_pressed(desk: Desk) -> None:
    desk.button.setFocus()
    desk.scan("GA 482 R")
    assert (desk.codes, desk.pressed) == (["GA 482 R"], [])


def test_a_list_keeps_its_choice(desk: Desk) -> None:
    names = QListWidget()
    names.addItems(["Adam", "Gerrit", "Rob"])
    names.setCurrentRow(0)
    desk.add(names)
    desk.scan()
    assert (desk.codes, names.currentRow()) == ([PLATE], 0)


def test_a_box_with_a_choice_keeps_it(desk: Desk) -> None:
    combo = QComboBox()
    combo.addItems(["Benzine", "Gas", "Diesel"])
    desk.add(combo)
    desk.scan()
    assert (desk.codes, combo.currentText()) == ([PLATE], "Benzine")


def test_a_hand_still_chooses_by_letter(desk: Desk, qtbot: QtBot) -> None:
    combo = QComboBox()
    combo.addItems(["Benzine", "Gas", "Diesel"])
    desk.add(combo)
    desk.type("g", 200)
    qtbot.waitUntil(lambda: combo.currentText() == "Gas")


def test_signs_that_waited_come_before_the_key_behind_them(desk: Desk) -> None:
    combo = QComboBox()
    combo.addItems(["Benzine", "Gas", "Diesel"])
    desk.add(combo)
    desk.type("g", 200)
    desk.key(Qt.Key.Key_Down, after=20)
    assert combo.currentText() == "Diesel"


@pytest.fixture
def menu(desk: Desk, qtbot: QtBot) -> Menu:
    """An open menu with a line whose letter the code begins with."""
    menu = Menu(desk.button)
    menu.addAction("&Garantie").triggered.connect(lambda: desk.pressed.append("Garantie"))
    menu.addAction("&Afdrukken").triggered.connect(lambda: desk.pressed.append("Afdrukken"))
    menu.popup(desk.room.pos())
    qtbot.waitUntil(menu.isVisible)
    return menu


def test_an_open_menu_chooses_nothing_and_closes(desk: Desk, menu: Menu) -> None:
    desk.scan()
    assert (desk.codes, desk.pressed) == ([PLATE], [])
    assert not menu.isVisible()


def test_a_hand_still_chooses_in_a_menu(desk: Desk, menu: Menu, qtbot: QtBot) -> None:
    desk.type("g", 200)
    qtbot.waitUntil(lambda: desk.pressed == ["Garantie"])


def test_with_nothing_that_takes_keys_the_code_is_given(desk: Desk) -> None:
    """As in a dialog that is busy: its fields are off."""
    desk.line.setEnabled(False)
    desk.button.setEnabled(False)
    assert QApplication.focusWidget() is None
    desk.scan()
    assert desk.codes == [PLATE]


@pytest.fixture
def password(desk: Desk) -> QLineEdit:
    field = QLineEdit("oud")
    field.setEchoMode(QLineEdit.EchoMode.Password)
    desk.add(field)
    field.end(False)
    return field


@pytest.mark.parametrize("code", [PLATE, "1ABC123", "WVWZZZCDZLW000417"])
def test_in_a_password_a_plate_or_chassis_number_is_a_code(desk: Desk, password: QLineEdit, code: str) -> None:
    desk.scan(code)
    assert (desk.codes, password.text()) == ([code], "oud")


def test_a_password_manager_types_into_a_password(desk: Desk, password: QLineEdit) -> None:
    desk.scan("correct-horse-battery-9")
    assert (desk.codes, password.text()) == ([], "oudcorrect-horse-battery-9")


def test_caps_lock_and_shift_change_nothing(desk: Desk) -> None:
    for place, sign in enumerate("ga482r"):
        desk.key(Qt.Key.Key_Shift, after=2 if place else 5_000)
        modifier = Qt.KeyboardModifier.ShiftModifier
        desk.key(Qt.Key(ord(sign.upper())), sign, after=2, modifier=modifier)
    desk.key(Qt.Key.Key_CapsLock, after=2)
    desk.key(Qt.Key.Key_Return, "\r", after=2)
    assert (desk.codes, desk.line.text()) == (["ga482r"], "0612")


def test_a_second_key_at_the_end_presses_nothing(desk: Desk) -> None:
    desk.scan()
    desk.key(Qt.Key.Key_Return, "\n", after=4)
    desk.key(Qt.Key.Key_Tab, "\t", after=4)
    assert (desk.codes, desk.pressed, desk.line.hasFocus()) == ([PLATE], [], True)


def test_two_codes_behind_each_other_are_two(desk: Desk) -> None:
    desk.scan()
    desk.scan("XS41BP")
    assert desk.codes == [PLATE, "XS41BP"]


def test_a_command_between_breaks_the_code(desk: Desk) -> None:
    desk.type("GA4", 4)
    desk.key(Qt.Key.Key_End, after=4)
    desk.type("82", 4, first=4)
    desk.key(Qt.Key.Key_Return, "\r", after=4)
    assert (desk.codes, desk.line.text()) == ([], "0612GA482")


def test_turned_off_it_is_typing(desk: Desk) -> None:
    desk.is_on = False
    desk.button.setDefault(False)
    desk.scan()
    assert (desk.codes, desk.line.text()) == ([], "0612GA482R")


def test_it_watches_a_window_that_opens_later(desk: Desk, qtbot: QtBot, other: Callable[[], QLineEdit]) -> None:
    field = other()
    window = field.windowHandle()
    assert isinstance(window, QWindow)
    for sign in PLATE:
        QTest.sendKeyEvent(QTest.KeyAction.Click, window, Qt.Key(ord(sign)), sign, NONE)
    QTest.sendKeyEvent(QTest.KeyAction.Click, window, Qt.Key.Key_Return, "\r", NONE)
    assert (desk.codes, field.text()) == ([PLATE], "")


@pytest.fixture
def other(qtbot: QtBot) -> Callable[[], QLineEdit]:
    """Opens a second window, which is one field."""

    def make() -> QLineEdit:
        field = QLineEdit()
        qtbot.addWidget(field)
        with qtbot.waitActive(field):
            field.show()
            field.activateWindow()
        return field

    return make
