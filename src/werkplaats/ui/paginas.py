"""The pages of the window beside the start page: made when they are first opened, read anew when they come back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from werkplaats.ui.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from werkplaats.ui.entries import Page
    from werkplaats.ui.pagina import PageWidget
    from werkplaats.ui.window import Window


class Pages(QObject):
    """Shows one page at a time; ``back`` is what Esc in a page goes to, ``exported`` hears of a file that was made."""

    def __init__(self, window: Window, back: Callable[[], None], exported: Callable[[str, int], None]) -> None:
        super().__init__(window)
        self._window = window
        self._back = back
        self._exported = exported
        self._made: dict[str, PageWidget] = {}
        self._pages: dict[str, Page] = {}
        self._current = ""
        self.shop = ""

    def offer(self, pages: Sequence[Page]) -> None:
        """Puts the pages in the navigation, each with its key."""
        for page in pages:
            self._pages[page.name] = page
            self._window.navigation.add(page.name, page.short or page.title, page.icon, page.key)
            QShortcut(QKeySequence(page.key), self._window, partial(self.open, page.name))

    @property
    def commands(self) -> tuple[Entry, ...]:
        """The pages as commands of the palette."""
        return tuple(
            Entry(page.name, page.title, page.icon, partial(self.open, page.name), page.key)
            for page in self._pages.values()
        )

    def has(self, name: str) -> bool:
        """Whether there is a page of this name."""
        return name in self._pages

    def open(self, name: str) -> None:
        """Shows a page, as it was left but with what was changed since."""
        page = self._pages[name]
        shown = self._made.get(name)
        if shown is None:
            shown = self._made[name] = page.make()
            shown.left.connect(self._back)
            shown.exported.connect(self._exported)
        self._current = name
        self._window.topbar.show_title(page.title, self.shop)
        self._window.topbar.show_search(page.create, page.new)
        self._window.show_page(name, shown)
        shown.take_focus()
        shown.refresh()

    def close(self) -> None:
        """The start page is shown instead."""
        self._current = ""
        self._window.topbar.hide_search()

    @property
    def current(self) -> PageWidget | None:
        """The page that is shown; None while it is the start page."""
        return self._made.get(self._current)

    @property
    def help(self) -> Callable[[], None] | None:
        """Opens the page of the manual about the page that is shown."""
        page = self._pages.get(self._current)
        return None if page is None else page.help
