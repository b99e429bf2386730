"""The eyes and hands of these tests: find the window that opened, read what it says, press the keys of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from werkplaats.ui.form import Form
from werkplaats.ui.labels import NoteLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

F = TypeVar("F", bound=Form)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def opened(qtbot: QtBot, kind: type[F]) -> F:
    """The window of this kind that stands open, with the keyboard in it."""
    forms = [form for form in QApplication.topLevelWidgets() if isinstance(form, kind) and form.isVisible()]
    assert len(forms) == 1, forms
    with qtbot.waitActive(forms[0]):
        forms[0].activateWindow()
    return forms[0]


def open_forms() -> list[Form]:
    """All dialogs that stand open."""
    return [form for form in QApplication.topLevelWidgets() if isinstance(form, Form) and form.isVisible()]


def throw_away_forms() -> None:
    """Closes every dialog that is still open, whatever was typed in it."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, Form):
            window.has_changes = lambda: False  # type: ignore[method-assign]  # nobody is there to answer
            window.close()


def field(form: QWidget, name: str) -> QWidget:
    """The field that a screen reader calls so, and that a person can see."""
    kinds = (QLineEdit, QComboBox)
    found: list[QWidget] = [part for kind in kinds for part in form.findChildren(kind) if part.accessibleName() == name]
    shown = [part for part in found if part.isVisible()]
    assert len(shown) == 1, (name, [part.accessibleName() for kind in kinds for part in form.findChildren(kind)])
    return shown[0]


def line(form: QWidget, name: str) -> QLineEdit:
    """The line of text that is called so."""
    found = field(form, name)
    assert isinstance(found, QLineEdit)
    return found


def write(form: QWidget, name: str, text: str) -> None:
    """Goes to a field, types over what stands there, and leaves it by Tab."""
    where = line(form, name)
    where.setFocus()
    where.selectAll()
    if text:
        # A paste: keys cannot type every sign.
        where.insert(text)
        where.textEdited.emit(text)
    else:
        QTest.keyClick(where, Qt.Key.Key_Delete)
    QTest.keyClick(where, Qt.Key.Key_Tab)


def choose(form: QWidget, name: str, word: str) -> None:
    """Chooses a word from a list by its first letters."""
    combo = field(form, name)
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    combo.setCurrentIndex(combo.findText(word))
    combo.activated.emit(combo.currentIndex())


def press(form: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or form, key, modifier)


def notes(form: QWidget) -> list[str]:
    """The sentences that stand under and beside the fields."""
    return [note.accessibleName() for note in form.findChildren(NoteLine) if note.isVisible()]


def words(form: QWidget) -> str:
    """All that a person can read in labels."""
    return "\n".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())


def buttons(form: QWidget) -> dict[str, QPushButton]:
    """The buttons that a person sees, by their words."""
    return {button.text().replace("&", ""): button for button in form.findChildren(QPushButton) if button.isVisible()}


def focus_name() -> str:
    """What a screen reader calls the field that has the keyboard."""
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""
