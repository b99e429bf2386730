"""Buttons beside each other that keep within their window: what there is no room for gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from werkplaats.ui.button import Button

_GAP = 4


class ButtonRow(QWidget):
    """``yielding`` are those of ``buttons`` that may give way, the first first: keys and a menu do them as well."""

    def __init__(self, buttons: Sequence[Button], yielding: Sequence[Button]) -> None:
        super().__init__()
        self._buttons, self._yielding = tuple(buttons), tuple(yielding)
        for button in self._buttons:
            button.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._grow)

    def sizeHint(self) -> QSize:
        return self._size_of(self._buttons)

    def minimumSizeHint(self) -> QSize:
        return self._size_of([button for button in self._buttons if button not in self._yielding])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _grow(self) -> None:
        """Letters of another size need other room."""
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        shown = list(self._buttons)
        for button in self._yielding:
            if self._size_of(shown).width() > self.width():
                shown.remove(button)
        x = 0
        for button in self._buttons:
            button.setVisible(button in shown)
            if button in shown:
                size = button.sizeHint()
                button.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
                x += size.width() + _GAP

    def _size_of(self, buttons: Sequence[Button]) -> QSize:
        sizes = [button.sizeHint() for button in buttons]
        width = sum(size.width() for size in sizes) + _GAP * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))
