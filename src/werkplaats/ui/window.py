"""The main window as it is painted first: navigation, search box, empty cards, status bar. ``content`` fills it later.

What is imported here stands between the start of the program and its first paint, so it is little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.navigation import Navigation
from werkplaats.ui.startkader import StartFrame
from werkplaats.ui.statusbar import StatusBar
from werkplaats.ui.theme import set_look, theme
from werkplaats.ui.tokens import tokens
from werkplaats.ui.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from werkplaats.ui.theme import Scheme
    from werkplaats.ui.voorkeuren import Voorkeuren

START = "start"
_NARROW_BELOW = 1280
_REFERENCE = QSize(1440, 900)
_NAME = "hoofdvenster"


class Window(QWidget):
    """Shown before anything is loaded; ``painted`` comes once, after its first paint."""

    painted = Signal()

    def __init__(self, voorkeuren: Voorkeuren, *, oefenen: bool) -> None:
        super().__init__()
        self._voorkeuren = voorkeuren
        self._painted = False
        self.may_close: Callable[[], bool] = _always
        self.setWindowTitle(_("Oefenomgeving · Werkplaats") if oefenen else _("Werkplaats"))
        self.setMinimumSize(*tokens().main_min)
        self.navigation = Navigation()
        self.navigation.add(START, _("Start"), START)
        self.navigation.show_current(START)
        self.topbar = TopBar()
        self.topbar.show_title(_("Start"), "")
        self.topbar.scheme_asked.connect(self.change_scheme)
        self.start = StartFrame()
        self.status = StatusBar(oefenen=oefenen)
        self._pages = QStackedLayout()
        self._named: dict[str, QWidget] = {}
        self._lay_out()
        voorkeuren.restore_window(_NAME, self, _REFERENCE)
        self.start.focus_search()

    def show_start(self) -> None:
        """Shows the start page; a page that stood in its place is gone."""
        page = self._pages.currentWidget()
        self._pages.setCurrentWidget(self.start)
        self.navigation.show_current(START)
        if page is not None and page is not self.start and page not in self._named.values():
            self._pages.removeWidget(page)
            page.deleteLater()
            self.start.focus_search()

    def show_page(self, name: str, page: QWidget) -> None:
        """Shows a page of the window; it stays, so that one finds it as one left it."""
        if name not in self._named:
            self._named[name] = page
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.navigation.show_current(name)
        page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_instead(self, page: QWidget) -> None:
        """Shows a page in the place of the start page; what was typed there stays."""
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.setFocus()

    def come_forward(self) -> None:
        """A second start of the program asks for the window that is there."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def change_scheme(self) -> None:
        """Light becomes dark, dark becomes light, and stays so."""
        scheme: Scheme = "light" if theme().dark else "dark"
        theme().set_scheme(scheme)
        self._voorkeuren.scheme = scheme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._voorkeuren.remember_window(_NAME, self)
        event.accept()

    def _fit(self) -> None:
        self.navigation.set_narrow(self.width() < theme().px(_NARROW_BELOW))

    def _lay_out(self) -> None:
        page = QFrame()
        set_look(page, box="canvas")
        self._pages.addWidget(self.start)
        right = QVBoxLayout(page)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.topbar)
        right.addLayout(self._pages, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.navigation)
        upper.addWidget(page, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self.status)


def _always() -> bool:
    """Nothing stands in the way of closing yet."""
    return True
