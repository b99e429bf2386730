"""The head of the monteurscherm: whose day it is, how much was done, whether the data answer, day and time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from werkplaats.i18n import _
from werkplaats.ui.aanraken import PAD, TouchButton, paint_touch_chip
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.merk import paint_mark
from werkplaats.ui.theme import set_look, theme


class _Mark(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(theme().px(32), theme().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_mark(QPainter(self), QRectF(self.rect()))


class _Connection(QWidget):
    """A chip: the data answer, or they do not."""

    def __init__(self) -> None:
        super().__init__()
        self.connected = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_connected(connected=True)

    def show_connected(self, *, connected: bool) -> None:
        """Says whether they do."""
        self.connected = connected
        self._word = _("Verbonden") if connected else _("Geen verbinding")
        self.setAccessibleName(self._word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme().font("touch_small"))
        return QSize(round(metrics.horizontalAdvance(self._word)) + theme().px(44), round(metrics.height()) + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, icon = ("ok", "verbonden") if self.connected else ("error", "cloud-slash")
        paint_touch_chip(painter, self.width(), self.height() / 2, self._word, role, icon)


class Kop(QFrame):
    """``name_asked``: another mechanic wants his day; ``left``: back to the window behind."""

    name_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, box="status")
        self.name = TouchButton("", "persoon")
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.name.clicked.connect(self.name_asked)
        self._own = Label("", "touch_title")
        self.name.hide()
        self.says = ""
        self._says = ElidedLabel("", "touch_body", "text_2")
        self._connection = _Connection()
        self._date = Label("", "touch_body", "text_2")
        self._time = Label("", "touch_title")
        close = TouchButton(_("Sluiten"), "sluiten", "F12")
        close.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        close.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD, 4, PAD, 4)
        row.setSpacing(PAD)
        row.addWidget(_Mark())
        row.addWidget(self._own)
        row.addWidget(self.name)
        row.addWidget(self._says, 1)
        for part in (self._connection, self._date, self._time, close):
            row.addWidget(part)

    def show_day(self, naam: str, says: str) -> None:
        """Whose day, and how it goes."""
        if self.name.text() != naam:
            self.name.say(naam, "persoon")
            self._own.setText(naam)
        self.says = says
        self._says.set_text(says)

    def show_time(self, day: str, time: str) -> None:
        """The day and the time."""
        self._date.setText(day)
        self._time.setText(time)

    def show_connected(self, *, connected: bool) -> None:
        """Whether the data answer."""
        if self._connection.connected != connected:
            self._connection.show_connected(connected=connected)

    def may_choose(self, *, may: bool) -> None:
        """Whether this person may open the day of another: then his name is a button, else it is only read."""
        self.name.setVisible(may)
        self._own.setVisible(not may)
