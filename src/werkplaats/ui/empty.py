"""What stands where a list would be when there is nothing to list: why, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from werkplaats.ui.labels import Label
from werkplaats.ui.sign import Sign
from werkplaats.ui.theme import show_when
from werkplaats.ui.tokens import tokens


class EmptyList(QWidget):
    """A sign, one sentence, what to do next, and the buttons that do it (at most one of them the main one)."""

    def __init__(self, icon: str, sentence: str, advice: str = "", *buttons: QPushButton) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(Sign(icon, "text_3", tokens().icon_px["empty"]), 0, Qt.AlignmentFlag.AlignHCenter)
        self._sentence = self._line(layout, sentence, "strong", "text")
        self._advice = self._line(layout, advice, "body", "text_2")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)

    def say(self, sentence: str, advice: str = "") -> None:
        """Says something else, such as the words that were searched for."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))

    def _line(self, layout: QVBoxLayout, text: str, letter: str, role: str) -> Label:
        line = Label(text, letter, role, wrap=True)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        show_when(line, bool(text))
        layout.addWidget(line)
        return line
