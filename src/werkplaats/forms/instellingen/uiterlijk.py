"""Uiterlijk en toetsen: how the window looks to this person on this computer; each choice is there at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from werkplaats.ui.voorkeuren import Voorkeuren


class UiterlijkPagina(Pagina):
    """The page of the person, not of the shop: nothing here waits for Opslaan."""

    name = "uiterlijk"
    icon = "weergave"

    def __init__(self, voorkeuren: Voorkeuren) -> None:
        super().__init__()
        self._voorkeuren = voorkeuren
        system = _("Zoals Windows") if sys.platform == "win32" else _("Zoals het systeem")
        self._scheme = Combo("scheme", [("light", _("Licht")), ("dark", _("Donker")), ("system", system)], "m")
        self._scale = Combo("text_scale", [(scale, _percent(scale)) for scale in tokens().scales], "m")
        self._enter = Check("enter_is_tab", _("Enter gaat naar het volgende veld"))
        self._scanner = Check("scanner", _("Barcodescanner opent de auto"))
        grid = self.grid
        grid.group(_("Weergave"))
        grid.row(_("Kleuren"), self._scheme)
        grid.row(_("Tekstgrootte"), self._scale, hint=_("Velden en knoppen groeien mee."))
        grid.group(_("Toetsen"))
        grid.row("", self._enter, hint=_("Zoals Tab. Opslaan blijft Ctrl+S, aanvragen Ctrl+Enter."))
        scan = _(
            "Een gescand kenteken of chassisnummer opent die auto, in welk venster u ook bent, en drukt nergens op."
        )
        grid.row("", self._scanner, hint=scan)
        self._scheme.changed.connect(self._choose_scheme)
        self._scale.changed.connect(self._choose_scale)
        self._enter.changed.connect(self._choose_enter)
        self._scanner.changed.connect(self._choose_scanner)
        theme().changed.connect(self.show_choices)
        self.show_choices()

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("Uiterlijk en toetsen")

    def sentence(self, _shop: str) -> str:
        """One sentence: for whom this counts."""
        return _("Geldt meteen, alleen voor u op deze computer.")

    def show_choices(self) -> None:
        """Shows the choices as they are now; light and dark can be chosen elsewhere too."""
        self._scheme.set_value(theme().scheme)
        self._scale.set_value(theme().scale)
        self._enter.set_value(self._voorkeuren.enter_is_tab)
        self._scanner.set_value(self._voorkeuren.scanner)

    def _choose_scheme(self) -> None:
        self._voorkeuren.scheme = self._scheme.value()
        theme().set_scheme(self._voorkeuren.scheme)

    def _choose_scale(self) -> None:
        self._voorkeuren.text_scale = self._scale.value()
        theme().set_scale(self._voorkeuren.text_scale)

    def _choose_enter(self) -> None:
        self._voorkeuren.enter_is_tab = self._enter.value()

    def _choose_scanner(self) -> None:
        self._voorkeuren.scanner = self._scanner.value()


def _percent(scale: float) -> str:
    percent = _("{getal} %").format(getal=round(scale * 100))
    return _("{percentage} (gewoon)").format(percentage=percent) if scale == 1 else percent
