"""A sign that can be pressed, drawn by ourselves: the style of Qt's own buttons is not loaded before the paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from werkplaats.ui.icons import paint_icon
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class SignButton(QAbstractButton):
    """A quiet square with a sign that all users know; ``name`` is its tooltip and spoken name."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_sign(icon, name)

    def show_sign(self, icon: str, name: str) -> None:
        """Shows another sign, and says what it does."""
        self._sign = icon
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().size("icon_button")
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color(ground))
            radius = tokens().radius["control"]
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        side = theme().px(tokens().icon_px["button"])
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, place, self._sign, theme().color("text_2"))
