"""The buttons: icon, word with its Alt letter, and the key that does the same in a cap at the right."""

from __future__ import annotations

import math
import time
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from werkplaats.ui.chip import keycap_width, paint_keycap
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.theme import set_letter, theme
from werkplaats.ui.tokens import tokens

Kind = Literal["main", "normal", "quiet", "danger", "small"]

_SCAN_SECONDS = 0.1
"""Nobody types this fast: signs that come closer together are a scanner's."""

_GAP = 8
_PADDING = {"main": 13, "normal": 13, "quiet": 7, "danger": 13, "small": 9}
_INK = {"main": "on_accent", "danger": "error"}


class Button(QPushButton):
    """A button; ``icon`` is a sign's name or meaning, ``key`` the text of the cap, a kind ``small`` is 28 px high.

    One ``main`` button per window. A button with a menu (``setMenu``) shows a caret. Text takes an Alt letter by "&".
    The cap only shows the key; the window binds it.
    """

    def __init__(
        self, text: str, icon: str = "", key: str = "", kind: Kind = "normal", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._sign = icon
        self._key = key
        self._kind = kind
        self._aligned_left = False
        self._sign_role: str | None = None
        self.setProperty("kind", kind)
        self._last_key = 0.0
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_letter(self, "body_main" if kind == "main" else "body")
        theme().changed.connect(self.updateGeometry)

    @property
    def key(self) -> str:
        """The key that the cap shows."""
        return self._key

    def set_key(self, key: str) -> None:
        """Shows another key in the cap, or none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_sign(self, icon: str, role: str | None = None) -> None:
        """Shows another sign, in the colour of a role or that of its kind."""
        self._sign = icon
        self._sign_role = role
        self.updateGeometry()
        self.update()

    def align_left(self) -> None:
        """Puts the content at the left and the cap at the right, for buttons under each other in a panel."""
        self._aligned_left = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its parts, at the height of its kind."""
        name = "button_small" if self._kind == "small" else "button"
        width = self._content_width() + 2 * theme().px(_PADDING[self._kind])
        return QSize(math.ceil(width), theme().size(name))

    def minimumSizeHint(self) -> QSize:
        """No part of a button is ever cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style draws the ground, by the style sheet; the content is ours."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        if theme().high_contrast:
            painter.setPen(theme().color("text"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        self._paint_content(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as the space bar does; a barcode scanner, whose signs come close together, presses nothing."""
        now = time.monotonic()
        scanned, self._last_key = now - self._last_key < _SCAN_SECONDS, now
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if scanned and (enters or event.key() == Qt.Key.Key_Space):
            event.accept()
        elif enters and plain and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Has the style sheet's hover drawn."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Has the style sheet's hover taken away."""
        super().leaveEvent(event)
        self.update()

    def _paint_content(self, painter: QPainter) -> None:
        padding = theme().px(_PADDING[self._kind])
        spare = (self.width() - self._content_width()) / 2
        x = float(padding) if self._aligned_left else max(spare, 0.0)
        if self._sign:
            side = self._sign_px()
            paint_icon(painter, QRectF(x, (self.height() - side) / 2, side, side), self._sign, self._sign_ink())
            x += side + (_GAP if self.text() else 0)
        if self.text():
            x = self._paint_text(painter, x)
        if self._key:
            width = keycap_width(self._key)
            left = self.width() - padding - width if self._aligned_left else x + _GAP
            paint_keycap(painter, left, self.height() / 2, self._key, ink=self._cap_ink(), edge=self._cap_edge())
            x = left + width
        if self.menu() is not None:
            side = self._caret_px()
            paint_icon(painter, QRectF(x + 4, (self.height() - side) / 2, side, side), "menu_open", self._sign_ink())

    def _paint_text(self, painter: QPainter, x: float) -> float:
        width = self._text_width()
        painter.setFont(self.font())
        painter.setPen(self._ink())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(x, 0, width + 1, self.height()), int(flags), self.text())
        return x + width

    def _content_width(self) -> float:
        parts = [float(self._sign_px())] if self._sign else []
        if self.text():
            parts.append(self._text_width())
        if self._key:
            parts.append(keycap_width(self._key))
        width = sum(parts) + _GAP * max(0, len(parts) - 1)
        return width + (4 + self._caret_px() if self.menu() is not None else 0)

    def _text_width(self) -> float:
        metrics = QFontMetricsF(self.font())
        return metrics.size(int(Qt.TextFlag.TextShowMnemonic), self.text()).width()

    def _sign_px(self) -> int:
        return theme().px(tokens().icon_px["button"])

    def _caret_px(self) -> int:
        return theme().px(12)

    def _ink(self) -> QColor:
        return self._color(_INK.get(self._kind, "text"))

    def _sign_ink(self) -> QColor:
        return self._color(self._sign_role or _INK.get(self._kind, "text_2"))

    def _cap_ink(self) -> QColor:
        return self._color("on_accent" if self._kind == "main" else "text_2")

    def _color(self, role: str) -> QColor:
        """In high contrast the ground is the system's, whatever the kind, and so is the ink."""
        if not self.isEnabled():
            return theme().color("text_off")
        return theme().color("text" if theme().high_contrast else role)

    def _cap_edge(self) -> QColor:
        if not self.isEnabled():
            return theme().color("line")
        return theme().color("on_accent", 0.6) if self._kind == "main" else theme().color("line_2")


class IconButton(Button):
    """A quiet square button with a sign only, for signs that all know; ``name`` is its tooltip and spoken name."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", icon, kind="quiet", parent=parent)
        self.setToolTip(name)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """A square."""
        side = theme().size("icon_button")
        return QSize(side, side)
