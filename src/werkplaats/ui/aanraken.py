"""Controls for fingers, gloves and dirty hands: large buttons, tiles and ticks, and one line that says what happened.

None is lower than 64 px and no letter is below 15; the key that does the same stands on each button.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QScroller, QSizePolicy, QVBoxLayout

from werkplaats.ui.icons import paint_icon
from werkplaats.ui.labels import Label
from werkplaats.ui.sign import Sign
from werkplaats.ui.theme import set_letter, set_look, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent
    from PySide6.QtWidgets import QWidget

TouchKind = Literal["main", "normal", "danger"]

PAD = 16
GAP = 12
_ICON_GAP = 12
_SIGNS = {"error": "warning-octagon", "warn": "warning", "info": "info", "ok": "check-circle"}


def finger_area(page: QWidget) -> QScrollArea:
    """A page that a finger pushes up and down, on the ground that lies behind it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    set_look(area, box="clear")
    area.setWidget(page)
    # Putting it in has Qt paint a ground of its own.
    page.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
    return area


class Touch(QAbstractButton):
    """What all of them share: a rounded ground that answers the finger, and Enter that presses as space does."""

    def __init__(self, text: str = "", least: str = "touch_target") -> None:
        super().__init__()
        self.setText(text)
        self._least = least
        self.edge = ""
        """A role for a 2 px edge; none is the plain edge."""
        set_letter(self, "touch_body")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(theme().size("touch_target"), self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _height(self) -> int:
        return theme().size(self._least)

    def _ground(self) -> str:
        if not self.isEnabled():
            return "field_ro"
        if self.isDown():
            return "pressed"
        if self.isChecked():
            return f"{self.edge}_bg" if self.edge else "select"
        return "hover" if self.underMouse() else "button"

    def _paint_ground(self, painter: QPainter, ground: str, edge: str, width: float = 1) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half, radius = width / 2, tokens().radius["touch"]
        painter.setPen(QPen(theme().color(edge), width))
        painter.setBrush(theme().color(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _ink(self, role: str) -> QColor:
        return theme().color(role if self.isEnabled() else "text_off")


class TouchButton(Touch):
    """Sign and word in the middle, the key at the right; one ``main`` on a page, the widest and highest."""

    def __init__(self, text: str, icon: str, key: str = "", kind: TouchKind = "normal") -> None:
        super().__init__(text, "touch_main" if kind == "main" else "touch_target")
        self.setAccessibleName(text)
        self._sign, self._key, self._kind = icon, key, kind
        set_letter(self, "touch_strong" if kind == "main" else "touch_body")

    def say(self, text: str, icon: str) -> None:
        """Says another word: what the button does now."""
        self.setText(text)
        self.setAccessibleName(text)
        self._sign = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        icon = theme().px(tokens().icon_px["touch"]) + _ICON_GAP if self._sign else 0
        keys = _advance(self._key) + GAP if self._key else 0
        # The word stands in the middle: what the key takes at the right is free at the left.
        return QSize(math.ceil(words + icon + 2 * keys + 2 * PAD), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        main = self._kind == "main" and self.isEnabled()
        ground, edge = self._ground(), "line_2" if self.isEnabled() else "line"
        if main:
            ground = "accent_pressed" if self.isDown() else "accent_hover" if self.underMouse() else "accent"
            edge = ground
        if self.isChecked() and not main:
            edge = "accent"
        self._paint_ground(painter, ground, self.edge or edge, 2 if self.edge or self.isChecked() else 1)
        ink = self._ink("on_accent" if main else "error" if self._kind == "danger" else "text")
        self._paint_words(painter, ink, self._ink("on_accent" if main else "text_2"))

    def _paint_words(self, painter: QPainter, ink: QColor, quiet: QColor) -> None:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        side = theme().px(tokens().icon_px["touch"]) if self._sign else 0
        gap = _ICON_GAP if self._sign and self.text() else 0
        x = (self.width() - width - side - gap) / 2
        if self._sign:
            paint_icon(painter, QRectF(x, (self.height() - side) / 2, side, side), self._sign, ink)
        painter.setFont(self.font())
        painter.setPen(ink)
        room = QRectF(x + side + gap, 0, width + 1, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), self.text())
        if self._key:
            painter.setFont(theme().font("touch_small"))
            painter.setPen(quiet)
            end = QRectF(self.rect()).adjusted(0, 0, -PAD, 0)
            painter.drawText(end, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._key)


class TouchTile(Touch):
    """A sign with its word, and below it what stands there now; in the colour of a role where that says something."""

    def __init__(self, text: str, icon: str, key: str) -> None:
        super().__init__(text, "touch_tile")
        self._sign, self._key = icon, key
        self._value, self._role = "", ""

    def show_value(self, value: str, role: str = "") -> None:
        """Shows what stands there now."""
        self._value, self._role = value, role
        self.setAccessibleName(f"{self.text()}: {value}")
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme().font("touch_strong")).horizontalAdvance(self.text())
        side = theme().px(tokens().icon_px["touch"])
        return QSize(math.ceil(words + side + _ICON_GAP + _advance(self._key) + GAP + 2 * PAD), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter, self._ground(), self._role or "line_2", 2 if self._role else 1)
        side = theme().px(tokens().icon_px["touch"])
        middle = self.height() * 0.32
        paint_icon(painter, QRectF(PAD, middle - side / 2, side, side), self._sign, self._ink(self._role or "text_2"))
        left = PAD + side + _ICON_GAP
        upper = QRectF(left, middle - side, self.width() - left - PAD, 2 * side)
        painter.setFont(theme().font("touch_strong"))
        painter.setPen(self._ink("text"))
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.setFont(theme().font("touch_small"))
        painter.setPen(self._ink("text_2"))
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._key)
        painter.setFont(theme().font("touch_body"))
        painter.setPen(self._ink(self._role or "text_2"))
        lower = QRectF(PAD, self.height() * 0.52, self.width() - 2 * PAD, self.height() * 0.44)
        value = QFontMetricsF(painter.font()).elidedText(self._value, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignVCenter), value)


