"""The menu: a rounded popup whose rows show sign, word and the key that does the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAction, QPainter, QPen
from PySide6.QtWidgets import QMenu, QWidget

from werkplaats.ui.icons import paint_icon
from werkplaats.ui.theme import set_letter, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

_TEXT_LEFT = 36
_SIGN_LEFT = 12
_RIGHT = 12
_SIGN = "sign"
_KEY = "key"
_NOTE = "note"
_NOTE_GAP = 10


class Menu(QMenu):
    """A menu; fill it with ``add`` and ``add_menu``. Keys are shown only: what they do is bound by the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint, on=True)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint, on=True)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        set_letter(self, "body")

    def add(self, text: str, icon: str = "", key: str = "", note: str = "") -> QAction:
        """Adds a row; connect ``triggered`` of what it gives. ``note`` is a quiet fact before the key."""
        action = self.addAction(text)
        action.setProperty(_NOTE, note)
        return self._dress(action, icon, key)

    def add_menu(self, text: str, icon: str, menu: QMenu) -> QAction:
        """Adds a row that opens another menu."""
        menu.setTitle(text)
        return self._dress(self.addMenu(menu), icon, "")

    def open_once(self, place: QPoint) -> None:
        """Opens at a place of the screen; once closed it is gone.

        Not by Qt's own delete-on-close: an Alt letter closes a menu while Qt still asks it what that key means.
        """
        self.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self.deleteLater))
        self.popup(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("line_strong"), 1))
        painter.setBrush(theme().color("surface"))
        radius = tokens().radius["card"]
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setFont(self.font())
        for action in self.actions():
            self._paint_row(painter, action, self.actionGeometry(action))

    def _dress(self, action: QAction, icon: str, key: str) -> QAction:
        action.setProperty(_SIGN, icon)
        action.setProperty(_KEY, key)
        # Qt widens the row for these; the painting is ours.
        right = "   ".join(part for part in (str(action.property(_NOTE) or ""), key) if part)
        if right:
            action.setText(f"{action.text()}\t{right}")
        return action

    def _paint_row(self, painter: QPainter, action: QAction, row: QRect) -> None:
        if action.isSeparator():
            painter.fillRect(QRectF(row.left(), row.center().y(), row.width(), 1), theme().color("line"))
            return
        chosen = action is self.activeAction() and action.isEnabled()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("select"))
            radius = tokens().radius["control"]
            painter.drawRoundedRect(QRectF(row), radius, radius)
        ink = "text_off" if not action.isEnabled() else "on_select" if chosen else "text"
        quiet = "text_off" if not action.isEnabled() else "text_2"
        self._paint_sign(painter, str(action.property(_SIGN) or ""), row, quiet)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine)
        painter.setPen(theme().color(ink))
        painter.drawText(row.adjusted(_TEXT_LEFT, 0, 0, 0), flags, action.text().partition("\t")[0])
        painter.setPen(theme().color(quiet))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        key = str(action.property(_KEY) or "")
        painter.drawText(row.adjusted(0, 0, -_RIGHT, 0), right, key)
        used = round(painter.fontMetrics().horizontalAdvance(key)) + _NOTE_GAP if key else 0
        painter.drawText(row.adjusted(0, 0, -_RIGHT - used, 0), right, str(action.property(_NOTE) or ""))
        if action.menu() is not None:
            side = theme().px(12)
            caret = QRectF(row.right() - _RIGHT - side + 4, row.center().y() - side / 2 + 0.5, side, side)
            paint_icon(painter, caret, "caret-right-fill", theme().color(quiet))

    def _paint_sign(self, painter: QPainter, sign: str, row: QRect, role: str) -> None:
        if sign:
            side = theme().px(tokens().icon_px["button"])
            rect = QRectF(row.left() + _SIGN_LEFT - 4, row.center().y() - side / 2 + 0.5, side, side)
            paint_icon(painter, rect, sign, theme().color(role))
