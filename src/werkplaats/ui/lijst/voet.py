"""The line below a list: how many lines there are, and what the keys do, as far as there is room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.chip import KeyCap
from werkplaats.ui.labels import Label
from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_SIDE, _EDGE, _BETWEEN = 16, 6, 12


class Foot(QWidget):
    """Shows the keys whole or not at all: the last of them goes first where the line is narrow."""

    def __init__(self, copy: str) -> None:
        super().__init__()
        self._count = Label("", "small", "text_2")
        keys = (("Enter", _("openen")), ("Ctrl+C", copy), ("Ctrl+1…9", _("sorteren")), ("Shift+F10", _("meer")))
        self._hints = tuple(_hint(key, words) for key, words in keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, _EDGE, _SIDE, _EDGE)
        row.setSpacing(_BETWEEN)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self._count)
        row.addStretch()
        for hint in self._hints:
            row.addWidget(hint)
        theme().changed.connect(self._fit)

    def set_count(self, text: str) -> None:
        """Says how many lines there are."""
        self._count.setText(text)
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for all, also for what is hidden now."""
        keys = sum(hint.sizeHint().width() + _BETWEEN for hint in self._hints)
        return QSize(self.minimumSizeHint().width() + keys, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the count alone."""
        return QSize(self._count.sizeHint().width() + 2 * _SIDE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        left = self.width() - 2 * _SIDE - self._count.sizeHint().width()
        for hint in self._hints:
            left -= hint.sizeHint().width() + _BETWEEN
            hint.setVisible(left >= 0)


def _hint(key: str, words: str) -> QWidget:
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(KeyCap(key))
    row.addWidget(Label(words, "small", "text_2"))
    return hint
