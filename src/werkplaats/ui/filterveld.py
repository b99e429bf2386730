"""The small search line above a list: it picks what has the typed words in it; a key brings the cursor there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from werkplaats.ui.chip import keycap_width, paint_keycap
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.theme import set_letter, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_INSET = 9
_GAP = 8


class FilterField(QLineEdit):
    """``opened`` is Enter, ``down`` the way into the list; Esc wipes. The cap shows the key that leads here."""

    opened = Signal()
    down = Signal()

    def __init__(self, name: str, placeholder: str, key: str = "") -> None:
        super().__init__()
        self._key = key
        self.setProperty("field", True)
        set_letter(self, "body")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self._fit)
        theme().changed.connect(self._fit)
        self._fit()

    def event(self, event: QEvent) -> bool:
        # Esc first wipes what was typed here; only then it means the window.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._wipes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._wipes(event):
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme().px(tokens().icon_px["button"])
        paint_icon(painter, QRectF(_INSET, (self.height() - side) / 2, side, side), "zoeken", theme().color("text_2"))
        if self._key and not self.text():
            left = self.width() - keycap_width(self._key) - 6
            ink, edge = theme().color("text_2"), theme().color("line_2")
            paint_keycap(painter, left, self.height() / 2, self._key, ink=ink, edge=edge)

    def _wipes(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and bool(self.text())

    def _fit(self) -> None:
        left = theme().px(tokens().icon_px["button"]) + _GAP
        right = round(keycap_width(self._key)) if self._key and not self.text() else 0
        self.setTextMargins(left, 0, right, 0)
