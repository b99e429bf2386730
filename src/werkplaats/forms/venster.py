"""Fills the main window once the store is there: its content, with the doors, actions and dialogs of this user."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.forms.deuren import Deuren
from werkplaats.forms.menu import entries
from werkplaats.forms.toegang import Toegang
from werkplaats.ui.bronnen import Bronnen
from werkplaats.ui.content import Content
from werkplaats.ui.scanner import Scanner

if TYPE_CHECKING:
    from werkplaats.ui.window import Window

__all__ = ["Toegang", "fill_window"]


def fill_window(window: Window, toegang: Toegang) -> Content:
    """Gives the window its content; after each save in a dialog the page is asked anew."""
    bronnen = Bronnen(toegang.wie, toegang.klok, toegang.zoeken, toegang.voertuigen, toegang.relaties)
    content = Content(window, toegang.background, bronnen)
    deuren = Deuren(toegang, window)
    deuren.shop_saved.connect(content.know_shop)
    deuren.changed.connect(content.show_changed)
    content.changed.connect(deuren.heard)
    deuren.page_asked.connect(content.open_page)
    content.show_entries(entries(toegang, deuren))
    _scan(content, toegang, deuren)
    content.follow(partial(toegang.volgen.changes, toegang.wie))
    return content


def _scan(content: Content, toegang: Toegang, deuren: Deuren) -> None:
    """A code from a barcode scanner opens its car; one that is nobody's stands in the search box."""
    scanner = Scanner(lambda: toegang.voorkeuren.scanner, content)

    def find(code: str) -> None:
        screen = deuren.monteur.scherm
        if screen is not None and screen.isActiveWindow():
            screen.find_card(code)
            return

        def show(voertuig_id: int | None) -> None:
            if voertuig_id is None:
                content.search(code)
            else:
                deuren.open_voertuig(voertuig_id)

        # What went wrong is told where it can be tried again: at the search box.
        scan = partial(toegang.zoeken.scanned, toegang.wie, code)
        toegang.background.run(content, scan, show, lambda _problem: content.search(code))

    scanner.scanned.connect(find)
