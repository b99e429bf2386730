"""The field for a note of several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from werkplaats.ui.fields.base import FieldBase, Remarks
from werkplaats.ui.theme import set_letter, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

_EDGES = 10


class NoteField(FieldBase, QPlainTextEdit):
    """Words over several lines; Tab goes on to the next field, Enter begins a line."""

    changed = Signal()
    left = Signal()

    def __init__(self, veld: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.veld = veld
        self.remarks = Remarks(self)
        self._lines = lines
        self.setProperty("field", True)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_letter(self, "body")
        self.textChanged.connect(self.changed)
        theme().changed.connect(self.updateGeometry)

    def value(self) -> str:
        """The note, without empty lines and spaces around it."""
        return self.toPlainText().strip()

    def set_value(self, value: str, /) -> None:
        """Shows a note from its beginning."""
        if value != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(value)
            self.blockSignals(False)

    def set_read_only(self, read_only: bool) -> None:
        """A note that is only read can still be copied from."""
        self.setReadOnly(read_only)
        self.style().unpolish(self)
        self.style().polish(self)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        height = QFontMetrics(self.font()).lineSpacing() * self._lines + _EDGES
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(64), self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
