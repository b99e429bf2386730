"""What comes into the window when the store is there: the start page's list, the palette, the toast, and all keys."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from werkplaats.domain.instellingen import in_shop
from werkplaats.domain.moment import vandaag
from werkplaats.i18n import _, ngettext
from werkplaats.ui.entries import Entries, Entry
from werkplaats.ui.form import Form
from werkplaats.ui.paginas import Pages
from werkplaats.ui.palet import Palette
from werkplaats.ui.resultaat import VOERTUIG
from werkplaats.ui.startpagina import start_page
from werkplaats.ui.toast import Toast
from werkplaats.ui.tokens import tokens
from werkplaats.ui.topbar import day_sentence
from werkplaats.ui.volgen import ChangeFeed
from werkplaats.ui.window import START

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from werkplaats.domain.instellingen import Shop
    from werkplaats.ui.bronnen import Bronnen
    from werkplaats.ui.window import Window
    from werkplaats.ui.work import Background


class Content(QObject):
    """Fills one window for one user; it knows entries, not the dialogs behind them.

    ``changed`` tells of what something was changed, here or elsewhere.
    """

    changed = Signal(str)

    def __init__(self, window: Window, background: Background, bronnen: Bronnen) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._feed: ChangeFeed | None = None
        self._bronnen = bronnen
        self._entries = Entries()
        self.start = start_page(window.start, background)
        self.palette = Palette(window, background, bronnen)
        self.pages = Pages(window, self._show_start, self._tell_exported)
        self.toast = Toast(window, window.navigation)
        window.may_close = self._close_forms
        window.navigation.chosen.connect(self._go)
        window.status.help_asked.connect(self._help)
        window.topbar.search_asked.connect(self.palette.open)
        self.palette.picked.connect(self._open_picked)
        for name, act in (("palet", self.palette.open), ("help", self._help), ("vernieuwen", self.refresh)):
            QShortcut(QKeySequence(tokens().key[name]), window, act)

    def show_entries(self, entries: Entries) -> None:
        """Shows what this user may do, and begins: what was typed meanwhile is searched now."""
        self._entries = entries
        self.pages.offer(entries.pages)
        for entry in entries.doors:
            self._window.navigation.add_entry(entry)
        for entry in (*entries.doors, *entries.commands):
            if entry.key:
                QShortcut(QKeySequence(entry.key), self._window, entry.open)
        self._window.status.offer_help(offered=entries.help is not None)
        commands = (*entries.commands, *self.pages.commands, *entries.doors, *self._own_commands())
        self.palette.set_commands(commands, entries.creators)
        self._show_who()
        self._window.show_start()
        self.start.begin(self._bronnen, entries)

    def know_shop(self, shop: Shop) -> None:
        """A shop was saved; when it is the one of this window, it is called by its new name."""
        wie = self._bronnen.wie
        if shop.id == wie.shop_id:
            self._bronnen = replace(self._bronnen, wie=in_shop(wie, shop))

    def refresh(self) -> None:
        """What stands on the page is asked again."""
        self._show_who()
        page = self.pages.current
        if page is None:
            self.start.refresh()
        else:
            page.refresh()

    def show_changed(self, onderwerp: str, _ids: object) -> None:
        """Something was changed, here or elsewhere: what stands on the page is asked again."""
        self.changed.emit(onderwerp)
        self._show_who()
        page = self.pages.current
        if page is None:
            self.start.refresh()
        else:
            page.show_changed(onderwerp)

    def _show_who(self) -> None:
        wie, status = self._bronnen.wie, self._window.status
        self.pages.shop = wie.shop_naam
        if self.pages.current is None:
            day = vandaag(self._bronnen.klok, wie.zone)
            self._window.topbar.show_title(_("Start"), day_sentence(day))
        status.user.say(" · ".join((wie.naam, *wie.groepen[:1])))
        status.show_shop(wie.shop_naam)

    def _own_commands(self) -> tuple[Entry, ...]:
        return (
            Entry(START, _("Start"), START, self._show_start),
            Entry("scheme", _("Licht of donker"), "weergave", self._window.change_scheme),
            Entry("refresh", _("Vernieuwen"), "vernieuwen", self.refresh, tokens().key["vernieuwen"]),
        )

    def open_door(self, name: str) -> None:
        """Opens a door by its name, where this user has it."""
        door = next((entry for entry in self._entries.doors if entry.name == name), None)
        if door is not None:
            door.open()

    def open_page(self, name: str) -> None:
        """Shows a page of the window, which comes forward for it: a dialog asked."""
        self._go(name)
        self._window.come_forward()

    def _go(self, name: str) -> None:
        if name == START:
            self._show_start()
            return
        if self.pages.has(name):
            self.pages.open(name)
            return
        next(entry for entry in self._entries.doors if entry.name == name).open()

    def follow(self, ask: Callable[[], Mapping[str, frozenset[int]]]) -> None:
        """Begins to follow what is changed, here and elsewhere."""
        self._feed = ChangeFeed(self._background, ask, self)
        self._feed.changed.connect(self.show_changed)
        self._feed.look()

    def offer_shops(self, shops: Mapping[int, str], move: Callable[[int], None]) -> None:
        """Lets one go and work in another shop: from the status bar and from the palette."""
        if len(shops) < 2:
            return
        status = self._window.status
        status.offer_shops(tuple(shops.items()))
        status.shop_asked.connect(move)
        here = self._bronnen.wie.shop_id
        self.palette.add_commands(
            tuple(
                Entry(
                    f"vestiging_{number}",
                    _("Naar vestiging {naam}").format(naam=name),
                    "vestiging",
                    partial(move, number),
                )
                for number, name in shops.items()
                if number != here
            )
        )

    def search(self, text: str) -> None:
        """Comes forward with the search page, and searches this text."""
        self._window.come_forward()
        self._show_start()
        self.start.box.setText(text)

    def close(self) -> None:
        """Follows no more: the program ends."""
        if self._feed is not None:
            self._feed.stop()

    def _show_start(self) -> None:
        """Back to the start page, with what was changed meanwhile."""
        was_elsewhere = self.pages.current is not None
        self.pages.close()
        self._window.show_start()
        self._window.start.focus_search()
        if was_elsewhere:
            self.refresh()

    def _tell_exported(self, name: str, lines: int) -> None:
        words = ngettext("{aantal} regel in {bestand}", "{aantal} regels in {bestand}", lines)
        self.toast.say(words.format(aantal=f"{lines:,}".replace(",", "."), bestand=name))

    def _open_picked(self, soort: str, subject: int) -> None:
        actions = self._entries.voertuig if soort == VOERTUIG else self._entries.relatie
        if actions:
            actions[0].run(subject)

    def _help(self) -> None:
        about = self.pages.help or self._entries.help
        if about is not None:
            about()

    @property
    def has_others(self) -> bool:
        """Whether another window of the program stands open, in which somebody may be typing."""
        kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
        others = (each for each in QApplication.topLevelWidgets() if each is not self._window and each.isVisible())
        return any(each.windowType() in kinds for each in others)

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
