"""The list of pages at the left of a dialog: in groups, one of them open, each with a mark where something is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout

from werkplaats.ui.icons import paint_icon
from werkplaats.ui.labels import Label, paint_mark
from werkplaats.ui.theme import set_letter, set_look, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_WIDTH = 256
_MARGIN = 16
_PADDING = 12
_RIGHT = 8
_BAR_HEIGHT = 16
_ABOVE_GROUP = 8


class PageItem(QAbstractButton):
    """One page: sign, word, and at the right the mark of what is wrong, doubtful or well there."""

    def __init__(self, name: str, title: str, icon: str) -> None:
        super().__init__()
        self.name = name
        self.mark = ""
        self._sign = icon
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_letter(self, "tab")

    def show_mark(self, role: str, sentence: str) -> None:
        """Shows a mark (``error``, ``warn``, ``ok``) with what it means; an empty role takes it away."""
        self.mark = role
        self.setToolTip(sentence if role else "")
        self.setAccessibleDescription(sentence if role else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH - 2 * _MARGIN), theme().size("row_action"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        side = theme().px(tokens().icon_px["button"])
        top = (self.height() - side) / 2
        chosen, off = self.isChecked(), not self.isEnabled()
        sign_ink = "text_off" if off else "on_select" if chosen else "text_2"
        paint_icon(painter, QRectF(_PADDING, top, side, side), self._sign, theme().color(sign_ink), fill=chosen)
        right = self.width() - _RIGHT
        if self.mark:
            right -= side
            paint_mark(painter, QRectF(right, top, side, side), self.mark)
        left = _PADDING + side + _PADDING
        painter.setFont(self.font())
        painter.setPen(theme().color("text_off" if off else "on_select" if chosen else "text"))
        words = QRectF(left, 0, right - left - 4, self.height())
        text = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)

    def _paint_ground(self, painter: QPainter) -> None:
        ground = "select" if self.isChecked() else "hover" if self.underMouse() else ""
        painter.setPen(Qt.PenStyle.NoPen)
        if ground:
            painter.setBrush(theme().color(ground))
            painter.drawRoundedRect(QRectF(self.rect()), tokens().radius["control"], tokens().radius["control"])
        if self.isChecked():
            painter.setBrush(theme().color("accent"))
            bar = theme().px(_BAR_HEIGHT)
            painter.drawRoundedRect(QRectF(0, (self.height() - bar) / 2, 3, bar), 1.5, 1.5)


class PageList(QFrame):
    """The arrows go from page to page and open them; ``chosen`` gives the name. Above it stands what is put there."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        set_look(self, box="nav")
        self.setAccessibleName(name)
        self._items: dict[str, PageItem] = {}
        self._groups: dict[Label, list[PageItem]] = {}
        self._head = QVBoxLayout()
        self._head.setSpacing(tokens().margin["between_fields"])
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._list)
        column.addStretch(1)
        self._fit()
        theme().changed.connect(self._fit)

    def add_head(self, widget: QWidget) -> None:
        """Puts something above the list."""
        self._head.addWidget(widget)

    def add_group(self, title: str) -> None:
        """Starts a group of pages."""
        label = Label(title, "small", "text_2")
        label.setContentsMargins(6, _ABOVE_GROUP, 0, 2)
        self._groups[label] = []
        self._list.addWidget(label)

    def add_page(self, name: str, title: str, icon: str) -> None:
        """Adds a page to the group begun last."""
        item = PageItem(name, title, icon)
        item.clicked.connect(self._choose)
        self._items[name] = item
        if self._groups:
            list(self._groups.values())[-1].append(item)
        self._list.addWidget(item)

    @property
    def names(self) -> tuple[str, ...]:
        """The pages that stand there now, in reading order."""
        return tuple(name for name, item in self._items.items() if not item.isHidden())

    @property
    def current(self) -> str:
        """The page that is open."""
        return next((name for name, item in self._items.items() if item.isChecked()), "")

    def item(self, name: str) -> PageItem:
        """The line of a page."""
        return self._items[name]

    def show_current(self, name: str) -> None:
        """Marks the page that is open."""
        self._items[name].setChecked(True)

    def focus_current(self) -> None:
        """Puts the focus on the open page, or on the first one that is left after a search."""
        shown = [self._items[name] for name in self.names]
        item = next((item for item in shown if item.isChecked()), shown[0] if shown else None)
        if item is not None:
            item.setFocus(Qt.FocusReason.TabFocusReason)

    def show_only(self, names: Collection[str]) -> None:
        """Leaves out the other pages, and the groups that are empty then."""
        for name, item in self._items.items():
            item.setVisible(name in names)
        for label, items in self._groups.items():
            label.setVisible(any(not item.isHidden() for item in items))

    def _choose(self) -> None:
        item = self.sender()
        if isinstance(item, PageItem):
            self.chosen.emit(item.name)

    def _fit(self) -> None:
        self.setFixedWidth(theme().px(_WIDTH) + 1)