class TouchCheck(Touch):
    """A large box with its words, and a smaller line below them; ticked it stands back."""

    def __init__(self, text: str, note: str = "", *, ticked: bool = False) -> None:
        super().__init__(text)
        self.note = note
        self.setCheckable(True)
        self.setChecked(ticked)
        self.setAccessibleName(f"{text}. {note}" if note else text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.underMouse():
            painter.fillRect(self.rect(), theme().color("pressed" if self.isDown() else "hover"))
        side = theme().px(36)
        box = QRectF(PAD, (self.height() - side) / 2, side, side)
        self._paint_box(painter, box)
        left = box.right() + PAD
        room = self.width() - left - PAD
        lines = [(self.text(), "touch_body", "text_2" if self.isChecked() else "text")]
        if self.note:
            lines.append((self.note, "touch_small", "text_2"))
        heights = [QFontMetricsF(theme().font(letter)).height() for _text, letter, _role in lines]
        top = (self.height() - sum(heights)) / 2
        for (text, letter, role), height in zip(lines, heights, strict=True):
            painter.setFont(theme().font(letter))
            painter.setPen(self._ink(role))
            said = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, top, room, height), int(Qt.AlignmentFlag.AlignVCenter), said)
            top += height

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        ticked = self.isChecked()
        painter.setPen(QPen(theme().color("accent" if ticked else "line_strong"), 2))
        painter.setBrush(theme().color("accent" if ticked else "field"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        if ticked:
            paint_icon(painter, box.adjusted(6, 6, -6, -6), "check", theme().color("on_accent"))


class TouchLine(QFrame):
    """Says one thing at a time: what did not succeed and what to do, or what to look at; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Sign("info", "info", 28, fill=True)
        self._what = Label("", "touch_strong", wrap=True)
        self._advice = Label("", "touch_body", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD, GAP, PAD, GAP)
        row.setSpacing(_ICON_GAP)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._advice)
        row.addLayout(words, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        parts = (self._what.text(), self._advice.text())
        return "" if self.isHidden() else " ".join(part for part in parts if part)

    def say(self, what: str, advice: str = "", kind: str = "error") -> None:
        """Says it, with sign and colour of its kind (error, warn, info, ok)."""
        self._what.setText(what)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._sign.set_sign(_SIGNS[kind], kind, fill=True)
        set_look(self, box=kind)
        self.setAccessibleName(f"{what} {advice}".strip())
        self.show()

    def clear(self) -> None:
        """Takes it away."""
        self.hide()


def _advance(key: str) -> float:
    return QFontMetricsF(theme().font("touch_small")).horizontalAdvance(key)


def paint_touch_chip(painter: QPainter, right: float, middle: float, text: str, role: str, icon: str) -> float:
    """Draws the state of a card, ending at ``right``; returns its width."""
    metrics = QFontMetricsF(theme().font("touch_small"))
    side, pad = theme().px(18), theme().px(9)
    width = metrics.horizontalAdvance(text) + side + 6 + 2 * pad
    height = metrics.height() + theme().px(6)
    rect = QRectF(right - width, middle - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(f"{role}_bg"))
    painter.drawRoundedRect(rect, height / 2, height / 2)
    paint_icon(painter, QRectF(rect.left() + pad, middle - side / 2, side, side), icon, theme().color(role))
    painter.setFont(theme().font("touch_small"))
    painter.setPen(theme().color(role))
    painter.drawText(rect.adjusted(pad + side + 6, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), text)
    return width
