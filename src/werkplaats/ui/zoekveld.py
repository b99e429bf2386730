"""The search box: one line that keeps the focus while arrows move through the list below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from werkplaats.i18n import _
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.signbutton import SignButton
from werkplaats.ui.theme import set_letter, set_look, theme
from werkplaats.ui.tokens import tokens

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_LONGEST = 200
_INSET = 14


class SearchBox(QLineEdit):
    """Signals what the keys mean: ``moved`` by so many lines, ``opened``; Esc wipes the text.

    ``is_entered`` remembers an Enter that nobody could answer yet, until the text changes or it is answered.
    """

    moved = Signal(int)
    opened = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_letter(self, "touch_body")
        set_look(self, search="big")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(_LONGEST)
        self._clear = SignButton("sluiten", _("Wissen"), self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.is_entered = False
        self.textChanged.connect(self._show_clear)
        self._fit()
        theme().changed.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.is_entered = True
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().px(tokens().icon_px["nav"])
        place = QRectF(_INSET, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), place, "zoeken", theme().color("text_2"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._clear.sizeHint().width()
        self._clear.move(self.width() - side - 8, (self.height() - side) // 2)

    def _show_clear(self, text: str) -> None:
        self.is_entered = False
        self._clear.setVisible(bool(text))

    def _fit(self) -> None:
        left = _INSET + theme().px(tokens().icon_px["nav"]) + 2
        self.setTextMargins(left, 0, theme().size("icon_button") + 4, 0)
        self._clear.resize(self._clear.sizeHint())
