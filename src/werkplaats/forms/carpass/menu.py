"""The menu Car-Pass of a car: to report it, and its history for the sale."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.i18n import _
from werkplaats.ui.menu import Menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from werkplaats.forms.deuren import Deuren


def carpass_menu(deuren: Deuren, voertuig_id: int, button: QWidget) -> QMenu:
    """The menu for a button."""
    menu = Menu(button)
    report, history = (
        partial(deuren.carpass.new_melding, voertuig_id),
        partial(deuren.carpass.open_historiek, voertuig_id),
    )
    for word, icon, act in ((_("Stand &melden …"), "carpass", report), (_("&Historiek …"), "historie", history)):
        menu.add(word, icon).triggered.connect(lambda _checked=False, act=act: act())
    return menu
