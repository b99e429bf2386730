"""The pane beside a list: the chosen line at length, and what can be done with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from werkplaats.ui.theme import set_look, theme

_WIDTH, _NARROW_WIDTH = 360, 320


class ListPane(QFrame):
    """Of a list that has one; ``acted`` says that something was done, so that the list is read anew."""

    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._narrow = False
        set_look(self, box="card")
        theme().changed.connect(self._fit)
        self._fit()

    def show_line(self, line: Any | None) -> None:
        """Shows a line, or that nothing is chosen."""
        raise NotImplementedError

    def set_narrow(self, *, narrow: bool) -> None:
        """Leaves more room to the list, in a narrow window."""
        self._narrow = narrow
        self._fit()

    def hold(self, inside: QWidget) -> None:
        """Lays what the pane shows in the card; where that is higher than the window it scrolls."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        set_look(area, box="clear")
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(area)

    def _fit(self) -> None:
        self.setFixedWidth(theme().px(_NARROW_WIDTH if self._narrow else _WIDTH))
