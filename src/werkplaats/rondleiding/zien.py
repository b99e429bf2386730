"""What a person can read in a window, drawn words included: the same words that a screen reader says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = QModelIndex()


def words_of(window: QWidget) -> str:
    """All words that stand in a window now, a line for each piece."""
    pieces = [window.windowTitle()]
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisibleTo(window) or widget is window:
            pieces += _own_words(widget)
    return "\n".join(piece for piece in pieces if piece)


def _own_words(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text().replace("&", "")
        case QLineEdit():
            yield widget.displayText()
        case QComboBox():
            yield widget.currentText()
        case QPlainTextEdit() | QTextEdit():
            yield widget.toPlainText()
        case QMenu():
            yield from (action.text().partition("\t")[0].replace("&", "") for action in widget.actions())
        case QAbstractItemView():
            yield from _cells(widget)
        case _:
            return


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    for row in range(model.rowCount(_ROOT)):
        # A list has one column, and its model does not let itself be asked.
        for column in range(1 if isinstance(view, QListView) else model.columnCount(_ROOT)):
            yield str(model.index(row, column).data() or "")
