"""The menu Afdrukken of the vehicle card: which documents there are about a car."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.afdruk import Labelmaat
from werkplaats.i18n import _
from werkplaats.ui.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget

    from werkplaats.domain.voertuig import VoertuigKaart
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


def afdruk_menu(
    toegang: Toegang, deuren: Deuren, voertuig_id: int, card: Callable[[], VoertuigKaart], button: QWidget
) -> QMenu:
    """The menu for a button; each of its rows opens a preview of what is saved of the car."""
    menu = Menu(button)

    def add(word: str, icon: str, soort: str, make: Callable[[], bytes], note: str = "") -> None:
        def open_preview() -> None:
            kenteken = card().kenteken
            plate = kenteken.weergave if kenteken else ""
            told = partial(toegang.afdrukken.note, toegang.wie, "voertuig", voertuig_id, soort.partition("_")[0])
            naam = " ".join(part for part in (soort.partition("_")[0].capitalize(), plate) if part)
            deuren.open_afdruk(f"{word} {plate}".strip(), naam, make, soort, told)

        menu.add(word, icon, note=note).triggered.connect(open_preview)

    add(
        _("Voertuigkaart"),
        "voertuig",
        "voertuigkaart",
        partial(toegang.afdrukken.voertuigkaart, toegang.wie, voertuig_id),
    )
    for maat in Labelmaat:
        breed, hoog = maat.mm
        label = partial(toegang.afdrukken.sleutellabel, toegang.wie, voertuig_id, maat)
        size = _("{breed} x {hoog} mm").format(breed=breed, hoog=hoog)
        add(_("Sleutellabel"), "sleutel_binnen", f"sleutellabel_{maat.value}", label, size)
    return menu
