"""RDW: the app token of the shop, and a look-up that shows whether the register answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.forms.instellingen.geheim import GeheimPagina
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.fields.plate_edit import PlateEdit
from werkplaats.ui.fields.secret import SecretField

if TYPE_CHECKING:
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.forms.instellingen.vestiging import Proef


class RdwPagina(GeheimPagina):
    """The token of the shop, and a look-up of one plate that shows whether the register answers."""

    name = "rdw"
    icon = "rdw"

    def __init__(self, *, with_secret: bool) -> None:
        test = Button(_("&Test connectie"), icon="verbonden")
        super().__init__(SecretField("rdw_app_token", "l"), _("Token weghalen"), test)
        self._plate = PlateEdit("proefkenteken")
        if with_secret:
            self._add_token()
        self._add_test()
        self._plate.changed.connect(self.forget)
        self.show_secret(kept=False)

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("RDW")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        return _("Gegevens van Nederlandse auto's opvragen. Geldt voor {vestiging}.").format(vestiging=shop)

    @property
    def _unsaved(self) -> str:
        return _("Sla eerst op: de test gebruikt het opgeslagen token.")

    # The look-up.

    def propose(self, kenteken: Kenteken | None) -> None:
        """Puts a plate there that the register is likely to know; what a person typed stays."""
        if kenteken is not None and not self._plate.text():
            self._plate.set_value(kenteken)

    def kenteken(self) -> Kenteken | None:
        """The plate to ask for; without one the cursor goes there."""
        try:
            kenteken = self._plate.value()
        except Ongeldig as fout:
            self._plate.set_finding(fout.bevindingen[0])
            kenteken = None
        else:
            if kenteken is None:
                self._plate.set_finding(Bevinding(self._plate.veld, "KENTEKEN_LEEG"))
        if kenteken is None:
            self._plate.setFocus()
        return kenteken

    def show_outcome(self, proef: Proef, time: str) -> None:
        """Shows how the look-up went."""
        if proef.probleem is not None:
            self._say_problem(proef.probleem)
        elif proef.auto:
            self._say("ok", _("Gelukt om {tijd} · {auto}").format(tijd=time, auto=proef.auto))
        else:
            self._say("ok", _("Gelukt om {tijd} · de RDW kent dit kenteken niet").format(tijd=time))

    # Building.

    def _add_token(self) -> None:
        grid = self.grid
        grid.group(_("Aanmelden bij de RDW"), _("Bewaard onder slot, niet meer in te zien"), "geheim")
        grid.row(
            _("App-token"),
            self._secret,
            self._state,
            self._remove,
            hint=_("Mag leeg blijven: ook zonder token geeft de RDW antwoord, bij drukte alleen later."),
        )

    def _add_test(self) -> None:
        grid = self.grid
        grid.group(_("Verbinding"))
        grid.row(_("Proefkenteken"), self._plate)
        grid.row("", self._test_line())
