"""Small carriers of a word: the chip of a state, the badge that counts, the cap of a key; each also as a painter."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkplaats.ui.icons import paint_icon
from werkplaats.ui.theme import show_when, theme
from werkplaats.ui.tokens import StateLook, tokens
from werkplaats.ui.zetwerk import lay_out

_CHIP_PADDING = 8
_CHIP_GAP = 4
_CAP_PADDING = 5
_BADGE_PADDING = 5
_MOST = 99


def state_look(kind: str, state: str) -> StateLook:
    """How a state of a kind (``pechhulp``, ``postbus``, ``melding`` …) is shown."""
    return tokens().state[kind][state]


def chip_width(text: str, icon: str, *, fill: bool = True) -> float:
    """The width of a chip."""
    sign = theme().px(tokens().icon_px["caption"]) + _CHIP_GAP if icon else 0
    return lay_out(text, "chip").width + sign + (2 * _CHIP_PADDING if fill else 0)


def paint_chip(
    painter: QPainter, x: float, middle: float, text: str, *, role: str, icon: str = "", fill: bool = True
) -> float:
    """Draws a chip from x, around a height, and gives its width; without fill it is quiet: sign and word only."""
    height, side = theme().size("chip"), theme().px(tokens().icon_px["caption"])
    width = chip_width(text, icon, fill=fill)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = x
    if fill:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(f"{role}_bg"))
        painter.drawRoundedRect(QRectF(x, middle - height / 2, width, height), height / 2, height / 2)
        left += _CHIP_PADDING
    if icon:
        paint_icon(painter, QRectF(left, middle - side / 2, side, side), icon, theme().color(role))
        left += side + _CHIP_GAP
    painter.setPen(theme().color(role))
    lay_out(text, "chip").draw_around(painter, left, middle)
    painter.restore()
    return width


def keycap_width(key: str) -> float:
    """The width of the cap of a key; one letter makes a square."""
    return max(float(theme().size("keycap")), lay_out(key, "caption").width + 2 * theme().px(_CAP_PADDING))


def paint_keycap(painter: QPainter, x: float, middle: float, key: str, *, ink: QColor, edge: QColor) -> float:
    """Draws the cap of a key from x, around a height, and gives its width."""
    width, height = keycap_width(key), theme().size("keycap")
    rect = QRectF(math.floor(x), round(middle - height / 2), math.ceil(width), height)
    radius = tokens().radius["keycap"]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(ink)
    laid = lay_out(key, "caption")
    laid.draw_around(painter, rect.center().x() - laid.width / 2, middle)
    painter.restore()
    return width


def badge_text(count: int) -> str:
    """What a badge says: a number, above 99 "99+"."""
    return f"{_MOST}+" if count > _MOST else str(count)


def badge_width(count: int) -> float:
    """The width of a badge; one figure makes a circle."""
    return max(float(theme().size("badge")), lay_out(badge_text(count), "badge").width + 2 * theme().px(_BADGE_PADDING))


def paint_badge(painter: QPainter, x: float, middle: float, count: int, role: str) -> float:
    """Draws a badge from x, around a height, and gives its width; a count of 0 has none."""
    if count <= 0:
        return 0.0
    width, height = badge_width(count), theme().size("badge")
    rect = QRectF(x, middle - height / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(role))
    painter.drawRoundedRect(rect, height / 2, height / 2)
    painter.setPen(theme().color("surface"))
    laid = lay_out(badge_text(count), "badge")
    laid.draw_around(painter, rect.center().x() - laid.width / 2, middle)
    painter.restore()
    return width


class _Small(QWidget):
    """What the three have in common: as large as their content, drawn again when the theme changes."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()


class Chip(_Small):
    """The state of a thing: sign, word and colour; filled means open, quiet means settled."""

    def __init__(self, text: str = "", role: str = "idle", icon: str = "", *, fill: bool = True) -> None:
        super().__init__(None)
        self.show_state(text, role, icon, fill=fill)

    @classmethod
    def of_state(cls, kind: str, state: str, text: str) -> Chip:
        """The chip of a state of the tokens, with the word that the door says for it."""
        look = state_look(kind, state)
        return cls(text, look.role, look.icon, fill=look.fill)

    def show_state(self, text: str, role: str, icon: str = "", *, fill: bool = True) -> None:
        """Shows another state."""
        self._text, self._role, self._sign, self._filled = text, role, icon, fill
        self.setAccessibleName(text)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return QSize(math.ceil(chip_width(self._text, self._sign, fill=self._filled)), theme().size("chip"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the chip."""
        painter = QPainter(self)
        paint_chip(painter, 0, self.height() / 2, self._text, role=self._role, icon=self._sign, fill=self._filled)


class Badge(_Small):
    """Counts what needs a person: ``error`` for refused or doubted, ``warn`` for uncertain; hidden at 0."""

    def __init__(self, count: int = 0, role: str = "error", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_count(count, role)

    def show_count(self, count: int, role: str = "error") -> None:
        """Shows another count."""
        self._count, self._role = count, role
        self.setAccessibleName(badge_text(count))
        show_when(self, count > 0)
        self._fit()

    def sizeHint(self) -> QSize:
        """A circle, wider for more figures."""
        return QSize(math.ceil(badge_width(self._count)), theme().size("badge"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the badge."""
        painter = QPainter(self)
        paint_badge(painter, 0, self.height() / 2, self._count, self._role)


class KeyCap(_Small):
    """The cap of a key beside the word of what it does."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        """As wide as the key's name."""
        return QSize(math.ceil(keycap_width(self._key)), theme().size("keycap"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the cap."""
        painter = QPainter(self)
        ink, edge = theme().color("text_2"), theme().color("line_2")
        paint_keycap(painter, 0, self.height() / 2, self._key, ink=ink, edge=edge)
