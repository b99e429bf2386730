"""The ring around what has the focus: 2 px wide, 2 px outside the control, shown after the keyboard was used.

Fields, lists and tabs draw their own focus; the ring is for all the rest. It lies beside the control in the same
parent, so that a scroll area cuts it off together with the control.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

_WIDTH = 2
_GAP = 2
_OUT = _WIDTH + _GAP


class FocusRing(QObject):
    """Moves the ring with the focus, in all windows of the application; make one, after the theme."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._move)

    def _move(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.leave()
        self._ring = None
        # A mouse button that is down now is what moved the focus; whoever clicks sees where he is.
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and not by_mouse and _wants_ring(new):
            self._ring = _Ring(new)


def _wants_ring(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.parentWidget() is not None


class _Ring(QWidget):
    """One ring, for as long as its control has the focus."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around.parentWidget())
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.installEventFilter(self)
        self._follow()
        self.show()

    def leave(self) -> None:
        """The focus has gone elsewhere."""
        if shiboken6.isValid(self._around):
            self._around.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follows the control when a layout moves it."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.Show):
            self.setVisible(event.type() == QEvent.Type.Show)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("text"), _WIDTH))
        half, radius = _WIDTH / 2, tokens().radius["control"] + _GAP
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _follow(self) -> None:
        self.setGeometry(self._around.geometry().adjusted(-_OUT, -_OUT, _OUT, _OUT))
        self.raise_()
