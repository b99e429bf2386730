"""The heading above a page of the settings: its sign and title, one sentence, and how it stands with the page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.ui.chip import Chip
from werkplaats.ui.labels import Label
from werkplaats.ui.sign import Sign
from werkplaats.ui.tokens import tokens


class PaginaKop(QWidget):
    """Stays in sight while the page scrolls; there is one title per window, that of the open page."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Sign("instellingen", "text_2", tokens().icon_px["nav"])
        self._title = Label("", "title")
        self._sentence = Label("", "body", "text_2", wrap=True)
        self._chip = Chip()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._sentence)
        self._chip.hide()

    @property
    def title(self) -> str:
        """The page that is open, as it is called."""
        return self._title.text()

    def show_page(self, icon: str, title: str, sentence: str) -> None:
        """Names the page that is open."""
        self._sign.set_sign(icon, "text")
        self._title.setText(title)
        self._sentence.setText(sentence)

    def show_state(self, text: str, role: str, icon: str) -> None:
        """Shows how it stands with the page; an empty text takes that away."""
        self._chip.setVisible(bool(text))
        if text:
            self._chip.show_state(text, role, icon)
