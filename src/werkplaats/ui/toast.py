"""The toast: a short word about what went well, bottom left; never for a problem, never over a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from werkplaats.ui.labels import Label
from werkplaats.ui.sign import Sign
from werkplaats.ui.theme import set_look, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

_MARGIN = 24


class Toast(QFrame):
    """One at a time, for six seconds, at the lower left of the page beside the navigation; a press takes it away."""

    def __init__(self, window: QWidget, beside: QWidget) -> None:
        super().__init__(window)
        set_look(self, box="toast")
        self._beside = beside
        self._words = Label("", "body", "inverse")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(tokens().time_ms["toast"])
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(Sign("check-circle", "surface", fill=True))
        row.addWidget(self._words)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or nothing while it is away."""
        return "" if self.isHidden() else self._words.text()

    def say(self, text: str) -> None:
        """Says that something went well."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.hide()

    def _place(self) -> None:
        self.resize(self.sizeHint().width(), theme().size("toast"))
        self.move(self._beside.geometry().right() + _MARGIN, self._beside.geometry().bottom() - self.height() - _MARGIN)
