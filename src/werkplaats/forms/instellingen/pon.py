"""PON: the token of a shop, what is requested by itself, how long a request waits, and the daily mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from werkplaats.forms.instellingen.geheim import GeheimPagina
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.fields.choice import Check
from werkplaats.ui.fields.secret import SecretField
from werkplaats.ui.fields.text import NumberField, TextField

if TYPE_CHECKING:
    from werkplaats.errors import WerkplaatsError


class PonPagina(GeheimPagina):
    """The token is kept under seal: it is typed anew, taken away, or left as it is.

    ``preview_asked`` wants to see the daily mail.
    """

    name = "pon"
    icon = "versturen"
    preview_asked = Signal()

    def __init__(self, *, with_secret: bool) -> None:
        test = Button(_("&Test connectie"), icon="verbonden")
        super().__init__(SecretField("pon_token", "l"), _("Token weghalen"), test)
        self._build(with_secret=with_secret)
        self.watch()
        self.show_secret(kept=False)

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("PON")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        return _("Kentekens van nieuwe auto's aanvragen. Geldt voor {vestiging}.").format(vestiging=shop)

    # The test.

    def show_outcome(self, problem: WerkplaatsError | None, time: str) -> None:
        """Shows how the call went."""
        if problem is not None:
            self._say_problem(problem)
        else:
            self._say("ok", _("Gelukt om {tijd}: PON kent het token").format(tijd=time))

    # Building.

    def _build(self, *, with_secret: bool) -> None:
        grid = self.grid
        if with_secret:
            grid.group(_("Aanmelden bij PON"), _("Bewaard onder slot, niet meer in te zien"), "geheim")
            grid.row(_("Token"), self._secret, self._state, self._remove)
        grid.group(_("Aanvragen"))
        self_hint = _("Uit: alleen met de hand, met Direct goedkeuren op de order.")
        grid.row("", Check("pon_automatisch", _("Elke ochtend &automatisch aanvragen")), hint=self_hint)
        grid.row("", Check("pon_goedgekeurd_vereist", _("Alleen orders die zijn &goedgekeurd")))
        late = _("Aflevering op of na de &NLV datum: 7 dagen ervoor aanvragen")
        hint = _("Uit: zo'n order komt onder aandacht.")
        grid.row("", Check("pon_nlv_bij_latere_aflevering", late), hint=hint)
        seconds = _("Zo lang is een aanvraag met de hand nog in te trekken; 0 is meteen verzenden.")
        grid.row(_("&Wachttijd"), NumberField("pon_wachttijd", "xs"), _("seconden"), hint=seconds)
        self._add_mail()
        grid.group(_("Verbinding"))
        grid.row("", self._test_line())

    def _add_mail(self) -> None:
        grid = self.grid
        grid.group(_("Dagelijkse e-mail"), _("Wat is aangevraagd, en wat aandacht vraagt"))
        grid.row(_("A&fzender"), TextField("pon_mail_afzender", "l"), hint=_("Leeg: die van de vestiging."))
        many = _("Meer adressen met een komma ertussen; leeg: geen e-mail.")
        grid.row(_("Ontvange&rs"), TextField("pon_mail_ontvangers", "l"), hint=many)
        grid.row("", Check("pon_mail_ook_leeg", _("Ook als er niets te &melden is")))
        preview = Button(_("&Voorbeeld"), icon="eye")
        preview.setToolTip(_("De e-mail zoals hij nu verstuurd zou worden"))
        preview.clicked.connect(self.preview_asked)
        grid.row("", preview)
