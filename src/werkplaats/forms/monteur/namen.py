"""Whose day it is, on a screen that several share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from werkplaats.forms.monteur.blad import Blad
from werkplaats.i18n import _
from werkplaats.ui.aanraken import GAP, TouchButton

if TYPE_CHECKING:
    from werkplaats.domain.monteurwerk import Monteur

_COLUMNS = 2


class NamenBlad(Blad):
    """``chosen``: a mechanic."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Wie werkt er?"))
        self.buttons: list[TouchButton] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)

    def show_names(self, monteurs: tuple[Monteur, ...]) -> None:
        """Shows the mechanics; asked once, when the screen opens."""
        for at, monteur in enumerate(monteurs):
            button = TouchButton(monteur.naam, "persoon")
            button.clicked.connect(partial(self.chosen.emit, monteur))
            self.buttons.append(button)
            self._grid.addWidget(button, at // _COLUMNS, at % _COLUMNS)

    def begin(self) -> None:
        """Puts the keyboard on the first name."""
        (self.buttons[0] if self.buttons else self.back_button).setFocus()
