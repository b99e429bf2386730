"""The line at the bottom of the window: what is always worth knowing, grey as long as nobody must act."""

from __future__ import annotations

import math
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from werkplaats.i18n import _, ngettext
from werkplaats.ui.chip import Chip
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.sign import Sign
from werkplaats.ui.theme import set_letter, set_look, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence


class StatusItem(QWidget):
    """A sign and a few words behind a hair line; hidden while it says nothing."""

    def __init__(self, icon: str, rule: Qt.Edge = Qt.Edge.LeftEdge) -> None:
        super().__init__()
        self._icon = icon
        self._rule = rule
        self._sign = Sign(icon, "text_2", tokens().icon_px["caption"])
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        set_letter(self._words, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, text: str, role: str = "text_2") -> None:
        """Shows words; a role other than ``text_2`` asks for attention."""
        self._words.setText(text)
        set_letter(self._words, "small" if role == "text_2" else "chip")
        set_look(self._words, role=role)
        self._sign.set_sign(self._icon, role)
        self.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        left = 0 if self._rule == Qt.Edge.LeftEdge else self.width() - 1
        QPainter(self).fillRect(left, 0, 1, self.height(), theme().color("line"))


class StatusButton(QAbstractButton):
    """A sign and words that can be pressed, as low as the status bar."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        self._icon = icon
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        set_letter(self, "small")

    def sizeHint(self) -> QSize:
        side = theme().px(tokens().icon_px["caption"])
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(math.ceil(8 + side + 4 + words + 8), theme().size("min_target_mouse"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme().color("hover"))
        side = theme().px(tokens().icon_px["caption"])
        paint_icon(painter, QRectF(8, (self.height() - side) / 2, side, side), self._icon, theme().color("text_2"))
        painter.setFont(self.font())
        painter.setPen(theme().color("text_2"))
        painter.drawText(self.rect().adjusted(12 + side, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class StatusBar(QFrame):
    """Left the practice pill, the postbus and where the data are; right the shop, the user and the help key."""

    help_asked = Signal()
    shop_asked = Signal(int)

    def __init__(self, *, oefenen: bool) -> None:
        super().__init__()
        set_look(self, box="status")
        self.postbus = StatusItem("postbus")
        self.opslag = StatusItem("reservekopie")
        self.taken = StatusItem("sun-horizon")
        self.let_op = StatusItem("warning")
        self.shop = StatusItem("vestiging", Qt.Edge.RightEdge)
        self._shop_choice = StatusButton("vestiging", "")
        self._shop_choice.clicked.connect(self._open_shops)
        self._shops: tuple[tuple[int, str], ...] = ()
        self.user = StatusItem("persoon", Qt.Edge.RightEdge)
        self._help = StatusButton("hulp", _("{toets} Hulp").format(toets=tokens().key["help"]))
        self._help.clicked.connect(self.help_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(0)
        if oefenen:
            row.addWidget(Chip(_("Oefenomgeving"), "busy", "oefenomgeving"))
            row.addSpacing(8)
        for item in (self.postbus, self.taken, self.opslag, self.let_op):
            row.addWidget(item)
        row.addStretch()
        for part in (self.shop, self._shop_choice, self.user, self._help):
            row.addWidget(part)
        self._help.hide()
        self._shop_choice.hide()
        self._fit()
        theme().changed.connect(self._fit)

    def offer_help(self, *, offered: bool) -> None:
        """Shows the help key when there is help to show."""
        self._help.setVisible(offered)

    @property
    def shop_name(self) -> str:
        """In which shop one works."""
        return self._shop_choice.text()

    def show_shop(self, name: str) -> None:
        """Says in which shop one works."""
        self._shop_choice.setText(name)
        self._shop_choice.updateGeometry()
        self.shop.say("" if self._shops else name)

    def offer_shops(self, shops: Sequence[tuple[int, str]]) -> None:
        """Lets one choose between these shops, by a press on the name of one's own."""
        self._shops = tuple(shops)
        self._shop_choice.setVisible(bool(self._shops))
        self._shop_choice.setAccessibleDescription(_("Kies een andere vestiging"))
        self._shop_choice.setToolTip(_("Kies een andere vestiging"))
        self.show_shop(self.shop_name)

    def _open_shops(self) -> None:
        menu = import_module("werkplaats.ui.menu").Menu(self._shop_choice)
        for shop_id, name in self._shops:
            here = name == self._shop_choice.text()
            menu.add(name, "akkoord" if here else "").triggered.connect(partial(self.shop_asked.emit, shop_id))
        place = self._shop_choice.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4))
        menu.open_once(place)

    def show_postbus(self, waiting: int, uncertain: int, failed: int) -> None:
        """Says how the postbus stands: what needs a person first."""
        if failed:
            self.postbus.say(_("Postbus: {aantal} mislukt").format(aantal=failed), "error")
        elif uncertain:
            self.postbus.say(_("Postbus: {aantal} onzeker").format(aantal=uncertain), "warn")
        elif waiting:
            self.postbus.say(_("Postbus: {aantal} te verzenden").format(aantal=waiting))
        else:
            self.postbus.say(_("Postbus: alles verzonden"))

    def show_tasks(self, failed: int, whom: Sequence[str]) -> None:
        """Says that tasks of the day failed, and who can do something about it."""
        words = ngettext("{aantal} dagtaak mislukt", "{aantal} dagtaken mislukt", failed).format(aantal=failed)
        names = _(" of ").join(whom)
        call = _("waarschuw {namen}").format(namen=names) if names else _("waarschuw een beheerder")
        self.taken.say(f"{words}: {call}" if failed else "", "error")

    def _fit(self) -> None:
        self.setFixedHeight(theme().size("statusbar"))
