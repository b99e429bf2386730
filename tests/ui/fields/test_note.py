"""The field for a note: several lines, Tab goes on, a person's change is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from werkplaats.ui.fields.note import NoteField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_enter_begins_a_line_and_tab_goes_on(qtbot: QtBot) -> None:
    window, note, after = QWidget(), NoteField("let_op"), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(note)
    column.addWidget(after)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    note.setFocus()
    qtbot.keyClicks(note, "bellen")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClicks(note, "na 17 uur")
    with qtbot.waitSignal(note.left):
        qtbot.keyClick(note, Qt.Key.Key_Tab)
    assert note.value() == "bellen\nna 17 uur"
    assert QApplication.focusWidget() is after


def test_a_change_of_a_person_is_told_and_one_of_the_program_is_not(qtbot: QtBot) -> None:
    note = NoteField("let_op")
    qtbot.addWidget(note)
    with qtbot.assertNotEmitted(note.changed):
        note.set_value("Sleutel in de brievenbus")
    with qtbot.waitSignal(note.changed):
        qtbot.keyClicks(note, "x")
    note.set_value("")
    assert note.value() == ""


def test_a_note_that_is_only_read_takes_no_keys(qtbot: QtBot) -> None:
    note = NoteField("let_op")
    qtbot.addWidget(note)
    note.set_value("vast")
    note.set_read_only(True)
    qtbot.keyClicks(note, "x")
    assert note.value() == "vast"
