"""Fills the main window once the store is there: its content, with the doors, actions and dialogs of this user."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.forms.deuren import Deuren
from werkplaats.forms.menu import entries
from werkplaats.forms.toegang import Toegang
from werkplaats.ui.bronnen import Bronnen
from werkplaats.ui.content import Content

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
    content.show_entries(entries(toegang, deuren))
    content.follow(partial(toegang.volgen.changes, toegang.wie))
    return content
