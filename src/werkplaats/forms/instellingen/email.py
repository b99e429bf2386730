"""E-mail: the mail server of the shop, its password under seal, and a mail to try it with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from werkplaats.domain.mail import Veiligheid
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.i18n import _
from werkplaats.ui.button import Button, IconButton
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.fields.secret import SecretField
from werkplaats.ui.fields.text import NumberField, TextField
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from werkplaats.errors import WerkplaatsError


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


class EmailPagina(Pagina):
    """The password is put in, replaced or taken away here, and never seen again; ``test_asked`` wants the test mail."""

    name = "email"
    icon = "envelope-simple"
    test_asked = Signal()

    def __init__(self, *, with_secret: bool) -> None:
        super().__init__()
        self._kept = self._removes = False
        self._password = SecretField("smtp_wachtwoord", "l")
        self._state = Label("", "body", "text_2")
        self._remove = IconButton("wissen", _("Wachtwoord weghalen"))
        self._test = Button(_("&Test e-mail"), icon="envelope-simple")
        self._result = NoteLine("", "", "body")
        self._add_server()
        if with_secret:
            self.grid.row(_("Wachtwoord"), self._password, self._state, self._remove)
        self.grid.group(_("Proberen"))
        self.grid.row("", self._test)
        self.grid.row("", self._result)
        self._password.changed.connect(self._typed)
        self._remove.clicked.connect(self._take_away)
        self._test.clicked.connect(self.test_asked)
        self.watch()
        self.show_password(kept=False)

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("E-mail")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        return _("De mailserver waarmee {vestiging} verstuurt.").format(vestiging=shop)

    def show_password(self, *, kept: bool) -> None:
        """Shows whether the shop has a password; what was typed is forgotten here."""
        self._kept, self._removes = kept, False
        self._password.set_kept(kept=kept)
        self._say_state()

    def new_password(self) -> str | None:
        """The password to keep, an empty text to take the kept one away, None for no change."""
        return "" if self._removes else self._password.value() or None

    def show_outcome(self, answer: str, problem: WerkplaatsError | None) -> None:
        """Shows how the test went."""
        if problem is None:
            self._result.say("ok", _("Verstuurd; de mailserver antwoordt: {antwoord}").format(antwoord=answer))
        else:
            sentence = zin(problem)
            self._result.say("error", f"{sentence.wat} {sentence.doe}")

    def forget(self) -> None:
        """Another shop: what was tried does not count for it."""
        self._result.say("", "")

    def _typed(self) -> None:
        self._removes = False
        self._say_state()
        self.changed.emit()

    def _take_away(self) -> None:
        self._password.set_kept(kept=False)
        self._removes = True
        self._password.setFocus()
        self._say_state()
        self.changed.emit()

    def _say_state(self) -> None:
        new = self.new_password() is not None
        if self._removes:
            text = _("wordt weggehaald bij opslaan")
        elif new:
            text = _("wordt vervangen bij opslaan") if self._kept else _("wordt ingesteld bij opslaan")
        else:
            text = _("ingesteld") if self._kept else _("niet ingesteld")
        self._state.setText(text)
        self._password.setAccessibleDescription(text)
        self._remove.setVisible(self._kept and not self._removes)
        self._test.setEnabled(not new)
        self._test.setToolTip(_("Sla eerst op: de test gebruikt het opgeslagen wachtwoord.") if new else "")

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
