"""Car-Pass: the account with which a Belgian shop reports, the exemption, and a call that shows whether it works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.carpass_account import normalize_nummer
from werkplaats.forms.instellingen.geheim import GeheimPagina
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.fields.choice import Check
from werkplaats.ui.fields.secret import SecretField
from werkplaats.ui.fields.text import NumberField, TextField

if TYPE_CHECKING:
    from werkplaats.domain.instellingen import Shop
    from werkplaats.errors import WerkplaatsError


class CarPassPagina(GeheimPagina):
    """The organisation takes over the user name until something else is typed there."""

    name = "carpass"
    icon = "carpass"

    def __init__(self, *, with_secret: bool) -> None:
        test = Button(_("&Test connectie"), icon="verbonden")
        super().__init__(SecretField("carpass_wachtwoord", "m"), _("Wachtwoord weghalen"), test)
        self._btw = TextField("carpass_btw", "m", code=True)
        self._organisatie = TextField("carpass_organisatie", "m", code=True)
        self._gebruiker = TextField("carpass_gebruiker", "m", code=True)
        self._follows = True
        self._build(with_secret=with_secret)
        self.watch()
        self._gebruiker.changed.connect(self._take_over)
        self._organisatie.changed.connect(self._typed_organisation)
        self._btw.left.connect(self._take_be_off)
        self.show_secret(kept=False)

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("Car-Pass")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        return _("Kilometerstanden melden (België). Geldt voor {vestiging}.").format(vestiging=shop)

    def show_settings(self, shop: Shop) -> None:
        """Shows the account of a shop."""
        super().show_settings(shop)
        inst = shop.instellingen
        self._follows = inst.carpass_organisatie in ("", inst.carpass_gebruiker)

    # The organisation and the number.

    def _take_over(self) -> None:
        if self._follows:
            self._organisatie.set_value(self._gebruiker.value())

    def _typed_organisation(self) -> None:
        self._follows = self._organisatie.value() in ("", self._gebruiker.value())

    def _take_be_off(self) -> None:
        self._btw.set_value(normalize_nummer(self._btw.value()))

    # The test.

    def show_outcome(self, aantal: int, problem: WerkplaatsError | None, time: str) -> None:
        """Shows how the call went."""
        if problem is not None:
            self._say_problem(problem)
        else:
            self._say("ok", _("Gelukt om {tijd} · {n} werkzaamheden opgehaald").format(tijd=time, n=aantal))

    # Building.

    def _build(self, *, with_secret: bool) -> None:
        grid = self.grid
        grid.group(_("Onderneming en vestiging"))
        grid.row(_("BTW-nummer"), self._btw, hint=_("Zonder BE, tien cijfers."))
        grid.row(_("Gebruikersnaam"), self._gebruiker, hint=_("Meestal het vestigingsnummer."))
        grid.row(
            _("Organisatienaam"), self._organisatie, hint=_("Neemt de gebruikersnaam over tot u iets anders typt.")
        )
        if with_secret:
            grid.group(_("Aanmelden bij Car-Pass"), _("Bewaard onder slot, niet meer in te zien"), "geheim")
            grid.row(_("Wachtwoord"), self._secret, self._state, self._remove)
        grid.group(_("Melden"))
        grid.row("", Check("carpass_vrijstelling", _("&Vrijstelling tot € 125 voor particulieren gebruiken")))
        grid.row(_("Correcties"), NumberField("carpass_correcties", "xs"), _("mislukt, dan het correctieformulier"))
        grid.group(_("Verbinding"))
        grid.row("", self._test_line())
