"""The menu Car-Pass of a car: to report it, its history for the sale, and the overview of all reports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.rechten import Recht
from werkplaats.i18n import _
from werkplaats.ui.menu import Menu
from werkplaats.ui.tokens import tokens
from werkplaats.usecases.werkkaarten import BELGIE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget

    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren


def reports(wie: Wie) -> bool:
    """Whether somebody reports to Car-Pass: he may, and his shop is a Belgian one."""
    return wie.land == BELGIE and wie.mag(Recht.CARPASS)


def carpass_menu(deuren: Deuren, voertuig_id: Callable[[], int], button: QWidget) -> QMenu:
    """The menu for a button; ``voertuig_id`` is asked when a row is chosen."""
    menu = Menu(button)
    rows = (
        (_("Stand &melden …"), "carpass", "", lambda: deuren.carpass.new_melding(voertuig_id())),
        (_("&Historiek …"), "historie", "", lambda: deuren.carpass.open_historiek(voertuig_id())),
        (_("&Overzicht"), "lijsten", tokens().key["carpass"], partial(deuren.page_asked.emit, "carpass")),
    )
    for word, icon, key, act in rows:
        menu.add(word, icon, key).triggered.connect(lambda _checked=False, act=act: act())
    return menu
