"""A text field as it was: what stood in it, what was marked in it, and how to put it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import shiboken6
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class TextPlace(Protocol):
    """A field that can be put back as it was."""

    is_hidden: bool

    def put_back(self) -> None:
        """Gives the field the text and the cursor that it had; those who follow it hear of it."""


def text_place(widget: QWidget | None) -> TextPlace | None:
    """The place where signs for this widget come to stand; None where they do something else."""
    if isinstance(widget, QLineEdit):
        return _Line(widget)
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return _Note(widget)
    return None


class _Line:
    def __init__(self, line: QLineEdit) -> None:
        self.is_hidden = line.echoMode() is not QLineEdit.EchoMode.Normal
        self._line = line
        self._text = line.text()
        self._marked = (line.selectionStart(), len(line.selectedText()))
        self._cursor = line.cursorPosition()

    def put_back(self) -> None:
        if not shiboken6.isValid(self._line) or self._line.text() == self._text:
            return
        self._line.setText(self._text)
        self._line.setCursorPosition(self._cursor)
        if self._marked[1]:
            self._line.setSelection(*self._marked)
        # What follows the typing has to follow the way back too: a filter, a check, the dashes of a plate.
        self._line.textEdited.emit(self._text)


class _Note:
    is_hidden = False

    def __init__(self, note: QPlainTextEdit | QTextEdit) -> None:
        self._note = note
        self._text = note.toPlainText()
        cursor = note.textCursor()
        self._ends = (cursor.anchor(), cursor.position())

    def put_back(self) -> None:
        if not shiboken6.isValid(self._note) or self._note.toPlainText() == self._text:
            return
        cursor = self._note.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._text)
        anchor, position = self._ends
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self._note.setTextCursor(cursor)
