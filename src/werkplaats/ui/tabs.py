"""The tabs of a dialog: a strip of words under its header, and the pages, each built when it is first needed.

    tabs = Tabs([Tab("algemeen", _("&Algemeen"), make_algemeen), Tab("extra", _("E&xtra"), make_extra)])
    form.set_header(… tabs.strip …)
    form.set_page(tabs)

Ctrl+Tab and Ctrl+Shift+Tab go round, Ctrl+1 to Ctrl+9 go to one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.chip import state_look
from werkplaats.ui.icons import icon
from werkplaats.ui.theme import set_letter, theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from werkplaats.ui.fields.base import Field

_RING = 2
_INSIDE = 3
_HIGHEST_KEY = 9


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its name in the program, its word, and what makes its page."""

    name: str
    title: str
    build: Callable[[], QWidget]


class TabStrip(QTabBar):
    """The words of the tabs; the keyboard is shown as a ring inside the current one."""

    def __init__(self) -> None:
        super().__init__()
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setAccessibleName(_("Tabbladen"))
        set_letter(self, "body_main")
        self._by_key = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.hasFocus() and self._by_key):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("text"), _RING))
        radius = tokens().radius["control"]
        room = QRectF(self.tabRect(self.currentIndex())).adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE - _RING)
        painter.drawRoundedRect(room, radius, radius)


class Tabs(QWidget):
    """The pages of the tabs, of which one is shown; ``built`` names one that was made, ``turned`` the one in sight."""

    built = Signal(str)
    turned = Signal(str)

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self.strip = TabStrip()
        self._tabs = {tab.name: tab for tab in tabs}
        self._pages: dict[str, QWidget] = {}
        self._wrong: frozenset[str] = frozenset()
        self._watched: dict[str, tuple[Field, ...]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for at, tab in enumerate(tabs):
            self.strip.addTab(tab.title)
            if at < _HIGHEST_KEY:
                self._listen(f"Ctrl+{at + 1}", partial(self._go, at))
                self.strip.setTabToolTip(at, f"Ctrl+{at + 1}")
        self._listen("Ctrl+Tab", partial(self._step, 1))
        self._listen("Ctrl+Shift+Tab", partial(self._step, -1))
        self.strip.currentChanged.connect(self._show_current)
        theme().changed.connect(self._mark_all)
        self._show_current(0)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all tabs, from left to right."""
        return tuple(self._tabs)

    @property
    def current(self) -> str:
        """The name of the tab in sight."""
        return self.names[self.strip.currentIndex()]

    def page(self, name: str) -> QWidget:
        """The page of a tab; it is built when it is first asked for."""
        if name not in self._pages:
            page = self._pages[name] = self._tabs[name].build()
            page.hide()
            self._column.addWidget(page)
            self.built.emit(name)
        return self._pages[name]

    def is_built(self, name: str) -> bool:
        """Whether the page of a tab was needed before."""
        return name in self._pages

    def turn(self, name: str) -> None:
        """Brings a tab into sight."""
        self.strip.setCurrentIndex(self.names.index(name))

    def turn_to(self, widget: QWidget) -> None:
        """Brings the tab into sight that a widget stands on; one outside the tabs turns nothing."""
        for name, page in self._pages.items():
            if page.isAncestorOf(widget):
                self.turn(name)

    def watch(self, name: str, fields: Iterable[Field]) -> None:
        """Marks a tab as long as one of these fields on it is wrong."""
        self._watched[name] = tuple(fields)
        for field in self._watched[name]:
            field.remarks.changed.connect(self._judge)

    def _judge(self) -> None:
        self.mark_wrong(frozenset(name for name, fields in self._watched.items() if any(map(_is_wrong, fields))))

    def mark_wrong(self, names: frozenset[str]) -> None:
        """Puts the mark of an error before the words of these tabs, and takes it from the others."""
        if names != self._wrong:
            self._wrong = names
            self._mark_all()

    def _mark_all(self) -> None:
        look = state_look("melding", "fout")
        sign = icon(look.icon, look.role, tokens().icon_px["caption"], fill=True) if self._wrong else QIcon()
        for at, (name, tab) in enumerate(self._tabs.items()):
            wrong = name in self._wrong
            self.strip.setTabIcon(at, sign if wrong else QIcon())
            word = tab.title.replace("&", "")
            spoken = _("{tabblad}: hier klopt een veld niet").format(tabblad=word) if wrong else ""
            self.strip.setAccessibleTabName(at, spoken)

    def _show_current(self, _at: int) -> None:
        page = self.page(self.current)
        for other in self._pages.values():
            other.setVisible(other is page)
        self.turned.emit(self.current)

    def _listen(self, keys: str, act: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self, act)

    def _step(self, by: int) -> None:
        self._go((self.strip.currentIndex() + by) % self.strip.count())

    def _go(self, at: int) -> None:
        """Turns by key: who stood in a field goes on in the first one of the page."""
        on_strip = self.strip.hasFocus()
        self.strip.setCurrentIndex(at)
        if not on_strip:
            first = next(_reachable(self.page(self.current)), self.strip)
            first.setFocus(Qt.FocusReason.TabFocusReason)


def _is_wrong(field: Field) -> bool:
    return field.remarks.now is not None and field.remarks.now.role == "error"


def _reachable(page: QWidget) -> Iterator[QWidget]:
    """The controls of a page that Tab comes to, in that order."""
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page and page.isAncestorOf(widget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisibleTo(page):
            yield widget
        widget = widget.nextInFocusChain()
