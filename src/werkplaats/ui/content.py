"""What comes into the window when the store is there: the start page's list, the palette, the toast, and all keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from werkplaats.domain.instellingen import in_shop
from werkplaats.domain.moment import vandaag
from werkplaats.i18n import _
from werkplaats.ui.entries import Entries, Entry
from werkplaats.ui.form import Form
from werkplaats.ui.palet import Palette
from werkplaats.ui.resultaat import VOERTUIG
from werkplaats.ui.startpagina import start_page
from werkplaats.ui.toast import Toast
from werkplaats.ui.tokens import tokens
from werkplaats.ui.topbar import day_sentence
from werkplaats.ui.window import START

if TYPE_CHECKING:
    from werkplaats.domain.instellingen import Shop
    from werkplaats.ui.bronnen import Bronnen
    from werkplaats.ui.window import Window
    from werkplaats.ui.work import Background


class Content(QObject):
    """Fills one window for one user; it knows entries, not the dialogs behind them."""

    def __init__(self, window: Window, background: Background, bronnen: Bronnen) -> None:
        super().__init__(window)
        self._window = window
        self._bronnen = bronnen
        self._entries = Entries()
        self.start = start_page(window.start, background)
        self.palette = Palette(window, background, bronnen)
        self.toast = Toast(window, window.navigation)
        window.may_close = self._close_forms
        window.navigation.chosen.connect(self._go)
        window.status.help_asked.connect(self._help)
        self.palette.picked.connect(self._open_picked)
        for name, act in (("palet", self.palette.open), ("help", self._help), ("vernieuwen", self.refresh)):
            QShortcut(QKeySequence(tokens().key[name]), window, act)

    def show_entries(self, entries: Entries) -> None:
        """Shows what this user may do, and begins: what was typed meanwhile is searched now."""
        self._entries = entries
        for entry in entries.doors:
            self._window.navigation.add_entry(entry)
        for entry in (*entries.doors, *entries.commands):
            if entry.key:
                QShortcut(QKeySequence(entry.key), self._window, entry.open)
        self._window.status.offer_help(offered=entries.help is not None)
        self.palette.set_commands((*entries.commands, *entries.doors, *self._own_commands()))
        self._show_who()
        self._window.show_start()
        self.start.begin(self._bronnen, entries)

    def know_shop(self, shop: Shop) -> None:
        """A shop was saved; when it is the one of this window, it is called by its new name."""
        wie = self._bronnen.wie
        if shop.id == wie.shop_id:
            self._bronnen = replace(self._bronnen, wie=in_shop(wie, shop))

    def refresh(self) -> None:
        """Something was changed: what stands on the page is asked again."""
        self._show_who()
        self.start.refresh()

    def _show_who(self) -> None:
        wie, status = self._bronnen.wie, self._window.status
        day = vandaag(self._bronnen.klok, wie.zone)
        self._window.topbar.show_title(_("Start"), day_sentence(day))
        status.user.say(" · ".join((wie.naam, *wie.groepen[:1])))
        status.shop.say(wie.shop_naam)

    def _own_commands(self) -> tuple[Entry, ...]:
        return (
            Entry("scheme", _("Licht of donker"), "weergave", self._window.change_scheme),
            Entry("refresh", _("Vernieuwen"), "vernieuwen", self.refresh, tokens().key["vernieuwen"]),
        )

    def _go(self, name: str) -> None:
        if name == START:
            self._window.start.focus_search()
            return
        next(entry for entry in self._entries.doors if entry.name == name).open()

    def _open_picked(self, soort: str, subject: int) -> None:
        actions = self._entries.voertuig if soort == VOERTUIG else self._entries.relatie
        if actions:
            actions[0].run(subject)

    def _help(self) -> None:
        if self._entries.help is not None:
            self._entries.help()

    def _close_forms(self) -> bool:
        """Closes the dialogs before the window: one that has unsaved text asks about it, and the window stays.

        A dialog that is saving closes when it is done, and the window after it.
        """
        staying = [form for form in _open_forms() if not form.close()]
        for form in staying:
            if form.is_busy:
                form.closed.connect(self._window.close, Qt.ConnectionType.SingleShotConnection)
        return not staying


def _open_forms() -> list[Form]:
    return [form for form in QApplication.topLevelWidgets() if isinstance(form, Form) and form.isVisible()]
