"""Car-Pass: the account with which a Belgian shop reports, the exemption, and a call that shows whether it works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from werkplaats.domain.carpass_account import normalize_nummer
from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.i18n import _
from werkplaats.ui.button import Button, IconButton
from werkplaats.ui.fields.choice import Check
from werkplaats.ui.fields.secret import SecretField
from werkplaats.ui.fields.text import NumberField, TextField
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from typing import Literal

    from werkplaats.domain.instellingen import Shop
    from werkplaats.errors import WerkplaatsError

    Uitslag = Literal["", "ok", "error"]


class CarPassPagina(Pagina):
    """The organisation takes over the user name until something else is typed there."""

    name = "carpass"
    icon = "carpass"
    test_asked = Signal()
    tested = Signal()

    def __init__(self, *, with_secret: bool) -> None:
        super().__init__()
        self.outcome: Uitslag = ""
        self._kept = self._removes = False
        self._btw = TextField("carpass_btw", "m", code=True)
        self._organisatie = TextField("carpass_organisatie", "m", code=True)
        self._gebruiker = TextField("carpass_gebruiker", "m", code=True)
        self._wachtwoord = SecretField("carpass_wachtwoord", "m")
        self._state = Label("", "body", "text_2")
        self._remove = IconButton("wissen", _("Wachtwoord weghalen"))
        self._test = Button(_("&Test connectie"), icon="verbonden")
        self._result = NoteLine("", "", "body")
        self._follows = True
        self._build(with_secret=with_secret)
        self.watch()
        self._gebruiker.changed.connect(self._take_over)
        self._organisatie.changed.connect(self._typed_organisation)
        self._btw.left.connect(self._take_be_off)
        self._wachtwoord.changed.connect(self._typed_password)
        self._remove.clicked.connect(self._take_away)
        self._test.clicked.connect(self.test_asked)
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

    # The password.

    def show_secret(self, *, kept: bool) -> None:
        """Shows whether the shop has a password; what was typed is forgotten here."""
        if self.new_secret() is not None:
            self.forget()
        self._kept, self._removes = kept, False
        self._wachtwoord.set_kept(kept=kept)
        self._say_state()

    def new_secret(self) -> str | None:
        """The password to keep, an empty text to take the kept one away, None for no change."""
        return "" if self._removes else self._wachtwoord.value() or None

    def _typed_password(self) -> None:
        self._removes = False
        self._change()

    def _take_away(self) -> None:
        self._wachtwoord.set_kept(kept=False)
        self._removes = True
        self._wachtwoord.setFocus()
        self._change()

    def _change(self) -> None:
        self._say("", _("Sla eerst op: de test gebruikt wat is opgeslagen.") if self.new_secret() is not None else "")
        self._say_state()
        self.changed.emit()

    def _say_state(self) -> None:
        new = self.new_secret()
        if self._removes:
            text = _("wordt weggehaald bij opslaan")
        elif new is not None:
            text = _("wordt vervangen bij opslaan") if self._kept else _("wordt ingesteld bij opslaan")
        else:
            text = _("ingesteld") if self._kept else _("niet ingesteld")
        self._state.setText(text)
        self._wachtwoord.setAccessibleDescription(text)
        self._remove.setVisible(self._kept and not self._removes)
        self._test.setEnabled(new is None)

    # The test.

    def show_outcome(self, aantal: int, problem: WerkplaatsError | None, time: str) -> None:
        """Shows how the call went."""
        if problem is not None:
            sentence = zin(problem)
            self._say("error", f"{sentence.wat} {sentence.doe}")
        else:
            self._say("ok", _("Gelukt om {tijd} · {n} werkzaamheden opgehaald").format(tijd=time, n=aantal))

    def forget(self) -> None:
        """Another shop: what was tried does not count for it."""
        self._say("", "")

    def _say(self, outcome: Uitslag, sentence: str) -> None:
        self.outcome = outcome
        self._result.say(outcome, sentence)
        self.tested.emit()

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
            grid.row(_("Wachtwoord"), self._wachtwoord, self._state, self._remove)
        grid.group(_("Melden"))
        grid.row("", Check("carpass_vrijstelling", _("&Vrijstelling tot € 125 voor particulieren gebruiken")))
        grid.row(_("Correcties"), NumberField("carpass_correcties", "xs"), _("mislukt, dan het correctieformulier"))
        grid.group(_("Verbinding"))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().margin["label_to_field"])
        row.addWidget(self._test)
        row.addWidget(self._result, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        grid.row("", line)
