"""The keys of the grid, on their buttons, at the right of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.theme import set_look, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

_WIDTH = 224


class Paneel(QFrame):
    """Buttons under each other; each does what its key does, anywhere in the window."""

    def __init__(self, window: QWidget, groups: Sequence[Sequence[tuple[str, str, str, Callable[[], None]]]]) -> None:
        super().__init__()
        set_look(self, box="canvas")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        self.setAccessibleName(_("Toetsen"))
        for group in groups:
            for words, icon, key, act in group:
                column.addWidget(_button(window, words, icon, key, act))
            column.addSpacing(8)
        column.addStretch()
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(theme().text_px(_WIDTH))


def _button(window: QWidget, words: str, icon: str, key: str, act: Callable[[], None]) -> Button:
    button = Button(words, icon=icon, key=key)
    button.align_left()
    # By the keyboard it is its key; Tab goes straight from the grid to the fields under it.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    # Without the "checked" that the button tells: a key tells nothing either.
    button.clicked.connect(lambda _checked: act())
    QShortcut(QKeySequence(key), window, act)
    return button
