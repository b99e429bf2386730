"""The navigation at the left: where one can go, which page is open, and what waits there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.chip import badge_width, paint_badge
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.merk import paint_mark
from werkplaats.ui.theme import set_letter, set_look, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from werkplaats.ui.entries import Entry

_MARGIN = 8
_PADDING = 12
_BAR_HEIGHT = 16
_MARK = 30
_LOGO_LEFT = 10


class NavigationItem(QAbstractButton):
    """One line: sign, word, key, badge; narrow only sign and badge."""

    def __init__(self, name: str, title: str, icon: str, key: str) -> None:
        super().__init__()
        self.name = name
        self._sign, self._key = icon, key
        self._count, self._count_role = 0, "error"
        self.narrow = False
        self.setText(title)
        self.setAccessibleName(title.replace("&", ""))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_letter(self, "tab")
        self.setToolTip(f"{title} ({key})".replace("&", "") if key else title.replace("&", ""))

    def show_count(self, count: int, role: str) -> None:
        """Shows a badge; none at 0."""
        self._count, self._count_role = count, role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().size("nav_slim"), theme().size("nav_item"))

    def nextCheckState(self) -> None:
        """Which item is checked follows the open page, not the press."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = "on_select" if self.isChecked() else "text"
        side = theme().px(tokens().icon_px["nav"])
        left = (self.width() - side) / 2 if self.narrow else _PADDING
        place = QRectF(left, (self.height() - side) / 2, side, side)
        sign_ink = theme().color("on_select" if self.isChecked() else "text_2")
        paint_icon(painter, place, self._sign, sign_ink, fill=self.isChecked())
        if self.narrow:
            # Two figures are wider than what is left beside the sign.
            at = min(left + side / 2 + 2, self.width() - badge_width(self._count))
            paint_badge(painter, at, self.height() / 4, self._count, self._count_role)
            return
        right = self._paint_right(painter)
        painter.setFont(self.font())
        painter.setPen(theme().color(ink))
        words = QRectF(left + side + _PADDING, 0, right - left - side - 2 * _PADDING, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "select" if self.isChecked() else "hover" if self.underMouse() else ""
        if ground:
            painter.setBrush(theme().color(ground))
            painter.drawRoundedRect(QRectF(self.rect()), tokens().radius["control"], tokens().radius["control"])
        if self.isChecked():
            painter.setBrush(theme().color("accent"))
            painter.drawRoundedRect(QRectF(0, (self.height() - _BAR_HEIGHT) / 2, 3, _BAR_HEIGHT), 1.5, 1.5)

    def _paint_right(self, painter: QPainter) -> float:
        """Paints badge and key at the right end, and says where they begin."""
        right = self.width() - 10.0
        if self._count > 0:
            right -= badge_width(self._count)
            paint_badge(painter, right, self.height() / 2, self._count, self._count_role)
            right -= 8
        if self._key:
            font = theme().font("caption")
            width = QFontMetricsF(font).horizontalAdvance(self._key)
            painter.setFont(font)
            painter.setPen(theme().color("text_2"))
            place = QRectF(right - width, 0, width + 1, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._key)
            right -= width
        return right


class Logo(QWidget):
    """The name of the program behind a small plate; narrow the plate alone."""

    def __init__(self) -> None:
        super().__init__()
        self.narrow = False
        self.setAccessibleName(_("Werkplaats"))
        set_letter(self, "subtitle")

    def sizeHint(self) -> QSize:
        return QSize(theme().size("nav_slim"), theme().size("topbar"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme().px(_MARK)
        left = (self.width() - width) / 2 if self.narrow else _LOGO_LEFT
        paint_mark(painter, QRectF(left, (self.height() - width) / 2, width, width))
        if not self.narrow:
            painter.setPen(theme().color("text"))
            painter.setFont(self.font())
            words = QRectF(left + width + 10, 0, self.width(), self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _("Werkplaats"))


class Navigation(QFrame):
    """The pages at the top, what is about the program at the bottom; 208 wide, or 56 with signs only."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        set_look(self, box="nav")
        self.setAccessibleName(_("Navigatie"))
        self._items: dict[str, NavigationItem] = {}
        self._narrow = False
        self._logo = Logo()
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        column.setSpacing(2)
        column.addWidget(self._logo)
        column.addSpacing(4)
        self._top, self._bottom = QVBoxLayout(), QVBoxLayout()
        for part in (self._top, self._bottom):
            part.setSpacing(2)
            column.addLayout(part)
            if part is self._top:
                column.addStretch()
        self._fit()
        theme().changed.connect(self._fit)

    def add(self, name: str, title: str, icon: str, key: str = "", *, at_bottom: bool = False) -> None:
        """Adds a line; ``chosen`` gives its name when it is pressed."""
        item = NavigationItem(name, title, icon, key)
        item.narrow = self._narrow
        item.clicked.connect(self._choose)
        self._items[name] = item
        (self._bottom if at_bottom else self._top).addWidget(item)

    def add_entry(self, entry: Entry) -> None:
        """Adds a door of the program."""
        self.add(entry.name, entry.title, entry.icon, entry.key, at_bottom=entry.at_bottom)

    def remove(self, name: str) -> None:
        """Takes a line away."""
        item = self._items.pop(name)
        item.hide()
        item.deleteLater()

    @property
    def names(self) -> tuple[str, ...]:
        """The lines that stand there now."""
        return tuple(self._items)

    def show_current(self, name: str) -> None:
        """Marks the page that is open."""
        for item in self._items.values():
            item.setChecked(item.name == name)

    def show_count(self, name: str, count: int, role: str = "error") -> None:
        """Shows on a line how much there waits for a person."""
        self._items[name].show_count(count, role)

    def set_narrow(self, narrow: bool) -> None:
        """Leaves the words out, for a window that is not wide."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._fit()

    def _choose(self) -> None:
        item = self.sender()
        if isinstance(item, NavigationItem):
            self.chosen.emit(item.name)

    def _fit(self) -> None:
        self.setFixedWidth(theme().size("nav_slim" if self._narrow else "nav_wide"))
        self._logo.narrow = self._narrow
        self._logo.setFixedHeight(theme().size("topbar"))
        for item in self._items.values():
            item.narrow = self._narrow
            item.updateGeometry()
            item.update()
