"""The main window: navigation, the page that is open, what is always worth knowing; it knows no dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.moment import vandaag
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.entries import Entries, Entry
from werkplaats.ui.form import Form
from werkplaats.ui.navigation import Navigation
from werkplaats.ui.palet import Palette
from werkplaats.ui.resultaat import VOERTUIG
from werkplaats.ui.startpagina import StartPage
from werkplaats.ui.statusbar import StatusBar
from werkplaats.ui.theme import set_look, theme
from werkplaats.ui.toast import Toast
from werkplaats.ui.tokens import tokens
from werkplaats.ui.topbar import TopBar, day_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from werkplaats.ui.bronnen import Bronnen
    from werkplaats.ui.theme import Scheme
    from werkplaats.ui.voorkeuren import Voorkeuren
    from werkplaats.ui.work import Background
    from werkplaats.zinnen import Zin

START = "start"
_NARROW_BELOW = 1280
_REFERENCE = QSize(1440, 900)
_NAME = "hoofdvenster"


class Window(QWidget):
    """Shown before anything is loaded; ``painted`` comes once, after its first paint."""

    painted = Signal()

    def __init__(self, background: Background, voorkeuren: Voorkeuren, *, oefenen: bool) -> None:
        super().__init__()
        self._voorkeuren = voorkeuren
        self._painted = False
        self._entries = Entries()
        self._retry: Callable[[], None] | None = None
        self.setWindowTitle(_("Oefenomgeving · Werkplaats") if oefenen else _("Werkplaats"))
        self.setMinimumSize(*tokens().main_min)
        self.navigation = Navigation()
        self.navigation.add(START, _("Start"), START)
        self.topbar = TopBar()
        self.start = StartPage(background)
        self._again = Button(_("Opnieuw"), icon="vernieuwen", kind="main")
        self.fault = EmptyList("warning", "", "", self._again)
        self.status = StatusBar(oefenen=oefenen)
        self._lay_out()
        self.palette_box = Palette(self, background)
        self.toast = Toast(self, self.navigation)
        self._connect()
        voorkeuren.restore_window(_NAME, self, _REFERENCE)
        self.start.focus_search()

    # What the program tells it.

    def open_store(self, bronnen: Bronnen, entries: Entries) -> None:
        """The store is there: search what was typed meanwhile, and show what this user may do."""
        for entry in entries.doors:
            self.navigation.add_entry(entry)
        for entry in {*entries.doors, *entries.commands}:
            if entry.key:
                QShortcut(QKeySequence(entry.key), self, entry.open)
        self._entries = entries
        self.status.offer_help(offered=entries.help is not None)
        self.palette_box.set_commands((*entries.commands, *entries.doors, *self._own_commands()))
        self.palette_box.open_store(bronnen)
        self.status.user.say(" · ".join(part for part in (bronnen.wie.naam, *bronnen.wie.groepen[:1]) if part))
        self.status.shop.say(bronnen.wie.shop_naam)
        self.topbar.show_title(_("Start"), day_sentence(vandaag(bronnen.klok, bronnen.wie.zone)))
        self._pages.setCurrentWidget(self.start)
        self.start.open_store(bronnen, entries)

    def show_fault(self, sentence: Zin, retry: Callable[[], None]) -> None:
        """The store cannot be opened: says why on the whole page, and what to do; what was typed stays."""
        self._retry = retry
        self.fault.say(sentence.wat, sentence.doe)
        self._pages.setCurrentWidget(self.fault)
        self._again.setFocus()

    def come_forward(self) -> None:
        """A second start of the program asks for the window that is there."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def refresh(self) -> None:
        """Something was changed: what stands on the page is asked again."""
        self.start.refresh()

    # Keys.

    def _connect(self) -> None:
        key = tokens().key
        self.navigation.chosen.connect(self._go)
        self.topbar.scheme_asked.connect(self._change_scheme)
        self.status.help_asked.connect(self._help)
        self.palette_box.picked.connect(self._open_picked)
        self._again.clicked.connect(self._try_again)
        for sequence, act in (
            (key["palet"], self.palette_box.open),
            (key["help"], self._help),
            (key["vernieuwen"], self.refresh),
        ):
            QShortcut(QKeySequence(sequence), self, act)

    def _own_commands(self) -> tuple[Entry, ...]:
        return (
            Entry("scheme", _("Licht of donker"), "weergave", self._change_scheme),
            Entry("refresh", _("Vernieuwen"), "vernieuwen", self.refresh, tokens().key["vernieuwen"]),
        )

    def _go(self, name: str) -> None:
        if name == START:
            self.start.focus_search()
            return
        next(entry for entry in self._entries.doors if entry.name == name).open()

    def _open_picked(self, soort: str, subject: int) -> None:
        actions = self._entries.voertuig if soort == VOERTUIG else self._entries.relatie
        if actions:
            actions[0].run(subject)

    def _change_scheme(self) -> None:
        scheme: Scheme = "light" if theme().dark else "dark"
        theme().set_scheme(scheme)
        self._voorkeuren.scheme = scheme

    def _help(self) -> None:
        if self._entries.help is not None:
            self._entries.help()

    def _try_again(self) -> None:
        if self._retry is not None:
            self._retry()

    # Qt.

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
        """Closes the dialogs first: one that has unsaved text asks about it, and the window stays."""
        staying = [form for form in self._open_forms() if not form.close()]
        for form in staying:
            if form.is_busy:
                form.closed.connect(self.close, Qt.ConnectionType.SingleShotConnection)
        if staying:
            event.ignore()
            return
        self._voorkeuren.remember_window(_NAME, self)
        event.accept()

    def _open_forms(self) -> list[Form]:
        return [form for form in QApplication.topLevelWidgets() if isinstance(form, Form) and form.isVisible()]

    def _fit(self) -> None:
        self.navigation.set_narrow(self.width() < theme().px(_NARROW_BELOW))

    def _lay_out(self) -> None:
        page = QFrame()
        set_look(page, box="canvas")
        self._pages = QStackedLayout()
        self._pages.addWidget(self.start)
        self._pages.addWidget(self.fault)
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
        self.navigation.show_current(START)
        self.topbar.show_title(_("Start"), "")
