"""PON: the token of a shop, which orders may be requested, and how long a request waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.i18n import _
from werkplaats.ui.button import Button, IconButton
from werkplaats.ui.fields.choice import Check
from werkplaats.ui.fields.secret import SecretField
from werkplaats.ui.fields.text import NumberField
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from typing import Literal

    from werkplaats.errors import WerkplaatsError

    Uitslag = Literal["", "ok", "error"]


class PonPagina(Pagina):
    """The token is kept under seal: it is typed anew, taken away, or left as it is."""

    name = "pon"
    icon = "versturen"
    test_asked = Signal()
    tested = Signal()

    def __init__(self, *, with_secret: bool) -> None:
        super().__init__()
        self.outcome: Uitslag = ""
        self._kept = self._removes = False
        self._token = SecretField("pon_token", "l")
        self._state = Label("", "body", "text_2")
        self._remove = IconButton("wissen", _("Token weghalen"))
        self._test = Button(_("&Test connectie"), icon="verbonden")
        self._result = NoteLine("", "", "body")
        self._build(with_secret=with_secret)
        self.watch()
        self._token.changed.connect(self._typed)
        self._remove.clicked.connect(self._take_away)
        self._test.clicked.connect(self.test_asked)
        self.show_secret(kept=False)

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("PON")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        return _("Kentekens van nieuwe auto's aanvragen. Geldt voor {vestiging}.").format(vestiging=shop)

    # The token.

    def show_secret(self, *, kept: bool) -> None:
        """Shows whether the shop has a token; what was typed is forgotten here."""
        if self.new_secret() is not None:
            self.forget()
        self._kept, self._removes = kept, False
        self._token.set_kept(kept=kept)
        self._say_state()

    def new_secret(self) -> str | None:
        """The token to keep, an empty text to take the kept one away, None for no change."""
        return "" if self._removes else self._token.value() or None

    def _typed(self) -> None:
        self._removes = False
        self._change()

    def _take_away(self) -> None:
        self._token.set_kept(kept=False)
        self._removes = True
        self._token.setFocus()
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
        self._token.setAccessibleDescription(text)
        self._remove.setVisible(self._kept and not self._removes)
        self._test.setEnabled(new is None)

    # The test.

    def show_outcome(self, problem: WerkplaatsError | None, time: str) -> None:
        """Shows how the call went."""
        if problem is not None:
            sentence = zin(problem)
            self._say("error", f"{sentence.wat} {sentence.doe}")
        else:
            self._say("ok", _("Gelukt om {tijd}: PON kent het token").format(tijd=time))

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
        if with_secret:
            grid.group(_("Aanmelden bij PON"), _("Bewaard onder slot, niet meer in te zien"), "geheim")
            grid.row(_("Token"), self._token, self._state, self._remove)
        grid.group(_("Aanvragen"))
        grid.row("", Check("pon_goedgekeurd_vereist", _("Alleen orders die zijn &goedgekeurd")))
        late = _("Afleverdatum op of na de &NLV datum: 7 dagen voor de NLV datum aanvragen")
        hint = _("Uit: zo'n order komt onder aandacht.")
        grid.row("", Check("pon_nlv_bij_latere_aflevering", late), hint=hint)
        seconds = _("Zo lang is een aanvraag met de hand nog in te trekken; 0 is meteen verzenden.")
        grid.row(_("&Wachttijd"), NumberField("pon_wachttijd", "xs"), _("seconden"), hint=seconds)
        grid.group(_("Verbinding"))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().margin["label_to_field"])
        row.addWidget(self._test)
        row.addWidget(self._result, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        grid.row("", line)
