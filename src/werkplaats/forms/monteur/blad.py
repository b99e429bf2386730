"""What the pages of the monteurscherm share: a heading with the way back, and the page below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.aanraken import GAP, TouchButton
from werkplaats.ui.labels import Label

MARGIN = 24


class Blad(QWidget):
    """One page; ``back`` asks for the card again."""

    back = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(MARGIN)
        self.title = Label(title, "touch_title")
        self.back_button = TouchButton(_("Terug"), "vorige", "Esc")
        self.back_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.back_button.clicked.connect(self.back)
        head.addWidget(self.back_button)
        head.addWidget(self.title, 1)
        self.column.addLayout(head)
