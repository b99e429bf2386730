"""RDW: the app token of the shop, and a look-up that shows whether the register answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.i18n import _
from werkplaats.ui.button import Button, IconButton
from werkplaats.ui.fields.plate_edit import PlateEdit
from werkplaats.ui.fields.secret import SecretField
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from typing import Literal

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.forms.instellingen.vestiging import Proef

    Uitslag = Literal["", "ok", "error"]

REMOVED = ""


class RdwPagina(Pagina):
    """The token can be put in, replaced and taken away here, and never be seen again.

    ``test_asked`` asks the form for the look-up; ``outcome`` says how the last one went, ``tested`` that it is known.
    """

    name = "rdw"
    icon = "rdw"
    test_asked = Signal()
    tested = Signal()

    def __init__(self, *, with_secret: bool) -> None:
        super().__init__()
        self.outcome: Uitslag = ""
        self._kept = False
        self._removes = False
        self._token = SecretField("rdw_app_token", "l")
        self._state = Label("", "body", "text_2")
        self._remove = IconButton("wissen", _("Token weghalen"))
        self._plate = PlateEdit("proefkenteken")
        self._test = Button(_("&Test connectie"), icon="verbonden")
        self._result = NoteLine("", "", "body")
        if with_secret:
            self._add_token()
        self._add_test()
        self._remove.clicked.connect(self._take_away)
        self._token.changed.connect(self._typed)
        self._test.clicked.connect(self.test_asked)
        self._plate.changed.connect(self.forget)
        self.show_token(kept=False)

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("RDW")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        return _("Gegevens van Nederlandse auto's opvragen. Geldt voor {vestiging}.").format(vestiging=shop)

    # The token.

    def show_token(self, *, kept: bool) -> None:
        """Shows whether the shop has a token; what was typed is forgotten here."""
        if self.new_token() is not None:
            self.forget()
        self._kept, self._removes = kept, False
        self._token.set_kept(kept=kept)
        self._say_state()

    def new_token(self) -> str | None:
        """The token to keep: what was typed, an empty text to take the kept one away, None for no change."""
        return REMOVED if self._removes else self._token.value() or None

    def _typed(self) -> None:
        self._removes = False
        self._change()

    def _take_away(self) -> None:
        self._token.set_kept(kept=False)
        self._removes = True
        self._token.setFocus()
        self._change()

    def _change(self) -> None:
        """What was tried before says nothing about another token."""
        waits = self.new_token() is not None
        self._say("", _("Sla eerst op: de test gebruikt het opgeslagen token.") if waits else "")
        self._say_state()
        self.changed.emit()

    def _say_state(self) -> None:
        new = self.new_token()
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
            sentence = zin(proef.probleem)
            self._say("error", f"{sentence.wat} {sentence.doe}")
        elif proef.auto:
            self._say("ok", _("Gelukt om {tijd} · {auto}").format(tijd=time, auto=proef.auto))
        else:
            self._say("ok", _("Gelukt om {tijd} · de RDW kent dit kenteken niet").format(tijd=time))

    def forget(self) -> None:
        """Another shop: what was tried does not count for it."""
        self._say("", "")

    def _say(self, outcome: Uitslag, sentence: str) -> None:
        self.outcome = outcome
        self._result.say(outcome, sentence)
        self.tested.emit()

    # Building.

    def _add_token(self) -> None:
        grid = self.grid
        grid.group(_("Aanmelden bij de RDW"), _("Bewaard onder slot, niet meer in te zien"), "geheim")
        grid.row(
            _("App-token"),
            self._token,
            self._state,
            self._remove,
            hint=_("Mag leeg blijven: ook zonder token geeft de RDW antwoord, bij drukte alleen later."),
        )

    def _add_test(self) -> None:
        grid = self.grid
        grid.group(_("Verbinding"))
        grid.row(_("Proefkenteken"), self._plate)
        grid.row("", _beside(self._test, self._result))


def _beside(button: Button, result: NoteLine) -> QWidget:
    """The button with its result at its right, which wraps; while there is none the button stays at the left."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens().margin["label_to_field"])
    row.addWidget(button)
    row.addWidget(result, 1, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(0)
    return line
