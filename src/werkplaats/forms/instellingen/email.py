"""E-mail: the mail server of the shop, its password under seal, and a mail to try it with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.mail import Veiligheid
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.forms.instellingen.geheim import GeheimPagina
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.secret import SecretField
from werkplaats.ui.fields.text import NumberField, TextField

if TYPE_CHECKING:
    from werkplaats.forms.instellingen.vestiging import Mailproef


class PoortField(NumberField):
    """The port of a server; an empty field is no port."""

    def __init__(self, veld: str) -> None:
        super().__init__(veld, "xs", grouped=False)

    def value(self) -> int:
        """The port; raises Ongeldig where no whole number stands."""
        port = super().value()
        if port is None:
            raise Ongeldig([Bevinding(self.veld, "SMTP_POORT")])
        return port


class EmailPagina(GeheimPagina):
    """The server of the shop with its password, and a mail to the shop itself that shows whether it works."""

    name = "email"
    icon = "envelope-simple"

    def __init__(self, *, with_secret: bool) -> None:
        test = Button(_("&Test e-mail"), icon="envelope-simple")
        super().__init__(SecretField("smtp_wachtwoord", "l"), _("Wachtwoord weghalen"), test)
        self._add_server()
        if with_secret:
            self.grid.row(_("Wachtwoord"), self._secret, self._state, self._remove)
        self.grid.group(_("Proberen"))
        self.grid.row("", self._test_line())
        self.watch()
        self.show_secret(kept=False)

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("E-mail")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        return _("De mailserver waarmee {vestiging} verstuurt.").format(vestiging=shop)

    @property
    def _unsaved(self) -> str:
        return _("Sla eerst op: de test gebruikt het opgeslagen wachtwoord.")

    def show_outcome(self, proef: Mailproef, time: str) -> None:
        """Shows how the test went."""
        if proef.probleem is not None:
            self._say_problem(proef.probleem)
        else:
            said = _("Verstuurd om {tijd}; de mailserver antwoordt: {antwoord}")
            self._say("ok", said.format(tijd=time, antwoord=proef.antwoord))

    def _add_server(self) -> None:
        grid = self.grid
        grid.group(_("Mailserver"), _("Leeg: deze vestiging verstuurt geen e-mail"))
        choices = [
            (Veiligheid.STARTTLS, _("STARTTLS (poort 587)")),
            (Veiligheid.TLS, _("TLS (poort 465)")),
            (Veiligheid.NONE, _("Geen, alleen binnen het gebouw")),
        ]
        grid.row(_("Mailserver"), TextField("smtp_host", "l"))
        grid.row(_("Beveiliging"), Combo("smtp_veiligheid", choices, "l"))
        grid.row(_("Poort"), PoortField("smtp_poort"))
        grid.row(_("Afzender"), TextField("smtp_afzender", "l"), hint=_("Leeg: het e-mailadres van de vestiging."))
        grid.group(_("Aanmelden"), _("Het wachtwoord wordt onder slot bewaard"), "geheim")
        grid.row(_("Gebruikersnaam"), TextField("smtp_gebruiker", "l"))
