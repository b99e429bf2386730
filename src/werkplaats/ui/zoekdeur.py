"""The way to the search from any page: it looks as a search box, and opens the palette that answers Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from werkplaats.i18n import _
from werkplaats.ui.chip import keycap_width, paint_keycap
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.theme import set_letter, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_WIDTH = 320
_INSET = 9


class SearchDoor(QAbstractButton):
    """A press opens the palette."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Zoeken"))
        self.setToolTip(_("Zoeken ({toets})").format(toets=tokens().key["palet"]))
        set_letter(self, "body")

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH), theme().size("field"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("line_strong"), 1))
        painter.setBrush(theme().color("field"))
        radius = tokens().radius["control"]
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = theme().px(tokens().icon_px["button"])
        paint_icon(painter, QRectF(_INSET, (self.height() - side) / 2, side, side), "zoeken", theme().color("text_2"))
        key = tokens().key["palet"]
        right = self.width() - keycap_width(key) - 6
        ink, edge = theme().color("text_2"), theme().color("line_2")
        paint_keycap(painter, right, self.height() / 2, key, ink=ink, edge=edge)
        painter.setFont(self.font())
        painter.setPen(theme().color("text_3"))
        left = _INSET + side + 6
        room = QRectF(left, 0, right - left - 6, self.height())
        words = _("Zoek kenteken, naam, telefoon …")
        shown = QFontMetricsF(self.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
