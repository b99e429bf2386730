"""The ring around what has the focus: 2 px wide, 2 px outside the control, shown after the keyboard was used.

Fields, lists and tabs draw their own focus; the ring is for all the rest. It lies in the window above the control, or
in the page of a scroll area, which cuts it off together with the control.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

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


def _around(widget: QWidget) -> list[QWidget]:
    """A control and what it lies in, up to the page of a scroll area or the window: there is room for the ring."""
    chain = [widget]
    parent = widget.parentWidget()
    while parent is not None:
        chain.append(parent)
        viewport = parent.parentWidget()
        if parent.isWindow() or (viewport is not None and isinstance(viewport.parentWidget(), QAbstractScrollArea)):
            break
        parent = viewport
    return chain


class _Ring(QWidget):
    """One ring, for as long as its control has the focus."""

    def __init__(self, around: QWidget) -> None:
        *self._watched, self._host = _around(around)
        super().__init__(self._host)
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in self._watched:
            widget.installEventFilter(self)
        self._follow()
        self.show()

    def leave(self) -> None:
        """The focus has gone elsewhere."""
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follows the control when a layout moves it or something around it."""
        moved = event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
        # A window that is being destroyed hides its children one after the other.
        if moved and shiboken6.isValid(self._around) and shiboken6.isValid(self._host):
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("text"), _WIDTH))
        half, radius = _WIDTH / 2, tokens().radius["control"] + _GAP
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _follow(self) -> None:
        self.setVisible(self._around.isVisibleTo(self._host))
        corner = self._around.mapTo(self._host, QPoint(0, 0))
        self.setGeometry(QRect(corner, self._around.size()).adjusted(-_OUT, -_OUT, _OUT, _OUT))
        self.raise_()
