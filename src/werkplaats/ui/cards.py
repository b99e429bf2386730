"""Surfaces and what divides them: card, quiet note, hair line, heading of a group, page that scrolls."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from werkplaats.ui.labels import Label
from werkplaats.ui.sign import Sign
from werkplaats.ui.theme import set_look, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_CARD_PADDING = 16


def fill_hair_line(painter: QPainter, x: float, y: float, width: float, role: str = "line") -> None:
    """Draws a horizontal line of one device pixel, sharp at every ratio, just above y."""
    to_device = painter.deviceTransform()
    place = to_device.mapRect(QRectF(x, y, width, 0))
    # At 150 % a logical edge may fall between two device pixels; the line takes the last whole one above it.
    line = QRectF(round(place.left()), math.floor(place.top() + 0.01) - 1, round(place.width()), 1)
    back, _possible = to_device.inverted()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(back.mapRect(line), theme().color(role))
    painter.restore()


class HairLine(QWidget):
    """A line that divides: one device pixel."""

    def __init__(self, role: str = "line") -> None:
        super().__init__()
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(8, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill_hair_line(QPainter(self), 0, self.height(), self.width(), self._role)


class Heading(QWidget):
    """The heading of a group: a semibold word, a hair line, and at the right an optional fact with its sign."""

    def __init__(self, text: str, note: str = "", icon: str = "") -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setSpacing(12)
        self.set_space_above(0)
        self._words = Label(text, "strong")
        layout.addWidget(self._words)
        layout.addWidget(HairLine(), 1)
        self._fact = QWidget(self)
        self._fact.hide()
        if note:
            fact = QHBoxLayout(self._fact)
            fact.setContentsMargins(0, 0, 0, 0)
            fact.setSpacing(4)
            if icon:
                fact.addWidget(Sign(icon, "text_2", tokens().icon_px["caption"]))
            fact.addWidget(Label(note, "small", "text_2"))
            layout.addWidget(self._fact)
            self._fact.show()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Names the group otherwise."""
        self._words.setText(text)
        self.setAccessibleName(text)

    def show_note(self, *, shown: bool) -> None:
        """Shows or hides the fact at the right, where it does not concern everybody."""
        self._fact.setVisible(shown)

    def set_space_above(self, space: int) -> None:
        """Keeps a group clear of the one above it."""
        self._above = space
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, space, 0, 0)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().size("group_heading") + self._above)


class Card(QFrame):
    """A white surface with a hair edge and round corners; put the content in ``body``."""

    def __init__(self, title: str = "", padding: int = _CARD_PADDING) -> None:
        super().__init__()
        set_look(self, box="card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)
        if title:
            self.body.addWidget(Label(title, "subtitle"))


class Note(QFrame):
    """A quiet block beside the fields: sign, bold line, and under it what there is to know or do (``body``)."""

    def __init__(self, title: str, role: str = "text_2", icon: str = "", *, fill: bool = False) -> None:
        super().__init__()
        set_look(self, box="note")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 8, 8, 8)
        self.body.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        if icon:
            head.addWidget(Sign(icon, role, fill=fill))
        head.addWidget(Label(title, "strong", wrap=True), 1)
        self.body.addLayout(head)


class PageScroll(QScrollArea):
    """The page of a dialog: it scrolls where the window is low, so that header and buttons stay."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        set_look(self, box="page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        # A scroll area fills its page and viewport with the grey of the window; the surface below is to show through.
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
