"""Finds text that does not fit where it stands; the tests of dialogs use it too."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from werkplaats.ui.button import Button
from werkplaats.ui.fields import Check

_EDGE_AND_PADDING = 20
_CARET = 38
_ROUNDING = 1.0


def cut_texts(window: QWidget) -> list[str]:
    """The texts of visible labels, buttons, boxes, fields and combos in a window that are cut off."""
    return [text for widget in window.findChildren(QWidget) if widget.isVisibleTo(window) for text in _cut(widget)]


def _cut(widget: QWidget) -> list[str]:
    if isinstance(widget, (Button, Check)):
        return _if_over(widget.text(), widget.sizeHint().width(), widget.width())
    if isinstance(widget, QLabel):
        return _cut_label(widget)
    if isinstance(widget, QLineEdit):
        margins = widget.textMargins()
        inset = 0 if isinstance(widget.parent(), QComboBox) else _EDGE_AND_PADDING
        room = widget.width() - margins.left() - margins.right() - inset
        return _if_over(widget.displayText(), _advance(widget, widget.displayText()), room)
    if isinstance(widget, QComboBox):
        return _if_over(widget.currentText(), _advance(widget, widget.currentText()), widget.width() - _CARET)
    if isinstance(widget, QAbstractButton):
        return []
    return []


def _cut_label(label: QLabel) -> list[str]:
    if label.wordWrap():
        return _if_over(label.text(), label.heightForWidth(label.width()), label.height())
    wanted = label.minimumSizeHint()
    return _if_over(label.text(), wanted.width(), label.width()) or _if_over(
        label.text(), wanted.height(), label.height()
    )


def _advance(widget: QWidget, text: str) -> float:
    return QFontMetricsF(widget.font()).horizontalAdvance(text)


def _if_over(text: str, wanted: float, room: float) -> list[str]:
    return [text] if text and wanted > room + _ROUNDING else []
